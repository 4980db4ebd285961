// What templates can print, as Markdown: names and kinds from the shape of the view, words from here. A field that has
// no words yet is shown with its kind.
import {
  changeShape,
  figureShape,
  rowShape,
  sectionShape,
  targetShape,
  taskShape,
  viewShape,
  workShape,
} from '../../src/fill/view-shape.ts';
import { citedShape, memberShape } from '../../src/fill/cited.ts';
import { outcomeShape, placeShape, targetYearShape } from '../../src/fill/place-shape.ts';
import {
  comparedCellShape,
  comparedChartShape,
  comparedMarkShape,
  comparedRowShape,
  selectionShape,
} from '../../src/fill/selection-shape.ts';
import type { Shape } from '../../src/fill/shape.ts';
import type { Language } from './command-reference.ts';

type Words = Readonly<Record<string, readonly [zh: string, en: string]>>;
type Kind = {
  readonly shape: Shape;
  readonly name: Readonly<Record<Language, string>>;
  readonly words: Words;
  /** Shown only with what it has beyond another. */
  readonly beyond?: Shape;
};

const top: Words = {
  report: ['报告本身', 'the report itself'],
  brief: ['报头和版记', 'masthead and imprint'],
  headline: ['头条指标', 'headline figures'],
  cards: ['适合做卡片的数据', 'rows fit for cards'],
  others: ['卡片以外的主要指标', 'main rows that are not on cards'],
  review: ['回顾', 'the review of the year'],
  span: ['多年回顾', 'the review of several years'],
  plan: ['计划和任务', 'the plan and its tasks'],
  other: ['其他部分', 'other parts'],
  measured: ['回顾各节的数据，分节', 'rows of the review, by section'],
  changes: ['由多少到多少的数据', 'rows that say from what to what'],
  changeUnit: ['这些数据共同的单位；不一致为空', 'their common unit; empty when they differ'],
  changeFrom: ['起年', 'the first year'],
  changeTo: ['止年', 'the last year'],
  growth: ['增速与目标，画图用', 'growths and targets, for a chart'],
  structure: ['三次产业等构成；可能没有', 'a composition, such as the three sectors; may be absent'],
  livelihood: ['民生数据', 'rows on livelihood'],
  targets: ['目标', 'targets'],
  problems: ['问题，文字列表', 'problems, as texts'],
  honours: ['荣誉', 'honours'],
  terms: ['名词解释', 'terms'],
  unexplained: ['没有解释的名词', 'terms without an explanation'],
  questions: ['讨论题，分组', 'questions, in groups'],
  notes: ['注，文字列表', 'notes, as texts'],
  audit: ['核对结论', 'findings of the audit'],
  source: ['资料来源一句', 'the line that names the source'],
  hash: ['数据指纹', 'short hash of the data'],
  taskCount: ['任务总数', 'how many tasks there are'],
};

/** Fields that mean the same wherever they stand. */
const everywhere: Words = {
  id: ['编号', 'id'],
  optional: ['不必上表', 'need not be printed'],
  plain: ['一句话', 'in one phrase'],
  qualifiers: ['口径用语', 'words on scope'],
  place: ['出处，读得懂的', 'where it stands, for a reader'],
};

const figureWords: Words = {
  text: ['数连单位：157.5亿元', 'number and unit: 157.5亿元'],
  number: ['只有数', 'the number'],
  unit: ['单位', 'the unit'],
  ref: ['编号，回查用', 'its ref, to trace it'],
  plotted: ['画图用的数；范围为空', 'for charts; empty for a range'],
};

