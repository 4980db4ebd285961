// Takes a leaf or container directive (`::name[…]`, `:::name … :::`), gives the blocks it stands for.
// The names and attributes read here are the whole grammar of templates.
import type { Message } from '../diagnostics/diagnostic.ts';
import { unreachable, type Block, type Inline, type ParagraphRole } from '../tree/tree.ts';
import { attributesOf, type Attributes } from './attributes.ts';
import { inlinesOf, plainTextOf } from './inlines.ts';
import type { MarkdownNode } from './markdown.ts';
import { misplacedDirective, strayContent, unclosedDirective, unknownDirective, wantsContent } from './messages.ts';
import { paragraphOf } from './paragraphs.ts';
import { openingOf, type Reader } from './reader.ts';
import { cardsOf, chartDataOf, gridOf, tableOf, termsOf, widthsOf } from './tables.ts';

const containers = [
  'masthead',
  'banner',
  'title',
  'body',
  'lead',
  'note',
  'source',
  'question',
  'flush',
  'table',
  'cards',
  'columns',
  'chart',
  'terms',
  'keep',
  'foot',
  'imprint',
] as const;
const leaves = ['lines', 'contents', 'pagebreak'] as const;

/** Directives that stand only inside another, and which. */
const parts: ReadonlyMap<string, string> = new Map([
  ['name', 'masthead'],
  ['issue', 'masthead'],
  ['unit', 'masthead'],
  ['date', 'masthead'],
  ['aside', 'banner'],
  ['main', 'title'],
  ['sub', 'title'],
  ['column', 'columns'],
  ['description', 'chart'],
  ['left', 'imprint'],
  ['right', 'imprint'],
]);

/** Reads the blocks inside a directive. */
export type ReadBlocks = (nodes: readonly MarkdownNode[]) => Block[];

type Container = (typeof containers)[number];
type Leaf = (typeof leaves)[number];

/** Every directive that may stand by itself. */
const blockDirectives: readonly string[] = [...containers, ...leaves];

/** All names that a directive may have, wherever it stands. */
export const directiveNames: readonly string[] = [...blockDirectives, ...parts.keys()];

const isContainer = (name: string): name is Container => containers.some((one) => one === name);
const isLeaf = (name: string): name is Leaf => leaves.some((one) => one === name);

/** The `[label]` and the children of a container apart. */
const open = (node: MarkdownNode, reader: Reader): { label: Inline[]; body: readonly MarkdownNode[] } => {
  const [first, ...rest] = node.children ?? [];
  if (first?.data?.directiveLabel) return { label: inlinesOf(first.children ?? [], reader), body: rest };
  return { label: [], body: node.children ?? [] };
};

const checkClosed = (node: MarkdownNode, reader: Reader): void => {
  const lines = reader.sourceOf(node).trimEnd().split('\n');
  const colons = /^:+/u.exec(lines[0] ?? '')?.[0].length ?? 3;
  const last = lines.length > 1 ? (lines.at(-1) ?? '').trim() : '';
  if (!/^:{3,}$/u.test(last) || last.length < colons) {
    reader.report(unclosedDirective(node.name ?? ''), openingOf(node, reader));
  }
};

/** The labels of `::name[…]` leaves in a container, by name; anything else in it is a problem. */
const labels = <N extends string>(
  node: MarkdownNode,
  body: readonly MarkdownNode[],
  names: readonly N[],
  reader: Reader,
): ReadonlyMap<N, readonly (readonly Inline[])[]> => {
  const found = new Map<N, (readonly Inline[])[]>(names.map((name) => [name, []]));
  for (const child of body) {
    const name = names.find((one) => one === child.name);
    if (child.type === 'leafDirective' && name !== undefined) {
      attributesOf(child, reader).finish();
      found.get(name)?.push(inlinesOf(child.children ?? [], reader));
    } else {
      const list = names.map((one) => `::${one}[…]`);
      reader.report(
        strayContent(node.name ?? '', { zh: list.join('、'), en: list.join(', ') }),
        openingOf(child, reader),
      );
    }
  }
  return found;
};

