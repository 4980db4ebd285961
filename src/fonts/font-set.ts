// What writers see of fonts: faces by role, a fallback by character, and subsets on demand.
// A face serves one role at one weight; bytes and metrics are those of a fixed repertoire cut from the whole font, so
// that what a document embeds depends on the document alone and not on what else the batch holds.
import type { Role } from '../theme/theme.ts';

export type Face = {
  /** Unique in the set, letters, digits and `-`: `NotoSerifSC-Regular`. */
  readonly key: string;
  /** Family name as written into files: `Noto Serif SC`. */
  readonly family: string;
  readonly bold: boolean;
  /** TrueType bytes for layout and PDF embedding. */
  readonly bytes: Uint8Array;
  readonly covers: (codePoint: number) => boolean;
  /** Advance width in em; 0 for a character that it does not cover. */
  readonly advance: (codePoint: number) => number;
  /** In em: ascender, descender (negative), as the hhea table has them. */
  readonly ascender: number;
  readonly descender: number;
};

export type FaceRun = { readonly text: string; readonly face: Face };

export type FontSet = {
  readonly faces: readonly Face[];
  readonly resolve: (role: Role, bold: boolean) => Face;
  /**
   * Cuts a text into runs of one face: the role's own, else the first of the chain that has the character.
   * Marks that the role's face draws narrow (“ ” · … — of a kai) come from the full-width face.
   * A character that none has stays in the role's face; fonts/check-glyphs.ts has reported it before a writer runs.
   */
  readonly runs: (text: string, role: Role, bold: boolean) => readonly FaceRun[];
  /** A TrueType subset of `face` with its cmap, for embedding in DOCX. Same characters, same bytes. */
  readonly subset: (face: Face, codePoints: ReadonlySet<number>) => Promise<Uint8Array>;
  /** The whole font that `face` was cut from, under the face's names: every character, 10 to 25 MB. */
  readonly whole: (face: Face) => Promise<Uint8Array>;
};
