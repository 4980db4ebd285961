// What pandoc reads in a DOCX, and what the tree says it should: headings with levels, tables by cells, and every
// paragraph in order. White space does not count: blanks to write in and the spaces of a tab are set in it.
import { execFileSync } from 'node:child_process';
import { squeeze } from '../helpers/read-text.ts';
import { unreachable, type Block, type Document, type Inline } from '../../src/tree/tree.ts';
import { textOf } from '../../src/tree/walk.ts';

export type Reading = {
  /** `1 工作回顾`, in reading order. */
  readonly headings: readonly string[];
  /** Tables of figures, by rows of cells; the head first. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** Text of all paragraphs, headings and cells among them, empty ones left out. */
  readonly paragraphs: readonly string[];
};

/** A node of pandoc's JSON: `t` names it, `c` holds what it holds. */
type Node = { readonly t: string; readonly c?: unknown };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 't' in value;

/** Text anywhere in pandoc's inlines. */
const inlineText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(inlineText).join('');
  if (!isNode(value)) return '';
  if (value.t === 'Str') return String(value.c);
  // Attributes and targets stand before and after the inlines of a span or link; they are no nodes.
  return inlineText(value.c);
};

type Paragraphs = { readonly paragraphs: string[]; readonly headings: string[]; readonly tables: string[][][] };

/** Rows of a table body or head: `[attributes, cells]`, a cell `[attributes, alignment, rows, columns, blocks]`. */
const rowsOf = (rows: unknown): readonly (readonly unknown[])[] =>
  Array.isArray(rows)
    ? rows.map((row) => (Array.isArray(row) && Array.isArray(row[1]) ? (row[1] as unknown[]) : []))
    : [];

const visit = (value: unknown, found: Paragraphs): void => {
  if (Array.isArray(value)) {
    for (const one of value) visit(one, found);
    return;
  }
  if (!isNode(value)) return;
  const content: readonly unknown[] = Array.isArray(value.c) ? value.c : [];
  switch (value.t) {
    case 'Para':
    case 'Plain':
      found.paragraphs.push(squeeze(inlineText(content)));
      return;
    case 'Header': {
      const text = squeeze(inlineText(content[2]));
      found.headings.push(`${String(content[0])} ${text}`);
      found.paragraphs.push(text);
      return;
    }
    case 'Table': {
      const head = Array.isArray(content[3]) ? rowsOf(content[3][1]) : [];
      const bodies = Array.isArray(content[4]) ? content[4] : [];
      const rows = [...head, ...bodies.flatMap((body) => (Array.isArray(body) ? rowsOf(body[3]) : []))];
      found.tables.push(
        rows.map((cells) =>
          cells.map((cell) => {
            const inside: Paragraphs = { paragraphs: [], headings: [], tables: [] };
            visit(Array.isArray(cell) ? cell[4] : [], inside);
            return inside.paragraphs.join('');
          }),
        ),
      );
      for (const cell of rows.flat()) visit(Array.isArray(cell) ? cell[4] : [], found);
      return;
    }
    default:
      visit(content, found);
  }
};

/** What pandoc reads; it takes title and subtitles for properties of the document, which come first. */
export const readByPandoc = (file: string): Reading => {
  const text = execFileSync('pandoc', ['-f', 'docx', '-t', 'json', file], { encoding: 'utf8', maxBuffer: 1e8 });
  const { meta, blocks } = JSON.parse(text) as { readonly meta: Record<string, unknown>; readonly blocks: unknown };
  const found: Paragraphs = { paragraphs: [], headings: [], tables: [] };
  if (meta['title'] !== undefined) found.paragraphs.push(squeeze(inlineText(meta['title'])));
  const { subtitle } = meta;
  if (isNode(subtitle) && subtitle.t === 'MetaBlocks') visit(subtitle.c, found);
  else if (subtitle !== undefined) found.paragraphs.push(squeeze(inlineText(subtitle)));
  visit(blocks, found);
  return { ...found, paragraphs: found.paragraphs.filter((one) => one !== '') };
};

const plain = (...inlines: readonly (readonly Inline[])[]): string => squeeze(inlines.map(textOf).join(''));

/** The paragraphs that a block is drawn in. */
const paragraphsOf = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'masthead':
      return [plain(block.name), plain(block.issue), plain(block.unit, block.date)];
    case 'banner':
      return [plain(block.title), ...block.aside.map((line) => plain(line))];
    case 'title':
      return [plain(block.children), ...block.subtitles.map((line) => plain(line))];
    case 'heading':
      // Its number is Word's to print: it stands in no run.
      return [plain(block.children)];
    case 'paragraph':
      return [plain(block.children)];
    case 'list':
      return block.items.flatMap((item) => item.flatMap(paragraphsOf));
    case 'table':
      return [
        plain(block.caption),
        ...block.columns.map(({ header }) => plain(header)),
        ...block.rows.flatMap(({ cells }) => cells.map(({ children }) => plain(children))),
        ...block.notes.map((note) => plain(note)),
      ];
    case 'cards':
      return block.cards.flatMap(({ label, value, unit, note }) => [plain(label), plain(value, unit), plain(note)]);
    case 'columns':
      return block.columns.flatMap((column) => column.flatMap(paragraphsOf));
    case 'chart':
      return [plain(block.title)];
    case 'terms':
      return block.entries.flatMap(({ term, explanation }) =>
        block.perRow === 1 ? [`${plain(term)}：${plain(explanation)}`] : [plain(term), plain(explanation)],
      );
    case 'contents':
      return [plain(block.title), ...block.entries.map(({ number, children }) => squeeze(number) + plain(children))];
    case 'imprint':
      return Array.from({ length: Math.max(block.left.length, block.right.length) }, (_, row) => [
        plain(block.left[row] ?? []),
        plain(block.right[row] ?? []),
      ]).flat();
    case 'group':
      return block.blocks.flatMap(paragraphsOf);
    case 'lines':
    case 'rule':
    case 'pagebreak':
      return [];
    default:
      return unreachable(block);
  }
};

const allBlocks = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'group') return allBlocks(block.blocks);
    if (block.kind === 'columns') return block.columns.flatMap(allBlocks);
    if (block.kind === 'list') return block.items.flatMap(allBlocks);
    return [block];
  });

/** What is to be read, by the tree. */
export const readingOf = ({ blocks }: Document): Reading => {
  const all = allBlocks(blocks);
  return {
    headings: all.flatMap((block) => (block.kind === 'heading' ? [`${block.level} ${plain(block.children)}`] : [])),
    tables: all.flatMap((block) => {
      if (block.kind !== 'table') return [];
      const head = block.columns.map(({ header }) => plain(header));
      const rows = block.rows.map(({ group, cells }) =>
        group ? [cells.map(({ children }) => plain(children)).join('')] : cells.map(({ children }) => plain(children)),
      );
      return [head.every((cell) => cell === '') ? rows : [head, ...rows]];
    }),
    paragraphs: blocks.flatMap(paragraphsOf).filter((text) => text !== ''),
  };
};
