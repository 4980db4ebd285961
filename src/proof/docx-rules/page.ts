// Pages of a DOCX as its section says: paper, margins, grid, page numbers in footers. GB/T 9704—2012, 5.1–5.2.3, 7.5.
import type { Ledger } from '../finding.ts';
import type { DocxPackage } from '../docx-reading/package.ts';
import { readParagraphs, type DocxParagraph } from '../docx-reading/text.ts';
import type { StyleSheet } from '../docx-reading/styles.ts';
import {
  attribute,
  childOf,
  childrenOf,
  descendantsOf,
  isOn,
  numberIn,
  textOf,
  valueOf,
  type XmlElement,
} from '../docx-reading/xml.ts';
import { grid as due } from '../pdf-rules/geometry.ts';
import { rounded } from '../statistics.ts';

const twipsPerMm = 1440 / 25.4;
const mm = (twips: number): number => rounded(twips / twipsPerMm, 1);

type Section = {
  readonly size: XmlElement | undefined;
  readonly margins: XmlElement | undefined;
  readonly grid: XmlElement | undefined;
  readonly element: XmlElement;
};

const sectionsOf = (docx: DocxPackage): readonly Section[] =>
  descendantsOf(docx.xml(docx.main), 'w:sectPr').map((element) => ({
    size: childOf(element, 'w:pgSz'),
    margins: childOf(element, 'w:pgMar'),
    grid: childOf(element, 'w:docGrid'),
    element,
  }));

const isA4 = ({ size }: Section): boolean =>
  Math.abs((numberIn(size, 'w:w') ?? 0) - 11906) <= 30 && Math.abs((numberIn(size, 'w:h') ?? 0) - 16838) <= 30;

/** Whether the document looks like one by the standard: A4, body text of 三号, left margin near 28 mm. */
export const docxLooksLikeGongwen = (docx: DocxPackage, styles: StyleSheet): boolean => {
  const section = sectionsOf(docx).at(-1);
  const body = styles.formatOf(undefined, undefined).size / 2;
  const left = mm(numberIn(section?.margins, 'w:left') ?? 0);
  return section !== undefined && isA4(section) && Math.abs(body - due.size) < 0.3 && Math.abs(left - 28) < 4;
};

const judgeMargins = ({ margins }: Section, part: string, ledger: Ledger): void => {
  const gutter = numberIn(margins, 'w:gutter') ?? 0;
  const sides = [
    ['w:top', 37, '天头', 'top', 0],
    ['w:left', 28, '订口', 'left', gutter],
    ['w:right', 26, '右边', 'right', 0],
    ['w:bottom', 35, '下边', 'bottom', 0],
  ] as const;
  for (const [name, wanted, zh, en, more] of sides) {
    const found = mm(Math.abs(numberIn(margins, name) ?? 0) + more);
    if (Math.abs(found - wanted) <= 1) continue;
    ledger.add(
      'page/margins',
      { part },
      { zh: `${zh} ${found} mm`, en: `${en} margin ${found} mm` },
      {
        zh: `${wanted}±1 mm`,
        en: `${wanted} ± 1 mm`,
      },
    );
  }
};

const n = (element: XmlElement | undefined, name: string): number => numberIn(element, name) ?? 0;

const judgeGrid = (section: Section, styles: StyleSheet, tightened: boolean, part: string, ledger: Ledger): void => {
  const { grid, size, margins } = section;
  const type = attribute(grid, 'w:type') ?? '';
  if (type !== 'linesAndChars' && type !== 'snapToChars') {
    ledger.add('docx/grid', { part }, { zh: '没有行和字的网格', en: 'no grid of lines and characters' });
    return;
  }
  const height = n(size, 'w:h') - n(margins, 'w:top') - n(margins, 'w:bottom');
  const width = n(size, 'w:w') - n(margins, 'w:left') - n(margins, 'w:right');
  const lines = Math.floor(height / Math.max(1, n(grid, 'w:linePitch')) + 0.01);
  const body = styles.formatOf(undefined, undefined).size / 2;
  const characters = width / 20 / (body + n(grid, 'w:charSpace') / 4096);
  if (lines !== due.lines) {
    ledger.add(
      'docx/grid',
      { part },
      { zh: `每面 ${lines} 行`, en: `${lines} lines` },
      undefined,
      tightened ? false : undefined,
    );
  }
  if (Math.floor(characters + 0.02) !== due.characters) {
    const each = rounded(characters, 2);
    ledger.add('docx/grid', { part }, { zh: `每行 ${each} 字`, en: `${each} characters` });
  }
};

