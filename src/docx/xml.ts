// Writes the XML that docx has no options for: whole parts as text, and single elements among docx's own objects.
// Text parts are built from `tag`; nothing here knows what an element means.
import { ImportedXmlComponent, type XmlComponent } from 'docx';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Characters that XML cannot hold in any form are dropped; the fonts gate has reported them before. */
// eslint-disable-next-line no-control-regex -- these are the characters meant
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Text as it stands in XML content or in a quoted attribute. */
export const escapeXml = (text: string): string =>
  text
    .replace(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** One element as text. Children are XML already; attributes that are undefined are left out. */
export const tag = (name: string, attributes: Attributes = {}, ...children: readonly string[]): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
};

/** A whole part: the declaration and its root. */
export const xmlPart = (root: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;

export const namespaces = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  relationships: 'http://schemas.openxmlformats.org/package/2006/relationships',
} as const;

/** An element that docx has no class for, to stand among its objects. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (XmlComponent | string)[]
): ImportedXmlComponent => {
  const made = new ImportedXmlComponent(name, Object.keys(attributes).length === 0 ? undefined : attributes);
  for (const child of children) made.push(child);
  return made;
};
