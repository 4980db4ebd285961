// Takes a PDF of ours apart into its objects, streams inflated, lets a test edit them as text, and writes it anew with a
// true cross-reference, so that the fault planted is the only one. Bytes are held as Latin-1 text.
import { inflateSync } from 'node:zlib';

/** Objects by number; the trailer's dictionary under 0. */
export type Objects = Map<number, string>;

const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const toBytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

const unpack = (object: string): string => {
  const stream = /^([\s\S]*?)stream\r?\n([\s\S]*)\r?\nendstream/.exec(object);
  if (stream === null) return object;
  const [, dict = '', raw = ''] = stream;
  if (!dict.includes('/FlateDecode')) return object;
  const data = toText(inflateSync(toBytes(raw)));
  return `${dict.replace(/\/Filter\s*\/FlateDecode/, '')}stream\n${data}\nendstream`;
};

export const objectsOf = (bytes: Uint8Array): Objects => {
  const text = toText(bytes);
  const objects: Objects = new Map();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\sendobj/g)) {
    objects.set(Number(match[1]), unpack(match[2] ?? ''));
  }
  objects.set(0, /trailer\s*(<<[\s\S]*?>>)\s*startxref/.exec(text)?.[1] ?? '');
  return objects;
};

export const writeObjects = (objects: Objects): Uint8Array => {
  let text = '%PDF-1.7\n%\u00ff\u00ff\u00ff\u00ff\n';
  const offsets = new Map<number, number>();
  for (const [number, object] of objects) {
    if (number === 0) continue;
    offsets.set(number, text.length);
    const stream = /stream\n([\s\S]*)\nendstream$/.exec(object)?.[1];
    const own = stream === undefined ? object : object.replace(/\/Length \d+/, `/Length ${stream.length}`);
    text += `${number} 0 obj\n${own}\nendobj\n`;
  }
  const start = text.length;
  const size = Math.max(...objects.keys()) + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n`;
  for (let number = 1; number < size; number += 1) {
    const offset = offsets.get(number);
    text += offset === undefined ? '0000000000 00000 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  }
  return toBytes(`${text}trailer\n${objects.get(0) ?? ''}\nstartxref\n${start}\n%%EOF\n`);
};

/** Edits every object that `pick` matches, or the first only; throws when none did, so that no test plants nothing. */
export const editPdf = (
  bytes: Uint8Array,
  pick: RegExp,
  edit: (object: string) => string,
  everywhere = false,
): Uint8Array => {
  const objects = objectsOf(bytes);
  let edited = 0;
  for (const [number, object] of objects) {
    if (!pick.test(object) || (edited > 0 && !everywhere)) continue;
    const made = edit(object);
    if (made === object) continue;
    objects.set(number, made);
    edited += 1;
  }
  if (edited === 0) throw new Error(`no object like ${pick.source} was changed`);
  return writeObjects(objects);
};
