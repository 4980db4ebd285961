// How wide the columns of a table are: relative widths share the room, width 0 takes what its longest cell needs.
// Takes and gives twips; the widths always add up to the room.
import type { StyleName } from '../theme/theme.ts';
import type { Table } from '../tree/tree.ts';
import { textOf } from '../tree/walk.ts';
import { widthOf, type Drawing } from './drawing.ts';
import { twips } from './page.ts';
import { smallerSize } from './style-names.ts';

/** Shares `room` in the given proportions; what rounding leaves goes to the last. */
export const share = (room: number, proportions: readonly number[]): readonly number[] => {
  const sum = proportions.reduce((total, proportion) => total + proportion, 0);
  const widths = proportions.map((proportion) =>
    Math.floor(sum === 0 ? room / proportions.length : (room * proportion) / sum),
  );
  const rest = room - widths.reduce((total, width) => total + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width));
};

/** What the longest cell of each column needs, in twips. */
const naturalWidths = (table: Table, drawing: Drawing): readonly number[] => {
  const sizeOf = (name: StyleName): number => {
    const { size } = drawing.page.styles[name];
    return table.density === 'compact' ? smallerSize(size) : size;
  };
  return table.columns.map((column, index) => {
    const cells = table.rows
      .filter((row) => !row.group)
      .map((row) => widthOf(drawing, textOf(row.cells[index]?.children ?? []), 'table-cell', sizeOf('table-cell')));
    const widest = Math.max(widthOf(drawing, textOf(column.header), 'table-head', sizeOf('table-head')), ...cells);
    return twips(widest) + 20;
  });
};

/** The widths of a table's columns in `room` twips, padding included. What is shared is the room for text. */
export const columnWidths = (table: Table, room: number, drawing: Drawing): readonly number[] => {
  const padding = 2 * twips(drawing.page.table.cellPadding);
  const free = room - padding * table.columns.length;
  const settled = drawing.columnWidths.get(table);
  if (settled !== undefined) return fitted(settled, room, padding);
  return textWidths(table, free, drawing).map((width) => width + padding);
};

/**
 * Widths of the PDF's columns in whole twips, padding included. A column is as wide as the text that it was made for and
 * never less: the widest gives what rounding takes.
 */
const fitted = (points: readonly number[], room: number, padding: number): readonly number[] => {
  const widths = points.map((width) => Math.ceil(width * 20) + padding);
  const excess = widths.reduce((sum, width) => sum + width, 0) - room;
  const widest = widths.indexOf(Math.max(...widths));
  return widths.map((width, index) => (index === widest ? width - excess : width));
};

const textWidths = (table: Table, room: number, drawing: Drawing): readonly number[] => {
  const asked = table.columns.map((column) => column.width);
  if (asked.every((width) => width > 0)) return share(room, asked);
  const natural = naturalWidths(table, drawing);
  const total = natural.reduce((sum, width) => sum + width, 0);
  if (asked.every((width) => width === 0)) {
    if (total > room) return share(room, balanced(natural, room));
    const extra = (room - total) / natural.length;
    return share(
      room,
      natural.map((width) => width + extra),
    );
  }
  // Columns of their content's width take no more than two thirds; the others share the rest.
  const wanted = asked.map((width, index) => (width === 0 ? (natural[index] ?? 0) : 0));
  const content = wanted.reduce((sum, width) => sum + width, 0);
  const part = Math.min(1, (room * 2) / 3 / Math.max(1, content));
  const left = room - content * part;
  const relative = asked.reduce((sum, width) => sum + width, 0);
  return share(
    room,
    asked.map((width, index) => (width === 0 ? (wanted[index] ?? 0) * part : (left * width) / relative)),
  );
};

/** Columns that need less than an even share keep what they need; the others share the rest in proportion. */
const balanced = (natural: readonly number[], room: number): readonly number[] => {
  const even = room / natural.length;
  const short = natural.filter((width) => width <= even).reduce((sum, width) => sum + width, 0);
  const long = natural.filter((width) => width > even).reduce((sum, width) => sum + width, 0);
  return natural.map((width) => (width <= even ? width : ((room - short) * width) / long));
};
