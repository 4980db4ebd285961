// Where a title of two lines may break in sense: at a space or mark, before 和, else between words (GB/T 9704—2012,
// 7.3.1: words are not split). Both writers choose among these the one whose lines are most alike.
import { brokenRules } from './rules.ts';

export type TitleBreak = {
  /** UTF-16 offset that the second line begins at. */
  readonly offset: number;
  /** What breaking here costs, as a part of the line's width that the lines may differ by instead. */
  readonly cost: number;
};

/** Words by dictionary, the same on every machine for one version of Node. */
const words = new Intl.Segmenter('zh', { granularity: 'word' });

const cost = (text: string, offset: number): number => {
  const before = text[offset - 1] ?? '';
  const after = text[offset] ?? '';
  if (/[\s\u3000]/.test(before)) return -0.5;
  if (/[、，；：。！？—]/.test(before)) return 0;
  if (/[（《“]/.test(after)) return 0.05;
  if (/[和与及暨]/.test(after) || before === '的') return 0.1;
  return 0.3;
};

/** The breaks of a title, in order; none that breaks a rule of lines or leaves one line under a third of the other. */
export const titleBreaks = (text: string): readonly TitleBreak[] =>
  [...words.segment(text)]
    .map(({ index }) => index)
    .filter((offset) => offset >= text.length / 4 && offset <= (text.length * 3) / 4)
    .filter((offset) => brokenRules([text.slice(0, offset), text.slice(offset)]).length === 0)
    .map((offset) => ({ offset, cost: cost(text, offset) }));
