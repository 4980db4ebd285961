// Target against result, by indicator and year, over the reports of one place: a target comes from the report that planned
// the year, the result from the report that reviewed it.
// A printed result meets a printed target when it reaches it in the better direction; 左右 allows half a point or 5 %.
import { type DecimalText, add, compare, multiply, subtract } from '../figures/decimal.ts';
import type { Indicator, IndicatorTable, Report } from '../report/schema.ts';
import { type AuditContext, auditContext, isWhole, scopeOf } from './context.ts';
import { type Evidence, endYear, isYearOnYear } from './evidence.ts';
import { type FindingStatement, statementOf } from './finding.ts';

/**
 * `unclear`: target and result are of different kinds (a growth set, a level reported). `not-reported`: the report of that
 * year does not give the indicator. `no-report`: there is no report of that year. `no-target`: only a result is known.
 */
export type TargetOutcome = 'met' | 'missed' | 'unclear' | 'not-reported' | 'no-report' | 'no-target';

/** A target and its result as statements, plain enough for JSON. */
export type TargetRow = {
  readonly indicator: string;
  readonly name: string;
  readonly year: number;
  readonly target?: FindingStatement;
  readonly result?: FindingStatement;
  readonly outcome: TargetOutcome;
};

/** The same with the evidence, for the rule that reports targets missed. */
export type TargetPair = {
  readonly indicator: string;
  readonly name: string;
  readonly year: number;
  readonly target?: Evidence;
  readonly result?: Evidence;
  readonly outcome: TargetOutcome;
};

/** Points that 左右 and 约 allow a rate. */
const aboutPoints = '0.5';

const isAbout = (modifier: string | undefined): boolean => modifier === '左右' || modifier === '约';

/** The least (or most) that the target asks, in base units. */
const threshold = ({ amount, range, modifier, dimension }: Evidence, upper: boolean): DecimalText | undefined => {
  if (amount === undefined) return upper ? range.high : range.low;
  if (!isAbout(modifier)) return amount;
  const slack = dimension === '%' ? aboutPoints : multiply(amount, '0.05');
  return upper ? add(amount, slack) : subtract(amount, slack);
};

/** 同口径, 剔除…: a growth so measured does not answer a target that is not, nor the other way round. */
const otherScope = ({ qualifiers }: Evidence): boolean =>
  qualifiers.some((qualifier) => /同口径|可比口径|自然口径|剔除|剔出/u.test(qualifier));

/** Words that give the least, or the most, that a result is. */
const floors: ReadonlySet<string> = new Set(['超', '突破', '以上', '不低于', '不少于']);
const ceilings: ReadonlySet<string> = new Set(['以内', '以下', '不超过', '近']);

const judge = (target: Evidence, result: Evidence, direction: 'more' | 'less'): TargetOutcome => {
  if (target.dimension !== result.dimension || otherScope(target) !== otherScope(result)) return 'unclear';
  const upper =
    target.modifier === '以内' || target.modifier === '不超过' || target.modifier === '以下' || direction === 'less';
  const limit = threshold(target, upper);
  const value = result.amount;
  if (limit === undefined || value === undefined) return 'unclear';
  // 近 100 is short of 100; 超 and 余 are above the printed value.
  const short = result.modifier === '近' && compare(value, limit) === 0;
  const reached = upper ? compare(value, limit) <= 0 : compare(value, limit) >= 0 && !short;
  if (reached) return 'met';
  // 突破200亿元 may be 229: a result that is told by one bound alone does not miss what lies beyond it.
  return (upper ? ceilings : floors).has(result.modifier ?? '') ? 'unclear' : 'missed';
};

const best = (items: readonly Evidence[], rank: (item: Evidence) => number): Evidence | undefined =>
  items.toSorted((a, b) => rank(b) - rank(a))[0];

/**
 * The result of the target's kind. One with its level beside it is the year's; one alone may be of a quarter. Of
 * 突破200亿元，达到229亿元 it is the second.
 */
const resultFor = (context: AuditContext, report: Report, target: Evidence): Evidence | undefined => {
  const wanted = target.kind === 'target_growth' ? 'growth_yoy' : 'level';
  const found = context.evidence.filter(
    (item) =>
      item.report === report &&
      item.indicator === target.indicator &&
      item.period === target.period &&
      (item.kind === wanted || (wanted === 'level' && (item.kind === 'rate' || item.kind === 'share'))) &&
      item.dimension === target.dimension &&
      (item.kind !== 'growth_yoy' || isYearOnYear(item)) &&
      item.observation?.change !== true &&
      isWhole(context, item),
  );
  return best(
    found,
    ({ observation, qualifiers, modifier }) =>
      (scopeOf({ qualifiers }) === '' ? 4 : 0) +
      (observation?.value === undefined ? 0 : 2) +
      (modifier === undefined ? 1 : 0),
  );
};

