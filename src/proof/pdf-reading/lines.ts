// Glyphs to lines and paragraphs. A tagged file says which text belongs together; else position and indent tell.
// Lines are numbered on their page from the top, by baseline, so that a person can count to them.
import { Class, classOf, closesRight } from '../../compose/classes.ts';
import type { Glyph } from './content.ts';
import type { PdfPage } from './pages.ts';
import type { Structure, StructureElement } from './structure.ts';

export type TextLine = {
  readonly page: number;
  /** Line of the page from 1. */
  readonly number: number;
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  /** Points from the left edge, without the blank halves of marks that begin or end the line. */
  readonly left: number;
  readonly right: number;
  /** Points from the top edge to the baseline. */
  readonly baseline: number;
  /** The largest size in it. */
  readonly size: number;
};

export type Paragraph = {
  readonly lines: readonly TextLine[];
  /** The block element it is tagged as; absent in a file without tags. */
  readonly element?: StructureElement;
  readonly text: string;
};

const inlineTypes = new Set([
  'Span',
  'Link',
  'Quote',
  'Reference',
  'Em',
  'Strong',
  'Code',
  'BibEntry',
  'Annot',
  'Ruby',
  'Sub',
]);

/** The element that a line's paragraph is: the nearest that is no inline. */
const blockOf = (element: StructureElement): StructureElement => {
  let found = element;
  while (inlineTypes.has(found.type) && found.parent !== undefined) found = found.parent;
  return found;
};

/** Full-width marks draw in half of their cell: the other half may hang over the edge of the text. */
const blankHalf = (glyph: Glyph | undefined, opening: boolean): number => {
  if (glyph === undefined || glyph.width < 0.8 * glyph.size) return 0;
  const kind = classOf(glyph.text.codePointAt(0) ?? 0);
  return (opening ? kind === Class.opening : closesRight(kind)) ? glyph.width - glyph.size / 2 : 0;
};

type OpenLine = { readonly page: number; readonly glyphs: Glyph[]; baseline: number; size: number; end: number };

/** Texts of their own on one baseline: labels of a drawing, cells of a table without tags. In em. */
const apart = { labels: 0.5, cells: 0.6 } as const;

/** Cuts glyphs in the order shown into lines: another baseline, back to the left, or far to the right begins a new one. */
const cutLines = (page: number, glyphs: readonly Glyph[], apartFrom = Infinity): OpenLine[] => {
  const lines: OpenLine[] = [];
  let line: OpenLine | undefined;
  for (const glyph of glyphs) {
    const down = line === undefined ? 0 : Math.abs(glyph.y - line.baseline);
    const back = line === undefined ? 0 : line.end - glyph.x;
    const aside = -back > apartFrom * glyph.size;
    const below = line !== undefined && down > 0.5 * Math.max(line.size, glyph.size);
    if (line === undefined || below || aside || back > 1.2 * glyph.size + 0.1) {
      line = { page, glyphs: [], baseline: glyph.y, size: glyph.size, end: glyph.x };
      lines.push(line);
    } else if (glyph.size > line.size) {
      line.size = glyph.size;
      line.baseline = glyph.y;
    }
    line.glyphs.push(glyph);
    line.end = glyph.x + glyph.width;
  }
  return lines;
};

const isBlank = (text: string): boolean => !/\S/u.test(text);

/** Readers make a space of a gap between Latin words; producers such as TeX write no other. */
const wordGap = 0.15;

const isLatinLetter = (glyph: Glyph | undefined): boolean => /^[\p{Script=Latin}\d,.;:)]/u.test(glyph?.text ?? '');

const textOf = (glyphs: readonly Glyph[]): string =>
  glyphs
    .map((glyph, index) => {
      const next = glyphs[index + 1];
      if (next === undefined || !isLatinLetter(glyph) || !isLatinLetter(next)) return glyph.text;
      return next.x - glyph.x - glyph.width > wordGap * glyph.size ? `${glyph.text} ` : glyph.text;
    })
    .join('');

const finish = (line: OpenLine, numbers: ReadonlyMap<OpenLine, number>): TextLine => {
  const glyphs = line.glyphs;
  const inked = glyphs.filter((glyph) => !isBlank(glyph.text));
  const shown = inked.length > 0 ? inked : glyphs;
  const ends = shown.map((glyph) => glyph.x + glyph.width);
  const right = Math.max(...ends);
  const left = Math.min(...shown.map(({ x }) => x));
  return {
    page: line.page,
    number: numbers.get(line) ?? 0,
    text: textOf(glyphs),
    glyphs,
    left:
      left +
      blankHalf(
        shown.find(({ x }) => x === left),
        true,
      ),
    right: right - blankHalf(shown[ends.indexOf(right)], false),
    baseline: line.baseline,
    size: line.size,
  };
};

