// Whole tables as statistics offices keep them: fixtures/ are written by make-fixtures.py.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importTable } from '../../../src/actions/import-table.ts';
import { memoryHost } from '../../../src/host.ts';
import { loadIndicators, loadReport } from '../../../src/report/load.ts';
import { importWorkbook, type ImportContext } from '../../../src/tables/import-workbook.ts';
import { readMapping } from '../../../src/tables/mapping.ts';
import { root } from '../../helpers/project-engine.ts';

const fixture = (name: string): Uint8Array => readFileSync(path.join(import.meta.dirname, 'fixtures', name));
const table = loadIndicators('indicators.yaml', readFileSync(path.join(root, 'data/indicators.yaml')));
const context: ImportContext = { indicators: table.value?.indicators ?? [], places: [], locale: 'en' };

const read = async (name: string, bytes: Uint8Array = fixture(name), more: Partial<ImportContext> = {}) => {
  const { value, diagnostics } = await importWorkbook(name, bytes, { ...context, ...more });
  const figures = (value?.part.sections ?? []).flatMap(({ observations }) =>
    observations.map(({ id, value: number, unit, cell, growth, ranks }) =>
      [
        id,
        number === undefined ? '' : `${number}${unit}`,
        growth === undefined ? '' : `${growth.value}${growth.unit}`,
        ...(ranks ?? []).map((rank) => `#${rank.place}`),
        cell ?? '',
      ]
        .filter((text) => text !== '')
        .join(' '),
    ),
  );
  return { value, figures, told: diagnostics.map(({ file, message }) => `${file}: ${message.en}`) };
};

const text = (csv: string): Uint8Array => new TextEncoder().encode(csv);

describe('indicators in rows, two heads, merged cells', () => {
  it('reads what each cell shows, with the unit of its row or of the table', async () => {
    const { figures } = await read('主要指标.xlsx', undefined, { sheet: '主要指标' });
    expect(figures).toEqual([
      'gdp-2016 157.5亿元 7.1% #3 B6',
      'tertiary-value-added-2016 83.2亿元 9.4% #2 B7',
      'fixed-asset-investment-2016 135.1亿元 3.8% #1 B9',
      'public-budget-revenue-2016 68012万元 1.6% #1 B10',
      'foreign-capital-used-2016 7800万美元 -1.3% B12',
      '夜间经济街区-2016 6条 B13',
      'gdp-2015 147.10亿元 D6',
      'tertiary-value-added-2015 74.85亿元 D7',
      'public-budget-revenue-2015 66940万元 D10',
      'foreign-capital-used-2015 7899万美元 D12',
    ]);
  });

  it('lists what it did not take, with sheet and cell', async () => {
    const { told } = await read('主要指标.xlsx');
    expect(told).toEqual([
      "主要指标.xlsx“主要指标”B11: 常住人口: the table's unit “亿元” does not suit it",
      "主要指标.xlsx“主要指标”D11: 常住人口: the table's unit “亿元” does not suit it",
      '主要指标.xlsx“主要指标”B14: “待定” is no number',
      '主要指标.xlsx“各县区”B1: the column “示例区” is not understood: rows and columns both have names',
      '主要指标.xlsx“各县区”C1: the column “邻近区” is not understood: rows and columns both have names',
      '主要指标.xlsx“历年”D5: a formula without a stored result, or an error: =D5*1.08',
      '主要指标.xlsx“说明”: no table was found here',
      '主要指标.xlsx“历年”C4: 地区生产总值（2015） was imported from “主要指标”; this was not added',
    ]);
  });

  it('takes the column of the place that the report is of', async () => {
    const { figures } = await read('主要指标.xlsx', undefined, { sheet: '各县区', places: ['示例区'], year: '2016' });
    expect(figures).toEqual(['gdp-2016 157.5亿元 B2']);
  });
});

