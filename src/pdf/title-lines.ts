// Titles that take two lines are broken in sense: at a space or mark, before 和, else between words, in lines of like
// length (GB/T 9704—2012, 7.3.1: words are not split, 梯形 or 菱形). Longer ones are only made of like length.
import type { Line, Run } from '../compose/compose.ts';
import { brokenRules } from '../compose/rules.ts';
import type { Format } from './definition.ts';

type Compose<S> = (runs: readonly Run<S>[], format: Format, width: number) => readonly Line<S>[];

/** Words by dictionary, the same on every machine for one version of Node. */
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** What breaking before `offset` costs, as a part of the line's width that the lines may differ by instead. */
const cost = (text: string, offset: number): number => {
  const before = text[offset - 1] ?? '';
  const after = text[offset] ?? '';
  if (/[\s\u3000]/.test(before)) return -0.5;
  if (/[、，；：。！？—]/.test(before)) return 0;
  if (/[（《“]/.test(after)) return 0.05;
  if (/[和与及暨]/.test(after) || before === '的') return 0.1;
  return 0.3;
};

/** The runs with a line end put before `offset`, a UTF-16 offset into their joined text. */
const breakAt = <S>(runs: readonly Run<S>[], offset: number): Run<S>[] => {
  let start = 0;
  return runs.map((run) => {
    const at = offset - start;
    start += run.text.length;
    if (at <= 0 || at > run.text.length) return run;
    return { ...run, text: `${run.text.slice(0, at)}\n${run.text.slice(at)}` };
  });
};

/** The least measure that takes no more lines. */
const evenLines = <S>(
  runs: readonly Run<S>[],
  format: Format,
  width: number,
  compose: Compose<S>,
): readonly Line<S>[] => {
  const widest = compose(runs, format, width);
  let [low, high] = [width / widest.length, width];
  let best = widest;
  while (high - low > format.size / 2) {
    const middle = (low + high) / 2;
    const lines = compose(runs, format, middle);
    if (lines.length <= widest.length && lines.every(({ faults }) => faults.length === 0))
      [best, high] = [lines, middle];
    else low = middle;
  }
  // The lines were set in a narrower measure: they are moved to where it stands in the full one.
  const shift = format.align === 'center' ? (width - high) / 2 : format.align === 'right' ? width - high : 0;
  return shift === 0
    ? best
    : best.map((line) => ({
        ...line,
        segments: line.segments.map((segment) => ({ ...segment, x: segment.x + shift })),
      }));
};

/** Composes a title: one line if it fits, two lines broken in sense, or more of like length. */
export const composeInSense = <S>(
  runs: readonly Run<S>[],
  format: Format,
  width: number,
  compose: Compose<S>,
): readonly Line<S>[] => {
  const plain = compose(runs, format, width);
  if (plain.length < 2) return plain;
  const text = runs.map((run) => run.text).join('');
  if (plain.length > 2 || text.includes('\n')) return evenLines(runs, format, width, compose);
  let best: { readonly lines: readonly Line<S>[]; readonly score: number } | undefined;
  for (const { index } of words.segment(text)) {
    // Lines of which one is less than a third as long as the other are never even.
    if (index < text.length / 4 || index > (text.length * 3) / 4) continue;
    if (brokenRules([text.slice(0, index), text.slice(index)]).length > 0) continue;
    const lines = compose(breakAt(runs, index), format, width);
    const [first, second] = lines;
    if (lines.length !== 2 || first === undefined || second === undefined) continue;
    if (lines.some(({ faults }) => faults.length > 0)) continue;
    const score = Math.abs(first.width - second.width) / width + cost(text, index);
    if (best === undefined || score < best.score) best = { lines, score };
  }
  return best?.lines ?? evenLines(runs, format, width, compose);
};
