// Takes a report whose shape is right, gives what does not hold together in it: ids used twice, references to nothing,
// periods that run backwards, observations without a figure. All of it at once, each with its place.
import type { Diagnostic, Message, Span } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import * as messages from './messages.ts';
import type { Report } from './schema.ts';
import { statementsOf } from './statements.ts';
import type { Path } from './yaml-source.ts';

type Fault = { readonly code: Diagnostic['code']; readonly message: Message; readonly hint?: Message };
type SpanOf = (path: Path) => Span;
type Placed = readonly [value: string, path: Path];

export const placeText = (span: Span): string => `${span.file}:${span.line}`;

const everyObservation = (
  report: Report,
): readonly (readonly [Report['sections'][number]['observations'][number], Path])[] =>
  report.sections.flatMap((section, index) =>
    section.observations.map((observation, at) => [observation, ['sections', index, 'observations', at]] as const),
  );

/** All period-like values with their places: `2016-2012` is wrong wherever it stands. */
const periodsOf = (report: Report): Placed[] =>
  everyObservation(report).flatMap(([observation, path]) => {
    const list: (readonly [string | undefined, Path])[] = [
      [observation.period, [...path, 'period']],
      [observation.growth?.base, [...path, 'growth', 'base']],
      [observation.average?.period, [...path, 'average', 'period']],
      [observation.average?.base, [...path, 'average', 'base']],
      [observation.from?.period, [...path, 'from', 'period']],
      [observation.multiple?.base, [...path, 'multiple', 'base']],
    ];
    return list.flatMap(([value, at]): Placed[] => (value === undefined ? [] : [[value, at]]));
  });

const sourcesOf = (report: Report): Placed[] => {
  const places: (readonly [{ readonly section: string } | undefined, Path])[] = [
    ...everyObservation(report).map(([observation, path]) => [observation.source, path] as const),
    ...report.sections.flatMap((section, index) => [
      ...section.honours.map((honour, at) => [honour.source, ['sections', index, 'honours', at]] as const),
      ...section.projects.map((project, at) => [project.source, ['sections', index, 'projects', at]] as const),
    ]),
    ...report.problems.map((problem, at) => [problem.source, ['problems', at]] as const),
    ...report.targets.map((target, at) => [target.source, ['targets', at]] as const),
    ...report.tasks.map((task, at) => [task.source, ['tasks', at]] as const),
    ...report.terms.map((term, at) => [term.source, ['terms', at]] as const),
  ];
  return places.flatMap(([source, path]): Placed[] =>
    source ? [[source.section, [...path, 'source', 'section']]] : [],
  );
};

/** Problems between the parts of one report. Codes: check/duplicate-id, unknown-reference, wrong-value, missing-key. */
export const checkReferences = (report: Report, spanOf: SpanOf): Diagnostic[] => {
  const diagnostics: Diagnostic[] = [];
  const add = (fault: Fault, path: Path): void =>
    void diagnostics.push({ severity: 'error', ...fault, span: spanOf(path) });

  const observations = everyObservation(report);
  const sectionIds: Placed[] = report.sections.map((section, index) => [section.id, ['sections', index, 'id']]);
  const observationIds: Placed[] = observations.map(([observation, path]) => [observation.id, [...path, 'id']]);
  const targetIds: Placed[] = report.targets.map((target, at) => [target.id, ['targets', at, 'id']]);
  const taskIds: Placed[] = report.tasks.map((task, at) => [task.id, ['tasks', at, 'id']]);

  const distinct = (list: readonly Placed[]): void => {
    const first = new Map<string, Path>();
    for (const [id, path] of list) {
      const other = first.get(id);
      if (!other) first.set(id, path);
      else {
        add(messages.duplicateId(id, placeText(spanOf(path))), other);
        add(messages.duplicateId(id, placeText(spanOf(other))), path);
      }
    }
  };
  for (const list of [sectionIds, observationIds, targetIds, taskIds]) distinct(list);

  const resolve = (list: readonly Placed[], known: readonly string[]): void => {
    const set = new Set(known);
    for (const [value, path] of list) {
      if (set.has(value)) continue;
      const name = path.toReversed().find((part) => typeof part === 'string') ?? '';
      add(messages.unknownReference(String(name), value, didYouMean(value, known)), path);
    }
  };
  const sections = sectionIds.map(([id]) => id);
  const refs = statementsOf(report).map((statement) => statement.ref);
  resolve(
    [
      ...sourcesOf(report),
      ...report.tasks.map((task, at): Placed => [task.area, ['tasks', at, 'area']]),
      ...report.questions.map((question, at): Placed => [question.area, ['questions', at, 'area']]),
    ],
    sections,
  );
  resolve(
    [
      ...observations.flatMap(([observation, path]): Placed[] =>
        observation.partOf === undefined ? [] : [[observation.partOf, [...path, 'partOf']]],
      ),
      ...(report.headline ?? []).map((id, at): Placed => [id, ['headline', at]]),
    ],
    observationIds.map(([id]) => id),
  );
  resolve(
    report.questions.flatMap((question, at): Placed[] =>
      question.ref === undefined ? [] : [[question.ref, ['questions', at, 'ref']]],
    ),
    refs,
  );

  for (const [value, path] of periodsOf(report)) {
    const [from = '', to = from] = value.split('-');
    if (to < from) add(messages.backwards(String(path.at(-1)), value), path);
  }
  const { span } = report.years;
  if (span && span.to < span.from) add(messages.backwards('span', `${span.from}-${span.to}`), ['years', 'span', 'to']);
  for (const [observation, path] of observations) {
    const { kind, unit, value, min, max, parts } = observation;
    const figure = value !== undefined || min !== undefined || max !== undefined || parts !== undefined;
    if (kind !== 'none' && (!figure || unit === undefined)) add(messages.noFigure(observation.id), [...path, 'id']);
  }
  return diagnostics;
};
