// What every part of parse shares: the source text, places in it, and the list that problems go to.
// A place is a span in the filled text, whose name is given by the caller.
import type { Diagnostic, Span } from '../diagnostics/diagnostic.ts';
import { placeSpan, type LinePlace } from '../diagnostics/line-place.ts';
import type { MarkdownNode } from './markdown.ts';
import type { Problem } from './messages.ts';

export type Reader = {
  /** The text that a node was read from; empty for a node that a plugin made. */
  readonly sourceOf: (node: MarkdownNode) => string;
  readonly spanOf: (node: MarkdownNode) => Span;
  /** A part of a node's first line, as for an attribute that is wrong; the whole node's when it is not found. */
  readonly spanOfPart: (node: MarkdownNode, part: string) => Span;
  readonly report: (problem: Problem, span: Span) => void;
  readonly diagnostics: readonly Diagnostic[];
};

/** The line of a template that a line of filled text came from. */
export type PlaceOf = (line: number) => LinePlace | undefined;

export const makeReader = (text: string, file: string, placeOf: PlaceOf): Reader => {
  const diagnostics: Diagnostic[] = [];
  // As Markdown counts lines: a carriage return alone ends one too.
  const lines = text.split(/\r\n?|\n/u);
  const shown = (span: Span): Span => {
    const place = placeOf(span.line);
    return place === undefined ? span : placeSpan(span, lines[span.line - 1] ?? '', place);
  };
  const ownSpan = (node: MarkdownNode): Span => {
    if (!node.position) return { file, line: 1, column: 1 };
    const { start, end } = node.position;
    return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  };
  return {
    diagnostics,
    spanOf: (node) => shown(ownSpan(node)),
    sourceOf: ({ position }) => {
      if (!position) return '';
      const { start, end } = position;
      const [first = '', ...rest] = lines.slice(start.line - 1, end.line);
      if (rest.length === 0) return first.slice(start.column - 1, end.column - 1);
      return [first.slice(start.column - 1), ...rest.slice(0, -1), rest.at(-1)?.slice(0, end.column - 1)].join('\n');
    },
    spanOfPart: (node, part) => {
      const whole = ownSpan(node);
      const line = lines[whole.line - 1] ?? '';
      const at = line.indexOf(part, whole.column - 1);
      const [column, endColumn] = at >= 0 ? [at + 1, at + 1 + part.length] : [whole.column, line.length + 1];
      return shown({ file, line: whole.line, column, endLine: whole.line, endColumn });
    },
    report: ({ code, message, hint }, span) =>
      void diagnostics.push({ severity: 'error', code, message, span, ...(hint && { hint }) }),
  };
};

/** Every node's first line only: what a message about a whole directive points at. */
export const openingOf = (node: MarkdownNode, reader: Reader): Span =>
  reader.spanOfPart(node, reader.sourceOf(node).split('\n')[0] ?? '');
