// Text that stands for glyphs where the content says so (ISO 32000-1, 14.9.4): LibreOffice writes it where one glyph
// serves several characters, above all the box that a font without a character draws in its place.
import type { Glyph } from './content.ts';
import type { PageFont } from './font.ts';

/** Gives the glyphs from `start` on the text that stands for them: one character each, or all of it to the first. */
export const applyActualText = (glyphs: Glyph[], start: number, text: string): void => {
  const count = glyphs.length - start;
  if (count <= 0) return;
  const characters = Array.from(text);
  const texts = characters.length === count ? characters : [text, ...Array.from({ length: count - 1 }, () => '')];
  for (let index = start; index < glyphs.length; index += 1) {
    const glyph = glyphs[index];
    const own = texts[index - start] ?? '';
    if (glyph !== undefined && glyph.text !== own) glyphs[index] = { ...glyph, text: own, mapped: glyph.text };
  }
};

/** From this many hanzi on that one glyph stands for, it is no variant of them but the box for none. */
const manyHanzi = 3;

const hanzi = /^\p{Script=Han}$/u;

/** Marks as missing the glyphs of which one and the same stands for many hanzi. */
export const markBoxes = (glyphs: readonly Glyph[]): readonly Glyph[] => {
  const standsFor = new Map<PageFont, Map<string, Set<string>>>();
  const charactersOf = (glyph: Glyph): Set<string> => {
    const byText = standsFor.get(glyph.font) ?? new Map<string, Set<string>>();
    standsFor.set(glyph.font, byText);
    const key = glyph.mapped ?? glyph.text;
    const characters = byText.get(key) ?? new Set<string>();
    byText.set(key, characters);
    return characters;
  };
  if (!glyphs.some(({ mapped }) => mapped !== undefined)) return glyphs;
  for (const glyph of glyphs) if (hanzi.test(glyph.text)) charactersOf(glyph).add(glyph.text);
  return glyphs.map((glyph) =>
    hanzi.test(glyph.text) && charactersOf(glyph).size >= manyHanzi ? { ...glyph, missing: true } : glyph,
  );
};
