// Decodes the bytes of a stream through its filters (ISO 32000-1, 7.4). Images stay as they are: nobody reads their text.
// A damaged stream gives what could be decoded of it; no stream may grow beyond a bound.
import { constants, inflateSync } from 'node:zlib';
import { isArray, isDict, isName, type PdfDict, type PdfValue } from './values.ts';

/** The most bytes that one stream may decode to. */
const largest = 256 * 1024 * 1024;

const inflate = (bytes: Uint8Array): Uint8Array => {
  try {
    return inflateSync(bytes, { maxOutputLength: largest, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return new Uint8Array();
  }
};

const lzw = (bytes: Uint8Array, early: number): Uint8Array => {
  const out: number[] = [];
  let table: number[][] = [];
  let [width, bits, held] = [9, 0, 0];
  let previous: number[] | undefined;
  const reset = (): void => {
    table = Array.from({ length: 258 }, (_, code) => (code < 256 ? [code] : []));
    width = 9;
    previous = undefined;
  };
  reset();
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === 257) break;
    if (code === 256) {
      reset();
      continue;
    }
    const entry: number[] | undefined =
      table[code] ?? (previous === undefined ? undefined : [...previous, previous[0] ?? 0]);
    if (entry === undefined || out.length + entry.length > largest) break;
    for (const value of entry) out.push(value);
    if (previous !== undefined && table.length < 4096) table.push([...previous, entry[0] ?? 0]);
    previous = entry;
    const next = table.length + early;
    width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
  }
  return Uint8Array.from(out);
};

const asciiHex = (bytes: Uint8Array): Uint8Array => {
  const text = new TextDecoder('latin1').decode(bytes).split('>')[0] ?? '';
  const digits = text.replaceAll(/[^0-9A-Fa-f]/g, '');
  return Uint8Array.from({ length: Math.ceil(digits.length / 2) }, (_, index) =>
    Number.parseInt(digits.slice(2 * index, 2 * index + 2).padEnd(2, '0'), 16),
  );
};

const ascii85 = (bytes: Uint8Array): Uint8Array => {
  const out: number[] = [];
  let group: number[] = [];
  const flush = (): void => {
    if (group.length < 2) return;
    const count = group.length - 1;
    while (group.length < 5) group.push(84);
    const value = group.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let index = 0; index < count; index += 1) out.push(Math.floor(value / 256 ** (3 - index)) & 0xff);
    group = [];
  };
  for (const byte of bytes) {
    if (byte === 126) break;
    if (byte === 122 && group.length === 0) out.push(0, 0, 0, 0);
    else if (byte >= 33 && byte <= 117) {
      group.push(byte - 33);
      if (group.length === 5) flush();
    }
  }
  flush();
  return Uint8Array.from(out);
};

const runLength = (bytes: Uint8Array): Uint8Array => {
  const out: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at++] ?? 128;
    if (length === 128) break;
    if (length < 128) {
      for (let index = 0; index <= length; index += 1) out.push(bytes[at++] ?? 0);
    } else {
      const value = bytes[at++] ?? 0;
      for (let index = 0; index < 257 - length; index += 1) out.push(value);
    }
  }
  return Uint8Array.from(out);
};

const numberOf = (dict: PdfDict | undefined, key: string, otherwise: number): number => {
  const value = dict?.get(key);
  return typeof value === 'number' ? value : otherwise;
};

/** Undoes PNG prediction (7.4.4.4), as cross-reference streams use it; TIFF prediction of 8-bit samples too. */
const unpredict = (bytes: Uint8Array, parameters: PdfDict | undefined): Uint8Array => {
  const predictor = numberOf(parameters, 'Predictor', 1);
  if (predictor < 2) return bytes;
  const colors = numberOf(parameters, 'Colors', 1);
  const sample = numberOf(parameters, 'BitsPerComponent', 8);
  const step = Math.max(1, Math.ceil((colors * sample) / 8));
  const row = Math.ceil((numberOf(parameters, 'Columns', 1) * colors * sample) / 8);
  if (predictor === 2) {
    const out = Uint8Array.from(bytes);
    if (sample !== 8) return out;
    for (let at = 0; at < out.length; at += 1) {
      if (at % row >= step) out[at] = ((out[at] ?? 0) + (out[at - step] ?? 0)) & 0xff;
    }
    return out;
  }
  const rows = Math.floor(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let line = 0; line < rows; line += 1) {
    const kind = bytes[line * (row + 1)] ?? 0;
    for (let index = 0; index < row; index += 1) {
      const at = line * row + index;
      const left = index >= step ? (out[at - step] ?? 0) : 0;
      const up = line > 0 ? (out[at - row] ?? 0) : 0;
      const corner = line > 0 && index >= step ? (out[at - row - step] ?? 0) : 0;
      const stored = bytes[line * (row + 1) + 1 + index] ?? 0;
      out[at] = (stored + prediction(kind, left, up, corner)) & 0xff;
    }
  }
  return out;
};

const prediction = (kind: number, left: number, up: number, corner: number): number => {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
};

/** The bytes behind the filters of `dict`; values in it must be resolved already. */
export const decodeStream = (dict: PdfDict, raw: Uint8Array, resolve: (value: PdfValue) => PdfValue): Uint8Array => {
  const listOf = (value: PdfValue | undefined): readonly PdfValue[] => {
    const found = value === undefined ? null : resolve(value);
    return isArray(found) ? found.map(resolve) : found === null ? [] : [found];
  };
  const parameters = listOf(dict.get('DecodeParms') ?? dict.get('DP'));
  let bytes = raw;
  for (const [index, filter] of listOf(dict.get('Filter') ?? dict.get('F')).entries()) {
    const own = parameters[index];
    const settings = isDict(own) ? own : undefined;
    switch (isName(filter) ? filter.name : '') {
      case 'FlateDecode':
      case 'Fl':
        bytes = unpredict(inflate(bytes), settings);
        break;
      case 'LZWDecode':
      case 'LZW':
        bytes = unpredict(lzw(bytes, numberOf(settings, 'EarlyChange', 1)), settings);
        break;
      case 'ASCIIHexDecode':
      case 'AHx':
        bytes = asciiHex(bytes);
        break;
      case 'ASCII85Decode':
      case 'A85':
        bytes = ascii85(bytes);
        break;
      case 'RunLengthDecode':
      case 'RL':
        bytes = runLength(bytes);
        break;
      default:
        return bytes;
    }
  }
  return bytes;
};
