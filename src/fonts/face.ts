// Takes the bytes of a cut face and the names it goes by, gives a Face: what it covers and how wide it sets.
// The character map and widths are read once, when first asked for.
import type { Face } from './font-set.ts';
import { openTables, readAdvances, readGlyphs } from './sfnt.ts';

export type FaceFacts = Pick<Face, 'key' | 'family' | 'bold' | 'ascender' | 'descender'>;

const widthsOf = (bytes: Uint8Array): ReadonlyMap<number, number> => {
  const opened = openTables(bytes);
  if (!opened.value) throw new RangeError(opened.problem.en); // bytes come from cutFace or the sealed cache
  const advance = readAdvances(opened.value);
  const widths = new Map<number, number>();
  for (const [codePoint, glyph] of readGlyphs(opened.value)) widths.set(codePoint, advance(glyph));
  return widths;
};

export const makeFace = (facts: FaceFacts, bytes: Uint8Array): Face => {
  let widths: ReadonlyMap<number, number> | undefined;
  return {
    ...facts,
    bytes,
    covers: (codePoint) => (widths ??= widthsOf(bytes)).has(codePoint),
    advance: (codePoint) => (widths ??= widthsOf(bytes)).get(codePoint) ?? 0,
  };
};
