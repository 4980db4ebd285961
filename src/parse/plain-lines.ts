// Takes the lines of a filled text, gives a skeleton of them for the library to read, and what goes back into its tree.
//
// Four fifths of a filled text are tables whose cells hold only plain text and figures. Read character by character by
// the library they were most of the time that parsing took. Here a table of that form becomes `|x|` and `|-|`, the
// content of a heading, a paragraph or a label becomes `x`, and of empty lines that follow each other one stays. The
// library sees the same blocks in the same order; `withPlain` gives them their lines and their content again.
// What is no such form stays as it is. The trees are the same (test/unit/parse/plain-lines.test.ts) wherever the text is
// without fault; parse.ts reads a text with faults once more, whole.
import type { MarkdownNode } from './markdown.ts';
import { onLine, readPlainInlines } from './plain-inlines.ts';

/** What was taken out of a line: a whole table, or the content of the block that begins there. */
type Taken =
  | { readonly table: MarkdownNode }
  | { readonly children: readonly MarkdownNode[]; /** Characters taken out. */ readonly by: number };

export type Skeleton = {
  readonly text: string;
  /** The line that each line of the skeleton was. */
  readonly lineOf: readonly number[];
  readonly taken: ReadonlyMap<number, Taken>;
};

const delimiters = /^\|(?: *:?-+:? *\|)+$/;
const opening = /^:{3,}\p{L}/u;
const closing = /^:{3,}$/;
/** A heading, or a leaf or container with a label: what stands before its content. */
const head = /^(?:#{1,6} +|:{2,}[\p{L}\p{N}-]+\[)/u;
/** Labels longer than 999 characters are none. */
const longestLabel = 900;

const rowOf = (source: string, line: number): MarkdownNode | undefined => {
  const cells: MarkdownNode[] = [];
  for (let at = 0; at < source.length - 1;) {
    let start = at + 1;
    while (source[start] === ' ') start += 1;
    const read = readPlainInlines(source, start, line, '|');
    if (!read) return undefined;
    const past = read.end === source.length - 1 ? source.length : read.end;
    cells.push({ type: 'tableCell', children: read.nodes, position: onLine(line, at, past) });
    at = read.end;
  }
  return { type: 'tableRow', children: cells, position: onLine(line, 0, source.length) };
};

const alignmentOf = (cell: string): 'left' | 'right' | 'center' | null => {
  const [left, right] = [cell.startsWith(':'), cell.endsWith(':')];
  return left && right ? 'center' : left ? 'left' : right ? 'right' : null;
};

/** The table whose head is line `first` (from 0), and the line past it; it has rows, all plain and as long as the head. */
const tableAt = (lines: readonly string[], first: number): { table: MarkdownNode; past: number } | undefined => {
  const delimiterRow = lines[first + 1] ?? '';
  if (!delimiters.test(delimiterRow)) return undefined;
  const align = delimiterRow
    .slice(1, -1)
    .split('|')
    .map((cell) => alignmentOf(cell.trim()));
  const rows: MarkdownNode[] = [];
  let at = first;
  for (; lines[at]?.startsWith('|'); at += at === first ? 2 : 1) {
    const row = rowOf(lines[at] ?? '', at + 1);
    if (row?.children?.length !== align.length) return undefined;
    rows.push(row);
  }
  const end = rows.at(-1)?.position?.end;
  if (!end || rows.length === 1) return undefined;
  const position = { start: { line: first + 1, column: 1 }, end };
  return { table: { type: 'table', align, children: rows, position }, past: at };
};

const isEdge = (line: string | undefined): boolean => line === undefined || line === '';

/** The content of a block of one line, and the line without it. */
const contentAt = (lines: readonly string[], index: number): { taken: Taken; rest: string } | undefined => {
  const source = lines[index] ?? '';
  const before = head.exec(source)?.[0] ?? '';
  const label = before.endsWith('[');
  if (before === '') {
    const [previous, next] = [lines[index - 1], lines[index + 1]];
    const alone = (isEdge(previous) || opening.test(previous ?? '')) && (isEdge(next) || closing.test(next ?? ''));
    if (!alone || source === '' || source.startsWith(' ')) return undefined;
  }
  const read = readPlainInlines(source, before.length, index + 1, label ? ']' : '');
  if (!read || read.nodes.length === 0) return undefined;
  const content = source.slice(before.length, read.end);
  if (content.startsWith(' ') || content.endsWith(' ') || (label && content.length > longestLabel)) return undefined;
  const rest = `${before}x${source.slice(read.end)}`;
  return { taken: { children: read.nodes, by: source.length - rest.length }, rest };
};

/** The line past the front matter, from 0. */
const pastFrontMatter = (lines: readonly string[]): number =>
  lines[0] === '---' ? lines.indexOf('---', 1) + 1 || lines.length : 0;

/** Takes the plain content out of a text with `\n` line ends. */
export const skeletonOf = (text: string): Skeleton => {
  const lines = text.split('\n');
  const taken = new Map<number, Taken>();
  const lineOf: number[] = [];
  const rest: string[] = [];
  const keep = (line: string, index: number): void => {
    rest.push(line);
    lineOf.push(index + 1);
  };
  const start = pastFrontMatter(lines);
  for (const [index, line] of lines.slice(0, start).entries()) keep(line, index);
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const previous = lines[at - 1];
    // Two empty lines are no more than one.
    if (line === '' && previous === '' && at > start) continue;
    if (line.startsWith('|')) {
      const found = isEdge(previous) || opening.test(previous ?? '') ? tableAt(lines, at) : undefined;
      const next = found && lines[found.past];
      if (found && (isEdge(next) || closing.test(next ?? ''))) {
        taken.set(at + 1, { table: found.table });
        keep('|x|', at);
        keep('|-|', at + 1);
        at = found.past - 1;
        continue;
      }
      // Rows of a table that is not taken belong to it.
      keep(line, at);
      while (lines[at + 1]?.startsWith('|')) {
        at += 1;
        keep(lines[at] ?? '', at);
      }
      continue;
    }
    const found = contentAt(lines, at);
    if (found) taken.set(at + 1, found.taken);
    keep(found?.rest ?? line, at);
  }
  return { text: rest.join('\n'), lineOf, taken };
};

