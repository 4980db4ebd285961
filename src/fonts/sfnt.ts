// Takes the bytes of a font file (TrueType, or WOFF around TrueType), gives its tables and what we read of them.
// A file that is not what it claims gives a message, never a throw: every offset is checked by DataView.
// Tables are described in the OpenType specification, "The OpenType Font File" and "cmap", "hmtx", "OS/2", "name".
import { inflateSync } from 'node:zlib';
import type { Message } from '../diagnostics/diagnostic.ts';

/** A font's tables by tag, without the wrapper they came in. */
export type Tables = ReadonlyMap<string, Uint8Array>;

type FontNames = {
  /** Name ID 1, the family that Word and GDI see: `Noto Sans SC Medium`. */
  readonly family: string;
  /** Name ID 16, the family over all weights: `Noto Sans SC`. */
  readonly typographicFamily: string;
  readonly copyright: string;
  readonly version: string;
  readonly license: string;
  readonly licenseUrl: string;
};

export type FontFacts = {
  readonly names: FontNames;
  readonly bold: boolean;
  /** OS/2 fsType: the embedding rights as the maker set them. */
  readonly fsType: number;
  /** In em, from hhea. */
  readonly ascender: number;
  readonly descender: number;
};

export type Opened<T> =
  { readonly value: T; readonly problem?: never } | { readonly problem: Message; readonly value?: never };

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const part = (bytes: Uint8Array, offset: number, length: number): Uint8Array => {
  if (offset + length > bytes.length) throw new RangeError('a table ends after the end of the file');
  return bytes.subarray(offset, offset + length);
};

const tagAt = (view: DataView, offset: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)));

const needed = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'OS/2'];

const readTables = (bytes: Uint8Array): Map<string, Uint8Array> => {
  const view = viewOf(bytes);
  const wrapped = tagAt(view, 0) === 'wOFF';
  const count = view.getUint16(wrapped ? 12 : 4);
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < count; index += 1) {
    const at = wrapped ? 44 + 20 * index : 12 + 16 * index;
    const tag = tagAt(view, at);
    if (!wrapped) {
      tables.set(tag, part(bytes, view.getUint32(at + 8), view.getUint32(at + 12)));
      continue;
    }
    const stored = part(bytes, view.getUint32(at + 4), view.getUint32(at + 8));
    const length = view.getUint32(at + 12);
    const table = stored.length < length ? inflateSync(stored, { maxOutputLength: length }) : stored;
    if (table.length !== length) throw new RangeError('a compressed table has another length than it says');
    tables.set(tag, table);
  }
  return tables;
};

const wrongFormat: ReadonlyMap<string, Message> = new Map([
  ['OTTO', { zh: '是 PostScript 轮廓的 OpenType，Word 不能内嵌', en: 'has PostScript outlines, which Word cannot embed' }],
  ['ttcf', { zh: '是字体集（.ttc）', en: 'is a font collection (.ttc)' }],
  ['wOF2', { zh: '是 WOFF2 网页字体', en: 'is a WOFF2 web font' }],
]);

/** Why a file cannot be used, from what was thrown while reading it; completes "the font file …". */
export const damaged = (error: unknown): Message => {
  const why = error instanceof Error ? error.message : String(error);
  return { zh: `读不了或已损坏（${why}）`, en: `cannot be read or is damaged (${why})` };
};

/** Opens a font file. The problem completes the sentence "the font file …". */
export const openTables = (bytes: Uint8Array): Opened<Tables> => {
  try {
    const tag = bytes.length < 12 ? '' : tagAt(viewOf(bytes), 0);
    const known = wrongFormat.get(tag);
    if (known) return { problem: known };
    if (tag !== '\0\u0001\0\0' && tag !== 'true' && tag !== 'wOFF') {
      return { problem: { zh: '不是 TrueType 字体', en: 'is not a TrueType font' } };
    }
    const tables = readTables(bytes);
    const missing = needed.filter((name) => !tables.has(name));
    if (missing.length > 0) throw new RangeError(`no table ${missing.join(', ')}`);
    return { value: tables };
  } catch (error) {
    return { problem: damaged(error) };
  }
};

const table = (tables: Tables, tag: string): DataView => {
  const bytes = tables.get(tag);
  if (!bytes) throw new RangeError(`no table ${tag}`);
  return viewOf(bytes);
};

