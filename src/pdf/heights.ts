// How high a node will be, before it is placed: for keeping blocks whole, headings with their text, feet at the foot.
// All widths in a definition are fixed, so nothing has to be tried out on a page.
import type { ComposedLine } from './paragraph.ts';
import type { DefinitionNode, TableNode, TextNode } from './definition.ts';

/** Lines that are to fill a page begin another one where there is room for fewer. */
const fillingLeast = 8;

export type Heights = {
  /** Of the whole node with its margins. */
  readonly total: (node: DefinitionNode, width: number) => number;
  /** Of the least part that may stand at the foot of a page before a break. */
  readonly head: (node: DefinitionNode, width: number) => number;
  /** Of a row of a table with the rule above it. */
  readonly row: (node: TableNode, index: number) => number;
  /** Whether a row of a table has two lines or more. */
  readonly isTall: (node: TableNode, index: number) => boolean;
};

/** A paragraph's first lines that stay together: two, or all of three, so that no line is left alone. */
const headLines = (count: number): number => (count <= 3 ? count : 2);

const inner = (node: DefinitionNode, width: number): number =>
  width - (node.margin?.[0] ?? 0) - (node.margin?.[2] ?? 0);
const around = (node: DefinitionNode): number => (node.margin?.[1] ?? 0) + (node.margin?.[3] ?? 0);

/** Measures nodes with the lines that `compose` gives for them. */
export const createHeights = (compose: (node: TextNode, width: number) => readonly ComposedLine[]): Heights => {
  const rowHeight = ({ table, columnWidths, paddings, rules }: TableNode, index: number): number => {
    const row = table.body[index] ?? [];
    let height = 0;
    // Cells that another one spans are passed over: pdfmake puts marks of its own in their places.
    for (let column = 0, span = 1; column < row.length; column += span) {
      const cell = row[column];
      if (cell === undefined || 'spanned' in cell) break;
      span = cell.colSpan ?? 1;
      const inside = columnWidths.slice(column, column + span).reduce((sum, value) => sum + value, 0);
      height = Math.max(height, total(cell, inside + (span - 1) * 2 * paddings.horizontal));
    }
    return height + 2 * paddings.vertical + (rules[index] ?? 0);
  };

  /** Whether a row has two lines or more: it may stand alone where a row of one line may not. */
  const isTall = (node: TableNode, index: number): boolean => {
    const cell = node.table.body[index]?.[0];
    const leading = cell !== undefined && 'format' in cell ? cell.format.leading : Number.POSITIVE_INFINITY;
    return rowHeight(node, index) >= 2 * (leading + node.paddings.vertical);
  };

  /** How many rows of a table stay together at its beginning: the head and two lines, not counting titles of groups. */
  const leastRows = (node: TableNode): number => {
    const { table, groupRows } = node;
    let lines = 0;
    let rows = table.headerRows;
    for (; rows < table.body.length && lines < 2; rows++) {
      if (groupRows[rows] !== true) lines += isTall(node, rows) ? 2 : 1;
    }
    return rows;
  };

  const content = (node: DefinitionNode, width: number): number => {
    if ('text' in node) return compose(node, width).length * node.format.leading;
    if ('ruled' in node) return Math.max(2, node.ruled.count || fillingLeast) * node.ruled.pitch;
    if ('stack' in node) return node.stack.reduce((sum, child) => sum + total(child, width), 0);
    if ('columns' in node) return Math.max(0, ...node.columns.map((column) => total(column, column.width)));
    if ('table' in node) {
      const rows = node.table.body.reduce((sum, _, index) => sum + rowHeight(node, index), 0);
      return rows + (node.rules.at(-1) ?? 0);
    }
    return 'svg' in node ? node.svg.height : node.height;
  };

  const total = (node: DefinitionNode, width: number): number => around(node) + content(node, inner(node, width));

  const head = (node: DefinitionNode, width: number): number => {
    const room = inner(node, width);
    const above = node.margin?.[1] ?? 0;
    if (node.keep === true) return total(node, width);
    if ('text' in node) return above + headLines(compose(node, room).length) * node.format.leading;
    if ('ruled' in node) return above + (node.ruled.count > 0 ? 1 : fillingLeast) * node.ruled.pitch;
    if ('stack' in node) {
      let height = above;
      for (const child of node.stack) {
        if (child.keepWithNext !== true) return height + head(child, room);
        height += total(child, room);
      }
      return height;
    }
    if ('columns' in node) return above + Math.max(0, ...node.columns.map((column) => head(column, column.width)));
    if ('table' in node) {
      const rows = leastRows(node);
      const ruleBelow = node.rules.at(-1) ?? 0;
      return Array.from({ length: rows }, (_, index) => rowHeight(node, index)).reduce(
        (sum, row) => sum + row,
        above + ruleBelow,
      );
    }
    return total(node, width);
  };

  return { total, head, row: rowHeight, isTall };
};
