// 是…的N倍, 增长N倍 and 翻番 against the two levels: 是N倍 is end ÷ base = N, 增长N倍 is end ÷ base = 1 + N,
// 翻n番 is end ÷ base = 2ⁿ. The three are told apart, and the finding says when another of them would fit.
import { add, compare, divide, multiply, power, precisionOf, round } from '../figures/decimal.ts';
import {
  type Interval,
  disjoint,
  divideIntervals,
  exactly,
  gapBetween,
  middle,
  printInterval,
  shift,
  below,
} from '../figures/interval.ts';
import { type AuditContext, type Rule, baseLevel, countCheck, basisOf, evidenceAt, levelOf } from './context.ts';
import { type Evidence, endYear, inPrintedUnit, isSingleYear } from './evidence.ts';
import { type Finding, makeFinding } from './finding.ts';
import { type Weight, assumptions, onlyLastDigit, weigh } from './judgement.ts';

/** The ratio end ÷ base that a statement in 倍 or 番 asserts. */
const assertedRatio = (claim: Evidence, reading: 'is' | 'grows'): Interval | undefined => {
  if (claim.unit === '番') {
    const times = power('2', claim.value ?? '1');
    return times === undefined ? undefined : { low: multiply(times, '0.95'), high: multiply(times, '1.05') };
  }
  if (claim.unit !== '倍') return undefined;
  return reading === 'is' ? claim.range : shift(claim.range, '1');
};

/** Whether another multiple of the same sentence is printed with a decimal: 2倍 beside 1.8倍 then means 2.0倍. */
const besideDecimals = (context: AuditContext, claim: Evidence): boolean =>
  context.evidence.some(
    (item) =>
      item !== claim &&
      item.report === claim.report &&
      item.unit === '倍' &&
      item.value?.includes('.') === true &&
      item.source?.section === claim.source?.section &&
      item.source?.sentence === claim.source?.sentence,
  );

/** A multiple printed without a decimal, read as rounded to a tenth; undefined when it has one or is no plain multiple. */
const toTenths = (claim: Evidence, asserted: Interval): Interval | undefined =>
  claim.unit === '倍' && claim.modifier === undefined && claim.value !== undefined && /^[1-9]$/.test(claim.value)
    ? { low: add(middle(asserted) ?? '0', '-0.05'), high: add(middle(asserted) ?? '0', '0.05') }
    : undefined;

/** Parts of the stated multiple by which a whole-number one may be off before it is worth a note. */
const looseRounding = '0.1';

const places = (claim: Evidence): number => Math.max(3, precisionOf(claim.value ?? '0') + 2);

const otherReading = (claim: Evidence, reading: 'is' | 'grows', ratio: Interval): { zh: string; en: string } => {
  const other = assertedRatio(claim, reading === 'is' ? 'grows' : 'is');
  if (other === undefined || claim.unit !== '倍' || disjoint(other, ratio)) return { zh: '', en: '' };
  return reading === 'is'
    ? { zh: `；若原意为“增长${claim.value ?? ''}倍”则相符`, en: `; "grew by ${claim.value ?? ''} times" would fit` }
    : {
        zh: `；若原意为“是基期的${claim.value ?? ''}倍”则相符`,
        en: `; "is ${claim.value ?? ''} times the base" would fit`,
      };
};

/** 是全市的2.2倍 has no base year: unless one is named, the multiple may be over something else than the base. */
const ofNamedBase = (claim: Evidence, weight: Weight): Weight =>
  weight.level === 'conflict' && claim.kind === 'multiple' && claim.observation?.multiple?.base === undefined
    ? { level: 'note', assumption: assumptions.elsewhere }
    : weight;