/** How many last characters of a name tell the thing: 登记失业率 in 城镇登记失业率 and 城镇居民登记失业率. */
const stemLength = 5;

/** Whatever the report of the year says of the indicator, under any name or of a part: then it is not silent about it. */
const anyResult = (context: AuditContext, report: Report, target: Evidence): Evidence | undefined => {
  const stems = [target.plain, ...(context.names.get(target.indicator) ?? [])]
    .map((name) => name.slice(-stemLength))
    .filter((stem) => stem.length >= 3);
  const found = context.evidence.filter(
    (item) =>
      item.report === report &&
      !/^t(arget|ask)\./.test(item.ref) &&
      (item.indicator === target.indicator || stems.some((stem) => item.name.includes(stem))),
  );
  return found.find((item) => isWhole(context, item) && item.period === target.period) ?? found[0];
};

const sets = (target: Evidence): boolean =>
  target.ref.startsWith('target.') && (target.kind === 'target_growth' || target.kind === 'target_level');

/** The target of the year: a bound (左右, 以内) marks one for certain; growth is what most are set in. */
const targetOf = (context: AuditContext, id: string, year: number): Evidence | undefined =>
  best(
    context.evidence.filter(
      (item) =>
        sets(item) &&
        item.indicator === id &&
        endYear(item.period) === year &&
        // A goal for a later year (of a five-year plan) is not the target that the next report answers.
        (item.report.years.planned ?? item.report.years.reviewed + 1) === year &&
        isWhole(context, item),
    ),
    (item) => (item.modifier === undefined ? 0 : 2) + (item.kind === 'target_growth' ? 1 : 0),
  );

/** The growth or rate that a report gives where no target was set. */
const plainResult = (context: AuditContext, report: Report, id: string, year: number): Evidence | undefined =>
  context.evidence.find(
    (item) =>
      item.report === report &&
      item.indicator === id &&
      item.period === String(year) &&
      (item.kind === 'rate' ||
        (item.kind === 'growth_yoy' && (item.observation?.growth?.base !== undefined || isYearOnYear(item)))) &&
      isWhole(context, item),
  );

const rowOf = (context: AuditContext, indicator: Indicator, year: number): TargetPair | undefined => {
  const { id, name, direction } = indicator;
  const row = { indicator: id, name, year };
  const reviewing = context.reports.find(({ years: { reviewed } }) => reviewed === year);
  const target = targetOf(context, id, year);
  if (target === undefined) {
    const result = reviewing && plainResult(context, reviewing, id, year);
    return result && { ...row, result, outcome: 'no-target' };
  }
  if (reviewing === undefined) return { ...row, target, outcome: 'no-report' };
  const result = resultFor(context, reviewing, target);
  if (result !== undefined) return { ...row, target, result, outcome: judge(target, result, direction) };
  const other = anyResult(context, reviewing, target);
  if (other === undefined) return { ...row, target, outcome: 'not-reported' };
  return { ...row, target, ...(isWhole(context, other) && { result: other }), outcome: 'unclear' };
};

/** Rows of every listed indicator with a target or a result, by indicator in table order and by year. */
export const targetPairs = (context: AuditContext, only?: readonly string[]): TargetPair[] => {
  const indicators = [...context.indicators.values()].filter(({ id }) => only === undefined || only.includes(id));
  const years = context.reports.flatMap(({ years: { reviewed, planned } }) => [reviewed, planned ?? reviewed + 1]);
  const ordered = [...new Set(years)].toSorted((a, b) => a - b);
  return indicators.flatMap((indicator) => ordered.flatMap((year) => rowOf(context, indicator, year) ?? []));
};

/** Target against result for the reports of one place; `only` limits it to those indicator ids. */
export const targetTable = (
  reports: readonly Report[],
  indicators: IndicatorTable,
  only?: readonly string[],
): TargetRow[] =>
  targetPairs(auditContext(reports, indicators), only).map(({ target, result, ...row }) => ({
    ...row,
    ...(target && { target: statementOf(target) }),
    ...(result && { result: statementOf(result) }),
  }));
