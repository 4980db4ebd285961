// Pages of a PDF: paper, text area, grid, page limit; single lines, headings and rows at the edge of a page.
// GB/T 9704—2012, 5.1 to 5.2.3, for pages that follow it; what holds for any page is judged on all.
import { pagesInWords, type Ledger } from '../finding.ts';
import type { OpenedPdf } from '../pdf-reading/open.ts';
import type { Paragraph, TextLine } from '../pdf-reading/lines.ts';
import type { StructureElement } from '../pdf-reading/structure.ts';
import { groupBy, median, percentile, rounded } from '../statistics.ts';
import { a4, boxBottom, boxTop, grid, isBodyLine, mmOf, pitchOf, textArea } from './geometry.ts';
import { placeOf } from './lines.ts';
import { isPageNumber } from './page-numbers.ts';
import { pitchesOf } from './spacing.ts';

const mm = (points: number): string => String(rounded(mmOf(points), 1));

const judgePaper = ({ pages }: OpenedPdf, ledger: Ledger): void => {
  ledger.check('page/size');
  for (const page of pages) {
    if (Math.abs(page.width - a4.width) <= 2 && Math.abs(page.height - a4.height) <= 2) continue;
    const size = `${mm(page.width)} × ${mm(page.height)} mm`;
    ledger.add('page/size', { page: page.number }, { zh: size, en: size }, { zh: '210 × 297 mm', en: '210 × 297 mm' });
  }
};

/** Lines outside on this part of the pages, and three at least, are no slips: the file has another text area. */
const otherArea = 0.5;

/** Text beyond the paper, or beyond the text area where there is one: told once a page, or once for another text area. */
const judgeOutside = ({ pages, paragraphs }: OpenedPdf, gongwen: boolean, ledger: Ledger): void => {
  ledger.check('page/outside');
  const { left, right, top, bottom, tolerance } = textArea;
  const lines = paragraphs.flatMap((paragraph) => paragraph.lines).filter((line) => line.text.trim() !== '');
  const outside = lines.flatMap((line) => {
    const page = pages[line.page - 1];
    if (page === undefined || (gongwen && isPageNumber(line))) return [];
    const area = gongwen
      ? { left: left - tolerance, right: right + tolerance, top: top - tolerance, bottom: bottom + tolerance }
      : { left: 0, right: page.width, top: 0, bottom: page.height };
    const beyond = Math.max(
      area.left - line.left,
      line.right - area.right,
      area.top - boxTop(line),
      boxBottom(line) - area.bottom,
    );
    return beyond > 0.1 ? [{ line, beyond }] : [];
  });
  const byPage = groupBy(outside, ({ line }) => line.page);
  if (gongwen && byPage.size >= Math.max(3, otherArea * pages.length)) {
    const [first] = outside;
    const edge = (values: readonly number[], pick: (...numbers: number[]) => number): string => mm(pick(...values));
    const text = lines.filter((line) => !isPageNumber(line));
    const [from, to] = [
      edge(
        text.map((line) => line.left),
        Math.min,
      ),
      edge(
        text.map((line) => line.right),
        Math.max,
      ),
    ];
    const [head, foot] = [edge(text.map(boxTop), Math.min), edge(text.map(boxBottom), Math.max)];
    ledger.add(
      'page/outside',
      { page: first?.line.page ?? 1 },
      {
        zh: `${outside.length} 行出界；全文的字从左边 ${from} 到 ${to} mm，从上边 ${head} 到 ${foot} mm`,
        en: `${outside.length} lines outside; text runs from ${from} to ${to} mm across and from ${head} to ${foot} mm down`,
      },
      { zh: '左 28 到 184 mm，上 37 到 262 mm', en: '28 to 184 mm across, 37 to 262 mm down' },
    );
    return;
  }
  for (const found of byPage.values()) {
    const worst = found.reduce((most, one) => (one.beyond > most.beyond ? one : most));
    const more = found.length - 1;
    ledger.add('page/outside', placeOf(worst.line), {
      zh: `出界 ${mm(worst.beyond)} mm${more === 0 ? '' : `，本页另有 ${more} 行`}`,
      en: `${mm(worst.beyond)} mm outside${more === 0 ? '' : `, and ${more} more lines of the page`}`,
    });
  }
};