const check = (
  context: AuditContext,
  claim: Evidence,
  level: Evidence,
  year: number,
  reading: 'is' | 'grows',
): Finding[] => {
  const base = baseLevel(context, level, year);
  const asserted = assertedRatio(claim, reading);
  if (base === undefined || asserted === undefined) return [];
  countCheck(context, 'multiple');
  const ratio = divideIntervals(level.range, base.evidence.range);
  const coarse = divideIntervals(level.coarse, base.evidence.coarse);
  // Without a named base the data do not tell 是2.3倍 from 增长2.3倍: either reading will do.
  const other = assertedRatio(claim, 'grows');
  if (
    claim.kind === 'multiple' &&
    claim.observation?.multiple?.base === undefined &&
    other &&
    !disjoint(coarse, other)
  ) {
    return [];
  }
  const tenths = toTenths(claim, asserted);
  const outright = disjoint(ratio, asserted) && disjoint(coarse, asserted);
  const loose = !outright && tenths !== undefined && disjoint(coarse, tenths);
  if (!outright && !loose) return [];
  const evidence = [base.evidence, level, claim];
  const comparable = basisOf(context, level, undefined) === 'comparable';
  // 翻番 and 增长N倍 of output are often stated at comparable prices, where less than the nominal ratio is normal.
  if (comparable && (reading === 'grows' || claim.unit === '番') && below(asserted, ratio)) return [];
  const stated = middle(asserted) ?? '0';
  const impliedEnd = inPrintedUnit(multiply(middle(base.evidence.range) ?? '0', stated), level);
  const impliedBase = inPrintedUnit(divide(middle(level.range) ?? '0', stated) ?? '0', base.evidence);
  const fits = otherReading(claim, reading, ratio);
  const digits = places(claim);
  const ratioText = printInterval(ratio, digits);
  const statedText = claim.value === undefined ? round(stated, 1) : round(stated, precisionOf(claim.value));
  const whole = loose && !besideDecimals(context, claim);
  if (whole && compare(gapBetween(ratio, exactly(stated)), multiply(stated, looseRounding)) <= 0) return [];
  const weight: Weight = whole
    ? { level: 'note', assumption: assumptions.whole }
    : claim.unit === '倍' && onlyLastDigit(stated, ratio)
      ? { level: 'note', assumption: assumptions.cut }
      : ofNamedBase(claim, weigh(evidence, { across: base.where === 'earlier' }));
  return [
    makeFinding({
      rule: 'multiple',
      ...weight,
      evidence,
      name: level.name,
      computation: {
        zh: `按两年数值，${endYear(level.period)}年是${year}年的${ratioText}倍，而原文相当于${statedText}倍；要成为${statedText}倍，末期应为${impliedEnd}，或基期应为${impliedBase}${fits.zh}`,
        en: `the two levels give ${ratioText} times, the text says ${statedText} times; that would need an end of ${impliedEnd} or a base of ${impliedBase}${fits.en}`,
      },
      ask: '请核对基期数、末期数和倍数；如口径有调整，请注明',
    }),
  ];
};

/** Findings on multiples and doublings of levels whose base is known. */
export const checkMultiples: Rule = (context) =>
  context.evidence.flatMap((claim): Finding[] => {
    const { observation, report } = claim;
    if (observation === undefined || !isSingleYear(observation.period)) return [];
    const level = levelOf(context, report, observation);
    if (level === undefined || (level.kind !== 'level' && level.kind !== 'count')) return [];
    const end = endYear(observation.period);
    if (claim.kind === 'multiple') {
      const base = observation.multiple?.base ?? observation.from?.period;
      return base !== undefined && isSingleYear(base) ? check(context, claim, level, Number(base), 'is') : [];
    }
    if (claim.kind === 'growth_yoy' && (claim.unit === '倍' || claim.unit === '番')) {
      const base = observation.growth?.base ?? observation.from?.period ?? String(end - 1);
      return isSingleYear(base) && evidenceAt(context, report, claim.ref)
        ? check(context, claim, level, Number(base), 'grows')
        : [];
    }
    return [];
  });
