// A line of made text told by the line of the file that it was made from.
// Columns carry over only where the two lines are the same; else the whole line is meant.
import type { Span } from './diagnostic.ts';

export type LinePlace = {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The line as it stands in that file. */
  readonly text: string;
};

/** Where a span of made text is to be shown; `made` is the made line that it begins in. */
export const placeSpan = (span: Span, made: string, place: LinePlace): Span => {
  const { file, line, text } = place;
  if (made !== text) return { file, line, column: 1, endLine: line, endColumn: text.length + 1 };
  const within = span.endLine === undefined || span.endLine === span.line;
  const endColumn = within ? (span.endColumn ?? span.column) : text.length + 1;
  return { file, line, column: span.column, endLine: line, endColumn };
};
