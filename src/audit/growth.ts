// Growth over a base against the two levels: in per cent (end ÷ base − 1), as an increment (end − base, in the unit of the
// level) and in percentage points (end − base of a share or rate). The base is the one of the sentence, else last year's.
// Rules `growth`, `increment`, `points`; `level-growth` when the base stands in an earlier report.
import { type DecimalText, add, compare, divide, multiply, power10, precisionOf } from '../figures/decimal.ts';
import {
  type Interval,
  below,
  disjoint,
  divideIntervals,
  exactly,
  gapBetween,
  middle,
  multiplyIntervals,
  printInterval,
  shift,
  stretch,
  subtractIntervals,
} from '../figures/interval.ts';
import { printGrowth } from '../figures/print.ts';
import {
  type AuditContext,
  type BaseLevel,
  type Rule,
  baseLevel,
  basisOf,
  countCheck,
  isAdjusted,
  isBasisKnown,
  levelOf,
} from './context.ts';
import { weighRate, yearlyRate } from './average.ts';
import { type Evidence, endYear, inPrintedUnit, isSingleYear } from './evidence.ts';
import { type Finding, makeFinding } from './finding.ts';
import { type Weight, assumptions, onlyLastDigit, unlessReal, weigh } from './judgement.ts';

/** Points of growth within which a level of last year's report and this year's growth are taken to agree. */
const acrossTolerance = '1';

/** Beyond this factor between the levels and the growth, the levels are most likely of two different things. */
const anotherThing = '1.6';

/** Whether end ÷ base and the stated growth are so far apart that only another coverage explains it. */
const farApart = (ratio: Interval, growth: DecimalText | undefined): boolean => {
  const excess = divide(middle(ratio) ?? '1', add('1', divide(growth ?? '0', '100') ?? '0'));
  const inverse = excess === undefined ? undefined : divide('1', excess);
  if (excess === undefined || inverse === undefined) return false;
  return compare(excess, anotherThing) > 0 || compare(inverse, anotherThing) > 0;
};

type Pair = { readonly growth: Evidence; readonly level: Evidence; readonly base: BaseLevel };

const text = (growth: Evidence): string => `${growth.value ?? ''}${growth.unit}`;

/** `增长5.54%—5.97%`, `下降5.75%—5.80%`. */
const changeText = (change: Interval, digits: number): string =>
  below(change, exactly('0'))
    ? `下降${printInterval(multiplyIntervals(change, exactly('-1')), digits, '%')}`
    : `增长${printInterval(change, digits, '%')}`;

/** 10ᵏ by which the ratio of the levels departs from the stated growth, when it is within a tenth of a power of ten. */
const powerOfTen = (ratio: Interval, growth: DecimalText | undefined): number | undefined => {
  const centre = middle(ratio);
  if (centre === undefined || growth === undefined) return undefined;
  const expected = add('1', divide(growth, '100') ?? '0');
  const excess = divide(centre, expected);
  if (excess === undefined) return undefined;
  return [-8, -4, -3, -2, -1, 1, 2, 3, 4, 8].find((k) => {
    const scaled = multiply(excess, power10(-k));
    return compare(scaled, '0.9') > 0 && compare(scaled, '1.1') < 0;
  });
};

/**
 * Growth printed beside levels several years apart without a base may be cumulative or a yearly average: whether the
 * average fits, real below nominal included.
 */
const readsAsAverage = ({ growth, level, base }: Pair): boolean => {
  const n = endYear(level.period) - endYear(base.evidence.period);
  if (n < 2 || growth.observation?.growth?.base !== undefined) return false;
  const rate = yearlyRate(divideIntervals(level.range, base.evidence.range), n);
  return !disjoint(rate, growth.range) || below(growth.range, rate);
};

