// The page: size, margins, grid and page number of a document, from its request and the theme.
// GB/T 9704—2012: margins 5.2.1, 22 lines 5.2.3, page number 7.5.
import { colorOf, type Theme } from '../theme/theme.ts';
import type { FontSet } from '../fonts/font-set.ts';
import type { Document } from '../tree/tree.ts';
import type { PageDefinition } from './definition.ts';

const sizes = { A3: [297, 420], A4: [210, 297], A5: [148, 210] } as const;

/** Points in a millimetre. */
export const mm = (value: number): number => (value * 72) / 25.4;

/** The page's name in the theme, `sheet` where the theme has no such page. */
export const pageName = (theme: Theme, document: Document): string =>
  document.page.name in theme.pages ? document.page.name : (Object.keys(theme.pages)[0] ?? document.page.name);

export const pageOf = (theme: Theme, fonts: FontSet, document: Document): PageDefinition | undefined => {
  const page = theme.pages[pageName(theme, document)];
  if (page === undefined) return undefined;
  const [short, long] = sizes[document.page.size];
  const upright = document.page.orientation === 'portrait';
  // Margins are those of A4 in the theme and keep their part of the page on other sizes.
  const part = short / sizes.A4[0];
  const { top, right, bottom, left } = page.margins;
  const style = page.styles['page-number'];
  const body = page.styles.body;
  return {
    width: mm(upright ? short : long),
    height: mm(upright ? long : short),
    margins: { left: mm(left * part), top: mm(top * part), right: mm(right * part), bottom: mm(bottom * part) },
    pitch: page.grid === undefined ? 0 : body.leading * document.leading,
    ...(document.page.numbered
      ? {
          number: {
            run: {
              size: style.size,
              style: { face: fonts.resolve(style.role, style.bold).key, color: colorOf(theme, style.color) },
            },
            // 7.5: the dashes stand 7 mm below the text area; an em dash is drawn a third of an em above the baseline.
            drop: page.grid === undefined ? mm(bottom * part) * 0.6 : mm(7) + style.size * 0.35,
            // 7.5: one character in from the edge.
            inset: style.size,
          },
        }
      : {}),
  };
};
