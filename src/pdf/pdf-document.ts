// pdfkit's document with our fonts, one buffer of content for each page, and metadata of our own:
// fixed dates and identifiers, escaped XMP, language, title shown, sRGB as output intent. Reads no clock and no file.
import type { Definition } from './definition.ts';
import type { Deflate } from './deflate.ts';
import type { FaceFont } from './face-font.ts';
import { catalogOf, keepFont, moveOffset, PdfDocumentBase, useFont, type PdfReference } from './pdfmake-parts.ts';
import { srgbProfile } from './srgb-profile.ts';
import { dateOf, xmpOf } from './xmp.ts';

export class PdfDocument extends PdfDocumentBase {
  private buffered: string[] = [];
  // Declared only: pdfkit writes the file's first lines while it is being constructed, before our fields are there.
  declare private parts: (string | Uint8Array)[] | undefined;
  private readonly definitionInfo: Definition['info'];
  private readonly faceFonts = new Map<string, FaceFont>();
  private readonly deflate: Deflate;

  constructor(info: Definition['info'], deflate: Deflate) {
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
    this.deflate = deflate;
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

  /**
   * A stream is deflated here: the zlib of Node gives other bytes on another processor and in another version.
   */
  override ref(data?: Record<string, unknown>): PdfReference {
    const reference = super.ref(data);
    const finalize = reference.finalize.bind(reference);
    reference.finalize = () => {
      if (reference.compress && reference.buffer.length > 0) {
        reference.buffer = [this.deflate(Buffer.concat(reference.buffer))];
        reference.compress = false;
      }
      finalize();
    };
    return reference;
  }

  /** Kept as it comes: pdfkit would make a buffer of each line of the file and send it through a stream. */
  override _write(data: string | Uint8Array): void {
    const part = typeof data === 'string' ? `${data}\n` : data;
    this.parts ??= [];
    this.parts.push(part);
    moveOffset(this, part.length);
  }

  /** The whole file, once the document has ended. */
  bytes(): Uint8Array {
    return Buffer.concat(
      (this.parts ?? []).map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
    );
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
