// Tables of figures: the three-line table of Chinese offices, as a table style, with the head repeated on each page,
// rows that never split, and figures on their decimal points. Layout by tables (cards, columns) is in layout-table.ts.
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table as DocxTable,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type FileChild,
  type ITableCellBorders,
} from 'docx';
import type { Inline, Row, Table } from '../tree/tree.ts';
import { textOf } from '../tree/walk.ts';
import { decimalIndents } from './decimal-align.ts';
import { color, widthOf, type Drawing } from './drawing.ts';
import { drawInlines } from './inlines.ts';
import { twips } from './page.ts';
import { compactStyle, extraStyles, smallerSize, styles, tighter, type compactNames } from './style-names.ts';
import { columnWidths } from './widths.ts';

type CellStyle = (typeof compactNames)[number];

/** A table with what its cells need to know of it. */
type Sheet = {
  readonly table: Table;
  readonly drawing: Drawing;
  /** Twips, padding included. */
  readonly widths: readonly number[];
};

const compact = ({ table }: Pick<Sheet, 'table'>): boolean => table.density === 'compact';

const styleId = (sheet: Sheet, name: CellStyle): string => (compact(sheet) ? compactStyle(name) : styles[name]).id;

const sizeOf = (sheet: Sheet, name: CellStyle): number => {
  const { size } = sheet.drawing.page.styles[name];
  return compact(sheet) ? smallerSize(size) : size;
};

const widthIn = (sheet: Sheet, inlines: readonly Inline[]): number =>
  widthOf(sheet.drawing, textOf(inlines), 'table-cell', sizeOf(sheet, 'table-cell'));

/** The room for text in a column, points. */
const roomIn = (sheet: Sheet, column: number): number =>
  (sheet.widths[column] ?? 0) / 20 - 2 * sheet.drawing.page.table.cellPadding;

/** Space over and under the text of a cell, points: what the row pitch leaves beside the leading. */
const verticalPadding = (sheet: Sheet): number => {
  const normal = sheet.drawing.page.styles['table-cell'];
  const { size, leading } = compact(sheet) ? tighter(normal) : normal;
  return Math.max(0, (sheet.drawing.page.table.pitch * size - leading * sheet.drawing.leading) / 2);
};

/** Where the cells of a decimal column stand: an indent at the right in twips, or centred where there is no number. */
const decimalPlaces = (sheet: Sheet, column: number): readonly (number | undefined)[] => {
  const texts = sheet.table.rows.map((row) => (row.group ? '' : textOf(row.cells[column]?.children ?? [])));
  const size = sizeOf(sheet, 'table-cell');
  return decimalIndents(texts, roomIn(sheet, column), (text) => widthOf(sheet.drawing, text, 'table-cell', size)).map(
    (indent) => (indent === undefined ? undefined : twips(indent)),
  );
};

/** Rows of one line tell themselves apart; hairlines help where most rows run over lines, and between groups. */
const hasHairlines = (sheet: Sheet): boolean => {
  const { rows } = sheet.table;
  const wraps = ({ cells }: Row): boolean =>
    cells.some((cell, column) => widthIn(sheet, cell.children) > roomIn(sheet, column));
  return !rows.some((row) => row.group) && rows.filter(wraps).length * 2 > rows.length;
};

const hairlineAbove = ({ drawing }: Sheet): ITableCellBorders => ({
  top: {
    style: BorderStyle.SINGLE,
    size: Math.max(2, Math.round(drawing.page.table.rowRule * 8)),
    color: color(drawing, 'mid'),
  },
});

const drawCell = (
  sheet: Sheet,
  column: number,
  paragraph: Paragraph,
  options: { readonly ruled?: boolean; readonly span?: number } = {},
): TableCell =>
  new TableCell({
    ...(options.span === undefined ? {} : { columnSpan: options.span }),
    width: {
      size:
        options.span === undefined ? (sheet.widths[column] ?? 0) : sheet.widths.reduce((sum, width) => sum + width, 0),
      type: WidthType.DXA,
    },
    ...(options.ruled === true ? { borders: hairlineAbove(sheet) } : {}),
    verticalAlign: VerticalAlignTable.TOP,
    children: [paragraph],
  });

