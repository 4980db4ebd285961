// Intervals of decimal text: what a printed figure can stand for, and arithmetic on that.
// A figure printed without a modifier is the value ± half of its last digit; a modifier widens one side (figureInterval).
// A missing end is unbounded. Results are never narrower than the truth, so two disjoint intervals do disagree.
import {
  type DecimalText,
  absolute,
  add,
  compare,
  divide,
  halfUnit,
  isNegative,
  maximum,
  minimum,
  multiply,
  negate,
  power,
  power10,
  precisionOf,
  round,
  subtract,
} from './decimal.ts';

/** A closed interval; an end that is absent is unbounded on that side. */
export type Interval = { readonly low?: DecimalText; readonly high?: DecimalText };

const interval = (low: DecimalText | undefined, high: DecimalText | undefined): Interval => ({
  ...(low !== undefined && { low }),
  ...(high !== undefined && { high }),
});

export const exactly = (value: DecimalText): Interval => ({ low: value, high: value });

/** The value ± half of its last printed digit. */
export const around = (text: DecimalText): Interval => {
  const half = halfUnit(text);
  return { low: subtract(text, half), high: add(text, half) };
};

/** One unit of the last digit that is not zero: `1200` gives 100, `3.50` gives 0.1, `0` gives 1. */
export const lastDigitUnit = (text: DecimalText): DecimalText => {
  const digits = text
    .replace('-', '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  if (digits.includes('.')) return power10(-precisionOf(digits));
  return power10(/[1-9]0+$/.test(digits) ? digits.length - digits.replace(/0+$/, '').length : 0);
};

export type Bounded = {
  readonly value?: DecimalText | undefined;
  readonly min?: DecimalText | undefined;
  readonly max?: DecimalText | undefined;
  readonly modifier?: string | undefined;
};

/** Whether only one digit is not zero: 3000, 0.5. */
const oneDigit = (value: DecimalText): boolean => value.replace(/[.0-]/g, '').length === 1;

const magnitude = (value: DecimalText, modifier: string | undefined): Interval => {
  const unit = lastDigitUnit(value);
  const plain = around(value);
  switch (modifier) {
    case '余':
    case '多':
      return interval(value, add(value, unit));
    case '近':
      return interval(subtract(value, oneDigit(value) ? multiply(unit, '0.5') : unit), value);
    case '约':
    case '左右': {
      const half = maximum(multiply(unit, '0.5'), multiply(value, '0.05'));
      return interval(subtract(value, half), add(value, half));
    }
    case '超':
    case '突破':
    case '以上':
    case '不低于':
    case '不少于':
      return interval(value, undefined);
    case '以下':
    case '以内':
    case '不超过':
      return interval(undefined, value);
    default:
      return plain;
  }
};

/**
 * What a printed figure can stand for. Without a modifier, ± half of the last digit. 余 and 多 reach up by one unit of the
 * last digit that is not zero (1200余 is 1200 to 1300), 近 down by as much, or by half of it from a single digit (近3000); 约 and 左右 half of it to both sides, at least
 * 5 %; 超, 突破, 以上, 不低于 have no upper end, 以下, 以内, 不超过 no lower. A modifier speaks of the magnitude, so for
 * a fall (−20, 以上) the ends change sides. A range is widened by half a digit. Undefined when there is no number.
 */
export const figureInterval = ({ value, min, max, modifier }: Bounded): Interval | undefined => {
  if (value !== undefined) {
    if (!isNegative(value)) return magnitude(value, modifier);
    const { low, high } = magnitude(absolute(value), modifier);
    return interval(high === undefined ? undefined : negate(high), low === undefined ? undefined : negate(low));
  }
  if (min === undefined && max === undefined) return undefined;
  return interval(min === undefined ? undefined : around(min).low, max === undefined ? undefined : around(max).high);
};

/**
 * The same, but a whole number that ends in two zeros or more may have been rounded at its last digit that is not zero
 * (7800万 between 7750万 and 7850万), by 2 % at most: the reading under which a disagreement must still stand to be called a conflict.
 */
export const coarseInterval = (figure: Bounded): Interval | undefined => {
  const { value, modifier } = figure;
  if (value === undefined || modifier !== undefined || !/^-?\d*[1-9]00+$/.test(value)) return figureInterval(figure);
  const half = minimum(multiply(lastDigitUnit(value), '0.5'), multiply(absolute(value), '0.02'));
  return { low: subtract(value, half), high: add(value, half) };
};

const both = <T>(a: T | undefined, b: T | undefined, combine: (a: T, b: T) => T | undefined): T | undefined =>
  a === undefined || b === undefined ? undefined : combine(a, b);

export const addIntervals = (a: Interval, b: Interval): Interval =>
  interval(both(a.low, b.low, add), both(a.high, b.high, add));

export const subtractIntervals = (a: Interval, b: Interval): Interval =>
  interval(both(a.low, b.high, subtract), both(a.high, b.low, subtract));

const nonNegative = (a: Interval): boolean => a.low !== undefined && !isNegative(a.low);

/** Product; both ends of a factor that may be negative must be known, else the product is unbounded. */
export const multiplyIntervals = (a: Interval, b: Interval): Interval => {
  if (nonNegative(a) && nonNegative(b)) return interval(both(a.low, b.low, multiply), both(a.high, b.high, multiply));
  const ends = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => both(x, y, multiply)));
  const known = ends.filter((end) => end !== undefined);
  return known.length < 4 ? {} : { low: known.reduce(minimum), high: known.reduce(maximum) };
};

