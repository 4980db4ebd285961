// Opens the bytes of a PDF: cross-reference table or streams, object streams, and a search for objects where these are
// damaged (ISO 32000-1, 7.5). Gives a file to ask for objects; a loop of references or a missing object gives null.
import { decodeStream } from './filters.ts';
import { createLexer } from './lexer.ts';
import {
  isArray,
  isBytes,
  isDict,
  isName,
  isOperator,
  isRef,
  isStream,
  textOfBytes,
  type PdfDict,
  type PdfRef,
  type PdfStream,
  type PdfValue,
} from './values.ts';

export type PdfFile = {
  readonly version: string;
  readonly trailer: PdfDict;
  readonly catalog: PdfDict;
  /** Whether the cross-reference was damaged and the objects had to be searched for. */
  readonly repaired: boolean;
  readonly encrypted: boolean;
  readonly resolve: (value: PdfValue | undefined) => PdfValue;
  readonly dict: (value: PdfValue | undefined) => PdfDict | undefined;
  readonly array: (value: PdfValue | undefined) => readonly PdfValue[];
  readonly number: (value: PdfValue | undefined) => number | undefined;
  readonly name: (value: PdfValue | undefined) => string;
  /** A text string, empty when there is none. */
  readonly text: (value: PdfValue | undefined) => string;
  /** The decoded bytes of a stream, empty when there is none. */
  readonly bytes: (value: PdfValue | undefined) => Uint8Array;
};

type Entry = { readonly offset: number } | { readonly container: number; readonly index: number };

type Xref = { readonly entries: Map<number, Entry>; readonly trailer: Map<string, PdfValue> };

const latin = new TextDecoder('latin1');

const integer = (bytes: Uint8Array, at: number, length: number): number => {
  let value = 0;
  for (let index = 0; index < length; index += 1) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
};

