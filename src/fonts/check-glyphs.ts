// Takes a document tree and its fonts, gives an error for each character that cannot be drawn: never a box on paper.
// One diagnostic a character, at its first place, with how often it occurs.
import type { Diagnostic, Span } from '../diagnostics/diagnostic.ts';
import type { Block } from '../tree/tree.ts';
import { textRuns } from '../tree/walk.ts';
import type { FontSet } from './font-set.ts';
import { missingGlyph, type MissingKind } from './messages.ts';
import { isIgnorable } from './runs.ts';

const problemOf = (character: string, codePoint: number, fonts: FontSet): MissingKind | undefined => {
  if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint <= 0x9f)) return 'control';
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return 'surrogate';
  if ((codePoint & 0xfffe) === 0xfffe || (codePoint >= 0xfdd0 && codePoint <= 0xfdef)) return 'noncharacter';
  if (isIgnorable(character) || fonts.faces.some((face) => face.covers(codePoint))) return undefined;
  return (codePoint >= 0xe000 && codePoint <= 0xf8ff) || codePoint >= 0xf0000 ? 'private-use' : 'no-glyph';
};

/** Errors fonts/missing-glyph, in reading order of the first places. */
export const checkGlyphs = (
  document: { readonly blocks: readonly Block[] },
  fonts: FontSet,
): readonly Diagnostic[] => {
  const fine = new Set<string>();
  const missing = new Map<string, { readonly kind: MissingKind; readonly span: Span | undefined; places: number }>();
  for (const { text, span } of textRuns(document)) {
    for (const character of text) {
      if (fine.has(character)) continue;
      const known = missing.get(character);
      if (known) {
        known.places += 1;
        continue;
      }
      const kind = problemOf(character, character.codePointAt(0) ?? 0, fonts);
      if (kind === undefined) fine.add(character);
      else missing.set(character, { kind, span, places: 1 });
    }
  }
  return [...missing].map(([character, { kind, span, places }]) =>
    missingGlyph(character.codePointAt(0) ?? 0, kind, places, span),
  );
};
