// 年均增长 against the two levels: (end ÷ base)^(1/n) − 1 with n = end year − base year; and against 是…的N倍 when no
// base level is given: N^(1/n) − 1. A real rate below the nominal one is normal; above it, it needs falling prices.
import {
  type DecimalText,
  add,
  compare,
  divide,
  logarithm,
  multiply,
  power,
  precisionOf,
  round,
  subtract,
} from '../figures/decimal.ts';
import {
  type Interval,
  around,
  below,
  disjoint,
  divideIntervals,
  exactly,
  gapBetween,
  middle,
  printInterval,
  rootOf,
  shift,
  stretch,
  subtractIntervals,
} from '../figures/interval.ts';
import type { Message } from '../diagnostics/diagnostic.ts';
import {
  type AuditContext,
  type PriceBasis,
  type Rule,
  baseLevel,
  basisOf,
  countCheck,
  evidenceAt,
  isBasisKnown,
  levelOf,
} from './context.ts';
import { type Evidence, endYear, inPrintedUnit, isSingleYear, startYear } from './evidence.ts';
import { type Finding, makeFinding } from './finding.ts';
import { type Weight, assumptions, onlyLastDigit, unlessReal, weigh } from './judgement.ts';

/** Points a year by which a real rate may stand above the nominal one before it is called unusual. */
const realAboveNominal = '1';
/** Per cent a year of implied price rise beyond which a real rate below the nominal one is called unusual. */
const priceRise = '6';

/** The yearly rate in % that turns base into end in n years. */
export const yearlyRate = (ratio: Interval, n: number): Interval => stretch(shift(rootOf(ratio, n), '-1'), '100');

const factor = (rate: DecimalText): DecimalText => add('1', divide(rate, '100') ?? '0');

/** The n for which the stated rate would give the ratio, to one place. */
const solvedYears = (ratio: DecimalText, rate: DecimalText): string | undefined => {
  const [a, b] = [logarithm(ratio), logarithm(factor(rate))];
  const n = a === undefined || b === undefined ? undefined : divide(a, b);
  return n === undefined || compare(n, '0') <= 0 || compare(n, '100') > 0 ? undefined : round(n, 1);
};

const fittingYears = (ratio: Interval, stated: Interval, n: number): number[] =>
  [n - 2, n - 1, n + 1, n + 2].filter((m) => m >= 1 && !disjoint(yearlyRate(ratio, m), stated));

/** Weighs a stated yearly rate against the computed nominal one; undefined when the difference is normal. */
export const weighRate = (
  basis: PriceBasis,
  stated: Interval,
  nominal: Interval,
  otherwise: Weight,
  contradicted: boolean,
): Weight | undefined => {
  if (basis === 'current') return otherwise;
  const gap = gapBetween(stated, nominal);
  if (below(nominal, stated)) {
    return compare(gap, realAboveNominal) > 0
      ? { level: otherwise.level === 'note' ? 'note' : 'unusual', assumption: assumptions.negativePrices }
      : undefined;
  }
  const deflator = divide(factor(nominal.low ?? '0'), factor(stated.high ?? '0')) ?? '1';
  if (compare(multiply(subtract(deflator, '1'), '100'), priceRise) <= 0) return undefined;
  // Where a stated multiple agrees with neither the levels nor the rate, no price change can explain all three.
  if (contradicted && otherwise.level === 'conflict') return otherwise;
  return { level: otherwise.level === 'note' ? 'note' : 'unusual', assumption: assumptions.highPrices };
};

const baseYearOf = (average: Evidence): number | undefined => {
  const { observation } = average;
  if (observation?.from && isSingleYear(observation.from.period)) return endYear(observation.from.period);
  const base = observation?.average?.base;
  if (base !== undefined && isSingleYear(base)) return Number(base);
  if (!isSingleYear(average.period)) return startYear(average.period) - 1;
  const multiple = observation?.multiple?.base;
  return multiple !== undefined && isSingleYear(multiple) ? Number(multiple) : undefined;
};

type Ratio = {
  readonly ratio: Interval;
  readonly coarse: Interval;
  readonly evidence: readonly Evidence[];
  readonly across: boolean;
};

