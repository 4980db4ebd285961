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

/** An id: letters (Chinese too), digits, `-`, `_` and `.`; never a path. It names files and folders. */
const id = z
  .preprocess(unwrap, z.string().regex(/^(?=.{1,80}$)[\p{L}\p{N}][\p{L}\p{N}_-]*(\.[\p{L}\p{N}_-]+)*$/u, 'id'))
  .meta({ jsonType: ['string', 'number'] });

/** UTF-16 offsets in the source text, end exclusive. */
const offsets = z.tuple([integer, integer]);

/** A cell of the table that a figure was imported from; sheet and file are in the source. */
const cell = z
  .string()
  .regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/, 'cell')
  .describe('表格里的单元格：D5');

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

const source = z
  .strictObject({
    section: id.describe('报告章节编号，与 sections[].id 一致'),
    sentence: integer.describe('该章节内第几句，从 1 起').optional(),
    at: offsets.describe('原文 UTF-16 偏移').optional(),
    file: text.describe('由表格导入的：文件名').optional(),
    sheet: text.describe('由表格导入的：工作表').optional(),
  })
  .describe('出处');

const review = z.string().min(1).describe('待核原因；核过后删去本行');

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
  basis: z.enum(['current', 'comparable']).describe('现价 current，可比价 comparable').optional(),
  base: period.describe('与何时相比；不写为上年').optional(),
  qualifiers: z.array(text).describe('增速自己的口径，照原文：同口径、剔除不可比因素、实际').optional(),
});

const rank = z.strictObject({
  place: integer.describe('名次；原文只说前列、首批时不写').optional(),
  text: text.describe('原文说法：四区第一'),
  scope: text.describe('范围：四区、全市、全国').optional(),
  of: z.enum(['level', 'growth', 'other']).describe('排的是总量、增幅还是其他'),
  at: offsets.optional(),
  cell: cell.optional(),
  review: review.optional(),
});

const observation = z.strictObject({
  id,
  indicator: id.describe('指标编号，见 data/indicators.yaml；没有收录的可自拟'),
  name: text.describe('本报告的说法'),
  period,
  kind: z.enum(['level', 'count', 'share', 'rate', 'none']).describe('none：只有增速或名次，没有数值').default('level'),
  value: decimal.optional(),
  min: decimal.optional(),
  max: decimal.optional(),
  unit: text.optional(),
  modifier: modifier.optional(),
  at: offsets.optional(),
  cell: cell.optional(),
  change: z.boolean().describe('增减量而非水平').optional(),
  growth: growth.optional(),
  average: growth.extend({ period: period.optional() }).describe('年均增长').optional(),
  from: figure.extend({ period }).describe('由多少增至本值').optional(),
  multiple: figure.extend({ base: period.optional() }).describe('是某年的几倍').optional(),
  ranks: z.array(rank).optional(),
  share: figure.extend({ of: text.describe('占什么的比重') }).optional(),
  completion: figure.extend({ of: text.describe('什么目标：年目标') }).optional(),
  versus: figure.extend({ than: text.describe('与谁相比：全市平均水平') }).optional(),
  parts: z
    .array(z.strictObject({ name: text, value: decimal, at: offsets.optional() }))
    .describe('构成比，如三次产业 1:16:83，单位同 unit')
    .optional(),
  partOf: id.describe('“其中”：所属观测的 id').optional(),
  qualifiers: z.array(text).describe('按可比口径、预计、累计等').optional(),
  text: text.describe('上下文说明，自拟').optional(),
  optional: z.boolean().describe('修辞或背景数字，不必上表').optional(),
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
  number: z.string().describe('原文序号：一、（一）；没有则为空').default(''),
  title: text,
  short: text.describe('短题，作段首用，不超过 12 字：项目引资').optional(),
  part: z.enum(['review', 'span', 'plan', 'other']).describe('回顾、多年回顾、计划、其他'),
  summary: text.describe('自拟摘要').optional(),
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
  relative: text.describe('相对目标：与地区生产总值同步增长').optional(),
  constraint: z.boolean().describe('约束性指标').optional(),
  qualifiers: z.array(text).optional(),
  review: review.optional(),
  source,
});

const task = z.strictObject({
  id,
  area: id.describe('所属工作，与 sections[].id 一致'),
  text: text.describe('做什么，自拟'),
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
  lead: text.describe('牵头单位').optional(),
  support: z.array(text).describe('配合单位').default([]),
  optional: z.boolean().optional(),
  review: review.optional(),
  source: source.optional(),
});

const term = z.strictObject({
  term: text,
  text: text.describe('解释，自拟').optional(),
  source: source.optional(),
});

const accepted = z.strictObject({
  finding: text.describe('核对结论编号，见 jianbao audit'),
  reason: text.describe('为何接受'),
  by: text.optional(),
});

const briefing = z.strictObject({
  masthead: text.describe('报头名称').optional(),
  issue: integer.describe('期号').optional(),
  issuer: text.describe('编印单位').optional(),
  date: date.describe('印发日期').optional(),
  recipients: z.array(text).describe('报送').default([]),
  copies: integer.describe('印数').optional(),
});

export const reportSchema = z.strictObject({
  $schema: z.string().optional(),
  id,
  title: text,
  place: z.strictObject({
    name: text.describe('全称：河南省新乡市红旗区'),
    short: text.describe('简称：红旗区'),
    level: z.enum(['national', 'province', 'prefecture', 'county', 'township']),
  }),
  meeting: z.strictObject({ name: text, date: date.optional(), place: text.optional() }),
  speaker: z.strictObject({ name: text, office: text }).optional(),
  years: z.strictObject({
    reviewed: year,
    planned: year.optional(),
    span: z.strictObject({ from: year, to: year }).describe('多年回顾的起止年').optional(),
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
  summary: text.describe('导语，自拟，三到四行').optional(),
  headline: z.array(id).describe('头条指标的观测 id，按次序；不写则按指标表取').optional(),
  sections: z.array(section).min(1),
  problems: z.array(z.strictObject({ text, source: source.optional() })).default([]),
  targets: z.array(target).default([]),
  tasks: z.array(task).default([]),
  terms: z.array(term).default([]),
  questions: z
    .array(z.strictObject({ area: id, text, ref: text.optional() }))
    .describe('讨论题')
    .default([]),
  accepted: z.array(accepted).default([]),
  replaces: z.array(id).describe('同一地方同一年有两份报告时，本份代替的那份的编号').optional(),
});

/** The schemas of the parts that a table gives one row each. */
export { observation as observationSchema, target as targetSchema, task as taskSchema };

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
  unit: text.describe('常用单位').optional(),
  group: z.enum(['economy', 'industry', 'finance', 'investment', 'trade', 'livelihood', 'environment', 'other']),
  basis: z.enum(['current', 'comparable']).describe('增速按现价还是可比价').default('current'),
  direction: z.enum(['more', 'less']).describe('越大越好还是越小越好').default('more'),
  headline: integer.describe('头条次序').optional(),
});

export const indicatorTableSchema = z.strictObject({ $schema: z.string().optional(), indicators: z.array(indicator) });
export type Indicator = z.output<typeof indicator>;
export type IndicatorTable = z.output<typeof indicatorTableSchema>;
