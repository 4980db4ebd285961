// Makes and writes the documents of a group of reports: what a worker does with a task that has one.
// A member that cannot be read, or is of another place now, ends the group: nothing is made without it.
import { auditReports } from '../audit/audit.ts';
import { containedHost } from '../contained-host.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Engine } from '../engine.ts';
import { cardOf } from '../gallery/make-card.ts';
import { sha256, type Host } from '../host.ts';
import { loadReport } from '../report/load.ts';
import { seriesOf, type Member } from '../report/series.ts';
import type { Report } from '../report/schema.ts';
import { loadSelection } from '../report/selection.ts';
import { groupSubject, type PlaceSubject, type SelectionSubject } from '../subject.ts';
import { hashOfSelection } from './selections.ts';
import { hashOfMembers, placeId } from './groups.ts';
import * as messages from './messages.ts';
import type { MemberFile, Task, TaskResult } from './task.ts';
import { countFindings, makeAll, shownOf, writeAll, type MadeDocument } from './make-documents.ts';

type Read = {
  readonly members: readonly Member[];
  /** Hash of all members, and of each. */
  readonly data: string;
  readonly hashes: readonly string[];
  readonly sources: readonly (readonly [file: string, text: string])[];
  readonly diagnostics: readonly Diagnostic[];
};

const readMembers = async (files: readonly MemberFile[], host: Host): Promise<Read> => {
  const members: Member[] = [];
  const hashes: string[] = [];
  const sources: (readonly [string, string])[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { path: file, label, id } of files) {
    const bytes = await host.read(file).catch((error: unknown) => messages.notReadable(label, error));
    if ('severity' in bytes) {
      diagnostics.push(bytes);
      continue;
    }
    const hash = sha256(bytes);
    hashes.push(hash);
    sources.push([label, new TextDecoder().decode(bytes)]);
    const { value, diagnostics: found } = loadReport(label, bytes);
    diagnostics.push(...found);
    if (value === undefined) continue;
    if (id !== '' && value.report.id !== id) diagnostics.push(messages.changedMeanwhile(label));
    members.push({ report: value.report, file: label, hash: hash.slice(0, 8) });
  }
  return { members, data: hashOfMembers(hashes), hashes, sources, diagnostics };
};

/** The documents of a group before anything is written. */
export const makeGroup = async (
  { documents, strict }: Pick<Task, 'documents' | 'strict'>,
  subject: PlaceSubject | SelectionSubject,
  engine: Engine,
  host: Host,
): Promise<{ readonly documents: readonly MadeDocument[]; readonly diagnostics: readonly Diagnostic[] }> => {
  const reports = subject.members.map(({ report }) => report);
  const findings = strict ? auditReports(reports, { indicators: { indicators: [...engine.indicators] } }) : [];
  const { conflict } = countFindings(findings);
  if (conflict > 0) return { documents: [], diagnostics: [messages.conflictsFound(subject.id, conflict)] };
  return makeAll(subject.id, subject, documents, engine, host);
};

/** The subject of a task, with its hash; without a value when something that it is made from cannot be read. */
const subjectOf = async (
  task: Task,
  group: NonNullable<Task['group']>,
  engine: Engine,
  host: Host,
): Promise<Read & { readonly subject?: PlaceSubject | SelectionSubject }> => {
  const read = await readMembers(group.members, host);
  const { members, data } = read;
  if (group.over === 'place') {
    const strays = members.filter(({ report }) => placeId(report.place) !== task.id);
    const diagnostics = [...read.diagnostics, ...strays.map(({ file }) => messages.changedMeanwhile(file))];
    return { ...read, diagnostics, subject: groupSubject(task.id, members, data) };
  }
  const bytes = await host.read(task.path).catch((error: unknown) => messages.notReadable(task.label, error));
  if ('severity' in bytes) return { ...read, diagnostics: [...read.diagnostics, bytes] };
  const known = { reports: members.map(({ report }) => report.id), indicators: engine.indicators.map(({ id }) => id) };
  const { value: selection, diagnostics: found } = loadSelection(task.label, bytes, known);
  const diagnostics = [...read.diagnostics, ...found];
  const sources = [...read.sources, [task.label, new TextDecoder().decode(bytes)] as const];
  if (selection === undefined) return { ...read, sources, diagnostics };
  const all = hashOfSelection(sha256(bytes), read.hashes);
  return {
    ...read,
    data: all,
    sources,
    diagnostics,
    subject: groupSubject(task.id, members, all, { selection, file: task.label }),
  };
};

/** How a group is called where its documents are listed, and where it belongs. */
const namesOf = (subject: PlaceSubject | SelectionSubject, newest: Report): { title: string; place: string } => {
  if (subject.over === 'place') return { title: `${newest.place.short}各年报告`, place: newest.place.name };
  const places = new Set(subject.members.map(({ report }) => report.place.name));
  return { title: subject.selection.title, place: places.size === 1 ? newest.place.name : '几个地方' };
};

/** Works on the documents of one group. */
export const workOnGroup = async (
  task: Task,
  group: NonNullable<Task['group']>,
  engine: Engine,
  host: Host,
): Promise<TaskResult> => {
  const { subject, data, sources, diagnostics: faults } = await subjectOf(task, group, engine, host);
  const newest = seriesOf(subject?.members ?? []).members.at(-1)?.report;
  if (hasErrors(faults) || subject === undefined || newest === undefined) {
    return { written: [], diagnostics: [...faults, messages.groupNotMade(task.label)], sources };
  }
  const { documents, diagnostics: making } = await makeGroup(task, subject, engine, host);
  const { written, diagnostics: writing } = await writeAll(documents, task, containedHost(task.out, host));
  const diagnostics = [...faults, ...making, ...writing];
  return {
    report: {
      id: task.id,
      ...namesOf(subject, newest),
      year: newest.years.planned ?? newest.years.reviewed + 1,
      data,
      members: group.members.map(({ label }) => label),
      findings: countFindings([]),
      figures: [],
      card: cardOf(newest, [], shownOf(engine)),
    },
    written,
    diagnostics,
    sources: hasErrors(diagnostics) ? sources : [],
  };
};
