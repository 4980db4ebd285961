// The declared order of giving up: rows with the lowest `yields` first, from the end, down to `keep`; then leading.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doesNotFit, fitSteps, shortSteps, tighten } from '../../../src/arrange/fit.ts';
import { arrangeDocument } from '../../../src/arrange/arrange.ts';
import { parseDocument } from '../../../src/parse/parse.ts';
import { dump } from '../../../src/tree/dump.ts';
import type { Block, Card, Document } from '../../../src/tree/tree.ts';

const rows = (...names: readonly string[]): string => names.map((name) => `| ${name} | 1 |\n`).join('');

const body = [
  ':::table[目标]{yields=10 keep=1}\n| 指标 | 数值 |\n|---|---|\n| **经济** | |\n',
  rows('生产总值', '投资'),
  '| **民生** | |\n',
  rows('就业'),
  ':::\n\n:::chart[增速]{unit="%" yields=20 keep=2}\n| 指标 | 2016年 |\n|---|---|\n',
  rows('工业', '消费', '出口'),
  ':::\n\n:::::columns\n::::column\n:::note{yields=5}\n说明\n:::\n::::\n::::column\n正文\n::::\n:::::\n\n不让的段落\n',
].join('');

const parsed = (limit: number, page = 'sheet', blocks: readonly string[] = [body]): Document => {
  const { value } = parseDocument(`---\ntitle: 一页纸\npage: ${page}\nlimit: ${limit}\n---\n${blocks.join('\n')}`, {
    file: 'factsheet.md',
    meta: {
      author: '',
      keywords: [],
      language: 'zh-CN',
      date: '2017-04-21',
      reportId: 'hongqi-2017',
      template: 'factsheet',
    },
  });
  const arranged = value && arrangeDocument(value.document, { numbers: false }).value;
  if (!arranged) throw new Error('the sample cannot be parsed');
  return arranged;
};

const lines = (document: Document, count: number): string[] =>
  dump(tighten(document, fitSteps(document).slice(0, count)))
    .split('\n')
    .map((line) => line.trim());

const tableOf = (keys: string, ...says: readonly string[]): string =>
  `:::table{${keys}}\n| 工作 | 任务 |\n|---|---|\n${says.map((one) => `| ${one} | 任务 |\n`).join('')}:::\n`;

const kinds = (page: string): string[] =>
  fitSteps(parsed(1, page)).map((step) => (step.kind === 'row' ? step.block.kind : `leading ${step.leading}`));

describe('fit', () => {
  it('has no steps for a document without a limit', () => {
    expect(fitSteps(parsed(0))).toEqual([]);
  });

  it('lists every step beforehand, leading last and only on a free page', () => {
    const given = ['paragraph', 'table', 'table', 'chart'];
    expect(kinds('sheet')).toEqual([...given, 'leading 0.98', 'leading 0.96', 'leading 0.94', 'leading 0.92']);
    expect(kinds('gongwen')).toEqual(given);
  });

  it('gives up rows from the end, with a group that has none left', () => {
    const document = parsed(1);
    expect(lines(document, 1).filter((line) => /^(row|group|paragraph)/u.test(line))).toEqual([
      'group 经济 |',
      'row 生产总值 | 1',
      'row 投资 | 1',
      'group 民生 |',
      'row 就业 | 1',
      'paragraph role="body" 正文',
      'paragraph role="body" 不让的段落',
    ]);
    expect(lines(document, 2).filter((line) => /^(row|group)/u.test(line))).toEqual([
      'group 经济 |',
      'row 生产总值 | 1',
      'row 投资 | 1',
    ]);
    expect(lines(document, 3).filter((line) => /^(row|group)/u.test(line))).toEqual([
      'group 经济 |',
      'row 生产总值 | 1',
    ]);
  });

  it('keeps a shortened chart and its description together', () => {
    const after = lines(parsed(1), 4);
    expect(after).toContain('categories 工业 | 消费');
    expect(after).toContain('result 2016年: 1 | 1');
    expect(after).toContain('description 增速：工业1%；消费1%。');
  });

  it('tightens more with each step, and never changes the document given', () => {
    const document = parsed(1);
    const before = structuredClone(document);
    const steps = fitSteps(document);
    const size = (count: number): number => {
      const tighter = tighten(document, steps.slice(0, count));
      return dump(tighter).length * tighter.leading;
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: steps.length - 1 }), (count) => {
        expect(size(count + 1)).toBeLessThan(size(count));
      }),
    );
    expect(document).toEqual(before);
    expect(tighten(document, [])).toEqual(document);
  });

  it('says by how much a document does not fit', () => {
    expect(doesNotFit(parsed(1), 2, 31.6, 'templates/factsheet.hbs')).toMatchObject({
      code: 'arrange/does-not-fit',
      message: { zh: '收紧到底仍有 2 页，限 1 页，多出约 32 毫米' },
    });
  });

  it('gives a column that is left alone the whole width, and leaves no card alone under full rows', () => {
    const document = parsed(1);
    expect(document.blocks.some((block) => block.kind === 'columns')).toBe(true);
    expect(tighten(document, fitSteps(document).slice(0, 1)).blocks.some((block) => block.kind === 'columns')).toBe(
      false,
    );
    const card: Card = { label: [], value: [], unit: [], note: [] };
    const cards: Block = {
      kind: 'cards',
      perRow: 3,
      size: 'small',
      cards: Array.from({ length: 5 }, () => card),
      yields: 1,
    };
    const sheet = { ...document, blocks: [cards] };
    const left = (count: number): number => {
      const [block] = tighten(sheet, fitSteps(sheet).slice(0, count)).blocks;
      return block?.kind === 'cards' ? block.cards.length : 0;
    };
    expect([0, 1, 2, 3].map(left)).toEqual([5, 3, 3, 2]);
  });

  it('puts the short form of a block in its place when it yields, a table row by row', () => {
    const document = parsed(1, 'gongwen', [
      ':::body{yields=1}\n长的一段\n:::\n',
      ':::body{short=true yields=5 keep=0}\n短的\n:::\n',
      tableOf('yields=2', '甲甲', '乙乙'),
      tableOf('short=true yields=6 keep=1', '甲', '乙'),
    ]);
    const texts = Array.from({ length: fitSteps(document).length + 1 }, (_, count) =>
      lines(document, count)
        .flatMap((line) => /长的一段|短的|(?<=^row )[甲乙]+/u.exec(line)?.[0] ?? [])
        .join(' '),
    );
    const inShort = tighten(document, shortSteps(document)).blocks;
    expect(inShort).toEqual(document.blocks.filter(({ short }) => short === true));
    expect(texts).toEqual(['长的一段 甲甲 乙乙', '短的 甲甲 乙乙', '短的 甲甲 乙', '短的 甲 乙', '甲 乙', '甲']);
  });
});