const rowWords: Words = {
  name: ['名称，照报告', 'name as the report has it'],
  indicator: ['指标编号', 'id of the indicator'],
  period: ['时期', 'period'],
  group: ['指标类别', 'group of the indicator'],
  value: ['数值', 'value'],
  unit: ['单位', 'unit'],
  growth: ['增速', 'growth'],
  average: ['年均增速', 'average growth'],
  from: ['由多少', 'from what'],
  multiple: ['几倍', 'how many times'],
  share: ['比重', 'share'],
  completion: ['完成率', 'part of a target reached'],
  versus: ['与谁比', 'compared with another'],
  ranks: ['位次', 'ranks'],
  parts: ['构成', 'composition'],
  prefix: ['累计、预计', '累计 or 预计'],
  qualifiers: ['口径用语', 'words on scope'],
  note: ['说明', 'context'],
  optional: ['不必上表', 'need not be printed'],
  nested: ['是“其中”', 'a part of the row before'],
  place: ['出处，读得懂的', 'where it stands, for a reader'],
};

const sectionWords: Words = {
  number: ['序号', 'number'],
  title: ['标题', 'title'],
  short: ['短题', 'short title'],
  summary: ['摘要', 'summary'],
  rows: ['全部数据', 'all rows'],
  cards: ['适合做卡片的', 'rows fit for cards'],
  changes: ['由多少到多少的', 'rows that say from what to what'],
  details: ['其余的', 'the other rows'],
  honours: ['荣誉', 'honours'],
  projects: ['项目', 'projects'],
  questions: ['讨论题', 'questions'],
  tasks: ['任务', 'tasks'],
};

const kinds: readonly Kind[] = [
  { shape: rowShape, name: { zh: '数据', en: 'row' }, words: rowWords },
  { shape: figureShape, name: { zh: '数', en: 'figure' }, words: figureWords },
  {
    shape: changeShape,
    beyond: figureShape,
    name: { zh: '增速', en: 'change' },
    words: {
      sign: ['▲ ▼ 或 —', '▲ ▼ or —'],
      word: ['增长、下降、持平', '增长, 下降 or 持平'],
      against: ['同比、比2011年，或自己的口径', '同比, 比2011年 or the basis of its own'],
      signed: ['带负号的', 'with a minus for a fall'],
      basis: ['增速自己的口径：同口径；没有为空', 'the basis of its own: 同口径; empty for a plain growth'],
    },
  },
  { shape: sectionShape, name: { zh: '章节', en: 'section' }, words: sectionWords },
  { shape: workShape, name: { zh: '工作', en: 'work' }, words: sectionWords },
  {
    shape: taskShape,
    name: { zh: '任务', en: 'task' },
    words: {
      number: ['序号，全文连排', 'number, through all areas'],
      text: ['做什么', 'what is to be done'],
      figures: ['指标', 'figures'],
      deadline: ['时限', 'deadline'],
      lead: ['牵头单位', 'lead unit'],
      support: ['配合单位', 'supporting units'],
    },
  },
  {
    shape: targetShape,
    name: { zh: '目标', en: 'target' },
    words: {
      name: ['名称', 'name'],
      goal: ['目标数', 'the figure to reach'],
      reach: ['目标是增速时，写明的总量', 'the level, where the goal is a growth and both are stated'],
      word: ['数前面的词：增长', 'the word before it: 增长'],
      relative: ['相对目标', 'a target set by another figure'],
      constraint: ['约束性指标', 'a binding target'],
      result: ['上年增速', 'growth of the year reviewed'],
      level: ['上年总量', 'level of the year reviewed'],
    },
  },
];

const placeTop: Words = {
  place: ['地方', 'the place'],
  reports: ['用到的报告，近的在前', 'the reports used, newest first'],
  passedOver: ['同一年另有的报告', 'other reports of a year'],
  missing: ['中间没有报告的年份', 'years between that have no report'],
  tally: ['各种结论各有几项', 'how many there are of each outcome'],
  overview: ['各年结论总表，年份多时分几张', 'outcomes by year, in parts where there are many years'],
  trend: ['一个指标的目标与结果，画图用；可能没有', 'one indicator by year, for a chart; may be absent'],
  years: ['逐年的目标与结果，近的在前', 'targets and results by year, newest first'],
  notes: ['注，文字列表', 'notes, as texts'],
  source: ['各份报告的题名', 'titles of the reports'],
  hash: ['数据指纹', 'short hash of the data'],
};

