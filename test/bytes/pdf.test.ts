// What is really in a PDF: text as it went in, one operation a line and look, faces embedded as subsets, tags, dates.
// Read with pdfjs, and with the file's own objects where pdfjs does not tell.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFontConfig } from '../../src/fonts/font-config.ts';
import type { FontSet } from '../../src/fonts/font-set.ts';
import { loadFonts } from '../../src/fonts/load-fonts.ts';
import { realHost } from '../../src/host.ts';
import { loadDeflate } from '../../src/pdf/deflate.ts';
import { renderPdf, type PdfResult } from '../../src/pdf/pdf.ts';
import type { Block, Document } from '../../src/tree/tree.ts';
import { sampleDocument, sampleSheet } from '../unit/docx/sample-document.ts';
import { valueOf } from '../unit/fonts/small-fonts.ts';
import { body, documentOf, t, theme } from '../unit/pdf/fake-fonts.ts';

let cacheDir: string;
let fonts: FontSet;

beforeAll(async () => {
  cacheDir = await mkdtemp(path.join(tmpdir(), 'jianbao-pdf-'));
  const config = valueOf(readFontConfig('fonts/fonts.yaml', readFileSync('fonts/fonts.yaml', 'utf8')));
  const library = valueOf(await loadFonts(config, realHost(), { cacheDir, folders: [] }));
  fonts = await library.forDocument(new Set());
}, 60_000);
afterAll(() => rm(cacheDir, { recursive: true, force: true }));

const render = async (document: Document): Promise<PdfResult> => valueOf(await renderPdf(document, { theme, fonts }));

const open = async (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false }).promise;

const textOf = async (pdf: PDFDocumentProxy): Promise<string> => {
  let text = '';
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
  }
  return text;
};

