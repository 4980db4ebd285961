// The XMP packet of a document: title, author, dates and the standards that it claims.
// Written by us because pdfkit's does not escape what it is given and knows one standard at a time.
import type { Definition } from './definition.ts';

const escapeXml = (value: string): string => value.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A document's date at midnight UTC, 1970 where it is no date. */
export const dateOf = (iso: string): Date => {
  const [year = 1970, month = 1, day = 1] = /^\d{4}-\d\d-\d\d$/.test(iso) ? iso.split('-').map(Number) : [];
  // oxlint-disable-next-line no-restricted-globals -- made from DocumentMeta.date alone; pdfkit takes dates as objects
  return new Date(Date.UTC(year, month - 1, day));
};

/** PDF/A knows no `pdfuaid` of its own: a schema outside it has to be described (ISO 19005-2, 6.6.2.3.3). */
const uaExtension = [
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>',
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>',
].join('');

const namespaces = Object.entries({
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
})
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('');

/** XMP packet (ISO 16684-1), with the identifications of PDF/UA-1 and PDF/A-2a for a document that may claim them. */
export const xmpOf = ({ title, subject, author, keywords, language, date, claims }: Definition['info']): string => {
  const iso = `${dateOf(date).toISOString().slice(0, 19)}Z`;
  const localized = (name: string, value: string): string =>
    value === ''
      ? ''
      : `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(value)}</rdf:li></rdf:Alt></${name}>`;
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about=""${namespaces}>`,
    localized('dc:title', title),
    author === '' ? '' : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>`,
    localized('dc:description', subject),
    `<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreateDate>${iso}</xmp:CreateDate><xmp:ModifyDate>${iso}</xmp:ModifyDate><xmp:CreatorTool>jianbao</xmp:CreatorTool>`,
    '<pdf:Producer>jianbao</pdf:Producer>',
    keywords === '' ? '' : `<pdf:Keywords>${escapeXml(keywords)}</pdf:Keywords>`,
    claims
      ? '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>'
      : '',
    claims ? uaExtension : '',
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>',
  ]
    .filter((line) => line !== '')
    .join('\n');
};
