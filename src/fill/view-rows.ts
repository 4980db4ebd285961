// Takes observations, targets and tasks, gives the rows that templates print.
// Every figure is printed by figures/print.ts with the precision of the source, and carries the ref of its statement.
import { printFigure, type PrintableFigure } from '../figures/print.ts';
import { splitFigure } from '../figures/split.ts';
import type { Indicator, Observation, PrintedFigure, Rank, Target, Task } from '../report/schema.ts';
import type { ChangeView, FigureView, RowView, TargetView, TaskView } from './view-shape.ts';

export const figureView = (figure: PrintableFigure, ref: string): FigureView => ({
  text: printFigure(figure),
  ...splitFigure(figure),
  ref,
  plotted: figure.value ?? '',
});

const isZero = (value: string): boolean => /^-?0+(\.0+)?$/u.test(value);

/** A growth or an average: the sign goes into the word, so that the digits stand without it. */
const changeView = (figure: PrintedFigure, ref: string, against: string): ChangeView => {
  const falls = figure.value?.startsWith('-') === true;
  const positive = figure.value === undefined ? figure : { ...figure, value: figure.value.replace(/^-/u, '') };
  const change = { ref, against, signed: printFigure(figure), plotted: figure.value ?? '' };
  if (figure.value !== undefined && isZero(figure.value)) {
    return { ...change, sign: '—', word: '', text: '持平', number: '持平', unit: '' };
  }
  return { ...figureView(positive, ref), ...change, sign: falls ? '▼' : '▲', word: falls ? '下降' : '增长' };
};

/** `2016年`, `2012—2016年`. */
export const periodText = (period: string): string => `${period.replace('-', '—')}年`;

type PlaceOf = (section: string, sentence: number | undefined) => string;

const rowValue = (observation: Observation): FigureView | null => {
  const { kind, unit, parts } = observation;
  if (kind === 'none' || unit === undefined || parts !== undefined) return null;
  if (observation.value === undefined && observation.min === undefined && observation.max === undefined) return null;
  return figureView({ ...observation, unit }, observation.id);
};

const rankLabel = (rank: Rank, both: boolean): string => {
  if (/增幅|增速|总量|增长/u.test(rank.text)) return '';
  return rank.of === 'growth' ? '增幅' : rank.of === 'level' && both ? '总量' : '';
};

/** Qualifiers that are said before a name: 累计签约项目. */
const prefixes: ReadonlySet<string> = new Set(['累计', '预计', '初步预计', '预计全年']);

/** One observation as a row; `indicator` is its entry in the table of indicators, if it has one. */
export const rowView = (observation: Observation, indicator: Indicator | undefined, placeOf: PlaceOf): RowView => {
  const { id, growth, average, from, multiple, share, completion, versus, qualifiers = [] } = observation;
  const value = rowValue(observation);
  const lower = versus?.value?.startsWith('-') === true;
  return {
    id,
    indicator: observation.indicator,
    name: observation.name,
    period: observation.period,
    group: indicator?.group ?? '',
    value,
    unit: value?.unit ?? '',
    growth: growth
      ? changeView(growth, `${id}.growth`, growth.base === undefined ? '同比' : `比${periodText(growth.base)}`)
      : null,
    average: average ? changeView(average, `${id}.average`, '年均') : null,
    from: from ? { ...figureView(from, `${id}.from`), period: periodText(from.period) } : null,
    multiple: multiple
      ? {
          ...figureView(multiple, `${id}.multiple`),
          base: multiple.base === undefined ? '' : periodText(multiple.base),
        }
      : null,
    share: share ? { ...figureView(share, `${id}.share`), of: share.of } : null,
    completion: completion ? { ...figureView(completion, `${id}.completion`), of: completion.of } : null,
    versus: versus
      ? {
          ...figureView(
            versus.value === undefined ? versus : { ...versus, value: versus.value.replace(/^-/u, '') },
            `${id}.versus`,
          ),
          than: versus.than,
          word: lower ? '低于' : '高出',
        }
      : null,
    ranks: (observation.ranks ?? []).map((rank, index) => ({
      label: rankLabel(rank, growth !== undefined && value !== null),
      text: rank.text,
      number: rank.text,
      unit: '',
      ref: `${id}.rank-${index + 1}`,
      plotted: '',
    })),
    parts: (observation.parts ?? []).map((part, index) => ({
      name: part.name.replace(/(占比|比重)$/u, ''),
      value: figureView({ value: part.value, unit: observation.unit ?? '%' }, `${id}.part-${index + 1}`),
    })),
    prefix: qualifiers.filter((one) => prefixes.has(one) && !observation.name.startsWith(one)).join(''),
    qualifiers: qualifiers.filter((one) => !prefixes.has(one)).join('，'),
    note: observation.text ?? '',
    optional: observation.optional ?? false,
    nested: observation.partOf !== undefined,
    place: placeOf(observation.source.section, observation.source.sentence),
  };
};

/** A target with the year reviewed beside it. */
export const targetView = (target: Target, results: readonly RowView[], placeOf: PlaceOf): TargetView => {
  const same = results.filter((row) => row.indicator === target.indicator);
  const growth = target.growth ? changeView(target.growth, `target.${target.id}.growth`, '') : null;
  const level = target.level ? figureView(target.level, `target.${target.id}.level`) : null;
  const goal = growth ?? level;
  const { text = '', number = '', unit = '', ref = '', plotted = '' } = goal ?? {};
  const word = growth ? growth.word : '';
  return {
    name: target.name,
    goal: goal ? { text, number, unit, ref, plotted } : null,
    reach: growth ? level : null,
    word,
    relative: target.relative ?? '',
    plain: goal ? `${word}${text}` : (target.relative ?? ''),
    constraint: target.constraint ?? false,
    qualifiers: (target.qualifiers ?? []).join('，'),
    result: same.find((row) => row.growth)?.growth ?? null,
    level: same.find((row) => row.value)?.value ?? null,
    place: placeOf(target.source.section, target.source.sentence),
  };
};

const relationWord = { level: '', growth: '增长', share: '占' } as const;

export const taskView = (task: Task, number: number): TaskView => ({
  number,
  text: task.text,
  figures: task.figures.map((figure, index) => {
    const falls = figure.relation === 'growth' && figure.value?.startsWith('-') === true;
    const positive = figure.value === undefined ? figure : { ...figure, value: figure.value.replace(/^-/u, '') };
    return {
      name: figure.name,
      word: falls ? '下降' : relationWord[figure.relation],
      value: figureView(figure.relation === 'growth' ? positive : figure, `task.${task.id}.${index + 1}`),
    };
  }),
  deadline: task.deadline ?? '',
  lead: task.lead ?? '',
  support: task.support,
  optional: task.optional ?? false,
});
