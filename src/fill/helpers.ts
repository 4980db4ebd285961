// The helpers that templates may call: name, arguments, what they give, and one line of help in each language.
// A helper is pure. One that gives markup has escaped every text in it. No helper bears the name of a field of the
// view, so that `{{name}}` never means two things; a test checks this.
import type { Message } from '../diagnostics/diagnostic.ts';
import { compare, isDecimal, precisionOf, scale, trimZeros } from '../figures/decimal.ts';
import { splitUnit } from '../figures/unit.ts';
import { chineseDate, chineseNumeral } from '../figures/numerals.ts';
import { escapeAttribute } from './escape.ts';
import { figureMarkup, Markup, markupOf } from './markup.ts';
import {
  besidePhrases,
  goalPhrase,
  joinPhrases,
  rankPhrase,
  rowClause,
  rowRemarks,
  rowSentence,
  sectionGist,
  taskFigurePhrase,
  widthOf,
  workGist,
  type Piece,
} from './phrases.ts';
import { list, text, flag, markup, number, type Shape } from './shape.ts';
import {
  changeShape,
  figureShape,
  rowShape,
  sectionShape,
  targetShape,
  taskShape,
  workShape,
  type ChangeView,
  type FigureView,
  type RowView,
  type SectionView,
  type TargetView,
  type TaskView,
  type WorkView,
} from './view-shape.ts';

/** What an argument must be; `any` takes everything. A record must have the fields of the shape it is named after. */
export type Wanted =
  'any' | 'text' | 'number' | 'list' | 'figure' | 'change' | 'row' | 'rows' | 'section' | 'work' | 'target' | 'task';

export const wantedShapes: Readonly<Partial<Record<Wanted, Shape>>> = {
  figure: figureShape,
  change: changeShape,
  row: rowShape,
  rows: list(rowShape),
  section: sectionShape,
  work: workShape,
  target: targetShape,
  task: taskShape,
};

type Options = Readonly<Record<string, unknown>>;

export type Helper = {
  readonly takes: readonly Wanted[];
  /** Whether the last argument may be given again and again. */
  readonly more?: boolean;
  readonly options?: readonly string[];
  readonly gives: (shapes: readonly (Shape | undefined)[]) => Shape;
  readonly help: Message;
  /** Arguments have been checked against `takes` when the template was read; any of them may be null. */
  readonly run: (values: readonly unknown[], options: Options) => unknown;
};

/** Thrown by a helper for a value that it cannot use; fill.ts turns it into a diagnostic with the template's place. */
export class HelperError extends Error {
  readonly text: Message;
  constructor(message: Message) {
    super(message.en);
    this.text = message;
  }
}

// Arguments come from the view along paths whose shapes were checked, so a helper may take them for what it asked.
const value = <T>(values: readonly unknown[], index: number): T | null => (values[index] ?? null) as T | null;
const words = (values: readonly unknown[], index: number): string => String(values[index] ?? '');
const items = (values: readonly unknown[], index: number): readonly unknown[] => {
  const found = values[index];
  return Array.isArray(found) ? found : [];
};
const count = (values: readonly unknown[], index: number): number => {
  const found = Number(values[index]);
  if (Number.isInteger(found)) return found;
  throw new HelperError({
    zh: `“${words(values, index)}”不是整数`,
    en: `"${words(values, index)}" is not a whole number`,
  });
};
/** `em` is the room on the line; `after` is what stands on it already, with a space behind. */
const em = (options: Options, fallback: number): number => {
  const given = Number(options['em'] ?? fallback);
  const before = options['after'] === undefined ? 0 : widthOf([String(options['after'])]) + 1;
  if (given > 0) return given - before;
  throw new HelperError({ zh: 'em 应是正数', en: 'em must be a number above zero' });
};

const gives =
  (shape: Shape): Helper['gives'] =>
  () =>
    shape;
const same: Helper['gives'] = ([first]) => first ?? text;

const phrase = (pieces: readonly Piece[]): Markup => markupOf(pieces);
const dash = new Markup('—');

const truthy = (one: unknown): boolean => (Array.isArray(one) ? one.length > 0 : Boolean(one));

/** 13000 人 as 1.3万人, exact; a number that would grow longer stays as it is. */
const scaled = (amount: string, unit: string): string => {
  if (!isDecimal(amount)) return `${amount}${unit}`;
  const { exponent, base } = splitUnit(unit);
  const whole = scale(amount, exponent);
  for (const [power, word] of [
    [8, '亿'],
    [4, '万'],
  ] as const) {
    const moved = trimZeros(scale(whole, -power));
    if (compare(moved.replace(/^-/u, ''), '1') >= 0 && precisionOf(moved) <= 2) return `${moved}${word}${base}`;
  }
  return `${amount}${unit}`;
};