type Inside = { readonly table: MarkdownNode | undefined; readonly leaves: readonly MarkdownNode[] };

/** The one GFM table of a container, and the leaves beside it. */
const insideOf = (
  node: MarkdownNode,
  body: readonly MarkdownNode[],
  names: readonly string[],
  reader: Reader,
): Inside => {
  const tables = body.filter((child) => child.type === 'table');
  const beside = body.filter((child) => child.type === 'leafDirective' && names.includes(child.name ?? ''));
  const stray = body.filter((child) => child !== tables[0] && !beside.includes(child));
  const name = node.name ?? '';
  if (tables.length === 0) {
    reader.report(wantsContent(name, { zh: '一个 Markdown 表格', en: 'a Markdown table' }), openingOf(node, reader));
  }
  for (const child of tables.length === 0 ? [] : stray) {
    const allowed: Message =
      names.length === 0
        ? { zh: '一个表格', en: 'one table' }
        : { zh: `一个表格和 ::${names.join('、::')}`, en: `one table and ::${names.join(', ::')}` };
    reader.report(strayContent(name, allowed), openingOf(child, reader));
  }
  return { table: tables[0], leaves: beside };
};

const paragraphs = (
  node: MarkdownNode,
  body: readonly MarkdownNode[],
  role: ParagraphRole,
  attributes: Attributes,
  reader: Reader,
): Block[] =>
  body.flatMap((child): Block[] => {
    if (child.type === 'paragraph') return [{ ...paragraphOf(child, role, reader), ...attributes.common() }];
    reader.report(strayContent(node.name ?? '', { zh: '段落', en: 'paragraphs' }), openingOf(child, reader));
    return [];
  });

const columnsOf = (
  node: MarkdownNode,
  body: readonly MarkdownNode[],
  reader: Reader,
  blocksOf: ReadBlocks,
): readonly (readonly Block[])[] =>
  body.flatMap((child) => {
    if (child.type === 'containerDirective' && child.name === 'column') {
      checkClosed(child, reader);
      attributesOf(child, reader).finish();
      return [blocksOf(child.children ?? [])];
    }
    reader.report(strayContent(node.name ?? '', { zh: ' :::column', en: ':::column' }), openingOf(child, reader));
    return [];
  });

