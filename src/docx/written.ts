// XML that we write ourselves among docx's objects. docx makes some ten objects of a run or a cell, turns each into
// another and only then into text; a document holds them by the thousand. A piece written here stands in docx's tree as
// one empty element, and its text is put in when the part is written.
import { FileChild, type IContext, type IXmlableObject, type ParagraphChild } from 'docx';
import type { Parts } from './docx-parts.ts';

/** A relationship of the part that the piece will stand in. */
export type Link = { readonly id: string; readonly target: string };

const hyperlink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** The empty element: no other part of a package has one of this name. */
const mark = 'jianbao';

/** Pieces that docx has come by since `startWriting`, in the order of the text. Writing is one synchronous run. */
let met: string[] = [];

export class Written extends FileChild {
  readonly xml: string;
  readonly links: readonly Link[];

  constructor(name: string, xml: string, links: readonly Link[] = []) {
    super(name);
    this.xml = xml;
    this.links = links;
  }

  override prepForXml(context: IContext): IXmlableObject {
    for (const { id, target } of this.links) {
      context.viewWrapper.Relationships.addRelationship(id, hyperlink, target, 'External');
    }
    met.push(this.xml);
    return { [mark]: { _attr: { n: met.length - 1 } } };
  }
}

/** To be called before docx writes the parts of a package. */
export const startWriting = (): void => {
  met = [];
};

/** Puts the pieces in their places. */
export const putIn = (parts: Parts): void => {
  for (const [path, content] of parts) {
    if (typeof content !== 'string' || !content.includes(`<${mark} `)) continue;
    parts.set(
      path,
      content.replaceAll(/<jianbao n="(\d+)"\/>/g, (_, index: string) => met[Number(index)] ?? ''),
    );
  }
  met = [];
};

/** The XML of pieces that stand side by side, and their links. */
export const joined = (pieces: readonly Written[]): { readonly xml: string; readonly links: readonly Link[] } => ({
  xml: pieces.map(({ xml }) => xml).join(''),
  links: pieces.flatMap(({ links }) => links),
});

/** For a paragraph of docx: its types name docx's own classes, but all it does with a child is to write it. */
export const asChildren = (pieces: readonly Written[]): ParagraphChild[] =>
  pieces as readonly FileChild[] as ParagraphChild[];
