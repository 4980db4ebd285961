import { describe, expect, test } from 'vitest';
import { auditReports } from '../../../src/audit/audit.ts';
import type { Finding } from '../../../src/audit/finding.ts';
import { average, fromTo, indicators, reportWith, times } from './fixture.ts';

const audit = (...span: Record<string, unknown>[]): Finding[] => auditReports([reportWith({ span })], { indicators });
const brief = (findings: readonly Finding[]): string[] => findings.map(({ rule, level }) => `${rule} ${level}`);

const grew = (value: string, unit = '倍') => ({ growth: { value, unit, base: '2011' } });

const triple = (indicator: string, name: string, value: string, increment: string, rate: string) => ({
  id: `${indicator}-2011`,
  indicator,
  name,
  period: '2011',
  value,
  unit: '亿元',
  growth: { value: increment, unit: '亿元', base: '2006' },
  average: { value: rate, unit: '%', period: '2007-2011' },
});

describe('multiples', () => {
  test('1.8 times does not follow from 107.7 and 157.5', () => {
    const [finding] = audit(fromTo('gdp', '地区生产总值', '107.7', '157.5', { multiple: times('1.8') }));
    expect(finding).toMatchObject({ rule: 'multiple', level: 'conflict', indicator: 'gdp' });
    expect(finding?.computation.zh).toContain('1.461—1.464倍');
    expect(finding?.computation.zh).toContain('末期应为193.9亿元');
    expect(finding?.computation.zh).toContain('基期应为87.5亿元');
    expect(finding?.statements.map(({ ref }) => ref)).toEqual(['gdp-span.from', 'gdp-span', 'gdp-span.multiple']);
  });

  test('a multiple within the rounding of the levels is no finding', () => {
    expect(
      audit(fromTo('revenue', '财政收入', '3.5', '6.5', { multiple: times('1.9'), average: average('13.2') })),
    ).toEqual([]);
  });

  test('2 times beside 1.8 times in a sentence means 2.0 times, alone it may be rounded', () => {
    const industry = fromTo('industry-above-scale', '规模以上工业增加值', '5.7', '12.8', { multiple: times('2') });
    const gdp = fromTo('gdp', '地区生产总值', '107.7', '193.9', {
      multiple: times('1.8'),
      source: { section: '2', sentence: 1 },
    });
    expect(brief(audit(industry))).toEqual(['multiple note']);
    expect(brief(audit(industry, gdp))).toEqual(['multiple conflict']);
  });

  test('是N倍, 增长N倍 and 翻番 are told apart', () => {
    expect(audit(fromTo('retail', '社会消费品零售总额', '40.0', '100.0', grew('1.5')))).toEqual([]);
    const wrong = audit(fromTo('retail', '社会消费品零售总额', '40.0', '100.0', grew('2.5')));
    expect(brief(wrong)).toEqual(['multiple conflict']);
    expect(wrong[0]?.computation.zh).toContain('若原意为“是基期的2.5倍”则相符');
    expect(audit(fromTo('retail', '社会消费品零售总额', '40.0', '80.0', grew('1', '番')))).toEqual([]);
    expect(brief(audit(fromTo('retail', '社会消费品零售总额', '40.0', '60.0', grew('1', '番'))))).toEqual([
      'multiple conflict',
    ]);
  });

  test('a doubling of output at comparable prices below the nominal ratio is normal', () => {
    expect(
      audit(fromTo('gdp', '地区生产总值', '100.0', '240.0', { growth: { value: '1', unit: '番', base: '2011' } })),
    ).toEqual([]);
  });

  test('a modifier widens: 2倍多 is 2 to 3', () => {
    expect(
      audit(fromTo('retail', '社会消费品零售总额', '5.7', '12.8', { multiple: times('2', { modifier: '多' }) })),
    ).toEqual([]);
  });

  test('a cut-off last digit is a note', () => {
    const found = audit(fromTo('retail', '社会消费品零售总额', '100.00', '186.60', { multiple: times('1.8') }));
    expect(brief(found)).toEqual(['multiple note']);
  });

  test('a doubtful reading makes a note, another scope an unusual', () => {
    const doubtful = fromTo('retail', '社会消费品零售总额', '100', '300', {
      multiple: times('2.0', { review: '倍数可能属于下一句' }),
    });
    expect(brief(audit(doubtful))).toEqual(['multiple note']);
  });
});

