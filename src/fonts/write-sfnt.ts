// Takes tables and the names a face goes by, gives the bytes of a TrueType file.
// Word finds an embedded font by its family name and picks regular or bold by two flags, so names and flags are made to
// agree with Face.family and Face.bold; licence and copyright are kept. Same tables, same bytes.
import type { Tables } from './sfnt.ts';

export type FaceNames = {
  readonly family: string;
  readonly bold: boolean;
  /** PostScript name: ASCII, no spaces. */
  readonly key: string;
  readonly copyright: string;
  readonly version: string;
  readonly license: string;
  readonly licenseUrl: string;
};

const utf16be = (text: string): Uint8Array => {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) view.setUint16(2 * index, text.charCodeAt(index));
  return bytes;
};

/** A name table with Windows Unicode English records only. */
const nameTable = (names: FaceNames): Uint8Array => {
  const style = names.bold ? 'Bold' : 'Regular';
  const records: readonly (readonly [id: number, text: string])[] = [
    [0, names.copyright],
    [1, names.family],
    [2, style],
    [3, `${names.version};${names.key}`],
    [4, names.bold ? `${names.family} Bold` : names.family],
    [5, names.version],
    [6, names.key],
    [13, names.license],
    [14, names.licenseUrl],
  ];
  const strings = records.map(([, text]) => utf16be(text));
  const start = 6 + 12 * records.length;
  const bytes = new Uint8Array(start + strings.reduce((sum, string) => sum + string.length, 0));
  const view = new DataView(bytes.buffer);
  view.setUint16(2, records.length);
  view.setUint16(4, start);
  let offset = 0;
  records.forEach(([id], index) => {
    const string = strings[index] ?? new Uint8Array();
    [3, 1, 0x409, id, string.length, offset].forEach((value, field) =>
      view.setUint16(6 + 12 * index + 2 * field, value),
    );
    bytes.set(string, start + offset);
    offset += string.length;
  });
  return bytes;
};

const editable = (tables: Tables, tag: string): { readonly bytes: Uint8Array; readonly view: DataView } => {
  const bytes = Uint8Array.from(tables.get(tag) ?? []);
  return { bytes, view: new DataView(bytes.buffer) };
};

const checksum = (bytes: Uint8Array): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  const whole = bytes.length - (bytes.length % 4);
  for (let at = 0; at < whole; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  let rest = 0;
  for (let at = whole; at < whole + 4; at += 1) rest = rest * 256 + (at < bytes.length ? view.getUint8(at) : 0);
  return bytes.length === whole ? sum : (sum + rest) >>> 0;
};

/** Tables begin at multiples of four bytes. */
const padded = (length: number): number => Math.ceil(length / 4) * 4;

/** A TrueType file of these tables as they are. */
export const writeTables = (tables: Tables): Uint8Array => {
  const sorted = [...tables].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const start = 12 + 16 * sorted.length;
  const bytes = new Uint8Array(start + sorted.reduce((sum, [, table]) => sum + padded(table.length), 0));
  const view = new DataView(bytes.buffer);
  const log = Math.floor(Math.log2(sorted.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, sorted.length);
  view.setUint16(6, 16 * 2 ** log);
  view.setUint16(8, log);
  view.setUint16(10, 16 * (sorted.length - 2 ** log));
  let offset = start;
  let head = 0;
  sorted.forEach(([tag, table], index) => {
    const at = 12 + 16 * index;
    for (let letter = 0; letter < 4; letter += 1) bytes[at + letter] = tag.charCodeAt(letter);
    view.setUint32(at + 4, checksum(table));
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, table.length);
    bytes.set(table, offset);
    if (tag === 'head') head = offset;
    offset += padded(table.length);
  });
  view.setUint32(head + 8, (0xb1b0afba - checksum(bytes)) >>> 0);
  return bytes;
};

/** A TrueType file of these tables, named as told. */
export const writeSfnt = (tables: Tables, names: FaceNames): Uint8Array => {
  const head = editable(tables, 'head');
  head.view.setUint32(8, 0); // counts as zero in its own checksum
  head.view.setUint16(44, names.bold ? 1 : 0);
  const os2 = editable(tables, 'OS/2');
  os2.view.setUint16(4, names.bold ? 700 : 400);
  // Keep "use typographic metrics" (bit 7); say bold (bit 5) or regular (bit 6), never italic.
  os2.view.setUint16(62, (os2.view.getUint16(62) & 0x80) | (names.bold ? 0x20 : 0x40));
  return writeTables(
    new Map([...tables, ['head', head.bytes], ['OS/2', os2.bytes], ['name', nameTable(names)]] as const),
  );
};