const checkPercent = (context: AuditContext, pair: Pair): Finding[] => {
  const { growth, level, base } = pair;
  const across = base.where === 'earlier';
  const ratio = divideIntervals(level.range, base.evidence.range);
  const nominal = stretch(shift(ratio, '-1'), '100');
  const coarse = stretch(shift(divideIntervals(level.coarse, base.evidence.coarse), '-1'), '100');
  if (!disjoint(nominal, growth.range) || !disjoint(coarse, growth.range)) return [];
  const evidence = [base.evidence, level, growth];
  const digits = (growth.value === undefined ? 0 : precisionOf(growth.value)) + 1;
  const computation = {
    zh: `按两年数值推算${changeText(nominal, digits)}，原文为${printGrowth({ value: growth.value ?? '0', unit: '%' })}`,
    en: `the two levels give ${printInterval(nominal, digits, '%')}, the text says ${text(growth)}`,
  };
  const k = powerOfTen(ratio, growth.value);
  if (k !== undefined) {
    return [
      makeFinding({
        rule: 'magnitude',
        ...weigh(evidence, { across }),
        evidence,
        name: level.name,
        computation: {
          zh: `${computation.zh}；两年数值相差约10的${k}次方倍`,
          en: `${computation.en}; the levels differ by about 10 to the ${k}`,
        },
        ask: '请核对计量单位（万、亿）和小数点位置',
      }),
    ];
  }
  if (level.dimension === '%') return [];
  const basis = basisOf(context, growth, growth.observation?.growth?.basis);
  if (!across && onlyLastDigit(growth.value, nominal)) {
    if (basis === 'comparable') return [];
    return [
      makeFinding({
        rule: 'growth',
        level: 'note',
        assumption: assumptions.cut,
        evidence,
        name: level.name,
        computation,
        ask: '请核对增速末位',
      }),
    ];
  }
  if (isAdjusted(growth)) return [];
  if (readsAsAverage(pair)) return [];
  if (across && compare(gapBetween(nominal, growth.range), acrossTolerance) <= 0) return [];
  const known = isBasisKnown(context, growth, growth.observation?.growth?.basis);
  const weighed = weighRate(basis, growth.range, nominal, unlessReal(weigh(evidence, { across }), known), false);
  if (weighed === undefined) return [];
  const weight: Weight =
    across && farApart(ratio, growth.value) ? { level: 'note', assumption: assumptions.coverage } : weighed;
  return [
    makeFinding({
      rule: across ? 'level-growth' : 'growth',
      ...weight,
      evidence,
      name: level.name,
      computation,
      ask: across ? '请确认上年数是否修订、两年口径是否一致' : '请核对两年数值和增速；不一致可能因口径调整，如有请注明',
    }),
  ];
};

const checkIncrement = ({ growth, level, base }: Pair, difference: Interval, coarse: Interval): Finding[] => {
  if (!disjoint(difference, growth.range) || !disjoint(coarse, growth.range)) return [];
  const evidence = [base.evidence, level, growth];
  const across = base.where === 'earlier';
  const computed =
    growth.dimension === '个百分点'
      ? `${printInterval(difference, 2)}个百分点`
      : inPrintedUnit(middle(difference) ?? '0', growth);
  const weight: Weight = weigh(evidence, { across });
  return [
    makeFinding({
      rule: 'increment',
      ...weight,
      evidence,
      name: level.name,
      computation: {
        zh: `两年数值之差为${computed}，原文为${text(growth)}`,
        en: `the two levels differ by ${computed}, the text says ${text(growth)}`,
      },
      ask: across ? '请确认上年数是否修订、两年口径是否一致' : '请核对两年数值和增减量',
    }),
  ];
};

/** Shares and rates: 提高5% where the levels differ by 5 points. */
const checkPoints = ({ growth, level, base }: Pair, difference: Interval): Finding[] => {
  const relative = stretch(shift(divideIntervals(level.range, base.evidence.range), '-1'), '100');
  if (disjoint(difference, growth.range) || !disjoint(relative, growth.range)) return [];
  const evidence = [base.evidence, level, growth];
  return [
    makeFinding({
      rule: 'points',
      level: growth.certain && level.certain ? 'unusual' : 'note',
      assumption: { zh: '“%”应为“个百分点”', en: '"%" stands for percentage points' },
      evidence,
      name: level.name,
      computation: {
        zh: `两个比率相差${printInterval(difference, 2)}个百分点，相对变化为${printInterval(relative, 1, '%')}，原文为${text(growth)}`,
        en: `the two rates differ by ${printInterval(difference, 2)} points, ${printInterval(relative, 1, '%')} of the base; the text says ${text(growth)}`,
      },
      ask: '请确认是百分点还是百分比',
    }),
  ];
};

