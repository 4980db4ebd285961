// Numbers that Word puts before paragraphs, which stand in no run: counted here as Word counts them (ECMA-376-1, 17.9).
// A paragraph's list comes from itself or from its style; a level begins anew after one above it.
import { chineseNumeral } from '../../figures/numerals.ts';
import type { DocxPackage } from './package.ts';
import type { StyleSheet } from './styles.ts';
import { attribute, childOf, childrenOf, numberIn, valueOf, type XmlElement } from './xml.ts';

type Level = { readonly format: string; readonly text: string; readonly start: number; readonly style: string };

/** One list: the definition that it counts with, and its own starts. */
type List = { readonly definition: string; readonly levels: readonly Level[] };

/** The label of the next paragraph with these properties; empty when it has none, or only a bullet. */
export type Labels = (style: string | undefined, properties: XmlElement | undefined) => string;

const levelsOf = (definition: XmlElement | undefined): readonly Level[] =>
  childrenOf(definition, 'w:lvl').map((level) => ({
    format: valueOf(level, 'w:numFmt') ?? 'decimal',
    text: valueOf(level, 'w:lvlText') ?? '',
    start: numberIn(childOf(level, 'w:start'), 'w:val') ?? 1,
    style: valueOf(level, 'w:pStyle') ?? '',
  }));

const readLists = (root: XmlElement | undefined): ReadonlyMap<string, List> => {
  const definitions = new Map(
    childrenOf(root, 'w:abstractNum').map((one) => [attribute(one, 'w:abstractNumId') ?? '', levelsOf(one)]),
  );
  return new Map(
    childrenOf(root, 'w:num').map((number): [string, List] => {
      const definition = valueOf(number, 'w:abstractNumId') ?? '';
      const starts = new Map(
        childrenOf(number, 'w:lvlOverride').map((one) => [
          numberIn(one, 'w:ilvl'),
          numberIn(childOf(one, 'w:startOverride'), 'w:val'),
        ]),
      );
      const levels = (definitions.get(definition) ?? []).map((level, index) => ({
        ...level,
        start: starts.get(index) ?? level.start,
      }));
      // Lists of one definition count on; those that start by themselves count for themselves.
      const own = starts.size > 0 ? `${definition}/${attribute(number, 'w:numId') ?? ''}` : definition;
      return [attribute(number, 'w:numId') ?? '', { definition: own, levels }];
    }),
  );
};

const printed = (value: number, format: string): string => {
  if (/^(?:chineseCounting|japaneseCounting|ideographDigital|taiwaneseCounting)/.test(format)) {
    return chineseNumeral(value);
  }
  switch (format) {
    case 'lowerLetter':
      return String.fromCharCode(97 + ((value - 1) % 26));
    case 'upperLetter':
      return String.fromCharCode(65 + ((value - 1) % 26));
    case 'bullet':
    case 'none':
      return '';
    default:
      return String(value);
  }
};

/** Counts through a document from its beginning; ask once for each paragraph, in order. */
export const countLabels = (docx: DocxPackage, styles: StyleSheet): Labels => {
  const part = docx.relationshipsOf(docx.main).find(({ type }) => type === 'numbering')?.target ?? '';
  const lists = readLists(docx.xml(part));
  const counts = new Map<string, number[]>();
  return (style, properties) => {
    const ofStyles = styles.chain(style).map((one) => childOf(one.paragraph, 'w:numPr'));
    const numbering = childOf(properties, 'w:numPr') ?? ofStyles.findLast((one) => one !== undefined);
    const list = lists.get(valueOf(numbering, 'w:numId') ?? '');
    if (list === undefined) return '';
    const bound = list.levels.findIndex((level) => level.style !== '' && level.style === style);
    const level = bound >= 0 ? bound : Number(valueOf(numbering, 'w:ilvl') ?? 0);
    const { levels } = list;
    const own = levels[level];
    if (own === undefined || own.format === 'bullet' || own.format === 'none') return '';
    const values = counts.get(list.definition) ?? [];
    counts.set(list.definition, values);
    values[level] = values[level] === undefined ? own.start : values[level] + 1;
    values.length = level + 1;
    return own.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const shown = levels[at];
      return printed(values[at] ?? shown?.start ?? 1, shown?.format ?? 'decimal');
    });
  };
};
