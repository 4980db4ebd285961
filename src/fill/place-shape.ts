// What templates over the reports of one place see (`over: place`): its reports, and target against result by year.
// Names are the vocabulary of template authors; a missing figure is null, a missing text empty.
import { citedShape, memberShape, passedOverShape } from './cited.ts';
import { list, maybe, number, record, text, type ShapeOf } from './shape.ts';

/**
 * A target and its result: `outcome` is met, missed, unclear, not-reported, no-report or no-target, `word` the same for
 * a reader; `reason` says why two figures cannot be compared.
 */
export const outcomeShape = record({
  name: text,
  year: text,
  outcome: text,
  word: text,
  target: maybe(citedShape),
  result: maybe(citedShape),
  reason: text,
});

/** How many targets there are, and how many of each outcome. */
const tallyShape = record({
  targets: number,
  judged: number,
  met: number,
  missed: number,
  unclear: number,
  unreported: number,
  pending: number,
});

/** A target without an indicator of the table, or of another scope than the one compared: `text` when it has no figure. */
const otherTargetShape = record({ name: text, goal: maybe(citedShape), text, place: text });

/** Targets of one year. `planner` is the report that set them, `reviewer` the one that answers; empty when absent. */
export const targetYearShape = record({
  year: text,
  planner: text,
  reviewer: text,
  tally: tallyShape,
  rows: list(outcomeShape),
  untargeted: list(outcomeShape),
  others: list(otherTargetShape),
});

/** Years side by side, some ten to a table: `cells` are in the order of `years`. */
const overviewShape = record({
  years: list(text),
  rows: list(record({ name: text, cells: list(record({ outcome: text, word: text })) })),
});

export const placeShape = record({
  place: record({ id: text, name: text, short: text, issuer: text, from: text, to: text }),
  reports: list(memberShape),
  passedOver: list(passedOverShape),
  missing: list(text),
  tally: tallyShape,
  overview: list(overviewShape),
  trend: maybe(record({ name: text, unit: text, rows: list(outcomeShape) })),
  years: list(targetYearShape),
  notes: list(text),
  source: text,
  hash: text,
});

export type PlaceView = ShapeOf<typeof placeShape>;
export type OutcomeView = ShapeOf<typeof outcomeShape>;
export type TargetYearView = ShapeOf<typeof targetYearShape>;
