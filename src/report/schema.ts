// The data model of a work report: the one source of the TypeScript types, the checks on data files and the JSON Schema.
// Keys are English, values Chinese. A figure is decimal text with the precision of the source ("15" is not "15.0"),
// never a binary float. Facts, figures and names come from a report; the texts are written anew.
import { z } from 'zod';

/** A number scalar of YAML or JSON with the digits as written, so that 15.0 stays 15.0. Made by report/load.ts. */
export class SourceNumber {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

const unwrap = (value: unknown): unknown => (value instanceof SourceNumber ? value.source : value);

/** The word given as `error` names the format; issues.ts turns it into a message. */
const text = z.string().regex(/\S/, 'text');

/** Decimal text: `157.5`, `-7`, `0.50`. Written in YAML with or without quotes. */
const decimal = z
  .preprocess(unwrap, z.string().regex(/^-?(0|[1-9]\d{0,20})(\.\d{1,20})?$/, 'decimal'))
  .meta({ id: 'decimal', jsonType: ['string', 'number'], description: '十进制数，保留原文精度：157.5、15.0、-7' });

const wholeNumber = (value: unknown): unknown => (value instanceof SourceNumber ? Number(value.source) : value);

const integer = z.preprocess(wholeNumber, z.int().min(0)).meta({ jsonType: 'integer' });

const year = z
  .preprocess(wholeNumber, z.int().min(1949).max(2100))
  .meta({ jsonType: 'integer', description: '年份：2016' });

/** A reference period: a year, or a range of years with both ends. */
const period = z
  .preprocess(unwrap, z.string().regex(/^\d{4}(-\d{4})?$/, 'period'))
  .meta({ jsonType: ['string', 'integer'], description: '时期：2016 或 2012-2016' });

/** Whether a date of the form 2017-04-21 is a day of the calendar. */
const isDay = (value: string): boolean => {
  const [y = 0, month = 0, day = 0] = value.split('-').map(Number);
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
};

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'date')
  .refine(isDay, 'day');

/**
 * The most bytes of an id in UTF-8. Names on a disk have at most 255, and longer ones than the id are made of it:
 * compare-ID.0123456789abcdef.json under .figures/, and the temporary name beside it.
 */
const mostIdBytes = 200;

const fitsDisk = (name: string): boolean => new TextEncoder().encode(name).length <= mostIdBytes;

/** An id: letters (Chinese too), digits, `-`, `_` and `.`; never a path. It names files and folders. */
const id = z
  .preprocess(
    unwrap,
    z
      .string()
      .regex(/^(?=.{1,80}$)[\p{L}\p{N}][\p{L}\p{N}_-]*(\.[\p{L}\p{N}_-]+)*$/u, { error: 'id', abort: true })
      .refine(fitsDisk, 'id'),
  )
  .meta({ jsonType: ['string', 'number'] });

/** Names of devices, which Windows keeps from files and folders, with any ending (Naming Files, Paths, and Namespaces). */
const isDevice = (name: string): boolean => /^(?:con|prn|aux|nul|(?:com|lpt)\d)(?:\.|$)/i.test(name);

/** The id of a report: the name of its folder. */
const folderId = id.refine((name) => !isDevice(name), 'id');

/** UTF-16 offsets in the source text, end exclusive. */
const offsets = z.tuple([integer, integer]);

/** A cell of the table that a figure was imported from; sheet and file are in the source. */
const cell = z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/, 'cell');

/** How a printed figure bounds or blurs the quantity, in the report's own word. */
export const modifiers = [
  '余',
  '多',
  '近',
  '约',
  '超',
  '突破',
  '达',
  '以上',
  '以下',
  '以内',
  '左右',
  '不低于',
  '不少于',
  '不超过',
  '力争',
] as const;

const modifier = z.enum(modifiers);

const source = z.strictObject({
  section: id,
  sentence: integer.optional(),
  at: offsets.optional(),
  file: text.optional(),
  sheet: text.optional(),
});

const review = z.string().min(1);

const figure = z.strictObject({
  value: decimal.optional(),
  min: decimal.optional(),
  max: decimal.optional(),
  unit: text,
  modifier: modifier.optional(),
  at: offsets.optional(),
  cell: cell.optional(),
  review: review.optional(),
});

const growth = figure.extend({
  basis: z.enum(['current', 'comparable']).optional(),
  base: period.optional(),
  qualifiers: z.array(text).optional(),
});

const rank = z.strictObject({
  place: integer.optional(),
  text: text,
  scope: text.optional(),
  of: z.enum(['level', 'growth', 'other']),
  at: offsets.optional(),
  cell: cell.optional(),
  review: review.optional(),
});

