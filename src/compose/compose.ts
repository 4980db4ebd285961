// The line composer: a paragraph of Chinese text in, filled lines out. Pure; it knows no page, font library or format.
// Runs become cells and gaps (items.ts), breaks are chosen over the whole paragraph (break.ts), and each line's
// slack is given out in the order of CLREQ (fill.ts). Text comes out as it went in: nothing is inserted or reordered.
import type { Line, Run, Setting } from './paragraph.ts';

export type { Line, LineFault, Profile, Run, Segment, Setting, TextAlign } from './paragraph.ts';

/** Breaks a paragraph into lines; at least one, even for empty text. Issue 4, CLREQ, GB/T 15834—2011. */
export const composeParagraph = <S>(_runs: readonly Run<S>[], _setting: Setting): readonly Line<S>[] => {
  throw new Error('not written yet');
};

/** Points that the text takes on one line (the longest, where the text has line ends). */
export const naturalWidth = <S>(_runs: readonly Run<S>[]): number => {
  throw new Error('not written yet');
};

/** Points of the widest piece that may not be broken: the least measure that tears nothing. */
export const minContentWidth = <S>(_runs: readonly Run<S>[]): number => {
  throw new Error('not written yet');
};
