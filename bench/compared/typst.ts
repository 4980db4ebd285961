// Typst in process, one of the compared. Each document is compiled anew: what it remembers of the one before is dropped.
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { page, type Maker, type Setup } from './compared.ts';

const require = createRequire(import.meta.url);

/** `top-edge` and `bottom-edge` of one em and no more make `leading` the rest of the line pitch. */
const settingOf = (family: string): string => `
#set page(paper: "a4", margin: (left: ${page.left}pt, top: ${page.top}pt, right: ${page.right}pt, bottom: ${page.bottom}pt))
#set text(font: "${family}", size: ${page.size}pt, lang: "zh", region: "cn", tracking: ${page.tracking}pt, fallback: false,
  top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, first-line-indent: (amount: ${page.indent}pt, all: true),
  leading: ${page.leading - page.size}pt, spacing: ${page.leading - page.size}pt)
`;

export const typst = ({ face }: Setup): Maker => {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [Buffer.from(face.bytes)] }] });
  const { version } = require('@myriaddreamin/typst-ts-node-compiler/package.json') as { version: string };
  const setting = settingOf(face.family);
  return {
    name: 'typst',
    version,
    // A text is given as string literals: nothing in it is taken for markup.
    make: async ({ paragraphs }) => {
      const body = paragraphs.map((text) => `#par(${JSON.stringify(text)})`).join('\n');
      const pdf = compiler.pdf({ mainFileContent: setting + body });
      compiler.evictCache(0);
      return pdf;
    },
  };
};
