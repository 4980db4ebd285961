// What templates see: the shape of the view, one source for the TypeScript type and for the check of paths.
// Names are the vocabulary of template authors; a missing figure is null, a missing text empty.
import { flag, list, maybe, number, record, text, type ShapeOf } from './shape.ts';

export const figureFields = { text, number: text, unit: text, ref: text, plotted: text };

/**
 * A figure as printed: `text` is `number` and `unit` together; `ref` is the statement it states; `plotted` is the bare
 * decimal text for a chart, empty for a range.
 */
export const figureShape = record(figureFields);

/**
 * A change: `sign` ▲ ▼ or —, `word` 增长 下降 持平, `against` 同比, 比2011年 or the basis of its own,
 * `signed` with a minus in front; `basis` is what the report says of that basis (同口径), empty for a plain growth.
 * `text` and `number` are without the minus, for they follow the word.
 */
export const changeShape = record({
  ...figureFields,
  sign: text,
  word: text,
  against: text,
  signed: text,
  basis: text,
});

/** A rank: `label` says what is ranked where the report's words do not: 增幅, 总量. */
const rankShape = record({ ...figureFields, label: text });

/** One observation; `prefix` is 累计 or 预计, which stand before the name. */
export const rowShape = record({
  id: text,
  indicator: text,
  name: text,
  period: text,
  group: text,
  value: maybe(figureShape),
  unit: text,
  growth: maybe(changeShape),
  average: maybe(changeShape),
  from: maybe(record({ ...figureFields, period: text })),
  multiple: maybe(record({ ...figureFields, base: text })),
  share: maybe(record({ ...figureFields, of: text })),
  completion: maybe(record({ ...figureFields, of: text })),
  versus: maybe(record({ ...figureFields, than: text, word: text })),
  ranks: list(rankShape),
  parts: list(record({ name: text, value: figureShape })),
  prefix: text,
  qualifiers: text,
  note: text,
  optional: flag,
  nested: flag,
  place: text,
});

const honourShape = record({ name: text, level: text, by: text });
const projectShape = record({ name: text, status: text });
/** A question, and the figure that it asks about: `about` is its name, `subject` may be missing. */
const questionShape = record({ text, about: text, subject: maybe(figureShape), place: text });

/** A piece of work or a part of the report. `short` is the title cut to a lead-in of twelve characters at most. */
export const sectionShape = record({
  id: text,
  number: text,
  title: text,
  short: text,
  summary: text,
  rows: list(rowShape),
  cards: list(rowShape),
  changes: list(rowShape),
  details: list(rowShape),
  honours: list(honourShape),
  projects: list(projectShape),
  questions: list(questionShape),
});

/** Sections of one part of the report: what opens it, and its areas. */
const partShape = record({ title: text, opening: list(sectionShape), areas: list(sectionShape) });

/**
 * A target: `goal` is the figure, `word` what stands before it (增长), `reach` the level when the goal is a growth and both
 * are stated; `result` and `level` are those of the year reviewed.
 */
export const targetShape = record({
  name: text,
  goal: maybe(figureShape),
  reach: maybe(figureShape),
  word: text,
  relative: text,
  plain: text,
  constraint: flag,
  qualifiers: text,
  result: maybe(changeShape),
  level: maybe(figureShape),
  place: text,
});

export const taskShape = record({
  number,
  text,
  figures: list(record({ name: text, word: text, value: figureShape })),
  deadline: text,
  lead: text,
  support: list(text),
  optional: flag,
});

/** Tasks of one area; tasks are numbered through all areas. */
export const workShape = record({
  id: text,
  number: text,
  title: text,
  short: text,
  summary: text,
  rows: list(rowShape),
  tasks: list(taskShape),
});

/** One finding of the audit, as audit/view.ts gives it: the statements compared, the arithmetic, the words to ask with. */
const findingShape = record({
  number,
  id: text,
  level: text,
  rule: text,
  name: text,
  statements: list(record({ place: text, text, period: text, ref: text, report: text })),
  stated: text,
  computation: text,
  assumption: text,
  query: text,
  accepted: text,
});

/** The audit of the report: what was compared by rule, counts by level, open findings in groups, accepted ones apart. */
const auditShape = record({
  figures: number,
  checked: number,
  checks: list(record({ rule: text, count: number, found: number })),
  total: number,
  conflicts: number,
  unusual: number,
  notes: number,
  acceptedCount: number,
  groups: list(record({ title: text, items: list(findingShape) })),
  accepted: list(findingShape),
});

export const viewShape = record({
  report: record({
    id: text,
    title: text,
    place: text,
    short: text,
    meeting: text,
    date: text,
    hall: text,
    speaker: text,
    office: text,
    reviewed: text,
    planned: text,
    spanFrom: text,
    spanTo: text,
    spanLength: text,
    summary: text,
  }),
  brief: record({
    masthead: text,
    issue: text,
    issuer: text,
    date: text,
    recipients: list(text),
    copies: text,
  }),
  headline: list(rowShape),
  cards: list(rowShape),
  others: list(rowShape),
  review: partShape,
  span: partShape,
  plan: record({ title: text, opening: list(sectionShape), areas: list(workShape) }),
  other: partShape,
  measured: list(record({ title: text, rows: list(rowShape) })),
  changes: list(rowShape),
  changeUnit: text,
  changeFrom: text,
  changeTo: text,
  growth: list(record({ name: text, result: maybe(changeShape), target: maybe(figureShape), planned: text })),
  structure: maybe(record({ name: text, period: text, unit: text, parts: rowShape.fields.parts, ratio: text })),
  livelihood: list(rowShape),
  targets: list(targetShape),
  problems: list(text),
  honours: list(honourShape),
  terms: list(record({ number, term: text, text })),
  unexplained: list(text),
  questions: list(record({ title: text, items: list(questionShape) })),
  notes: list(text),
  audit: auditShape,
  source: text,
  hash: text,
  taskCount: number,
});

export type View = ShapeOf<typeof viewShape>;
export type FigureView = ShapeOf<typeof figureShape>;
export type ChangeView = ShapeOf<typeof changeShape>;
export type RowView = ShapeOf<typeof rowShape>;
export type SectionView = ShapeOf<typeof sectionShape>;
export type PartView = ShapeOf<typeof partShape>;
export type TargetView = ShapeOf<typeof targetShape>;
export type TaskView = ShapeOf<typeof taskShape>;
export type WorkView = ShapeOf<typeof workShape>;
export type HonourView = ShapeOf<typeof honourShape>;
