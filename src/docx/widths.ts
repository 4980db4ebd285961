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

/** What the longest cell of each column needs, in twips, padding included. */
const naturalWidths = (table: Table, drawing: Drawing): readonly number[] => {
  const padding = 2 * drawing.page.table.cellPadding;
  const sizeOf = (name: StyleName): number => {
    const { size } = drawing.page.styles[name];
    return table.density === 'compact' ? smallerSize(size) : size;
  };
  return table.columns.map((column, index) => {
    const cells = table.rows
      .filter((row) => !row.group)
      .map((row) => widthOf(drawing, textOf(row.cells[index]?.children ?? []), 'table-cell', sizeOf('table-cell')));
    const widest = Math.max(widthOf(drawing, textOf(column.header), 'table-head', sizeOf('table-head')), ...cells);
    return twips(widest + padding) + 20;
  });
};

/** The widths of a table's columns in `room` twips. */
export const columnWidths = (table: Table, room: number, drawing: Drawing): readonly number[] => {
  const asked = table.columns.map((column) => column.width);
  if (asked.every((width) => width > 0)) return share(room, asked);
  const natural = naturalWidths(table, drawing);
  const total = natural.reduce((sum, width) => sum + width, 0);
  if (asked.every((width) => width === 0)) {
    // A long column gives way first: none takes more than its share of what the short ones leave.
    return share(room, total <= room ? natural : balanced(natural, room));
  }
  const fixed = asked.map((width, index) => (width === 0 ? Math.min(natural[index] ?? 0, room / 3) : 0));
  const left = room - fixed.reduce((sum, width) => sum + width, 0);
  const relative = asked.reduce((sum, width) => sum + width, 0);
  return share(
    room,
    asked.map((width, index) => (width === 0 ? (fixed[index] ?? 0) : (left * width) / relative)),
  );
};

/** Columns that need less than an even share keep what they need; the others share the rest in proportion. */
const balanced = (natural: readonly number[], room: number): readonly number[] => {
  const even = room / natural.length;
  const short = natural.filter((width) => width <= even).reduce((sum, width) => sum + width, 0);
  const long = natural.filter((width) => width > even).reduce((sum, width) => sum + width, 0);
  return natural.map((width) => (width <= even ? width : ((room - short) * width) / long));
};
