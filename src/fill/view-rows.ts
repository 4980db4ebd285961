// Takes observations, targets and tasks, gives the rows that templates print.
// Every figure is printed by figures/print.ts with the precision of the source, and carries the ref of its statement.
import { printFigure, withoutSign, type PrintableFigure } from '../figures/print.ts';
import { splitFigure } from '../figures/split.ts';
import type { Indicator, Observation, PrintedFigure, Rank, Target, Task } from '../report/schema.ts';
import { chineseMarks } from './chinese-marks.ts';
import type { ChangeView, FigureView, RowView, TargetView, TaskView } from './view-shape.ts';

export const figureView = (figure: PrintableFigure, ref: string): FigureView => ({
  text: printFigure(figure),
  ...splitFigure(figure),
  ref,
  plotted: figure.value ?? '',
});

const isZero = (value: string): boolean => /^-?0+(\.0+)?$/u.test(value);

/** Words that put a growth on another basis than the plain one. */
const otherBasis = /口径|可比|不变价|价格|物价|剔除|扣除|因素|不含|包含|实际|名义/u;

/** 同口径, 1990年不变价, 扣除价格因素: what a growth is measured by, as it stands before 增长. */
const basisText = (qualifiers: readonly string[]): string =>
  [...new Set(qualifiers)]
    .map((one) => (/^[\d]*年?不变价/u.test(one) ? `按${one}` : one.replace(/^(实际|名义)增长$/u, '$1')))
    .join('，');

/** 同比 gives way to the basis, which says what is compared; 年均 and 比2011年 stay. */
const againstText = (plain: string, basis: string): string => {
  if (basis === '') return plain;
  if (plain === '' || plain === '同比') return basis;
  return /^(?:实际|名义|可比)$/u.test(basis) ? `${plain}${basis}` : `${basis}${plain}`;
};

type Growth = PrintedFigure & { readonly qualifiers?: readonly string[] | undefined };

/**
 * A growth or an average: the sign goes into the word, so that the digits stand without it. `scope` are the qualifiers of
 * what grew; those that change the basis of its growth go with the growth wherever it is printed.
 */
const changeView = (figure: Growth, ref: string, plain: string, scope: readonly string[] = []): ChangeView => {
  const positive = withoutSign(figure);
  const basis = basisText([...scope.filter((one) => otherBasis.test(one)), ...(figure.qualifiers ?? [])]);
  const against = againstText(plain, basis);
  const change = { ref, against, signed: printFigure(figure), plotted: figure.value ?? '', basis };
  if (figure.value !== undefined && isZero(figure.value)) {
    return { ...change, sign: '—', word: '', text: '持平', number: '持平', unit: '' };
  }
  return {
    ...figureView(positive, ref),
    ...change,
    sign: falls(figure) ? '▼' : '▲',
    word: falls(figure) ? '下降' : '增长',
  };
};

/** `2016年`, `2012—2016年`. */
export const periodText = (period: string): string => `${period.replace('-', '—')}年`;

type PlaceOf = (section: string, sentence: number | undefined) => string;

export const falls = ({ value, min }: PrintableFigure): boolean => (value ?? min)?.startsWith('-') === true;

const rowValue = (observation: Observation): FigureView | null => {
  const { kind, unit, parts } = observation;
  if (kind === 'none' || unit === undefined || parts !== undefined) return null;
  if (observation.value === undefined && observation.min === undefined && observation.max === undefined) return null;
  const figure = { ...observation, unit };
  return figureView(observation.change === true ? withoutSign(figure) : figure, observation.id);
};

const saysChange =
  /(?:增加|增长|新增|净增|增收|多增|减少|减负|减排|减产|削减|降低|下降|回落|下跌|下滑|收窄|下调|调减|压减|压缩|压降|精简|缩短|缩小|缩减|提高|提升|上调|上涨|上升|回升|攀升|跃升|扩大|延长|前移|后移|提前)(?:了|约|近|超过?)?$/u;

/** The word for an amount by which something changed: a level it is not, and must not be printed as one. */
const amountWord = (figure: PrintableFigure): string => {
  if (figure.unit === '位') return falls(figure) ? '后移' : '前移';
  if (figure.unit === '个百分点') return falls(figure) ? '下降' : '提高';
  return falls(figure) ? '减少' : '增加';
};

/** 农村贫困人口减少: the name of an amount of change says which way, so that its digits stand without a sign. */
export const changeName = (name: string, figure: PrintableFigure): string =>
  saysChange.test(name) ? name : `${name}${amountWord(figure)}`;

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
  const lower = versus !== undefined && falls(versus);
  const changed = observation.change === true;
  return {
    id,
    // An amount of change is no result of its indicator: nothing that looks for the level may find it.
    indicator: changed ? '' : observation.indicator,
    name: changed ? changeName(observation.name, { ...observation, unit: observation.unit ?? '' }) : observation.name,
    period: observation.period,
    group: indicator?.group ?? '',
    value,
    unit: value?.unit ?? '',
    growth: growth
      ? changeView(
          growth,
          `${id}.growth`,
          growth.base === undefined ? '同比' : `比${periodText(growth.base)}`,
          qualifiers,
        )
      : null,
    average: average ? changeView(average, `${id}.average`, '年均', qualifiers) : null,
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
          ...figureView(withoutSign(versus), `${id}.versus`),
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

/** Whether a row is of one year and grows from the year before: its figures can stand beside those of the next. */
export const isYearly = ({ period, growth }: RowView): boolean =>
  !period.includes('-') && growth?.against.startsWith('比') !== true;

/** A target with the year reviewed beside it. */
export const targetView = (target: Target, results: readonly RowView[], placeOf: PlaceOf): TargetView => {
  const same = results.filter((row) => row.indicator === target.indicator && isYearly(row));
  const growth = target.growth ? changeView(target.growth, `target.${target.id}.growth`, '', target.qualifiers) : null;
  const level = target.level ? figureView(withoutSign(target.level), `target.${target.id}.level`) : null;
  // 赤字率提高1个百分点: points, and what is negative, are amounts of change and no level.
  const isAmount = target.level !== undefined && (falls(target.level) || target.level.unit === '个百分点');
  const levelWord = target.level && isAmount && !saysChange.test(target.name) ? amountWord(target.level) : '';
  const goal = growth ?? level;
  const { text = '', number = '', unit = '', ref = '', plotted = '' } = goal ?? {};
  const word = growth ? `${growth.against}${growth.word}` : levelWord;
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

/** 二是 before a task of a table that numbers its rows. */
const ordinal = /^[一二三四五六七八九十]+是(?:要)?(?=\p{Script=Han})/u;

/** `planned` is the year that 今年 means. */
export const taskView = (task: Task, number: number, planned: string): TaskView => ({
  number,
  text: chineseMarks(task.text.replace(ordinal, '')),
  figures: task.figures.map((figure, index) => {
    const fallWord = figure.relation === 'growth' ? '下降' : saysChange.test(figure.name) ? '' : amountWord(figure);
    return {
      name: figure.name,
      word: `${basisText(figure.qualifiers ?? [])}${falls(figure) ? fallWord : relationWord[figure.relation]}`,
      value: figureView(withoutSign(figure), `task.${task.id}.${index + 1}`),
    };
  }),
  deadline: (task.deadline ?? '').replace(/^今年/u, `${planned}年`),
  lead: task.lead ?? '',
  support: task.support,
  optional: task.optional ?? false,
});
