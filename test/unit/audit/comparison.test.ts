// Figures side by side: what is comparable, how one differs that is not, exact conversion.
import { describe, expect, test } from 'vitest';
import { compareReports, isComparable } from '../../../src/audit/comparison.ts';
import { indicators, reportWith } from './fixture.ts';

type Plain = Record<string, unknown>;

/** One report for each list of observations, places told apart. */
const rowsOf = (lists: readonly (readonly Plain[])[], only?: readonly string[]) =>
  compareReports(
    lists.map((review, index) => reportWith({ place: `第${index + 1}区`, review })),
    indicators,
    only,
  );

const revenue = (more: Plain): Plain => ({
  id: 'revenue-2016',
  indicator: 'revenue',
  name: '财政收入',
  period: '2016',
  unit: '亿元',
  ...more,
});
const growth = (value: string, more: Plain = {}, name = '财政收入'): Plain =>
  revenue({ name, kind: 'none', unit: undefined, growth: { value, unit: '%', ...more } });

const shown = (rows: ReturnType<typeof rowsOf>): string[] =>
  rows.map(({ measure, unit, scope, cells }) =>
    [
      `${measure} ${unit}${scope}:`,
      ...cells.map((cell) => {
        const { evidence, value, differences } = cell;
        const how = differences.map((one) => ('text' in one ? `${one.kind} ${one.text}` : one.kind)).join('+');
        return evidence === undefined ? 'none' : `${value ?? '?'}${how && ` (${how})`}${isComparable(cell) ? '' : '!'}`;
      }),
    ].join(' '),
  );

describe('compareReports', () => {
  test.each<[string, Plain[][], string]>([
    ['same unit', [[revenue({ value: '6.8' })], [revenue({ value: '7' })]], 'level 亿元: 6.8 7'],
    [
      '万元 is converted, digits kept',
      [[revenue({ value: '6.8' })], [revenue({ value: '7' })], [revenue({ value: '54800', unit: '万元' })]],
      'level 亿元: 6.8 7 5.4800 (converted)',
    ],
    [
      'another currency is not',
      [[revenue({ value: '6.8' })], [revenue({ value: '7' })], [revenue({ value: '3', unit: '亿美元' })]],
      'level 亿元: 6.8 7 ? (unit 亿美元)!',
    ],
    [
      'another scope is marked',
      [[growth('3')], [growth('4')], [{ ...growth('9'), qualifiers: ['同口径'] }]],
      'growth %: 3 4 9 (scope 同口径)!',
    ],
    [
      'the scope that most have is the plain one for the row',
      [[{ ...growth('3'), qualifiers: ['同口径'] }], [{ ...growth('4'), qualifiers: ['同口径'] }], [growth('9')]],
      'growth %同口径: 3 4 9 (scope )!',
    ],
    [
      'another price basis is marked',
      [[growth('3')], [growth('4')], [growth('9', { basis: 'comparable' })]],
      'growth %: 3 4 9 (basis)!',
    ],
    [
      'a part under another name is marked',
      [[growth('3')], [growth('4')], [growth('9', {}, '园区财政收入')]],
      'growth %: 3 4 9 (name 园区财政收入)!',
    ],
    [
      'a report that gives nothing has none; another period is not taken',
      [[growth('3')], [{ ...growth('4'), period: '2015' }], [growth('9')]],
      'growth %: 3 none 9',
    ],
    [
      'growth against another year is not taken',
      [[growth('3')], [growth('40', { base: '2011' })], [growth('9')]],
      'growth %: 3 none 9',
    ],
    [
      'a growth with its level beside it comes before one alone',
      [
        [growth('-7.4'), { ...revenue({ value: '6.8', growth: { value: '1.5', unit: '%' } }), id: 'whole' }],
        [growth('4')],
      ],
      'growth %: 1.5 4',
    ],
    [
      'a growth beside a rise from an earlier year may be an average, and is not taken',
      [
        [
          revenue({
            value: '6.8',
            from: { period: '2012', value: '4', unit: '亿元' },
            growth: { value: '9', unit: '%' },
          }),
        ],
        [growth('4')],
      ],
      'growth %: none 4',
    ],
    ['a range has no value to draw', [[revenue({ min: '6', max: '7' })], [revenue({ value: '7' })]], 'level 亿元: ? 7'],
  ])('%s', (_, lists, expected) => {
    expect(shown(rowsOf(lists, ['revenue']))).toContain(expected);
  });

  test('without a wish, what two reports give, headline or not; with one, what is asked for in its order', () => {
    const lists = [
      [revenue({ value: '6.8' }), { ...growth('3'), indicator: 'gdp', name: '地区生产总值', id: 'gdp-2016' }],
      [revenue({ value: '7' })],
    ];
    expect(rowsOf(lists).map(({ indicator }) => indicator)).toEqual(['revenue']);
    expect(rowsOf(lists, ['revenue', 'gdp']).map(({ indicator }) => indicator)).toEqual(['revenue', 'gdp']);
  });
});