const isLabel = (node: MarkdownNode | undefined): node is MarkdownNode => node?.data?.directiveLabel === true;

/** The tree of the skeleton as the tree of the text: with its lines, and with what was taken out of them. */
export const withPlain = (node: MarkdownNode, skeleton: Skeleton): MarkdownNode => {
  const { lineOf, taken } = skeleton;
  const inLines = (one: MarkdownNode, longer = 0): NonNullable<MarkdownNode['position']> | undefined => {
    if (!one.position) return undefined;
    const { start, end } = one.position;
    return {
      start: { line: lineOf[start.line - 1] ?? start.line, column: start.column },
      end: { line: lineOf[end.line - 1] ?? end.line, column: end.column + longer },
    };
  };
  const filled = (one: MarkdownNode, children: MarkdownNode['children'], longer = 0): MarkdownNode => {
    const position = inLines(one, longer);
    return { ...one, ...(children && { children }), ...(position && { position }) };
  };
  const walk = (one: MarkdownNode): MarkdownNode => {
    const start = one.position?.start;
    const own = start?.column === 1 ? taken.get(lineOf[start.line - 1] ?? 0) : undefined;
    if (own === undefined || one.type === 'root') return filled(one, one.children?.map(walk));
    if ('table' in own) return own.table;
    if (one.type !== 'containerDirective') return filled(one, own.children, own.by);
    const [label, ...body] = one.children ?? [];
    return filled(
      one,
      isLabel(label) ? [filled(label, own.children, own.by), ...body.map(walk)] : one.children?.map(walk),
    );
  };
  return walk(node);
};
