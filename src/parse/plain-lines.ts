// Takes the lines of a filled text, gives a skeleton of them for the library to read, and what goes back into its tree.
//
// Four fifths of a filled text are tables whose cells hold only plain text and figures. Read character by character by
// the library they were most of the time that parsing took. Here a table of that form becomes `|x|`, `|-|` and empty
// lines, and the content of a heading, a paragraph or a label becomes `x`; the library sees the same blocks in the same
// lines, and `withPlain` puts the content back, which is read from the same lines in one go.
// What is no such form stays as it is. The trees are the same (test/unit/parse/plain-lines.test.ts) wherever the text is
// without fault; parse.ts reads a text with faults once more, whole.
import type { MarkdownNode } from './markdown.ts';
import { onLine, readPlainInlines } from './plain-inlines.ts';

/** What was taken out of a line: a whole table, or the content of the block that begins there. */
type Taken =
  | { readonly table: MarkdownNode }
  | { readonly children: readonly MarkdownNode[]; /** Characters taken out. */ readonly by: number };

export type Skeleton = { readonly text: string; readonly taken: ReadonlyMap<number, Taken> };

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
  const rest = [...lines];
  for (let at = pastFrontMatter(lines); at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.startsWith('|')) {
      const previous = lines[at - 1];
      const found = isEdge(previous) || opening.test(previous ?? '') ? tableAt(lines, at) : undefined;
      const next = found && lines[found.past];
      // Rows of a table that is not taken belong to it.
      if (!found || !(isEdge(next) || closing.test(next ?? ''))) {
        while (lines[at + 1]?.startsWith('|')) at += 1;
        continue;
      }
      taken.set(at + 1, { table: found.table });
      rest.fill('', at, found.past);
      [rest[at], rest[at + 1]] = ['|x|', '|-|'];
      at = found.past - 1;
      continue;
    }
    const found = contentAt(lines, at);
    if (!found) continue;
    taken.set(at + 1, found.taken);
    rest[at] = found.rest;
  }
  return { text: rest.join('\n'), taken };
};

/** The node with the content of its line, which makes the line longer. */
const filled = (node: MarkdownNode, children: readonly MarkdownNode[], by: number): MarkdownNode => {
  if (!node.position) return { ...node, children };
  const { start, end } = node.position;
  return { ...node, children, position: { start, end: { line: end.line, column: end.column + by } } };
};

const isLabel = (node: MarkdownNode | undefined): node is MarkdownNode => node?.data?.directiveLabel === true;

/** The tree with what was taken out of its lines. */
export const withPlain = (node: MarkdownNode, taken: Skeleton['taken']): MarkdownNode => {
  const own = node.position?.start.column === 1 ? taken.get(node.position.start.line) : undefined;
  if (own === undefined || node.type === 'root') {
    return node.children ? { ...node, children: node.children.map((child) => withPlain(child, taken)) } : node;
  }
  if ('table' in own) return own.table;
  const { children, by } = own;
  if (node.type !== 'containerDirective') return filled(node, children, by);
  const [label, ...body] = node.children ?? [];
  const inside = body.map((child) => withPlain(child, taken));
  return isLabel(label) ? { ...node, children: [filled(label, children, by), ...inside] } : node;
};