const off = (value: number, due: number): boolean => Math.abs(value - due) > textArea.tolerance;

const judgeMargins = ({ paragraphs }: OpenedPdf, pitch: number | undefined, ours: boolean, ledger: Ledger): void => {
  ledger.check('page/margins');
  const body = paragraphs.flatMap(({ lines }) => lines.filter(isBodyLine));
  const full = paragraphs.flatMap(({ lines }) => lines.slice(0, -1).filter(isBodyLine));
  if (full.length < 3) return;
  const left = Math.min(...body.map((line) => line.left));
  // A few lines may hang over or fall short: they are findings of their own.
  const right = percentile(
    full.map((line) => line.right),
    0.9,
  );
  const [first] = full;
  const page = first?.page ?? 1;
  if (off(left, textArea.left)) {
    ledger.add(
      'page/margins',
      { page },
      { zh: `订口 ${mm(left)} mm`, en: `left margin ${mm(left)} mm` },
      {
        zh: '28±1 mm',
        en: '28 ± 1 mm',
      },
    );
  }
  if (off(right - left, textArea.width)) {
    const width = mm(right - left);
    ledger.add(
      'page/margins',
      { page },
      { zh: `版心宽 ${width} mm`, en: `text area ${width} mm wide` },
      {
        zh: '156±1 mm',
        en: '156 ± 1 mm',
      },
    );
  }
  if (pitch === undefined) return;
  // Where a page begins with body text, the top of its first line is the top of the text area.
  const firsts = new Map<number, TextLine>();
  for (const line of paragraphs.flatMap(({ lines }) => lines)) {
    const known = firsts.get(line.page);
    if (known === undefined || line.baseline < known.baseline) firsts.set(line.page, line);
  }
  const tops = [...firsts.values()].filter(isBodyLine).flatMap((line) => {
    const top = boxTop(line) - (pitch - line.size) / 2;
    // A box above the text, a card or a chart, has pushed it down: that is no margin.
    // Where another program stands the type in its line is not known to the point.
    const unsure = ours ? 0 : (pitch - line.size) / 4;
    const fits = Math.abs(top - textArea.top) <= textArea.tolerance + unsure || top > textArea.top + 2 * pitch;
    return fits ? [] : [{ line, top: mm(top) }];
  });
  // Once for each margin, with all pages that have it.
  for (const [top, found] of groupBy(tops, (one) => one.top)) {
    const [earliest] = found;
    const pages = found.map(({ line }) => line.page);
    if (earliest === undefined) continue;
    ledger.add(
      'page/margins',
      placeOf(earliest.line),
      {
        zh: `天头 ${top} mm${pages.length === 1 ? '' : `（${pagesInWords(pages).zh}）`}`,
        en: `top margin ${top} mm${pages.length === 1 ? '' : ` (${pagesInWords(pages).en})`}`,
      },
      { zh: '37±1 mm', en: '37 ± 1 mm' },
    );
  }
};

export type GridMeasure = {
  /** Distance between baselines of body lines, points. */
  readonly pitch: number;
  /** Body lines that a page holds at that pitch. */
  readonly lines: number;
  /** Characters that the text area holds at the pitch of its hanzi. */
  readonly characters: number;
};

const judgeGrid = (
  { paragraphs }: OpenedPdf,
  pitch: number | undefined,
  tightened: boolean,
  ledger: Ledger,
): GridMeasure | undefined => {
  ledger.check('page/lines', 'page/characters');
  const body = paragraphs.flatMap(({ lines }) => lines.filter(isBodyLine));
  const [first] = body;
  if (pitch === undefined || first === undefined) return undefined;
  const lines = Math.floor(textArea.height / pitch + 0.05);
  if (lines !== grid.lines) {
    const found = {
      zh: `行距 ${rounded(pitch, 2)} 磅，每面 ${lines} 行`,
      en: `${lines} lines at ${rounded(pitch, 2)} pt`,
    };
    ledger.add('page/lines', placeOf(first), found, undefined, tightened ? false : undefined);
  }
  const pitches = body.flatMap((line) => pitchesOf(line).map((value) => value * line.size));
  const characters = pitches.length === 0 ? 0 : textArea.width / median(pitches);
  if (pitches.length >= 20 && Math.round(characters) !== grid.characters) {
    const each = rounded(characters, 1);
    ledger.add('page/characters', placeOf(first), { zh: `每行 ${each} 字`, en: `${each} characters to the line` });
  }
  return { pitch: rounded(pitch, 3), lines, characters: rounded(characters, 2) };
};

