// How a series looks and what its bars say: solid for results, an outline for targets, lighter for a base of comparison.
// The printed value is the report's own decimal text; a number is made of it only to place the end of the bar.
import type { Chart, Series } from '../tree/tree.ts';
import { brokenRules } from '../compose/rules.ts';
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

/** Words by dictionary, the same on every machine for one version of Node. */
const words = new Intl.Segmenter('zh', { granularity: 'word' });
const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** The cut of a label into two lines that breaks no rule of line start and end, tears no figure, and halves it best. */
const halves = (
  text: string,
  width: number,
  measure: ChartLook['measure'],
  units: Intl.Segmenter,
): string[] | undefined => {
  let best: { readonly lines: string[]; readonly widest: number } | undefined;
  for (const { index } of units.segment(text)) {
    const lines = [text.slice(0, index), text.slice(index)];
    const widest = Math.max(...lines.map(measure));
    if (index === 0 || widest > width || (best !== undefined && widest > best.widest)) continue;
    if (brokenRules(lines).length === 0) best = { lines, widest };
  }
  return best?.lines;
};

/** The longest beginning that fits and may end a line; where none may, the longest that fits, one character at least. */
const beginning = (text: string, width: number, measure: ChartLook['measure']): string => {
  let [fitting, allowed] = [0, 0];
  for (const { index, segment } of characters.segment(text)) {
    const end = index + segment.length;
    if (fitting > 0 && measure(text.slice(0, end)) > width) break;
    fitting = end;
    if (end === text.length || brokenRules([text.slice(0, end), text.slice(end)]).length === 0) allowed = end;
  }
  return text.slice(0, allowed || fitting);
};

/** Cuts a label into lines at most `width` wide: in two between words, else anywhere; else into as many as it takes. */
export const wrapLabel = (text: string, width: number, measure: ChartLook['measure']): string[] => {
  if (measure(text) <= width) return [text];
  const two = halves(text, width, measure, words) ?? halves(text, width, measure, characters);
  if (two !== undefined) return two;
  const line = beginning(text, width, measure);
  return line === text ? [text] : [line, ...wrapLabel(text.slice(line.length), width, measure)];
};
