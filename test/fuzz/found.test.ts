// What npm run fuzz found, each as the smallest input that showed it.
/* oxlint-disable unicorn/consistent-function-scoping, eslint/no-control-regex -- made beside what uses them; controls are looked for */
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { importTable } from '../../src/actions/import-table.ts';
import { codeFrame } from '../../src/diagnostics/code-frame.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { printDiagnostics } from '../../src/diagnostics/print.ts';
import { extractReport } from '../../src/extract/extract.ts';
import { extractFacts } from '../../src/extract/facts.ts';
import { memoryHost } from '../../src/host.ts';
import { loadReport } from '../../src/report/load.ts';
import { readYaml } from '../../src/report/yaml-source.ts';
import { writeReport } from '../../src/report/write.ts';
import { reportOf } from '../unit/extract/report-of.ts';

describe('messages', () => {
  it('show the spot in a line of megabytes without reading all of it', () => {
    const half = '地区"生产"总值, '.repeat(200_000);
    const frame = codeFrame(`${half}X${half}`, { file: 'a.json', line: 1, column: half.length + 1 });
    const [shown = '', carets = ''] = frame.split('\n');
    expect(shown).toMatch(/^ {3}1 \| ….*X.*…$/u);
    expect(stringWidth(shown.slice(0, shown.indexOf('X')))).toBe(carets.indexOf('^'));
  });

  it('keep to their line whatever a value holds', () => {
    const named = (value: string): Diagnostic => ({
      severity: 'error',
      code: 'check/wrong-value',
      file: `a${value}.yaml`,
      message: { zh: `x 不能是 ${value}`, en: `x cannot be ${value}` },
      hint: { zh: value, en: value },
      trail: [{ zh: value, en: value }],
    });
    const printed = printDiagnostics([named('1\ndata/b.yaml:1:1 error\t\u001b[31m\u009b2J\u202e')], new Map(), 'en');
    expect(printed.trimEnd().split('\n')).toHaveLength(4);
    expect(printed).not.toMatch(/[\t\u001b\u009b\u202e]/u);
  });
});

it('a place is told by the lines of the text where the parser of YAML gives up on a stretch', () => {
  const { diagnostics } = readYaml('a.yaml', 'a: 1\n{b\n  c: 2\n- d\n}\ne: 3\nid: x\n - y: z\n');
  expect(diagnostics.length).toBeGreaterThan(0);
  for (const { span } of diagnostics) expect(span?.column).toBeLessThan(10);
});

describe('a table that jianbao export wrote and somebody edited', () => {
  const head = '类别,指标,时期,数值,单位,增速,增速单位,出处,编号,指标编号,节号,部分,出处节';
  const row = (name: string, id: string, indicator: string): string =>
    `结果,${name},2016,157.5,亿元,,,,${id},${indicator},1,回顾,1`;
  const told = async (...rows: readonly string[]): Promise<readonly string[]> => {
    const host = memoryHost(new Map([['/p/t.csv', [head, ...rows].join('\n')]]));
    const context = { indicators: [], places: [], locale: 'en' as const };
    const { diagnostics } = await importTable('/p/t.csv', 't.csv', context, { folder: '/p/data', root: '/p' }, host);
    return diagnostics.map(({ severity, file, message }) => `${severity} ${file}: ${message.en}`);
  };

  it('says which row has an id that stands in another', async () => {
    expect(await told(row('总值', 'gdp', 'gdp'), row('收入', 'gdp', 'revenue'))).toEqual([
      'warning t.csv I3: the row was not imported: the id gdp stands in t.csv I2 already',
    ]);
  });

  it('says in words what a row lacks', async () => {
    expect(await told(row('总值', 'gdp', 'gdp'), row('收入', 'revenue', ''), row('', '/etc', 'x'))).toEqual([
      'warning t.csv J3: the row was not imported: 指标编号 is empty',
      'warning t.csv I4: the row was not imported: 编号 cannot be “/etc”',
    ]);
  });

  it('names the table, not the data file that was not written', async () => {
    expect(await told('结果,总值,2016,,亿元,,,,gdp,gdp,1,回顾,1')).toEqual([
      'error t.csv: nothing was imported: the observation gdp has no figure',
    ]);
  });
});

describe('what is extracted loads as a data file', () => {
  const filling = '全县人民团结一心，各项事业取得了新的成绩，经济社会保持了平稳健康的发展态势。'.repeat(14);
  const figures = '地区生产总值82.4亿元，增长7.2%；固定资产投资60.3亿元，增长9%；新建学校6所。';
  it.each([
    ['with control characters in it', `位次居全\u0000市第\u001b一，\ufffe投资\u009b3亿元。`],
    [
      'with numbers of forty digits',
      `投资${'9'.repeat(40)}亿元，增长0.${'1'.repeat(40)}%，3${'0'.repeat(14)}亿5万元。`,
    ],
    ['with numbers that begin with zeros', '投资00亿元，产值068.2亿元，三次产业比重00:48.2:51.8，占1000分之07。'],
    ['with a ratio of nothing', '1.4.5:48:47.5调整为4:46:50。'],
  ])('%s', async (_, sentence) => {
    const text = reportOf({ review: `${filling}${figures}${sentence}` });
    const { value } = await extractReport('县_2017.txt', new TextEncoder().encode(text));
    if (value === undefined) throw new Error('nothing extracted');
    expect(loadReport('data/a.yaml', writeReport(value.report)).diagnostics).toEqual([]);
  });
});

it.each(['第一、', '十', '〇'])(
  '%s again and again, a hundred thousand characters of it, is read in one pass',
  (piece) => {
    const review = piece.repeat(100_000 / piece.length);
    expect(extractFacts(reportOf({ review })).length).toBeLessThan(10);
  },
);
