// What a chart prints and how it is told apart in grey: values as the report has them, series by fill and outline.
import { describe, expect, it } from 'vitest';
import { planChart } from '../../../src/charts/draw-chart.ts';
import type { Chart } from '../../../src/tree/tree.ts';
import { fakeFonts, t, theme } from '../pdf/fake-fonts.ts';

const page = theme.pages['sheet'];
if (page === undefined) throw new Error('the theme has no sheet');

const width = 250;

type Drawn = { readonly svg: string; readonly height: number };

const draw = (chart: Chart): Drawn => {
  const plan = planChart(chart, { theme, page, fonts: fakeFonts, width });
  return { svg: plan.draw(), height: plan.height };
};

const growth: Chart = {
  kind: 'chart',
  type: 'bar',
  title: t('主要指标增速，%'),
  unit: '%',
  categories: ['地区生产总值', '公共财政一般预算收入', '全社会固定资产投资', '规模以上工业增加值'],
  series: [
    { name: '2016年增速', role: 'result', values: ['7.10', '1.6', '-3.8', null] },
    { name: '2017年目标', role: 'target', values: ['8', '8', '12', '8.5'] },
  ],
  refs: [],
  description: '地区生产总值增长7.1%，今年目标8%。',
  height: 0,
};

type Label = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: string;
  readonly size: number;
};

const labelsOf = ({ svg }: Drawn): Label[] =>
  [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', text = '']) => {
    const place = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(attributes);
    return {
      text,
      x: Number(place?.[1] ?? /\bx="([-\d.]+)"/.exec(attributes)?.[1]),
      y: Number(place?.[2] ?? /\by="([-\d.]+)"/.exec(attributes)?.[1]),
      anchor: /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start',
      size: Number(/font-size:([\d.]+)px/.exec(attributes)?.[1]),
    };
  });

const measure = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1) * size, 0);

/** The boxes that labels take, points. */
const boxesOf = (drawing: Drawn): { text: string; left: number; right: number; top: number; bottom: number }[] =>
  labelsOf(drawing).map(({ text, x, y, anchor, size }) => {
    const wide = measure(text, size);
    const left = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x;
    return { text, left, right: left + wide, top: y - size / 2, bottom: y + size / 2 };
  });

const expectApart = (drawing: Drawn): void => {
  const boxes = boxesOf(drawing);
  for (const [index, a] of boxes.entries()) {
    expect(a.left, a.text).toBeGreaterThanOrEqual(-0.5);
    expect(a.right, a.text).toBeLessThanOrEqual(width + 0.5);
    expect(a.bottom, a.text).toBeLessThanOrEqual(drawing.height + 0.5);
    for (const b of boxes.slice(index + 1)) {
      const apart =
        a.right <= b.left + 0.1 || b.right <= a.left + 0.1 || a.bottom <= b.top + 0.1 || b.bottom <= a.top + 0.1;
      expect(apart, `${a.text} / ${b.text}`).toBe(true);
    }
  }
};

describe('bars', () => {
  const drawing = draw(growth);

  it('print values in the precision of the report, with a real minus', () => {
    const texts = labelsOf(drawing).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['7.10（2016年增速）', '1.6', '−3.8', '8（2017年目标）', '8.5']));
    expect(texts.join(' ')).not.toContain('null');
  });

  it('tell results from targets by fill', () => {
    expect(drawing.svg).toContain(`fill="${theme.colors.slate}"`);
    expect(drawing.svg).toMatch(new RegExp(`fill="${theme.colors.paper}" stroke="${theme.colors.slate}"`));
  });

  it('have no label over another or out of the drawing', () => expectApart(drawing));

  it('have no text under 8 pt and all of it in the face of the theme', () => {
    for (const { size } of labelsOf(drawing)) expect(size).toBeGreaterThanOrEqual(8);
    expect(new Set(drawing.svg.match(/font-family:[^;"]*/g))).toEqual(new Set(['font-family:hei']));
  });

  it('start from zero: lengths are in the proportion of the values', () => {
    const positive: Chart = { ...growth, series: [{ name: '增速', role: 'result', values: ['2', '4', '8', '1'] }] };
    const lengths = [...draw(positive).svg.matchAll(/<path d="M[-\d.]+ [-\d.]+l([\d.]+) 0l0 [\d.]+l-[\d.]+ 0Z"/g)].map(
      ([, length]) => Number(length),
    );
    expect(lengths).toHaveLength(4);
    const [a = 0, b = 0, c = 0, d = 0] = lengths;
    for (const [long, short, ratio] of [
      [b, a, 2],
      [c, b, 2],
      [a, d, 2],
    ] as const)
      expect(long / short).toBeCloseTo(ratio, 1);
  });
});

const shares = (...values: readonly string[]): Chart => ({
  ...growth,
  type: 'stacked',
  categories: ['2016年'],
  series: ['第一产业', '第二产业', '第三产业'].map((name, index) => ({
    name,
    role: 'result',
    values: [values[index] ?? null],
  })),
});

describe('shares', () => {
  it('stand inside their parts, or led out under them', () => {
    const wide = labelsOf(draw(shares('12.6', '48.3', '39.1')));
    expect(new Set(wide.slice(1).map(({ y }) => y)).size).toBe(1);
    const narrow = draw(shares('1', '16', '83'));
    const [first, second, third] = labelsOf(narrow);
    expect(first?.y).toBeGreaterThan(third?.y ?? 0);
    expect([first?.text, second?.text, third?.text]).toEqual(['第一产业 1', '第二产业 16', '第三产业 83']);
    expectApart(narrow);
  });

  it('are apart even when none fits', () => expectApart(draw(shares('1', '2', '997'))));
});

describe('columns', () => {
  it('stand over their periods with their values above', () => {
    const chart: Chart = {
      ...growth,
      type: 'column',
      categories: ['2012年', '2013年', '2014年', '2015年', '2016年'],
      series: [{ name: '地区生产总值', role: 'result', values: ['107.7', '118.2', '129.6', '143.0', '157.5'] }],
    };
    const drawing = draw(chart);
    expect(labelsOf(drawing).map(({ text }) => text)).toEqual(expect.arrayContaining(['2012年', '143.0', '157.5']));
    expectApart(drawing);
  });
});

describe('every chart', () => {
  it('is the same on every drawing', () => {
    expect(draw(growth).svg).toBe(draw(growth).svg);
  });

  it('takes the height that the template asks for', () => {
    expect(draw({ ...growth, height: 80 }).height).toBeCloseTo((80 * 72) / 25.4, 6);
  });

  it('is drawn without values at all', () => {
    const empty: Chart = { ...growth, series: [{ name: '增速', role: 'result', values: [null, null, null, null] }] };
    expect(labelsOf(draw(empty)).map(({ text }) => text)).toContain('地区生产总值');
  });
});