/** Numbers the lines of a page by baseline; lines side by side have one number. */
const numberLines = (lines: readonly OpenLine[]): Map<OpenLine, number> => {
  const numbers = new Map<OpenLine, number>();
  const sorted = lines.toSorted((a, b) => a.page - b.page || a.baseline - b.baseline);
  let [page, number, last] = [0, 0, 0];
  for (const line of sorted) {
    if (line.page !== page) [page, number, last] = [line.page, 1, line.baseline];
    else if (line.baseline - last > 2) [number, last] = [number + 1, line.baseline];
    numbers.set(line, number);
  }
  return numbers;
};

const isShown = (glyph: Glyph): boolean => glyph.upright && !glyph.invisible;

type Group = { readonly element?: StructureElement; readonly lines: OpenLine[] };

const groupTagged = (pages: readonly PdfPage[], structure: Structure): Group[] => {
  const groups = new Map<StructureElement, { element: StructureElement; lines: OpenLine[] }>();
  for (const page of pages) {
    const byElement = new Map<StructureElement, Glyph[]>();
    for (const glyph of page.glyphs) {
      if (!isShown(glyph) || glyph.mark.artifact !== '' || glyph.mark.mcid < 0) continue;
      const own = structure.elementOf(page.number, glyph.mark.mcid);
      if (own === undefined) continue;
      const block = blockOf(own);
      const list = byElement.get(block);
      if (list === undefined) byElement.set(block, [glyph]);
      else list.push(glyph);
    }
    for (const [element, glyphs] of byElement) {
      const group = groups.get(element) ?? { element, lines: [] };
      groups.set(element, group);
      group.lines.push(...cutLines(page.number, glyphs, element.type === 'Figure' ? apart.labels : Infinity));
    }
  }
  return [...groups.values()].toSorted((a, b) => a.element.order - b.element.order);
};

/** Dots that lead to a page number. */
const leader = /[.…·]{5}/u;

const isChinese = ({ glyphs }: OpenLine): boolean => glyphs.some(({ text }) => /\p{Script=Han}/u.test(text));

/** Whether `line` goes on with the paragraph that `above` ends so far. */
const goesOn = (above: OpenLine, line: OpenLine, paragraph: readonly OpenLine[], right: number): boolean => {
  const left = (one: OpenLine): number => Math.min(...one.glyphs.map(({ x }) => x));
  if (Math.abs(line.size - above.size) > 0.3) return false;
  const first = paragraph[0] ?? above;
  const samePage = line.page === above.page;
  const pitch = line.baseline - above.baseline;
  if (samePage && (pitch <= 0 || pitch > 2.2 * line.size)) return false;
  if (!samePage && line.page !== above.page + 1) return false;
  // Running heads and page numbers stand between the pages of other documents: only Chinese text is carried over.
  if (!samePage && !(isChinese(above) && isChinese(line))) return false;
  // A line of contents is whole; indented again, or the line above ended early: a new paragraph.
  if (leader.test(above.glyphs.map(({ text }) => text).join(''))) return false;
  if (left(line) > Math.min(left(first), left(above)) + 1.2 * line.size) return false;
  return above.end > right - 2.5 * line.size;
};

const groupByPlace = (pages: readonly PdfPage[]): Group[] => {
  const groups: Group[] = [];
  for (const page of pages) {
    const glyphs = page.glyphs.filter((glyph) => isShown(glyph) && glyph.mark.artifact === '');
    const lines = cutLines(page.number, glyphs, apart.cells).filter((line) =>
      line.glyphs.some(({ text }) => !isBlank(text)),
    );
    const right = Math.max(0, ...lines.map(({ end }) => end));
    for (const line of lines) {
      const group = groups.at(-1);
      const above = group?.lines.at(-1);
      if (group !== undefined && above !== undefined && goesOn(above, line, group.lines, right)) group.lines.push(line);
      else groups.push({ lines: [line] });
    }
  }
  return groups;
};

/** The paragraphs of the pages in reading order, without artifacts. */
export const readParagraphs = (pages: readonly PdfPage[], structure: Structure | undefined): readonly Paragraph[] => {
  const tagged = structure === undefined ? [] : groupTagged(pages, structure);
  const groups = tagged.length > 0 ? tagged : groupByPlace(pages);
  const numbers = numberLines(groups.flatMap(({ lines }) => lines));
  return groups.map(({ element, lines }): Paragraph => {
    const finished = lines.map((line) => finish(line, numbers));
    return {
      lines: finished,
      text: finished.map(({ text }) => text).join(''),
      ...(element === undefined ? {} : { element }),
    };
  });
};

/** Lines of artifacts: page numbers, running heads, table heads that are repeated. */
export const readArtifactLines = (page: PdfPage): readonly TextLine[] => {
  const glyphs = page.glyphs.filter((glyph) => isShown(glyph) && glyph.mark.artifact !== '');
  const lines = cutLines(page.number, glyphs);
  const numbers = numberLines(lines);
  return lines.map((line) => finish(line, numbers));
};
