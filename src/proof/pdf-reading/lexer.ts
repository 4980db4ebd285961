// Bytes of a PDF file or of a content stream to values and operators, one after another (ISO 32000-1, 7.2 and 7.3).
// Does not throw: what is no syntax is skipped, nesting is bounded, and the end of the bytes ends everything open.
import { isOperator, type PdfOperator, type PdfValue } from './values.ts';

export type Lexer = {
  /** The next value or operator; undefined at the end. */
  readonly next: () => PdfValue | PdfOperator | undefined;
  readonly position: () => number;
  readonly moveTo: (position: number) => void;
};

/** 1 white space, 2 delimiter, 0 regular. */
const kinds = new Uint8Array(256);
for (const space of [0, 9, 10, 12, 13, 32]) kinds[space] = 1;
for (const delimiter of '()<>[]{}/%') kinds[delimiter.charCodeAt(0)] = 2;

const hexValue = (byte: number): number =>
  byte >= 48 && byte <= 57
    ? byte - 48
    : byte >= 65 && byte <= 70
      ? byte - 55
      : byte >= 97 && byte <= 102
        ? byte - 87
        : -1;

const escapes: Readonly<Record<number, number>> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 };
const deepest = 100;

/** `references`: whether `12 0 R` is a reference, as in files; content streams have none. */
export const createLexer = (bytes: Uint8Array, start = 0, references = false): Lexer => {
  let at = start;

  const skipSpace = (): void => {
    while (at < bytes.length) {
      const byte = bytes[at] ?? 0;
      if (kinds[byte] === 1) at += 1;
      else if (byte === 37) while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
      else return;
    }
  };

  const literal = (): Uint8Array => {
    const out: number[] = [];
    let open = 1;
    at += 1;
    while (at < bytes.length) {
      const byte = bytes[at++] ?? 0;
      if (byte === 92) {
        const escaped = bytes[at++] ?? 0;
        if (escaped >= 48 && escaped <= 55) {
          let value = escaped - 48;
          for (let digit = 0; digit < 2 && (bytes[at] ?? 0) >= 48 && (bytes[at] ?? 0) <= 55; digit += 1) {
            value = value * 8 + (bytes[at++] ?? 0) - 48;
          }
          out.push(value & 0xff);
        } else if (escaped === 13) {
          if (bytes[at] === 10) at += 1;
        } else if (escaped !== 10) out.push(escapes[escaped] ?? escaped);
        continue;
      }
      if (byte === 40) open += 1;
      if (byte === 41 && --open === 0) break;
      out.push(byte);
    }
    return Uint8Array.from(out);
  };

  const hexadecimal = (): Uint8Array => {
    const out: number[] = [];
    let high = -1;
    at += 1;
    while (at < bytes.length) {
      const byte = bytes[at++] ?? 0;
      if (byte === 62) break;
      const value = hexValue(byte);
      if (value < 0) continue;
      if (high < 0) high = value;
      else {
        out.push(high * 16 + value);
        high = -1;
      }
    }
    if (high >= 0) out.push(high * 16);
    return Uint8Array.from(out);
  };

  const regular = (): string => {
    const from = at;
    while (at < bytes.length && kinds[bytes[at] ?? 0] === 0) at += 1;
    let word = '';
    for (let index = from; index < at; index += 1) word += String.fromCharCode(bytes[index] ?? 0);
    return word;
  };

  const nameOf = (): PdfValue => {
    at += 1;
    const word = regular();
    const name = word.includes('#')
      ? word.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
      : word;
    return { kind: 'name', name };
  };

  /** After a whole number: `generation R`, which makes it a reference. */
  const reference = (number: number): PdfValue | undefined => {
    let look = at;
    while (kinds[bytes[look] ?? 0] === 1 && look < bytes.length) look += 1;
    let generation = 0;
    const from = look;
    for (let byte = bytes[look] ?? 0; byte >= 48 && byte <= 57 && look - from < 6; byte = bytes[++look] ?? 0) {
      generation = generation * 10 + byte - 48;
    }
    if (look === from || kinds[bytes[look] ?? 0] !== 1) return undefined;
    while (kinds[bytes[look] ?? 0] === 1 && look < bytes.length) look += 1;
    if (bytes[look] !== 82 || kinds[bytes[look + 1] ?? 32] === 0) return undefined;
    at = look + 1;
    return { kind: 'ref', number, generation };
  };

  const atom = (): PdfValue | PdfOperator | undefined => {
    const byte = bytes[at] ?? 0;
    if ((byte >= 48 && byte <= 57) || byte === 43 || byte === 45 || byte === 46) {
      const word = regular();
      const value = Number(word);
      // `--5` and `5-3` are written by some producers: the leading number counts.
      const number = Number.isNaN(value) ? Number.parseFloat(word.replace(/^-+/, '-')) || 0 : value;
      return references && /^\d+$/.test(word) ? (reference(number) ?? number) : number;
    }
    const word = regular();
    if (word === '') {
      at += 1;
      return { kind: 'operator', name: '' };
    }
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : { kind: 'operator', name: word };
  };

  const value = (depth: number): PdfValue | PdfOperator | undefined => {
    skipSpace();
    if (at >= bytes.length || depth > deepest) return undefined;
    switch (bytes[at]) {
      case 40:
        return literal();
      case 47:
        return nameOf();
      case 91: {
        at += 1;
        const items: PdfValue[] = [];
        for (;;) {
          skipSpace();
          if (at >= bytes.length) return items;
          if (bytes[at] === 93) {
            at += 1;
            return items;
          }
          const item = value(depth + 1);
          if (item === undefined) return items;
          if (!isOperator(item)) items.push(item);
        }
      }
      case 60: {
        if (bytes[at + 1] !== 60) return hexadecimal();
        at += 2;
        const dict = new Map<string, PdfValue>();
        for (;;) {
          skipSpace();
          if (at >= bytes.length) return dict;
          if (bytes[at] === 62) {
            at += bytes[at + 1] === 62 ? 2 : 1;
            return dict;
          }
          const key = value(depth + 1);
          if (key === undefined) return dict;
          if (isOperator(key) || typeof key !== 'object' || key === null || !('kind' in key) || key.kind !== 'name') {
            continue;
          }
          skipSpace();
          if (bytes[at] === 62) continue;
          const item = value(depth + 1);
          if (item === undefined) return dict;
          if (!isOperator(item)) dict.set(key.name, item);
        }
      }
      default:
        return atom();
    }
  };

  return {
    next: () => value(0),
    position: () => at,
    moveTo: (position) => {
      at = position;
    },
  };
};
