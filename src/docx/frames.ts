// Layout made of borderless tables: banner, cards, columns, terms, lines to write on, and what sits at the page foot.
// Cells read in the order of the tree, left to right and down, so the text of the file is the text of the PDF.
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  Table as DocxTable,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  RelativeVerticalPosition,
  OverlapType,
  type FileChild,
  type IBorderOptions,
  type IParagraphOptions,
  type ITableBordersOptions,
} from 'docx';
import type { StyleName } from '../theme/theme.ts';
import type { Banner, Card, Cards, Columns, Imprint, Inline, Terms, WritingLines } from '../tree/tree.ts';
import { textOf } from '../tree/walk.ts';
import { color, widthOf, type Drawing } from './drawing.ts';
import { drawInlines, drawSized, drawStyled } from './inlines.ts';
import { twips, twipsOfMm } from './page.ts';
import { extraStyles, smallerSize, styles } from './style-names.ts';
import { share } from './widths.ts';

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };

const rule = (points: number, colour: string): IBorderOptions => ({
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

type Margins = { readonly top?: number; readonly bottom?: number; readonly left?: number; readonly right?: number };

const cell = (
  children: readonly (Paragraph | DocxTable)[],
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
    children,
  });

/** A table that stands at the foot of the text area: twips from the page's left edge. */
type Foot = { readonly left: number };

const layout = (
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

const paragraph = (
  inlines: readonly Inline[],
  style: StyleName,
  drawing: Drawing,
  options: Pick<IParagraphOptions, 'alignment'> = {},
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

/** The band at the top of a sheet: title at left, asides at right, a red rule under both. */
export const drawBanner = (banner: Banner, room: number, drawing: Drawing): FileChild[] => {
  const wanted = banner.aside.map((line) => twips(widthOf(drawing, textOf(line), 'banner-aside')) + 20);
  const right = Math.min(Math.round(room * 0.45), Math.max(20, ...wanted));
  const left = room - right;
  const widths = [left, right];
  const bottom = twips(3);
  return [
    layout(
      [
        new TableRow({
          cantSplit: true,
          children: [
            cell([paragraph(banner.title, 'banner-title', drawing)], left, { margins: { bottom }, bottom: true }),
            cell(
              banner.aside.length === 0
                ? [spacer()]
                : banner.aside.map((line) => paragraph(line, 'banner-aside', drawing)),
              right,
              { margins: { bottom }, bottom: true },
            ),
          ],
        }),
      ],
      widths,
      { bottom: rule(drawing.page.rules.banner, color(drawing, 'red')) },
    ),
  ];
};

const cardStyles = {
  large: { label: 'card-label', value: 'card-value', unit: 'card-unit', note: 'card-note' },
  small: { label: 'small-card-label', value: 'small-card-value', unit: 'small-card-unit', note: 'small-card-note' },
} as const satisfies Record<Cards['size'], Record<keyof Card, StyleName>>;

/** The type size of a card's value: that of its style, or the largest of the scale that fits. */
const valueSize = (card: Card, size: Cards['size'], room: number, drawing: Drawing): number => {
  const names = cardStyles[size];
  const unit = widthOf(drawing, textOf(card.unit), names.unit);
  let points = drawing.page.styles[names.value].size;
  while (points > 10.5 && widthOf(drawing, textOf(card.value), names.value, points) + unit > room) {
    points = smallerSize(points);
  }
  return points;
};

const drawCard = (card: Card, size: Cards['size'], room: number, drawing: Drawing): Paragraph[] => {
  const names = cardStyles[size];
  const points = valueSize(card, size, room, drawing);
  return [
    ...(card.label.length === 0 ? [] : [paragraph(card.label, names.label, drawing)]),
    new Paragraph({
      style: styles[names.value].id,
      children: [
        ...(points === drawing.page.styles[names.value].size
          ? drawInlines(card.value, names.value, drawing)
          : drawSized(card.value, names.value, points, drawing)),
        ...drawStyled(card.unit, names.value, names.unit, drawing),
      ],
    }),
    ...(card.note.length === 0 ? [] : [paragraph(card.note, names.note, drawing)]),
  ];
};

/** Cards in rows, on their ground; the paper shows between them as borders in its colour. */
export const drawCards = (cards: Cards, room: number, drawing: Drawing): FileChild[] => {
  const { padding, gap, ground } = drawing.page.card;
  const perRow = Math.max(1, Math.min(cards.perRow, cards.cards.length));
  const widths = share(
    room,
    Array.from({ length: perRow }, () => 1),
  );
  const rows = Array.from({ length: Math.ceil(cards.cards.length / perRow) }, (_, row) =>
    cards.cards.slice(row * perRow, (row + 1) * perRow),
  );
  const between = rule(Math.min(12, gap), color(drawing, 'paper'));
  const margins = {
    top: twips(padding * 0.75),
    bottom: twips(padding * 0.75),
    left: twips(padding),
    right: twips(padding),
  };
  return [
    layout(
      rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: widths.map((width, index) => {
              const card = row[index];
              return card === undefined
                ? cell([spacer()], width)
                : cell(drawCard(card, cards.size, width / 20 - 2 * padding - gap / 2, drawing), width, {
                    margins,
                    ground: color(drawing, ground),
                  });
            }),
          }),
      ),
      widths,
      { insideHorizontal: between, insideVertical: between },
    ),
  ];
};

