// One indicator with two values for one year: in one report, or between the report of that year and a later one; and the
// same value under two names. Scope words (按可比口径, 预计) keep figures apart, and doubtful readings make notes at most.
import { absolute, compare, divide, maximum, precisionOf, subtract } from '../figures/decimal.ts';
import { disjoint } from '../figures/interval.ts';
import { type AuditContext, type Rule, countCheck, isWhole, sameSentence, sameWording, scopeOf } from './context.ts';
import { type Evidence, isSingleYear } from './evidence.ts';
import { type Finding, makeFinding } from './finding.ts';
import { type Weight, assumptions, weigh } from './judgement.ts';

/** Figures that read like a plan: 增长6.5%左右. */
const isPlanned = ({ modifier }: Evidence): boolean =>
  modifier === '左右' || modifier === '力争' || modifier === '以上' || modifier === '以内';

const comparableKinds: ReadonlySet<string> = new Set(['level', 'growth_yoy', 'growth_annual_avg', 'rate']);

/** Statements of a listed indicator in its own right that can be set beside others of the same year. */
const candidates = (context: AuditContext): Evidence[] =>
  context.evidence.filter(
    (item) =>
      comparableKinds.has(item.kind) &&
      !item.ref.startsWith('target.') &&
      !item.ref.startsWith('task.') &&
      item.value !== undefined &&
      !isPlanned(item) &&
      item.observation?.change !== true &&
      (item.kind !== 'growth_yoy' || item.observation?.growth?.base === undefined) &&
      isWhole(context, item),
  );

const groupBy = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
};

/** How far two values are apart, as a part of the larger: 0.044 for 6.8 and 6.5. */
const partApart = (a: Evidence, b: Evidence): string => {
  const [x, y] = [absolute(a.amount ?? '0'), absolute(b.amount ?? '0')];
  return divide(absolute(subtract(a.amount ?? '0', b.amount ?? '0')), maximum(x, y)) ?? '0';
};

const apart = (a: Evidence, b: Evidence): boolean => disjoint(a.range, b.range) && disjoint(a.coarse, b.coarse);

const finding = (a: Evidence, b: Evidence, weight: Weight, rule: 'two-values' | 'restated'): Finding =>
  makeFinding({
    rule,
    ...weight,
    evidence: [a, b],
    computation: {
      zh: `同一指标${a.period}年有两个数：${a.value ?? ''}${a.unit}和${b.value ?? ''}${b.unit}，超出四舍五入的误差`,
      en: `one indicator has two values for ${a.period}: ${a.value ?? ''}${a.unit} and ${b.value ?? ''}${b.unit}, more apart than rounding`,
    },
    ask: rule === 'restated' ? '请确认后一报告是否采用了修订数' : '请确认以哪一个为准；若口径不同，请分别注明',
  });

/** Levels up to so far apart are called a conflict; a slip of a digit or a preliminary figure is seldom more. */
const nearBy = '0.1';
/** Beyond this, one of the two is most likely of a part of the place that its wording does not name. */
const unrelated = '0.3';

/**
 * Two amounts near each other are a conflict. Rates and amounts farther apart may be of another period, coverage or
 * part of the place which the words around them tell and the data do not.
 */
const weighValues = (a: Evidence, b: Evidence): Weight | undefined => {
  const weight = weigh([a, b]);
  const distance = partApart(a, b);
  if (compare(distance, unrelated) > 0) return undefined;
  const conflicting = a.kind === 'level' && a.dimension !== '%' && compare(distance, nearBy) <= 0;
  if (weight.level !== 'conflict' || conflicting) return weight;
  return { level: a.kind === 'level' ? 'unusual' : 'note', assumption: assumptions.coverage };
};

