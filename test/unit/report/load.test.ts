import { describe, expect, test } from 'vitest';
import { checkDistinct, loadIndicators, loadReport } from '../../../src/report/load.ts';
import type { LoadedReport } from '../../../src/report/load.ts';
import { readYaml } from '../../../src/report/yaml-source.ts';

const file = 'data/hongqi-2017.yaml';
const text = `id: hongqi-2017
title: 红旗区2017年政府工作报告
place: { name: 河南省新乡市红旗区, short: 红旗区, level: county }
meeting: { name: 区人民代表大会第一次会议, date: 2017-04-21 }
years: { reviewed: 2016, planned: 2017, span: { from: 2012, to: 2016 } }
source: { title: 政府工作报告 }
sections:
  - id: 1.10
    title: 2016年工作回顾
    part: review
    observations:
      - id: gdp-2016
        indicator: gdp
        name: 地区生产总值
        period: 2016
        value: 157.50
        unit: 亿元
        growth: { value: "7.1", unit: '%' }
        source: { section: 1.10, sentence: 2 }
tasks:
  - { id: new-starts, area: 1.10, text: 新项目开工, lead: }
`;

const load = (input: string): LoadedReport => {
  const { value, diagnostics } = loadReport(file, input);
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error('no value');
  return value;
};
const codes = (input: string): string[] =>
  loadReport(file, input).diagnostics.map(({ code, span }) => `${span?.line} ${code}`);

const question = (ref: string): string => `${text}questions:\n  - { area: 1.10, ref: ${ref}, text: 增速够不够？ }\n`;

