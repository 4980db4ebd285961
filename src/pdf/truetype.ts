// TrueType bytes in, the glyphs that a document draws out: parsing once per face, a subset per document.
// A drawn glyph may carry space of its own at its left and right ("wide" glyphs): the gap between hanzi and figures
// then lies inside the advance width, where text extraction sees no word space. Kept: outlines, hinting, vertical extent.

/** The tables that drawing needs, read once for each face. */
export type TrueTypeFont = {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascender: number;
  readonly descender: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly bbox: readonly [number, number, number, number];
  readonly isFixedPitch: boolean;
  readonly italicAngle: number;
  /** Glyph index of a code point, 0 when the font has none. */
  readonly glyph: (codePoint: number) => number;
  /** Advance width in font units. */
  readonly advance: (glyph: number) => number;
  readonly leftBearing: (glyph: number) => number;
  /** The glyph's outline as it stands in `glyf`; empty for a blank. */
  readonly outline: (glyph: number) => Uint8Array;
  readonly table: (tag: string) => Uint8Array | undefined;
};

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const tableDirectory = (bytes: Uint8Array): Map<string, Uint8Array> => {
  const data = view(bytes);
  const tables = new Map<string, Uint8Array>();
  const count = data.getUint16(4);
  for (let index = 0; index < count; index++) {
    const at = 12 + index * 16;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    tables.set(tag, bytes.subarray(data.getUint32(at + 8), data.getUint32(at + 8) + data.getUint32(at + 12)));
  }
  return tables;
};

/** Code points to glyphs, from the widest Unicode subtable (formats 4 and 12). */
const readCmap = (bytes: Uint8Array): ReadonlyMap<number, number> => {
  const data = view(bytes);
  const glyphs = new Map<number, number>();
  const offsets: number[] = [];
  for (let index = 0; index < data.getUint16(2); index++) {
    const platform = data.getUint16(4 + index * 8);
    if (platform === 0 || platform === 3) offsets.push(data.getUint32(8 + index * 8));
  }
  for (const at of new Set(offsets)) {
    const format = data.getUint16(at);
    if (format === 12) {
      for (let group = 0; group < data.getUint32(at + 12); group++) {
        const start = data.getUint32(at + 16 + group * 12);
        const end = data.getUint32(at + 20 + group * 12);
        const first = data.getUint32(at + 24 + group * 12);
        for (let code = start; code <= end; code++) glyphs.set(code, first + code - start);
      }
    } else if (format === 4) {
      const segments = data.getUint16(at + 6) / 2;
      for (let segment = 0; segment < segments; segment++) {
        const end = data.getUint16(at + 14 + segment * 2);
        const start = data.getUint16(at + 16 + (segments + segment) * 2);
        const delta = data.getUint16(at + 16 + (2 * segments + segment) * 2);
        const rangeAt = at + 16 + (3 * segments + segment) * 2;
        const range = data.getUint16(rangeAt);
        for (let code = start; code <= end && code < 0xffff; code++) {
          const raw = range === 0 ? code : data.getUint16(rangeAt + range + (code - start) * 2);
          if (raw !== 0 || range === 0) glyphs.set(code, (raw + delta) & 0xffff);
        }
      }
    }
  }
  return glyphs;
};

const readPostscriptName = (bytes: Uint8Array | undefined): string => {
  if (bytes === undefined) return '';
  const data = view(bytes);
  const strings = data.getUint16(4);
  for (let index = 0; index < data.getUint16(2); index++) {
    const at = 6 + index * 12;
    if (data.getUint16(at + 6) !== 6) continue;
    const start = strings + data.getUint16(at + 10);
    const raw = bytes.subarray(start, start + data.getUint16(at + 8));
    return String.fromCharCode(...raw.filter((byte) => byte > 0x20 && byte < 0x7f));
  }
  return '';
};

const parse = (bytes: Uint8Array): TrueTypeFont => {
  const tables = tableDirectory(bytes);
  const need = (tag: string): Uint8Array => {
    const table = tables.get(tag);
    if (table === undefined) throw new Error(`font has no ${tag} table`);
    return table;
  };
  const head = view(need('head'));
  const hhea = view(need('hhea'));
  const hmtx = view(need('hmtx'));
  const loca = view(need('loca'));
  const glyf = need('glyf');
  const os2 = tables.get('OS/2');
  const post = tables.get('post');
  const longMetrics = hhea.getUint16(34);
  const longLoca = head.getInt16(50) === 1;
  const cmap = readCmap(need('cmap'));
  const unitsPerEm = head.getUint16(18);
  const ascender = hhea.getInt16(4);
  const os2Height = (at: number): number =>
    os2 !== undefined && os2.length > at + 1 && view(os2).getUint16(0) >= 2 ? view(os2).getInt16(at) : 0;
  const location = (glyph: number): number => (longLoca ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  return {
    postscriptName: readPostscriptName(tables.get('name')),
    unitsPerEm,
    ascender,
    descender: hhea.getInt16(6),
    xHeight: os2Height(86),
    capHeight: os2Height(88) || ascender,
    bbox: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    isFixedPitch: post !== undefined && view(post).getUint32(12) !== 0,
    italicAngle: post === undefined ? 0 : view(post).getInt32(4) / 65536,
    glyph: (codePoint) => cmap.get(codePoint) ?? 0,
    advance: (glyph) => hmtx.getUint16(Math.min(glyph, longMetrics - 1) * 4),
    leftBearing: (glyph) =>
      glyph < longMetrics ? hmtx.getInt16(glyph * 4 + 2) : hmtx.getInt16(longMetrics * 4 + (glyph - longMetrics) * 2),
    outline: (glyph) => glyf.subarray(location(glyph), location(glyph + 1)),
    table: (tag) => tables.get(tag),
  };
};

const parsed = new WeakMap<Uint8Array, TrueTypeFont>();

/** Reads a TrueType font; the same bytes are read once. Throws when a table that drawing needs is absent. */
export const openTrueType = (bytes: Uint8Array): TrueTypeFont => {
  const known = parsed.get(bytes);
  if (known !== undefined) return known;
  const font = parse(bytes);
  parsed.set(bytes, font);
  return font;
};
