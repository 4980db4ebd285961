// Every block of the tree as definition nodes, in reading order, with the space between blocks worked out.
// Neighbours share the larger of the two spaces they ask for; text on a gridded page asks for none.
import { colorOf } from '../theme/theme.ts';
import { unreachable, type Block, type Chart, type Group, type Heading, type Paragraph } from '../tree/tree.ts';
import { cardsNode } from './cards.ts';
import type { DefinitionNode, TagType } from './definition.ts';
import { bannerNode, imprintNode, mastheadNode, titleNode } from './heads.ts';
import { runsOf, text, textOf } from './inlines.ts';
import { contentsNode, listNode, termsNode } from './lists.ts';
import { mm } from './page.ts';
import { styleOf, type Builder } from './styles.ts';
import { tableNode } from './tables.ts';
import { ruleNode, textNode, withMargin } from './text-nodes.ts';

/** A node with the space that it asks for above and below. */
type Placed = { readonly node: DefinitionNode; readonly before: number; readonly after: number };

const placed = (node: DefinitionNode, before: number, after: number = before): Placed => ({ node, before, after });

const headingTag = (level: number): TagType => (['H1', 'H2', 'H3', 'H4'] as const)[level - 1] ?? 'H4';

const heading = (builder: Builder, block: Heading): Placed => {
  const name = `h${block.level}` as const;
  const style = styleOf(builder, name);
  const lead = block.number === '' ? [] : runsOf(builder, [text(block.number)], style);
  const node = textNode(builder, block.children, name, { lead, tag: { type: headingTag(block.level) } });
  const title = textOf(node.runs);
  const free = builder.page.pitch === 0 && style.before === 0 ? builder.pageTheme.gap : 0;
  return placed(
    { ...node, keepWithNext: true, heading: { id: block.id, level: block.level, title } },
    style.before + free,
    style.after + free / 3,
  );
};

const paragraph = (builder: Builder, block: Paragraph): Placed => {
  const style = styleOf(builder, block.role);
  const small = block.role === 'note' || block.role === 'source';
  // Between paragraphs of a free page a third of the gap; on the grid, none (the indent does it).
  const space = builder.page.pitch === 0 || small ? builder.pageTheme.gap / 3 : 0;
  return placed(textNode(builder, block.children, block.role), style.before + space, style.after + space);
};

const chart = (builder: Builder, block: Chart): Placed => {
  const { gap } = builder.pageTheme;
  if (block.categories.length === 0) return placed({ stack: [] }, 0);
  const drawing = builder.planChart(block, builder.width);
  const title = textNode(builder, block.title, 'chart-title', { tag: { type: 'Caption' } });
  const figure: DefinitionNode = {
    svg: drawing,
    width: builder.width,
    tag: { type: 'Figure', alt: block.description },
  };
  return placed({ stack: block.title.length === 0 ? [figure] : [title, figure], keep: true }, gap);
};

const group = (builder: Builder, block: Group): Placed => {
  const inner = blockNodes(builder, block.blocks);
  const { gap } = builder.pageTheme;
  switch (block.role) {
    case 'keep':
      return placed({ stack: inner, keep: true }, builder.page.pitch === 0 ? gap : 0);
    case 'foot':
      return placed({ stack: inner, foot: true }, gap);
    default:
      return unreachable(block.role);
  }
};

type PlacedBlock = Exclude<Block, { kind: 'pagebreak' }>;

const setBlock = (builder: Builder, block: PlacedBlock): Placed => {
  const { gap, gutter } = builder.pageTheme;
  switch (block.kind) {
    case 'masthead':
      return placed(mastheadNode(builder, block), 0, gap);
    case 'banner':
      return placed(bannerNode(builder, block), 0, gap);
    case 'title': {
      const style = styleOf(builder, 'title');
      return placed(titleNode(builder, block), style.before, style.after);
    }
    case 'heading':
      return heading(builder, block);
    case 'paragraph':
      return paragraph(builder, block);
    case 'list':
      return placed(listNode(builder, block, blockNodes), builder.page.pitch === 0 ? gap / 3 : 0);
    case 'table':
      return placed(tableNode(builder, block), gap);
    case 'cards':
      return placed(cardsNode(builder, block), gap);
    case 'columns': {
      // A column of no width asks for a share like the others'.
      const shares = block.columns.map((_, index) => block.widths[index] || 1);
      const total = shares.reduce((sum, share) => sum + share, 0);
      const free = builder.width - gutter * (block.columns.length - 1);
      const columns = block.columns.map((blocks, index) => {
        const width = (free * (shares[index] ?? 1)) / total;
        return { stack: blockNodes({ ...builder, width }, blocks), width };
      });
      return placed({ columns, columnGap: gutter }, gap);
    }
    case 'chart':
      return chart(builder, block);
    case 'terms':
      return placed(termsNode(builder, block), gap);
    case 'lines': {
      const { hairline } = builder.pageTheme.rules;
      const color = colorOf(builder.theme, 'mid');
      return placed(
        { stack: [], ruled: { count: block.count, pitch: mm(block.pitch), lineWidth: hairline, color } },
        gap,
      );
    }
    case 'contents':
      return placed(contentsNode(builder, block), gap);
    case 'imprint':
      return placed(imprintNode(builder, block), gap, 0);
    case 'group':
      return group(builder, block);
    case 'rule':
      return placed(ruleNode(builder.width, builder.pageTheme.rules.hairline, colorOf(builder.theme, 'mid')), gap);
    default:
      return unreachable(block);
  }
};

/** What a block came to when it was set last: the tries of a limited document share those that gave up no row. */
const known = new WeakMap<Block, { readonly builder: Builder; readonly placed: Placed }>();

/** Whether a block comes to the same: all that a builder holds follows from these. */
const isSame = (a: Builder, b: Builder): boolean =>
  a.width === b.width &&
  a.theme === b.theme &&
  a.fonts === b.fonts &&
  a.document.page === b.document.page &&
  a.document.leading === b.document.leading;

const place = (builder: Builder, block: PlacedBlock): Placed => {
  const last = known.get(block);
  if (last !== undefined && isSame(last.builder, builder)) return last.placed;
  const made = setBlock(builder, block);
  if (builder.document.page.limit > 0) known.set(block, { builder, placed: made });
  return made;
};

/** On a gridded page text starts on a grid line again after whatever stood between. */
const isGridText = (builder: Builder, block: Block): boolean =>
  builder.page.pitch > 0 &&
  (block.kind === 'heading' ||
    block.kind === 'list' ||
    (block.kind === 'paragraph' && styleOf(builder, block.role).leading === builder.page.pitch));

/** The nodes of `blocks`, one under the other in `builder.width`. */
export const blockNodes = (builder: Builder, blocks: readonly Block[]): DefinitionNode[] => {
  const nodes: DefinitionNode[] = [];
  let space = 0;
  let breakBefore = false;
  for (const block of blocks) {
    if (block.kind === 'pagebreak') {
      breakBefore = nodes.length > 0;
      continue;
    }
    const { node, before, after } = place(builder, block);
    const top = nodes.length === 0 || breakBefore ? 0 : Math.max(space, before);
    nodes.push({
      ...withMargin(node, [0, top, 0, 0]),
      ...(isGridText(builder, block) ? { onGrid: true as const } : {}),
      ...(breakBefore ? { breakBefore: true as const } : {}),
    });
    space = after;
    breakBefore = false;
  }
  return nodes;
};
