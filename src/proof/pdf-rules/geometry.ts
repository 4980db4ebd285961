// The measures of GB/T 9704—2012 in points, and how a page is recognised as one that follows it.
import type { Paragraph, TextLine } from '../pdf-reading/lines.ts';
import type { PdfPage } from '../pdf-reading/pages.ts';
import { commonest } from '../statistics.ts';

export const pointsOf = (mm: number): number => (mm * 72) / 25.4;
export const mmOf = (points: number): number => (points * 25.4) / 72;

export const a4 = { width: pointsOf(210), height: pointsOf(297) } as const;

/** The text area: 天头 37, 订口 28, 156 × 225 mm (5.2.1); each side may be 1 mm off. */
export const textArea = {
  left: pointsOf(28),
  right: pointsOf(184),
  top: pointsOf(37),
  bottom: pointsOf(262),
  width: pointsOf(156),
  height: pointsOf(225),
  tolerance: pointsOf(1),
} as const;

export const grid = { lines: 22, characters: 28, size: 16 } as const;

/** Body lines: those of size 三号. */
export const isBodyLine = (line: TextLine): boolean => Math.abs(line.size - grid.size) < 0.3;

/** Where the em box of the characters stands against the baseline: its foot 0.12 em under it. */
export const boxTop = (line: TextLine): number => line.baseline - 0.88 * line.size;
export const boxBottom = (line: TextLine): number => line.baseline + 0.12 * line.size;

/** The commonest distance between baselines of body lines that follow one another; undefined for a page without any. */
export const pitchOf = (paragraphs: readonly Paragraph[]): number | undefined => {
  const distances = paragraphs.flatMap(({ lines }) =>
    lines.slice(1).flatMap((line, index) => {
      const above = lines[index];
      return above !== undefined && above.page === line.page && isBodyLine(line) && isBodyLine(above)
        ? [line.baseline - above.baseline]
        : [];
    }),
  );
  return commonest(distances, 0.05);
};

/** Whether pages look like those of the standard: A4 upright, most text in 三号, from 28 mm to 184 mm. */
export const looksLikeGongwen = (pages: readonly PdfPage[], paragraphs: readonly Paragraph[]): boolean => {
  const [first] = pages;
  if (first === undefined || Math.abs(first.width - a4.width) > 3 || Math.abs(first.height - a4.height) > 3)
    return false;
  let [body, all] = [0, 0];
  for (const { lines } of paragraphs) {
    for (const line of lines) {
      all += line.glyphs.length;
      if (isBodyLine(line)) body += line.glyphs.length;
    }
  }
  const left = Math.min(...paragraphs.flatMap(({ lines }) => lines.filter(isBodyLine).map((line) => line.left)));
  return body > 0.3 * all && Math.abs(left - textArea.left) < pointsOf(4);
};
