// The values that PDF files are written in (ISO 32000-1, 7.3), as plain data, and ways to ask what a value is.
// Dictionaries are Maps, strings are bytes; names, references and streams are told apart by `kind`.

export type PdfName = { readonly kind: 'name'; readonly name: string };
export type PdfRef = { readonly kind: 'ref'; readonly number: number; readonly generation: number };
export type PdfDict = ReadonlyMap<string, PdfValue>;
/** A stream with its bytes as stored, not yet decoded. */
export type PdfStream = { readonly kind: 'stream'; readonly dict: PdfDict; readonly raw: Uint8Array };
/** An operator of a content stream, or a word of the file's own syntax (`obj`, `endobj`). */
export type PdfOperator = { readonly kind: 'operator'; readonly name: string };

export type PdfValue =
  null | boolean | number | Uint8Array | PdfName | PdfRef | PdfStream | PdfDict | readonly PdfValue[];

export const isDict = (value: PdfValue | undefined): value is PdfDict => value instanceof Map;
export const isArray = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value);
export const isBytes = (value: PdfValue | undefined): value is Uint8Array => value instanceof Uint8Array;

type Kinded = PdfName | PdfRef | PdfStream;
const isKind =
  <K extends Kinded['kind']>(kind: K) =>
  (value: PdfValue | PdfOperator | undefined): value is Extract<Kinded, { readonly kind: K }> =>
    typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;

export const isName = isKind('name');
export const isRef = isKind('ref');
export const isStream = isKind('stream');

export const isOperator = (value: PdfValue | PdfOperator | undefined): value is PdfOperator =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'operator';

const utf16 = new TextDecoder('utf-16be');
const utf8 = new TextDecoder('utf-8');
const latin = new TextDecoder('windows-1252');

/** A text string (7.9.2.2): UTF-16BE or UTF-8 with a byte order mark, else single bytes. */
export const textOfBytes = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16.decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf8.decode(bytes);
  return latin.decode(bytes);
};