/** Two values of one indicator, year, wording and scope in one report. */
export const checkTwoValues: Rule = (context) => {
  const groups = groupBy(candidates(context), (item) =>
    [item.report.id, item.indicator, item.kind, item.period, item.dimension, scopeOf(item)].join('\n'),
  );
  const pairs = [...groups.values()].flatMap((items): Pair[] => {
    const [first, ...others] = items;
    if (first === undefined) return [];
    countCheck(context, 'two-values', others.filter((other) => sameWording(first, other)).length);
    return (
      others
        // Two in one sentence are an old and a new value, or a list that was misread.
        .filter((other) => !sameSentence(first, other) && sameWording(first, other) && apart(first, other))
        .map((other) => [first, other] as const)
    );
  });
  const systematic = groupBy(pairs, sentencesOf);
  return pairs.flatMap((pair): Finding[] => {
    const [first, other] = pair;
    const weight = weighValues(first, other);
    if (weight === undefined) return [];
    const indicators = new Set((systematic.get(sentencesOf(pair)) ?? []).map(([{ indicator }]) => indicator));
    // Two sentences that differ in several indicators speak of different things: a result and a plan, two periods.
    if (indicators.size > 1) return [];
    return [finding(first, other, weight, 'two-values')];
  });
};

type Pair = readonly [Evidence, Evidence];

const sentencesOf = (pair: Pair): string =>
  pair.map(({ report, source }) => `${report.id} ${source?.section} ${source?.sentence}`).join('\n');

/** A level of an earlier year stated in a later report, against the report of that year. */
export const checkRestated: Rule = (context) => {
  const items = candidates(context).filter((item) => item.kind === 'level' && isSingleYear(item.period));
  return items.flatMap((later): Finding[] => {
    const year = Number(later.period);
    if (later.report.years.reviewed <= year) return [];
    const then = items.filter(
      (item) =>
        item.report.years.reviewed === year &&
        item.period === later.period &&
        item.indicator === later.indicator &&
        item.dimension === later.dimension &&
        scopeOf(item) === scopeOf(later) &&
        sameWording(item, later),
    );
    const [earlier] = then;
    if (earlier !== undefined) countCheck(context, 'restated');
    if (earlier === undefined || then.some((item) => !apart(item, later))) return [];
    if (compare(partApart(earlier, later), unrelated) > 0) return [];
    return [finding(earlier, later, weigh([earlier, later], { across: true }), 'restated')];
  });
};

const prefix = /^(规模以上|规上|全社会|地方|全口径|限额以上)/u;

/** The same value for the same year under two names, one of which is the other with its scope: one name may be wrong. */
export const checkSameValue: Rule = (context) => {
  const items = context.evidence.filter(
    (item) =>
      item.kind === 'level' &&
      item.value !== undefined &&
      item.value.replace(/\D/g, '').replace(/^0+/, '').length >= 3 &&
      precisionOf(item.value) >= 1 &&
      item.dimension === '元' &&
      item.modifier === undefined &&
      !/^t(arget|ask)\./.test(item.ref),
  );
  const groups = groupBy(items, (item) => [item.report.id, item.period, item.value, item.unit].join('\n'));
  return [...groups.values()].flatMap((group): Finding[] =>
    group.flatMap((wide) =>
      group
        .filter(
          (narrow) =>
            narrow.name !== wide.name &&
            narrow.name.replace(prefix, '') === wide.name &&
            !isSameIndicator(context, narrow, wide),
        )
        .slice(0, 1)
        .map((narrow) =>
          makeFinding({
            rule: 'same-value',
            level: 'note',
            evidence: [wide, narrow],
            computation: {
              zh: `两个名称不同的指标数值相同：${wide.name}与${narrow.name}都是${wide.value ?? ''}${wide.unit}`,
              en: `two indicators of different names have one value: ${wide.value ?? ''}${wide.unit}`,
            },
            ask: '请确认指标名称是否有一处写错',
          }),
        ),
    ),
  );
};

/** Names that the table holds as one indicator are aliases, not two. */
const isSameIndicator = (context: AuditContext, a: Evidence, b: Evidence): boolean =>
  a.indicator === b.indicator && context.indicators.has(a.indicator);
