// The rules of line composition on the lines that a PDF really has, and the space between neighbouring hanzi.
// What starts and ends a line is judged by compose/rules.ts, the same that the composer is tested with.
import { classOf, closesRight } from '../../compose/classes.ts';
import { brokenRules, type LineRule } from '../../compose/rules.ts';
import type { Message } from '../../diagnostics/diagnostic.ts';
import type { Ledger, Place } from '../finding.ts';
import type { Paragraph, TextLine } from '../pdf-reading/lines.ts';
import type { RuleId } from '../rules.ts';
import { percentile, rounded } from '../statistics.ts';
import { extraSpaces, isCell, isHanzi, isJudged, naturalPitches } from './spacing.ts';

export type LineStatistics = {
  /** Lines judged. */
  readonly lines: number;
  /** Lines outside table cells that are not the last of their paragraph: those that had to be made to fit. */
  readonly fullLines: number;
  /** Pairs of neighbouring hanzi on full lines. */
  readonly pairs: number;
  /** Space added between them, in em of the type size, against text set without any: median and 99th percentile. */
  readonly extraMedian: number;
  readonly extra99: number;
  readonly figuresTorn: number;
};

const ruleOf: Readonly<Record<LineRule, RuleId>> = {
  'line-start': 'line/start',
  'line-end': 'line/end',
  'slash-end': 'line/slash-end',
  'dash-torn': 'line/dash-torn',
  'dash-start': 'line/dash-start',
  'figure-torn': 'line/figure-torn',
  'word-torn': 'line/word-torn',
  orphan: 'line/orphan',
};

export const placeOf = (line: TextLine): Place => ({ page: line.page, line: line.number, text: line.text });

/** Under this measure in em some rules of good setting cannot always be kept. */
const narrowMeasure = 14;

const lineText = (line: TextLine): string => line.text.replaceAll(/^[\u3000 ]+|[\u3000 ]+$/gu, '');

const seen = (line: TextLine, next: TextLine | undefined, rule: LineRule): Message => {
  const [first] = Array.from(lineText(line));
  const last = Array.from(lineText(line)).at(-1) ?? '';
  switch (rule) {
    case 'line-start':
    case 'dash-start':
      return { zh: `行首是“${first}”`, en: `the line begins with “${first}”` };
    case 'line-end':
    case 'slash-end':
      return { zh: `行末是“${last}”`, en: `the line ends with “${last}”` };
    case 'orphan':
      return { zh: `末行只有“${lineText(line)}”`, en: `the last line holds only “${lineText(line)}”` };
    case 'dash-torn':
    case 'figure-torn':
    case 'word-torn': {
      const end = Array.from(lineText(line)).slice(-6).join('');
      const start = next === undefined ? '' : Array.from(lineText(next)).slice(0, 6).join('');
      return { zh: `“${end}”与“${start}”拆在两行`, en: `“${end}” and “${start}” are parted` };
    }
  }
};

const judgeEnds = (paragraph: Paragraph, hasSpaces: boolean, ledger: Ledger): number => {
  const { lines } = paragraph;
  const measure = Math.max(...lines.map(({ right, left }) => right - left)) / (lines[0]?.size ?? 1);
  let torn = 0;
  for (const { line: index, rule } of brokenRules(lines.map(({ text }) => text))) {
    const line = lines[index];
    if (line === undefined) continue;
    if (rule === 'word-torn' && !hasSpaces) continue;
    if (rule === 'figure-torn') torn += 1;
    const isSoft = rule === 'orphan' && measure < narrowMeasure;
    ledger.add(ruleOf[rule], placeOf(line), seen(line, lines[index + 1], rule), undefined, isSoft ? false : undefined);
  }
  return torn;
};

const judgeMarks = (line: TextLine, ledger: Ledger): void => {
  line.glyphs.forEach((glyph, index) => {
    const next = line.glyphs[index + 1];
    const width = glyph.width / glyph.size;
    if ((glyph.text === '—' || glyph.text === '…') && next?.text === glyph.text) {
      const pitch = (next.x - glyph.x) / glyph.size;
      if (Math.abs(pitch - 1) > 0.05 || Math.abs(next.width / next.size - 1) > 0.05) {
        const text = `${glyph.text}${next.text}`;
        const em = rounded(pitch + next.width / next.size, 2);
        ledger.add('line/mark-width', placeOf(line), { zh: `“${text}”宽 ${em} 字`, en: `“${text}” is ${em} em wide` });
      }
    } else if ('“”‘’'.includes(glyph.text) && glyph.text !== '' && width > 0 && width < 0.45) {
      const nearHanzi = isHanzi(line.glyphs[index - 1]) || isHanzi(next);
      if (nearHanzi) {
        const em = rounded(width, 2);
        const found = { zh: `“${glyph.text}”宽 ${em} 字`, en: `“${glyph.text}” is ${em} em wide` };
        ledger.add('line/mark-width', placeOf(line), found);
      }
    }
  });
};

/** Readers take a gap of this many em between two glyphs for a space (pdf.js 0.102, Poppler 0.1). */
const spaceGap = 0.1;

