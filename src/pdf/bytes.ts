// The definition to PDF bytes: layout, drawing and writing, through the pieces of pdfmake put together as its Printer does.
// Fonts come from memory; no address and no local file is ever opened.
import type { FontSet } from '../fonts/font-set.ts';
import type { Definition } from './definition.ts';
import { createFaceFont } from './face-font.ts';
import { createHeights } from './heights.ts';
import { layoutPages } from './layout.ts';
import { createComposer } from './paragraph.ts';
import { PdfDocument } from './pdf-document.ts';
import { renderPages } from './render.ts';

export type PdfBytes = {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Height of the text area, points. */
  readonly pageHeight: number;
  /** Points of content on the last page. */
  readonly lastHeight: number;
  /** The page, from 1, that each heading id falls on. */
  readonly headingPages: ReadonlyMap<string, number>;
};

/** Writes the document. Throws on a face that is not TrueType; the caller turns that into a diagnostic. */
export const writePdf = ({ page, content, info }: Definition, fonts: FontSet): PdfBytes => {
  const compose = createComposer(fonts);
  const layout = layoutPages(page, content, createHeights(compose), compose);
  const document = new PdfDocument(info);
  fonts.faces.forEach((face, index) => document.addFaceFont(createFaceFont(document, face, index + 1)));
  const headingPages = renderPages(document, layout, page);
  document.end();
  return {
    bytes: document.bytes(),
    pages: layout.pages.length,
    pageHeight: page.height - page.margins.top - page.margins.bottom,
    lastHeight: layout.lastHeight,
    headingPages,
  };
};