describe('yearly averages', () => {
  test('the number of years that would fit is named', () => {
    const [finding] = audit(fromTo('investment', '全社会固定资产投资', '79.9', '135.1', { average: average('14.1') }));
    expect(finding).toMatchObject({ rule: 'average', level: 'conflict' });
    expect(finding?.computation.zh).toContain('11.05%—11.10%');
    expect(finding?.computation.zh).toContain('若按4年计算则相符');
    expect(finding?.query).toContain('请核对');
  });

  test('no near number of years fits', () => {
    const [finding] = audit(fromTo('retail', '社会消费品零售总额', '70.5', '89.6', { average: average('10.9') }));
    expect(finding).toMatchObject({ rule: 'average', level: 'conflict' });
    expect(finding?.computation.zh).toContain('需2.3年');
    expect(finding?.computation.zh).toContain('118.3亿元');
  });

  test('real above nominal is unusual, real below nominal is normal', () => {
    const above = audit(fromTo('gdp', '地区生产总值', '107.7', '157.5', { average: average('10.6') }));
    expect(brief(above)).toEqual(['average unusual']);
    expect(above[0]?.assumption?.zh).toContain('价格水平下降');
    // 国务院 2018: 54 to 82.7 万亿元 in five years, nominal 8.9 %, stated 7.1 %.
    const national = { from: { period: '2012', value: '54', unit: '万亿元' }, unit: '万亿元', period: '2017' };
    expect(
      audit(
        fromTo('gdp', '国内生产总值', '54', '82.7', { ...national, average: average('7.1', { period: '2013-2017' }) }),
      ),
    ).toEqual([]);
  });

  test('a real rate far below the nominal one is unusual, and a conflict when the multiple fits neither', () => {
    const rates = { average: average('10.1') };
    expect(brief(audit(fromTo('industry-above-scale', '规模以上工业增加值', '5.7', '12.8', rates)))).toEqual([
      'average unusual',
    ]);
    const three = audit(
      fromTo('industry-above-scale', '规模以上工业增加值', '5.7', '12.8', { ...rates, multiple: times('2') }),
    );
    expect(three.find(({ rule }) => rule === 'average')).toMatchObject({ level: 'conflict' });
  });

  test('of an unlisted indicator the rate may be real: unusual, not a conflict', () => {
    const item = fromTo('all-retail', '全社会消费品零售总额', '2.73', '4.1', { average: average('10.5') });
    expect(brief(audit(item))).toEqual(['average unusual']);
  });

  test('a figure on comparable scope at one end only is unusual', () => {
    const item = fromTo('retail', '社会消费品零售总额', '70.5', '89.6', { average: average('10.9') });
    expect(brief(audit({ ...item, average: average('10.9', { review: '主语可能有误' }) }))).toEqual(['average note']);
  });

  test('levels from an increment: all triples of 容城县 2012 that were checked by hand', () => {
    expect(audit(triple('gdp', '生产总值', '53.42', '24.47', '13.03'))).toEqual([]);
    expect(audit(triple('expenditure', '财政支出', '8.5', '6', '28.6'))).toEqual([]);
    expect(brief(audit(triple('expenditure', '财政支出', '8.50', '6.00', '25.6')))).toEqual(['average conflict']);
  });

  test('a rate beside a multiple without a base level', () => {
    const item = {
      id: 'retail-2016',
      indicator: 'retail',
      name: '社会消费品零售总额',
      period: '2016',
      value: '89.6',
      unit: '亿元',
    };
    expect(audit({ ...item, multiple: times('1.61'), average: average('10.0') })).toEqual([]);
    expect(brief(audit({ ...item, multiple: times('1.9'), average: average('10.0') }))).toEqual([
      'average-multiple conflict',
    ]);
  });
});
