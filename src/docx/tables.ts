// Tables of figures: the three-line table of Chinese offices, as a table style, with the head repeated on each page,
// rows that never split, and figures on their decimal points. Layout by tables (cards, columns) is in layout-table.ts.
//
// Tables are most of a handout, so they are written here and not by docx (see written.ts); elements stand in the order
// of the schema.
import { Paragraph, type FileChild } from 'docx';
import type { Inline, Row, Table } from '../tree/tree.ts';
import { isForm, textOf } from '../tree/walk.ts';
import { decimalIndents } from './decimal-align.ts';
import { color, widthOf, type Drawing } from './drawing.ts';
import { drawInlines, writeInlines } from './inlines.ts';
import { play, rightIndent } from './line-ends.ts';
import { twips } from './page.ts';
import { withSpace, type Space } from './spacing.ts';
import { compactStyle, extraStyles, smallerSize, styles, tighter, type compactNames } from './style-names.ts';
import { columnWidths } from './widths.ts';
import { joined, Written, type Link } from './written.ts';
import { tag } from './xml.ts';

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

/** Whether a row runs over lines. */
const wraps = (sheet: Sheet, { cells }: Row): boolean =>
  cells.some((cell, column) => widthIn(sheet, cell.children) > roomIn(sheet, column));

/**
 * Rows of one line tell themselves apart; hairlines help where most rows run over lines, between groups, and where
 * blank cells are to be filled in.
 */
const hasHairlines = (sheet: Sheet): boolean => {
  const { rows } = sheet.table;
  if (isForm(sheet.table)) return true;
  return !rows.some((row) => row.group) && rows.filter((row) => wraps(sheet, row)).length * 2 > rows.length;
};

/** XML with the links in it. */
type Piece = { readonly xml: string; readonly links: readonly Link[] };

const within = (name: string, head: string, pieces: readonly Piece[]): Piece => ({
  xml: tag(name, {}, head, ...pieces.map(({ xml }) => xml)),
  links: pieces.flatMap(({ links }) => links),
});

const value = (name: string, given: string | number): string => tag(name, { 'w:val': given });

const width = (name: string, size: number): string => tag(name, { 'w:type': 'dxa', 'w:w': size });

/** Under a row, not above the next: where a page ends between them, the rule closes the table at its foot. */
const hairlineBelow = ({ drawing }: Sheet): string =>
  tag(
    'w:tcBorders',
    {},
    tag('w:bottom', {
      'w:val': 'single',
      'w:color': color(drawing, 'mid'),
      'w:sz': Math.max(2, Math.round(drawing.page.table.rowRule * 8)),
    }),
  );

type Line = {
  readonly style: CellStyle;
  readonly inlines: readonly Inline[];
  readonly keepNext?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  /** Twips at the right. */
  readonly indent?: number;
};

const drawLine = (sheet: Sheet, { style, inlines, keepNext = false, align, indent }: Line): Piece => {
  const properties = [
    value('w:pStyle', styleId(sheet, style)),
    keepNext ? tag('w:keepNext') : '',
    indent === undefined ? '' : tag('w:ind', { 'w:right': indent }),
    align === undefined ? '' : value('w:jc', align),
  ].join('');
  return within('w:p', tag('w:pPr', {}, properties), [joined(writeInlines(inlines, style, sheet.drawing))]);
};

const drawCell = (
  sheet: Sheet,
  widths: readonly number[],
  line: Piece,
  { ruled = false }: { readonly ruled?: boolean } = {},
): Piece => {
  const properties = [
    width(
      'w:tcW',
      widths.reduce((sum, one) => sum + one, 0),
    ),
    widths.length > 1 ? value('w:gridSpan', widths.length) : '',
    ruled ? hairlineBelow(sheet) : '',
    value('w:vAlign', 'top'),
  ].join('');
  return within('w:tc', tag('w:tcPr', {}, properties), [line]);
};

const drawRow = (cells: readonly Piece[], { head = false }: { readonly head?: boolean } = {}): Piece =>
  within('w:tr', tag('w:trPr', {}, tag('w:cantSplit'), ...(head ? [tag('w:tblHeader')] : [])), cells);

/** A table this short is read at one glance and stays on one page. */
const shortTable = 5;

/**
 * Whether a row stays on the page of the row after it: in a short table, and where a row of one line would stand alone
 * under the head at the foot of a page, or at the end of the table on the next.
 */
const kept = (sheet: Sheet, index: number): boolean => {
  const { rows } = sheet.table;
  const last = rows.length - 1;
  if (index >= last) return false;
  if (rows.length <= shortTable) return true;
  const isLine = (row: Row | undefined): boolean => row !== undefined && !wraps(sheet, row);
  const first = rows.findIndex(({ group }) => !group);
  return index < first || (index === first && isLine(rows[first])) || (index === last - 1 && isLine(rows[last]));
};

