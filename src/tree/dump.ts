// Takes a document tree, gives text with one node a line, indented: what golden tests compare and what a person reads.
// Everything a writer can see is in it, places in the source are not, so that a moved line changes nothing.
import { unreachable, type Block, type Document, type Inline } from './tree.ts';

/** `<b>…</b>` would hide characters that the text itself has, so marks are braces with a word. */
const inline = (node: Inline): string => {
  switch (node.kind) {
    case 'text':
      return node.text.replaceAll('\\', '\\\\').replaceAll('{', '\\{');
    case 'strong':
      return `{strong ${inlines(node.children)}}`;
    case 'emphasis':
      return `{em ${inlines(node.children)}}`;
    case 'figure':
      return `{fig ${node.text} <${node.ref}>}`;
    case 'link':
      return `{link ${node.target} ${inlines(node.children)}}`;
    case 'break':
      return '{break}';
    case 'blank':
      return `{blank ${node.em} ${node.description}}`;
    default:
      return unreachable(node);
  }
};

const inlines = (nodes: readonly Inline[]): string => nodes.map(inline).join('');

const attributes = (pairs: Readonly<Record<string, unknown>>): string =>
  Object.entries(pairs)
    .filter(([, value]) => value !== '' && value !== undefined && value !== false)
    .map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
    .join('');

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

const blockLines = (block: Block): string[] => {
  const common = { yields: block.yields, keep: block.keepRows, short: block.short };
  const line = (pairs: Readonly<Record<string, unknown>>, text = ''): string =>
    `${block.kind}${attributes({ ...pairs, ...common })}${text === '' ? '' : ` ${text}`}`;
  switch (block.kind) {
    case 'masthead':
      return [
        line({}),
        ...indented((['name', 'issue', 'unit', 'date'] as const).map((part) => `${part} ${inlines(block[part])}`)),
      ];
    case 'banner':
      return [line({}, inlines(block.title)), ...indented(block.aside.map((aside) => `aside ${inlines(aside)}`))];
    case 'title':
      return [line({}, inlines(block.children)), ...indented(block.subtitles.map((sub) => `sub ${inlines(sub)}`))];
    case 'heading':
      return [line({ level: block.level, id: block.id }, `${block.number}${inlines(block.children)}`)];
    case 'paragraph':
      return [line({ role: block.role }, inlines(block.children))];
    case 'list':
      return [
        line({ ordered: block.ordered, start: block.ordered ? block.start : undefined }),
        ...indented(block.items.flatMap((item) => ['item', ...indented(item.flatMap(blockLines))])),
      ];
    case 'table':
      return [
        line({ density: block.density }, inlines(block.caption)),
        ...indented([
          ...block.columns.map((column) => `column ${column.align} ${column.width} ${inlines(column.header)}`),
          ...block.rows.map(
            (row) => `${row.group ? 'group' : 'row'} ${row.cells.map((cell) => inlines(cell.children)).join(' | ')}`,
          ),
          ...block.notes.map((note) => `note ${inlines(note)}`),
        ]),
      ];
    case 'cards':
      return [
        line({ perRow: block.perRow, size: block.size }),
        ...indented(
          block.cards.map(
            (card) => `card ${[card.label, card.value, card.unit, card.note].map((part) => inlines(part)).join(' | ')}`,
          ),
        ),
      ];
    case 'columns':
      return [
        line({ widths: block.widths.join(' ') }),
        ...indented(block.columns.flatMap((column) => ['column', ...indented(column.flatMap(blockLines))])),
      ];
    case 'chart':
      return [
        line({ type: block.type, unit: block.unit, height: block.height || undefined }, inlines(block.title)),
        ...indented([
          `categories ${block.categories.join(' | ')}`,
          ...block.series.map(
            (one) => `${one.role} ${one.name}: ${one.values.map((value) => value ?? '—').join(' | ')}`,
          ),
          `refs ${block.refs.join(' ')}`,
          `description ${block.description}`,
        ]),
      ];
    case 'terms':
      return [
        line({ perRow: block.perRow }),
        ...indented(block.entries.map((entry) => `term ${inlines(entry.term)} | ${inlines(entry.explanation)}`)),
      ];
    case 'lines':
      return [line({ count: block.count, pitch: block.pitch })];
    case 'contents':
      return [
        line({ depth: block.depth }, inlines(block.title)),
        ...indented(
          block.entries.map((entry) => `entry ${entry.level} #${entry.id} ${entry.number}${inlines(entry.children)}`),
        ),
      ];
    case 'imprint':
      return [
        line({}),
        ...indented([
          ...block.left.map((one) => `left ${inlines(one)}`),
          ...block.right.map((one) => `right ${inlines(one)}`),
        ]),
      ];
    case 'group':
      return [line({ role: block.role }), ...indented(block.blocks.flatMap(blockLines))];
    case 'rule':
    case 'pagebreak':
      return [line({})];
    default:
      return unreachable(block);
  }
};

/** The tree as text, ending in a newline. */
export const dump = (document: Document): string =>
  [
    `document${attributes({ leading: document.leading })}`,
    ...indented([
      `meta${attributes({ ...document.meta, keywords: document.meta.keywords.join('、') })}`,
      `page${attributes({ ...document.page, limit: document.page.limit || undefined })}`,
      ...document.blocks.flatMap(blockLines),
    ]),
    '',
  ].join('\n');