describe('a table of a yearbook', () => {
  it('has ranks of level and of growth, industries of the GDP, and another indicator where the bracket says so', async () => {
    const { value, figures, told } = await read('年鉴.xlsx', undefined, { sheet: '1-2 主要指标' });
    expect(figures).toEqual([
      'gdp-2016 157.5亿元 7.1% #3 #2 B5',
      'primary-value-added-2016 1.6亿元 3.2% #8 #5 B6',
      'tertiary-value-added-2016 130.5亿元 8.4% #2 B7',
      'fixed-asset-investment-urban-2016 135.1亿元 3.8% #4 #1 B8',
    ]);
    expect(value?.part.sections[0]?.title).toBe('示例区国民经济主要指标（2016年）');
    expect(value?.part.sections[0]?.observations[0]?.ranks?.map(({ of }) => of)).toEqual(['level', 'growth']);
    expect(value?.part.sections[0]?.observations[3]?.name).toBe('固定资产投资（不含农户）');
    expect(told).toEqual(["年鉴.xlsx“1-2 主要指标”B9: 银行营业网点数: the table's unit “亿元” does not suit it"]);
  });

  it('with districts in rows gives the row of the place, which may be named in full', async () => {
    const { figures, told } = await read('年鉴.xlsx', undefined, { sheet: '各县区', places: ['示例市示例区'] });
    expect(figures).toEqual(['gdp-2016 157.5亿元 7.1% B6', 'public-budget-revenue-2016 6.8亿元 1.6% D6']);
    expect(told).toEqual([]);
  });

  it.each([
    [[], 'each row is a place; say which with --place'],
    [['远方区'], 'each row is a place, and none is “远方区”'],
  ])('with districts in rows and no place of ours says so once', async (places, reason) => {
    const { figures, told } = await read('年鉴.xlsx', undefined, { sheet: '各县区', places });
    expect(figures).toEqual([]);
    expect(told).toEqual([`年鉴.xlsx“各县区”A5: ${reason}`, '年鉴.xlsx: no figure was understood']);
  });

  it('of some months gives nothing, no growth either', async () => {
    const { figures, told } = await read('年鉴.xlsx', undefined, { sheet: 'Sheet3' });
    expect(figures).toEqual([]);
    expect(told.slice(0, 2)).toEqual([
      '年鉴.xlsx“Sheet3”B2: “1-11月累计” is not of a whole year',
      '年鉴.xlsx“Sheet3”C2: “同比增长%” is not of a whole year',
    ]);
  });
});

it('reads years in rows and indicators in columns', async () => {
  const { figures } = await read('主要指标.xlsx', undefined, { sheet: '历年' });
  expect(figures.toSorted()).toEqual([
    'gdp-2014 138.2亿元 8.5% B3',
    'gdp-2015 147.1亿元 7.9% B4',
    'gdp-2016 157.5亿元 7.1% B5',
    'grain-2014 5.25万吨 E3',
    'grain-2015 5.30万吨 E4',
    'grain-2016 5.28万吨 E5',
    'resident-income-2014 21030元 D3',
    'resident-income-2015 22880元 D4',
  ]);
});

it('reads a GB18030 CSV; growth over a year named is of the latest year', async () => {
  const { figures, told } = await read('国民经济.csv');
  expect(figures).toEqual([
    'gdp-2016 157.5亿元 7.1% C3',
    'public-budget-revenue-2016 68012万元 1.6% C4',
    'population-2016 41.3万人 C5',
    'trade-2016 12350万美元 -8.4% C6',
  ]);
  expect(told).toEqual([]);
});

it('takes plans as targets, and no percentages that look like fractions', async () => {
  const { value, told } = await read('目标完成.xlsx');
  expect(value?.part.targets.map(({ id, level }) => `${id} ${level?.value}${level?.unit} ${level?.cell}`)).toEqual([
    'gdp-2016 155亿元 D3',
    'fixed-asset-investment-2016 140亿元 D4',
    'retail-sales-2016 60亿元 D5',
    'urban-unemployment-registered-2016 4% D6',
  ]);
  expect(told).toEqual([
    expect.stringContaining('“Sheet1”G2: “增速” looks like percentages kept as fractions (0.071)'),
  ]);
});

describe('a mapping file', () => {
  it('drafted and given back reads the same', async () => {
    const { value, figures } = await read('主要指标.xlsx');
    const mapping = readMapping('map.yaml', text(value?.draft ?? ''));
    expect(mapping.diagnostics).toEqual([]);
    expect((await read('主要指标.xlsx', undefined, { mapping: mapping.value })).figures).toEqual(figures);
  });

  it('says what could not be guessed', async () => {
    const { value } = await read('目标完成.xlsx');
    const corrected = (value?.draft ?? '').replace('G: { as: skip }', 'G: { as: growth, times: 100 }');
    const mapping = readMapping('map.yaml', text(corrected)).value;
    const { figures, told } = await read('目标完成.xlsx', undefined, { mapping });
    expect(figures[0]).toBe('gdp-2016 157.5亿元 7.1% E3');
    expect(told).toEqual([]);
  });

  it('is checked like a data file', () => {
    const { diagnostics } = readMapping(
      'map.yaml',
      text('tables:\n  - sheet: a\n    rows: 1\n    columns: { A: { az: name } }\n'),
    );
    expect(diagnostics[0]).toMatchObject({ code: 'check/unknown-key', span: { line: 4 } });
  });
});

