// The text of a DOCX in reading order: paragraphs with their numbers, runs and formats, charts at their places.
// Deleted text, field codes and the fallbacks of alternate content are not text.
import { textsOfChart } from './chart-text.ts';
import { countLabels, type Labels } from './numbering.ts';
import type { DocxPackage } from './package.ts';
import type { RunFormat, StyleSheet } from './styles.ts';
import { attribute, childOf, childrenOf, descendantsOf, textOf, valueOf, type XmlElement } from './xml.ts';

export type DocxRun = {
  readonly text: string;
  readonly format: RunFormat;
  /** w:hint of the run's own fonts or of its character style. */
  readonly hint: string;
};

export type DocxParagraph = {
  readonly part: string;
  readonly style: string | undefined;
  readonly properties: XmlElement | undefined;
  /** The number that Word puts before the text is the first of them. */
  readonly runs: readonly DocxRun[];
  readonly text: string;
  /** Text of charts in this paragraph, piece by piece. */
  readonly drawn: readonly string[];
};

/** Field codes are not shown; what stands between `separate` and `end` is. */
type FieldState = { hidden: number };

const chartText = (docx: DocxPackage, part: string, drawing: XmlElement): readonly string[] =>
  descendantsOf(drawing, 'c:chart').flatMap((chart) => {
    const id = attribute(chart, 'r:id');
    const target = docx.relationshipsOf(part).find((item) => item.id === id)?.target ?? '';
    return textsOfChart(docx.xml(target));
  });

const characterOf = (element: XmlElement): string => {
  switch (element.name) {
    case 'w:t':
      return textOf(element);
    case 'w:tab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '\u2011';
    case 'w:sym':
      return String.fromCodePoint(Number.parseInt(attribute(element, 'w:char') ?? '3f', 16) || 0x3f);
    default:
      return '';
  }
};

const readParagraph = (
  docx: DocxPackage,
  styles: StyleSheet,
  part: string,
  element: XmlElement,
  field: FieldState,
  labels: Labels,
): DocxParagraph => {
  const properties = childOf(element, 'w:pPr');
  const style = valueOf(properties, 'w:pStyle');
  const label = labels(style, properties);
  const format = styles.formatOf(style, childOf(properties, 'w:rPr'));
  const runs: DocxRun[] = label === '' ? [] : [{ text: label, format, hint: 'eastAsia' }];
  const drawn: string[] = [];

  const readRun = (run: XmlElement): void => {
    const own = childOf(run, 'w:rPr');
    let text = '';
    for (const child of childrenOf(run)) {
      if (child.name === 'w:fldChar') {
        const kind = attribute(child, 'w:fldCharType');
        if (kind === 'begin') field.hidden += 1;
        else if (kind === 'separate') field.hidden = Math.max(0, field.hidden - 1);
        continue;
      }
      if (child.name === 'w:drawing' || child.name === 'mc:AlternateContent') {
        drawn.push(...chartText(docx, part, child));
        continue;
      }
      if (field.hidden === 0) text += characterOf(child);
    }
    if (text === '') return;
    const character = styles.chain(valueOf(own, 'w:rStyle'));
    const hints = [...character.map((one) => childOf(one.run, 'w:rFonts')), childOf(own, 'w:rFonts')];
    const hint = hints.map((fonts) => attribute(fonts, 'w:hint')).findLast((value) => value !== undefined) ?? '';
    runs.push({ text, format: styles.formatOf(style, own), hint });
  };

  const visit = (node: XmlElement): void => {
    for (const child of childrenOf(node)) {
      if (child.name === 'w:r') readRun(child);
      else if (child.name !== 'w:del' && child.name !== 'w:pPr' && child.name !== 'w:p') visit(child);
    }
  };
  visit(element);
  return { part, style, properties, runs, text: runs.map(({ text }) => text).join(''), drawn };
};

/** The paragraphs of a part, those in text boxes after the one that holds the box. */
export const readParagraphs = (docx: DocxPackage, styles: StyleSheet, part: string): readonly DocxParagraph[] => {
  const field: FieldState = { hidden: 0 };
  const labels = countLabels(docx, styles);
  return descendantsOf(docx.xml(part), 'w:p').map((element) =>
    readParagraph(docx, styles, part, element, field, labels),
  );
};
