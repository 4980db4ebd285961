// Numbers of headings as Word's own: one list of four levels bound to the heading styles, so that a heading put in or
// taken out in Word renumbers the rest. 一、（一）1．（1）: the levels of GB/T 9704—2012, 7.3.3.
import type { Document, Heading } from '../tree/tree.ts';
import { walkBlocks } from '../tree/walk.ts';
import type { Drawing } from './drawing.ts';
import { styles } from './style-names.ts';
import { tag } from './xml.ts';

/** Id of the definition and of the list, far from those that docx gives to lists. */
const id = 900;

/** 一 to 九十九 as Chinese Word counts, and what stands around each number. */
const levels = [
  { format: 'chineseCountingThousand', text: '%1、', style: styles.h1.id },
  { format: 'chineseCountingThousand', text: '（%2）', style: styles.h2.id },
  { format: 'decimal', text: '%3．', style: styles.h3.id },
  { format: 'decimal', text: '（%4）', style: styles.h4.id },
] as const;

/** Whether the document's headings are numbered: all are, or none. */
export const hasNumbers = (document: Document): boolean => {
  let found = false;
  walkBlocks(document, (block) => (found ||= block.kind === 'heading' && block.number !== ''));
  return found;
};

/** What a heading style says of its number. */
export const styleNumber = (outline: 0 | 1 | 2 | 3): string =>
  tag('w:numPr', {}, tag('w:ilvl', { 'w:val': outline }), tag('w:numId', { 'w:val': id }));

/** Notes the characters that numbers are written with, those of headings to come too. */
export const noteNumbers = (level: Heading['level'], drawing: Drawing): void => {
  const { role, bold } = drawing.page.styles[`h${level}`];
  drawing.faceRuns('一二三四五六七八九十百、（）．0123456789', role, bold);
};

const definition = tag(
  'w:abstractNum',
  { 'w:abstractNumId': id },
  // Tells the list from others when text is copied between documents; the same in all of ours, so that they go on.
  tag('w:nsid', { 'w:val': '6A4A4201' }),
  tag('w:multiLevelType', { 'w:val': 'multilevel' }),
  ...levels.map(({ format, text, style }, level) =>
    tag(
      'w:lvl',
      { 'w:ilvl': level },
      tag('w:start', { 'w:val': 1 }),
      tag('w:numFmt', { 'w:val': format }),
      tag('w:pStyle', { 'w:val': style }),
      // The number is part of the line, as if it were typed; indents are the style's.
      tag('w:suff', { 'w:val': 'nothing' }),
      tag('w:lvlText', { 'w:val': text }),
      tag('w:lvlJc', { 'w:val': 'left' }),
    ),
  ),
);

const list = tag('w:num', { 'w:numId': id }, tag('w:abstractNumId', { 'w:val': id }));

/** numbering.xml with the list of headings: definitions stand before lists (ISO/IEC 29500-1, 17.9.16). */
export const withHeadingNumbers = (numbering: string): string =>
  numbering.replace(/(?=<w:num |<\/w:numbering>)/, definition).replace('</w:numbering>', `${list}</w:numbering>`);
