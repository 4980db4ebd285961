// Page geometry and footers: from the theme's margins in mm to twips, the character-and-line grid, page numbers.
// GB/T 9704—2012: margins 5.2.1, 22 lines of 28 characters 5.2.3, page numbers 7.5 (odd at right, even at left).
import {
  AlignmentType,
  DocumentGridType,
  Footer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type ISectionPropertiesOptions,
} from 'docx';
import type { Document, PageRequest } from '../tree/tree.ts';
import type { PageTheme } from '../theme/theme.ts';
import { eastAsiaHint } from './inlines.ts';
import { styles } from './style-names.ts';

/** Lengths in twips (1/20 pt). */
export type Geometry = {
  readonly width: number;
  readonly height: number;
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly textWidth: number;
  readonly textHeight: number;
};

export const twips = (points: number): number => Math.round(points * 20);
export const twipsOfMm = (mm: number): number => Math.round((mm * 1440) / 25.4);

/** Width and height in mm, upright (ISO 216). */
const paper = { A3: [297, 420], A4: [210, 297], A5: [148, 210] } as const;

/** The page in twips; margins are those of A4, scaled to the paper's width. */
export const geometryOf = (request: PageRequest, page: PageTheme): Geometry => {
  const [short, long] = paper[request.size];
  const scale = short / paper.A4[0];
  const upright = request.orientation === 'portrait';
  const width = twipsOfMm(upright ? short : long);
  const height = twipsOfMm(upright ? long : short);
  const margins = {
    top: twipsOfMm(page.margins.top * scale),
    right: twipsOfMm(page.margins.right * scale),
    bottom: twipsOfMm(page.margins.bottom * scale),
    left: twipsOfMm(page.margins.left * scale),
  };
  return {
    width,
    height,
    margins,
    textWidth: width - margins.left - margins.right,
    textHeight: height - margins.top - margins.bottom,
  };
};

/** The grid's line and character pitch in points, on the paper asked for; undefined on a free page. */
export const gridOf = (
  document: Pick<Document, 'leading'>,
  page: PageTheme,
  geometry: Geometry,
): { readonly line: number; readonly character: number } | undefined =>
  page.grid === undefined
    ? undefined
    : {
        line: page.styles.body.leading * document.leading,
        character: geometry.textWidth / 20 / page.grid.characters,
      };

/** 7.5: the dash of the page number stands 7 mm below the text area. */
const pageNumberDrop = 7;

/** Everything about a section but its blocks. */
export const sectionProperties = (
  document: Document,
  page: PageTheme,
  geometry: Geometry,
): ISectionPropertiesOptions => {
  const grid = gridOf(document, page, geometry);
  const { leading } = page.styles['page-number'];
  const below = twipsOfMm(pageNumberDrop) + twips(leading / 2);
  const landscape = document.page.orientation === 'landscape';
  return {
    page: {
      // docx turns the sides of a landscape page itself.
      size: {
        width: landscape ? geometry.height : geometry.width,
        height: landscape ? geometry.width : geometry.height,
        orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        ...geometry.margins,
        header: Math.min(851, geometry.margins.top),
        footer: Math.max(0, geometry.margins.bottom - below),
        gutter: 0,
      },
    },
    ...(grid === undefined
      ? {}
      : {
          grid: {
            type: DocumentGridType.LINES_AND_CHARS,
            linePitch: twips(grid.line),
            // In 4096ths of a point, what a character of the body's size gains or loses (ECMA-376 Part 1, 17.6.5).
            charSpace: Math.round((grid.character - page.styles.body.size) * 4096),
          },
        }),
  };
};

const pageNumberParagraph = (side: 'left' | 'right'): Paragraph =>
  new Paragraph({
    style: styles['page-number'].id,
    alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    children: [
      new TextRun({ text: '— ', font: eastAsiaHint }),
      new TextRun({ children: [PageNumber.CURRENT] }),
      new TextRun({ text: ' —', font: eastAsiaHint }),
    ],
  });

/** Footers with `— 1 —`: odd pages at right, even at left, one character in; none when pages are not numbered. */
export const footers = (document: Document): { readonly default: Footer; readonly even: Footer } | undefined =>
  document.page.numbered
    ? {
        default: new Footer({ children: [pageNumberParagraph('right')] }),
        even: new Footer({ children: [pageNumberParagraph('left')] }),
      }
    : undefined;

/** The characters that page numbers need. */
export const pageNumberText = '— 0123456789 —';