/** The streams of a file that inflate to text: page contents and maps to Unicode. */
const streamsOf = (bytes: Uint8Array): string[] => {
  const file = Buffer.from(bytes).toString('latin1');
  return [...file.matchAll(/stream\r?\n([^]*?)\nendstream/g)].flatMap(([, data = '']) => {
    try {
      return [inflateSync(Buffer.from(data, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });
};

const contentsOf = (bytes: Uint8Array): string[] => streamsOf(bytes).filter((stream) => stream.includes(' BDC'));

const paragraph =
  '全年地区生产总值达到157.5亿元，同比增长7.1%；规模以上工业企业新增5—10家，“四个一批”项目——含技改——稳步推进，2012—2016年累计完成投资428.6亿元。';

describe('text', () => {
  it('comes out as it went in, with no spaces put in between hanzi and figures', async () => {
    const { bytes } = await render(documentOf('gongwen', [body(paragraph.repeat(4))]));
    const text = await textOf(await open(bytes));
    expect(text.replaceAll('\n', '')).toContain(paragraph.repeat(4));
    expect(text.replaceAll('\n', '').replace('— 1 —', '')).not.toContain(' ');
  });

  it('of a letter-spaced name comes out without spaces', async () => {
    const masthead: Block = {
      kind: 'masthead',
      name: t('红旗区情'),
      issue: t('第1期'),
      unit: t('红旗区人民政府办公室'),
      date: t('2017年4月21日'),
    };
    expect(await textOf(await open((await render(documentOf('gongwen', [masthead]))).bytes))).toContain('红旗区情');
  });

  it('keeps the spaces that it has', async () => {
    const { bytes } = await render(documentOf('gongwen', [body('Made in China 制造业')]));
    expect(await textOf(await open(bytes))).toContain('Made in China 制造业');
  });

  it('is one operation for each line and look', async () => {
    // Dashes come from another face where the text's own are narrow: they would be looks of their own.
    const plain = paragraph.replaceAll(/—+/g, '、');
    const { bytes, pages } = await render(documentOf('gongwen', [body(plain.repeat(6))]));
    const shows = contentsOf(bytes).join('\n').match(/ TJ$/gm) ?? [];
    const text = await textOf(await open(bytes));
    // One for each page number besides.
    expect(shows.length).toBeLessThanOrEqual(text.split('\n').length + pages);
    expect(shows.length).toBeGreaterThan(10);
  });

  it('stands on the grid, 22 lines to the page', async () => {
    const { bytes } = await render(documentOf('gongwen', [body(paragraph.repeat(20))]));
    const { items } = await (await (await open(bytes)).getPage(1)).getTextContent();
    const baselines = [
      ...new Set(items.flatMap((item) => ('str' in item && item.height > 15 ? [Number(item.transform[5])] : []))),
    ];
    expect(baselines).toHaveLength(22);
    baselines.slice(1).forEach((y, index) => expect((baselines[index] ?? 0) - y).toBeCloseTo(28.95, 1));
  });
});

describe('every kind of block', () => {
  it.each([
    ['document', sampleDocument],
    ['sheet', sampleSheet],
  ] as const)('of the %s is set, the same on every run', async (_, document) => {
    const [first, second] = [await render(document), await render(document)];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    const text = (await textOf(await open(first.bytes))).replace(/[\s\u3000]/g, '');
    for (const phrase of ['红旗区', '157.5']) expect(text).toContain(phrase);
  });

  it('embeds its faces as subsets with Unicode maps', async () => {
    const file = Buffer.from((await render(sampleDocument)).bytes).toString('latin1');
    const names = new Set([...file.matchAll(/\/FontName \/(\S+)/g)].map(([, name]) => name));
    expect(names.size).toBeGreaterThan(2);
    for (const name of names) expect(name).toMatch(/^[A-Z]{6}\+[A-Za-z-]+$/);
    expect(file.match(/\/FontFile2 /g)?.length).toBe(names.size);
    expect(file.match(/\/ToUnicode /g)?.length).toBe(names.size);
  });
});

const heading = (level: 1 | 2 | 3 | 4, id: string): Block => ({
  kind: 'heading',
  level,
  id,
  number: '',
  children: t(id),
});

const listItem = (...paragraphs: readonly object[]) => ({ LI: [{ Lbl: [] }, { LBody: paragraphs }] });

describe('tags', () => {
  const outline = (node: unknown): unknown => {
    const { role, children } = node as { role?: string; children?: unknown[] };
    return role === undefined ? '' : { [role]: (children ?? []).map(outline).filter((child) => child !== '') };
  };

  it('say what each part is, in the order of the template', async () => {
    const blocks: readonly Block[] = [
      { kind: 'heading', level: 1, id: 'review', number: '一、', children: t('工作回顾') },
      body(paragraph),
      {
        kind: 'table',
        caption: t('表1　主要指标'),
        density: 'normal',
        columns: [{ header: t('指标'), align: 'left', width: 1 }],
        rows: [{ group: false, cells: [{ children: t('地区生产总值') }] }],
        notes: [],
      },
      {
        kind: 'chart',
        type: 'bar',
        title: t('增速，%'),
        unit: '%',
        categories: ['地区生产总值'],
        series: [{ name: '2016年', role: 'result', values: ['7.1'] }],
        refs: [],
        description: '地区生产总值增长7.1%。',
        height: 0,
      },
    ];
    const page = await (await open((await render(documentOf('gongwen', blocks))).bytes)).getPage(1);
    const tree = await page.getStructTree();
    expect(outline(tree)).toEqual({
      Root: [
        {
          Document: [
            { H1: [] },
            { P: [] },
            { Table: [{ Caption: [] }, { TR: [{ TH: [] }] }, { TR: [{ TD: [] }] }] },
            { Caption: [] },
            { Figure: [] },
          ],
        },
      ],
    });
    expect(JSON.stringify(tree)).toContain('地区生产总值增长7.1%。');
  });

  it.each(['gongwen', 'sheet'] as const)(
    'have list items of label and body on %s, whatever stands in them',
    async (page) => {
      const list: Block = {
        kind: 'list',
        ordered: true,
        start: 3,
        items: [[body('第一项任务'), body('第一项的说明。')], [body('第二项任务')]],
      };
      const tree = await (
        await (await open((await render(documentOf(page, [list]))).bytes)).getPage(1)
      ).getStructTree();
      expect(outline(tree)).toEqual({
        Root: [{ Document: [{ L: [listItem({ P: [] }, { P: [] }), listItem({ P: [] })] }] }],
      });
    },
  );

  it('never skip a level of headings', async () => {
    const { bytes } = await render(documentOf('sheet', [heading(2, '民生'), heading(4, '教育'), heading(1, '目标')]));
    const tree = await (await (await open(bytes)).getPage(1)).getStructTree();
    expect(JSON.stringify(tree).match(/"H\d"/g)).toEqual(['"H1"', '"H2"', '"H1"']);
  });

  it('leave nothing on the page unmarked', async () => {
    for (const content of contentsOf((await render(sampleDocument)).bytes)) {
      let depth = 0;
      for (const line of content.split('\n')) {
        if (/ (BDC|BMC)$/.test(line)) depth++;
        else if (line === 'EMC') depth--;
        else if (/ (TJ|f|S)$/.test(line)) expect(depth, line).toBe(1);
      }
      expect(depth).toBe(0);
    }
  });
});

describe('links and bookmarks', () => {
  const blocks: readonly Block[] = [
    {
      kind: 'contents',
      title: t('目录'),
      depth: 1,
      entries: [{ level: 1, id: 'plan', number: '一、', children: t('今年安排') }],
    },
    { kind: 'pagebreak' },
    { kind: 'heading', level: 1, id: 'plan', number: '一、', children: t('今年安排') },
    body(paragraph),
  ];

  it('lead to the heading, whose page the contents print', async () => {
    const { bytes, headingPages } = await render(documentOf('gongwen', blocks));
    expect(headingPages.get('plan')).toBe(2);
    const pdf = await open(bytes);
    const page = await pdf.getPage(1);
    const [link] = (await page.getAnnotations()) as { subtype: string; dest: [object, ...unknown[]] }[];
    expect(link?.subtype).toBe('Link');
    const target = link?.dest[0];
    expect(target === undefined ? -1 : await pdf.getPageIndex(target as never)).toBe(1);
    const { items } = await page.getTextContent();
    expect(items.flatMap((item) => ('str' in item ? [item.str] : [])).join('')).toMatch(/今年安排\s*2/);
    expect((await pdf.getOutline()).map(({ title }) => title)).toEqual(['一、今年安排']);
  });

  it('are one for each link, two on a line too', async () => {
    const line: Block = {
      kind: 'paragraph',
      role: 'body',
      children: [
        ...t('见'),
        { kind: 'link', target: 'https://a.example.cn/', children: t('甲文件') },
        ...t('和'),
        { kind: 'link', target: 'https://b.example.cn/', children: t('乙文件') },
      ],
    };
    const page = await (await open((await render(documentOf('gongwen', [line]))).bytes)).getPage(1);
    const found = (await page.getAnnotations()) as { url: string; rect: number[] }[];
    expect(found.map(({ url }) => url)).toEqual(['https://a.example.cn/', 'https://b.example.cn/']);
    const [first, second] = found;
    expect(first?.rect[2]).toBeLessThanOrEqual(second?.rect[0] ?? 0);
  });
});

describe('the file', () => {
  it('bears the dates, title and language of the data', async () => {
    const pdf = await open((await render(documentOf('gongwen', [body('一')]))).bytes);
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: '红旗区2017年政府工作报告要点',
      Author: '红旗区人民政府办公室',
      Producer: 'jianbao',
      Creator: 'jianbao',
      CreationDate: 'D:20170421000000Z',
      ModDate: 'D:20170421000000Z',
      Language: 'zh-CN',
    });
  });

  it('deflates its streams in the same way on every machine', async () => {
    const file = Buffer.from((await render(sampleSheet)).bytes).toString('latin1');
    const deflated = [...file.matchAll(/\/FlateDecode\s*>>\s*stream\n([^]*?)\nendstream/g)];
    expect(deflated).toHaveLength(file.match(/\/FlateDecode/g)?.length ?? 0);
    expect(deflated.length).toBeGreaterThan(4);
    const deflate = await loadDeflate();
    for (const [, data = ''] of deflated) {
      const again = deflate(inflateSync(Buffer.from(data, 'latin1')));
      expect(Buffer.from(again).toString('latin1') === data).toBe(true);
    }
  });

  it('takes any title into its metadata', async () => {
    const document = documentOf('gongwen', [body('一')]);
    const { bytes } = await render({ ...document, meta: { ...document.meta, title: '投资 < 消费 & “出口”' } });
    expect(Buffer.from(bytes).toString('utf8')).toContain('投资 &#60; 消费 &#38; “出口”');
  });

  it('tells by how much it passes its limit', async () => {
    const long = documentOf('gongwen', [body(paragraph.repeat(30))], 1);
    const { pages, overflow } = await render(long);
    expect(pages).toBeGreaterThan(1);
    expect(overflow).toBeGreaterThan(0);
    expect((await render({ ...long, page: { ...long.page, limit: pages } })).overflow).toBe(0);
  });

  it('tells what is left of the last page that it may take', async () => {
    const short = await render(documentOf('gongwen', [body('一行。')], 1));
    // 22 lines of 28.95 pt, one of them set.
    expect(short.spare).toBeGreaterThan(20 * 28.95);
    expect(short.spare).toBeLessThan(22 * 28.95);
    expect((await render(documentOf('gongwen', [body('一行。')], 2))).spare).toBe(Number.POSITIVE_INFINITY);
    expect((await render(documentOf('gongwen', [body('一行。')]))).spare).toBe(Number.POSITIVE_INFINITY);
  });

  it('of one page is small', async () => {
    expect((await render(documentOf('gongwen', [body(paragraph)]))).bytes.length).toBeLessThan(45_000);
  });
});
