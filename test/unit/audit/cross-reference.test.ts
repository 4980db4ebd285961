import { describe, expect, test } from 'vitest';
import { auditReports } from '../../../src/audit/audit.ts';
import type { Finding } from '../../../src/audit/finding.ts';
import { sectorOf } from '../../../src/audit/structure.ts';
import { indicators, reportWith } from './fixture.ts';

type Plain = Record<string, unknown>;

const audit = (review: readonly Plain[], span: readonly Plain[] = []): Finding[] =>
  auditReports([reportWith({ review, span })], { indicators });
const brief = (findings: readonly Finding[]): string[] => findings.map(({ rule, level }) => `${rule} ${level}`);

const level = (id: string, indicator: string, name: string, value: string, more: Plain = {}): Plain => ({
  id,
  indicator,
  name,
  period: '2016',
  value,
  unit: '亿元',
  ...more,
});

const ratio = (...values: string[]): Plain => ({
  id: 'structure-2016',
  indicator: 'industry-structure',
  name: '三次产业比例',
  period: '2016',
  kind: 'share',
  unit: '%',
  parts: ['第一产业占比', '第二产业占比', '第三产业占比'].map((name, index) => ({ name, value: values[index] })),
});

const share = (name: string, value: string, more: Plain = {}): Plain =>
  level('share-2016', 'services-share', name, value, { kind: 'share', unit: '%', ...more });

const shareOfProduct = (value: string, industry = '12.8'): Plain[] => [
  level('gdp-2016', 'gdp', '地区生产总值', '157.5'),
  level('industry-2016', 'industry', '工业增加值', industry, { share: { value, unit: '%', of: '地区生产总值' } }),
];

const revenue = (id: string, value: string, more: Plain = {}): Plain => level(id, 'revenue', '财政收入', value, more);

const investment = (id: string, name: string, value: string): Plain => level(id, 'investment', name, value);

describe('parts and totals', () => {
  test('a ratio sums to 100 within the rounding of its parts', () => {
    expect(audit([ratio('1', '16', '83')])).toEqual([]);
    expect(audit([ratio('1', '16', '82')])).toEqual([]);
    expect(brief(audit([ratio('1.0', '16.0', '82.0')]))).toEqual(['sum conflict']);
  });

  test('a ratio that is of something else than a hundred is left alone', () => {
    expect(audit([ratio('1', '2', '3')])).toEqual([]);
  });

  test('a part may not exceed its whole', () => {
    const whole = level('centres', 'centres', '技术研发中心', '68', { kind: 'count', unit: '家' });
    const part = (value: string): Plain =>
      level('city-centres', 'city-centres', '市级以上研发中心', value, {
        kind: 'count',
        unit: '家',
        partOf: 'centres',
      });
    expect(audit([whole, part('32')])).toEqual([]);
    expect(brief(audit([whole, part('72')]))).toEqual(['part conflict']);
  });

  test('a share against its two levels', () => {
    expect(audit(shareOfProduct('8.1'))).toEqual([]);
    expect(brief(audit(shareOfProduct('8.2', '12.80')))).toEqual(['share note']);
    expect(brief(audit(shareOfProduct('12.8')))).toEqual(['share unusual']);
    const oneSentence = shareOfProduct('12.8').map((one) => ({ ...one, source: { section: '1', sentence: 1 } }));
    expect(brief(audit(oneSentence))).toEqual(['share conflict']);
  });

  test('a share above a hundred', () => {
    expect(brief(audit([share('高新技术产值占比', '156.2')]))).toEqual(['bounds unusual']);
    expect(audit([share('高新技术产值占比', '56.2')])).toEqual([]);
  });
});

describe('the share of a sector under different wordings', () => {
  test('names of the share of the product, and names of other shares', () => {
    expect(['三产服务业占比', '第三产业增加值占GDP比重', '服务业比重', '第二产业占比'].map(sectorOf)).toEqual([
      'tertiary',
      'tertiary',
      'tertiary',
      'secondary',
    ]);
    expect(
      ['现代服务业占比', '服务业税收占比', '第三产业投资占比', '生产性服务业增加值占服务业比重', '占比'].map(sectorOf),
    ).toEqual(Array.from({ length: 5 }, () => undefined));
  });

  test('83 in the ratio and 55 in another place', () => {
    const found = audit([ratio('1', '16', '83')], [share('三产服务业占比', '55')]);
    expect(brief(found)).toEqual(['structure conflict']);
    expect(found[0]?.assumption?.zh).toContain('分母');
    expect(found[0]?.statements.map(({ place }) => place.zh)).toEqual([
      '一“2016年工作回顾”第1句',
      '二“过去五年工作回顾”第1句',
    ]);
  });

  test('ratio, share and levels that agree', () => {
    const levels = [
      level('gdp-2016', 'gdp', '地区生产总值', '157.5'),
      level('tertiary-2016', 'tertiary', '第三产业增加值', '131'),
    ];
    expect(audit([...levels, ratio('1', '16', '83')], [share('服务业占比', '83.2')])).toEqual([]);
    expect(brief(audit([...levels, ratio('1', '46', '53')]))).toEqual(['structure conflict']);
    expect(audit([ratio('1', '16', '83')], [share('现代服务业占比', '55')])).toEqual([]);
  });
});

describe('one indicator, two values', () => {
  test('two levels of one year', () => {
    expect(brief(audit([revenue('a', '6.8')], [revenue('b', '6.5')]))).toEqual(['two-values conflict']);
    expect(audit([revenue('a', '6.8')], [revenue('b', '7')])).toEqual([]);
    expect(brief(audit([revenue('a', '6.8')], [revenue('b', '6.5', { review: '主语可能有误' })]))).toEqual([
      'two-values note',
    ]);
  });

  test('another scope, another indicator or a part of the place is another quantity', () => {
    expect(audit([revenue('a', '6.8')], [revenue('b', '6.5', { qualifiers: ['按可比口径'] })])).toEqual([]);
    expect(audit([level('a', 'budget-revenue', '公共财政一般预算收入', '6.8')], [revenue('b', '6.5')])).toEqual([]);
    expect(audit([revenue('a', '6.8')], [level('b', 'revenue', '乡镇财政收入', '1.5')])).toEqual([]);
  });

  test('farther apart, the second may be of another scope; far apart it is', () => {
    expect(brief(audit([revenue('a', '6.8')], [revenue('b', '8.5')]))).toEqual(['two-values unusual']);
    expect(audit([revenue('a', '6.8')], [revenue('b', '12.5')])).toEqual([]);
  });

  test('another wording of one indicator is another scope', () => {
    const [whole, plain] = [investment('a', '全社会固定资产投资', '135.1'), investment('b', '固定资产投资', '130.2')];
    expect(audit([whole], [plain])).toEqual([]);
    expect(brief(audit([whole], [investment('b', '全县全社会固定资产投资', '130.2')]))).toEqual([
      'two-values conflict',
    ]);
  });

  test('the same value under two names', () => {
    const narrow = level('b', 'industry-above-scale', '规模以上工业增加值', '12.8');
    expect(brief(audit([level('a', 'industry', '工业增加值', '12.8')], [narrow]))).toEqual(['same-value note']);
    expect(audit([level('a', 'retail', '社会消费品零售总额', '12.8')], [narrow])).toEqual([]);
    expect(audit([level('a', 'industry', '工业增加值', '13.8')], [narrow])).toEqual([]);
  });
});
