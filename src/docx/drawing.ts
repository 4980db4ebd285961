// What every drawing function needs: theme, page, faces, and a record of what the document uses as it is drawn.
// The record grows while blocks are drawn, in reading order, so that ids and numbers are those of the order of the text.
import type { Face, FaceRun, FontSet } from '../fonts/font-set.ts';
import { colorOf, type PageTheme, type Role, type StyleName, type Theme } from '../theme/theme.ts';
import type { Block, Table } from '../tree/tree.ts';
import type { ChartPlan } from './chart-plan.ts';
import { bookmarkName } from './contents.ts';
import type { ListDefinition } from './numbering.ts';
import type { Geometry } from './page.ts';

/** What a DOCX takes from the PDF's layout. */
export type LaidOut = {
  /** The page of each heading id; absent when docx has to estimate them. */
  readonly pageNumbers: ReadonlyMap<string, number> | undefined;
  /** Points added above a block, so that the text after it is on the grid again. */
  readonly gridSpaces: ReadonlyMap<Block, number>;
  /** How many lines to write on a block was given. */
  readonly ruledLines: ReadonlyMap<Block, number>;
  /** The widths of a table's columns, points without padding; widths.ts where none are told. */
  readonly columnWidths: ReadonlyMap<Table, readonly number[]>;
};

export type Drawing = LaidOut & {
  readonly theme: Theme;
  readonly page: PageTheme;
  readonly fonts: FontSet;
  readonly geometry: Geometry;
  /** Leading as a part of the theme's. */
  readonly leading: number;
  /** Cuts text into runs of one face and notes the characters that each face is used for. */
  readonly faceRuns: (text: string, role: Role, bold: boolean) => readonly FaceRun[];
  /** Characters used so far, by the key of their face. */
  readonly used: ReadonlyMap<string, { readonly face: Face; readonly codePoints: ReadonlySet<number> }>;
  /** The bookmark of a heading id: made on first use, the same after. */
  readonly bookmark: (id: string) => string;
  /** The charts drawn so far, in the order of their parts. */
  readonly charts: ChartPlan[];
  /** A heading's level in the outline, from 0, in the order of the text: it goes down one at a time. */
  readonly outlineOf: (level: number) => number;
  /** Addresses linked to so far. */
  readonly links: string[];
  /** The lists drawn so far, by reference. */
  readonly lists: Map<string, ListDefinition>;
};

export const startDrawing = (
  theme: Theme,
  page: PageTheme,
  fonts: FontSet,
  geometry: Geometry,
  leading: number,
  laidOut: Partial<LaidOut> = {},
): Drawing => {
  const used = new Map<string, { readonly face: Face; readonly codePoints: Set<number> }>();
  const bookmarks = new Map<string, string>();
  let outline = 0;
  return {
    theme,
    page,
    fonts,
    geometry,
    leading,
    used,
    faceRuns: (text, role, bold) => {
      const runs = fonts.runs(text, role, bold);
      for (const run of runs) {
        let use = used.get(run.face.key);
        if (use === undefined) used.set(run.face.key, (use = { face: run.face, codePoints: new Set() }));
        for (const character of run.text) use.codePoints.add(character.codePointAt(0) ?? 0);
      }
      return runs;
    },
    bookmark: (id) => {
      const known = bookmarks.get(id);
      if (known !== undefined) return known;
      const name = bookmarkName(bookmarks.size + 1);
      bookmarks.set(id, name);
      return name;
    },
    outlineOf: (level) => {
      outline = Math.min(level, outline + 1);
      return outline - 1;
    },
    charts: [],
    links: [],
    pageNumbers: laidOut.pageNumbers,
    gridSpaces: laidOut.gridSpaces ?? new Map(),
    ruledLines: laidOut.ruledLines ?? new Map(),
    columnWidths: laidOut.columnWidths ?? new Map(),
    lists: new Map(),
  };
};

/** A colour of the theme as six hexadecimal digits. */
export const color = (drawing: Drawing, name: string): string => colorOf(drawing.theme, name).slice(1).toUpperCase();

/** Where Word puts a quarter of an em between Chinese and Latin or digits (autoSpaceDE, autoSpaceDN). */
const gapsIn = (text: string): number =>
  [
    ...text.matchAll(
      /(?<=\p{Script=Han})(?=[\p{Script=Latin}\p{Nd}])|(?<=[\p{Script=Latin}\p{Nd}])(?=\p{Script=Han})/gu,
    ),
  ].length;

/** The width of a text in points, in a style, at its size unless another is given. */
export const widthOf = (drawing: Drawing, text: string, style: StyleName, points?: number): number => {
  const { role, bold, size } = drawing.page.styles[style];
  let em = gapsIn(text) / 4;
  for (const run of drawing.fonts.runs(text, role, bold)) {
    for (const character of run.text) em += run.face.advance(character.codePointAt(0) ?? 0);
  }
  return em * (points ?? size);
};