const footerOf = (docx: DocxPackage, section: Section, type: string): string => {
  const reference = childrenOf(section.element, 'w:footerReference').find((item) => attribute(item, 'w:type') === type);
  const id = attribute(reference, 'r:id');
  return docx.relationshipsOf(docx.main).find((item) => item.id === id)?.target ?? '';
};

const hasPageField = (root: XmlElement | undefined): boolean =>
  [
    ...descendantsOf(root, 'w:instrText').map(textOf),
    ...descendantsOf(root, 'w:fldSimple').map((field) => attribute(field, 'w:instr') ?? ''),
  ].some((code) => /\bPAGE\b/.test(code));

const alignmentOf = (paragraph: DocxParagraph, styles: StyleSheet): string =>
  valueOf(paragraph.properties, 'w:jc') ??
  styles
    .chain(paragraph.style)
    .map((style) => valueOf(style.paragraph, 'w:jc'))
    .findLast((value) => value !== undefined) ??
  'left';

const judgeFooter = (
  docx: DocxPackage,
  styles: StyleSheet,
  part: string,
  side: 'left' | 'right',
  ledger: Ledger,
): void => {
  const paragraph =
    readParagraphs(docx, styles, part).find(({ text }) => text.trim() !== '') ?? readParagraphs(docx, styles, part)[0];
  const element = descendantsOf(docx.xml(part), 'w:p').find(hasPageField);
  if (paragraph === undefined || element === undefined) {
    ledger.add('page-number/missing', { part }, { zh: '页脚没有页码', en: 'the footer has no page number' });
    return;
  }
  ledger.check('page-number/form', 'page-number/side', 'page-number/size');
  const around = paragraph.text.replaceAll(/\d+/g, '').trim();
  if (!/^—\s*—$/u.test(around)) {
    ledger.add(
      'page-number/form',
      { part },
      { zh: `“${around}”`, en: `“${around}”` },
      { zh: '“— 1 —”', en: '“— 1 —”' },
    );
  }
  const found = alignmentOf(paragraph, styles);
  const isRight = found === 'right' || found === 'end';
  if (isRight !== (side === 'right')) {
    const wanted = side === 'right' ? { zh: '单页居右', en: 'odd at right' } : { zh: '双页居左', en: 'even at left' };
    ledger.add('page-number/side', { part }, { zh: found, en: found }, wanted);
  }
  const size = (paragraph.runs[0]?.format.size ?? 0) / 2;
  if (Math.abs(size - 14) > 0.3) {
    ledger.add(
      'page-number/size',
      { part },
      { zh: `${size} pt`, en: `${size} pt` },
      { zh: '14 pt（4 号）', en: '14 pt' },
    );
  }
};

const judgeNumbers = (docx: DocxPackage, section: Section, styles: StyleSheet, ledger: Ledger): void => {
  ledger.check('page-number/missing');
  const settings = docx.relationshipsOf(docx.main).find(({ type }) => type === 'settings')?.target ?? '';
  const odd = footerOf(docx, section, 'default');
  const even = footerOf(docx, section, 'even');
  if (odd === '') {
    ledger.add('page-number/missing', { part: docx.main }, { zh: '没有页脚', en: 'no footer' });
    return;
  }
  judgeFooter(docx, styles, odd, 'right', ledger);
  if (even === '' || isOn(docx.xml(settings), 'w:evenAndOddHeaders') !== true) {
    ledger.add(
      'page-number/side',
      { part: settings },
      { zh: '单双页页脚不分', en: 'odd and even pages have one footer' },
    );
  } else judgeFooter(docx, styles, even, 'left', ledger);
};

export type DocxPageExpectation = {
  readonly gongwen: boolean;
  readonly tightened: boolean;
  /** Undefined when it is not known. */
  readonly numbered: boolean | undefined;
};

export const judgeDocxPages = (
  docx: DocxPackage,
  styles: StyleSheet,
  expected: DocxPageExpectation,
  ledger: Ledger,
): void => {
  if (!expected.gongwen) return;
  ledger.check('page/size', 'page/margins', 'docx/grid');
  const sections = sectionsOf(docx);
  for (const section of sections) {
    if (!isA4(section)) {
      const found = `${mm(numberIn(section.size, 'w:w') ?? 0)} × ${mm(numberIn(section.size, 'w:h') ?? 0)} mm`;
      ledger.add(
        'page/size',
        { part: docx.main },
        { zh: found, en: found },
        { zh: '210 × 297 mm', en: '210 × 297 mm' },
      );
      continue;
    }
    judgeMargins(section, docx.main, ledger);
    judgeGrid(section, styles, expected.tightened, docx.main, ledger);
  }
  const last = sections.at(-1);
  if (last !== undefined && expected.numbered !== false) judgeNumbers(docx, last, styles, ledger);
};
