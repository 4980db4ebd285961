// One face in one document, in the shape that pdfkit expects of a font: encodes text, keeps the subset, embeds it.
// Used instead of pdfkit's EmbeddedFont, which parses the font anew for each document and shapes word by word.
// Chinese text needs no shaping here: one code point, one glyph.
import type { Face } from '../fonts/font-set.ts';
import { createGlyphSubset } from './glyph-subset.ts';
import type { PdfDocumentBase, PdfFont, PdfReference } from './pdfmake-parts.ts';
import { openTrueType } from './truetype.ts';

type GlyphPosition = {
  readonly advanceWidth: number;
  readonly xAdvance: number;
  readonly yAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
};

export type FaceFont = PdfFont & {
  readonly face: Face;
  /** Four hexadecimal digits for a code point, with `before` and `after` em of space inside its advance width. */
  readonly code: (codePoint: number, before: number, after: number) => string;
  /** What svg-to-pdfkit and pdfkit's own text ask for. */
  readonly encode: (text: string) => [readonly string[], readonly GlyphPosition[]];
  readonly widthOfString: (text: string, size: number) => number;
  readonly lineHeight: (size: number) => number;
  readonly name: string;
  readonly unicode: readonly (readonly number[])[];
  readonly scale: number;
  readonly ascender: number;
  readonly descender: number;
  readonly lineGap: number;
  readonly xHeight: number;
  readonly capHeight: number;
  readonly bbox: Readonly<Record<'minX' | 'minY' | 'maxX' | 'maxY', number>>;
};

const hex = (value: number): string => value.toString(16).padStart(4, '0');

const utf16 = (codePoint: number): string => {
  if (codePoint < 0x10000) return hex(codePoint);
  const rest = codePoint - 0x10000;
  return hex(0xd800 | (rest >> 10)) + hex(0xdc00 | (rest & 0x3ff));
};

const toUnicode = (unicode: readonly (readonly number[])[]): string => {
  const ranges: string[] = [];
  for (let start = 1; start < unicode.length; start = (start | 0xff) + 1) {
    const end = Math.min(start | 0xff, unicode.length - 1);
    const texts = unicode.slice(start, end + 1).map((points) => `<${points.map(utf16).join('')}>`);
    ranges.push(`<${hex(start)}> <${hex(end)}> [${texts.join(' ')}]`);
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    // A block of ranges holds at most 100 (Adobe technical note 5014); 65,535 glyphs would need 256.
    ...Array.from({ length: Math.ceil(ranges.length / 100) }, (_, block) => {
      const part = ranges.slice(block * 100, block * 100 + 100);
      return `${part.length} beginbfrange\n${part.join('\n')}\nendbfrange`;
    }),
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
};

/** Six capitals that tell this document's subsets apart (ISO 32000-1, 9.6.4). */
const subsetTag = (index: number): string =>
  [4, 3, 2, 1, 0].reduce((tag, power) => tag + String.fromCharCode(65 + (Math.floor(index / 26 ** power) % 26)), 'J');

/** The font of `face` in `document`; `index` counts from 1 and names it. Throws when the face's bytes are not TrueType. */
export const createFaceFont = (document: PdfDocumentBase, face: Face, index: number): FaceFont => {
  const font = openTrueType(face.bytes);
  const subset = createGlyphSubset(font);
  const scale = 1000 / font.unitsPerEm;
  const unicode: number[][] = [[0]];
  const plain = new Map<number, string>();
  let dictionary: PdfReference | undefined;
  let embedded = false;
  const [minX, minY, maxX, maxY] = font.bbox;

  const include = (codePoint: number, before: number, after: number): string => {
    const glyph = subset.include(font.glyph(codePoint), before, after);
    // Components of composites and plain bases of wide glyphs have no text of their own until they are drawn.
    for (let next = unicode.length; next < subset.count(); next++) unicode[next] = [0xfffd];
    unicode[glyph] = [codePoint];
    return hex(glyph);
  };

  const code = (codePoint: number, before: number, after: number): string => {
    if (before !== 0 || after !== 0) {
      const units = font.unitsPerEm;
      return include(codePoint, Math.round(before * units), Math.round(after * units));
    }
    const known = plain.get(codePoint);
    if (known !== undefined) return known;
    const made = include(codePoint, 0, 0);
    plain.set(codePoint, made);
    return made;
  };

  const ref = (): PdfReference => (dictionary ??= document.ref());

  const embed = (target: PdfReference): void => {
    const file = document.ref();
    const bytes = subset.encode();
    file.data['Length1'] = bytes.length;
    file.end(bytes);
    const name = `${subsetTag(index)}+${font.postscriptName || face.key}`;
    const descriptor = document.ref({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4 | (font.isFixedPitch ? 1 : 0),
      FontBBox: [minX * scale, minY * scale, maxX * scale, maxY * scale],
      ItalicAngle: font.italicAngle,
      Ascent: font.ascender * scale,
      Descent: font.descender * scale,
      CapHeight: font.capHeight * scale,
      XHeight: font.xHeight * scale,
      StemV: face.bold ? 140 : 80,
      FontFile2: file,
    });
    descriptor.end();
    const widths = Array.from({ length: subset.count() }, (_, glyph) => subset.advance(glyph) * scale);
    const descendant = document.ref({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      CIDToGIDMap: 'Identity',
      DW: 1000,
      W: [0, widths],
    });
    descendant.end();
    const map = document.ref();
    map.end(toUnicode(unicode));
    target.data = {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: map,
    };
    target.end();
  };

  return {
    face,
    id: `F${index}`,
    name: face.key,
    unicode,
    scale,
    // The ideographic em box, not the tall box of the whole font: SVG text is centred on it.
    ascender: 880,
    descender: -120,
    lineGap: 0,
    xHeight: font.xHeight * scale,
    capHeight: font.capHeight * scale,
    bbox: { minX, minY: -120 / scale, maxX, maxY: 880 / scale },
    code,
    ref,
    encode: (text) => {
      const characters = [...text].map((character) => character.codePointAt(0) ?? 0);
      return [
        characters.map((codePoint) => code(codePoint, 0, 0)),
        characters.map((codePoint) => {
          const width = face.advance(codePoint) * 1000;
          return { advanceWidth: width, xAdvance: width, yAdvance: 0, xOffset: 0, yOffset: 0 };
        }),
      ];
    },
    widthOfString: (text, size) =>
      [...text].reduce((sum, character) => sum + face.advance(character.codePointAt(0) ?? 0) * size, 0),
    lineHeight: (size) => ((font.ascender - font.descender) * scale * size) / 1000,
    finalize: () => {
      if (embedded || dictionary === undefined) return;
      embedded = true;
      embed(dictionary);
    },
  };
};
