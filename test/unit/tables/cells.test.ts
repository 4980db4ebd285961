// What single cells and heads of tables say.
import { describe, expect, it } from 'vitest';
import { readHead } from '../../../src/tables/headers.ts';
import { readCell } from '../../../src/tables/numbers.ts';
import { shownNumber } from '../../../src/tables/read-workbook.ts';

const names = new Set(['地区生产总值', '人口自然增长率', '一般公共预算收入', '粮食产量']);
const head = (text: string): unknown => readHead(text, (name) => names.has(name));

describe('a number as its cell shows it', () => {
  it.each([
    [157.49999999999997, '0.0', '157.5'],
    [157.49999999999997, undefined, '157.5'],
    [0.1 + 0.2, 'General', '0.3'],
    [15, '0.0', '15.0'],
    [0.07099999999999999, '0.0%', '7.1%'],
    [1.005, '0.00', '1.01'],
    [66940, '#,##0', '66,940'],
    [-1234.5, '#,##0.00_);(#,##0.00)', '(1,234.50)'],
    [2016, '0"年"', '2016年'],
    [1234567.891, undefined, '1234567.891'],
    [1e-7, undefined, '0.0000001'],
  ])('%s with %s is %s', (value, format, text) => expect(shownNumber(value, format)).toBe(text));
});

describe('a cell', () => {
  it.each([
    ['１３５．１', '135.1'],
    ['66,940', '66940'],
    ['1 234.50', '1234.50'],
    ['15.0', '15.0'],
    ['157.5①', '157.5'],
    ['157.5*', '157.5'],
    ['(7.0)', '-7.0'],
    ['－7.2', '-7.2'],
    ['▼3', '-3'],
    ['下降2.3', '-2.3'],
    ['.5', '0.5'],
    ['-0.0', '0.0'],
  ])('%s is %s', (text, value) => expect(readCell(text)).toEqual({ kind: 'number', value }));

  it.each([
    ['7.1%', '7.1', '%'],
    ['7.1％', '7.1', '%'],
    ['157.5亿元', '157.5', '亿元'],
    ['0.3个百分点', '0.3', '个百分点'],
  ])('%s has its unit', (text, value, unit) => expect(readCell(text)).toEqual({ kind: 'number', value, unit }));

  it.each(['', '　', '—', '——', '…', '...', '-', '/', 'N/A'])('“%s” is no data', (text) =>
    expect(readCell(text)).toEqual({ kind: 'nothing' }),
  );

  it.each(['待定', '12,34', '1.2.3', '约157', '007', '(7', '157.5左右', '5-10'])('%s is text', (text) =>
    expect(readCell(text)).toEqual({ kind: 'text' }),
  );
});

describe('a head', () => {
  it.each([
    ['地 区 生 产 总 值（亿元）', { name: '地区生产总值', unit: '亿元' }],
    ['粮食产量，万吨', { name: '粮食产量', unit: '万吨' }],
    ['一、一般公共预算收入', { name: '一般公共预算收入' }],
    ['人口自然增长率（‰）', { name: '人口自然增长率', unit: '‰' }],
    ['地区生产总值增长速度（%）', { name: '地区生产总值', role: 'growth', unit: '%' }],
    ['２０１６年', { period: '2016' }],
    ['2016年比上年增长（%）', { period: '2016', role: 'growth', unit: '%' }],
    ['比2011年增长（%）', { base: '2011', role: 'growth', unit: '%' }],
    ['同比增长（按可比价）', { role: 'growth', basis: 'comparable' }],
    ['1-11月', { partOfYear: '1-11月' }],
    ['本年', { period: 'this' }],
    ['全市位次', { role: 'rank', scope: '全市' }],
    ['占地区生产总值比重', { role: 'share', of: '地区生产总值' }],
    ['完成年计划%', { role: 'completion', of: '年计划' }],
    ['年度目标', { role: 'target' }],
    ['计量单位', { role: 'unit' }],
    ['亿元', { unit: '亿元' }],
  ])('%s', (text, words) => expect(head(text)).toEqual(words));
});