/** The level stands in end and base alike, so the narrow interval of their ratio is 1 ÷ (1 − increment ÷ end). */
const kept = (share: Interval): Interval => divideIntervals(exactly('1'), subtractIntervals(exactly('1'), share));

/** end ÷ base from the two levels, or from the end and the increment printed beside it. */
const levelRatio = (context: AuditContext, level: Evidence, year: number): Ratio | undefined => {
  const base = baseLevel(context, level, year);
  if (base !== undefined) {
    return {
      ratio: divideIntervals(level.range, base.evidence.range),
      coarse: divideIntervals(level.coarse, base.evidence.coarse),
      evidence: [base.evidence, level],
      across: base.where === 'earlier',
    };
  }
  const increment = evidenceAt(context, level.report, `${level.observation?.id ?? ''}.growth`);
  if (increment?.dimension !== level.dimension || level.observation?.growth?.base !== String(year)) return undefined;
  return {
    ratio: kept(divideIntervals(increment.range, level.range)),
    coarse: kept(divideIntervals(increment.coarse, level.coarse)),
    evidence: [level, increment],
    across: false,
  };
};

const alternatives = (ratio: Interval, stated: Interval, n: number): Message => {
  const fits = fittingYears(ratio, stated, n);
  const centre = middle(ratio);
  const rate = middle(stated);
  const solved = centre === undefined || rate === undefined ? undefined : solvedYears(centre, rate);
  if (fits.length > 0) {
    if (!fits.some((m) => Math.abs(m - n) === 1)) {
      return { zh: `；若按${fits.join('、')}年计算则相符`, en: `; it would fit n = ${fits.join(', ')}` };
    }
    return {
      zh: `；若按${fits.join('、')}年计算则相符，疑年数取错`,
      en: `; it would fit n = ${fits.join(', ')}, so the number of years may be wrong`,
    };
  }
  return solved === undefined
    ? { zh: '', en: '' }
    : {
        zh: `；按该增速需${solved}年，没有相近的年数能使其相符`,
        en: `; at that rate it takes ${solved} years, so no near n fits`,
      };
};

const impliedText = (level: Evidence, base: Evidence | undefined, rate: DecimalText, n: number): Message => {
  if (base === undefined) return { zh: '', en: '' };
  const growth = power(factor(rate), String(n)) ?? '1';
  const end = inPrintedUnit(multiply(middle(base.range) ?? '0', growth), level);
  const start = inPrintedUnit(divide(middle(level.range) ?? '0', growth) ?? '0', base);
  return {
    zh: `；按该增速，末期应为${end}，或基期应为${start}`,
    en: `; at that rate the end would be ${end}, or the base ${start}`,
  };
};

/** A multiple as rounded to a tenth at most: 2倍 between 1.95 and 2.05. */
const toTenth = ({ value = '0', modifier, range }: Evidence): Interval =>
  modifier === undefined && precisionOf(value) === 0 ? around(`${value}.0`) : range;

