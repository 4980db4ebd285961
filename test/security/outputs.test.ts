// What goes out beside the documents: a CSV runs nothing in a spreadsheet and its figures stay figures; a summary of
// Markdown holds no markup of the data. The gallery page is in test/unit/gallery, the terminal in test/fuzz.
import { describe, expect, it } from 'vitest';
import { summaryMarkdown } from '../../src/batch/summary.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { loadReport } from '../../src/report/load.ts';
import { figureRows } from '../../src/tables/figure-rows.ts';
import { writeFigures } from '../../src/tables/write-figures.ts';
import { shortReport } from '../helpers/short-report.ts';

describe('a CSV', () => {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- it belongs to these tests
  const csvOf = async (name: string): Promise<readonly (readonly string[])[]> => {
    const text = shortReport(
      'a',
      ['name: 地区生产总值', `name: ${JSON.stringify(name)}`],
      ['value: 157.5', 'value: -3.5'],
      ['value: 7.1', 'value: -0.50'],
    );
    const { value } = loadReport('a.yaml', text);
    if (value === undefined) throw new Error('does not load');
    const bytes = await writeFigures(value.report, figureRows(value.report), 'csv');
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    return lines.map((line) => line.split(','));
  };

  it.each(['=cmd|x!A0', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', ' =1'])(
    'lets %j run nothing',
    async (name) => {
      const [heads = [], row = []] = await csvOf(name);
      // A spreadsheet drops the quotes of CSV, and some drop white space before they look.
      const cell = (row[heads.indexOf('指标')] ?? '').replace(/^"/, '').trimStart();
      expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/);
    },
  );

  it('keeps a negative figure a figure, with the digits of the source', async () => {
    const [heads = [], row = []] = await csvOf('利润');
    expect([row[heads.indexOf('数值')], row[heads.indexOf('增速')]]).toEqual(['-3.5', '-0.50']);
  });
});

describe('a summary', () => {
  it.each([
    '<img src=x onerror=alert(1)>',
    '![x](http://127.0.0.1/x)',
    '[x](javascript:alert)',
    '| a |\n\n# 头',
    '`code`',
    '**粗**',
    '&lt;b&gt;',
    'www.example.cn',
    'http://127.0.0.1/x',
    '<!-- x',
  ])('holds %j as text', (text) => {
    const problem: Diagnostic = {
      severity: 'error',
      code: 'check/wrong-value',
      file: `${text}.yaml`,
      message: { zh: text, en: text },
    };
    const markdown = summaryMarkdown(undefined, [problem], 'zh');
    const rows = markdown.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
    expect(rows).toHaveLength(2);
    const [, row = ''] = rows;
    expect(row.match(/\|/g)).toHaveLength(4);
    expect(row).not.toMatch(/[<>`*[\]!]|https?:\/\/|www\./);
    expect(markdown.match(/^#+ .*$/gm)).toEqual(['## 简报生成结果', '### 问题']);
  });
});
