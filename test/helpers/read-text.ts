// The text that a finished file holds, without white space and without page numbers: what a reader would read.
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { textRuns } from '../../src/tree/walk.ts';
import type { Document } from '../../src/tree/tree.ts';

export const squeeze = (text: string): string => text.replaceAll(/[\s\u3000]+/gu, '');

/** Real content in the order it was drawn; artifacts (page numbers, rules) are left out. */
export const pdfText = async (bytes: Uint8Array): Promise<string> => {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false }).promise;
  const parts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const open: boolean[] = [];
    for (const item of items) {
      if ('str' in item) {
        if (!open.includes(true)) parts.push(item.str);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push('tag' in item && item.tag === 'Artifact'); // the library's types leave the tag out
    }
  }
  await pdf.destroy();
  return squeeze(parts.join(''));
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** 一 to 九十九. */
const numeral = (value: number): string => {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : numerals[tens - 1]}十`;
  return ten + (ones === 0 ? '' : (numerals[ones - 1] ?? ''));
};

/** Puts before each heading the number that its style gives it, as Word counts. */
const withNumbers = (main: string, isNumbered: boolean): string => {
  const counts = [0, 0, 0, 0];
  return main.replaceAll(/<w:pStyle w:val="Heading([1-4])"\/>.*?<w:r>/gs, (start, level: string) => {
    const at = Number(level) - 1;
    counts[at] = (counts[at] ?? 0) + 1;
    counts.fill(0, at + 1);
    const value = counts[at] ?? 0;
    const label = [`${numeral(value)}、`, `（${numeral(value)}）`, `${value}．`, `（${value}）`][at] ?? '';
    return isNumbered ? `${start}<w:t>${label}</w:t>` : start;
  });
};

/** Text of the document's main part, with the numbers of headings; pictures' and charts' own text is not in it. */
export const docxText = (bytes: Uint8Array): string => {
  const parts = unzipSync(bytes);
  const isNumbered = strFromU8(parts['word/styles.xml'] ?? new Uint8Array()).includes('<w:numPr>');
  const main = withNumbers(strFromU8(parts['word/document.xml'] ?? new Uint8Array()), isNumbered);
  const words = [...main.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join('');
  return squeeze(words.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? ''));
};

/** The runs of the tree in reading order; what stands inside charts is left out, as formats draw it their own way. */
export const treeRuns = (document: Document): string[] =>
  textRuns(document)
    .filter(({ block }) => block.kind !== 'chart')
    .map(({ text }) => squeeze(text))
    .filter((text) => text !== '');

/** The first run that does not stand in the text after the one before it, with what stands there; none when all do. */
export const firstOutOfOrder = (runs: readonly string[], text: string): string | undefined => {
  let at = 0;
  for (const run of runs) {
    const found = text.indexOf(run, at);
    // What lies between two runs is small: page numbers of a contents, repeated table heads, the words of a chart.
    if (found < 0 || found - at > 400)
      return `“${run}” after “${text.slice(at - 20, at)}”: “${text.slice(at, at + 40)}”`;
    at = found + run.length;
  }
  return undefined;
};
