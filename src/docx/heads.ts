// What opens and closes a document: masthead (报头), banner of a sheet, imprint (版记, 报尾) and what sits at the foot.
// The masthead's name is spaced to two thirds of the text's width in its style, so that a clerk can change it there.
import { AlignmentType, Paragraph, TableRow, TextRun, type FileChild } from 'docx';
import type { Banner, Document, Imprint, Inline, Masthead } from '../tree/tree.ts';
import { textOf } from '../tree/walk.ts';
import { color, widthOf, type Drawing } from './drawing.ts';
import { drawInlines } from './inlines.ts';
import { cell, cellContent, layout, paragraph, rule, spacer } from './layout-table.ts';
import { twips } from './page.ts';
import { smallerSize, styles } from './style-names.ts';

/** Size and tracking of the masthead's name, in points: the theme's own when the document has no masthead. */
export const mastheadFit = (
  document: Document,
  drawing: Drawing,
): { readonly size: number; readonly tracking: number } => {
  const style = drawing.page.styles.masthead;
  const masthead = document.blocks.find((block) => block.kind === 'masthead');
  if (masthead === undefined) return { size: style.size, tracking: style.tracking };
  const name = textOf(masthead.name);
  const room = drawing.geometry.textWidth / 20;
  let size = style.size;
  while (size > 22 && widthOf(drawing, name, 'masthead', size) > room) size = smallerSize(size);
  const natural = widthOf(drawing, name, 'masthead', size);
  const count = [...name].length;
  const target = (room * 2) / 3;
  return { size, tracking: count > 1 && natural < target ? (target - natural) / (count - 1) : 0 };
};

export const drawMasthead = (masthead: Masthead, drawing: Drawing): FileChild[] => [
  new Paragraph({ style: styles.masthead.id, children: drawInlines(masthead.name, 'masthead', drawing) }),
  ...(masthead.issue.length === 0
    ? []
    : [new Paragraph({ style: styles.issue.id, children: drawInlines(masthead.issue, 'issue', drawing) })]),
  new Paragraph({
    style: styles['imprint-line'].id,
    children: [
      ...drawInlines(masthead.unit, 'imprint-line', drawing),
      new TextRun({ text: '\t' }),
      ...drawInlines(masthead.date, 'imprint-line', drawing),
    ],
  }),
];

/** The band at the top of a sheet: title at left, asides at right, a red rule under both. */
export const drawBanner = (banner: Banner, room: number, drawing: Drawing): FileChild[] => {
  const wanted = banner.aside.map((line) => twips(widthOf(drawing, textOf(line), 'banner-aside')) + 20);
  // The aside keeps its lines whole where the title leaves room for them.
  const beside = room - twips(widthOf(drawing, textOf(banner.title), 'banner-title') + drawing.page.gutter);
  const right = Math.min(Math.max(Math.round(room * 0.45), beside), Math.max(20, ...wanted));
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

/** Lines after the first begin under the first character after the colon (GB/T 9704—2012, 7.4.2). */
const hangOf = (inlines: readonly Inline[], drawing: Drawing): number => {
  const label = /^[^：]{1,6}：/.exec(textOf(inlines))?.[0];
  return label === undefined ? 0 : twips(widthOf(drawing, label, 'imprint'));
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
    const text = imprint.left[index] ?? [];
    const hang = hangOf(text, drawing);
    const left = paragraph(text, 'imprint', drawing, hang === 0 ? {} : { indent: { left: hang, hanging: hang } });
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
