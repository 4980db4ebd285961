// What is wrong all over a file is told once, or some times with a count: files from elsewhere are made by other rules.
import { describe, expect, it } from 'vitest';
import { createLedger, pagesInWords } from '../../../src/proof/finding.ts';
import { applyActualText, markBoxes } from '../../../src/proof/pdf-reading/actual-text.ts';
import type { Glyph } from '../../../src/proof/pdf-reading/content.ts';
import type { TextLine } from '../../../src/proof/pdf-reading/lines.ts';
import type { OpenedPdf } from '../../../src/proof/pdf-reading/open.ts';
import { judgePages } from '../../../src/proof/pdf-rules/page.ts';
import { printProof } from '../../../src/proof/print-proof.ts';

const line = (page: number, number: number, left: number): TextLine => ({
  page,
  number,
  text: '全区上下坚持稳中求进',
  glyphs: [],
  left,
  right: left + 442,
  baseline: 120 + number * 28.95,
  size: 16,
});

/** Four pages of ten lines, of which those that `isOff` picks stand 20 points too far left. */
const outside = (isOff: (page: number, number: number) => boolean): readonly string[] => {
  const pages = [1, 2, 3, 4].map((number) => ({ number, width: 595.28, height: 841.89 }));
  const lines = pages.flatMap(({ number: page }) =>
    Array.from({ length: 10 }, (_, index) => line(page, index + 1, isOff(page, index + 1) ? 60 : 80)),
  );
  const paragraphs = [{ lines, text: '' }];
  const ledger = createLedger();
  // Only what the rules of pages ask for is filled in.
  const pdf = { pages, paragraphs } as unknown as OpenedPdf;
  judgePages(pdf, { gongwen: true, ours: false, limit: 0, tightened: false }, ledger);
  const found = ledger.findings().filter(({ rule }) => rule === 'page/outside');
  return found.map((one) => `${one.page}/${one.line ?? '-'} ${one.found.en}`);
};

describe('lines outside the text area', () => {
  it('are told once a page, with the worst of them', () => {
    expect(outside((page, number) => page === 2 && number === 4)).toEqual(['2/4 5.8 mm outside']);
    expect(outside((page, number) => page === 2 && number > 7)).toEqual([
      '2/8 5.8 mm outside, and 2 more lines of the page',
    ]);
  });

  it('are told once for a file with other margins, with the area that its text takes', () => {
    expect(outside((_, number) => number > 5)).toEqual([
      '1/- 20 lines outside; text runs from 21.2 to 184.1 mm across and from 47.6 to 145.1 mm down',
    ]);
  });
});

describe('the pages of a fault', () => {
  it('are said in runs', () => {
    expect(pagesInWords([4]).zh).toBe('第4页');
    expect(pagesInWords([7, 1, 2, 3, 3])).toEqual({ zh: '第1—3、7页', en: 'pages 1–3, 7' });
  });
});

describe('the report', () => {
  it('shows three of many findings of a rule and counts the rest', () => {
    const ledger = createLedger();
    for (let page = 1; page <= 9; page += 1) ledger.add('text/gap', { page, line: 1 }, { zh: '空', en: 'gap' });
    ledger.add('page/size', { page: 1 }, { zh: 'A3', en: 'A3' });
    const result = { file: 'a.pdf', pages: 9, findings: ledger.findings(), checked: [] };
    const printed = printProof([result as unknown as Parameters<typeof printProof>[0][number]], 'en');
    expect(printed.filter((one) => one.includes('text/gap'))).toEqual([
      expect.stringContaining('page 1 line 1'),
      expect.stringContaining('page 2 line 1'),
      expect.stringContaining('page 3 line 1'),
      '  fails  text/gap  6 more on pages 4–9 (--json lists all)',
    ]);
    expect(printed[0]).toContain('10 failures');
  });
});

describe('text that stands for glyphs', () => {
  const font = {};
  // Only what is asked for is filled in.
  const glyph = (text: string): Glyph => ({ text, font, missing: false }) as unknown as Glyph;

  it('goes to them one by one, or to the first where the numbers differ', () => {
    const glyphs = [glyph('甲'), glyph('ﬁ'), glyph('x')];
    applyActualText(glyphs, 1, 'fi');
    expect(glyphs.map(({ text }) => text)).toEqual(['甲', 'f', 'i']);
    applyActualText(glyphs, 1, '—');
    expect(glyphs.map(({ text }) => text)).toEqual(['甲', '—', '']);
  });

  it('shows a box where one glyph stands for many hanzi', () => {
    const glyphs = Array.from('在在在在', glyph);
    applyActualText(glyphs, 1, '保定市');
    expect(markBoxes(glyphs).map(({ text, missing }) => [text, missing])).toEqual([
      ['在', true],
      ['保', true],
      ['定', true],
      ['市', true],
    ]);
    const variant = Array.from('一一', glyph);
    applyActualText(variant, 1, '⼀');
    expect(markBoxes(variant).some(({ missing }) => missing)).toBe(false);
  });
});
