// Proof of a DOCX: one group of rules a line. Takes bytes and what is known of the document; gives what was found.
// Lines and pages are Word's to make, so what is judged is what tells Word how to make them.
import { compareText, type FileText } from './compare-text.ts';
import { judgeDocxCharts } from './docx-rules/charts.ts';
import { judgeDocxFonts } from './docx-rules/fonts.ts';
import { judgeIntegrity } from './docx-rules/integrity.ts';
import { judgeOrder } from './docx-rules/order.ts';
import { judgePackage } from './docx-rules/package.ts';
import { docxLooksLikeGongwen, judgeDocxPages } from './docx-rules/page.ts';
import { judgeDocxStructure } from './docx-rules/structure.ts';
import { readEmbeddedFonts } from './docx-reading/embedded-fonts.ts';
import { openPackage } from './docx-reading/package.ts';
import { readStyles } from './docx-reading/styles.ts';
import { readParagraphs, type DocxParagraph } from './docx-reading/text.ts';
import { descendantsOf, textOf } from './docx-reading/xml.ts';
import type { Expectation } from './expectation.ts';
import { judgeFigures, judgeReferences } from './figures.ts';
import { createLedger, type ProofFinding } from './finding.ts';
import type { RuleId } from './rules.ts';
import { textOfTree } from './tree-text.ts';

export type DocxProof = {
  readonly gongwen: boolean;
  readonly ours: boolean;
  readonly findings: readonly ProofFinding[];
  readonly checked: readonly RuleId[];
};

const textsOf = (paragraphs: readonly DocxParagraph[]): readonly FileText[] =>
  paragraphs.flatMap(({ part, text, drawn }): FileText[] => [
    ...(text.trim() === '' ? [] : [{ text, place: { part, text }, figure: false }]),
    ...drawn.map((piece) => ({ text: piece, place: { part, text: piece }, figure: true })),
  ]);

/** Lines of contents end with page numbers, which are no figures. */
const isContents = ({ style }: DocxParagraph): boolean => /^toc\s?\d$/i.test(style ?? '');

export const proofDocx = (bytes: Uint8Array, expectation: Expectation): DocxProof => {
  const ledger = createLedger();
  const { document, reports } = expectation;
  ledger.check('file/unreadable');

  // What cannot be opened is not judged.
  const docx = openPackage(bytes);
  if (docx === undefined || !docx.parts.has(docx.main)) {
    ledger.add('file/unreadable', {}, { zh: '不是 DOCX，或没有正文', en: 'no DOCX, or one without a document' });
    return { gongwen: false, ours: false, findings: ledger.findings(), checked: ledger.checked() };
  }
  judgePackage(docx, ledger);
  judgeOrder(docx, ledger);
  const styles = readStyles(docx);
  judgeIntegrity(docx, styles, ledger);
  judgeDocxCharts(docx, ledger);
  const body = readParagraphs(docx, styles, docx.main);
  const footers = [...docx.parts.keys()].filter((path) =>
    /^word\/(?:header|footer|footnotes|endnotes)\d*\.xml$/.test(path),
  );
  const all = [...body, ...footers.flatMap((path) => readParagraphs(docx, styles, path))];
  const fonts = readEmbeddedFonts(docx);

  const rules = expectation.rules === 'auto' ? (document?.page.name ?? 'auto') : expectation.rules;
  const gongwen = rules === 'auto' ? docxLooksLikeGongwen(docx, styles) : rules === 'gongwen';
  judgeDocxFonts(all, fonts, ledger);
  judgeDocxStructure(docx, styles, fonts, body, ledger);
  const tightened = (document?.leading ?? 1) < 1;
  judgeDocxPages(docx, styles, { gongwen, tightened, numbered: document?.page.numbered }, ledger);

  // Against the data and the tree, when these are known.
  const texts = textsOf(body);
  if (reports !== undefined)
    judgeFigures(textsOf(body.filter((one) => !isContents(one))), reports, expectation.computed ?? [], ledger);
  if (reports !== undefined && document !== undefined) judgeReferences(document, reports, ledger);
  if (document !== undefined) compareText(textOfTree(document), texts, ledger);

  const application = descendantsOf(docx.xml('docProps/app.xml'), 'Application').map(textOf)[0] ?? '';
  return {
    gongwen,
    ours: /^jianbao\b/.test(application),
    findings: ledger.findings(),
    checked: ledger.checked(),
  };
};
