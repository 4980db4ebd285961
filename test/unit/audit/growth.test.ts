import { describe, expect, test } from 'vitest';
import { auditReports } from '../../../src/audit/audit.ts';
import type { Finding } from '../../../src/audit/finding.ts';
import type { Report } from '../../../src/report/schema.ts';
import { indicators, reportWith } from './fixture.ts';

const audit = (...reports: Report[]): Finding[] => auditReports(reports, { indicators });
const brief = (findings: readonly Finding[]): string[] => findings.map(({ rule, level }) => `${rule} ${level}`);

const level = (
  indicator: string,
  name: string,
  year: number,
  value: string,
  more: object = {},
): Record<string, unknown> => ({
  id: `${indicator}-${year}`,
  indicator,
  name,
  period: String(year),
  value,
  unit: '亿元',
  ...more,
});
const percent = (value: string) => ({ growth: { value, unit: '%' } });

const fromLast = (value: string, unit = '亿元') => ({ from: { period: '2015', value, unit } });

const grown = (value: string) => ({ ...fromLast('80.0'), growth: { value, unit: '亿元' } });

const coverage = (value: string, unit: string) =>
  reportWith({
    review: [
      {
        ...level('coverage', '绿化覆盖率', 2016, '60.0', { kind: 'rate', unit: '%', growth: { value, unit } }),
        from: { period: '2015', value: '55.0', unit: '%' },
      },
    ],
  });

const before = (indicator: string, name: string, value: string): Report =>
  reportWith({ reviewed: 2015, review: [level(indicator, name, 2015, value)] });

const retailNow = (growth: string) =>
  reportWith({ review: [level('retail', '社会消费品零售总额', 2016, '89.6', percent(growth))] });

const gdpNow = (growth: string) =>
  reportWith({ review: [level('gdp', '地区生产总值', 2016, '157.5', percent(growth))] });

const levelNow = (value: string) => reportWith({ review: [level('retail', '社会消费品零售总额', 2016, value)] });

const capitalTarget = (value: string) =>
  reportWith({
    reviewed: 2015,
    targets: [
      {
        id: 'fdi',
        indicator: 'foreign-capital',
        name: '实际利用外资',
        period: 2016,
        level: { value, unit: '万美元' },
      },
    ],
  });

const goodAirDays = (unit: string): Report =>
  reportWith({
    review: [
      level('good-air', '空气质量优良率', 2016, '96.2', { kind: 'rate', unit: '%', growth: { value: '3', unit } }),
    ],
  });

const spanReport = (rate: string, period = '2014-2016'): Report =>
  reportWith({
    reviewed: 2016,
    review: [level('gdp', '地区生产总值', 2016, '102', { kind: 'none', ...percent('9.0') })],
    span: [
      level('gdp', '地区生产总值', 2016, '102', {
        id: 'gdp-span',
        kind: 'none',
        average: { value: rate, unit: '%', period },
      }),
    ],
  });

describe('growth in one sentence', () => {
  test('growth over the level of the sentence', () => {
    expect(
      audit(
        reportWith({
          review: [level('retail', '社会消费品零售总额', 2016, '89.6', { ...fromLast('80.0'), ...percent('12') })],
        }),
      ),
    ).toEqual([]);
    const found = audit(
      reportWith({
        review: [level('retail', '社会消费品零售总额', 2016, '89.6', { ...fromLast('80.0'), ...percent('15.0') })],
      }),
    );
    expect(brief(found)).toEqual(['growth conflict']);
    expect(found[0]?.computation.zh).toContain('原文为增长15.0%');
  });

  test('a coarse base gives room', () => {
    expect(
      audit(
        reportWith({
          review: [level('retail', '社会消费品零售总额', 2016, '9', { ...fromLast('8'), ...percent('5') })],
        }),
      ),
    ).toEqual([]);
  });

  test('an increment in the unit of the level', () => {
    expect(audit(reportWith({ review: [level('retail', '社会消费品零售总额', 2016, '89.6', grown('9.6'))] }))).toEqual(
      [],
    );
    expect(
      brief(audit(reportWith({ review: [level('retail', '社会消费品零售总额', 2016, '89.6', grown('19.6'))] }))),
    ).toEqual(['increment conflict']);
  });

  test('points and per cent of a rate', () => {
    expect(audit(coverage('5.0', '个百分点'))).toEqual([]);
    expect(audit(coverage('9.1', '%'))).toEqual([]);
    expect(brief(audit(coverage('5.0', '%')))).toEqual(['points unusual']);
    expect(brief(audit(coverage('7.0', '个百分点')))).toEqual(['increment conflict']);
  });

  test('a rate that changes by per cent without a base may mean points', () => {
    expect(brief(audit(goodAirDays('%')))).toEqual(['points note']);
    expect(audit(goodAirDays('个百分点'))).toEqual([]);
  });

  test('money a thousandfold apart in one sentence', () => {
    const found = audit(
      reportWith({
        review: [level('revenue', '财政收入', 2016, '6.5', { from: { period: '2011', value: '3.5', unit: '万元' } })],
      }),
    );
    expect(brief(found)).toEqual(['magnitude unusual']);
  });

  test('an amount cannot grow by points', () => {
    const found = audit(
      reportWith({
        review: [level('retail', '社会消费品零售总额', 2016, '89.6', { growth: { value: '9', unit: '个百分点' } })],
      }),
    );
    expect(brief(found)).toEqual(['points note']);
  });
});