/** The rule by which a growth with both levels is compared; undefined when its unit does not fit theirs. */
const ruleFor = ({ growth, level, base }: Pair): 'points' | 'level-growth' | 'growth' | 'increment' | undefined => {
  if (growth.dimension === '%') {
    if (level.dimension === '%') return 'points';
    return base.where === 'earlier' ? 'level-growth' : 'growth';
  }
  return level.dimension === (growth.dimension === '个百分点' ? '%' : growth.dimension) ? 'increment' : undefined;
};

const checkGrowth = (context: AuditContext, growth: Evidence): Finding[] => {
  const { observation, report } = growth;
  if (growth.kind !== 'growth_yoy' || observation === undefined || !isSingleYear(observation.period)) return [];
  const level = levelOf(context, report, observation);
  if (level === undefined) return [];
  const stated = observation.growth?.base ?? observation.from?.period ?? String(endYear(observation.period) - 1);
  const base = isSingleYear(stated) ? baseLevel(context, level, Number(stated)) : undefined;
  if (base === undefined) return [];
  const pair = { growth, level, base };
  const rule = ruleFor(pair);
  if (rule === undefined) return [];
  countCheck(context, rule);
  if (rule === 'growth' || rule === 'level-growth') return checkPercent(context, pair);
  const difference = subtractIntervals(level.range, base.evidence.range);
  if (rule === 'points') return checkPoints(pair, difference);
  return checkIncrement(pair, difference, subtractIntervals(level.coarse, base.evidence.coarse));
};

/** Growth of an amount stated in percentage points: only a rate or a share can move by points. */
const checkUnit = (context: AuditContext, growth: Evidence): Finding[] => {
  const { observation, report } = growth;
  if (growth.kind !== 'growth_yoy' || growth.dimension !== '个百分点' || observation === undefined) return [];
  const level = levelOf(context, report, observation);
  if (level === undefined || level.dimension === '%' || (level.kind !== 'level' && level.kind !== 'count')) return [];
  return [
    makeFinding({
      rule: 'points',
      level: 'note',
      assumption: {
        zh: '百分点说的是增速的变化，而不是数值的变化',
        en: 'the points are the change of the rate of growth, not of the level',
      },
      evidence: [level, growth],
      name: level.name,
      computation: {
        zh: `${level.wording}是绝对量，原文以${text(growth)}表示其变化`,
        en: `${level.wording} is an amount, its change is stated as ${text(growth)}`,
      },
      ask: '请确认是否应为百分比，或是增速的提高',
    }),
  ];
};

/** A share or a rate said to change by per cent, with no level to tell whether points are meant. */
const checkRelative = (context: AuditContext, growth: Evidence): Finding[] => {
  const { observation, report } = growth;
  if (growth.kind !== 'growth_yoy' || growth.unit !== '%' || observation === undefined || observation.from) return [];
  if (observation.kind !== 'share' && observation.kind !== 'rate') return [];
  // 占比达56.2%，增长14.3% mostly means the amount; a 率 has none.
  if (!/(比例|率)$/u.test(observation.name) || /占|增长率|增速|生产率|出生率/u.test(observation.name)) return [];
  const level = levelOf(context, report, observation);
  if (level === undefined || level.dimension !== '%') return [];
  return [
    makeFinding({
      rule: 'points',
      level: 'note',
      evidence: [level, growth],
      name: level.name,
      computation: {
        zh: `${level.name}是比率，其变化以${text(growth)}表示，可能是百分点，也可能是相对变化`,
        en: `${level.name} is a rate; its change of ${text(growth)} may be in points or of the rate itself`,
      },
      ask: '请确认是百分点还是百分比',
    }),
  ];
};

/** Findings on growth over a base that is known, in per cent, in points or as an increment. */
export const checkGrowths: Rule = (context) =>
  context.evidence.flatMap((growth) => [
    ...checkGrowth(context, growth),
    ...checkUnit(context, growth),
    ...checkRelative(context, growth),
  ]);
