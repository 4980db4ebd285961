// A part of an OOXML package as one who knows the transitional schemas alone is to read it (ECMA-376 Part 3): elements
// and attributes in the namespaces that mc:Ignorable names are dropped, alternate content gives way to its fallback.
import { SaxesParser } from 'saxes';

const markup = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The part without what may be ignored. Throws when it is not well-formed. */
export const withoutIgnorable = (xml: string): string => {
  const parser = new SaxesParser({ xmlns: true });
  const ignorable = new Set<string>();
  let made = '';
  let dropped = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    for (const { uri, local, value } of Object.values(tag.attributes)) {
      if (uri !== markup || local !== 'Ignorable') continue;
      for (const prefix of value.split(/\s+/)) ignorable.add(parser.resolve(prefix) ?? '');
    }
    const isCompatibility = tag.uri === markup;
    const isDropped = dropped > 0 || ignorable.has(tag.uri) || (isCompatibility && tag.local === 'Choice');
    if (isDropped) dropped += 1;
    if (isDropped || isCompatibility) return;
    const attributes = Object.values(tag.attributes)
      .filter(({ uri }) => uri !== markup && !ignorable.has(uri))
      .map(({ name, value }) => ` ${name}="${escape(value)}"`);
    made += `<${tag.name}${attributes.join('')}>`;
  });
  parser.on('closetag', (tag) => {
    if (dropped > 0) dropped -= 1;
    else if (tag.uri !== markup) made += `</${tag.name}>`;
  });
  parser.on('text', (text) => {
    if (dropped === 0) made += escape(text);
  });
  parser.write(xml).close();
  return made;
};
