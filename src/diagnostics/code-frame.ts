// Takes a text and a span in it, gives the lines round the span with a caret under the spot.
// The caret stands at the right terminal cell: a Chinese character takes two, and tabs are spread out.
// Control characters never reach the terminal: a data file cannot move the cursor or change colours.
import stringWidth from 'string-width';
import { printable } from '../terminal.ts';
import type { Span } from './diagnostic.ts';

const tabStop = 4;
const frameWidth = 80;
const linesBefore = 2;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

type Cell = { readonly text: string; readonly width: number };

/** The graphemes of a line with the cells that each takes; a tab becomes spaces up to the next stop. */
const cellsOf = (line: string, start = 0): Cell[] => {
  const cells: Cell[] = [];
  let position = start;
  for (const { segment } of segmenter.segment(line)) {
    const width = segment === '\t' ? tabStop - (position % tabStop) : stringWidth(printable(segment));
    cells.push({ text: segment === '\t' ? ' '.repeat(width) : printable(segment), width });
    position += width;
  }
  return cells;
};

/** Runs of characters that are known to take one cell each, or two; and what lies between them. */
const runs =
  /([\u0020-\u007e]+)|([\u3000-\u3020\u4e00-\u9fff\uff01-\uff60]+)|[^\u0020-\u007e\u3000-\u3020\u4e00-\u9fff\uff01-\uff60]+/g;

/** How many terminal cells a line takes up to a UTF-16 offset in it. A line may be a whole file of megabytes. */
export const cellsBefore = (line: string, offset: number): number => {
  let position = 0;
  for (const [run, narrow, wide] of line.slice(0, offset).matchAll(runs)) {
    position +=
      narrow !== undefined
        ? run.length
        : wide !== undefined
          ? 2 * run.length
          : cellsOf(run, position).reduce((sum, cell) => sum + cell.width, 0);
  }
  return position;
};

/** The most units of a line, on either side of the spot, that are looked at. */
const reach = 400;

/** A line of a text, counted from 1, without its end; empty past the end. */
export const lineOf = (text: string, number: number): string =>
  (text.split('\n')[number - 1] ?? '').replace(/\r$/, '').replace(/^\ufeff/, '');

/** The part of a line from cell `start`, `width` cells at most, with … where something was cut off. */
const cut = (line: string, start: number, width: number): string => {
  const cells = cellsOf(line);
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  if (start === 0 && total <= width) return cells.map((cell) => cell.text).join('');
  const end = Math.min(total, start + width);
  const [from, to] = [start + (start > 0 ? 1 : 0), end - (end < total ? 1 : 0)];
  let position = 0;
  let shown = start > 0 ? '…' : '';
  for (const cell of cells) {
    const next = position + cell.width;
    if (position >= from && next <= to) shown += cell.text;
    // Half of a wide character at the edge: a space keeps the following cells in place.
    else if (next > from && position < to) shown += ' '.repeat(Math.min(next, to) - Math.max(position, from));
    position = next;
  }
  return shown + (end < total ? '…' : '');
};

/**
 * Two lines before, the line, and a line with carets. Long lines are cut round the spot to about 80 cells.
 * Empty when the text has no such line. Ends without a line break.
 */
export const codeFrame = (text: string, span: Span): string => {
  const count = text.split('\n').length;
  if (span.line < 1 || span.line > count) return '';
  const first = Math.max(1, span.line - linesBefore);
  const gutter = Math.max(2, String(span.line).length);
  const width = frameWidth - gutter - 5;

  // Only what lies about the spot: what is further away would not be shown.
  const skipped = Math.max(0, span.column - 1 - reach);
  const line = lineOf(text, span.line).slice(skipped, span.column - 1 + reach);
  const caret = cellsBefore(line, span.column - 1 - skipped);
  const until =
    span.endColumn === undefined
      ? caret + 1
      : (span.endLine ?? span.line) > span.line
        ? cellsBefore(line, line.length)
        : cellsBefore(line, span.endColumn - 1 - skipped);
  const total = cellsBefore(line, line.length);
  const start = caret < width - 10 ? 0 : Math.max(0, Math.min(caret - Math.floor(width / 2), total - width + 1));
  const marks = Math.max(1, Math.min(until - caret, start + width - caret));

  const row = (number: string, content: string): string => `  ${number.padStart(gutter)} | ${content}`.trimEnd();
  const rows: string[] = [];
  for (let number = first; number < span.line; number += 1)
    rows.push(row(String(number), cut(lineOf(text, number).slice(0, reach), 0, width)));
  rows.push(row(String(span.line), cut(line, start, width)));
  rows.push(row('', ' '.repeat(caret - start) + '^'.repeat(marks)));
  return rows.join('\n');
};
