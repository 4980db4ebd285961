// The pieces of docx that its types keep private, given types here: a package's parts before they are zipped, so that
// they need not be unzipped to be finished, and an attribute writer that does not copy what it has for each one more.
// docx is pinned exactly; test/unit/docx/docx-parts.test.ts holds it to what is used here.
import { NextAttributeComponent, Packer, type Document } from 'docx';
import { putIn, startWriting } from './written.ts';

/** Parts of a package by path; text is UTF-8 when it is zipped. */
export type Parts = Map<string, string | Uint8Array>;

type Compiler = { readonly compile: (document: Document) => ReadonlyMap<string, string | Uint8Array> };

const { compiler } = Packer as unknown as { readonly compiler: Compiler };

type AttributeRoot = Readonly<Record<string, { readonly key: string; readonly value: unknown }>>;

// Every border, width and colour of a table cell goes through here; docx makes a new object for each attribute.
Object.assign(NextAttributeComponent.prototype, {
  prepForXml(this: { readonly root: AttributeRoot }) {
    const attributes: Record<string, unknown> = {};
    for (const { key, value } of Object.values(this.root)) if (value !== undefined) attributes[key] = value;
    return { _attr: attributes };
  },
});

/** The parts of a document as docx writes them, with the pieces that we wrote. */
export const compileParts = (document: Document): Parts => {
  startWriting();
  const parts: Parts = new Map(compiler.compile(document));
  putIn(parts);
  return parts;
};
