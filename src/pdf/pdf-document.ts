// pdfkit's document with our fonts, one buffer of content for each page, and metadata of our own:
// fixed dates and identifiers, escaped XMP, language, title shown, sRGB as output intent. Reads no clock and no file.
import type { Definition } from './definition.ts';
import type { FaceFont } from './face-font.ts';
import { catalogOf, keepFont, PdfDocumentBase, useFont } from './pdfmake-parts.ts';
import { srgbProfile } from './srgb-profile.ts';

const escapeXml = (value: string): string => value.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The document's date at midnight UTC: files made again from the same data are the same. */
const dateOf = (iso: string): Date => {
  const [year = 1970, month = 1, day = 1] = /^\d{4}-\d\d-\d\d$/.test(iso) ? iso.split('-').map(Number) : [];
  // oxlint-disable-next-line no-restricted-globals -- made from DocumentMeta.date alone; pdfkit takes dates as objects
  return new Date(Date.UTC(year, month - 1, day));
};

/** XMP packet (ISO 16684-1) with the identifications of PDF/UA-1 and PDF/A-2a, which veraPDF checks in .ci/run. */
const xmpOf = ({ title, subject, author, keywords, language, date }: Definition['info']): string => {
  const iso = `${dateOf(date).toISOString().slice(0, 19)}Z`;
  const localized = (name: string, value: string): string =>
    value === ''
      ? ''
      : `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(value)}</rdf:li></rdf:Alt></${name}>`;
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
    localized('dc:title', title),
    author === '' ? '' : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>`,
    localized('dc:description', subject),
    `<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreateDate>${iso}</xmp:CreateDate><xmp:ModifyDate>${iso}</xmp:ModifyDate><xmp:CreatorTool>jianbao</xmp:CreatorTool>`,
    '<pdf:Producer>jianbao</pdf:Producer>',
    keywords === '' ? '' : `<pdf:Keywords>${escapeXml(keywords)}</pdf:Keywords>`,
    '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>',
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>',
  ]
    .filter((line) => line !== '')
    .join('\n');
};

export class PdfDocument extends PdfDocumentBase {
  private buffered: string[] = [];
  private readonly definitionInfo: Definition['info'];
  private readonly faceFonts = new Map<string, FaceFont>();

  constructor(info: Definition['info']) {
    const date = dateOf(info.date);
    const given = { Title: info.title, Subject: info.subject, Author: info.author, Keywords: info.keywords };
    const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
    const options = {
      pdfVersion: '1.7',
      lang: info.language,
      displayTitle: true,
      autoFirstPage: false,
      bufferPages: true,
      font: null,
      info: { Producer: 'jianbao', Creator: 'jianbao', ...present, CreationDate: date, ModDate: date },
    };
    super({}, {}, {}, {}, options, null, () => false);
    this.definitionInfo = info;
  }

  /** Makes a font known by its face's key, to our lines, and by its family, to svg-to-pdfkit. */
  addFaceFont(font: FaceFont): void {
    this.faceFonts.set(font.face.key, font);
    keepFont(this, font.face.key, font);
    const family = this.fonts[font.face.family] ?? { normal: font.face.key, bold: font.face.key };
    this.fonts[font.face.family] = { ...family, [font.face.bold ? 'bold' : 'normal']: font.face.key };
    this.fonts[font.face.key] = { normal: font.face.key, bold: font.face.key };
  }

  faceFont(key: string): FaceFont | undefined {
    return this.faceFonts.get(key);
  }

  override font(source: string): PdfDocumentBase {
    const font = this.faceFonts.get(source);
    if (font === undefined) throw new Error(`no face ${source}`);
    useFont(this, font);
    return this;
  }

  /** Collected, because pdfkit makes a buffer of each operator that it writes. */
  override addContent(data: string): PdfDocumentBase {
    this.buffered.push(data);
    return this;
  }

  /** Ends the content of the page at hand; call before the next page and before the end. */
  flushContent(): void {
    if (this.buffered.length === 0) return;
    super.addContent(this.buffered.join('\n'));
    this.buffered = [];
  }

  override endMetadata(): void {
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    metadata.compress = false;
    metadata.end(Buffer.from(xmpOf(this.definitionInfo), 'utf8'));
    catalogOf(this)['Metadata'] = metadata;
    const profile = this.ref({ N: 3 });
    profile.end(srgbProfile());
    const name = new String('sRGB IEC61966-2.1');
    const intent = { Type: 'OutputIntent', S: 'GTS_PDFA1', OutputConditionIdentifier: name, Info: name };
    catalogOf(this)['OutputIntents'] = [{ ...intent, DestOutputProfile: profile }];
  }
}