const findEnd = (bytes: Uint8Array, from: number): number => {
  // `endstream`
  const mark = [101, 110, 100, 115, 116, 114, 101, 97, 109];
  for (let at = bytes.indexOf(101, from); at >= 0; at = bytes.indexOf(101, at + 1)) {
    if (mark.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return bytes.length;
};

/** The object that stands at `offset`, with its stream. */
const readObject = (
  bytes: Uint8Array,
  offset: number,
  lengthOf: (value: PdfValue | undefined) => number | undefined,
): { readonly number: number; readonly value: PdfValue } | undefined => {
  const lexer = createLexer(bytes, offset, true);
  const number = lexer.next();
  const generation = lexer.next();
  const word = lexer.next();
  if (typeof number !== 'number' || typeof generation !== 'number') return undefined;
  if (!isOperator(word) || word.name !== 'obj') return undefined;
  const value = lexer.next();
  if (value === undefined || isOperator(value)) return { number, value: null };
  if (!isDict(value)) return { number, value };
  const after = lexer.position();
  const next = lexer.next();
  if (!isOperator(next) || next.name !== 'stream') {
    lexer.moveTo(after);
    return { number, value };
  }
  let start = lexer.position();
  if (bytes[start] === 13) start += 1;
  if (bytes[start] === 10) start += 1;
  const length = lengthOf(value.get('Length'));
  const stated = length === undefined ? -1 : start + length;
  const probe = stated < 0 ? undefined : createLexer(bytes, stated).next();
  const end = isOperator(probe) && probe.name === 'endstream' ? stated : findEnd(bytes, start);
  return { number, value: { kind: 'stream', dict: value, raw: bytes.subarray(start, end) } };
};

const readTable = (bytes: Uint8Array, at: number, xref: Xref): PdfDict | undefined => {
  const lexer = createLexer(bytes, at, true);
  for (;;) {
    const first = lexer.next();
    if (isOperator(first) && first.name === 'trailer') {
      const trailer = lexer.next();
      return isDict(trailer as PdfValue) ? (trailer as PdfDict) : undefined;
    }
    const count = lexer.next();
    if (typeof first !== 'number' || typeof count !== 'number' || count > bytes.length) return undefined;
    for (let index = 0; index < count; index += 1) {
      const offset = lexer.next();
      lexer.next();
      const state = lexer.next();
      if (typeof offset !== 'number' || !isOperator(state)) return undefined;
      if (state.name === 'n' && !xref.entries.has(first + index)) xref.entries.set(first + index, { offset });
    }
  }
};

const numbers = (value: PdfValue | undefined): number[] =>
  isArray(value) ? value.map((item) => (typeof item === 'number' ? item : 0)) : [];

const readXrefStream = (stream: PdfStream, xref: Xref): void => {
  const { dict } = stream;
  const data = decodeStream(dict, stream.raw, (value) => value);
  const widths = dict.get('W');
  const [a = 0, b = 0, c = 0] = numbers(widths);
  const size = dict.get('Size');
  const ranges = dict.has('Index') ? numbers(dict.get('Index')) : [0, typeof size === 'number' ? size : 0];
  let at = 0;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    for (let index = 0; index < (ranges[range + 1] ?? 0) && at + a + b + c <= data.length; index += 1) {
      const kind = a === 0 ? 1 : integer(data, at, a);
      const second = integer(data, at + a, b);
      const third = integer(data, at + a + b, c);
      at += a + b + c;
      const number = (ranges[range] ?? 0) + index;
      if (xref.entries.has(number)) continue;
      if (kind === 1) xref.entries.set(number, { offset: second });
      else if (kind === 2) xref.entries.set(number, { container: second, index: third });
    }
  }
};

/** Follows the chain of cross-references from the end of the file; undefined when it is damaged. */
const readXref = (bytes: Uint8Array): Xref | undefined => {
  const tail = latin.decode(bytes.subarray(Math.max(0, bytes.length - 2048)));
  const start = /startxref\s+(\d+)(?![\s\S]*startxref)/.exec(tail);
  if (start === null) return undefined;
  const xref: Xref = { entries: new Map(), trailer: new Map() };
  const seen = new Set<number>();
  const waiting = [Number(start[1])];
  while (waiting.length > 0) {
    const offset = waiting.shift() ?? 0;
    if (seen.has(offset)) continue;
    seen.add(offset);
    const lexer = createLexer(bytes, offset, true);
    const first = lexer.next();
    let dict: PdfDict | undefined;
    if (isOperator(first) && first.name === 'xref') dict = readTable(bytes, lexer.position(), xref);
    else {
      const found = readObject(bytes, offset, (value) => (typeof value === 'number' ? value : undefined));
      if (found !== undefined && isStream(found.value)) {
        readXrefStream(found.value, xref);
        dict = found.value.dict;
      }
    }
    if (dict === undefined) return undefined;
    for (const [key, value] of dict) if (!xref.trailer.has(key)) xref.trailer.set(key, value);
    for (const key of ['XRefStm', 'Prev']) {
      const value = dict.get(key);
      if (typeof value === 'number') waiting.push(value);
    }
  }
  return xref.trailer.has('Root') ? xref : undefined;
};

/** Looks for `n g obj` in the whole file: the last of each number counts. */
const searchObjects = (bytes: Uint8Array): Xref => {
  const text = latin.decode(bytes);
  const xref: Xref = { entries: new Map(), trailer: new Map() };
  for (const match of text.matchAll(/(?<![0-9])(\d{1,10})\s+\d{1,5}\s+obj\b/g)) {
    xref.entries.set(Number(match[1]), { offset: match.index });
  }
  for (const match of text.matchAll(/\btrailer\b/g)) {
    const trailer = createLexer(bytes, match.index + 7, true).next();
    if (trailer instanceof Map) for (const [key, value] of trailer) xref.trailer.set(key, value);
  }
  for (const [number, entry] of Array.from(xref.entries)) {
    if (!('offset' in entry)) continue;
    const found = readObject(bytes, entry.offset, () => undefined)?.value;
    const dict = isStream(found) ? found.dict : isDict(found) ? found : undefined;
    const type = dict?.get('Type');
    if (!isName(type) || dict === undefined) continue;
    if (type.name === 'Catalog' && !xref.trailer.has('Root')) {
      xref.trailer.set('Root', { kind: 'ref', number, generation: 0 });
    }
    if (type.name === 'XRef') for (const [key, value] of dict) xref.trailer.set(key, value);
    if (type.name === 'ObjStm' && isStream(found)) {
      const lexer = createLexer(decodeStream(dict, found.raw, (value) => value));
      const count = dict.get('N');
      for (let index = 0; index < (typeof count === 'number' ? count : 0); index += 1) {
        const inner = lexer.next();
        lexer.next();
        if (typeof inner === 'number' && !xref.entries.has(inner))
          xref.entries.set(inner, { container: number, index });
      }
    }
  }
  return xref;
};

/** Opens a PDF; undefined when the bytes are none. Never throws. */
export const openPdf = (bytes: Uint8Array): PdfFile | undefined => {
  const head = latin.decode(bytes.subarray(0, 1024));
  const version = /%PDF-(\d\.\d)/.exec(head)?.[1];
  if (version === undefined) return undefined;
  const sound = readXref(bytes);
  const first = sound ?? searchObjects(bytes);
  const file = fileOf(bytes, first, version, sound === undefined);
  if (sound === undefined || file.catalog.has('Pages')) return file;
  return fileOf(bytes, searchObjects(bytes), version, true);
};

const fileOf = (bytes: Uint8Array, xref: Xref, version: string, repaired: boolean): PdfFile => {
  const cache = new Map<number, PdfValue>();
  const containers = new Map<number, readonly PdfValue[]>();
  const opening = new Set<number>();

  const containerOf = (number: number): readonly PdfValue[] => {
    const known = containers.get(number);
    if (known !== undefined) return known;
    const stream = object(number);
    const values: PdfValue[] = [];
    if (isStream(stream)) {
      const data = decodeStream(stream.dict, stream.raw, resolve);
      const first = resolve(stream.dict.get('First'));
      const count = resolve(stream.dict.get('N'));
      const lexer = createLexer(data, 0, true);
      const offsets: number[] = [];
      for (let index = 0; index < (typeof count === 'number' ? count : 0); index += 1) {
        lexer.next();
        const offset = lexer.next();
        offsets.push(typeof offset === 'number' ? offset : 0);
      }
      for (const offset of offsets) {
        lexer.moveTo((typeof first === 'number' ? first : 0) + offset);
        const value = lexer.next();
        values.push(value === undefined || isOperator(value) ? null : value);
      }
    }
    containers.set(number, values);
    return values;
  };

  const object = (number: number): PdfValue => {
    const known = cache.get(number);
    if (known !== undefined) return known;
    const entry = xref.entries.get(number);
    if (entry === undefined || opening.has(number)) return null;
    opening.add(number);
    let value: PdfValue = null;
    if ('offset' in entry) {
      const found = readObject(bytes, entry.offset, (length) => {
        const resolved = resolve(length);
        return typeof resolved === 'number' ? resolved : undefined;
      });
      value = found?.number === number ? found.value : null;
    } else value = containerOf(entry.container)[entry.index] ?? null;
    opening.delete(number);
    cache.set(number, value);
    return value;
  };

  const resolve = (value: PdfValue | undefined): PdfValue => {
    let found = value ?? null;
    for (let steps = 0; isRef(found) && steps < 20; steps += 1) found = object((found as PdfRef).number);
    return isRef(found) ? null : found;
  };

  const dict = (value: PdfValue | undefined): PdfDict | undefined => {
    const found = resolve(value);
    return isDict(found) ? found : isStream(found) ? found.dict : undefined;
  };

  return {
    version,
    trailer: xref.trailer,
    catalog: dict(xref.trailer.get('Root')) ?? new Map(),
    repaired,
    encrypted: xref.trailer.has('Encrypt'),
    resolve,
    dict,
    array: (value) => {
      const found = resolve(value);
      return isArray(found) ? found : [];
    },
    number: (value) => {
      const found = resolve(value);
      return typeof found === 'number' ? found : undefined;
    },
    name: (value) => {
      const found = resolve(value);
      return isName(found) ? found.name : '';
    },
    text: (value) => {
      const found = resolve(value);
      return isBytes(found) ? textOfBytes(found) : '';
    },
    bytes: (value) => {
      const found = resolve(value);
      return isStream(found) ? decodeStream(found.dict, found.raw, resolve) : new Uint8Array();
    },
  };
};
