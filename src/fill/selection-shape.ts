// What templates over a selection of reports see (`over: selection`): figures side by side, marks on those that differ.
// Names are the vocabulary of template authors; a missing figure is null, a missing text empty.
import { citedShape, memberShape } from './cited.ts';
import { flag, list, maybe, number, record, text, type ShapeOf } from './shape.ts';

/**
 * A figure in a table whose rows name the unit: `figure` is printed without it; `text` stands in its place where there
 * is none (未报告) or where it was converted. `mark` ① leads to the notes.
 */
export const comparedCellShape = record({ figure: maybe(citedShape), text, mark: text });

/** `measure` is 数额 or 增速; `comparable` counts the figures that can be held against each other. */
export const comparedRowShape = record({
  name: text,
  measure: text,
  unit: text,
  comparable: number,
  cells: list(comparedCellShape),
});

/** Reports side by side, some to a table; `heads` are their short names. */
const partShape = record({ heads: list(text), rows: list(comparedRowShape) });

/** One indicator for a chart: those figures only that can be compared. */
export const comparedChartShape = record({
  name: text,
  unit: text,
  overTime: flag,
  rows: list(record({ label: text, figure: maybe(citedShape), text })),
});

/** A note on a figure that differs: which report, how, and the figure as the report has it. */
export const comparedMarkShape = record({
  mark: text,
  name: text,
  head: text,
  reason: text,
  figure: maybe(citedShape),
});

export const selectionShape = record({
  selection: record({ id: text, title: text, issuer: text }),
  reports: list(memberShape),
  tables: list(partShape),
  charts: list(record({ left: comparedChartShape, right: maybe(comparedChartShape) })),
  marks: list(comparedMarkShape),
  origins: list(record({ heads: list(text), rows: list(record({ name: text, cells: list(text) })) })),
  notes: list(text),
  hash: text,
});

export type SelectionView = ShapeOf<typeof selectionShape>;
