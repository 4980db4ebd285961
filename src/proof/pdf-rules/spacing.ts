// The space between neighbouring hanzi on the lines that a PDF really has, against what they take where nothing is spread.
// Takes lines of glyphs, gives distances in em of the type size.
import { Class, classOf } from '../../compose/classes.ts';
import type { Glyph } from '../pdf-reading/content.ts';
import type { Paragraph, TextLine } from '../pdf-reading/lines.ts';
import { median } from '../statistics.ts';

const pointOf = (glyph: Glyph | undefined): number => glyph?.text.codePointAt(0) ?? 0;

export const isHanzi = (glyph: Glyph | undefined): boolean =>
  glyph !== undefined && classOf(pointOf(glyph)) === Class.hanzi;

/** Distances between the origins of neighbouring hanzi of one size, in em. */
export const pitchesOf = (line: TextLine): readonly number[] => {
  const pitches: number[] = [];
  line.glyphs.forEach((glyph, index) => {
    const next = line.glyphs[index + 1];
    if (next === undefined || !isHanzi(glyph) || !isHanzi(next) || Math.abs(glyph.size - next.size) > 0.05) return;
    const pitch = (next.x - glyph.x) / glyph.size;
    if (pitch > 0 && pitch < 3) pitches.push(pitch);
  });
  return pitches;
};

/** What a hanzi takes where nothing was spread, by type size: lines that end a paragraph show it. */
export const naturalPitches = (paragraphs: readonly Paragraph[]): ((size: number) => number) => {
  const bySize = new Map<number, number[]>();
  for (const { lines } of paragraphs) {
    const last = lines.at(-1);
    if (last === undefined || lines.length < 2) continue;
    const key = Math.round(last.size * 2);
    const list = bySize.get(key) ?? [];
    bySize.set(key, list);
    list.push(...pitchesOf(last));
  }
  const known = new Map([...bySize].filter(([, list]) => list.length >= 8).map(([key, list]) => [key, median(list)]));
  return (size) => known.get(Math.round(size * 2)) ?? 1;
};

/** Space added between neighbouring hanzi of a line, em; below 0 where they are squeezed. */
export const extraSpaces = (line: TextLine, natural: (size: number) => number): readonly number[] =>
  pitchesOf(line).map((pitch) => pitch - natural(line.size));

/** These are rules of Chinese text. */
const chinese = /\p{Script=Han}/u;

/** Blocks whose words are set freely: drawings, and labels of list items. */
const unjudged = new Set(['Figure', 'Formula', 'Lbl']);

/** Whether the rules of line composition apply to a paragraph. */
export const isJudged = ({ element, text }: Paragraph): boolean =>
  !unjudged.has(element?.type ?? '') && chinese.test(text);

/** Cells are set ragged: in a narrow measure hanzi would have to be spread far apart. */
export const isCell = ({ element }: Paragraph): boolean => element?.type === 'TD' || element?.type === 'TH';
