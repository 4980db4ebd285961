// Definition nodes as pdfmake lays them out: copies that it may write on, the look of ruled tables, and tables in parts.
// A table is parted by us: pdfmake would leave a last row alone, or a group's title at the foot of a page.
import type { DefinitionNode, TableNode } from './definition.ts';
import type { Heights } from './heights.ts';
import type { LayoutNode, Margin, TableLayout } from './pdfmake-parts.ts';

/** Points by which heights worked out in different ways may differ. */
export const tolerance = 0.01;

/** pdfmake's table layout, which reads widths and colours of rules from the node. */
const ruled: TableLayout = {
  hLineWidth: (index, node) => node.rules[index] ?? 0,
  hLineColor: (index, node) => node.ruleColors[index] ?? '#000000',
  hLineStyle: () => null,
  vLineWidth: () => 0,
  paddingLeft: (_, node) => node.paddings.horizontal,
  paddingRight: (_, node) => node.paddings.horizontal,
  paddingTop: (_, node) => node.paddings.vertical,
  paddingBottom: (_, node) => node.paddings.vertical,
  fillColor: null,
  fillOpacity: 1,
  defaultBorder: true,
  hLineWhenBroken: true,
};

/** Where pdfmake's columns of a table begin, from the end of the one before, and the sum of all paddings. */
const offsetsOf = ({ columnWidths, paddings: { horizontal } }: TableNode): { offsets: number[]; total: number } => ({
  offsets: columnWidths.map((_, column) => (column === 0 ? horizontal : 2 * horizontal)),
  total: 2 * horizontal * columnWidths.length,
});

/**
 * A node as pdfmake lays it out: a copy that it may write on, down to the text, with the marks of its own measuring.
 * That would ask for each text's style, font and words; here all widths are fixed and no style is pdfmake's.
 */
export const layoutNode = (node: DefinitionNode): LayoutNode => {
  // One array for both: the space above falls away at the head of a page, for heights too.
  const margin: Margin | undefined = node.margin && [...node.margin];
  const marks = margin === undefined ? { positions: [] } : { positions: [], margin, _margin: margin };
  if ('ruled' in node || 'text' in node) return { ...node, ...marks };
  if ('stack' in node) return { ...node, ...marks, stack: node.stack.map(layoutNode) };
  if ('columns' in node) {
    const columns = node.columns.map((column) => ({ ...layoutNode(column), width: column.width }));
    return { ...node, ...marks, columns, _gap: node.columnGap };
  }
  if ('table' in node) {
    const body = node.table.body.map((row) =>
      row.map((cell) => ('spanned' in cell ? { ...cell, _span: true } : layoutNode(cell))),
    );
    const widths = node.columnWidths.map((width) => ({ width }));
    return { ...node, ...marks, table: { ...node.table, widths, body }, _layout: ruled, _offsets: offsetsOf(node) };
  }
  if ('canvas' in node) {
    const canvas = node.canvas.map((line) => ({ ...line }));
    return { ...node, ...marks, canvas, _minHeight: Math.max(...canvas.flatMap(({ y1, y2 }) => [y1, y2])) };
  }
  const { width, svg } = node;
  return { ...node, ...marks, _width: width, _height: width / (svg.width / svg.height), font: '' };
};

/** Where the part of a table that begins at row `from` ends: `from` itself when not even its first row fits in `room`. */
export const endOfPart = (node: TableNode, from: number, room: number, heights: Heights): number => {
  const heightOf = (index: number): number => heights.row(node, index);
  const { body, headerRows } = node.table;
  let height = node.rules.at(-1) ?? 0;
  for (let index = 0; index < headerRows; index++) height += heightOf(index);
  let to = from;
  while (to < body.length && height + heightOf(to) <= room + tolerance) height += heightOf(to++);
  if (to === body.length || to <= from + 1) return to;
  // A last row of one line does not stand alone on the next page, nor one that opens a group at the foot of this.
  if (body.length - to === 1 && to - from > 2 && !heights.isTall(node, to)) to--;
  while (to > from + 1 && node.groupRows[to - 1] === true) to--;
  return to;
};

/**
 * Rows `from` to `to` with the head and the rules of a whole table. `broken` rows may run over pages, and so may a head
 * above them; `headed` when the head has been set before, so that it is only repeated.
 */
export const partOfTable = (
  node: TableNode & LayoutNode,
  from: number,
  to: number,
  { broken, headed }: { readonly broken: boolean; readonly headed: boolean },
): LayoutNode => {
  const { headerRows, body } = node.table;
  const heads = broken && headed ? 0 : headerRows;
  const pick = <T>(rows: readonly T[]): T[] => [...rows.slice(0, heads), ...rows.slice(from, to)];
  // The first row stands under the head, wherever it stood in the table.
  const under = <T>(values: readonly T[]): T[] => [
    ...values.slice(0, heads + 1),
    ...values.slice(from + 1, to),
    ...values.slice(-1),
  ];
  return {
    ...node,
    table: { ...node.table, headerRows: broken ? 0 : heads, dontBreakRows: !broken, body: pick(body) },
    groupRows: pick(node.groupRows),
    rules: under(node.rules),
    ruleColors: under(node.ruleColors),
    ...(headed && !broken ? { continued: true as const } : {}),
  };
};
