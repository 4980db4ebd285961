// The contents: a real TOC field, filled with the headings and their pages, so that Word shows it without asking and can
// still update it. Page numbers are those of the PDF's layout; without them docx estimates them as it writes (bytes.ts).
import { InternalHyperlink, PageReference, Paragraph, Tab, TextRun, type ParagraphChild } from 'docx';
import type { StyleName } from '../theme/theme.ts';
import type { Contents, ContentsEntry } from '../tree/tree.ts';
import type { Drawing } from './drawing.ts';
import { drawInlines, drawPlain } from './inlines.ts';
import { withSpace, type Space } from './spacing.ts';
import { styles } from './style-names.ts';
import { asChildren, Written } from './written.ts';
import { element, tag } from './xml.ts';

/** `_Toc000000001`: the form of Word's own; the underscore keeps it out of the list of bookmarks. */
export const bookmarkName = (index: number): string => `_Toc${String(index).padStart(9, '0')}`;

const fieldCharacter = (type: 'begin' | 'separate' | 'end'): TextRun =>
  new TextRun({ children: [element('w:fldChar', { 'w:fldCharType': type })] });

const instruction = (code: string): TextRun =>
  new TextRun({ children: [element('w:instrText', { 'xml:space': 'preserve' }, ` ${code} `)] });

const spaced = { 'xml:space': 'preserve' };

/** A field with the page that it shows. */
const knownPage = (bookmark: string, page: number): Written => {
  const [begin, separate, end] = ['begin', 'separate', 'end'].map((type) =>
    tag('w:fldChar', { 'w:fldCharType': type }),
  );
  const code = tag('w:instrText', spaced, `PAGEREF ${bookmark} \\h`);
  return new Written('w:r', `<w:r>${begin}${code}${separate}${tag('w:t', spaced, String(page))}${end}</w:r>`);
};

/** Entries deeper than the theme's third level look like the third. */
const styleOf = (level: ContentsEntry['level']): StyleName =>
  level === 1 ? 'contents-1' : level === 2 ? 'contents-2' : 'contents-3';

const drawEntry = (entry: ContentsEntry, drawing: Drawing): ParagraphChild => {
  const style = styleOf(entry.level);
  const bookmark = drawing.bookmark(entry.id);
  const page = drawing.pageNumbers?.get(entry.id);
  drawing.faceRuns('0123456789', drawing.page.styles[style].role, drawing.page.styles[style].bold);
  return new InternalHyperlink({
    anchor: bookmark,
    children: [
      ...drawPlain(entry.number, style, drawing),
      ...drawInlines(entry.children, style, drawing),
      new TextRun({ children: [new Tab()] }),
      ...(page === undefined
        ? [new PageReference(bookmark, { hyperlink: true })]
        : asChildren([knownPage(bookmark, page)])),
    ],
  });
};

/** The title and the field with its entries; nothing when there are no headings. */
export const drawContents = (contents: Contents, drawing: Drawing, space: Space): Paragraph[] => {
  const title =
    contents.title.length === 0
      ? []
      : [
          new Paragraph({
            style: styles['contents-title'].id,
            ...withSpace('contents-title', space, drawing.page),
            children: drawInlines(contents.title, 'contents-title', drawing),
          }),
        ];
  const last = contents.entries.length - 1;
  return [
    ...title,
    ...contents.entries.map(
      (entry, index) =>
        new Paragraph({
          style: styles[styleOf(entry.level)].id,
          children: [
            ...(index === 0
              ? [
                  fieldCharacter('begin'),
                  instruction(`TOC \\o "1-${contents.depth}" \\h \\z \\u`),
                  fieldCharacter('separate'),
                ]
              : []),
            drawEntry(entry, drawing),
            ...(index === last ? [fieldCharacter('end')] : []),
          ],
        }),
    ),
  ];
};
