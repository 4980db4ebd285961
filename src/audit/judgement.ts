// How a disagreement between a stated and a computed figure is weighed: how certain the readings are, whether the scope
// may differ, whether only the last digit is off. One place, so that all rules call the same thing a conflict.
import { type DecimalText, absolute, compare, halfUnit, multiply, subtract } from '../figures/decimal.ts';
import { type Interval, middle } from '../figures/interval.ts';
import type { Message } from '../diagnostics/diagnostic.ts';
import { type Evidence } from './evidence.ts';
import { scopeOf } from './context.ts';
import type { FindingLevel } from './finding.ts';

export const assumptions = {
  scope: { zh: '统计口径或基期数作过调整', en: 'the statistical scope or the base figure was revised' },
  revised: {
    zh: '上年数后来作过修订，或两年口径不同',
    en: "last year's figure was revised since, or the scope changed",
  },
  qualified: {
    zh: '报告注明了口径，两数口径不同',
    en: 'the report names a scope, and the two figures are on different ones',
  },
  whole: { zh: '倍数取整数，没有写小数', en: 'the multiple was rounded to a whole number' },
  cut: { zh: '末位数字是截去而不是四舍五入', en: 'the last digit was cut off, not rounded' },
  negativePrices: {
    zh: '增速按可比价计算而期间价格水平下降，或基期数作过调整',
    en: 'the growth is at comparable prices and prices fell, or the base figure was revised',
  },
  highPrices: {
    zh: '增速按可比价或同口径计算，而期间价格上涨很快或统计范围扩大',
    en: 'the growth is at comparable prices or on the same units, and prices rose fast or the coverage widened',
  },
  real: {
    zh: '增速扣除了价格因素，或口径不同',
    en: 'the growth is in real terms, or on another scope',
  },
  elsewhere: { zh: '倍数是与别处相比', en: 'the multiple is over something else than the base year' },
  coverage: { zh: '两个数不是同一范围的', en: 'the two figures are of different coverage' },
  denominator: { zh: '两个比重的分母或范围不同', en: 'the two shares have different denominators or coverage' },
  reading: { zh: '原文识别有误', en: 'the text was misread' },
} as const satisfies Record<string, Message>;

/** A conflict of rates becomes unusual where the price basis of the rate is not known. */
export const unlessReal = (weight: Weight, basisKnown: boolean): Weight =>
  basisKnown || weight.level !== 'conflict' ? weight : { level: 'unusual', assumption: assumptions.real };

export type Weight = { readonly level: FindingLevel; readonly assumption?: Message };

/** Twice the half unit of the last printed digit. */
const lastDigit = (value: DecimalText): DecimalText => multiply(halfUnit(value), '2');

/** Whether a stated figure is the computed one with its last digit cut off or rounded the wrong way. */
export const onlyLastDigit = (stated: DecimalText | undefined, computed: Interval): boolean => {
  const centre = middle(computed);
  if (stated === undefined || centre === undefined || !stated.includes('.')) return false;
  return compare(absolute(subtract(centre, stated)), lastDigit(stated)) <= 0;
};

/**
 * The weight of a disagreement that arithmetic alone shows. A doubtful reading makes it a note; a scope named at one of
 * the statements but not at all, or a figure of another report, makes it unusual.
 */
export const weigh = (
  evidence: readonly Evidence[],
  { across = false }: { readonly across?: boolean } = {},
): Weight => {
  if (evidence.some(({ certain }) => !certain)) return { level: 'note', assumption: assumptions.reading };
  if (new Set(evidence.map(scopeOf)).size > 1) return { level: 'unusual', assumption: assumptions.qualified };
  if (across) return { level: 'unusual', assumption: assumptions.revised };
  return { level: 'conflict' };
};
