// The structure elements of a document (tags) and how they are written: ISO 32000-1, 14.7 and 14.8, as PDF/UA-1 asks.
// layout.ts grows the tree in reading order; render.ts hangs marked content on it; this file writes it into the file.
import type { Tag } from './definition.ts';
import { catalogOf, type PdfDocumentBase, type PdfReference } from './pdfmake-parts.ts';

/** Marked content on a page, or an annotation. */
export type Content =
  | { readonly page: PdfReference; readonly mcid: number }
  | { readonly page: PdfReference; readonly annotation: PdfReference };

export type Element = { readonly tag: Tag; readonly kids: (Element | Content)[] };

export const createElement = (tag: Tag, parent?: Element): Element => {
  const element: Element = { tag, kids: [] };
  parent?.kids.push(element);
  return element;
};

/** The elements of the marked content of one page, by their number. */
export type PageMarks = { readonly page: PdfReference; readonly elements: Element[] };

const attributes = ({ scope, colSpan, type }: Tag): Record<string, unknown> | undefined => {
  if (scope !== undefined || colSpan !== undefined) {
    return {
      O: 'Table',
      ...(scope === undefined ? {} : { Scope: scope }),
      ...(colSpan === undefined ? {} : { ColSpan: colSpan }),
    };
  }
  return type === 'Figure' ? { O: 'Layout', Placement: 'Block' } : undefined;
};

const isEmpty = (kid: Element | Content): boolean => 'tag' in kid && keeps(kid) === false;

/** An element without content is dropped, except cells: a row has as many as the table has columns. */
const keeps = ({ tag, kids }: Element): boolean =>
  tag.type === 'TD' || tag.type === 'TH' || kids.some((kid) => !isEmpty(kid));

/** Writes the tree under the catalog. The document must be marked and its pages not yet ended. */
export const writeStructure = (document: PdfDocumentBase, root: Element, marks: readonly PageMarks[]): void => {
  const refs = new Map<Element, PdfReference>();
  const parents: unknown[] = [];
  let nextParent = marks.length;
  const tree = document.ref({ Type: 'StructTreeRoot' });

  // A sheet may begin with small headings; tags go down one level at a time (ISO 14289-1, 7.4.2).
  let level = 0;
  const typeOf = ({ type }: Tag): string => {
    if (!/^H\d$/.test(type)) return type;
    level = Math.min(Number(type.slice(1)), level + 1);
    return `H${level}`;
  };

  const write = (element: Element, parent: PdfReference): PdfReference => {
    const ref = document.ref({ Type: 'StructElem', S: typeOf(element.tag), P: parent });
    refs.set(element, ref);
    const shape = attributes(element.tag);
    if (shape !== undefined) ref.data['A'] = shape;
    if (element.tag.alt !== undefined) ref.data['Alt'] = new String(element.tag.alt);
    const first = element.kids.find((kid): kid is Content => !('tag' in kid));
    if (first !== undefined) ref.data['Pg'] = first.page;
    ref.data['K'] = element.kids
      .filter((kid) => !isEmpty(kid))
      .map((kid) => {
        if ('tag' in kid) return write(kid, ref);
        if ('annotation' in kid) {
          kid.annotation.data['StructParent'] = nextParent;
          parents.push(nextParent++, ref);
          return { Type: 'OBJR', Obj: kid.annotation, Pg: kid.page };
        }
        return kid.page === first?.page ? kid.mcid : { Type: 'MCR', Pg: kid.page, MCID: kid.mcid };
      });
    ref.end();
    return ref;
  };

  tree.data['K'] = [write(root, tree)];
  const pages = marks.flatMap(({ page, elements }, index) => {
    page.data['StructParents'] = index;
    page.data['Tabs'] = 'S';
    return [index, elements.map((element) => refs.get(element) ?? null)];
  });
  const parentTree = document.ref({ Nums: [...pages, ...parents] });
  parentTree.end();
  tree.data['ParentTree'] = parentTree;
  tree.data['ParentTreeNextKey'] = nextParent;
  // pdfkit ends both when the document ends.
  catalogOf(document)['StructTreeRoot'] = tree;
  catalogOf(document)['MarkInfo'] = document.ref({ Marked: true });
};
