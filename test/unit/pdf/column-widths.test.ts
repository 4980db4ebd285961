// How tables share their width, and where decimal points stand.
import { describe, expect, it } from 'vitest';
import { columnWidths, decimalIndents } from '../../../src/pdf/column-widths.ts';
import type { DefinitionRun } from '../../../src/pdf/definition.ts';
import type { Builder } from '../../../src/pdf/styles.ts';
import { fakeFonts } from './fake-fonts.ts';

// Widths ask a builder for its fonts only.
const builder = { fonts: fakeFonts } as Builder;

const runs = (text: string): readonly DefinitionRun[] => [
  { text, size: 10, style: { face: 'song', color: '#1A1A1A' } },
];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);

describe('column widths', () => {
  it('follow the template', () => {
    const columns = [3, 1].map((asked) => ({ asked, runs: [runs('指标')] }));
    expect(columnWidths(builder, columns, 400)).toEqual([300, 100]);
  });

  it('leave the template where a figure would be torn, and take the room from columns that have it', () => {
    const columns = [
      { asked: 3, runs: [runs('城镇居民人均可支配收入增长'.repeat(4))] },
      { asked: 1, runs: [runs('提高9.9个百分点')] },
      { asked: 1, runs: [runs('户')] },
    ];
    const [name = 0, change = 0, unit = 0] = columnWidths(builder, columns, 200);
    expect(change).toBeGreaterThanOrEqual(55);
    expect(name + change + unit).toBeCloseTo(200, 6);
    expect(unit).toBeGreaterThanOrEqual(10);
    expect(name).toBeGreaterThanOrEqual(60);
  });

  it('hold units whole', () => {
    const columns = [
      { asked: 8, runs: [runs('城乡建设用地再减量规模'.repeat(2))] },
      { asked: 1, runs: [runs('微克/立方米'), runs('家')] },
    ];
    expect(columnWidths(builder, columns, 200)[1]).toBeGreaterThanOrEqual(55);
  });

  it('stay as the template has them when no column has room to give', () => {
    const columns = [1, 1].map((asked) => ({ asked, runs: [runs('157.5亿元'.repeat(2))] }));
    expect(columnWidths(builder, columns, 60)).toEqual([30, 30]);
  });

  it('take what the content needs where the template leaves them free', () => {
    const [name = 0, task = 0] = columnWidths(
      builder,
      [
        { asked: 0, runs: [runs('序号')] },
        { asked: 1, runs: [runs('任务')] },
      ],
      400,
    );
    expect(name).toBeCloseTo(21, 0);
    expect(name + task).toBeCloseTo(400, 6);
  });

  it('fill the table, with short words whole, when all are free and there is too much', () => {
    const columns = ['亿元', '地区生产总值同比增长按可比价格计算'.repeat(4), '2017年'].map((text) => ({
      asked: 0,
      runs: [runs(text)],
    }));
    const widths = columnWidths(builder, columns, 200);
    expect(sum(widths)).toBeCloseTo(200, 6);
    expect(widths[0]).toBeGreaterThanOrEqual(20);
    expect(widths[2]).toBeGreaterThanOrEqual(30);
  });
});

const indents = (...texts: readonly string[]): readonly (number | null)[] =>
  decimalIndents(builder, texts.map(runs), 100);

describe('decimal points', () => {
  it('stand under one another', () => {
    const points = [
      ['157.5', 3],
      ['6.52', 1],
      ['26120', 5],
    ] as const;
    const starts = indents(...points.map(([text]) => text));
    const places = points.map(([, whole], index) => (starts[index] ?? Number.NaN) + whole * 5);
    expect(new Set(places.map((place) => place.toFixed(3))).size).toBe(1);
  });

  it('leave a dash in the middle', () => {
    expect(indents('157.5', '—')[1]).toBeCloseTo(45, 6);
  });

  it('stand under one another beside a remark, which takes its room from the left', () => {
    const [plain, remarked] = indents('22.1%', '7.2%（同口径）');
    expect((plain ?? 0) + 10).toBeCloseTo((remarked ?? 0) + 5, 6);
    // a closing mark at the end of a cell takes half an em
    expect((remarked ?? 0) + 20 + 45).toBeLessThanOrEqual(100);
  });

  it('stand in the middle beside a cell that fits nowhere', () => {
    const [alone] = indents('22.1%');
    expect(indents('22.1%', '7.2%（与上年同期同口径相比）')).toEqual([alone, null]);
  });

  it('give up for what is wider than the column', () => {
    expect(indents('与地区生产总值同步增长')[0]).toBeNull();
  });
});