const isHeading = (element: StructureElement | undefined): boolean => /^H\d?$/.test(element?.type ?? '');

/** Single lines over page breaks, headings at a page's foot, rows on two pages. */
const judgeBreaks = ({ paragraphs, structure }: OpenedPdf, ledger: Ledger): void => {
  ledger.check('page/widow');
  paragraphs.forEach((paragraph, index) => {
    judgeWidow(paragraph, ledger);
    const next = paragraphs[index + 1];
    const last = paragraph.lines.at(-1);
    const following = next?.lines[0];
    if (!isHeading(paragraph.element) || last === undefined || following === undefined) return;
    if (following.page <= last.page) return;
    // A heading over writing lines or a chart has no text under it; text of its own page must stand higher.
    const isLowest = paragraphs.every(({ lines }) =>
      lines.every((line) => line.page !== last.page || line.baseline <= last.baseline + 0.1),
    );
    if (!isLowest) return;
    ledger.add('page/heading-alone', placeOf(last), {
      zh: '标题后面的文字在下一页',
      en: 'its text is on the next page',
    });
  });
  if (structure === undefined) return;
  ledger.check('page/heading-alone', 'page/row-split');
  const rows = new Map<StructureElement, TextLine[]>();
  for (const { element, lines } of paragraphs) {
    for (let at = element; at !== undefined; at = at.parent) {
      if (at.type !== 'TR') continue;
      rows.set(at, [...(rows.get(at) ?? []), ...lines]);
      break;
    }
  }
  for (const lines of rows.values()) {
    const [first] = lines;
    const away = lines.find((line) => line.page !== first?.page);
    if (first === undefined || away === undefined) continue;
    ledger.add('page/row-split', placeOf(away), {
      zh: `一行分在第 ${first.page}、${away.page} 页`,
      en: `one row stands on pages ${first.page} and ${away.page}`,
    });
  }
};

const judgeWidow = ({ lines }: Paragraph, ledger: Ledger): void => {
  const counts = new Map<number, number>();
  for (const { page } of lines) counts.set(page, (counts.get(page) ?? 0) + 1);
  if (counts.size < 2) return;
  for (const line of lines) {
    if (counts.get(line.page) !== 1) continue;
    ledger.add('page/widow', placeOf(line), {
      zh: '这一段在本页只有一行',
      en: 'one line of its paragraph on this page',
    });
  }
};

/** What is known of the document from elsewhere. */
export type PageExpectation = {
  readonly gongwen: boolean;
  /** Whether this program made it. */
  readonly ours: boolean;
  /** The most pages; 0 for no limit. */
  readonly limit: number;
  /** Whether the leading was tightened to keep to the limit. */
  readonly tightened: boolean;
};

export const judgePages = (pdf: OpenedPdf, expected: PageExpectation, ledger: Ledger): GridMeasure | undefined => {
  judgeOutside(pdf, expected.gongwen, ledger);
  judgeBreaks(pdf, ledger);
  if (expected.limit > 0) {
    ledger.check('page/limit');
    const count = pdf.pages.length;
    if (count > expected.limit) {
      ledger.add(
        'page/limit',
        { page: expected.limit + 1 },
        { zh: `${count} 页`, en: `${count} pages` },
        {
          zh: `不超过 ${expected.limit} 页`,
          en: `at most ${expected.limit}`,
        },
      );
    }
  }
  if (!expected.gongwen) return undefined;
  const pitch = pitchOf(pdf.paragraphs);
  judgePaper(pdf, ledger);
  judgeMargins(pdf, pitch, expected.ours, ledger);
  return judgeGrid(pdf, pitch, expected.tightened, ledger);
};
