// A font of a page: how its codes become text, widths and glyphs, and what the file holds of it.
// Type 0 and simple fonts (ISO 32000-1, 9.6 and 9.7). What cannot be known is said so and never guessed: no text, no rule.
import { codeLength, readCMap, type CMap } from './cmap.ts';
import { encodingOf, textOfGlyphName } from './encodings.ts';
import type { PdfFile } from './file.ts';
import { readOutlines } from './outlines.ts';
import { isDict, isName, isStream, type PdfDict, type PdfValue } from './values.ts';

/** One code of a shown string. */
export type Code = {
  readonly code: number;
  /** Bytes that it takes. */
  readonly length: number;
  /** Advance in em. */
  readonly width: number;
  /** Empty when the file does not say. */
  readonly text: string;
  /** Glyph 0, or a glyph that the embedded program does not have. */
  readonly missing: boolean;
  /** Stands for text that should show ink and draws none. */
  readonly blank: boolean;
};

export type PageFont = {
  /** `NotoSerifSC-Regular`, without the tag of a subset. */
  readonly name: string;
  readonly subtype: string;
  readonly embedded: boolean;
  readonly subset: boolean;
  readonly hasToUnicode: boolean;
  /** Whether text can be had from it at all, with or without a ToUnicode map. */
  readonly readable: boolean;
  readonly vertical: boolean;
  readonly codes: (bytes: Uint8Array) => readonly Code[];
};

const identity: CMap = {
  spaces: [{ length: 2, first: 0, last: 0xffff }],
  unicode: new Map(),
  base: '',
  cid: (code) => code,
};

const inkless = /^[\s\u00a0\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]*$/;

const programOf = (file: PdfFile, descriptor: PdfDict | undefined): PdfValue => {
  for (const key of ['FontFile2', 'FontFile3', 'FontFile']) {
    const found = file.resolve(descriptor?.get(key));
    if (isStream(found)) return found;
  }
  return null;
};

/** Widths of a CIDFont in em (9.7.4.3). */
const cidWidths = (file: PdfFile, font: PdfDict): ((cid: number) => number) => {
  const otherwise = (file.number(font.get('DW')) ?? 1000) / 1000;
  const widths = new Map<number, number>();
  const items = file.array(font.get('W')).map((item) => file.resolve(item));
  for (let at = 0; at < items.length;) {
    const first = items[at];
    const second = items[at + 1];
    if (typeof first !== 'number') break;
    if (Array.isArray(second)) {
      second.forEach((value: PdfValue, index) => widths.set(first + index, (file.number(value) ?? 0) / 1000));
      at += 2;
    } else {
      const width = items[at + 2];
      const last = typeof second === 'number' ? Math.min(second, first + 0xffff) : first;
      for (let cid = first; cid <= last; cid += 1) widths.set(cid, (typeof width === 'number' ? width : 0) / 1000);
      at += 3;
    }
  }
  return (cid) => widths.get(cid) ?? otherwise;
};

const createType0 = (file: PdfFile, font: PdfDict, toUnicode: CMap | undefined): PageFont => {
  const descendant = file.dict(file.array(font.get('DescendantFonts'))[0]) ?? new Map<string, PdfValue>();
  const descriptor = file.dict(descendant.get('FontDescriptor'));
  const program = programOf(file, descriptor);
  const encoding = file.resolve(font.get('Encoding'));
  const encodingName = isName(encoding) ? encoding.name : '';
  const isUcs2 = /Uni.*(?:UCS2|UTF16)/.test(encodingName);
  const map = isStream(encoding) ? readCMap(file.bytes(encoding)) : identity;
  const knowsCid = isStream(encoding) || encodingName.startsWith('Identity');
  const spaces = map.spaces.length > 0 ? map : identity;
  const widthOf = cidWidths(file, descendant);
  const isTrueType = file.name(descendant.get('Subtype')) === 'CIDFontType2';
  const outlines = isStream(program) && isTrueType ? readOutlines(file.bytes(program)) : undefined;
  const mapping = file.resolve(descendant.get('CIDToGIDMap'));
  const glyphs = isStream(mapping) ? file.bytes(mapping) : undefined;
  const glyphOf = (cid: number): number =>
    glyphs === undefined ? cid : ((glyphs[2 * cid] ?? 0) << 8) | (glyphs[2 * cid + 1] ?? 0);
  const known = new Map<number, Code>();

  const describe = (code: number, length: number): Code => {
    const cid = map.cid(code) ?? (knowsCid ? 0 : code);
    const text = toUnicode?.unicode.get(code) ?? (isUcs2 ? String.fromCharCode(code) : '');
    const glyph = glyphOf(cid);
    const absent = isTrueType && outlines !== undefined && glyph >= outlines.count;
    const missing = isStream(program) && knowsCid && (glyph === 0 || absent);
    const blank = !missing && outlines !== undefined && !inkless.test(text) && !outlines.draws(glyph);
    return { code, length, width: knowsCid ? widthOf(cid) : 1, text, missing, blank };
  };

  return {
    ...nameOf(file, font),
    subtype: isTrueType ? 'CIDFontType2' : 'CIDFontType0',
    embedded: isStream(program),
    hasToUnicode: toUnicode !== undefined,
    readable: toUnicode !== undefined || isUcs2,
    vertical: encodingName.endsWith('V'),
    codes: (bytes) => {
      const list: Code[] = [];
      for (let at = 0; at < bytes.length;) {
        const length = codeLength(bytes, at, spaces);
        let code = 0;
        for (let index = 0; index < length; index += 1) code = code * 256 + (bytes[at + index] ?? 0);
        let found = known.get(code);
        if (found === undefined) known.set(code, (found = describe(code, length)));
        list.push(found);
        at += length;
      }
      return list;
    },
  };
};