const observation = z.strictObject({
  id,
  indicator: id,
  name: text,
  period,
  kind: z.enum(['level', 'count', 'share', 'rate', 'none']).default('level'),
  value: decimal.optional(),
  min: decimal.optional(),
  max: decimal.optional(),
  unit: text.optional(),
  modifier: modifier.optional(),
  at: offsets.optional(),
  cell: cell.optional(),
  change: z.boolean().optional(),
  growth: growth.optional(),
  average: growth.extend({ period: period.optional() }).optional(),
  from: figure.extend({ period }).optional(),
  multiple: figure.extend({ base: period.optional() }).optional(),
  ranks: z.array(rank).optional(),
  share: figure.extend({ of: text }).optional(),
  completion: figure.extend({ of: text }).optional(),
  versus: figure.extend({ than: text }).optional(),
  parts: z.array(z.strictObject({ name: text, value: decimal, at: offsets.optional() })).optional(),
  partOf: id.optional(),
  qualifiers: z.array(text).optional(),
  text: text.optional(),
  optional: z.boolean().optional(),
  review: review.optional(),
  source,
});

const honour = z.strictObject({
  name: text,
  level: z.enum(['national', 'provincial', 'municipal', 'county', 'other']),
  by: text.optional(),
  source: source.optional(),
});

const project = z.strictObject({ name: text, status: text.optional(), source: source.optional() });

const section = z.strictObject({
  id,
  number: z.string().default(''),
  title: text,
  short: text.optional(),
  part: z.enum(['review', 'span', 'plan', 'other']),
  summary: text.optional(),
  observations: z.array(observation).default([]),
  honours: z.array(honour).default([]),
  projects: z.array(project).default([]),
});

const target = z.strictObject({
  id,
  indicator: id,
  name: text,
  period: year,
  level: figure.optional(),
  growth: growth.optional(),
  relative: text.optional(),
  constraint: z.boolean().optional(),
  qualifiers: z.array(text).optional(),
  review: review.optional(),
  source,
});

const task = z.strictObject({
  id,
  area: id,
  text: text,
  figures: z
    .array(
      figure.extend({
        name: text,
        relation: z.enum(['level', 'growth', 'share']).default('level'),
        qualifiers: z.array(text).optional(),
      }),
    )
    .default([]),
  deadline: text.optional(),
  lead: text.optional(),
  support: z.array(text).default([]),
  optional: z.boolean().optional(),
  review: review.optional(),
  source: source.optional(),
});

const term = z.strictObject({
  term: text,
  text: text.optional(),
  source: source.optional(),
});

const accepted = z.strictObject({
  finding: text,
  reason: text,
  by: text.optional(),
});

const briefing = z.strictObject({
  masthead: text.optional(),
  issue: integer.optional(),
  issuer: text.optional(),
  date: date.optional(),
  recipients: z.array(text).default([]),
  copies: integer.optional(),
});

export const reportSchema = z.strictObject({
  $schema: z.string().optional(),
  id: folderId,
  title: text,
  place: z.strictObject({
    name: text,
    short: text,
    level: z.enum(['national', 'province', 'prefecture', 'county', 'township']),
  }),
  meeting: z.strictObject({ name: text, date: date.optional(), place: text.optional() }),
  speaker: z.strictObject({ name: text, office: text }).optional(),
  years: z.strictObject({
    reviewed: year,
    planned: year.optional(),
    span: z.strictObject({ from: year, to: year }).optional(),
  }),
  source: z.strictObject({
    title: text,
    file: text.optional(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'sha256')
      .optional(),
    note: text.optional(),
  }),
  briefing: briefing.default({ recipients: [] }),
  summary: text.optional(),
  headline: z.array(id).optional(),
  sections: z.array(section).min(1),
  problems: z.array(z.strictObject({ text, source: source.optional() })).default([]),
  targets: z.array(target).default([]),
  tasks: z.array(task).default([]),
  terms: z.array(term).default([]),
  questions: z.array(z.strictObject({ area: id, text, ref: text.optional() })).default([]),
  accepted: z.array(accepted).default([]),
  replaces: z.array(id).optional(),
});

/** The schemas of an id, and of the parts that a table gives one row each. */
export { id as idSchema, observation as observationSchema, target as targetSchema, task as taskSchema };

export type Report = z.output<typeof reportSchema>;
export type Section = Report['sections'][number];
export type Observation = Section['observations'][number];
export type Target = Report['targets'][number];
export type Task = Report['tasks'][number];
export type Term = Report['terms'][number];
export type Honour = Section['honours'][number];
export type Project = Section['projects'][number];
export type PrintedFigure = z.output<typeof figure>;
export type Rank = z.output<typeof rank>;
export type Modifier = z.output<typeof modifier>;
export type Source = z.output<typeof source>;

/** The table of indicators: canonical ids shared by all reports, with the wordings that mean them. */
const indicator = z.strictObject({
  id,
  name: text,
  aliases: z.array(text).default([]),
  unit: text.optional(),
  group: z.enum(['economy', 'industry', 'finance', 'investment', 'trade', 'livelihood', 'environment', 'other']),
  basis: z.enum(['current', 'comparable']).default('current'),
  direction: z.enum(['more', 'less']).default('more'),
  headline: integer.optional(),
});

export const indicatorTableSchema = z.strictObject({ $schema: z.string().optional(), indicators: z.array(indicator) });
export type Indicator = z.output<typeof indicator>;
export type IndicatorTable = z.output<typeof indicatorTableSchema>;