const plain: Readonly<Record<string, Helper>> = {
  eq: {
    takes: ['any', 'any'],
    gives: gives(flag),
    help: { zh: '两者相同', en: 'the two are the same' },
    run: ([a, b]) => String(a) === String(b),
  },
  gt: {
    takes: ['number', 'number'],
    gives: gives(flag),
    help: { zh: '前者大于后者', en: 'the first is greater' },
    run: ([a, b]) => Number(a) > Number(b),
  },
  and: {
    takes: ['any', 'any'],
    more: true,
    gives: gives(flag),
    help: { zh: '都有', en: 'all are present' },
    run: (values) => values.every(truthy),
  },
  or: {
    takes: ['any', 'any'],
    more: true,
    gives: gives(flag),
    help: { zh: '至少有一个', en: 'at least one is present' },
    run: (values) => values.some(truthy),
  },
  not: {
    takes: ['any'],
    gives: gives(flag),
    help: { zh: '没有', en: 'it is absent' },
    run: ([one]) => !truthy(one),
  },
  default: {
    takes: ['text', 'text'],
    gives: gives(text),
    help: { zh: '前者为空时用后者', en: 'the second when the first is empty' },
    run: (values) => (words(values, 0) === '' ? words(values, 1) : words(values, 0)),
  },
  concat: {
    takes: ['text', 'text'],
    more: true,
    gives: gives(text),
    help: { zh: '几段文字接起来', en: 'texts put together' },
    run: (values) => values.map(String).join(''),
  },
  size: {
    takes: ['list'],
    gives: gives(number),
    help: { zh: '列表有几项', en: 'how many a list holds' },
    run: (values) => items(values, 0).length,
  },
  take: {
    takes: ['list', 'number'],
    gives: same,
    help: { zh: '列表的前几项', en: 'the first so many of a list' },
    run: (values) => items(values, 0).slice(0, count(values, 1)),
  },
  drop: {
    takes: ['list', 'number'],
    gives: same,
    help: { zh: '去掉列表的前几项', en: 'a list without its first so many' },
    run: (values) => items(values, 0).slice(count(values, 1)),
  },
  firstHalf: {
    takes: ['list'],
    gives: same,
    help: { zh: '列表的前一半，奇数时多一项', en: 'the first half of a list, the longer one' },
    run: (values) => items(values, 0).slice(0, Math.ceil(items(values, 0).length / 2)),
  },
  secondHalf: {
    takes: ['list'],
    gives: same,
    help: { zh: '列表的后一半', en: 'the second half of a list' },
    run: (values) => items(values, 0).slice(Math.ceil(items(values, 0).length / 2)),
  },
  words: {
    takes: ['text'],
    more: true,
    gives: gives(list(text)),
    help: { zh: '把几段文字列成列表，空的不要', en: 'texts as a list, empty ones left out' },
    run: (values) => values.map(String).filter((one) => one !== ''),
  },
  join: {
    takes: ['list'],
    options: ['with'],
    gives: gives(text),
    help: { zh: '把文字列表连起来，用顿号或 with', en: 'a list of texts put together, with 、 or with=' },
    run: (values, options) =>
      items(values, 0)
        .map(String)
        .join(String(options['with'] ?? '、')),
  },
  numeral: {
    takes: ['number'],
    options: ['plus'],
    gives: gives(text),
    help: { zh: '汉字数字：一、十二', en: 'Chinese numerals' },
    run: (values, options) => chineseNumeral(count(values, 0) + Number(options['plus'] ?? 0)),
  },
  longDate: {
    takes: ['text'],
    gives: gives(text),
    help: { zh: '2017-04-21 写成 2017年4月21日', en: 'an ISO date as a Chinese one' },
    run: (values) => chineseDate(words(values, 0)),
  },
  scaled: {
    takes: ['text', 'text'],
    gives: gives(text),
    help: { zh: '数和单位写成万、亿：13000 人为 1.3万人', en: 'a number with 万 or 亿 where it is no longer' },
    run: (values) => scaled(words(values, 0), words(values, 1)),
  },
  attr: {
    takes: ['text'],
    gives: gives(markup),
    help: { zh: '写在指令 {…} 里的数据', en: 'data for the {…} of a directive' },
    run: (values) => new Markup(escapeAttribute(words(values, 0))),
  },
};

