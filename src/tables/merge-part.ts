// Puts what a table gives into a report: an earlier import of the same table is brought up to date, a person's edits stay,
// and a figure that the report already states elsewhere is not doubled: when it differs, that is told.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { mergeReports, type Change } from '../extract/merge.ts';
import { compare, precisionOf, roundAsShown } from '../figures/decimal.ts';
import { convert } from '../figures/unit.ts';
import type { Observation, Report } from '../report/schema.ts';
import * as messages from './messages.ts';
import type { PartSection, ReportPart } from './part.ts';

export type MergedPart = {
  readonly report: Report;
  /** What the table alone says, to be kept for the next import. */
  readonly fresh: Report;
  readonly changes: readonly Change[];
  /** How many figures the report stated already, with the same value. */
  readonly same: number;
  readonly diagnostics: readonly Diagnostic[];
};

type Plain = { readonly value?: string | undefined; readonly unit?: string | undefined };

/** Whether two figures can be one and the same: equal when the finer is rounded as the coarser is (68012万元, 6.8亿元). */
const agree = (a: Plain | undefined, b: Plain | undefined): boolean => {
  if (a?.value === undefined || b?.value === undefined || a.unit === undefined || b.unit === undefined) return true;
  const converted = convert(b.value, b.unit, a.unit);
  if (converted === undefined) return false;
  const places = Math.min(precisionOf(a.value), precisionOf(converted));
  return compare(roundAsShown(a.value, places), roundAsShown(converted, places)) === 0;
};

const shown = (figure: Plain | undefined): string => `${figure?.value ?? ''}${figure?.unit ?? ''}`;

const conflictsOf = (mine: Observation, fresh: Observation, file: string, place: string): Diagnostic[] => {
  const pairs = [
    [mine, fresh, '', ''],
    [mine.growth, fresh.growth, '增速', ' growth'],
  ] as const;
  return pairs.flatMap(([old, next, zh, en]) =>
    agree(old, next)
      ? []
      : [
          messages.conflict(place, {
            zh: `${fresh.name}（${fresh.period}）${zh}：表里是 ${shown(next)}，${file} 的 ${mine.id} 是 ${shown(old)}`,
            en: `${fresh.name} (${fresh.period})${en}: the table says ${shown(next)}, ${mine.id} in ${file} says ${shown(old)}`,
          }),
        ],
  );
};

/** File, sheet and cell, as other messages of an import have them: the sheet of a CSV file is the file. */
const placeOf = (table: string, sheet: string | undefined, cell: string | undefined): string =>
  `${table}${sheet === undefined || /\.(?:csv|tsv|txt)$/i.test(table) ? ' ' : `“${sheet}”`}${cell ?? ''}`.trim();

/** What the table says of a figure beyond what the report states: it has no place there, since the source is another. */
const beyond = (mine: Observation, fresh: Observation): readonly { readonly zh: string; readonly en: string }[] => {
  const kinds = [
    ['growth', '增速', 'growth '],
    ['average', '年均增速', 'average growth '],
    ['share', '比重', 'share '],
    ['completion', '完成率', 'completion '],
  ] as const;
  const ranks = (fresh.ranks ?? []).filter(
    (rank) => mine.ranks?.some(({ place, of }) => place === rank.place && of === rank.of) !== true,
  );
  return [
    ...kinds.flatMap(([key, zh, en]) => {
      const figure = fresh[key];
      return figure === undefined || mine[key] !== undefined
        ? []
        : [{ zh: `${zh}${shown(figure)}`, en: `${en}${shown(figure)}` }];
    }),
    ...ranks.map(({ text, of }) => {
      const zh = `${of === 'growth' ? '增速' : ''}${text}`;
      return { zh, en: zh };
    }),
  ];
};

/** Every section that a figure's source names must be there. */
const withSources = (report: Report): Report => {
  const known = new Set(report.sections.map(({ id }) => id));
  const named = [
    ...report.sections.flatMap(({ observations }) => observations.map(({ source }) => source.section)),
    ...report.targets.map(({ source }) => source.section),
    ...report.tasks.flatMap(({ area, source }) => [area, ...(source ? [source.section] : [])]),
  ];
  const absent = [...new Set(named)].filter((id) => !known.has(id));
  const made = absent.map((id) => ({
    id,
    number: '',
    title: id,
    part: 'other' as const,
    observations: [],
    honours: [],
    projects: [],
  }));
  return { ...report, sections: [...report.sections, ...made] };
};

/** The figures of a new section that the report does not state elsewhere. */
const newFigures = (
  section: PartSection,
  mine: Report,
  file: string,
  table: string,
): {
  readonly observations: readonly Observation[];
  readonly same: number;
  readonly diagnostics: readonly Diagnostic[];
} => {
  const others = mine.sections.filter(({ id }) => id !== section.id).flatMap(({ observations }) => observations);
  const own = new Set(mine.sections.find(({ id }) => id === section.id)?.observations.map(({ id }) => id));
  const diagnostics: Diagnostic[] = [];
  let same = 0;
  const observations = section.observations.filter((fresh) => {
    // Imported into this very section before, or exported from it: brought up to date there.
    if (own.has(fresh.id)) return true;
    const old = others.find(
      (one) =>
        one.id === fresh.id ||
        (one.indicator === fresh.indicator && one.period === fresh.period && one.change !== true),
    );
    if (!old) return true;
    const { source, cell } = fresh;
    const place = placeOf(table, source.sheet, cell);
    const conflicts = conflictsOf(old, fresh, file, place);
    if (conflicts.length === 0) same += 1;
    diagnostics.push(...conflicts);
    const more = beyond(old, fresh);
    if (more.length > 0) diagnostics.push(messages.notAdded(place, fresh, more, old.id));
    return false;
  });
  return { observations, same, diagnostics };
};

/** `base` is what the same table gave last time, when it was kept; `file` and `table` name report and table in messages. */
export const mergePart = (
  mine: Report,
  base: Report | undefined,
  part: ReportPart,
  file: string,
  table: string,
): MergedPart => {
  const diagnostics: Diagnostic[] = [];
  let same = 0;
  const sections = part.sections.map((section) => {
    const found = newFigures(section, mine, file, table);
    same += found.same;
    diagnostics.push(...found.diagnostics);
    return { honours: [], projects: [], ...section, observations: [...found.observations] };
  });
  const fresh = withSources({
    ...mine,
    sections: sections.filter(
      ({ id, observations }) =>
        observations.length > 0 ||
        mine.sections.some((one) => one.id === id) ||
        part.tasks.some(({ area }) => area === id),
    ),
    targets: [...part.targets],
    tasks: [...part.tasks],
  });
  const { report, changes } = mergeReports(base, mine, fresh);
  return { report: withSources(report), fresh, changes, same, diagnostics };
};
