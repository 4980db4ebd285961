// Decimal arithmetic on decimal text: the one place that knows decimal.js.
// Takes and gives plain decimal text (`157.5`, `-7`, never an exponent), so that no binary float stands between.
// Sums, differences and products are exact; quotients, powers and roots carry 40 significant digits until a caller
// states the places it wants; rounding is half to even, the rule of GB/T 8170.
import { Decimal } from 'decimal.js';

/** Decimal text as `^-?\d+(\.\d+)?$`; trailing zeros are precision and stay until arithmetic is done on it. */
export type DecimalText = string;

const D = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_EVEN, toExpNeg: -9e15, toExpPos: 9e15 });
const Exact = Decimal.clone({ precision: 1000, rounding: Decimal.ROUND_HALF_EVEN, toExpNeg: -9e15, toExpPos: 9e15 });

const pattern = /^-?\d+(\.\d+)?$/;

/** Whether a text is decimal text. */
export const isDecimal = (text: string): boolean => pattern.test(text);

const write = (value: Decimal): DecimalText => {
  const text = value.toFixed();
  return text === '-0' ? '0' : text;
};

export const add = (a: DecimalText, b: DecimalText): DecimalText => write(new Exact(a).plus(b));
export const subtract = (a: DecimalText, b: DecimalText): DecimalText => write(new Exact(a).minus(b));
export const multiply = (a: DecimalText, b: DecimalText): DecimalText => write(new Exact(a).times(b));

/** a ÷ b to 40 significant digits; undefined when b is zero. */
export const divide = (a: DecimalText, b: DecimalText): DecimalText | undefined =>
  isZero(b) ? undefined : write(new D(a).div(b));

/** a raised to a whole or fractional exponent, 40 significant digits; undefined where there is no real value. */
export const power = (a: DecimalText, exponent: DecimalText): DecimalText | undefined => {
  const value = new D(a).pow(exponent);
  return value.isFinite() ? write(value) : undefined;
};

/** The n-th root of a value ≥ 0, 40 significant digits; undefined for a negative value or n < 1. */
export const root = (a: DecimalText, n: number): DecimalText | undefined =>
  n < 1 || isNegative(a) ? undefined : write(new D(a).pow(new D(1).div(n)));

/** The natural logarithm of a value > 0, 40 significant digits; undefined otherwise. */
export const logarithm = (a: DecimalText): DecimalText | undefined =>
  isNegative(a) || isZero(a) ? undefined : write(new D(a).ln());

/** −1, 0 or 1: a below, equal to or above b. `15` equals `15.0`. */
export const compare = (a: DecimalText, b: DecimalText): -1 | 0 | 1 => {
  const order = new Exact(a).cmp(b);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
};

const isZero = (a: DecimalText): boolean => new Exact(a).isZero();
export const isNegative = (a: DecimalText): boolean => new Exact(a).lt(0);
export const absolute = (a: DecimalText): DecimalText => write(new Exact(a).abs());
export const negate = (a: DecimalText): DecimalText => write(new Exact(a).neg());
export const minimum = (a: DecimalText, b: DecimalText): DecimalText => (compare(a, b) <= 0 ? a : b);
export const maximum = (a: DecimalText, b: DecimalText): DecimalText => (compare(a, b) >= 0 ? a : b);

/** Rounded half to even to `places` decimal places, trailing zeros kept: ('2.5', 0) is `2`, ('3', 1) is `3.0`. */
export const round = (a: DecimalText, places: number): DecimalText =>
  new Exact(a).toFixed(places, Decimal.ROUND_HALF_EVEN).replace(/^-(0(\.0+)?)$/, '$1');

/** Rounded half away from zero to `places` decimal places, as spreadsheets show numbers: ('1.005', 2) is `1.01`. */
export const roundAsShown = (a: DecimalText, places: number): DecimalText =>
  new Exact(a).toFixed(places, Decimal.ROUND_HALF_UP);

/** Rounded to `digits` significant digits, without trailing zeros after the point. */
export const roundSignificant = (a: DecimalText, digits: number): DecimalText =>
  write(new Exact(a).toSignificantDigits(digits, Decimal.ROUND_HALF_EVEN));

/** Without zeros at the end of the fraction: `15.0` is `15`. For values computed, not for figures printed in a report. */
export const trimZeros = (a: DecimalText): DecimalText => write(new Exact(a));

/** Decimal places as written: `157.5` has 1, `15.0` has 1, `15` has 0. */
export const precisionOf = (text: DecimalText): number => text.split('.')[1]?.length ?? 0;

/** Half of the last printed digit: `157.5` gives `0.05`, `83` gives `0.5`. */
export const halfUnit = (text: DecimalText): DecimalText => multiply('0.5', power10(-precisionOf(text)));

/** 10 to a whole power, exact, from 10⁻³⁰⁰ to 10³⁰⁰. */
export const power10 = (exponent: number): DecimalText => write(new Exact(10).pow(exponent));

/** Moves the point by whole powers of ten, keeping the written digits: ('122.60', 4) is `1226000`, ('45', -4) is `0.0045`. */
export const scale = (a: DecimalText, exponent: number): DecimalText => {
  const places = Math.max(0, precisionOf(a) - exponent);
  return new Exact(a).times(power10(exponent)).toFixed(places);
};
