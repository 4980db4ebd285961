// XML of an OOXML part as a small tree. Names carry the usual prefixes (`w:p`), whatever prefixes the part declares, so
// that strict documents and those of other producers are asked the same way. Entities and DTDs are not followed.
import { SaxesParser } from 'saxes';

export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
};

/** Prefixes by namespace, transitional and strict (ECMA-376 Parts 1 and 4). */
const usual: readonly (readonly [prefix: string, namespaces: readonly string[]])[] = [
  [
    'w',
    [
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    ],
  ],
  [
    'r',
    [
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    ],
  ],
  [
    'wp',
    [
      'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
      'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing',
    ],
  ],
  ['a', ['http://schemas.openxmlformats.org/drawingml/2006/main', 'http://purl.oclc.org/ooxml/drawingml/main']],
  ['c', ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'http://purl.oclc.org/ooxml/drawingml/chart']],
  ['mc', ['http://schemas.openxmlformats.org/markup-compatibility/2006']],
];
const prefixOf = new Map(usual.flatMap(([prefix, spaces]) => spaces.map((space) => [space, prefix] as const)));

type Growing = { name: string; attributes: Map<string, string>; children: (Growing | string)[] };

/** Parses a part; the message of the parser when it is not well-formed. */
export const parseXml = (text: string): { readonly root: XmlElement } | { readonly problem: string } => {
  const parser = new SaxesParser({ xmlns: false });
  const stack: Growing[] = [];
  let root: Growing | undefined;
  let problem = '';
  let renamed = new Map<string, string>();

  const nameOf = (name: string): string => {
    const at = name.indexOf(':');
    const prefix = at < 0 ? '' : name.slice(0, at);
    const mapped = renamed.get(prefix);
    if (mapped === undefined) return name;
    return `${mapped}:${at < 0 ? name : name.slice(at + 1)}`;
  };

  parser.on('error', (error) => {
    problem ||= error.message;
  });
  parser.on('opentag', (tag) => {
    for (const [key, value] of Object.entries(tag.attributes)) {
      if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
      const prefix = key === 'xmlns' ? '' : key.slice(6);
      const due = prefixOf.get(value);
      if (due !== undefined && due !== prefix) renamed = new Map(renamed).set(prefix, due);
      else if (due === undefined && renamed.has(prefix)) {
        renamed = new Map(renamed);
        renamed.delete(prefix);
      }
    }
    const attributes = new Map(
      // Attributes without a prefix are in no namespace.
      Object.entries(tag.attributes).map(([key, value]) => [key.includes(':') ? nameOf(key) : key, value]),
    );
    const element: Growing = { name: nameOf(tag.name), attributes, children: [] };
    const parent = stack.at(-1);
    if (parent === undefined) root ??= element;
    else parent.children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => void stack.pop());
  const addText = (value: string): void => void stack.at(-1)?.children.push(value);
  parser.on('text', addText);
  parser.on('cdata', addText);
  try {
    parser.write(text).close();
  } catch (error) {
    problem ||= error instanceof Error ? error.message : String(error);
  }
  if (problem !== '' || root === undefined) return { problem: problem || 'no root element' };
  return { root };
};

export const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string';

/** The child elements, of one name or of any. */
export const childrenOf = (element: XmlElement | undefined, name?: string): readonly XmlElement[] =>
  (element?.children ?? []).filter(
    (child): child is XmlElement => isElement(child) && (name === undefined || child.name === name),
  );

export const childOf = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((found, name) => childrenOf(found, name)[0], element);

/** All elements of a name at any depth, in document order; the fallbacks of alternate content are left out. */
export const descendantsOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] => {
  const found: XmlElement[] = [];
  const visit = (node: XmlElement): void => {
    for (const child of childrenOf(node)) {
      if (child.name === 'mc:Fallback') continue;
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  if (element !== undefined) visit(element);
  return found;
};

export const textOf = (element: XmlElement | undefined): string =>
  (element?.children ?? []).map((child) => (isElement(child) ? textOf(child) : child)).join('');

export const attribute = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes.get(name);

/** The `w:val` of a child. */
export const valueOf = (element: XmlElement | undefined, name: string): string | undefined =>
  attribute(childOf(element, name), 'w:val');

/** An on/off property (ECMA-376-1, 17.17.4): undefined when it is not there. */
export const isOn = (element: XmlElement | undefined, name: string): boolean | undefined => {
  const child = childOf(element, name);
  if (child === undefined) return undefined;
  return !['0', 'false', 'off'].includes(attribute(child, 'w:val') ?? 'true');
};

/** A whole number in an attribute. */
export const numberIn = (element: XmlElement | undefined, name: string): number | undefined => {
  const value = attribute(element, name);
  return value !== undefined && /^-?\d+$/.test(value) ? Number(value) : undefined;
};
