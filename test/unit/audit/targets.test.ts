import { describe, expect, test } from 'vitest';
import { auditReports, byPlace } from '../../../src/audit/audit.ts';
import { printTargetTable } from '../../../src/audit/print-findings.ts';
import { targetTable } from '../../../src/audit/target-table.ts';
import type { Report } from '../../../src/report/schema.ts';
import { indicators, reportWith } from './fixture.ts';

type Plain = Record<string, unknown>;

const target = (indicator: string, name: string, period: number, more: Plain): Plain => ({
  id: indicator,
  indicator,
  name,
  period,
  ...more,
});
const growth = (value: string, modifier?: string): Plain => ({
  growth: { value, unit: '%', ...(modifier && { modifier }) },
});
const result = (indicator: string, name: string, year: number, rate: string): Plain => ({
  id: `${indicator}-${year}`,
  indicator,
  name,
  period: String(year),
  kind: 'none',
  growth: { value: rate, unit: '%' },
});

const planned = reportWith({
  reviewed: 2015,
  targets: [
    target('gdp', '地区生产总值', 2016, growth('8', '左右')),
    target('investment', '固定资产投资', 2016, growth('12')),
    target('retail', '社会消费品零售总额', 2016, growth('11')),
    target('unemployment', '城镇登记失业率', 2016, { level: { value: '4.5', unit: '%', modifier: '以内' } }),
    target('revenue', '财政收入', 2016, growth('8')),
  ],
});
const reviewed = reportWith({
  review: [
    result('gdp', '地区生产总值', 2016, '7.6'),
    result('investment', '全社会固定资产投资', 2016, '3.8'),
    {
      id: 'jobless',
      indicator: 'unemployment',
      name: '城镇登记失业率',
      period: '2016',
      kind: 'rate',
      value: '3.9',
      unit: '%',
    },
    { id: 'revenue-2016', indicator: 'revenue', name: '财政收入', period: '2016', value: '6.8', unit: '亿元' },
  ],
  targets: [target('gdp', '地区生产总值', 2017, growth('8'))],
});

describe('targets and results', () => {
  const rows = targetTable([planned, reviewed], indicators);
  const outcomes = Object.fromEntries(rows.map(({ indicator, year, outcome }) => [`${indicator} ${year}`, outcome]));

  test('met, missed, not reported, and what cannot be compared', () => {
    expect(outcomes).toEqual({
      'gdp 2016': 'met',
      'gdp 2017': 'no-report',
      'investment 2016': 'missed',
      'retail 2016': 'not-reported',
      'revenue 2016': 'unclear',
      'unemployment 2016': 'met',
    });
  });

  test('a table limited to the indicators asked for, as text', () => {
    const only = targetTable([planned, reviewed], indicators, ['investment']);
    expect(printTargetTable(only, 'zh')).toBe(
      '全社会固定资产投资\n  2016　目标：固定资产投资增长12%　结果：增长3.8%　未完成',
    );
  });

  test('rows are plain statements, without the reports they come from', () => {
    const [row] = targetTable([planned, reviewed], indicators, ['investment']);
    expect(JSON.parse(JSON.stringify(row))).toEqual(row);
    expect(row?.target).toMatchObject({ report: 'hongqi-2016', ref: 'target.investment.growth', period: '2016' });
    expect(Object.keys(row?.result ?? {})).toEqual(['report', 'ref', 'name', 'text', 'period', 'place']);
  });

  test.each<[string, Plain[], string]>([
    ['a floor below the target tells nothing', [{ value: '200', modifier: '突破' }], 'unclear'],
    ['a floor above it does', [{ value: '230', modifier: '超' }], 'met'],
    ['of 突破200亿元，达到229亿元 it is the second', [{ value: '200', modifier: '突破' }, { value: '229' }], 'met'],
    ['余 is no floor', [{ value: '200', modifier: '余' }], 'missed'],
  ])('%s', (_, levels, outcome) => {
    const level = { indicator: 'investment', name: '固定资产投资', period: '2016', unit: '亿元' };
    const review = levels.map((one, index) => ({ id: `investment-${index}`, ...level, ...one }));
    const aims = [target('investment', '固定资产投资', 2016, { level: { value: '220', unit: '亿元' } })];
    const [row] = targetTable([reportWith({ reviewed: 2015, targets: aims }), reportWith({ review })], indicators);
    expect(row?.outcome).toBe(outcome);
  });

  test('only what was missed or passed over is a note', () => {
    const found = auditReports([planned, reviewed], { indicators });
    expect(found.map(({ rule, level, name }) => `${rule} ${level} ${name}`)).toEqual([
      'target note 全社会固定资产投资',
      'target note 社会消费品零售总额',
    ]);
  });
});

const named = (report: Report, name: string): Report => ({ ...report, place: { ...report.place, name } });

describe('reports of one place', () => {
  test('are of one series whether or not their names tell the city', () => {
    const groups = byPlace([planned, named(reviewed, '新乡市红旗区')]);
    expect(groups.map((group) => group.length)).toEqual([2]);
  });

  test('are kept apart when two cities have districts of one name', () => {
    const groups = byPlace([named(planned, '甲市红旗区'), named(reviewed, '乙市红旗区'), planned]);
    expect(groups.map((group) => group.length)).toEqual([1, 1, 1]);
  });

  test('put the yearly report before the one that closes a term', () => {
    const closing = { ...planned, id: 'closing', sections: planned.sections.filter(({ part }) => part !== 'review') };
    expect(byPlace([closing, planned]).map((group) => group.map(({ id }) => id))).toEqual([[planned.id, 'closing']]);
  });
});
