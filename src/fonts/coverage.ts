// The characters a whole font has, as sorted ranges: small enough to keep beside the cut faces, quick to ask.
// With it a warm run decides on fallbacks without opening fonts of 15 MB.

/** Flat pairs of first and last code point, ascending, not touching. */
export type Coverage = readonly number[];

/** Packs code points in any order. */
export const coverageOf = (codePoints: Iterable<number>): Coverage => {
  const ranges: number[] = [];
  for (const codePoint of [...codePoints].toSorted((a, b) => a - b)) {
    if (ranges.at(-1) === codePoint - 1) ranges[ranges.length - 1] = codePoint;
    else ranges.push(codePoint, codePoint);
  }
  return ranges;
};

export const covers = (coverage: Coverage, codePoint: number): boolean => {
  let [low, high] = [0, coverage.length / 2];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((coverage[2 * middle + 1] ?? 0) < codePoint) low = middle + 1;
    else high = middle;
  }
  return low < coverage.length / 2 && (coverage[2 * low] ?? 0) <= codePoint;
};

export const sizeOf = (coverage: Coverage): number => {
  let size = 0;
  for (let at = 0; at < coverage.length; at += 2) size += (coverage[at + 1] ?? 0) - (coverage[at] ?? 0) + 1;
  return size;
};