/** Reads a format 4 or 12 subtable, calling `found` for each character with a glyph. */
const readSubtable = (cmap: DataView, start: number, found: (codePoint: number, glyph: number) => void): void => {
  if (cmap.getUint16(start) === 12) {
    const groups = cmap.getUint32(start + 12);
    for (let index = 0; index < groups; index += 1) {
      const at = start + 16 + 12 * index;
      const [first, last, glyph] = [cmap.getUint32(at), cmap.getUint32(at + 4), cmap.getUint32(at + 8)];
      if (last < first || last > 0x10ffff) throw new RangeError('a character group is out of order');
      for (let codePoint = first; codePoint <= last; codePoint += 1) {
        if (glyph + codePoint - first !== 0) found(codePoint, glyph + codePoint - first);
      }
    }
    return;
  }
  const size = cmap.getUint16(start + 6);
  const [ends, starts] = [start + 14, start + 16 + size];
  for (let at = 0; at < size; at += 2) {
    const [first, last] = [cmap.getUint16(starts + at), cmap.getUint16(ends + at)];
    const delta = cmap.getUint16(starts + size + at);
    const rangeAt = starts + 2 * size + at;
    const range = cmap.getUint16(rangeAt);
    for (let codePoint = first; codePoint <= last && codePoint < 0xffff; codePoint += 1) {
      const raw = range === 0 ? codePoint : cmap.getUint16(rangeAt + range + 2 * (codePoint - first));
      const glyph = range !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) found(codePoint, glyph);
    }
  }
};

/** Glyph by code point, from the widest Unicode subtable; empty when there is none. Throws a RangeError on a damaged table. */
export const readGlyphs = (tables: Tables): ReadonlyMap<number, number> => {
  const cmap = table(tables, 'cmap');
  let best = { rank: 0, start: 0 };
  for (let index = 0; index < cmap.getUint16(2); index += 1) {
    const at = 4 + 8 * index;
    const [platform, encoding, start] = [cmap.getUint16(at), cmap.getUint16(at + 2), cmap.getUint32(at + 4)];
    const unicode = platform === 0 ? encoding !== 5 : platform === 3 && (encoding === 1 || encoding === 10);
    const format = unicode ? cmap.getUint16(start) : 0;
    const rank = format === 12 ? 2 : format === 4 ? 1 : 0;
    if (rank > best.rank) best = { rank, start };
  }
  const glyphs = new Map<number, number>();
  if (best.rank > 0) readSubtable(cmap, best.start, (codePoint, glyph) => glyphs.set(codePoint, glyph));
  return glyphs;
};

/** Advance width of a glyph in em. */
export const readAdvances = (tables: Tables): ((glyph: number) => number) => {
  const unitsPerEm = table(tables, 'head').getUint16(18);
  const count = table(tables, 'hhea').getUint16(34);
  const hmtx = table(tables, 'hmtx');
  if (unitsPerEm === 0 || count === 0 || hmtx.byteLength < 4 * count) throw new RangeError('no widths');
  return (glyph) => hmtx.getUint16(4 * Math.min(glyph, count - 1)) / unitsPerEm;
};

const readNames = (tables: Tables): FontNames => {
  const name = table(tables, 'name');
  const strings = name.getUint16(4);
  const decoder = new TextDecoder('utf-16be');
  const found = new Map<number, { readonly rank: number; readonly text: string }>();
  for (let index = 0; index < name.getUint16(2); index += 1) {
    const at = 6 + 12 * index;
    const [platform, language, id] = [name.getUint16(at), name.getUint16(at + 4), name.getUint16(at + 6)];
    if (platform !== 3 && platform !== 0) continue;
    const rank = language === 0x409 ? 2 : 1; // English, else whatever is there
    if (rank <= (found.get(id)?.rank ?? 0)) continue;
    const bytes = new Uint8Array(
      name.buffer,
      name.byteOffset + strings + name.getUint16(at + 10),
      name.getUint16(at + 8),
    );
    found.set(id, { rank, text: decoder.decode(bytes).trim() });
  }
  const text = (id: number): string => found.get(id)?.text ?? '';
  if (text(1) === '') throw new RangeError('no family name');
  return {
    family: text(1),
    typographicFamily: text(16) || text(1),
    copyright: text(0),
    version: text(5),
    license: text(13),
    licenseUrl: text(14),
  };
};

/** Names, rights and vertical metrics. Throws a RangeError on a damaged table. */
export const readFacts = (tables: Tables): FontFacts => {
  const os2 = table(tables, 'OS/2');
  const hhea = table(tables, 'hhea');
  const unitsPerEm = table(tables, 'head').getUint16(18);
  return {
    names: readNames(tables),
    bold: (os2.getUint16(62) & 0x20) !== 0,
    fsType: os2.getUint16(8),
    ascender: hhea.getInt16(4) / unitsPerEm,
    descender: hhea.getInt16(6) / unitsPerEm,
  };
};
