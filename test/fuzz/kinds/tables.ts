// Tables as an import takes them: CSV in damaged text, XLSX and ODS damaged inside or as archives; into a data file.
/* oxlint-disable unicorn/no-useless-spread -- lists of words are written several to a line */
import * as fc from 'fast-check';
import { importTable } from '../../../src/actions/import-table.ts';
import { memoryHost } from '../../../src/host.ts';
import type { Indicator } from '../../../src/report/schema.ts';
import { damagedArchives } from '../archive.ts';
import type { Input, Kind } from '../kind.ts';
import { damageText, edits } from '../mutate.ts';

const tokens = [
  ...[
    ',',
    '""',
    '"',
    '\t',
    ';',
    '\n',
    '指标',
    '单位',
    '2016年',
    '2015年',
    '亿元',
    '万元',
    '%',
    '增长（%）',
    '位次',
    '比重',
  ],
  ...[
    '地区生产总值',
    '一般公共预算收入',
    '157.5',
    '-7.1',
    '1,234.5',
    '1e5',
    '=1+1',
    '@x',
    '+1',
    '#REF!',
    '—',
    '…',
    '合计',
  ],
];

const cell = fc.constantFrom(...tokens.filter((token) => !/[",\t;\n]/.test(token)), '', '9'.repeat(30));
const grid = fc
  .array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 })
  .map((rows) => rows.map((row) => row.join(',')).join('\n'));

export const csvKind = (seeds: readonly string[], indicators: readonly Indicator[]): Kind => ({
  name: 'table CSV',
  inputs: fc
    .tuple(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...seeds) }, { weight: 1, arbitrary: grid }), edits)
    .map(([text, done]): Input => ({ name: 'tables/a.csv', content: damageText(text, done, tokens, seeds) })),
  answer: answerOf(indicators),
});

export const workbookKind = (seeds: readonly Uint8Array[], indicators: readonly Indicator[]): Kind => ({
  name: 'table XLSX',
  inputs: damagedArchives(seeds, /sheet\d|sharedStrings/).map((content): Input => ({ name: 'tables/a.xlsx', content })),
  answer: answerOf(indicators),
});

const root = '/project';

const answerOf =
  (indicators: readonly Indicator[]): Kind['answer'] =>
  async (input) => {
    const file = `${root}/${input.name}`;
    const host = memoryHost(new Map([[file, input.content]]));
    const context = { indicators, places: [], locale: 'zh' as const };
    const wishes = { folder: `${root}/data`, root };
    const { value, diagnostics } = await importTable(file, input.name, context, wishes, host);
    const stray = [...host.files.keys()].filter((name) => name !== file && !name.startsWith(`${root}/data/`));
    return {
      accepted: value !== undefined,
      diagnostics,
      sources: new Map(),
      faults: stray.map((name) => `${name} was written`),
    };
  };