describe('growth over several reports', () => {
  test('this year’s level and growth against last year’s level', () => {
    expect(audit(before('retail', '社会消费品零售总额', '80.0'), retailNow('12.0'))).toEqual([]);
    expect(audit(before('retail', '社会消费品零售总额', '80.0'), retailNow('12.9'))).toEqual([]);
    const found = audit(before('retail', '社会消费品零售总额', '80.0'), retailNow('16.0'));
    expect(brief(found)).toEqual(['level-growth unusual']);
    expect(found[0]?.assumption).toBeDefined();
    expect(found[0]?.query).toContain('《红旗区2016年政府工作报告》');
  });

  test('a fall is called a fall', () => {
    const found = audit(before('retail', '社会消费品零售总额', '96.0'), retailNow('3.0'));
    expect(found[0]?.computation.zh).toContain('推算下降');
    expect(found[0]?.computation.zh).not.toContain('-');
  });

  test('real growth below nominal is no finding, above it is unusual', () => {
    expect(audit(before('gdp', '地区生产总值', '143.0'), gdpNow('7.1'))).toEqual([]);
    expect(brief(audit(before('gdp', '地区生产总值', '150.0'), gdpNow('8.1')))).toEqual(['level-growth unusual']);
  });

  test('万 for 亿 is called by its name', () => {
    const now = reportWith({
      review: [level('retail', '社会消费品零售总额', 2016, '89.6', { unit: '万元', ...percent('12.0') })],
    });
    const found = audit(before('retail', '社会消费品零售总额', '80.0'), now);
    expect(brief(found)).toEqual(['magnitude unusual']);
    expect(found[0]?.computation.zh).toContain('10的-4次方');
  });

  test('a jump without a stated growth', () => {
    expect(audit(before('retail', '社会消费品零售总额', '80.0'), levelNow('160.0'))).toEqual([]);
    expect(brief(audit(before('retail', '社会消费品零售总额', '80.0'), levelNow('896')))).toEqual([
      'magnitude unusual',
    ]);
  });

  test('another place or a part of the place is never compared', () => {
    const other = reportWith({
      place: '卫滨区',
      reviewed: 2015,
      review: [level('retail', '社会消费品零售总额', 2015, '40.0')],
    });
    const now = reportWith({ review: [level('retail', '社会消费品零售总额', 2016, '89.6', percent('12.0'))] });
    expect(audit(other, now)).toEqual([]);
    const park = reportWith({ reviewed: 2015, review: [level('retail', '平原商场社会消费品零售总额', 2015, '1.2')] });
    expect(audit(park, now)).toEqual([]);
  });

  test('last year’s level stated otherwise this year', () => {
    const now = reportWith({
      review: [level('revenue', '财政收入', 2016, '6.5', { from: { period: '2015', value: '6.0', unit: '亿元' } })],
    });
    expect(brief(audit(before('revenue', '财政收入', '6.7'), now))).toEqual(['restated unusual']);
    expect(audit(before('revenue', '财政收入', '6'), now)).toEqual([]);
  });
});

describe('the average of a span and its years', () => {
  const years = ['7.0', '8.0', '9.0'].map((rate, index) =>
    reportWith({
      reviewed: 2014 + index,
      review: [level('gdp', '地区生产总值', 2014 + index, String(100 + index), { kind: 'none', ...percent(rate) })],
    }),
  );
  test('the years multiplied make the average', () => {
    expect(audit(...years.slice(0, 2), spanReport('8.0'))).toEqual([]);
    expect(brief(audit(...years.slice(0, 2), spanReport('9.5')))).toEqual(['average-years unusual']);
  });

  test('a year without a report leaves it open', () => {
    expect(audit(...years.slice(0, 2), spanReport('9.5', '2012-2016'))).toEqual([]);
  });
});

describe('completion', () => {
  const capital = { unit: '万美元', completion: { value: '107', unit: '%', of: '年目标' } };
  const now = reportWith({ review: [level('foreign-capital', '实际利用外资', 2016, '7800', capital)] });

  test('the implied target against the one that was set', () => {
    expect(brief(audit(capitalTarget('7290'), now))).toEqual([]);
    const found = audit(capitalTarget('8500'), now);
    expect(found.find(({ rule }) => rule === 'completion')).toMatchObject({ level: 'unusual' });
    expect(found.find(({ rule }) => rule === 'completion')?.computation.zh).toContain('目标为7290');
  });

  test('no target known, nothing to say', () => {
    expect(audit(now)).toEqual([]);
  });
});