/** A table this short is read at one glance and stays on one page. */
const shortTable = 6;

const kept = (sheet: Sheet, row: number): { readonly keepNext?: true } =>
  sheet.table.rows.length <= shortTable && row < sheet.table.rows.length - 1 ? { keepNext: true } : {};

const headRow = (sheet: Sheet): TableRow =>
  new TableRow({
    cantSplit: true,
    tableHeader: true,
    children: sheet.table.columns.map((column, index) =>
      drawCell(
        sheet,
        index,
        new Paragraph({
          style: styleId(sheet, 'table-head'),
          ...kept(sheet, -1),
          ...(column.align === 'left' ? { alignment: AlignmentType.LEFT } : {}),
          children: drawInlines(column.header, 'table-head', sheet.drawing),
        }),
      ),
    ),
  });

const groupRow = (sheet: Sheet, row: Row, first: boolean): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      drawCell(
        sheet,
        0,
        new Paragraph({
          style: styleId(sheet, 'table-group'),
          children: row.cells.flatMap((cell) => drawInlines(cell.children, 'table-group', sheet.drawing)),
        }),
        { ruled: !first, span: sheet.table.columns.length },
      ),
    ],
  });

const cellAlignment = (sheet: Sheet, column: number, decimal: number | undefined) => {
  switch (sheet.table.columns[column]?.align) {
    case 'center':
      return { alignment: AlignmentType.CENTER };
    case 'right':
      return { alignment: AlignmentType.RIGHT };
    case 'decimal':
      return decimal === undefined
        ? { alignment: AlignmentType.CENTER }
        : { alignment: AlignmentType.RIGHT, indent: { right: decimal } };
    default:
      return {};
  }
};

/** The caption, the table and its notes. */
export const drawTable = (table: Table, room: number, drawing: Drawing): FileChild[] => {
  const sheet: Sheet = { table, drawing, widths: columnWidths(table, room, drawing) };
  const places = table.columns.map((column, index) => (column.align === 'decimal' ? decimalPlaces(sheet, index) : []));
  const headed = table.columns.some((column) => column.header.length > 0);
  const ruled = hasHairlines(sheet);
  const rows = table.rows.map((row, index) =>
    row.group
      ? groupRow(sheet, row, index === 0)
      : new TableRow({
          cantSplit: true,
          children: table.columns.map((_, column) =>
            drawCell(
              sheet,
              column,
              new Paragraph({
                style: styleId(sheet, 'table-cell'),
                ...kept(sheet, index),
                ...cellAlignment(sheet, column, places[column]?.[index]),
                children: drawInlines(row.cells[column]?.children ?? [], 'table-cell', drawing),
              }),
              { ruled: ruled && index > 0 },
            ),
          ),
        }),
  );
  const vertical = twips(verticalPadding(sheet));
  const horizontal = twips(drawing.page.table.cellPadding);
  return [
    ...(table.caption.length === 0
      ? []
      : [new Paragraph({ style: styles.caption.id, children: drawInlines(table.caption, 'caption', drawing) })]),
    new DocxTable({
      style: extraStyles.table,
      tableLook: {
        firstRow: headed,
        lastRow: false,
        firstColumn: false,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      layout: TableLayoutType.FIXED,
      width: { size: room, type: WidthType.DXA },
      columnWidths: sheet.widths,
      margins: {
        marginUnitType: WidthType.DXA,
        top: vertical,
        bottom: vertical,
        left: horizontal,
        right: horizontal,
      },
      rows: headed ? [headRow(sheet), ...rows] : rows,
    }),
    ...table.notes.map(
      (note) => new Paragraph({ style: styles.note.id, children: drawInlines(note, 'note', drawing) }),
    ),
  ];
};
