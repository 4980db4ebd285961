// The mapping file of an import: for each table of a workbook, what its rows and columns are. The program guesses the
// same thing by itself (guess-tables.ts); `--draft-map` writes the guess, a person corrects it, `--map` takes it.
import { jsonSchemaOf, type JsonSchema } from '../report/json-schema.ts';
import { z } from 'zod';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { checkAgainst } from '../report/check.ts';
import { decodeText } from '../report/load.ts';
import { SourceNumber } from '../report/schema.ts';
import { readYaml } from '../report/yaml-source.ts';

/** What stands in a column: names of indicators, periods, units, or figures of one kind. */
export const roles = [
  'name',
  'period',
  'unit',
  'value',
  'growth',
  'average',
  'rank',
  'share',
  'completion',
  'target',
  'skip',
] as const;
export type Role = (typeof roles)[number];

const digits = (value: unknown): unknown => (value instanceof SourceNumber ? value.source : value);
const word = z.preprocess(digits, z.string().regex(/\S/, 'text')).meta({ jsonType: ['string', 'number'] });
const year = z
  .preprocess(digits, z.string().regex(/^(?:19|20)\d\d$/, 'period'))
  .meta({ jsonType: ['string', 'integer'] });
const lines = z.preprocess(digits, z.string().regex(/^\d+(-\d+)?$/, 'lines')).meta({ jsonType: ['string', 'integer'] });

const column = z.strictObject({
  as: z.enum(roles),
  name: word.optional(),
  indicator: word.optional(),
  period: year.optional(),
  unit: word.optional(),
  basis: z.enum(['current', 'comparable']).optional(),
  scope: word.optional(),
  of: word.optional(),
  base: year.optional(),
  times: z
    .preprocess(digits, z.string().regex(/^10*$|^0\.0*1$/, 'power'))
    .meta({ jsonType: ['string', 'number'] })
    .optional(),
});
export type ColumnMap = z.output<typeof column>;

const table = z.strictObject({
  sheet: word,
  title: word.optional(),
  header: lines.optional(),
  rows: lines,
  unit: word.optional(),
  year: year.optional(),
  columns: z.record(z.string().regex(/^[A-Z]{1,3}$/, 'column'), column),
  names: z.record(z.string(), word).default({}),
});
export type TableMap = z.output<typeof table>;

const mapping = z.strictObject({
  tables: z.array(table).min(1),
});
export type Mapping = z.output<typeof mapping>;

/** The JSON Schema of mapping files. */
export const mappingJsonSchema = (): JsonSchema => jsonSchemaOf(mapping);

/** Reads a mapping file. Codes: load/*, check/*. */
export const readMapping = (file: string, bytes: Uint8Array): Outcome<Mapping> => {
  const text = decodeText(file, bytes);
  if (text.value === undefined) return { diagnostics: text.diagnostics };
  const source = readYaml(file, text.value);
  if (!source.value) return { diagnostics: source.diagnostics };
  const checked = checkAgainst(mapping, source.value);
  const diagnostics = [...source.diagnostics, ...checked.diagnostics];
  return checked.value === undefined ? { diagnostics } : { value: checked.value, diagnostics };
};

/** `3-4` or `3` as rows from 0, both ends inclusive. */
export const rowsOf = (text: string): readonly [first: number, last: number] => {
  const [first = 1, last = first] = text.split('-').map(Number);
  return [first - 1, last - 1];
};

const quoted = (text: string): string =>
  /^[\p{Script=Han}A-Za-z][\p{Script=Han}\w（）．.-]*$/u.test(text) && !/^(?:true|false|null|yes|no)$/i.test(text)
    ? text
    : `'${text.replaceAll("'", "''")}'`;

const columnText = (map: ColumnMap): string =>
  `{ ${Object.entries(map)
    .flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]))
    .map(([key, value]) => `${key}: ${/^\d+$/.test(value) ? value : quoted(value)}`)
    .join(', ')} }`;

const heads = {
  zh: [
    '# 统计表对照：每张表的哪几行是表头（header）、哪几行是数据（rows），各列（columns）是什么。改好后用 --map 导入。',
    `# as 可以是 ${roles.join('、')}：`,
    '# name 指标名，period 年份，unit 单位，value 数值，growth 增速，average 年均增速，rank 名次，share 比重（of 占什么），',
    '# completion 完成率（of 什么目标），target 计划，skip 不要。',
    '# period 年份，unit 单位，basis 增速口径（comparable 可比价、current 现价），times 乘数（小数存的百分数写 100）。',
    '# names：表里的名称是哪个指标（编号见 data/indicators.yaml），skip 不要。下面以 # 开头的行没有认出来。',
  ],
  en: [
    '# Mapping: which rows of each table are its head (header) and its data (rows), what its columns are. Import with --map.',
    `# as: ${roles.join(', ')}.`,
    '# share and completion take of (of what); period is a year; basis of growth: comparable or current prices;',
    '# times: a power of ten to multiply with (100 for percentages kept as fractions).',
    '# names: which indicator a name of the table is (ids in data/indicators.yaml), or skip.',
    '# Lines that begin with # were not understood.',
  ],
} as const;

/** The text of a mapping file. `unknown` are remarks for a table, by its place in the list. */
export const draftMapping = (
  tables: readonly TableMap[],
  unknown: (at: number) => readonly string[],
  locale: 'zh' | 'en',
): string => {
  const text = tables.flatMap(({ sheet, title, header, rows, unit, year: period, columns, names }, at) => [
    `  - sheet: ${quoted(sheet)}`,
    ...(title === undefined ? [] : [`    title: ${quoted(title)}`]),
    ...(header === undefined ? [] : [`    header: ${header}`]),
    `    rows: ${rows}`,
    ...(unit === undefined ? [] : [`    unit: ${quoted(unit)}`]),
    ...(period === undefined ? [] : [`    year: ${period}`]),
    '    columns:',
    ...Object.entries(columns).map(([name, map]) => `      ${name}: ${columnText(map)}`),
    '    names:',
    ...Object.entries(names).map(([name, id]) => `      ${quoted(name)}: ${quoted(id)}`),
    ...unknown(at).map((line) => `      # ${line}`),
  ]);
  return `${[...heads[locale], 'tables:', ...text].join('\n').replaceAll(/ {4}names:\n(?! {6}[^#])/g, '')}\n`;
};
