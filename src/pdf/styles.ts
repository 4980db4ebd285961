// The theme's styles as the writer uses them: sizes, leading and faces of a named style on the document's page.
// A Builder is what every block builder takes: theme, fonts, page and the width to fill.
import type { ChartDrawing } from '../charts/draw-chart.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { colorOf, styleNames, type PageTheme, type StyleName, type TextStyle, type Theme } from '../theme/theme.ts';
import type { Chart, Document } from '../tree/tree.ts';
import type { PageDefinition } from './definition.ts';

export type Builder = {
  readonly document: Document;
  readonly theme: Theme;
  readonly pageTheme: PageTheme;
  readonly styles: ReadonlyMap<StyleName, ResolvedStyle>;
  readonly fonts: FontSet;
  readonly page: PageDefinition;
  /** Width of the text area, or of the column that is being filled, points. */
  readonly width: number;
  /** Plans a chart of this width; the caller has loaded the drawing library if the document has charts. */
  readonly planChart: (chart: Chart, width: number) => ChartDrawing;
};

/** A style with its face and colour found and its leading as the document asks. */
export type ResolvedStyle = TextStyle & { readonly name: StyleName; readonly hex: string };

/** All styles of a page with the leading that the document asks for. */
export const resolveStyles = (theme: Theme, page: PageTheme, leading: number): ReadonlyMap<StyleName, ResolvedStyle> =>
  new Map(
    styleNames.map((name) => {
      const style = page.styles[name];
      return [name, { ...style, name, leading: style.leading * leading, hex: colorOf(theme, style.color) }];
    }),
  );

export const styleOf = (builder: Builder, name: StyleName): ResolvedStyle => {
  const style = builder.styles.get(name);
  if (style === undefined) throw new RangeError(`no style ${name}`); // resolveStyles has them all
  return style;
};

/** Type sizes of the theme's scale, largest first; nothing is set between them. */
const typeScale = [42, 22, 16, 14, 12, 10.5, 9, 8] as const;

/** The next smaller size of the scale, 8 at the least. */
export const smallerSize = (size: number): number => typeScale.find((step) => step < size) ?? 8;

/**
 * Space added to each full-width character of the grid's type size, so that a line holds the characters of
 * GB/T 9704—2012, 5.2.3: 28 of 16 pt in 156 mm take 15.79 pt each.
 */
export const gridTracking = (builder: Builder, size: number): number => {
  const { grid, styles } = builder.pageTheme;
  if (grid === undefined || size !== styles.body.size) return 0;
  const { width, margins } = builder.page;
  return (width - margins.left - margins.right) / grid.characters - size;
};
