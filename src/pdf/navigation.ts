// What leads through a document: bookmarks, links of the contents and of the text, and where their goals stand.
// Links are annotations under their Link element (ISO 14289-1, 7.18.5), with their text as description.
import type { DrawStyle, PageDefinition } from './definition.ts';
import type { Content, Element } from './elements.ts';
import type { TextLine } from './layout.ts';
import type { PdfDocument } from './pdf-document.ts';
import type { LayoutPage, PdfOutline, PdfReference } from './pdfmake-parts.ts';

/** A heading where it stands: page from 0, top of its line in points from the top of the page. */
export type Target = {
  readonly page: number;
  readonly y: number;
  readonly heading: { id: string; level: number; title: string };
};

/** A stretch of a line that leads somewhere; the box is left, top, right, bottom. */
export type LinkBox = {
  readonly link: NonNullable<DrawStyle['link']>;
  readonly page: number;
  readonly box: readonly [number, number, number, number];
  readonly element: Element;
  readonly text: string;
};

/** Whether an item of a page is a line of ours. */
export const isTextLine = (item: object): item is TextLine => 'kind' in item && item.kind === 'text';

/** The headings of a laid-out document by their ids, in reading order. */
export const findTargets = (pages: readonly LayoutPage[]): Map<string, Target> => {
  const targets = new Map<string, Target>();
  pages.forEach(({ items }, page) => {
    for (const { item } of items) {
      if (isTextLine(item) && item.first && item.node.heading !== undefined) {
        targets.set(item.node.heading.id, { page, y: item.y, heading: item.node.heading });
      }
    }
  });
  return targets;
};

/** Bookmarks for the headings, one under the other by level. */
export const addOutline = (document: PdfDocument, targets: Iterable<Target>, page: PageDefinition): void => {
  const open: { readonly level: number; readonly item: PdfOutline }[] = [];
  for (const { heading, page: pageNumber, y } of targets) {
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const parent = open.at(-1)?.item ?? document.outline;
    // `left` is taken from the right edge by pdfkit.
    const item = parent.addItem(heading.title, { pageNumber, top: y, left: page.width });
    open.push({ level: heading.level, item });
  }
};

/** Link annotations, each a child of its Link element; an id that no heading has leads nowhere and is left out. */
export const addLinks = (
  document: PdfDocument,
  links: readonly LinkBox[],
  targets: ReadonlyMap<string, Target>,
  pages: readonly PdfReference[],
  height: number,
): void => {
  const annotations = new Map<number, PdfReference[]>();
  for (const { link, page, box, element, text } of links) {
    const ref = pages[page];
    if (ref === undefined) continue;
    const [left, top, right, bottom] = box;
    const target = 'heading' in link ? targets.get(link.heading) : undefined;
    if ('heading' in link && target === undefined) continue;
    const goal =
      'uri' in link
        ? { A: { S: 'URI', URI: new String(link.uri) } }
        : { Dest: [pages[target?.page ?? 0], 'XYZ', null, height - (target?.y ?? 0), null] };
    const annotation = document.ref({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [left, height - bottom, right, height - top],
      Border: [0, 0, 0],
      F: 4,
      Contents: new String(text),
      ...goal,
    });
    const content: Content = { page: ref, annotation };
    element.kids.push(content);
    const list = annotations.get(page) ?? [];
    annotations.set(page, [...list, annotation]);
  }
  for (const [page, list] of annotations) {
    const ref = pages[page];
    if (ref !== undefined) ref.data['Annots'] = list;
  }
};

const annotationsOf = (pages: readonly PdfReference[]): PdfReference[] =>
  pages.flatMap(({ data }) => (Array.isArray(data['Annots']) ? (data['Annots'] as PdfReference[]) : []));

/** Ends them, after the structure tree has written their numbers into them. */
export const endAnnotations = (pages: readonly PdfReference[]): void => {
  for (const annotation of annotationsOf(pages)) annotation.end();
};
