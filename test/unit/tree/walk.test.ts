import { expect, test } from 'vitest';
import type { Block, Document, Inline, Table } from '../../../src/tree/tree.ts';
import { codePointsOf, inlinesOf, isForm, textOf, textRuns, walkBlocks } from '../../../src/tree/walk.ts';

const text = (value: string): Inline => ({ kind: 'text', text: value });

const figure: Inline = {
  kind: 'figure',
  text: '157.5亿元',
  ref: 'gdp-2016',
  span: { file: 'brief.md', line: 7, column: 12 },
};

const paragraph: Block = {
  kind: 'paragraph',
  role: 'body',
  span: { file: 'brief.md', line: 7, column: 1 },
  children: [text('地区生产总值'), { kind: 'strong', children: [figure] }, { kind: 'break' }, text('增长7.1%')],
};

const chart: Block = {
  kind: 'chart',
  type: 'bar',
  title: [text('主要指标同比增速')],
  unit: '%',
  categories: ['税收收入'],
  series: [{ name: '2016年', values: ['17.1', null], role: 'result' }],
  refs: [],
  description: '读屏文字',
  height: 0,
};

const document: Pick<Document, 'blocks'> = {
  blocks: [
    {
      kind: 'heading',
      level: 1,
      id: 'a',
      number: '一、',
      children: [text('经济运行')],
      span: { file: 'brief.md', line: 5, column: 1 },
    },
    {
      kind: 'columns',
      widths: [1, 1],
      columns: [[paragraph], [{ kind: 'list', ordered: false, start: 1, items: [[chart]] }]],
    },
    { kind: 'rule' },
  ],
};

test('blocks come outer before inner, in reading order', () => {
  const kinds: string[] = [];
  walkBlocks(document, (block) => kinds.push(block.kind));
  expect(kinds).toEqual(['heading', 'columns', 'paragraph', 'list', 'chart', 'rule']);
});

test('textOf goes into nested inlines and keeps line breaks', () => {
  expect(inlinesOf(paragraph).map(textOf)).toEqual(['地区生产总值157.5亿元\n增长7.1%']);
});

test('textRuns gives all drawn text, also of charts and numbers, but no alternative text', () => {
  expect(textRuns(document).map((run) => run.text)).toEqual([
    '一、',
    '经济运行',
    '地区生产总值',
    '157.5亿元',
    '增长7.1%',
    '主要指标同比增速',
    '%',
    '税收收入',
    '2016年',
    '17.1',
  ]);
});

test('a run takes its own place, else that of its block', () => {
  const places = new Map(textRuns(document).map((run) => [run.text, run.span?.column]));
  expect(places.get('157.5亿元')).toBe(12);
  expect(places.get('增长7.1%')).toBe(1);
  expect(places.get('税收收入')).toBeUndefined();
});

test('codePointsOf takes characters, not UTF-16 units', () => {
  const found = codePointsOf({ blocks: [{ kind: 'paragraph', role: 'body', children: [text('𬭎A')] }] });
  expect([...found]).toEqual([0x2cb4e, 0x41]);
});

const table = (...rows: readonly (readonly string[])[]): Table => ({
  kind: 'table',
  caption: [],
  columns: ['任务', '单位'].map((name) => ({ header: [text(name)], width: 1, align: 'left' as const })),
  rows: rows.map((cells) => ({
    group: cells.length === 1,
    cells: cells.map((cell) => ({ children: cell === '' ? [] : [text(cell)] })),
  })),
  notes: [],
  density: 'normal',
});

test('a table with a column that is blank all the way down is a form', () => {
  expect(isForm(table(['城市建设'], ['修路', ''], ['种树', '']))).toBe(true);
  expect(isForm(table(['修路', '住建局'], ['种树', '']))).toBe(false);
  expect(isForm(table())).toBe(false);
});
