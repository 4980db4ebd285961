// Takes an error that Handlebars threw on reading a template, gives a problem with its place.
// Handlebars has three shapes: a block closed by another name bears line and column; a parse error states its line and
// draws a caret only in its text; a lexical error states its line alone. Its columns count from 0, ours from 1.
import type { Span } from '../diagnostics/diagnostic.ts';
import { blockMismatch, syntaxError, type Problem } from './messages.ts';

type Placed = { readonly lineNumber?: unknown; readonly column?: unknown; readonly message: string };

const isPlaced = (error: unknown): error is Placed => typeof error === 'object' && error !== null && 'message' in error;

/**
 * Column of the caret. The excerpt shows up to twenty characters before it, with line ends left out, so its longest end
 * that stands in the line is looked for.
 */
const caretColumn = (message: string, line: string): number => {
  const [, excerpt = '', drawing = ''] = message.split('\n');
  const before = excerpt.slice(0, Math.max(0, drawing.indexOf('^'))).replace(/^\.\.\./u, '');
  for (let from = 0; from < before.length; from += 1) {
    const at = line.indexOf(before.slice(from));
    if (at >= 0) return at + before.length - from + 1;
  }
  return 1;
};

const expected = /^Expecting (.*), got '(.*)'$/mu;

/** What the lexer calls its tokens, in words. */
const tokens: Readonly<Record<string, string>> = {
  EOF: 'the end of the file',
  OPEN_ENDBLOCK: 'the end of a block {{/…}}',
  CLOSE: '}}',
  CLOSE_RAW_BLOCK: '}}}}',
  CLOSE_UNESCAPED: '}}}',
  CLOSE_SEXPR: ')',
  OPEN_SEXPR: '(',
  INVERSE: '{{else}}',
  OPEN_INVERSE_CHAIN: '{{else}}',
  ID: 'a name',
  SEP: '. or /',
  EQUALS: '=',
  INVALID: 'a character that cannot stand here',
};

/** `firstLine` is the line of the file that the text given to Handlebars begins at. */
export const handlebarsProblem = (
  error: unknown,
  text: string,
  file: string,
  firstLine: number,
): { readonly problem: Problem; readonly span: Span } => {
  const lines = text.split('\n');
  const message = isPlaced(error) ? String(error.message) : String(error);
  if (isPlaced(error) && typeof error.lineNumber === 'number') {
    const column = typeof error.column === 'number' ? error.column + 1 : 1;
    const [, open, close] = /^(\S+) doesn't match (\S+)/u.exec(message) ?? [];
    return {
      problem:
        open === undefined || close === undefined
          ? syntaxError(message.split('\n')[0] ?? '')
          : blockMismatch(open, close),
      span: { file, line: error.lineNumber + firstLine - 1, column },
    };
  }
  const line = Number(/on line (\d+)/u.exec(message)?.[1] ?? 1);
  const got = expected.exec(message)?.[2];
  const what =
    got === undefined
      ? (message.split('\n')[0] ?? '').replace(/^(Parse|Lexical) error on line \d+[:.] */u, '')
      : `${tokens[got] ?? got} cannot stand here`;
  return {
    problem: syntaxError(what === '' ? 'cannot be read from here' : what),
    span: { file, line: line + firstLine - 1, column: caretColumn(message, lines[line - 1] ?? '') },
  };
};
