// Units as Chinese reports write them: a power of ten (万, 亿) before what is counted (元, 人次, 平方公里).
// Takes unit text and decimal text, gives values in whole base units, so that figures in 亿元 and 万元 can be compared.
import { type DecimalText, multiply, scale, trimZeros } from './decimal.ts';

/** The powers of ten of 万, 亿 and their like; 百, 千 stand only before another of them (千万). */
const magnitudes: ReadonlyMap<string, number> = new Map([
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['亿', 8],
  ['千万', 7],
  ['百万', 6],
  ['万', 4],
  ['千', 3],
  ['百', 2],
]);

/** Other writings of one base unit, with the factor to the first. */
const synonyms: ReadonlyMap<string, { readonly base: string; readonly factor: DecimalText }> = new Map([
  ['人民币', { base: '元', factor: '1' }],
  ['元人民币', { base: '元', factor: '1' }],
  ['美金', { base: '美元', factor: '1' }],
  ['平米', { base: '平方米', factor: '1' }],
  ['㎡', { base: '平方米', factor: '1' }],
  ['m²', { base: '平方米', factor: '1' }],
  ['平方公里', { base: '平方米', factor: '1000000' }],
  ['平方千米', { base: '平方米', factor: '1000000' }],
  ['公里', { base: '米', factor: '1000' }],
  ['千米', { base: '米', factor: '1000' }],
  ['％', { base: '%', factor: '1' }],
  ['百分点', { base: '个百分点', factor: '1' }],
  ['个点', { base: '个百分点', factor: '1' }],
]);

/** A unit taken apart: the power of ten it begins with and what it counts. `亿元` is 8 and `元`; `万人次` is 4 and `人次`. */
export const splitUnit = (unit: string): { readonly exponent: number; readonly base: string } => {
  for (const [word, exponent] of magnitudes) {
    // 千瓦, 千米, 千克 are units of their own, not a thousand of something counted.
    if (!unit.startsWith(word) || /^千[瓦米克卡伏]/.test(unit)) continue;
    return { exponent, base: unit.slice(word.length) };
  }
  return { exponent: 0, base: unit };
};

/** What a unit counts, without its power of ten and in one writing: `亿元` and `万元` are `元`, `万平方米` is `平方米`. */
export const dimensionOf = (unit: string): string => {
  const { base } = splitUnit(unit);
  return synonyms.get(base)?.base ?? base;
};

/** The value in whole base units: ('122.6', '亿元') is `12260000000`, ('3', '公里') is `3000`. */
export const toBaseUnit = (value: DecimalText, unit: string): DecimalText => {
  const { exponent, base } = splitUnit(unit);
  return trimZeros(multiply(scale(value, exponent), synonyms.get(base)?.factor ?? '1'));
};

/** A value in one unit written in another of the same base (亿元 → 万元); undefined when they count different things. */
export const convert = (value: DecimalText, from: string, to: string): DecimalText | undefined => {
  const [a, b] = [splitUnit(from), splitUnit(to)];
  return a.base === b.base ? scale(value, a.exponent - b.exponent) : undefined;
};
