// How a figure is printed: decimal text, modifier and unit put together as Chinese reports write them.
// Takes values as decimal text and never rounds: the precision of the source stays.
/** What stands before the number; all other modifiers stand after it. */
const prefixes: ReadonlySet<string> = new Set(['近', '约', '超', '突破', '达', '不低于', '不少于', '不超过', '力争']);
/** 余 and 多 stand between the number and its unit (1000余人, 1200余万元); the rest after the unit. */
const infixes: ReadonlySet<string> = new Set(['余', '多']);

/** A figure of the report: value, or a range with min or max, the report's own modifier, the unit as written. */
export type PrintableFigure = {
  readonly value?: string | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly modifier?: string | undefined;
  readonly unit: string;
};

const minus = (value: string): string => value.replace(/^-/, '−');

/** `157.5亿元`, `1200余万元`, `5—10家`, `4.5%以内`. Ranges carry % at both ends (GB/T 15835). */
export const printFigure = ({ value, min, max, unit, modifier }: PrintableFigure): string => {
  const number =
    value !== undefined ? minus(value) : unit === '%' ? `${min ?? ''}%—${max ?? ''}` : `${min ?? ''}—${max ?? ''}`;
  if (modifier === undefined) return `${number}${unit}`;
  if (infixes.has(modifier)) return `${number}${modifier}${unit}`;
  if (prefixes.has(modifier)) return `${modifier}${number}${unit}`;
  return `${number}${unit}${modifier}`;
};

/** A figure whose direction a word says: its digits without the sign, of both ends of a range. */
export const withoutSign = <T extends PrintableFigure>(figure: T): T => ({
  ...figure,
  ...(figure.value !== undefined && { value: figure.value.replace(/^-/u, '') }),
  ...(figure.min !== undefined && { min: figure.min.replace(/^-/u, '') }),
  ...(figure.max !== undefined && { max: figure.max.replace(/^-/u, '') }),
});

/** A change with a sign and a word, so that colour need not carry it: `增长7.1%`, `下降3.2%`, `持平`. */
export const printGrowth = ({ value, unit }: { readonly value: string; readonly unit: string }): string => {
  if (/^-?0+(\.0+)?$/.test(value)) return '持平';
  return value.startsWith('-') ? `下降${value.slice(1)}${unit}` : `增长${value}${unit}`;
};
