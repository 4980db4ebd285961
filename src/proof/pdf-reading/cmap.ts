// Character maps of PDF fonts: codes of a string to text (ToUnicode) or to CIDs (Encoding). ISO 32000-1, 9.7.5 and 9.10.3.
// Reads what the file embeds; the predefined maps are not at hand except the identities and those that are UTF-16.
import { createLexer } from './lexer.ts';
import { isArray, isBytes, isName, isOperator, type PdfOperator, type PdfValue } from './values.ts';

export type CMap = {
  /** Ranges of codes by length in bytes, for cutting a string into codes. */
  readonly spaces: readonly { readonly length: number; readonly first: number; readonly last: number }[];
  readonly unicode: ReadonlyMap<number, string>;
  readonly cid: (code: number) => number | undefined;
  /** Name of the map that this one builds upon. */
  readonly base: string;
};

const utf16 = new TextDecoder('utf-16be');
/** The most codes that one range may span, as files may lie. */
const widest = 0x10000;

const codeOf = (bytes: Uint8Array): number => bytes.reduce((value, byte) => value * 256 + byte, 0);

/** The text with the last code unit raised by `step`. */
const raised = (bytes: Uint8Array, step: number): string => {
  if (step === 0 || bytes.length < 2) return utf16.decode(bytes);
  const copy = Uint8Array.from(bytes);
  const at = copy.length - 2;
  const unit = (((copy[at] ?? 0) << 8) | (copy[at + 1] ?? 0)) + step;
  copy[at] = (unit >> 8) & 0xff;
  copy[at + 1] = unit & 0xff;
  return utf16.decode(copy);
};

export const readCMap = (bytes: Uint8Array): CMap => {
  const spaces: { length: number; first: number; last: number }[] = [];
  const unicode = new Map<number, string>();
  const single = new Map<number, number>();
  const ranges: { first: number; last: number; cid: number }[] = [];
  let base = '';
  const lexer = createLexer(bytes);
  let operands: (PdfValue | PdfOperator)[] = [];

  const each = (size: number, use: (items: (PdfValue | PdfOperator)[]) => void): void => {
    for (let at = 0; at + size <= operands.length; at += size) use(operands.slice(at, at + size));
  };

  const sections: Readonly<Record<string, () => void>> = {
    endcodespacerange: () =>
      each(2, ([first, last]) => {
        if (isBytes(first as PdfValue) && isBytes(last as PdfValue)) {
          const from = first as Uint8Array;
          spaces.push({ length: from.length, first: codeOf(from), last: codeOf(last as Uint8Array) });
        }
      }),
    endbfchar: () =>
      each(2, ([code, text]) => {
        if (code instanceof Uint8Array && text instanceof Uint8Array) unicode.set(codeOf(code), utf16.decode(text));
      }),
    endbfrange: () =>
      each(3, ([first, last, text]) => {
        if (!(first instanceof Uint8Array) || !(last instanceof Uint8Array)) return;
        const from = codeOf(first);
        const count = Math.min(codeOf(last) - from + 1, widest);
        if (text instanceof Uint8Array) {
          for (let step = 0; step < count; step += 1) unicode.set(from + step, raised(text, step));
        } else if (isArray(text as PdfValue)) {
          for (const [step, item] of (text as readonly PdfValue[]).slice(0, count).entries()) {
            if (isBytes(item)) unicode.set(from + step, utf16.decode(item));
          }
        }
      }),
    endcidchar: () =>
      each(2, ([code, cid]) => {
        if (code instanceof Uint8Array && typeof cid === 'number') single.set(codeOf(code), cid);
      }),
    endcidrange: () =>
      each(3, ([first, last, cid]) => {
        if (first instanceof Uint8Array && last instanceof Uint8Array && typeof cid === 'number') {
          ranges.push({ first: codeOf(first), last: codeOf(last), cid });
        }
      }),
  };

  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!isOperator(token)) {
      operands.push(token);
      continue;
    }
    const last = operands.at(-1) as PdfValue | undefined;
    if (token.name === 'usecmap' && isName(last)) base = last.name;
    sections[token.name]?.();
    operands = [];
  }
  return {
    spaces,
    unicode,
    base,
    cid: (code) => {
      const known = single.get(code);
      if (known !== undefined) return known;
      const range = ranges.find(({ first, last }) => code >= first && code <= last);
      return range === undefined ? undefined : range.cid + code - range.first;
    },
  };
};

/** The length of the code that begins at `at`: one, two, three or four bytes. */
export const codeLength = (bytes: Uint8Array, at: number, { spaces }: CMap): number => {
  let code = 0;
  for (let length = 1; length <= 4 && at + length <= bytes.length; length += 1) {
    code = code * 256 + (bytes[at + length - 1] ?? 0);
    if (spaces.some((space) => space.length === length && code >= space.first && code <= space.last)) return length;
  }
  return Math.min(...spaces.map(({ length }) => length), 2);
};
