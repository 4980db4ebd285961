// What stands at the edge of a page: single lines of paragraphs and rows in two parts, which our writer cannot be made
// to set, so that the pages are made up here. Also the list of rules and its pages in docs/.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLedger } from '../../../src/proof/finding.ts';
import type { Glyph } from '../../../src/proof/pdf-reading/content.ts';
import type { OpenedPdf } from '../../../src/proof/pdf-reading/open.ts';
import type { Paragraph, TextLine } from '../../../src/proof/pdf-reading/lines.ts';
import type { StructureElement } from '../../../src/proof/pdf-reading/structure.ts';
import { judgeLines } from '../../../src/proof/pdf-rules/lines.ts';
import { judgePages } from '../../../src/proof/pdf-rules/page.ts';
import { printProof } from '../../../src/proof/print-proof.ts';
import { rules } from '../../../src/proof/rules.ts';
import { root } from '../../helpers/project-engine.ts';
import { docxOf, pdfOf, proofOf, sample } from './sample.ts';

const ruleIds = Object.keys(rules);

const line = (page: number, number: number): TextLine => ({
  page,
  number,
  text: '全区上下坚持稳中求进',
  glyphs: [],
  left: 80,
  right: 520,
  baseline: 100 + number * 29,
  size: 16,
});

const element = (type: string, parent?: StructureElement): StructureElement => ({
  type,
  alt: '',
  actualText: '',
  title: '',
  scope: '',
  parent,
  kids: [],
  content: [],
  order: 0,
});

const findings = (paragraphs: readonly Paragraph[]): readonly string[] => {
  const ledger = createLedger();
  const pages = [1, 2].map((number) => ({ number, width: 595.28, height: 841.89 }));
  const pdf = { pages, paragraphs, structure: { elements: [], elementOf: () => undefined } };
  // Only what the rules of pages ask for is filled in.
  judgePages(pdf as unknown as OpenedPdf, { gongwen: false, ours: true, limit: 0, tightened: false }, ledger);
  return ledger.findings().map((finding) => `${finding.rule} ${finding.page}/${finding.line}`);
};

const paragraph = (lines: readonly TextLine[], own?: StructureElement): Paragraph => ({
  lines,
  text: lines.map(({ text }) => text).join(''),
  ...(own === undefined ? {} : { element: own }),
});

const glyph = (text: string, x: number, width: number): Glyph =>
  // Only what the rules of lines ask for is filled in.
  ({ text, x, width, y: 100, size: 10, mark: { mcid: 0, artifact: '' }, upright: true }) as Glyph;

const lineOf = (...glyphs: readonly Glyph[]): TextLine => ({
  ...line(1, 1),
  glyphs,
  size: 10,
  text: glyphs.map(({ text }) => text).join(''),
});

const marksOf = (...glyphs: readonly Glyph[]): readonly string[] => {
  const ledger = createLedger();
  judgeLines([paragraph([lineOf(...glyphs)])], ledger);
  return ledger.findings().map(({ rule, found }) => `${rule} ${found.en}`);
};

describe('marks', () => {
  it('—— takes two em', () => {
    expect(marksOf(glyph('争', 0, 10), glyph('—', 10, 8), glyph('—', 18, 8))).toEqual([
      'line/mark-width “——” is 1.6 em wide',
    ]);
    expect(marksOf(glyph('争', 0, 10), glyph('—', 10, 10), glyph('—', 20, 10))).toEqual([]);
  });

  it('a quote beside hanzi is no narrower than half an em', () => {
    expect(marksOf(glyph('“', 0, 3.5), glyph('争', 3.5, 10))).toEqual(['line/mark-width ““” is 0.35 em wide']);
    expect(marksOf(glyph('“', 0, 5), glyph('争', 5, 10))).toEqual([]);
  });
});

describe('page breaks', () => {
  it('leave no line of a paragraph alone', () => {
    expect(findings([paragraph([line(1, 21), line(1, 22), line(2, 1)])])).toEqual(['page/widow 2/1']);
    expect(findings([paragraph([line(1, 22), line(2, 1), line(2, 2)])])).toEqual(['page/widow 1/22']);
    expect(findings([paragraph([line(1, 21), line(1, 22), line(2, 1), line(2, 2)])])).toEqual([]);
  });

  it('split no row', () => {
    const row = element('TR');
    const cells = [line(1, 22), line(2, 1)].map((one) => paragraph([one], element('P', element('TD', row))));
    expect(findings(cells)).toEqual(['page/row-split 2/1']);
  });

  it('part no heading from its text', () => {
    const head = paragraph([line(1, 22)], element('H1'));
    expect(findings([head, paragraph([line(2, 1), line(2, 2)])])).toEqual(['page/heading-alone 1/22']);
    expect(findings([head, paragraph([line(1, 23)])])).toEqual([]);
  });
});

describe('the report', () => {
  it('says where, what and by which rule, and counts', async () => {
    const bytes = await pdfOf({ ...sample, page: { ...sample.page, numbered: false } });
    expect(printProof([proofOf(bytes)], 'zh')).toEqual([
      expect.stringMatching(/^sample {2}3页 {2}\d+行 {2}GB\/T 9704 {2}1处不合$/),
      '  不合  第1页  page-number/missing  各页都没有页码，应：编页码（一般，GB/T 9704—2012 7.5）',
      expect.stringMatching(/^字间多出的空（字）：中位数至多 0(\.\d+)?，第 99 百分位至多 0\.\d+$/),
      expect.stringMatching(/^查了 1 个文件、\d+ 行、\d+ 条规则中的 \d+ 条：1 处不合，0 处留意$/),
    ]);
    expect(printProof([proofOf(bytes)], 'en')[1]).toBe(
      '  fails  page 1  page-number/missing  no page has a number; due: pages are numbered (expected, GB/T 9704—2012 7.5)',
    );
  }, 30_000);

  it('names every rule that can be applied in one file or the other', async () => {
    const [pdf, docx] = [
      proofOf(await pdfOf(sample), { document: sample }),
      proofOf(await docxOf(sample), { document: sample }),
    ];
    const applied = new Set<string>([...pdf.checked, ...docx.checked]);
    const onDemand = new Set(['page/limit', 'figure/not-in-data', 'figure/unit', 'figure/reference']);
    expect(ruleIds.filter((id) => !applied.has(id) && !onDemand.has(id))).toEqual([]);
  }, 30_000);
});

describe('docs', () => {
  it.each(['docs/proof.md', 'docs/proof.zh-CN.md'])('%s lists every rule', (page) => {
    const text = readFileSync(path.join(root, page), 'utf8');
    expect(ruleIds.filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
  });
});
