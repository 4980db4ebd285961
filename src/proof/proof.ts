// Takes a finished file and what is known of it, gives what is wrong with it: PDF or DOCX, ours or not (issue 4).
// The kind of a file is told by its first bytes. Never throws on a bad file: not being able to read it is a finding.
import type { Expectation } from './expectation.ts';
import type { ProofFinding } from './finding.ts';
import type { LineStatistics } from './pdf-rules/lines.ts';
import type { GridMeasure } from './pdf-rules/page.ts';
import { proofDocx } from './proof-docx.ts';
import { proofPdf } from './proof-pdf.ts';
import { rules, type RuleId } from './rules.ts';

export type ProofResult = {
  readonly file: string;
  readonly format: 'pdf' | 'docx' | 'unknown';
  /** 0 where the format has no pages of its own. */
  readonly pages: number;
  /** Whether it was judged by GB/T 9704. */
  readonly gongwen: boolean;
  readonly ours: boolean;
  /** Whether it was held against its data, and against its document tree. */
  readonly againstData: boolean;
  readonly againstTree: boolean;
  readonly claims: readonly string[];
  readonly lines?: LineStatistics;
  readonly grid?: GridMeasure;
  readonly findings: readonly ProofFinding[];
  /** Rules that were applied. */
  readonly checked: readonly RuleId[];
};

const startsWith = (bytes: Uint8Array, mark: string): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes(mark);

const unknown = (): Pick<ProofResult, 'findings' | 'checked'> => {
  const id = 'file/unreadable';
  const { clause, strength, title } = rules[id];
  const found = { zh: '既不是 PDF 也不是 DOCX', en: 'neither PDF nor DOCX' };
  return { findings: [{ rule: id, severity: 'failure', strength, clause, found, due: title }], checked: [id] };
};

/** Judges one file; `file` is its name in the result. */
export const proofFile = (file: string, bytes: Uint8Array, expectation: Expectation): ProofResult => {
  const known = {
    file,
    againstData: expectation.reports !== undefined,
    againstTree: expectation.document !== undefined,
  };
  if (startsWith(bytes, '%PDF-')) return { ...known, format: 'pdf', ...proofPdf(bytes, expectation) };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return { ...known, format: 'docx', pages: 0, claims: [], ...proofDocx(bytes, expectation) };
  }
  return { ...known, format: 'unknown', pages: 0, gongwen: false, ours: false, claims: [], ...unknown() };
};