const placeKinds: readonly Kind[] = [
  {
    shape: targetYearShape,
    name: { zh: '一年的目标', en: 'year' },
    words: {
      year: ['年份', 'the year'],
      planner: ['定目标的报告；没有为空', 'the report that set the targets; empty when absent'],
      reviewer: ['给结果的报告；没有为空', 'the report that gives the results; empty when absent'],
      tally: ['各种结论各有几项', 'how many there are of each outcome'],
      rows: ['目标与结果', 'targets with their results'],
      untargeted: ['只有结果的', 'results without a target'],
      others: ['没有对照的目标', 'targets that are not compared'],
    },
  },
  {
    shape: outcomeShape,
    name: { zh: '目标与结果', en: 'outcome' },
    words: {
      name: ['指标', 'indicator'],
      year: ['年份', 'year'],
      outcome: ['结论代码：met、missed、unclear、not-reported、no-report、no-target', 'met, missed, unclear, not-reported, no-report, no-target'],
      word: ['结论：完成、未完成……', 'the same for a reader'],
      target: ['目标', 'the target'],
      result: ['结果', 'the result'],
      reason: ['为何无法比较', 'why they cannot be compared'],
    },
  },
  {
    shape: citedShape,
    beyond: figureShape,
    name: { zh: '几份报告里的数', en: 'cited figure' },
    words: {
      unitOnly: ['单位，不带“左右”等', 'the unit without 左右 and the like'],
      name: ['报告的说法；与指标名相同为空', "the report's own name; empty when it is the indicator's"],
      word: ['数前面的词：增长', 'the word before it: 增长'],
      qualifiers: ['口径用语', 'words on scope'],
      report: ['报告', 'the report'],
      place: ['出处，读得懂的', 'where it stands, for a reader'],
    },
  },
  {
    shape: memberShape,
    name: { zh: '报告', en: 'report' },
    words: {
      id: ['编号', 'id'],
      title: ['标题', 'title'],
      place: ['地方', 'place'],
      reviewed: ['回顾哪年', 'year reviewed'],
      planned: ['安排哪年', 'year planned'],
      meeting: ['会议', 'meeting'],
      date: ['会议日期', 'date of the meeting'],
      file: ['数据文件', 'data file'],
      hash: ['数据指纹', 'short hash of the data'],
    },
  },
];

const plainNames = {
  text: { zh: '文字', en: 'text' },
  flag: { zh: '是否', en: 'yes or no' },
  number: { zh: '整数', en: 'whole number' },
  markup: { zh: '标记', en: 'markup' },
} as const;

const nameOf = (shape: Shape, language: Language): string => {
  const known = [...kinds, ...placeKinds, ...selectionKinds].find((kind) => kind.shape === shape);
  if (known !== undefined) return known.name[language];
  switch (shape.is) {
    case 'list':
      return language === 'zh' ? `列表：${nameOf(shape.of, language)}` : `list of ${nameOf(shape.of, language)}`;
    case 'maybe':
      return language === 'zh' ? `${nameOf(shape.of, language)}，可能没有` : `${nameOf(shape.of, language)}, may be absent`;
    case 'record': {
      const names = Object.keys(shape.fields);
      const own = Object.keys(figureShape.fields);
      const more = names.filter((name) => !own.includes(name)).join(', ');
      if (!own.every((name) => names.includes(name))) return `{ ${names.join(', ')} }`;
      return language === 'zh' ? `数，另有 ${more}` : `figure with ${more}`;
    }
    default:
      return plainNames[shape.is][language];
  }
};

const heads = {
  zh: '| 字段 | 是什么 | 含义 |\n| --- | --- | --- |',
  en: '| field | kind | meaning |\n| --- | --- | --- |',
} as const;

