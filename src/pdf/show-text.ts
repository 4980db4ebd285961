// Composed segments as PDF text operators: one TJ for each stretch of one face, size and colour.
// Gaps of more than a twelfth of an em go into the advance widths of glyphs (glyph-subset.ts), preferring those of
// digits and Latin letters, because readers take a bare gap for a space; a mark squeezed by a sixth of an em or more
// gets a narrower cell, because readers break off where a glyph begins inside another's. What is left is adjusted in TJ.
import { Class, classOf, closesRight } from '../compose/classes.ts';
import type { DrawStyle } from './definition.ts';
import type { FaceFont } from './face-font.ts';
import type { ComposedLine } from './paragraph.ts';

/** Steps in which space is put into glyphs, parts of an em: few enough variants, and the rest stays under 0.1 em. */
const steps = 12;

/** A stretch drawn with one operator. */
export type ShownText = {
  readonly style: DrawStyle;
  readonly font: FaceFont;
  readonly size: number;
  /** From the left edge of the line. */
  readonly x: number;
  readonly width: number;
  /** The array of TJ with its brackets. */
  readonly array: string;
};

/** Characters that have few glyphs, so that variants of them cost little: everything before the CJK blocks. */
const isNarrow = (codePoint: number): boolean => codePoint < 0x2e80;

/** Marks with a blank half at the right, and narrow characters; hanzi, dashes and opening marks give nothing there. */
const givesRight = (codePoint: number): boolean => {
  const kind = classOf(codePoint);
  return kind === Class.dot || closesRight(kind) || (isNarrow(codePoint) && kind <= Class.digit);
};

/** Whether a segment goes on where the one before ends, in the same look: then both are one operator. */
const joins = ({ segments }: ComposedLine, index: number, next: number): boolean => {
  const a = segments[index];
  const b = segments[next];
  if (a === undefined || b === undefined || a.size !== b.size) return false;
  const { face, color, link, blank, label } = a.style;
  const { style } = b;
  const isSameText = style.link === link && style.blank === blank && style.label === label;
  const same = style.face === face && style.color === color && isSameText;
  return same && Math.abs(b.x - a.x - a.width) < 0.01;
};

/** The operators' contents for a line, left to right. */
export const showLine = (line: ComposedLine, fontOf: (face: string) => FaceFont): ShownText[] => {
  const { segments } = line;
  const shown: ShownText[] = [];
  let array = '';
  let codes = '';
  // Thousandths of an em that the pen is behind of where the composer wants it.
  let pending = 0;
  // Points of the gap before this glyph that the glyph itself is to hold.
  let carried = 0;
  let from = 0;

  const flush = (index: number): void => {
    if (codes !== '') array += `<${codes}>`;
    codes = '';
    const first = segments[from];
    const last = segments[index];
    if (first !== undefined && last !== undefined && array !== '') {
      const x = first.x - startCarry;
      const width = last.x + last.width - x;
      shown.push({
        style: first.style,
        font: fontOf(first.style.face),
        size: first.size,
        x,
        width,
        array: `[${array}]`,
      });
    }
    array = '';
    pending = 0;
  };
  let startCarry = 0;

  for (const [index, segment] of segments.entries()) {
    const { text, size } = segment;
    const font = fontOf(segment.style.face);
    for (let at = 0, place = 0; at < text.length; place += 1) {
      const codePoint = text.codePointAt(at) ?? 0;
      at += codePoint > 0xffff ? 2 : 1;
      const isLastOfSegment = at >= text.length;
      const next = isLastOfSegment ? segments[index + 1]?.text.codePointAt(0) : text.codePointAt(at);
      const before = carried / size;
      let adjust = (segment.adjust[place] ?? 0) / size;
      let after = 0;
      carried = 0;
      const wide = Math.floor(adjust * steps + 1e-6) / steps;
      const tight = Math.max(-1, Math.ceil(adjust * steps - 1e-6) / steps);
      if (wide > 0 && next !== undefined) {
        if (!isNarrow(codePoint) && isNarrow(next)) carried = wide * size;
        else after = wide;
        adjust -= wide;
      } else if (tight <= -2 / steps && next !== undefined) {
        // A mark gives its half em; the rest is the blank half of the opening mark that follows.
        after = givesRight(codePoint) ? Math.max(tight, -0.5) : 0;
        carried = (tight - after) * size;
        adjust -= tight;
      }
      codes += font.code(codePoint, before, after);
      if (next === undefined) {
        flush(index);
        break;
      }
      if (isLastOfSegment && !joins(line, index, index + 1)) {
        flush(index);
        from = index + 1;
        startCarry = carried;
        continue;
      }
      pending += adjust * 1000;
      const move = Math.round(pending);
      if (move === 0) continue;
      array += `<${codes}>${-move}`;
      codes = '';
      pending -= move;
    }
  }
  return shown;
};
