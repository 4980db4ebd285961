// Titles that take two lines are broken in sense: at a space or mark, before 和, else between words, in lines of like
// length (GB/T 9704—2012, 7.3.1: words are not split, 梯形 or 菱形). Longer ones are only made of like length.
import type { Line, Run } from '../compose/compose.ts';
import { titleBreaks } from '../compose/title-breaks.ts';
import type { Format } from './definition.ts';

type Compose<S> = (runs: readonly Run<S>[], format: Format, width: number) => readonly Line<S>[];

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
  for (const { offset, cost } of titleBreaks(text)) {
    const lines = compose(breakAt(runs, offset), format, width);
    const [first, second] = lines;
    if (lines.length !== 2 || first === undefined || second === undefined) continue;
    if (lines.some(({ faults }) => faults.length > 0)) continue;
    const score = Math.abs(first.width - second.width) / width + cost;
    if (best === undefined || score < best.score) best = { lines, score };
  }
  return best?.lines ?? evenLines(runs, format, width, compose);
};
