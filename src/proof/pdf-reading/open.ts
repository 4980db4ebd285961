// Opens a PDF for proof: everything that the rules ask about, read once.
import { openPdf, type PdfFile } from './file.ts';
import { readParagraphs, type Paragraph } from './lines.ts';
import { readMetadata, type Metadata } from './metadata.ts';
import { readPages, type PdfPage } from './pages.ts';
import { readStructure, type Structure } from './structure.ts';

export type OpenedPdf = {
  readonly file: PdfFile;
  readonly pages: readonly PdfPage[];
  readonly structure?: Structure;
  readonly metadata: Metadata;
  readonly paragraphs: readonly Paragraph[];
};

/** Undefined when the bytes are no PDF. */
export const openForProof = (bytes: Uint8Array): OpenedPdf | undefined => {
  const file = openPdf(bytes);
  if (file === undefined) return undefined;
  const pages = file.encrypted ? [] : readPages(file);
  const structure = readStructure(file, pages);
  return {
    file,
    pages,
    ...(structure === undefined ? {} : { structure }),
    metadata: readMetadata(file),
    paragraphs: readParagraphs(pages, structure),
  };
};