const createSimple = (file: PdfFile, font: PdfDict, toUnicode: CMap | undefined): PageFont => {
  const subtype = file.name(font.get('Subtype'));
  const descriptor = file.dict(font.get('FontDescriptor'));
  const encoding = file.resolve(font.get('Encoding'));
  const base = isName(encoding) ? encoding.name : isDict(encoding) ? file.name(encoding.get('BaseEncoding')) : '';
  const texts = [...encodingOf(base)];
  const unknown = new Set<number>();
  if (isDict(encoding)) {
    let code = 0;
    for (const item of file.array(encoding.get('Differences'))) {
      const value = file.resolve(item);
      if (typeof value === 'number') code = value;
      else if (isName(value)) {
        texts[code] = textOfGlyphName(value.name);
        if (value.name === '.notdef') unknown.add(code);
        code += 1;
      }
    }
  }
  const first = file.number(font.get('FirstChar')) ?? 0;
  const widths = file.array(font.get('Widths')).map((width) => file.number(width) ?? 0);
  const otherwise = file.number(descriptor?.get('MissingWidth')) ?? (widths.length === 0 ? 500 : 0);
  const matrix = file.array(font.get('FontMatrix')).map((value) => file.number(value) ?? 0);
  const scale = subtype === 'Type3' ? (matrix[0] ?? 0.001) : 0.001;
  // A symbolic font's codes are its own: only a ToUnicode map or glyph names say what they mean.
  const symbolic = ((file.number(descriptor?.get('Flags')) ?? 0) & 4) !== 0 && base === '' && !isDict(encoding);
  return {
    ...nameOf(file, font),
    subtype,
    embedded: subtype === 'Type3' || isStream(programOf(file, descriptor)),
    hasToUnicode: toUnicode !== undefined,
    readable: toUnicode !== undefined || (!symbolic && subtype !== 'Type3'),
    vertical: false,
    codes: (bytes) =>
      Array.from(bytes, (code): Code => ({
        code,
        length: 1,
        width: (widths[code - first] ?? otherwise) * scale,
        text: toUnicode?.unicode.get(code) ?? (symbolic ? '' : (texts[code] ?? '')),
        missing: unknown.has(code),
        blank: false,
      })),
  };
};

const nameOf = (file: PdfFile, font: PdfDict): { readonly name: string; readonly subset: boolean } => {
  const whole = file.name(font.get('BaseFont')) || file.name(font.get('Name')) || '?';
  return { name: whole.replace(/^[A-Z]{6}\+/, ''), subset: /^[A-Z]{6}\+/.test(whole) };
};

export const readFont = (file: PdfFile, font: PdfDict): PageFont => {
  const map = file.resolve(font.get('ToUnicode'));
  const toUnicode = isStream(map) ? readCMap(file.bytes(map)) : undefined;
  return file.name(font.get('Subtype')) === 'Type0'
    ? createType0(file, font, toUnicode)
    : createSimple(file, font, toUnicode);
};