const widthAt = (sheet: Sheet, column: number): readonly number[] => [sheet.widths[column] ?? 0];

const headRow = (sheet: Sheet): Piece =>
  drawRow(
    sheet.table.columns.map((column, index) =>
      drawCell(
        sheet,
        widthAt(sheet, index),
        drawLine(sheet, {
          style: 'table-head',
          inlines: column.header,
          keepNext: kept(sheet, -1),
          ...(column.align === 'left' && { align: 'left' }),
        }),
      ),
    ),
    { head: true },
  );

const groupRow = (sheet: Sheet, row: Row, ruled: boolean): Piece =>
  drawRow([
    drawCell(
      sheet,
      sheet.widths,
      // The title of a group does not stand at the foot of a page without a row.
      drawLine(sheet, { style: 'table-group', inlines: row.cells.flatMap(({ children }) => children), keepNext: true }),
      { ruled },
    ),
  ]);

const cellAlignment = (
  sheet: Sheet,
  column: number,
  inlines: readonly Inline[],
  decimal: number | undefined,
): Pick<Line, 'align' | 'indent'> => {
  const align = sheet.table.columns[column]?.align;
  if (align === 'left') {
    const room = roomIn(sheet, column);
    const indent = rightIndent(inlines, 'table-cell', room, sheet.drawing, sizeOf(sheet, 'table-cell'));
    return indent === 0 ? {} : { indent };
  }
  if (align !== 'decimal') return align === 'center' || align === 'right' ? { align } : {};
  return decimal === undefined ? { align: 'center' } : { align: 'right', indent: decimal };
};

const rowsOf = (sheet: Sheet): Piece[] => {
  const { columns, rows } = sheet.table;
  const places = columns.map((column, index) => (column.align === 'decimal' ? decimalPlaces(sheet, index) : []));
  const hairlines = hasHairlines(sheet);
  const ruledBelow = (index: number): boolean => {
    const next = rows[index + 1];
    return next !== undefined && (hairlines || next.group);
  };
  return rows.map((row, index) =>
    row.group
      ? groupRow(sheet, row, ruledBelow(index))
      : drawRow(
          columns.map((_, column) => {
            const inlines = row.cells[column]?.children ?? [];
            return drawCell(
              sheet,
              widthAt(sheet, column),
              drawLine(sheet, {
                style: 'table-cell',
                inlines,
                keepNext: kept(sheet, index),
                ...cellAlignment(sheet, column, inlines, places[column]?.[index]),
              }),
              { ruled: ruledBelow(index) },
            );
          }),
        ),
  );
};

const tableProperties = (sheet: Sheet, room: number, headed: boolean): string => {
  const vertical = twips(verticalPadding(sheet));
  const horizontal = twips(sheet.drawing.page.table.cellPadding - play / 2);
  return tag(
    'w:tblPr',
    {},
    value('w:tblStyle', extraStyles.table),
    width('w:tblW', room),
    tag('w:tblLayout', { 'w:type': 'fixed' }),
    tag(
      'w:tblCellMar',
      {},
      width('w:top', vertical),
      width('w:left', horizontal),
      width('w:bottom', vertical),
      width('w:right', horizontal),
    ),
    tag('w:tblLook', {
      'w:firstRow': String(headed),
      'w:lastRow': 'false',
      'w:firstColumn': 'false',
      'w:lastColumn': 'false',
      'w:noHBand': 'true',
      'w:noVBand': 'true',
    }),
  );
};

/** The caption, the table and its notes. */
export const drawTable = (table: Table, room: number, drawing: Drawing, space: Space): FileChild[] => {
  const sheet: Sheet = { table, drawing, widths: columnWidths(table, room, drawing) };
  const headed = table.columns.some((column) => column.header.length > 0);
  const caption =
    table.caption.length === 0
      ? []
      : [
          new Paragraph({
            style: styles.caption.id,
            ...withSpace('caption', space, drawing.page),
            children: drawInlines(table.caption, 'caption', drawing),
          }),
        ];
  // Drawn in the order of the text, for the record that the drawing keeps.
  const head = headed ? [headRow(sheet)] : [];
  const grid = tag('w:tblGrid', {}, ...sheet.widths.map((one) => tag('w:gridCol', { 'w:w': one })));
  const { xml, links } = within('w:tbl', tableProperties(sheet, room, headed) + grid, [...head, ...rowsOf(sheet)]);
  return [
    ...caption,
    new Written('w:tbl', xml, links),
    ...table.notes.map(
      (note, index) =>
        new Paragraph({
          style: styles.note.id,
          // The style's space stands over the first note, not between them.
          ...(index === 0 ? {} : { spacing: { before: 0 } }),
          children: drawInlines(note, 'note', drawing),
        }),
    ),
  ];
};