/** Blocks side by side. `draw` draws the blocks of one column in the room it has. */
export const drawColumns = (
  columns: Columns,
  room: number,
  drawing: Drawing,
  draw: (blocks: Columns['columns'][number], room: number) => readonly FileChild[],
): FileChild[] => {
  const gutter = twips(drawing.page.gutter);
  const last = columns.columns.length - 1;
  const rooms = share(
    room - gutter * last,
    columns.columns.map((_, index) => columns.widths[index] ?? 1),
  );
  const widths = rooms.map((width, index) => width + (index === last ? 0 : gutter));
  return [
    layout(
      [
        new TableRow({
          children: columns.columns.map((blocks, index) =>
            cell(cellContent(draw(blocks, rooms[index] ?? 0)), widths[index] ?? 0, {
              margins: { right: index === last ? 0 : gutter },
            }),
          ),
        }),
      ],
      widths,
    ),
  ];
};

/** What may stand in a cell, which must end with a paragraph (ECMA-376 Part 1, 17.4.65). */
const cellContent = (children: readonly FileChild[]): (Paragraph | DocxTable)[] => {
  const content = children.filter((child) => child instanceof Paragraph || child instanceof DocxTable);
  return content.at(-1) instanceof Paragraph ? content : [...content, spacer({ height: thinnest })];
};

/** Terms in one column, the term leading its explanation in one paragraph; in two, each in a cell over its own. */
export const drawTerms = (terms: Terms, room: number, drawing: Drawing): FileChild[] => {
  if (terms.perRow === 1) {
    return terms.entries.map(
      ({ term, explanation }) =>
        new Paragraph({
          style: styles.explanation.id,
          children: [
            ...drawInlines(
              [{ kind: 'strong', children: [...term, { kind: 'text', text: '：' }] }],
              'explanation',
              drawing,
            ),
            ...drawInlines(explanation, 'explanation', drawing),
          ],
        }),
    );
  }
  const gutter = twips(drawing.page.gutter);
  const rooms = share(room - gutter, [1, 1]);
  const widths = rooms.map((width, index) => width + (index === 1 ? 0 : gutter));
  const rows = Array.from({ length: Math.ceil(terms.entries.length / 2) }, (_, row) =>
    terms.entries.slice(row * 2, row * 2 + 2),
  );
  return [
    layout(
      rows.map(
        (entries, row) =>
          new TableRow({
            cantSplit: true,
            children: widths.map((width, index) => {
              const entry = entries[index];
              return cell(
                entry === undefined
                  ? [spacer()]
                  : [paragraph(entry.term, 'term', drawing), paragraph(entry.explanation, 'explanation', drawing)],
                width,
                { margins: { top: row === 0 ? 0 : twips(drawing.page.gap), right: index === 1 ? 0 : gutter } },
              );
            }),
          }),
      ),
      widths,
    ),
  ];
};

/** Lines that are to fill the page fill half of one: Word alone knows where the page ends. */
const fillingLines = (lines: WritingLines, drawing: Drawing): number =>
  Math.floor(drawing.geometry.textHeight / 2 / twipsOfMm(lines.pitch));

/** Ruled lines to write on: rows of exact height with a rule under each. */
export const drawLines = (lines: WritingLines, room: number, drawing: Drawing): FileChild[] => {
  const hairline = rule(drawing.page.rules.hairline, color(drawing, 'mid'));
  const count = lines.count === 0 ? fillingLines(lines, drawing) : lines.count;
  return [
    layout(
      Array.from(
        { length: count },
        () =>
          new TableRow({
            cantSplit: true,
            height: { value: twipsOfMm(lines.pitch), rule: HeightRule.EXACT },
            children: [cell([spacer()], room)],
          }),
      ),
      [room],
      { bottom: hairline, insideHorizontal: hairline },
    ),
  ];
};

/** 报尾, at the foot of the page it falls on: outer rules heavier than those between the lines (7.4). */
export const drawImprint = (imprint: Imprint, room: number, drawing: Drawing): FileChild[] => {
  const count = Math.max(imprint.left.length, imprint.right.length);
  if (count === 0) return [];
  const ink = color(drawing, 'ink');
  const outer = rule(drawing.page.rules.imprintOuter, ink);
  const inset = twips(drawing.page.styles.imprint.size);
  const wanted = imprint.right.map((text) => twips(widthOf(drawing, textOf(text), 'imprint')) + inset + 20);
  const right = Math.min(Math.round(room * 0.6), Math.max(inset, ...wanted));
  const rows = Array.from({ length: count }, (_, index) => {
    const at = imprint.right[index] ?? [];
    const left = paragraph(imprint.left[index] ?? [], 'imprint', drawing);
    return new TableRow({
      cantSplit: true,
      children:
        at.length === 0
          ? [cell([left], room, { span: 2, margins: { left: inset, right: inset } })]
          : [
              cell([left], room - right, { margins: { left: inset } }),
              cell([paragraph(at, 'imprint', drawing, { alignment: AlignmentType.RIGHT })], right, {
                margins: { right: inset },
              }),
            ],
    });
  });
  return [
    layout(
      rows,
      [room - right, right],
      { top: outer, bottom: outer, insideHorizontal: rule(drawing.page.rules.imprintInner, ink) },
      { left: drawing.geometry.margins.left },
    ),
  ];
};

/** Blocks that sit at the foot of the page. */
export const drawFoot = (children: readonly FileChild[], room: number, drawing: Drawing): FileChild[] => [
  layout(
    [new TableRow({ cantSplit: true, children: [cell(cellContent(children), room)] })],
    [room],
    {},
    {
      left: drawing.geometry.margins.left,
    },
  ),
];
