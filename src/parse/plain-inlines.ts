// Takes a stretch of one line, gives its inline nodes without the library, when it holds nothing but what fill writes by
// the thousand: text with its marks escaped, figures (`:fig[157\.5亿元]{ref="gdp-2016"}`), and bold from its beginning.
// Anything else gives nothing and is left to the library; the nodes are those that the library would give.
import type { MarkdownNode } from './markdown.ts';

// ASCII punctuation: what may follow a backslash, and may have a meaning without one.
const mark = '!-/:-@\\[-`{-~';
const plain = `[^\\u0000-\\u001f\\u007f${mark}]*`;
const escaped = `(?:\\\\[${mark}]${plain})`;
const text = `${plain}(?:(?:\\\\[${mark}]|&#x20;)${plain})*`;
const figure = `:fig\\[(${plain}${escaped}*)\\]\\{ref="([^"&|\\\\\\u0000-\\u001f]+)"\\}`;

/** Text (1), and the text (2) and reference (3) of a figure that follows it. */
const piece = new RegExp(`(${text})(?:${figure})?`, 'y');

const unescape = (source: string): string =>
  source.includes('\\') || source.includes('&')
    ? source.replaceAll(/\\(.)|&#x20;/g, (_, escapee: string | undefined) => escapee ?? ' ')
    : source;

type Position = NonNullable<MarkdownNode['position']>;

/** From a column to another on one line, both counted from 0. */
export const onLine = (line: number, start: number, end: number): Position => ({
  start: { line, column: start + 1 },
  end: { line, column: end + 1 },
});

const textNode = (source: string, line: number, start: number): MarkdownNode => ({
  type: 'text',
  value: unescape(source),
  position: onLine(line, start, start + source.length),
});

export type PlainInlines = {
  readonly nodes: readonly MarkdownNode[];
  /** Where the closing character stands, or the end of the line. */
  readonly end: number;
};

/** Bold at `from` that holds only text; what follows it must be white or the end, or Markdown may see no bold there. */
const readBold = (source: string, from: number, line: number, close: string): PlainInlines | undefined => {
  const start = from + 2;
  piece.lastIndex = start;
  const inside = piece.exec(source)?.[1] ?? '';
  const end = start + inside.length + 2;
  const next = source[end] ?? '';
  if (inside === '' || /^(\s|&)|\s$|&#x20;$/u.test(inside) || !source.startsWith('**', end - 2)) return undefined;
  if (next !== close && !/^\s$/u.test(next)) return undefined;
  const children = [textNode(inside, line, start)];
  return { nodes: [{ type: 'strong', children, position: onLine(line, from, end) }], end };
};

/**
 * The inlines of `source`, which is line `line` of the text, from column `from` (from 0) to the first `close` outside
 * a figure; `''` is the end of the line. Spaces before it are passed over. Undefined when anything in it is not plain.
 */
export const readPlainInlines = (
  source: string,
  from: number,
  line: number,
  close: '|' | ']' | '',
): PlainInlines | undefined => {
  const nodes: MarkdownNode[] = [];
  let at = from;
  if (source.startsWith('**', at)) {
    const bold = readBold(source, at, line, close);
    if (!bold) return undefined;
    nodes.push(...bold.nodes);
    at = bold.end;
  }
  for (;;) {
    piece.lastIndex = at;
    const found = piece.exec(source);
    if (!found) return undefined;
    const [whole, before = '', label, ref] = found;
    const past = at + before.length;
    const last = label === undefined;
    if (last && (source[past] ?? '') !== close) return undefined;
    const shown = last ? before.replace(/ +$/, '') : before;
    if (shown !== '') nodes.push(textNode(shown, line, at));
    if (last) return { nodes, end: past };
    if (label === '') return undefined;
    const start = past + ':fig['.length;
    const [children, position] = [[textNode(label, line, start)], onLine(line, past, at + whole.length)];
    nodes.push({ type: 'textDirective', name: 'fig', attributes: { ref: ref ?? '' }, children, position });
    at += whole.length;
  }
};