const containerBlocks = (
  name: Container,
  node: MarkdownNode,
  attributes: Attributes,
  reader: Reader,
  blocksOf: ReadBlocks,
): Block[] => {
  const span = reader.spanOf(node);
  const { label, body } = open(node, reader);
  const base = { span, ...attributes.common() };
  switch (name) {
    case 'masthead': {
      const found = labels(node, body, ['name', 'issue', 'unit', 'date'], reader);
      const one = (key: 'name' | 'issue' | 'unit' | 'date'): readonly Inline[] => found.get(key)?.[0] ?? [];
      return [
        { kind: 'masthead', name: one('name'), issue: one('issue'), unit: one('unit'), date: one('date'), ...base },
      ];
    }
    case 'banner': {
      const found = labels(node, body, ['title', 'aside'], reader);
      return [{ kind: 'banner', title: found.get('title')?.[0] ?? [], aside: found.get('aside') ?? [], ...base }];
    }
    case 'title': {
      const found = labels(node, body, ['main', 'sub'], reader);
      return [{ kind: 'title', children: found.get('main')?.[0] ?? [], subtitles: found.get('sub') ?? [], ...base }];
    }
    case 'imprint': {
      const found = labels(node, body, ['left', 'right'], reader);
      return [{ kind: 'imprint', left: found.get('left') ?? [], right: found.get('right') ?? [], ...base }];
    }
    case 'body':
    case 'lead':
    case 'note':
    case 'source':
    case 'question':
    case 'flush':
      return paragraphs(node, body, name, attributes, reader);
    case 'table': {
      const inside = insideOf(node, body, ['note'], reader);
      if (!inside.table) return [];
      const notes = inside.leaves.map((leaf) => inlinesOf(leaf.children ?? [], reader));
      return [{ kind: 'table', caption: label, notes, ...tableOf(gridOf(inside.table, reader), attributes), ...base }];
    }
    case 'cards': {
      const { table } = insideOf(node, body, [], reader);
      return table ? [{ kind: 'cards', ...cardsOf(table, attributes, reader), ...base }] : [];
    }
    case 'terms': {
      const { table } = insideOf(node, body, [], reader);
      return table ? [{ kind: 'terms', ...termsOf(table, attributes, reader), ...base }] : [];
    }
    case 'chart': {
      const inside = insideOf(node, body, ['description'], reader);
      if (!inside.table) return [];
      const description = inside.leaves.map((leaf) => plainTextOf(inlinesOf(leaf.children ?? [], reader))).join('');
      return [
        {
          kind: 'chart',
          type: attributes.choice('type', ['bar', 'column', 'stacked']),
          title: label,
          unit: attributes.text('unit', ''),
          height: attributes.integer('height', 0),
          ...chartDataOf(inside.table, attributes, reader),
          description,
          ...base,
        },
      ];
    }
    case 'columns': {
      const columns = columnsOf(node, body, reader, blocksOf);
      return [{ kind: 'columns', widths: widthsOf(attributes, columns.length, 1), columns, ...base }];
    }
    case 'keep':
    case 'foot':
      return [{ kind: 'group', role: name, blocks: blocksOf(body), ...base }];
    default:
      return unreachable(name);
  }
};

const depths = ['2', '1', '3'] as const;

const leafBlocks = (name: Leaf, node: MarkdownNode, attributes: Attributes, reader: Reader): Block[] => {
  const base = { span: reader.spanOf(node), ...attributes.common() };
  switch (name) {
    case 'lines':
      return [{ kind: 'lines', count: attributes.integer('count', 0), pitch: attributes.number('pitch', 8), ...base }];
    case 'contents': {
      const depth = attributes.choice('depth', depths);
      const title = inlinesOf(node.children ?? [], reader);
      return [{ kind: 'contents', title, depth: depth === '1' ? 1 : depth === '3' ? 3 : 2, entries: [], ...base }];
    }
    case 'pagebreak':
      return [{ kind: 'pagebreak', ...base }];
    default:
      return unreachable(name);
  }
};

/** The blocks of a directive; none when it cannot be read, which is then reported. */
export const directiveBlocks = (node: MarkdownNode, reader: Reader, blocksOf: ReadBlocks): readonly Block[] => {
  const name = node.name ?? '';
  const outer = parts.get(name);
  if (node.type === 'containerDirective') checkClosed(node, reader);
  const attributes = attributesOf(node, reader);
  if (node.type === 'containerDirective' && isContainer(name)) {
    const blocks = containerBlocks(name, node, attributes, reader, blocksOf);
    attributes.finish();
    return blocks;
  }
  if (node.type === 'leafDirective' && isLeaf(name)) {
    const blocks = leafBlocks(name, node, attributes, reader);
    attributes.finish();
    return blocks;
  }
  if (outer !== undefined) {
    reader.report(
      misplacedDirective(name, { zh: `它只能写在 :::${outer} 里`, en: `it belongs inside :::${outer}` }),
      openingOf(node, reader),
    );
  } else if (isContainer(name)) {
    reader.report(
      misplacedDirective(name, { zh: `写作 :::${name} 至 :::`, en: `write it as :::${name} to :::` }),
      openingOf(node, reader),
    );
  } else if (isLeaf(name)) {
    reader.report(
      misplacedDirective(name, { zh: `写作 ::${name}，不带内容`, en: `write it as ::${name}, with nothing inside` }),
      openingOf(node, reader),
    );
  } else {
    reader.report(unknownDirective(name, blockDirectives), openingOf(node, reader));
  }
  return [];
};
