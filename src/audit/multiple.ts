// 是…的N倍, 增长N倍 and 翻番 against the two levels: 是N倍 is end ÷ base = N, 增长N倍 is end ÷ base = 1 + N,
// 翻n番 is end ÷ base = 2ⁿ. The three are told apart, and the finding says when another of them would fit.
import { compare, divide, multiply, power, precisionOf } from '../figures/decimal.ts';
import {
  type Interval,
  disjoint,
  divideIntervals,
  exactly,
  middle,
  printInterval,
  shift,
  below,
} from '../figures/interval.ts';
import { type AuditContext, type Rule, baseLevel, basisOf, evidenceAt, levelOf } from './context.ts';
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

const places = (claim: Evidence): number => (claim.value === undefined ? 2 : precisionOf(claim.value) + 2);

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
  const ratio = divideIntervals(level.range, base.evidence.range);
  const coarse = divideIntervals(level.coarse, base.evidence.coarse);
  if (!disjoint(ratio, asserted) || !disjoint(coarse, asserted)) return [];
  const evidence = [base.evidence, level, claim];
  const comparable = basisOf(context, level, undefined) === 'comparable';
  // 翻番 and 增长N倍 of output are often stated at comparable prices, where less than the nominal ratio is normal.
  if (comparable && (reading === 'grows' || claim.unit === '番') && below(asserted, ratio)) return [];
  const stated = middle(asserted) ?? '0';
  const [endUnit, baseUnit] = [level, base.evidence].map(({ unit }) => unit);
  const impliedEnd = inPrintedUnit(multiply(middle(base.evidence.range) ?? '0', stated), endUnit ?? '', 1);
  const impliedBase = inPrintedUnit(divide(middle(level.range) ?? '0', stated) ?? '0', baseUnit ?? '', 1);
  const fits = otherReading(claim, reading, ratio);
  const digits = places(claim);
  const ratioText = printInterval(ratio, digits);
  const statedText = printInterval(exactly(stated), claim.value === undefined ? 1 : precisionOf(claim.value));
  const centre = middle(ratio) ?? '0';
  const weight: Weight =
    claim.unit === '倍' && onlyLastDigit(stated, ratio) && compare(centre, '0') > 0
      ? { level: 'note', assumption: assumptions.cut }
      : weigh(evidence, { across: base.where === 'earlier' });
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