describe('tables that cannot be told', () => {
  it.each([
    ['no year', '指标,单位,数值\n地区生产总值,亿元,157.5\n', '地区生产总值: the year is not said'],
    ['no unit', '2016年主要指标,\n指标,数值\n地区生产总值,157.5\n', '地区生产总值: no unit is given'],
    ['part of a year', '指标,单位,2016年1-11月\n地区生产总值,亿元,140.1\n', '“2016年1-11月” is not of a whole year'],
    [
      'twice',
      '指标,单位,2016年\n地区生产总值,亿元,1.5\n国内生产总值,亿元,1.6\n',
      '国内生产总值 (2016) stands in the table twice',
    ],
    [
      'an index',
      '指标,单位,2016年,指数\n地区生产总值,亿元,1.5,107.1\n',
      '“指数” was not imported: turn an index into a growth first',
    ],
  ])('%s', async (_, csv, reason) => {
    const { told } = await read('a.csv', text(csv));
    expect(told.join('\n')).toContain(reason);
  });
});

describe('files that are no tables', () => {
  it.each([
    ['an old .xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'import/unreadable'],
    ['a broken archive', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'import/unreadable'],
    ['nothing', new Uint8Array(), 'import/unreadable'],
    ['junk', Uint8Array.from({ length: 500 }, (_, at) => (at * 7919) % 256), 'import/unreadable'],
    ['a poem', text('床前明月光\n疑是地上霜\n'), 'import/no-figures'],
  ])('%s', async (_, bytes, code) => {
    const { diagnostics } = await importWorkbook('a.xlsx', bytes, context);
    expect(diagnostics.map((one) => one.code)).toContain(code);
  });
});

it('refuses a workbook that unpacks to more than 200 MB, without unpacking it', async () => {
  const parts = unzipSync(fixture('目标完成.xlsx'));
  const bytes = zipSync({ ...parts, 'xl/media/zeros': new Uint8Array(210_000_000) }, { level: 1 });
  expect(bytes.length).toBeLessThan(2_000_000);
  const { diagnostics } = await importWorkbook('a.xlsx', bytes, context);
  expect(diagnostics).toMatchObject([{ code: 'import/unreadable', message: { en: 'it unpacks to more than 200 MB' } }]);
});

describe('into a data file', () => {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- it belongs to these tests
  const csv = (value: string): Uint8Array => text(`指标,单位,2016年\n地区生产总值,亿元,${value}\n粮食产量,万吨,5.28\n`);
  const setUp = () => {
    const data = readFileSync(path.join(root, 'data/hongqi-2017.yaml'));
    return memoryHost(
      new Map<string, Uint8Array>([
        ['/p/data/r.yaml', data],
        ['/p/t.csv', csv('157.5')],
      ]),
    );
  };
  const run = async (host: ReturnType<typeof setUp>) =>
    importTable('/p/t.csv', 't.csv', context, { into: '/p/data/r.yaml', folder: '/p/data', root: '/p' }, host);
  const grain = (host: ReturnType<typeof setUp>) =>
    loadReport('r.yaml', host.files.get('/p/data/r.yaml') ?? '').value?.report.sections.at(-1)?.observations[0];

  it('adds what is new and leaves what is stated already', async () => {
    const host = setUp();
    const { value, diagnostics } = await run(host);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ same: 1, created: false });
    expect(grain(host)).toMatchObject({ id: 'grain-2016', value: '5.28', cell: 'C3', source: { file: 't.csv' } });
    expect(new TextDecoder().decode(host.files.get('/p/data/r.yaml'))).toContain('# 报头、期号、编印单位');
  });

  it('names a figure that the report states otherwise', async () => {
    const host = setUp();
    host.files.set('/p/t.csv', csv('159.9'));
    const { diagnostics } = await run(host);
    expect(diagnostics.map(({ code, message }) => `${code} ${message.en}`)).toEqual([
      'import/conflict 地区生产总值 (2016): the table says 159.9亿元, gdp-2016 in data/r.yaml says 157.5亿元',
    ]);
  });

  it('names what the table says of a figure beyond the report', async () => {
    const host = setUp();
    host.files.set('/p/t.csv', text('指标,单位,2016年,占全市比重%\n地区生产总值,亿元,157.5,7.3\n'));
    const { diagnostics } = await run(host);
    expect(diagnostics.map(({ code, file, message }) => `${code} ${file}: ${message.en}`)).toEqual([
      "import/not-understood t.csv C2: 地区生产总值 (2016) is in the report; the table's share 7.3% was not added",
    ]);
  });

  it('keeps an edit and follows the table where nobody edited', async () => {
    const host = setUp();
    await run(host);
    const edited = new TextDecoder().decode(host.files.get('/p/data/r.yaml')).replace('5.28', '5.3');
    host.files.set('/p/data/r.yaml', text(edited));
    await run(host);
    expect(grain(host)?.value).toBe('5.3');
    host.files.set('/p/data/r.yaml', text(edited.replace('value: 5.3,', 'value: 5.28,')));
    host.files.set('/p/t.csv', text('指标,单位,2016年\n粮食产量,万吨,5.31\n'));
    await run(host);
    expect(grain(host)?.value).toBe('5.31');
  });
});
