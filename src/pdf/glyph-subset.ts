// The glyphs of one face that one document draws, numbered in order of first use, and the font file made of them.
// Wide glyphs are composites of the plain one with an offset and a larger advance, so the outline is stored once.
import type { TrueTypeFont } from './truetype.ts';

type Entry = { readonly outline: Uint8Array; readonly advance: number; readonly leftBearing: number };

export type GlyphSubset = {
  /** The subset's number of a glyph with `before` and `after` font units of space added at its sides. */
  readonly include: (glyph: number, before: number, after: number) => number;
  /** Advance width of a subset glyph in font units. */
  readonly advance: (index: number) => number;
  readonly count: () => number;
  /** The subset as TrueType bytes. */
  readonly encode: () => Uint8Array;
};

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Flags of a composite glyph's component (OpenType, glyf table). */
const WORDS = 0x0001;
const XY_VALUES = 0x0002;
const SCALE = 0x0008;
const MORE = 0x0020;
const XY_SCALE = 0x0040;
const TWO_BY_TWO = 0x0080;

/** Where the component glyph indices of a composite outline stand; none for a simple outline. */
const componentOffsets = (outline: Uint8Array): number[] => {
  const data = view(outline);
  if (outline.length < 10 || data.getInt16(0) >= 0) return [];
  const offsets: number[] = [];
  for (let at = 10, flags = MORE; (flags & MORE) !== 0;) {
    flags = data.getUint16(at);
    offsets.push(at + 2);
    at += 4 + ((flags & WORDS) === 0 ? 2 : 4);
    if ((flags & SCALE) !== 0) at += 2;
    else if ((flags & XY_SCALE) !== 0) at += 4;
    else if ((flags & TWO_BY_TWO) !== 0) at += 8;
  }
  return offsets;
};

const shifted = (outline: Uint8Array, component: number, before: number): Uint8Array => {
  const source = view(outline);
  const bytes = new Uint8Array(18);
  const data = view(bytes);
  data.setInt16(0, -1);
  data.setInt16(2, source.getInt16(2) + before);
  data.setInt16(4, source.getInt16(4));
  data.setInt16(6, source.getInt16(6) + before);
  data.setInt16(8, source.getInt16(8));
  data.setUint16(10, WORDS | XY_VALUES);
  data.setUint16(12, component);
  data.setInt16(14, before);
  data.setInt16(16, 0);
  return bytes;
};

const checksum = (bytes: Uint8Array): number => {
  let sum = 0;
  const data = view(bytes);
  const whole = bytes.length & ~3;
  for (let at = 0; at < whole; at += 4) sum = (sum + data.getUint32(at)) >>> 0;
  for (let at = whole; at < bytes.length; at++) sum = (sum + (bytes[at] ?? 0) * 2 ** (24 - (at - whole) * 8)) >>> 0;
  return sum;
};

const assemble = (tables: readonly (readonly [string, Uint8Array])[]): Uint8Array => {
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const padded = tables.reduce((sum, [, bytes]) => sum + ((bytes.length + 3) & ~3), 0);
  const file = new Uint8Array(12 + tables.length * 16 + padded);
  const data = view(file);
  data.setUint32(0, 0x00010000);
  data.setUint16(4, tables.length);
  data.setUint16(6, power * 16);
  data.setUint16(8, Math.log2(power));
  data.setUint16(10, tables.length * 16 - power * 16);
  let at = 12 + tables.length * 16;
  let head = 0;
  tables.forEach(([tag, bytes], index) => {
    const entry = 12 + index * 16;
    for (let letter = 0; letter < 4; letter++) file[entry + letter] = tag.charCodeAt(letter);
    data.setUint32(entry + 4, checksum(bytes));
    data.setUint32(entry + 8, at);
    data.setUint32(entry + 12, bytes.length);
    file.set(bytes, at);
    if (tag === 'head') head = at;
    at += (bytes.length + 3) & ~3;
  });
  data.setUint32(head + 8, (0xb1b0afba - checksum(file)) >>> 0);
  return file;
};

