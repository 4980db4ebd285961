// Takes a word that is not known and the words that are, gives the remedy: the near one, or the list of those allowed.
// Distance counts characters, so it works on Chinese names as on English keys.
import type { Message } from './diagnostic.ts';

/** Edits (insert, delete, replace, swap of neighbours) that turn one word into the other, counted in characters. */
export const editDistance = (from: string, to: string): number => {
  const [a, b] = [[...from], [...to]];
  let before: number[] = [];
  let last = b.map((_, index) => index).concat(b.length);
  for (const [i, left] of a.entries()) {
    const current = [i + 1];
    for (const [j, right] of b.entries()) {
      const replaced = (last[j] ?? 0) + (left === right ? 0 : 1);
      let least = Math.min(replaced, (last[j + 1] ?? 0) + 1, (current[j] ?? 0) + 1);
      if (i > 0 && j > 0 && left === b[j - 1] && a[i - 1] === right) least = Math.min(least, (before[j - 1] ?? 0) + 1);
      current.push(least);
    }
    [before, last] = [last, current];
  }
  return last[b.length] ?? a.length;
};

/** The known word nearest to `word`, two edits away at most and fewer than its own length; the first of equals. */
export const nearest = (word: string, known: Iterable<string>): string | undefined => {
  const limit = Math.min(2, [...word].length - 1);
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit && distance < (best?.distance ?? Infinity)) best = { candidate, distance };
  }
  return best?.candidate;
};

const listed = 20;

/** A hint: `did you mean title`, or the words allowed when none is near (the first twenty). */
export const didYouMean = (word: string, known: Iterable<string>): Message | undefined => {
  const all = [...new Set(known)];
  const near = nearest(word, all);
  if (near !== undefined) return { zh: `是不是想写 ${near}`, en: `did you mean ${near}` };
  if (all.length === 0) return undefined;
  const shown = all.slice(0, listed);
  const rest = all.length - shown.length;
  return {
    zh: `可以写：${shown.join('、')}${rest > 0 ? `，等 ${all.length} 个` : ''}`,
    en: `allowed here: ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
  };
};
