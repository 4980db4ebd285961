// The grid of GB/T 9704—2012, 5.2.3, measured from finished pages: our PDF, and LibreOffice's rendering of our DOCX.
// Both are read with proof's reader: 22 lines to a full page, 28 characters to a full line, 28.95 pt between baselines.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDocx } from '../../src/docx/render-docx.ts';
import { markFamilies } from '../../src/fonts/mark-families.ts';
import { renderPdf } from '../../src/pdf/pdf.ts';
import { openForProof } from '../../src/proof/pdf-reading/open.ts';
import { isBodyLine } from '../../src/proof/pdf-rules/geometry.ts';
import type { Block, Document } from '../../src/tree/tree.ts';
import { codePointsOf } from '../../src/tree/walk.ts';
import { projectEngine } from '../helpers/project-engine.ts';

const work = mkdtempSync(path.join(tmpdir(), 'jianbao-grid-'));

/** A page and more of hanzi alone, and of text with figures, marks and a second face, which must not move the lines apart. */
const hanzi = '全区上下坚持稳中求进工作总基调统筹推进改革发展稳定各项工作'.repeat(50);
const mixed = '全年地区生产总值157.5亿元，同比增长7.1%；“四区”中居第一，“稳增长”见到成效。'.repeat(40);
const blocks: readonly Block[] = Array.from({ length: 2 }, (_, index) => ({
  kind: 'paragraph',
  role: 'body',
  children:
    index % 2 === 0
      ? [{ kind: 'text', text: hanzi }]
      : [
          { kind: 'strong', children: [{ kind: 'text', text: '工业' }] },
          { kind: 'text', text: mixed },
        ],
}));
const document: Document = {
  kind: 'document',
  meta: {
    title: '版心',
    subject: '',
    author: '',
    keywords: [],
    language: 'zh-CN',
    date: '2017-04-21',
    reportId: 'grid',
    template: '',
  },
  page: { name: 'gongwen', size: 'A4', orientation: 'portrait', limit: 0, numbered: true },
  blocks,
  leading: 1,
};

type Measured = {
  readonly linesOfFullPages: readonly number[];
  readonly pitches: number[];
  readonly characters: number[];
};

const measure = (file: string): Measured => {
  const pdf = openForProof(readFileSync(file));
  if (pdf === undefined) throw new Error(`${file} is no PDF`);
  const lines = pdf.paragraphs.flatMap((paragraph) => paragraph.lines).filter(isBodyLine);
  const baselines = pdf.pages.map(({ number }) =>
    [
      ...new Set(lines.filter(({ page }) => page === number).map(({ baseline }) => Math.round(baseline * 20) / 20)),
    ].toSorted((a, b) => a - b),
  );
  return {
    linesOfFullPages: baselines.slice(0, -1).map(({ length }) => length),
    pitches: baselines.flatMap((page) => page.slice(1).map((baseline, index) => baseline - (page[index] ?? 0))),
    // Lines of hanzi alone that begin at the left edge and are full.
    characters: lines
      .filter(({ text, right, left }) => /^\p{Script=Han}+$/u.test(text) && right - left > 420)
      .map(({ text, left }) => Array.from(text).length + (left > 100 ? 2 : 0)),
  };
};

const files = { pdf: path.join(work, 'grid.pdf'), drawn: path.join(work, 'drawn', 'grid.pdf') };

beforeAll(async () => {
  const { theme, fonts: library } = await projectEngine();
  const fonts = await library.forDocument(codePointsOf(document));
  const pdf = await renderPdf(document, { theme, fonts });
  const docx = await renderDocx(document, { theme, fonts: markFamilies(fonts, 'GRID01'), pageNumbers: new Map() });
  if (pdf.value === undefined || docx.value === undefined) throw new Error('nothing was made');
  writeFileSync(files.pdf, pdf.value.bytes);
  writeFileSync(path.join(work, 'grid.docx'), docx.value.bytes);
  const profile = `-env:UserInstallation=file://${work}/profile`;
  const folder = path.dirname(files.drawn);
  execFileSync('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    path.join(work, 'grid.docx'),
  ]);
}, 120_000);

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe.each([
  ['our PDF', files.pdf],
  ['LibreOffice’s rendering of our DOCX', files.drawn],
])('%s', (_, file) => {
  it('has 22 lines on each full page', () => {
    const { linesOfFullPages } = measure(file);
    expect(linesOfFullPages.length).toBeGreaterThan(1);
    expect(new Set(linesOfFullPages)).toEqual(new Set([22]));
  });

  it('has its lines 28.95 pt apart, whatever faces mix in them', () => {
    for (const pitch of measure(file).pitches) expect(Math.abs(pitch - 28.95)).toBeLessThan(0.11);
  });

  it('has 28 characters on each full line of hanzi', () => {
    const { characters } = measure(file);
    expect(characters.length).toBeGreaterThan(20);
    expect(new Set(characters)).toEqual(new Set([28]));
  });
});
