// What layout by borderless tables is made of: cells, rules, the table itself, and the empty lines that Word must have
// around tables. Tables in the flow and tables that hang at the foot of the page are the same but for their place.
import {
  BorderStyle,
  OverlapType,
  Paragraph,
  RelativeVerticalPosition,
  ShadingType,
  Table as DocxTable,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  VerticalAlignTable,
  WidthType,
  type FileChild,
  type IBorderOptions,
  type IParagraphOptions,
  type ITableBordersOptions,
  type TableRow,
} from 'docx';
import type { StyleName } from '../theme/theme.ts';
import type { Inline } from '../tree/tree.ts';
import type { Drawing } from './drawing.ts';
import { drawInlines } from './inlines.ts';
import { extraStyles, styles } from './style-names.ts';
import { Written } from './written.ts';

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };

export const rule = (points: number, colour: string): IBorderOptions => ({
  style: BorderStyle.SINGLE,
  size: Math.max(2, Math.round(points * 8)),
  color: colour,
});

const noBorders: ITableBordersOptions = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

export type Margins = {
  readonly top?: number;
  readonly bottom?: number;
  readonly left?: number;
  readonly right?: number;
};

type CellChild = Paragraph | DocxTable | Written;

export const cell = (
  children: readonly CellChild[],
  width: number,
  options: {
    readonly margins?: Margins;
    readonly ground?: string;
    readonly bottom?: boolean;
    readonly span?: number;
  } = {},
): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(options.span === undefined ? {} : { columnSpan: options.span }),
    ...(options.margins === undefined ? {} : { margins: { ...options.margins, marginUnitType: WidthType.DXA } }),
    ...(options.ground === undefined
      ? {}
      : { shading: { type: ShadingType.CLEAR, color: 'auto', fill: options.ground } }),
    ...(options.bottom === true ? { verticalAlign: VerticalAlignTable.BOTTOM } : {}),
    // Its types ask for its own tables; what it does with a child is to write it.
    children: children as readonly (Paragraph | DocxTable)[],
  });

/** A table that stands at the foot of the text area: twips from the page's left edge. */
type Foot = { readonly left: number };

export const layout = (
  rows: readonly TableRow[],
  widths: readonly number[],
  borders: ITableBordersOptions = {},
  foot?: Foot,
): DocxTable =>
  new DocxTable({
    style: extraStyles.layout,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...noBorders, ...borders },
    ...(foot === undefined
      ? {}
      : {
          float: {
            // From the page's edge: LibreOffice leaves a table as wide as the text in its place otherwise.
            horizontalAnchor: TableAnchorType.PAGE,
            absoluteHorizontalPosition: foot.left,
            verticalAnchor: TableAnchorType.MARGIN,
            relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
            overlap: OverlapType.NEVER,
          },
        }),
    rows,
  });

export const paragraph = (
  inlines: readonly Inline[],
  style: StyleName,
  drawing: Drawing,
  options: Pick<IParagraphOptions, 'alignment' | 'indent'> = {},
): Paragraph => new Paragraph({ style: styles[style].id, ...options, children: drawInlines(inlines, style, drawing) });

/** The height of a line that is there only because Word must have one, twips. */
export const thinnest = 4;

/** An empty line as high as the theme's gap; `height` in twips for another. */
export const spacer = (
  options: { readonly height?: number; readonly pageBreakBefore?: boolean; readonly keepNext?: boolean } = {},
): Paragraph =>
  new Paragraph({
    style: extraStyles.spacer,
    ...(options.height === undefined
      ? {}
      : { spacing: { line: Math.max(thinnest, options.height), lineRule: 'exact' } }),
    ...(options.pageBreakBefore === true ? { pageBreakBefore: true } : {}),
    ...(options.keepNext === true ? { keepNext: true } : {}),
  });

/** What may stand in a cell, which must end with a paragraph (ECMA-376 Part 1, 17.4.65). */
export const cellContent = (children: readonly FileChild[]): CellChild[] => {
  const content = children.filter(
    (child) => child instanceof Paragraph || child instanceof DocxTable || child instanceof Written,
  );
  return content.at(-1) instanceof Paragraph ? content : [...content, spacer({ height: thinnest })];
};
