// pdfmake as it comes, one of the compared: its own line breaks and justification, nothing of this project in between.
import { createRequire } from 'node:module';
import { page, type Maker, type Setup } from './compared.ts';

const require = createRequire(import.meta.url);

type Stock = {
  readonly virtualfs: { readonly writeFileSync: (name: string, bytes: Buffer) => void };
  readonly setFonts: (fonts: Record<string, Record<string, string>>) => void;
  readonly setUrlAccessPolicy: (policy: () => boolean) => void;
  readonly setLocalAccessPolicy: (policy: () => boolean) => void;
  readonly createPdf: (definition: unknown) => { readonly getBuffer: () => Promise<Buffer> };
};

export const stockPdfmake = ({ face }: Setup): Maker => {
  const pdfmake = require('pdfmake') as Stock;
  const { version } = require('pdfmake/package.json') as { version: string };
  const file = `${face.key}.ttf`;
  pdfmake.virtualfs.writeFileSync(file, Buffer.from(face.bytes));
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  pdfmake.setFonts({ text: { normal: file } });
  return {
    name: 'pdfmake',
    version,
    make: async ({ paragraphs }) =>
      pdfmake
        .createPdf({
          pageSize: 'A4',
          pageMargins: [page.left, page.top, page.right, page.bottom],
          defaultStyle: {
            font: 'text',
            fontSize: page.size,
            characterSpacing: page.tracking,
            lineHeight: page.leading / (page.size * (face.ascender - face.descender)),
            alignment: 'justify',
            leadingIndent: page.indent,
          },
          content: paragraphs.map((text) => ({ text })),
        })
        .getBuffer(),
  };
};
