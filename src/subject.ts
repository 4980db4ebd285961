// What a document is made from: one report, all reports of a place, or reports that were chosen. Gives for each the view
// that its templates see and what the document says of itself.
import { compareReports, type ComparedRow } from './audit/comparison.ts';
import type { Audit } from './audit/audit.ts';
import { targetTable } from './audit/target-table.ts';
import { auditView } from './audit/view.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Engine } from './engine.ts';
import type { AnyView } from './fill/template.ts';
import { buildPlaceView, placeNotes } from './fill/place-view.ts';
import { buildSelectionView, selectionNotes } from './fill/selection-view.ts';
import { buildView } from './fill/view.ts';
import type { Report } from './report/schema.ts';
import type { Selection } from './report/selection-schema.ts';
import { statementsOf } from './report/statements.ts';
import { seriesOf, type Member, type PassedOver } from './report/series.ts';
import type { DocumentMeta } from './tree/tree.ts';

/** One report. */
export type ReportSubject = {
  readonly over: 'report';
  readonly report: Report;
  /** Where the report's data stand, for messages. */
  readonly file: string;
  /** Short hash of the data, printed at the foot of a sheet. */
  readonly hash: string;
  /** What the audit of the report compared and found, for the audit sheet. */
  readonly audit: Audit;
};

/** The reports of one place, in any order. */
export type PlaceSubject = {
  readonly over: 'place';
  /** Id of the group, `place-罗湖区`. */
  readonly id: string;
  readonly members: readonly Member[];
  /** The same as the id, for messages. */
  readonly file: string;
  /** Short hash of all members. */
  readonly hash: string;
};

/** Reports side by side, in the order of the selection. */
export type SelectionSubject = {
  readonly over: 'selection';
  /** Id of the group, `compare-shenzhen-2023`. */
  readonly id: string;
  readonly selection: Selection;
  readonly members: readonly Member[];
  /** The selection's file, for messages. */
  readonly file: string;
  /** Short hash of the selection and all members. */
  readonly hash: string;
};

/** The subject over several reports; `data` is the hash of all that it is made from. */
export const groupSubject = (
  id: string,
  members: readonly Member[],
  data: string,
  chosen?: { readonly selection: Selection; readonly file: string },
): PlaceSubject | SelectionSubject =>
  chosen === undefined
    ? { over: 'place', id, members, file: id, hash: data.slice(0, 8) }
    : { over: 'selection', id, members, hash: data.slice(0, 8), ...chosen };

export type Subject = ReportSubject | PlaceSubject | SelectionSubject;

/** What templates see, what the document says of itself, and what a person should know of the choice of data. */
export type Viewed = {
  readonly view: AnyView;
  readonly meta: Omit<DocumentMeta, 'title' | 'subject' | 'template'>;
  readonly diagnostics: readonly Diagnostic[];
};

/** The day that a document bears: that of the briefing, else of the meeting, else the first of the planned year. */
const dateOf = (report: Report): string =>
  report.briefing.date ?? report.meeting.date ?? `${report.years.planned ?? report.years.reviewed + 1}-01-01`;

/** The report with the unit's own masthead, issuer and recipients where it names none. */
const briefed = (report: Report, { briefing }: Engine['theme']): Report => {
  const recipients = report.briefing.recipients.length > 0 ? report.briefing.recipients : briefing.recipients;
  return { ...report, briefing: { ...briefing, ...report.briefing, recipients } };
};

const viewReport = ({ report: given, hash, audit }: ReportSubject, engine: Engine): Viewed => {
  const report = briefed(given, engine.theme);
  return {
    view: buildView(report, { indicators: engine.indicators, hash, audit: auditView(audit) }),
    meta: {
      author: report.briefing.issuer ?? '',
      keywords: [report.place.short, String(report.years.reviewed)],
      language: 'zh-CN',
      date: dateOf(report),
      reportId: report.id,
    },
    diagnostics: [],
  };
};

/** Two reports of one year, and nothing in the data that says which counts. */
export const undecided = ({ year, used, left }: PassedOver): Diagnostic => ({
  severity: 'warning',
  code: 'group/two-reports',
  file: used.file,
  message: {
    zh: `回顾${year}年的报告有两份：${used.report.id}、${left.report.id}；暂用前者`,
    en: `two reports review ${year}: ${used.report.id} and ${left.report.id}; the former is used for now`,
  },
  hint: {
    zh: `在要用的那份里写 replaces: [${left.report.id}]（或反过来）；两份都写了会议日期时取先开的`,
    en: `in the one that counts write replaces: [${left.report.id}] (or the other way round); with dates of both meetings the earlier is used`,
  },
});

const viewPlace = ({ id, members, hash }: PlaceSubject, engine: Engine): Viewed => {
  const series = seriesOf(members);
  const reports = series.members.map(({ report }) => report);
  const newest = reports.at(-1);
  const issuer = engine.theme.briefing.issuer ?? '';
  return {
    view: buildPlaceView(series, {
      id,
      issuer,
      hash,
      targets: targetTable(reports, { indicators: [...engine.indicators] }),
    }),
    meta: {
      author: issuer,
      keywords: newest === undefined ? [] : [newest.place.short],
      language: 'zh-CN',
      date: newest === undefined ? '' : dateOf(newest),
      reportId: id,
    },
    diagnostics: series.passedOver.filter(({ reason }) => reason === 'order').map(undecided),
  };
};

/** The members as the selection names them, whatever order they come in. */
const chosenOf = ({ selection, members }: SelectionSubject): readonly Member[] =>
  selection.reports.flatMap((id) => members.filter(({ report }) => report.id === id));

const rowsOf = (subject: SelectionSubject, { indicators }: Pick<Engine, 'indicators'>): readonly ComparedRow[] =>
  compareReports(
    chosenOf(subject).map(({ report }) => report),
    { indicators: [...indicators] },
    subject.selection.indicators,
  );

const viewSelection = (subject: SelectionSubject, engine: Engine): Viewed => {
  const { id, selection, hash } = subject;
  const members = chosenOf(subject);
  const issuer = engine.theme.briefing.issuer ?? '';
  const dates = members.map(({ report }) => dateOf(report)).toSorted();
  return {
    view: buildSelectionView(members, { id, selection, issuer, hash, rows: rowsOf(subject, engine) }),
    meta: {
      author: issuer,
      keywords: [...new Set(members.map(({ report }) => report.place.short))],
      language: 'zh-CN',
      date: dates.at(-1) ?? '',
      reportId: id,
    },
    diagnostics: [],
  };
};

/**
 * Texts with figures that stand in no data, of a document over several reports: counts, converted figures, by which rule
 * figures were compared, and the hashes.
 */
export const computedOf = (subject: PlaceSubject | SelectionSubject, engine: Engine): readonly string[] => {
  const { members } = subject;
  const most = members.reduce((sum, { report }) => sum + statementsOf(report).length, members.length);
  const counts = Array.from({ length: most + 1 }, (_, count) => [`${count}项`, `${count}份`]).flat();
  const common = [...counts, ...members.map(({ hash }) => hash)];
  if (subject.over === 'place') return [...common, ...placeNotes];
  const { title } = subject.selection;
  const values = rowsOf(subject, engine).flatMap(({ cells }) => cells.flatMap(({ value }) => value ?? []));
  return [...common, ...selectionNotes, title, ...values];
};

export const viewOf = (subject: Subject, engine: Engine): Viewed => {
  switch (subject.over) {
    case 'report':
      return viewReport(subject, engine);
    case 'place':
      return viewPlace(subject, engine);
    case 'selection':
      return viewSelection(subject, engine);
  }
};