const table = (shape: Shape, words: Words, language: Language, beyond?: Shape): string => {
  const fields = shape.is === 'record' ? shape.fields : {};
  const known = beyond?.is === 'record' ? beyond.fields : {};
  const rows = Object.entries(fields)
    .filter(([name]) => !(name in known))
    .map(([name, inner]) => {
      const [zh = '', en = ''] = words[name] ?? everywhere[name] ?? [];
      return `| \`${name}\` | ${nameOf(inner, language)} | ${language === 'zh' ? zh : en} |`;
    });
  return [heads[language], ...rows].join('\n');
};

const withKinds = (above: string, listed: readonly Kind[], language: Language): string =>
  [
    above,
    ...listed.flatMap(({ shape, name, words, beyond }) => {
      const more = [...kinds, ...placeKinds].find((kind) => kind.shape === beyond)?.name[language];
      const also = { zh: `“${more}”的字段都有，另有：`, en: `All fields of a ${more}, and:` }[language];
      return [
        `### ${name[language]}`,
        ...(more === undefined ? [] : [also]),
        table(shape, words, language, beyond),
      ];
    }),
  ].join('\n\n');

/** The fields at the top, then those of each kind. */
export const fieldReference = (language: Language): string =>
  withKinds(table(viewShape, top, language), kinds, language);

const selectionTop: Words = {
  selection: ['标题和编号', 'title and id'],
  reports: ['并列的报告', 'the reports side by side'],
  tables: ['并列的表，报告多时分几张：表头和各行', 'tables: heads and rows, in parts where there are many reports'],
  charts: ['图，两张一排', 'charts, two to a row'],
  marks: ['记号的说明', 'notes on marks'],
  origins: ['每个数的出处，与表对应', 'where each figure stands, as the tables'],
  notes: ['注，文字列表', 'notes, as texts'],
  hash: ['数据指纹', 'short hash of the data'],
};

const selectionKinds: readonly Kind[] = [
  {
    shape: comparedRowShape,
    name: { zh: '一行', en: 'compared row' },
    words: {
      name: ['指标，带各份共同的口径', 'indicator, with the scope that all have'],
      measure: ['数额或增速', '数额 (level) or 增速 (growth)'],
      unit: ['单位', 'unit'],
      comparable: ['有几个可以比较', 'how many can be compared'],
      cells: ['各份报告的数', 'one for each report'],
    },
  },
  {
    shape: comparedCellShape,
    name: { zh: '一格', en: 'compared cell' },
    words: {
      figure: ['数，不带单位；没有或换算过为空', 'the figure without its unit; absent where there is none, or it was converted'],
      text: ['未报告，或换算后的数', '未报告, or the converted figure'],
      mark: ['记号①', 'its mark, ①'],
    },
  },
  {
    shape: comparedChartShape,
    name: { zh: '一张图', en: 'compared chart' },
    words: {
      name: ['指标', 'indicator'],
      unit: ['单位', 'unit'],
      overTime: ['一个地方的几年', 'years of one place'],
      rows: ['名称和数', 'labels and figures'],
    },
  },
  {
    shape: comparedMarkShape,
    name: { zh: '记号的说明', en: 'note on a mark' },
    words: {
      mark: ['记号', 'the mark'],
      name: ['指标', 'indicator'],
      head: ['哪份报告', 'which report'],
      reason: ['怎样不同', 'how it differs'],
      figure: ['换算前的数', 'the figure before it was converted'],
    },
  },
];

/** The same of templates over a selection; cited figures and reports are those of a place. */
export const selectionReference = (language: Language): string =>
  withKinds(table(selectionShape, selectionTop, language), selectionKinds, language);

/** The same of templates over a place. */
export const placeReference = (language: Language): string =>
  withKinds(table(placeShape, placeTop, language), placeKinds, language);
