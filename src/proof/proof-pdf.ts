// Proof of a PDF: one group of rules a line. Takes bytes and what is known of the document; gives what was found.
import type { Expectation } from './expectation.ts';
import type { FileText } from './compare-text.ts';
import { compareText } from './compare-text.ts';
import { judgeFigures, judgeReferences } from './figures.ts';
import { createLedger, type ProofFinding } from './finding.ts';
import { judgeFonts } from './pdf-rules/fonts.ts';
import { looksLikeGongwen } from './pdf-rules/geometry.ts';
import { judgeLines, placeOf, type LineStatistics } from './pdf-rules/lines.ts';
import { judgePageNumbers } from './pdf-rules/page-numbers.ts';
import { judgePages, type GridMeasure } from './pdf-rules/page.ts';
import { judgeTags } from './pdf-rules/tags.ts';
import { openForProof, type OpenedPdf } from './pdf-reading/open.ts';
import type { RuleId } from './rules.ts';
import { textOfTree } from './tree-text.ts';

export type PdfProof = {
  readonly pages: number;
  /** Whether it was judged by GB/T 9704. */
  readonly gongwen: boolean;
  /** Whether this program made it. */
  readonly ours: boolean;
  /** Standards that it says it keeps to. */
  readonly claims: readonly string[];
  readonly lines: LineStatistics;
  readonly grid?: GridMeasure;
  readonly findings: readonly ProofFinding[];
  readonly checked: readonly RuleId[];
};

const noLines: LineStatistics = { lines: 0, fullLines: 0, pairs: 0, extraMedian: 0, extra99: 0, figuresTorn: 0 };

const textsOf = ({ paragraphs }: OpenedPdf): readonly FileText[] =>
  paragraphs.flatMap(({ text, lines, element }): FileText[] => {
    const [first] = lines;
    if (element?.type === 'Figure')
      return lines.map((line) => ({ text: line.text, place: placeOf(line), figure: true }));
    return first === undefined ? [] : [{ text, place: placeOf(first), figure: false }];
  });

/** Contents end their lines with page numbers, which are no figures. */
const withoutContents = ({ paragraphs }: OpenedPdf): OpenedPdf['paragraphs'] =>
  paragraphs.filter(({ element }) => {
    for (let at = element; at !== undefined; at = at.parent) if (at.type === 'TOC' || at.type === 'TOCI') return false;
    return true;
  });

export const proofPdf = (bytes: Uint8Array, expectation: Expectation): PdfProof => {
  const ledger = createLedger();
  const { document, reports } = expectation;
  ledger.check('file/unreadable', 'file/damaged', 'file/encrypted');
  const failed = (): PdfProof => ({
    pages: 0,
    gongwen: false,
    ours: false,
    claims: [],
    lines: noLines,
    findings: ledger.findings(),
    checked: ledger.checked(),
  });

  // What cannot be opened is not judged.
  const pdf = openForProof(bytes);
  if (pdf === undefined || (pdf.pages.length === 0 && !pdf.file.encrypted)) {
    ledger.add('file/unreadable', {}, { zh: '不是 PDF，或没有页面', en: 'no PDF, or one without pages' });
    return failed();
  }
  if (pdf.file.encrypted) {
    ledger.add('file/encrypted', {}, { zh: '文件已加密，无法核查', en: 'encrypted, so that it cannot be proofed' });
    return failed();
  }
  if (pdf.file.repaired) {
    ledger.add('file/damaged', {}, { zh: '交叉引用已损坏', en: 'the cross-reference is damaged' });
  }

  const ours = /^jianbao\b/.test(pdf.metadata.producer);
  const rules = expectation.rules === 'auto' ? (document?.page.name ?? 'auto') : expectation.rules;
  const gongwen = rules === 'auto' ? looksLikeGongwen(pdf.pages, pdf.paragraphs) : rules === 'gongwen';

  judgeFonts(pdf.pages, ledger);
  judgeTags(pdf, ours || pdf.metadata.claims.length > 0, ledger);
  const grid = judgePages(
    pdf,
    { gongwen, ours, limit: document?.page.limit ?? 0, tightened: (document?.leading ?? 1) < 1 },
    ledger,
  );
  if (gongwen) judgePageNumbers(pdf, document?.page.numbered, ledger);
  const lines = judgeLines(pdf.paragraphs, ledger);

  // Against the data and the tree, when these are known.
  if (reports !== undefined)
    judgeFigures(textsOf({ ...pdf, paragraphs: withoutContents(pdf) }), reports, expectation.computed ?? [], ledger);
  if (reports !== undefined && document !== undefined) judgeReferences(document, reports, ledger);
  if (document !== undefined) compareText(textOfTree(document), textsOf(pdf), ledger);

  return {
    pages: pdf.pages.length,
    gongwen,
    ours,
    claims: pdf.metadata.claims,
    lines,
    ...(grid === undefined ? {} : { grid }),
    findings: ledger.findings(),
    checked: ledger.checked(),
  };
};