/** Findings on yearly averages whose two levels are known. */
const checkAgainstLevels = (context: AuditContext, average: Evidence, level: Evidence, year: number): Finding[] => {
  const n = endYear(level.period) - year;
  const found = n >= 2 ? levelRatio(context, level, year) : undefined;
  if (found === undefined) return [];
  countCheck(context, 'average');
  const nominal = yearlyRate(found.ratio, n);
  if (!disjoint(nominal, average.range) || !disjoint(yearlyRate(found.coarse, n), average.range)) return [];
  const evidence = [...found.evidence, average];
  const basis = basisOf(context, average, average.observation?.average?.basis);
  const known = isBasisKnown(context, average, average.observation?.average?.basis);
  const rate = middle(average.range) ?? '0';
  const multiple = evidenceAt(context, level.report, `${level.observation?.id ?? ''}.multiple`);
  const total = power(factor(rate), String(n)) ?? '1';
  const contradicted =
    multiple?.value !== undefined &&
    multiple.unit === '倍' &&
    disjoint(toTenth(multiple), found.ratio) &&
    disjoint(toTenth(multiple), exactly(total));
  const weight = onlyLastDigit(average.value, nominal)
    ? ({ level: 'note', assumption: assumptions.cut } as const)
    : weighRate(
        basis,
        average.range,
        nominal,
        unlessReal(weigh(evidence, { across: found.across }), known),
        contradicted,
      );
  if (
    weight === undefined ||
    (basis === 'comparable' && weight.level === 'note' && weight.assumption === assumptions.cut)
  )
    return [];
  const digits = (average.value === undefined ? 0 : precisionOf(average.value)) + 1;
  const rateText = printInterval(nominal, digits, '%');
  const implied = impliedText(
    level,
    found.evidence.length === 2 && found.evidence[1] === level ? found.evidence[0] : undefined,
    rate,
    n,
  );
  const other = alternatives(found.ratio, average.range, n);
  const three: Message = contradicted
    ? {
        zh: `；${multiple?.value ?? ''}倍与该增速（${n}年合${round(total, 2)}倍）也不相符，三个数两两不一致`,
        en: `; nor does ${multiple?.value ?? ''} times agree with that rate (${round(total, 2)} times in ${n} years): no two of the three agree`,
      }
    : { zh: '', en: '' };
  const real = basis === 'comparable';
  return [
    makeFinding({
      rule: 'average',
      ...weight,
      evidence: contradicted && multiple ? [...evidence, multiple] : evidence,
      name: level.name,
      computation: {
        zh: `${year}年至${endYear(level.period)}年共${n}年，按两年数值${real ? '（现价）' : ''}推算年均增长${rateText}，原文为${average.value ?? ''}%${implied.zh}${other.zh}${three.zh}`,
        en: `over ${n} years the two levels${real ? ' at current prices' : ''} give ${rateText} a year, the text says ${average.value ?? ''} %${implied.en}${other.en}${three.en}`,
      },
      ask: real
        ? '请确认增速的价格口径和基期数；若基期数经普查等修订，请注明'
        : '请核对基期数、末期数、年数和增速；不一致可能因口径调整，如有请注明',
    }),
  ];
};

/** Findings on a yearly average beside a multiple of the same base, where no base level is printed. */
const checkAgainstMultiple = (context: AuditContext, average: Evidence, level: Evidence, year: number): Finding[] => {
  const multiple = evidenceAt(context, level.report, `${level.observation?.id ?? ''}.multiple`);
  const base = level.observation?.multiple?.base;
  const n = endYear(level.period) - year;
  if (multiple?.unit !== '倍' || base !== String(year) || n < 2 || levelRatio(context, level, year) !== undefined)
    return [];
  countCheck(context, 'average-multiple');
  const nominal = yearlyRate(multiple.range, n);
  if (!disjoint(nominal, average.range)) return [];
  const evidence = [level, multiple, average];
  const basis = basisOf(context, average, average.observation?.average?.basis);
  const weight = weighRate(
    basis,
    average.range,
    nominal,
    unlessReal(weigh(evidence), isBasisKnown(context, average, average.observation?.average?.basis)),
    false,
  );
  if (weight === undefined) return [];
  const total = round(power(factor(middle(average.range) ?? '0'), String(n)) ?? '1', 2);
  const other = alternatives(multiple.range, average.range, n);
  return [
    makeFinding({
      rule: 'average-multiple',
      ...weight,
      evidence,
      name: level.name,
      computation: {
        zh: `${n}年间是基期的${multiple.value ?? ''}倍，合年均增长${printInterval(nominal, 1, '%')}；按原文年均${average.value ?? ''}%则为${total}倍${other.zh}`,
        en: `${multiple.value ?? ''} times in ${n} years is ${printInterval(nominal, 1, '%')} a year; ${average.value ?? ''} % a year would be ${total} times${other.en}`,
      },
      ask: '请核对倍数、年数和年均增速',
    }),
  ];
};

/** Findings on 年均增长, against levels first and against a multiple where there are none. */
export const checkAverages: Rule = (context) =>
  context.evidence.flatMap((average): Finding[] => {
    const { observation, report } = average;
    if (average.kind !== 'growth_annual_avg' || average.dimension !== '%' || observation === undefined) return [];
    const level = levelOf(context, report, observation);
    const year = baseYearOf(average);
    if (level === undefined || year === undefined || !isSingleYear(level.period)) return [];
    if (level.kind !== 'level' && level.kind !== 'count') return [];
    return [
      ...checkAgainstLevels(context, average, level, year),
      ...checkAgainstMultiple(context, average, level, year),
    ];
  });
