// The structure tree of a tagged PDF: elements in reading order with their standard types, and the element that each
// piece of marked content belongs to (ISO 32000-1, 14.7). Undefined for a file without tags.
import type { PdfFile } from './file.ts';
import type { PdfPage } from './pages.ts';
import { isDict, isRef, type PdfDict, type PdfValue } from './values.ts';

export type StructureElement = {
  /** Standard type after the role map: P, H1, TD. */
  readonly type: string;
  readonly alt: string;
  readonly actualText: string;
  readonly title: string;
  /** Of a TH: Row, Column, Both; empty when it says none. */
  readonly scope: string;
  readonly parent: StructureElement | undefined;
  readonly kids: readonly StructureElement[];
  /** Marked content directly in it: page number from 1, and number of the mark. */
  readonly content: readonly { readonly page: number; readonly mcid: number }[];
  /** Place in reading order, from 0. */
  readonly order: number;
};

export type Structure = {
  readonly elements: readonly StructureElement[];
  readonly elementOf: (page: number, mcid: number) => StructureElement | undefined;
};

const deepest = 200;

type Growing = StructureElement & {
  readonly kids: StructureElement[];
  readonly content: { page: number; mcid: number }[];
};

export const readStructure = (file: PdfFile, pages: readonly PdfPage[]): Structure | undefined => {
  const root = file.dict(file.catalog.get('StructTreeRoot'));
  if (root === undefined) return undefined;
  const roles = file.dict(root.get('RoleMap'));
  const pageNumbers = new Map(pages.map(({ object, number }) => [object, number]));
  const elements: StructureElement[] = [];
  const owners = new Map<string, StructureElement>();
  const seen = new Set<PdfDict>();

  const standard = (type: string): string => {
    let found = type;
    for (let steps = 0; steps < 10 && roles?.has(found) === true; steps += 1) {
      const next = file.name(roles.get(found));
      if (next === '' || next === found) break;
      found = next;
    }
    return found;
  };

  const pageOf = (value: PdfValue | undefined): number =>
    value !== undefined && isRef(value) ? (pageNumbers.get(value.number) ?? 0) : 0;

  const scopeOf = (dict: PdfDict): string => {
    const own = file.resolve(dict.get('A'));
    const list = isDict(own) ? [own] : file.array(own).map((item) => file.dict(item));
    return list.map((attribute) => file.name(attribute?.get('Scope'))).find((scope) => scope !== '') ?? '';
  };

  const visit = (value: PdfValue, parent: Growing | undefined, page: number, depth: number): void => {
    const resolved = file.resolve(value);
    if (typeof resolved === 'number') {
      if (parent !== undefined) own(parent, page, resolved);
      return;
    }
    if (Array.isArray(resolved)) {
      for (const item of resolved) visit(item, parent, page, depth);
      return;
    }
    const dict = file.dict(resolved);
    if (dict === undefined || depth > deepest) return;
    const here = dict.has('Pg') ? pageOf(dict.get('Pg')) : page;
    if (dict.has('MCID')) {
      if (parent !== undefined) own(parent, here, file.number(dict.get('MCID')) ?? -1);
      return;
    }
    if (!dict.has('S') || seen.has(dict)) return;
    seen.add(dict);
    const element: Growing = {
      type: standard(file.name(dict.get('S'))),
      alt: file.text(dict.get('Alt')),
      actualText: file.text(dict.get('ActualText')),
      title: file.text(dict.get('T')),
      scope: scopeOf(dict),
      parent,
      kids: [],
      content: [],
      order: elements.length,
    };
    elements.push(element);
    parent?.kids.push(element);
    const kids = dict.get('K');
    if (kids !== undefined) visit(kids, element, here, depth + 1);
  };

  const own = (element: Growing, page: number, mcid: number): void => {
    element.content.push({ page, mcid });
    owners.set(`${page}:${mcid}`, element);
  };

  const kids = root.get('K');
  if (kids !== undefined) visit(kids, undefined, 0, 0);
  return { elements, elementOf: (page, mcid) => owners.get(`${page}:${mcid}`) };
};