describe('loadReport', () => {
  test('keeps the digits of the source, in numbers and in ids', () => {
    const { report } = load(text);
    expect(report.sections[0]?.id).toBe('1.10');
    expect(report.sections[0]?.observations[0]).toMatchObject({ value: '157.50', period: '2016', kind: 'level' });
    expect(report.sections[0]?.observations[0]?.growth?.value).toBe('7.1');
    expect(report.years).toEqual({ reviewed: 2016, planned: 2017, span: { from: 2012, to: 2016 } });
  });

  test.each([
    ['71,5', 'value cannot be 71,5', 'a comma parts two items'],
    ['1,234.5', 'value cannot be 1,234.5', 'write numbers without one'],
    ['1,234,567', 'value cannot be 1,234,567', 'write numbers without one'],
  ])('refuses %s in braces, which YAML takes for two items', (value, message, hint) => {
    const input = text.replace('value: "7.1"', `value: ${value}`);
    const { diagnostics } = loadReport(file, input);
    expect(diagnostics.at(-1)).toMatchObject({ code: 'check/wrong-value', span: { line: 18, column: 26 } });
    expect(diagnostics.map((one) => one.message.en)).toContain(message);
    expect(diagnostics.at(-1)?.hint?.en).toContain(hint);
  });

  test('refuses a text with a comma in braces, whose end would be lost', () => {
    const { diagnostics } = loadReport(file, text.replace('text: 新项目开工', 'text: 新项目, 老项目'));
    expect(diagnostics[0]).toMatchObject({ code: 'check/wrong-value', message: { zh: 'text 不能是 新项目, 老项目' } });
  });

  test('takes an empty key as not written, and fills the defaults', () => {
    const { report } = load(text);
    expect(report.tasks[0]).toMatchObject({ support: [], figures: [] });
    expect(report.tasks[0]).not.toHaveProperty('lead');
  });

  test('knows where a value and a key stand', () => {
    const { spanOf } = load(text);
    expect(spanOf(['title'])).toEqual({ file, line: 2, column: 8, endLine: 2, endColumn: 22 });
    expect(spanOf(['sections', 0, 'observations', 0])).toMatchObject({ line: 12, column: 9, endColumn: 11 });
    expect(spanOf(['sections', 0, 'observations', 0, 'growth'])).toMatchObject({ line: 18, column: 9, endColumn: 15 });
    expect(spanOf(['sections', 0, 'summary'])).toMatchObject({ line: 8, column: 5 });
  });

  test('reads the same from CRLF, with a byte order mark, as bytes, as JSON', () => {
    const { report } = load(text);
    expect(load(text.replaceAll('\n', '\r\n')).report).toEqual(report);
    expect(load(`\ufeff${text}`).report).toEqual(report);
    expect(loadReport(file, new TextEncoder().encode(`\ufeff${text}`)).value?.report).toEqual(report);
    expect(load(JSON.stringify(report)).report).toEqual(report);
  });

  test.each([
    [
      'summary: >-\n  财政收入稳步增长；\n  就业总体稳定，\n  2017年预期增长8%。\n',
      '财政收入稳步增长；就业总体稳定，2017年预期增长8%。',
    ],
    ['summary: 财政收入\n  稳步增长\n', '财政收入稳步增长'],
    ['summary: |\n  第一段\n  第二段\n', '第一段\n第二段'],
    ['summary: >\n  under the RCEP\n  agreement\n', 'under the RCEP agreement'],
    ['summary: 双创 联盟\n', '双创 联盟'],
  ])('joins the lines of %j without spaces between Chinese characters', (summary, expected) => {
    expect(load(text + summary).report.summary).toBe(expected);
  });

  test('does not change its input value on a second reading', () => {
    expect(load(text)).toMatchObject({ report: load(text).report, text });
  });

  test('reports everything that is wrong, not the first only', () => {
    const bad = text
      .replace('id: hongqi-2017', 'id: ../hongqi')
      .replace('title: 红旗区2017年政府工作报告', 'titel: 报告')
      .replace('level: county', 'level: 区')
      .replace('value: 157.50', 'value: 1.5e2')
      .replace('area: 1.10', 'area: [1]');
    expect(codes(bad).toSorted()).toEqual([
      '1 check/wrong-value',
      '16 check/wrong-value',
      '2 check/unknown-key',
      '21 check/wrong-type',
      '3 check/wrong-value',
    ]);
  });

  test.each(['0x10', '1e3', '.inf', '-.inf', '.nan', '+5', '0o17', '.5', '5.'])('refuses the number %s', (number) => {
    expect(codes(text.replace('157.50', number))).toEqual(['16 check/wrong-value']);
  });

  test.each(['007', '1,575', '１５７', '-'])('refuses the figure %s', (number) => {
    expect(codes(text.replace('157.50', `'${number}'`))).toEqual(['16 check/wrong-value']);
  });

  test.each(['../x', 'a/b', '/etc', '.hidden', 'a..b', 'a b', 'x'.repeat(81), '红旗区\\2017'])(
    'refuses the id %s',
    (id) => {
      expect(codes(text.replace('hongqi-2017', id))).toEqual(['1 check/wrong-value']);
    },
  );

  test('refuses characters that no document can hold', () => {
    expect(codes(text.replace('2016年工作回顾', '"回顾\\u0000"'))).toEqual(['9 check/wrong-value']);
    expect(codes(text.replace('2016年工作回顾', '"回顾\\ud800"'))).toEqual(['9 check/wrong-value']);
  });

  test('does not stumble over __proto__', () => {
    expect(codes(`${text}__proto__: { polluted: 1 }\n`)).toEqual(['22 check/unknown-key']);
    expect({}).not.toHaveProperty('polluted');
  });

  test('refuses aliases, so that a small file stays small', () => {
    const bomb = ['a: &a [x, x]', 'b: &b [*a, *a]', 'c: [*b, *b]'].join('\n');
    expect(readYaml(file, bomb).diagnostics.map(({ code }) => code)).toEqual(Array(4).fill('load/bad-yaml'));
  });

  test.each(['[', '{a: ', '- ', '? ', '&a ', '!x '])(
    'says that nesting %j is too deep instead of falling over',
    (open) => {
      const { diagnostics } = loadReport(file, open.repeat(100_000));
      expect(diagnostics.map(({ message }) => message.en)).toEqual(['the file is nested too deeply']);
    },
  );

  test('refuses a file of more than 5 MB before parsing it', () => {
    const { diagnostics } = loadReport(file, '- 区\n'.repeat(1_500_000));
    expect(diagnostics[0]?.message.en).toBe('the file is larger than 5 MB');
  });

  test.each(['', '# only a comment\n', '---\n'])('says that the file is empty: %j', (input) => {
    expect(loadReport(file, input).diagnostics[0]?.message.en).toBe('the file is empty');
  });

  test('finds the bracket that was opened', () => {
    const { diagnostics } = loadReport(file, text.replace('level: county }', 'level: county'));
    expect(diagnostics[0]).toMatchObject({ code: 'load/bad-yaml', span: { line: 3, column: 8 } });
  });

  test('finds references to nothing, ids used twice, periods that run backwards, observations without a figure', () => {
    const second = `      - { id: gdp-2016, indicator: gdp, name: 生产总值, period: 2016-2012, source: { section: 2 } }\ntasks:`;
    const bad = `${text.replace('tasks:', second).replace('area: 1.10', 'area: 1.1')}headline: [gdp-2061]\n`;
    expect(codes(bad).toSorted()).toEqual([
      '12 check/duplicate-id',
      '20 check/duplicate-id',
      '20 check/missing-key',
      '20 check/unknown-reference',
      '20 check/wrong-value',
      '22 check/unknown-reference',
      '23 check/unknown-reference',
    ]);
  });

  test('ties a question to a figure by its ref', () => {
    expect(codes(question('gdp-2016.growth'))).toEqual([]);
    expect(codes(question('gdp-2016.average'))).toEqual(['23 check/unknown-reference']);
  });
});

describe('checkDistinct', () => {
  test('names both files when two reports have one id, whatever the letter case', () => {
    const one = load(text);
    const other = { ...load(text.replace('hongqi-2017', 'Hongqi-2017')), file: 'data/copy.yaml' };
    const third = load(text.replace('hongqi-2017', 'weibin-2017'));
    const found = checkDistinct([one, other, third]);
    expect(found.map(({ code }) => code)).toEqual(['check/duplicate-id', 'check/duplicate-id']);
    expect(found[0]?.message.en).toContain(`${file}:1`);
  });
});

describe('loadIndicators', () => {
  test('gives each wording to one indicator only', () => {
    const table = `indicators:
  - { id: gdp, name: 地区生产总值, aliases: [生产总值, GDP], group: economy }
  - { id: gnp, name: 国民生产总值, aliases: [GDP], group: economy }
`;
    expect(loadIndicators('data/indicators.yaml', table).diagnostics.map(({ span }) => span?.line)).toEqual([3, 2]);
    expect(loadIndicators('data/indicators.yaml', table.replace('[GDP]', '[]')).value?.indicators[0]).toMatchObject({
      basis: 'current',
      direction: 'more',
    });
  });
});