/** Quotient of two intervals that are not negative; unbounded above when the divisor may be zero. */
export const divideIntervals = (a: Interval, b: Interval): Interval =>
  nonNegative(a) && nonNegative(b) ? interval(both(a.low, b.high, divide), both(a.high, b.low, divide)) : {};

/** A non-negative interval raised to a positive exponent given as decimal text. */
const raise = (a: Interval, exponent: DecimalText): Interval =>
  nonNegative(a) ? interval(both(a.low, exponent, power), both(a.high, exponent, power)) : {};

/** The n-th root of a non-negative interval, n ≥ 1. */
export const rootOf = (a: Interval, n: number): Interval => raise(a, divide('1', String(n)) ?? '1');

export const shift = (a: Interval, by: DecimalText): Interval => addIntervals(a, exactly(by));
export const stretch = (a: Interval, factor: DecimalText): Interval => multiplyIntervals(a, exactly(factor));

/** Whether a lies wholly below b. */
export const below = (a: Interval, b: Interval): boolean =>
  a.high !== undefined && b.low !== undefined && compare(a.high, b.low) < 0;

/** Whether no value lies in both. */
export const disjoint = (a: Interval, b: Interval): boolean => below(a, b) || below(b, a);

/** The distance between two disjoint intervals, `0` when they meet. */
export const gapBetween = (a: Interval, b: Interval): DecimalText => {
  if (below(a, b)) return subtract(b.low ?? '0', a.high ?? '0');
  return below(b, a) ? subtract(a.low ?? '0', b.high ?? '0') : '0';
};

/** The middle of an interval bounded on both sides, else the end it has. */
export const middle = ({ low, high }: Interval): DecimalText | undefined =>
  low === undefined || high === undefined ? (low ?? high) : multiply(add(low, high), '0.5');

/** As text: `1.461—1.464倍`, `7.88%—7.91%` (GB/T 15835: % at both ends), `≥1.3倍`; one number when both ends round to it. */
export const printInterval = ({ low, high }: Interval, places: number, unit = ''): string => {
  const [from, to] = [low, high].map((end) => (end === undefined ? undefined : round(end, places)));
  if (from !== undefined && to !== undefined) {
    return from === to ? `${from}${unit}` : `${from}${unit === '%' ? unit : ''}—${to}${unit}`;
  }
  return from === undefined ? `≤${to ?? ''}${unit}` : `≥${from}${unit}`;
};