const judgeGaps = (line: TextLine, ledger: Ledger): void => {
  for (const [index, glyph] of line.glyphs.entries()) {
    const next = line.glyphs[index + 1];
    if (next === undefined || !isHanzi(glyph) || !isHanzi(next)) continue;
    const gap = (next.x - glyph.x - glyph.width) / glyph.size;
    if (gap <= spaceGap) continue;
    const em = rounded(gap, 2);
    ledger.add('text/gap', placeOf(line), {
      zh: `“${glyph.text}”与“${next.text}”之间空 ${em} 字，提取时成了空格`,
      en: `${em} em between “${glyph.text}” and “${next.text}” is extracted as a space`,
    });
    return;
  }
};

/**
 * Readers end the word where a glyph begins this many em before the one before it ends (pdf.js, pdftotext -raw), and
 * Poppler ends the line from the second on: measured with pdftotext 22.12 on 250 such places.
 */
const overlap = { word: 0.2, line: 0.45 };

const judgeOverlaps = (line: TextLine, ledger: Ledger): void => {
  const backs = line.glyphs.map((glyph, index) => {
    const next = line.glyphs[index + 1];
    if (next === undefined || glyph.text.trim() === '' || next.text.trim() === '') return 0;
    return (glyph.x + glyph.width - next.x) / glyph.size;
  });
  const worst = Math.max(0, ...backs);
  if (worst <= overlap.word) return;
  const at = backs.indexOf(worst);
  const [glyph, next] = [line.glyphs[at]?.text ?? '', line.glyphs[at + 1]?.text ?? ''];
  const em = rounded(worst, 2);
  const found = {
    zh: `“${next}”叠在“${glyph}”的字框里 ${em} 字，提取时断开`,
    en: `“${next}” begins ${em} em inside the cell of “${glyph}”, where readers break off`,
  };
  ledger.add('text/overlap', placeOf(line), found, undefined, worst > overlap.line);
};

/** The most space between two hanzi that still reads as one line, em. */
const loosest = 0.15;

/** A mark at the end may take its whole cell: then its ink ends half an em early. */
const endsInMark = (line: TextLine): boolean =>
  closesRight(classOf(Array.from(line.text.trimEnd()).at(-1)?.codePointAt(0) ?? 0));

const judgeFlush = (paragraph: Paragraph, ledger: Ledger): void => {
  const full = paragraph.lines.slice(0, -1);
  if (full.length < 2) return;
  const edge = Math.max(...full.map(({ right }) => right));
  const short = (line: TextLine): number => (edge - line.right) / line.size - (endsInMark(line) ? 0.5 : 0);
  const flush = full.filter((line) => short(line) <= 0.06);
  // Ragged on purpose: centred or set left.
  if (flush.length * 2 <= full.length) return;
  ledger.check('line/not-flush');
  for (const line of full) {
    if (short(line) <= 0.1) continue;
    const em = rounded(short(line), 2);
    ledger.add('line/not-flush', placeOf(line), { zh: `短 ${em} 字`, en: `${em} em short` });
  }
};

/** Under this much space between hanzi, em, a line was not made to fit. */
const untouched = 0.002;

/** Whether any line is spread or squeezed: text that is set ragged on purpose is not short of an edge. */
const isJustified = (paragraphs: readonly Paragraph[], natural: (size: number) => number): boolean =>
  paragraphs.some(
    (paragraph) =>
      isJudged(paragraph) &&
      !isCell(paragraph) &&
      paragraph.lines.slice(0, -1).some((line) => {
        const extra = extraSpaces(line, natural);
        return extra.length > 2 && extra.every((em) => Math.abs(em) > untouched);
      }),
  );

/** Judges every line; gives what was measured. */
export const judgeLines = (paragraphs: readonly Paragraph[], ledger: Ledger): LineStatistics => {
  ledger.check(...Object.values(ruleOf), 'line/mark-width', 'line/stretched', 'text/gap', 'text/overlap');
  const natural = naturalPitches(paragraphs);
  // Without space glyphs, as TeX writes, a line end between words and one inside a word look the same.
  const hasSpaces = !paragraphs.some(({ lines }) =>
    lines.some((line) => line.text.includes(' ') && !line.glyphs.some(({ text }) => text.includes(' '))),
  );
  // A tagged file says what its paragraphs are, an untagged one may be set ragged.
  const justified = paragraphs.some(({ element }) => element !== undefined) || isJustified(paragraphs, natural);
  const extras: number[] = [];
  let [lines, fullLines, figuresTorn] = [0, 0, 0];
  for (const paragraph of paragraphs) {
    const judged = isJudged(paragraph);
    if (judged) {
      figuresTorn += judgeEnds(paragraph, hasSpaces, ledger);
      if (justified && !isCell(paragraph)) judgeFlush(paragraph, ledger);
      lines += paragraph.lines.length;
    }
    for (const [index, line] of paragraph.lines.entries()) {
      judgeMarks(line, ledger);
      judgeGaps(line, ledger);
      judgeOverlaps(line, ledger);
      if (!judged || isCell(paragraph) || index === paragraph.lines.length - 1) continue;
      fullLines += 1;
      const own = extraSpaces(line, natural);
      extras.push(...own);
      const widest = Math.max(0, ...own);
      if (widest > loosest) {
        const em = rounded(widest, 2);
        ledger.add('line/stretched', placeOf(line), { zh: `字间多出 ${em} 字`, en: `${em} em between hanzi` });
      }
    }
  }
  return {
    lines,
    fullLines,
    pairs: extras.length,
    extraMedian: rounded(percentile(extras, 0.5), 4),
    extra99: rounded(percentile(extras, 0.99), 4),
    figuresTorn,
  };
};
