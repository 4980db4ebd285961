// Takes a report file's bytes, gives its text, whatever it is kept in: .txt in the usual encodings, .docx, .pdf.
// The kind is told by the first bytes, not by the name. Offsets of facts count in the text given here.
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { decodeReport } from './decode.ts';
import * as messages from './messages.ts';
import { readDocx, mostDocxBytes } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';

export type SourceText = { readonly text: string; readonly format: 'txt' | 'docx' | 'pdf' };

/** A report has at most a hundred thousand characters; several times that is no report. */
export const mostTextBytes = 1_000_000;
const mostFileBytes = 60_000_000;

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte);

/** Reads the text of a report file. Errors: extract/unreadable, bad-encoding, too-large, no-text, bad-archive. */
export const readSource = async (file: string, bytes: Uint8Array): Promise<Outcome<SourceText>> => {
  if (bytes.length === 0) return { diagnostics: [messages.empty(file)] };
  if (bytes.length > mostFileBytes) return { diagnostics: [messages.tooLarge(file, mostFileBytes / 1e6)] };
  // PK: a zip archive, as DOCX files are
  if (startsWith(bytes, 0x50, 0x4b)) {
    const docx = readDocx(bytes);
    if ('text' in docx) return given(file, docx.text, 'docx');
    if (docx.fault === 'too-large') return { diagnostics: [messages.tooMuchInside(file, mostDocxBytes / 1e6)] };
    return { diagnostics: [docx.fault === 'not-docx' ? messages.notDocx(file) : messages.badArchive(file)] };
  }
  // %PDF
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) {
    const pdf = await readPdf(bytes);
    return 'text' in pdf ? given(file, pdf.text, 'pdf') : { diagnostics: [messages.badPdf(file)] };
  }
  // the compound file of Word 97
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { diagnostics: [messages.oldWord(file)] };
  if (/\.docx$/i.test(file)) return { diagnostics: [messages.badArchive(file)] };
  if (/\.pdf$/i.test(file)) return { diagnostics: [messages.badPdf(file)] };
  if (bytes.length > mostTextBytes) return { diagnostics: [messages.tooLarge(file, mostTextBytes / 1e6)] };
  const decoded = decodeReport(bytes);
  if ('text' in decoded) return given(file, decoded.text, 'txt');
  return { diagnostics: [decoded.fault === 'encoding' ? messages.badEncoding(file) : messages.notText(file)] };
};

/** Controls, halves of characters and non-characters, which no data file and no page can hold (as in yaml-source.ts). */
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

const given = (file: string, text: string, format: SourceText['format']): Outcome<SourceText> => {
  if (text.trim() === '') return { diagnostics: [format === 'pdf' ? messages.scanned(file) : messages.empty(file)] };
  if (text.length > mostTextBytes) return { diagnostics: [messages.tooLarge(file, mostTextBytes / 1e6)] };
  // One space for each, so that offsets stay those of the file.
  return { value: { text: text.replaceAll(unprintable, ' '), format }, diagnostics: [] };
};
