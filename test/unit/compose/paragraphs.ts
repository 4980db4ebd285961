// What the compose tests share: a face with the widths of a common Song face, and short ways to set and read lines.
import { composeParagraph, type Line, type Run, type Setting } from '../../../src/compose/compose.ts';

/** Em widths: full-width characters and marks take one, Latin about half; the dash is short, as Noto draws it. */
export const advance = (codePoint: number): number => {
  if (codePoint === 0x2014) return 0.89;
  if (codePoint === 0xb7) return 0.33;
  if (codePoint === 0x20 || codePoint === 0xa0) return 0.26;
  if (codePoint >= 0x30 && codePoint <= 0x39) return 0.5;
  if (codePoint >= 0x300 && codePoint <= 0x36f) return 0;
  return codePoint < 0x2000 ? 0.55 : 1;
};

export const size = 10;

export const run = (text: string, more: Partial<Run<string>> = {}): Run<string> => ({
  text,
  style: 'body',
  size,
  advance,
  ...more,
});

/** Sets text in 10 pt at a measure of `em` characters. */
export const set = (text: string, em: number, more: Partial<Setting> = {}): readonly Line<string>[] =>
  composeParagraph([run(text)], { measure: em * size, align: 'justify', ...more });

export const drawn = (line: Line<string>): string => line.segments.map((segment) => segment.text).join('');

export const texts = (lines: readonly Line<string>[]): readonly string[] => lines.map(drawn);

/** Where the pen stands after the last glyph, adding up what a writer would draw. */
export const drawnEnd = (line: Line<string>): number => {
  let end = 0;
  for (const segment of line.segments) {
    let pen = segment.x;
    Array.from(segment.text).forEach((character, i) => {
      pen += advance(character.codePointAt(0) ?? 0) * segment.size + (segment.adjust[i] ?? Number.NaN);
    });
    end = pen;
  }
  return end;
};

/** Advance of each character as drawn, in em of the segment's size: `[["中", 1], …]`. */
export const advances = (line: Line<string>): readonly (readonly [string, number])[] =>
  line.segments.flatMap((segment) =>
    Array.from(
      segment.text,
      (character, i) =>
        [
          character,
          Math.round(
            (advance(character.codePointAt(0) ?? 0) + (segment.adjust[i] ?? Number.NaN) / segment.size) * 1000,
          ) / 1000,
        ] as const,
    ),
  );

/** A line as text with what was done to it, for goldens: width, ratio, and the characters that are not at their natural width. */
export const summary = (line: Line<string>): string => {
  const marks = line.segments
    .flatMap((segment) =>
      Array.from(segment.text, (character, i) => {
        const em = Math.round(((segment.adjust[i] ?? 0) / segment.size) * 1000) / 1000;
        return em === 0 ? '' : `${character}${em > 0 ? '+' : ''}${em}`;
      }),
    )
    .filter((mark) => mark !== '');
  const x = line.segments[0]?.x ?? 0;
  const faults = line.faults.length > 0 ? ` ${line.faults.join(' ')}` : '';
  return `${drawn(line)}\n    x ${x.toFixed(2)} width ${line.width.toFixed(2)} ratio ${line.ratio.toFixed(3)}${line.last ? ' last' : ''}${faults}${marks.length > 0 ? `  ${marks.join(' ')}` : ''}`;
};
