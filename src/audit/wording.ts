// Names of what is measured, made comparable: small words around them taken off, spellings of one name made one.
// What remains different is another scope: 固定资产投资 and 全社会固定资产投资.

/** Words before and after an indicator that change neither what nor where is measured. */
const filler =
  /^(全年|年度|年|预计|完成|实现|全(国|省|市|县|区|镇|新区|自治区)|我(国|省|市|县|区)|辖区|本(市|县|区))+|(总量|总额|总值|规模)$/gu;

/** A name without the small words around it: 全年完成固定资产投资总额 is 固定资产投资. */
export const plainName = (name: string): string => name.replace(/[“”"'（）()\s]/g, '').replace(filler, '');

/** Spellings of one name. */
const writings: readonly (readonly [RegExp, string])[] = [
  [/规上/gu, '规模以上'],
  [/(地区|国内|本地|本)?生产总值(（?GDP）?)?|^GDP$/gu, 'GDP'],
  [/消费品零售(总额)?$/u, '消费品零售'],
  [/^(外贸)?进出口(总额|总值)?$/u, '进出口'],
];

/** A plain name in one spelling: 规上 and 规模以上, GDP and 地区生产总值. */
export const oneWriting = (name: string): string =>
  writings.reduce((text, [pattern, word]) => text.replace(pattern, word), plainName(name));
