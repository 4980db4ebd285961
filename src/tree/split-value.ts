// The value of a card in two: a word before the number (突破, 近) is set like the unit, so that the number alone is large.
import type { Inline } from './tree.ts';

/** The word, empty when there is none, and the number with all that follows it. */
export const splitValue = (
  value: readonly Inline[],
): { readonly word: readonly Inline[]; readonly number: readonly Inline[] } => {
  const [first, ...rest] = value;
  if (first === undefined || !('text' in first)) return { word: [], number: value };
  const word = /^\p{Script=Han}+(?=[−\d])/u.exec(first.text)?.[0] ?? '';
  if (word === '') return { word: [], number: value };
  return {
    word: [{ kind: 'text', text: word }],
    number: [{ ...first, text: first.text.slice(word.length) }, ...rest],
  };
};
