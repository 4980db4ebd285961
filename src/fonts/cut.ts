// Takes a TrueType font and characters, gives the font with the glyphs of these characters only (harfbuzz).
// Same font and characters, same bytes: the order in which characters were met does not count.
// Hints and layout features go: print at 300 dpi needs no hints, and we set punctuation and spacing ourselves.
import { cutGlyphs } from './harfbuzz.ts';
import type { Tables } from './sfnt.ts';
import { openTables } from './sfnt.ts';
import { writeSfnt, writeTables, type FaceNames } from './write-sfnt.ts';

/** Part of every cache key: to be raised when this file or write-sfnt.ts gives other bytes for the same font. */
export const recipe = 'cut 1';

// What a horizontal, unhinted TrueType font needs. Vertical metrics and layout tables are half a megabyte of no use here.
const kept = new Set(['OS/2', 'cmap', 'gasp', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post']);

/** A face cut from a whole font and named as told. Throws when harfbuzz finds the font damaged. */
export const cutFace = async (
  whole: Tables,
  codePoints: Iterable<number>,
  names: FaceNames,
): Promise<Uint8Array> => {
  const cut = await cutGlyphs(writeTables(new Map([...whole].filter(([tag]) => kept.has(tag)))), codePoints, { keep: false });
  const opened = openTables(cut);
  if (!opened.value) throw new RangeError(opened.problem.en);
  return writeSfnt(new Map([...opened.value].filter(([tag]) => kept.has(tag))), names);
};

/** A smaller face cut from one that `cutFace` made, for embedding; names, rights and character map stay. */
export const subsetFace = (face: Uint8Array, codePoints: Iterable<number>): Promise<Uint8Array> =>
  cutGlyphs(face, codePoints, { keep: true });
