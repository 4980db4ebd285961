// What the composer takes and gives: a paragraph as runs of one face and size, lines as segments ready to draw.
// Lengths are points unless a name or doc line says em. Nothing here knows a font library or a page.

/** A stretch of text in one face and size. `S` is the caller's own style, handed back untouched. */
export type Run<S> = {
  readonly text: string;
  readonly style: S;
  /** Type size, points. */
  readonly size: number;
  /** Advance width of a code point in em, as the face draws it. */
  readonly advance: (codePoint: number) => number;
  /** Stays on one line as long as the line can hold it: a figure with its unit. */
  readonly unbreakable?: boolean;
  /**
   * Points added to each full-width cell, the last of a line included: −0.207 makes 28 cells of 16 pt fill 156 mm.
   * A positive value spaces Latin letters and digits too.
   */
  readonly tracking?: number;
};

export type TextAlign = 'justify' | 'left' | 'center' | 'right';

/** What a house may decide; the defaults are in `defaultProfile`. */
export type Profile = {
  /** Lets one of 、，。 stand outside the right edge (CLREQ hanging_punctuation_marks_at_line_end; not usual in Chinese). */
  readonly hangingMarks: boolean;
  /** `/` ends no line as well as beginning none (GB/T 15834—2011, 5.1.9). */
  readonly gbSlash: boolean;
  /** —— and …… begin no line (the strict level of CLREQ). */
  readonly strictDashes: boolean;
  /** A full-width mark at the line end takes half an em (GB/T 15834—2011, 5.1.10). */
  readonly halfMarkAtEnd: boolean;
  /** An opening mark drops its blank half at the start of every line but the first. */
  readonly trimLineStart: boolean;
  /** The same on the first line, after the indent. */
  readonly trimIndent: boolean;
  /** Gap between hanzi and Latin letters or digits, em; it may shrink to half of this and stretch to twice. */
  readonly latinGap: number;
  /** How many characters other than marks the last line must hold (孤字不成行). */
  readonly lastLineCharacters: number;
  /** The most that neighbouring hanzi may be spread apart, em, before words and figures are torn instead. */
  readonly maxSpread: number;
};

export const defaultProfile: Profile = {
  hangingMarks: false,
  gbSlash: true,
  strictDashes: true,
  halfMarkAtEnd: true,
  trimLineStart: true,
  trimIndent: false,
  latinGap: 0.25,
  lastLineCharacters: 2,
  maxSpread: 0.15,
};

/** How a paragraph is set. */
export type Setting = {
  /** The measure (width of a line), points; the first line includes its indent. */
  readonly measure: number | ((lineIndex: number) => number);
  /** Indent of the first line, points. */
  readonly indent?: number;
  readonly align: TextAlign;
  readonly profile?: Partial<Profile>;
};

/** A piece of one run on one line: one text operation. */
export type Segment<S> = {
  /** Index of the run in the paragraph. */
  readonly run: number;
  readonly style: S;
  readonly size: number;
  /** The characters drawn, exactly as they came. */
  readonly text: string;
  /** One number for each code point of `text`: points added to its advance (negative: taken off). */
  readonly adjust: readonly number[];
  /** Where the first glyph's origin stands, points from the left edge of the measure; negative for a trimmed opening mark. */
  readonly x: number;
  /** Σ (advance × size + adjust), points: the next segment starts at x + width. */
  readonly width: number;
};

/** A forced deviation: `split` tore a word or figure, `kinsoku` broke a rule of line start or end, `overfull` sticks out,
 *  `loose` is spread beyond the limit or could not be filled to the right edge. */
export type LineFault = 'split' | 'kinsoku' | 'overfull' | 'loose';

export type Line<S> = {
  /** Left to right; a line of spaces or of nothing has none. */
  readonly segments: readonly Segment<S>[];
  /** UTF-16 offsets into the joined text of all runs: what is drawn is start..end, the next line starts at `next`. */
  readonly start: number;
  readonly end: number;
  /** Spaces and line ends between `end` and the next line's start, which are not drawn. */
  readonly next: number;
  /** The measure of this line, points. */
  readonly measure: number;
  /** From the left edge of the measure to the right edge of the last glyph's space, points. */
  readonly width: number;
  /** Above 0: space added between neighbouring hanzi, em. Below 0: the part of all possible squeeze used, down to −1. */
  readonly ratio: number;
  /** The last line of the paragraph, or one before a line end in the text: set at its natural width. */
  readonly last: boolean;
  readonly faults: readonly LineFault[];
};
