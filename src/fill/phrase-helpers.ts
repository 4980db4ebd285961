// Helpers that say a row, a section, a target or a task in words.
import { gives, HelperError, items, value, type Helper, type Options } from './helper-type.ts';
import { Markup, markupOf } from './markup.ts';
import type { CitedView } from './cited.ts';
import {
  besidePhrases,
  citedPhrase,
  isToldByCard,
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
import { flag, list, markup } from './shape.ts';
import {
  rowShape,
  type RowView,
  type SectionView,
  type TargetView,
  type TaskView,
  type WorkView,
} from './view-shape.ts';

const dash = new Markup('—');

/** `em` is the room on the line; `after` is what stands on it already, with a space behind. */
const em = (options: Options, fallback: number): number => {
  const given = Number(options['em'] ?? fallback);
  const before = options['after'] === undefined ? 0 : widthOf([String(options['after'])]) + 1;
  if (given > 0) return given - before;
  throw new HelperError({ zh: 'em 应是正数', en: 'em must be a number above zero' });
};

/** Characters that the tasks of an area may take in a table whose first column holds the areas, `一、项目引资`. */
const agendaRoom = (options: Options): number => {
  const beside = Array.isArray(options['beside']) ? (options['beside'] as WorkView[]) : [];
  const labels = beside.map(({ short }, index) => widthOf([short]) + (index < 10 ? 2 : 3));
  const line = em(options, 26) - Math.max(0, ...labels);
  const lines = Number(options['lines'] ?? 1);
  // A line of several breaks where it may, and gives up a character there.
  return Math.max(12, lines > 1 ? lines * (line - 1) : line);
};

export const phraseHelpers: Readonly<Record<string, Helper>> = {
  sentence: {
    takes: ['row'],
    gives: gives(markup),
    help: { zh: '一条数据的整句，不带句号', en: 'all that a row states, as a clause' },
    run: (values) => {
      const row = value<RowView>(values, 0);
      return row ? markupOf(rowSentence(row)) : '';
    },
  },
  clause: {
    takes: ['row'],
    gives: gives(markup),
    help: { zh: '一条数据的短句：数值、增速、位次', en: 'a row in short: value, growth, rank' },
    run: (values) => {
      const row = value<RowView>(values, 0);
      return row ? markupOf(rowClause(row)) : '';
    },
  },
  remarks: {
    takes: ['row'],
    gives: gives(markup),
    help: { zh: '名称、数值、单位之外的全部内容', en: 'what a row states besides name, value and unit' },
    run: (values) => {
      const row = value<RowView>(values, 0);
      return row ? markupOf(rowRemarks(row)) : '';
    },
  },
  remarked: {
    takes: ['rows'],
    gives: gives(flag),
    help: { zh: '这些数据里有没有要写在说明栏的', en: 'whether any of the rows has remarks' },
    run: (values) => items(values, 0).some((row) => rowRemarks(row as RowView).length > 0),
  },
  untold: {
    takes: ['rows', 'rows'],
    gives: ([rows]) => rows ?? list(rowShape),
    help: { zh: '卡片没有说全的数据', en: 'rows of which the cards do not say all' },
    run: (values) => {
      const cards = new Set(items(values, 1).map((row) => (row as RowView).id));
      return items(values, 0).filter((row) => !cards.has((row as RowView).id) || !isToldByCard(row as RowView));
    },
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
      if (said.length > 0) return markupOf(said);
      const span = row.period.includes('-') ? `${row.period.replace('-', '—')}年` : '';
      return markupOf([[row.prefix === '' ? span : row.prefix, row.note].filter((one) => one !== '').join('，')]);
    },
  },
  gist: {
    takes: ['section'],
    options: ['em', 'after', 'except'],
    gives: gives(markup),
    help: {
      zh: '一项工作的要点，em 个字以内；except 里的数据有别的可说时不说',
      en: 'what a section achieved, within em characters; rows of except only for want of others',
    },
    run: (values, options) => {
      const section = value<SectionView>(values, 0);
      const except = Array.isArray(options['except']) ? (options['except'] as RowView[]) : [];
      return section ? markupOf(sectionGist(section, em(options, 48), except)) : '';
    },
  },
  cited: {
    takes: ['cited'],
    gives: gives(markup),
    help: {
      zh: '几份报告里的一个数：名称（与指标不同时）、增长、数、口径；没有为 —',
      en: 'a figure of one of several reports with its name where it is another, word and scope, or —',
    },
    run: (values) => {
      const one = value<CitedView>(values, 0);
      return one === null ? dash : markupOf(citedPhrase(one));
    },
  },
  agenda: {
    takes: ['work'],
    options: ['em', 'after', 'beside', 'lines'],
    gives: gives(markup),
    help: {
      zh: '一项工作的任务，em 个字以内；beside 是同表各项工作，它们的名称和序号占去的从 em 里减；lines 是行数',
      en: 'the tasks of an area, within em characters, less what the names of the areas in beside= take; on lines= lines',
    },
    run: (values, options) => {
      const work = value<WorkView>(values, 0);
      return work ? markupOf(workGist(work, agendaRoom(options))) : '';
    },
  },
  aim: {
    takes: ['target'],
    gives: gives(markup),
    help: { zh: '目标：增长8%、4.5%以内', en: 'what a target asks' },
    run: (values) => {
      const target = value<TargetView>(values, 0);
      return target ? markupOf(goalPhrase(target)) : '';
    },
  },
  measures: {
    takes: ['task'],
    gives: gives(markup),
    help: { zh: '任务的指标；没有为 —', en: 'the figures of a task, or —' },
    run: (values) => {
      const task = value<TaskView>(values, 0);
      return task && task.figures.length > 0 ? markupOf(joinPhrases(task.figures.map(taskFigurePhrase), '；')) : dash;
    },
  },
};
