// How a series looks and what its bars say: solid for results, an outline for targets, lighter for a base of comparison.
// The printed value is the report's own decimal text; a number is made of it only to place the end of the bar.
import type { Chart, Series } from '../tree/tree.ts';
import type { ChartLook } from './draw-chart.ts';

/** Where a bar ends. Geometry only: nothing is printed from it. */
export const lengthOf = (value: string | null): number | null => {
  if (value === null) return null;
  const length = Number(value.replace('−', '-'));
  return Number.isFinite(length) ? length : null;
};

/** A value with a real minus sign, as figures print it. */
export const labelOf = (value: string | null): string => (value ?? '').replace(/^-/, '−');

/** Fill and outline of the `index`th series; solid series after the first get lighter by more than 30 %. */
export const itemStyle = (
  series: Series,
  solidIndex: number,
  { colors }: ChartLook,
): { color: string; borderColor: string; borderWidth: number } => {
  const outline = { borderColor: colors.slate, borderWidth: 0.75 };
  if (series.role === 'target') return { color: colors.paper, ...outline };
  if (series.role === 'base') return { color: colors.mid, borderColor: colors.mid, borderWidth: 0 };
  const shades = [colors.slate, colors.mid, colors.pale] as const;
  const color = shades[Math.min(solidIndex, shades.length - 1)] ?? colors.slate;
  return color === colors.pale ? { color, ...outline } : { color, borderColor: color, borderWidth: 0 };
};

/** How many solid series stand before the `index`th. */
export const solidBefore = ({ series }: Chart, index: number): number =>
  series.slice(0, index).filter(({ role }) => role === 'result').length;

/** The least and the most of all values, with zero. */
export const extentOf = ({ series }: Chart): { readonly low: number; readonly high: number } => {
  const lengths = series.flatMap(({ values }) => values.map(lengthOf)).filter((value) => value !== null);
  return { low: Math.min(0, ...lengths), high: Math.max(0, ...lengths) };
};

/** Cuts a label into lines at most `width` wide; charts have labels of a few words, so any character may begin a line. */
export const wrapLabel = (text: string, width: number, measure: ChartLook['measure']): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (line !== '' && measure(line + character) > width) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
};
