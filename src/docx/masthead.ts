// 报头: the name in red, spaced to two thirds of the text's width; the issue; unit at left and date at right on one line
// over the red rule. The spacing belongs to the style, so that a clerk can change it in one place.
import { Paragraph, TextRun, type FileChild } from 'docx';
import type { Document, Masthead } from '../tree/tree.ts';
import { textOf } from '../tree/walk.ts';
import { widthOf, type Drawing } from './drawing.ts';
import { drawInlines } from './inlines.ts';
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
