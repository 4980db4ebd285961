// The definition to pages, and pages to PDF bytes, through the pieces of pdfmake put together as its Printer does.
// Two steps: a document with a page limit is laid out several times and drawn once.
// Fonts come from memory; no address and no local file is ever opened.
import type { FontSet } from '../fonts/font-set.ts';
import type { Definition } from './definition.ts';
import { loadDeflate } from './deflate.ts';
import { createFaceFont } from './face-font.ts';
import { createHeights } from './heights.ts';
import { layoutPages, type Layout } from './layout.ts';
import { findTargets, type Target } from './navigation.ts';
import { createComposer } from './paragraph.ts';
import { PdfDocument } from './pdf-document.ts';
import { renderPages } from './render.ts';

/** A definition on its pages. */
export type LaidOut = {
  readonly definition: Definition;
  readonly layout: Layout;
  /** Height of the text area, points. */
  readonly pageHeight: number;
  /** Where each heading id falls. */
  readonly targets: ReadonlyMap<string, Target>;
};

/** Lays the document out. */
export const layOut = (definition: Definition, fonts: FontSet): LaidOut => {
  const { page, content } = definition;
  const compose = createComposer(fonts);
  const layout = layoutPages(page, content, createHeights(compose), compose);
  return {
    definition,
    layout,
    pageHeight: page.height - page.margins.top - page.margins.bottom,
    targets: findTargets(layout.pages),
  };
};

/** Draws and writes what was laid out, once. Throws on a face that is not TrueType; the caller makes that a diagnostic. */
export const writePdf = async ({ definition, layout, targets }: LaidOut, fonts: FontSet): Promise<Uint8Array> => {
  const document = new PdfDocument(definition.info, await loadDeflate());
  fonts.faces.forEach((face, index) => document.addFaceFont(createFaceFont(document, face, index + 1)));
  renderPages(document, layout, targets, definition.page);
  document.end();
  return document.bytes();
};