const copyTable = (font: TrueTypeFont, tag: string): Uint8Array => (font.table(tag) ?? new Uint8Array()).slice();

const optionalTable = (font: TrueTypeFont, tag: string): [string, Uint8Array][] => {
  const table = font.table(tag);
  return table === undefined ? [] : [[tag, table]];
};

/** An empty subset of `font`. */
export const createGlyphSubset = (font: TrueTypeFont): GlyphSubset => {
  const entries: Entry[] = [];
  const known = new Map<string | number, number>();
  // Entry 0 is .notdef: every font has it and nothing of ours draws it.
  const add = (key: string | number, entry: Entry): number => {
    known.set(key, entries.length);
    return entries.push(entry) - 1;
  };
  const plain = (glyph: number): number => {
    const index = known.get(glyph);
    if (index !== undefined) return index;
    const outline = font.outline(glyph);
    const components = componentOffsets(outline);
    const own = components.length === 0 ? outline : outline.slice();
    const added = add(glyph, { outline: own, advance: font.advance(glyph), leftBearing: font.leftBearing(glyph) });
    for (const at of components) view(own).setUint16(at, plain(view(outline).getUint16(at)));
    return added;
  };
  plain(0);

  const include = (glyph: number, before: number, after: number): number => {
    if (before === 0 && after === 0) return plain(glyph);
    const key = `${glyph} ${before} ${after}`;
    const index = known.get(key);
    if (index !== undefined) return index;
    const base = plain(glyph);
    const { outline, advance, leftBearing } = entries[base] ?? {
      outline: new Uint8Array(),
      advance: 0,
      leftBearing: 0,
    };
    return add(key, {
      outline: outline.length === 0 ? outline : shifted(outline, base, before),
      advance: advance + before + after,
      leftBearing: leftBearing + before,
    });
  };

  const encode = (): Uint8Array => {
    const length = entries.reduce((sum, { outline }) => sum + ((outline.length + 3) & ~3), 0);
    const glyf = new Uint8Array(length);
    const loca = new DataView(new ArrayBuffer((entries.length + 1) * 4));
    const hmtx = new DataView(new ArrayBuffer(entries.length * 4));
    let at = 0;
    entries.forEach(({ outline, advance, leftBearing }, index) => {
      loca.setUint32(index * 4, at);
      glyf.set(outline, at);
      at += (outline.length + 3) & ~3;
      hmtx.setUint16(index * 4, advance);
      hmtx.setInt16(index * 4 + 2, leftBearing);
    });
    loca.setUint32(entries.length * 4, at);
    const head = copyTable(font, 'head');
    view(head).setUint32(8, 0);
    view(head).setInt16(50, 1);
    const hhea = copyTable(font, 'hhea');
    view(hhea).setUint16(34, entries.length);
    const maxp = copyTable(font, 'maxp');
    view(maxp).setUint16(4, entries.length);
    // A wide glyph is one level of composite, even where the font itself has none.
    if (maxp.length >= 32) {
      for (const [composite, simple] of [
        [10, 6],
        [12, 8],
      ] as const) {
        view(maxp).setUint16(composite, Math.max(view(maxp).getUint16(composite), view(maxp).getUint16(simple)));
      }
      view(maxp).setUint16(28, Math.max(1, view(maxp).getUint16(28)));
      view(maxp).setUint16(30, view(maxp).getUint16(30) + 1);
    }
    return assemble([
      ...optionalTable(font, 'cvt '),
      ...optionalTable(font, 'fpgm'),
      ['glyf', glyf],
      ['head', head],
      ['hhea', hhea],
      ['hmtx', new Uint8Array(hmtx.buffer)],
      ['loca', new Uint8Array(loca.buffer)],
      ['maxp', maxp],
      ...optionalTable(font, 'prep'),
    ]);
  };

  return {
    include,
    encode,
    advance: (index) => entries[index]?.advance ?? 0,
    count: () => entries.length,
  };
};