const figures: Readonly<Record<string, Helper>> = {
  figure: {
    takes: ['figure'],
    gives: gives(markup),
    help: { zh: '数据连单位，不拆行：157.5亿元', en: 'a figure with its unit, never broken' },
    run: (values) => figureMarkup(value<FigureView>(values, 0), 'text', new Markup('')),
  },
  amount: {
    takes: ['figure'],
    gives: gives(markup),
    help: { zh: '数据的数，不带单位；没有为 —', en: 'the number of a figure without its unit, or —' },
    run: (values) => figureMarkup(value<FigureView>(values, 0), 'number', dash),
  },
  cell: {
    takes: ['figure'],
    gives: gives(markup),
    help: { zh: '表格里的数据连单位；没有为 —', en: 'a figure in a table, or —' },
    run: (values) => figureMarkup(value<FigureView>(values, 0), 'text', dash),
  },
  plot: {
    takes: ['figure'],
    gives: gives(markup),
    help: { zh: '图里的数；没有为 —', en: 'the bare number for a chart, or —' },
    run: (values) => figureMarkup(value<FigureView>(values, 0), 'plotted', dash),
  },
  change: {
    takes: ['change'],
    gives: gives(markup),
    help: { zh: '▲ 同比增长 7.1%', en: 'a growth with sign and word' },
    run: (values) => {
      const one = value<ChangeView>(values, 0);
      return one ? phrase([`${one.sign} ${one.against}${one.word}${one.word === '' ? '' : ' '}`, one]) : new Markup('');
    },
  },
  signedChange: {
    takes: ['change'],
    gives: gives(markup),
    help: { zh: '表格里的增速，下降带负号；没有为 —', en: 'a growth in a table, with a minus for a fall, or —' },
    run: (values) => {
      const one = value<ChangeView>(values, 0);
      return one ? phrase([{ text: one.signed, ref: one.ref }]) : dash;
    },
  },
  rankList: {
    takes: ['row'],
    options: ['none'],
    gives: gives(markup),
    help: { zh: '位次：四区第一；没有为 none', en: 'the ranks of a row, or none=' },
    run: (values, options) => {
      const ranks = value<RowView>(values, 0)?.ranks ?? [];
      return ranks.length === 0 ? String(options['none'] ?? '') : phrase(joinPhrases(ranks.map(rankPhrase), '，'));
    },
  },
};

const phrases: Readonly<Record<string, Helper>> = {
  sentence: {
    takes: ['row'],
    gives: gives(markup),
    help: { zh: '一条数据的整句，不带句号', en: 'all that a row states, as a clause' },
    run: (values) => {
      const row = value<RowView>(values, 0);
      return row ? phrase(rowSentence(row)) : '';
    },
  },
  clause: {
    takes: ['row'],
    gives: gives(markup),
    help: { zh: '一条数据的短句：数值、增速、位次', en: 'a row in short: value, growth, rank' },
    run: (values) => {
      const row = value<RowView>(values, 0);
      return row ? phrase(rowClause(row)) : '';
    },
  },
  remarks: {
    takes: ['row'],
    gives: gives(markup),
    help: { zh: '名称、数值、单位之外的全部内容', en: 'what a row states besides name, value and unit' },
    run: (values) => {
      const row = value<RowView>(values, 0);
      return row ? phrase(rowRemarks(row)) : '';
    },
  },
  remarked: {
    takes: ['rows'],
    gives: gives(flag),
    help: { zh: '这些数据里有没有要写在说明栏的', en: 'whether any of the rows has remarks' },
    run: (values) => items(values, 0).some((row) => rowRemarks(row as RowView).length > 0),
  },
  compared: {
    takes: ['row'],
    gives: gives(markup),
    help: { zh: '卡片下的对比：▲ 同比增长 7.1%，否则位次、完成或占比', en: 'what a card compares its value with' },
    run: (values) => {
      const row = value<RowView>(values, 0);
      if (row === null) return '';
      const growth: readonly Piece[] = row.growth
        ? [`${row.growth.sign} ${row.growth.against}${row.growth.word} `, row.growth]
        : (besidePhrases({ ...row, ranks: [] }).find((one) => one.length > 0) ?? []);
      const other = row.ranks[0] ? rankPhrase(row.ranks[0]) : [];
      const said = joinPhrases([growth, other], '，');
      if (said.length > 0) return phrase(said);
      const span = row.period.includes('-') ? `${row.period.replace('-', '—')}年` : '';
      return phrase([[row.prefix === '' ? span : row.prefix, row.note].filter((one) => one !== '').join('，')]);
    },
  },
  gist: {
    takes: ['section'],
    options: ['em', 'after'],
    gives: gives(markup),
    help: { zh: '一项工作的要点，em 个字以内', en: 'what a section achieved, within em characters' },
    run: (values, options) => {
      const section = value<SectionView>(values, 0);
      return section ? phrase(sectionGist(section, em(options, 48))) : '';
    },
  },
  agenda: {
    takes: ['work'],
    options: ['em', 'after'],
    gives: gives(markup),
    help: { zh: '一项工作的任务，em 个字以内', en: 'the tasks of an area, within em characters' },
    run: (values, options) => {
      const work = value<WorkView>(values, 0);
      return work ? phrase(workGist(work, em(options, 26))) : '';
    },
  },
  aim: {
    takes: ['target'],
    gives: gives(markup),
    help: { zh: '目标：增长8%、4.5%以内', en: 'what a target asks' },
    run: (values) => {
      const target = value<TargetView>(values, 0);
      return target ? phrase(goalPhrase(target)) : '';
    },
  },
  measures: {
    takes: ['task'],
    gives: gives(markup),
    help: { zh: '任务的指标；没有为 —', en: 'the figures of a task, or —' },
    run: (values) => {
      const task = value<TaskView>(values, 0);
      return task && task.figures.length > 0 ? phrase(joinPhrases(task.figures.map(taskFigurePhrase), '；')) : dash;
    },
  },
};

/** Every helper of ours by name. */
export const helpers: ReadonlyMap<string, Helper> = new Map(Object.entries({ ...plain, ...figures, ...phrases }));

/** Blocks that Handlebars itself has and templates may use. */
export const blockHelpers: readonly string[] = ['if', 'unless', 'each', 'with'];
