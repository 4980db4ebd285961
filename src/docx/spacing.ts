// The space between neighbouring blocks: what they ask for, what their styles give already, and so what a paragraph or an
// empty line must add. Neighbours share the larger of their requests, as in the PDF; Word's tables can ask for nothing themselves.
import type { PageTheme, StyleName } from '../theme/theme.ts';
import { unreachable, type Block, type Paragraph } from '../tree/tree.ts';
import { twips } from './page.ts';
import { spaceAround } from './style-names.ts';

/** Points above and below. */
export type Space = {
  readonly before: number;
  readonly after: number;
  /** The first paragraph may part from the next though its style keeps it. */
  readonly free?: true;
};

export const nothing: Space = { before: 0, after: 0 };

const ofStyles = (first: StyleName, last: StyleName, page: PageTheme): Space => ({
  before: spaceAround(first, page).before,
  after: spaceAround(last, page).after,
});

/** What Word draws around a block by its paragraphs' styles, points. */
const given = (block: Block, page: PageTheme): Space => {
  switch (block.kind) {
    case 'title':
      return ofStyles('title', block.subtitles.length === 0 ? 'title' : 'subtitle', page);
    case 'heading':
      return ofStyles(`h${block.level}`, `h${block.level}`, page);
    case 'paragraph':
      return ofStyles(block.role, block.role, page);
    case 'list':
      return ofStyles('list', 'list', page);
    case 'table':
      return {
        before: block.caption.length === 0 ? 0 : spaceAround('caption', page).before,
        after: block.notes.length === 0 ? 0 : spaceAround('note', page).after,
      };
    case 'chart':
      return { before: block.title.length === 0 ? 0 : spaceAround('chart-title', page).before, after: 0 };
    case 'terms':
      return block.perRow === 1 ? ofStyles('explanation', 'explanation', page) : nothing;
    case 'contents':
      return ofStyles('contents-title', 'contents-1', page);
    case 'masthead':
      return ofStyles('masthead', 'imprint-line', page);
    case 'banner':
    case 'cards':
    case 'columns':
    case 'lines':
    case 'imprint':
    case 'group':
    case 'rule':
    case 'pagebreak':
      return nothing;
    default:
      return unreachable(block);
  }
};

const isSmall = ({ role }: Paragraph): boolean => role === 'note' || role === 'source';

/** What a block asks for, points; text asks for what its style gives. */
const wanted = (block: Block, page: PageTheme): Space => {
  const { gap } = page;
  switch (block.kind) {
    case 'title':
      return { before: page.styles.title.before, after: page.styles.title.after };
    case 'heading':
      return page.grid === undefined ? { before: gap, after: gap / 3 } : given(block, page);
    case 'paragraph':
      return isSmall(block) ? { before: gap / 3, after: gap / 3 } : given(block, page);
    case 'list':
      return given(block, page);
    case 'terms':
    case 'table':
    case 'cards':
    case 'columns':
    case 'chart':
    case 'lines':
    case 'contents':
      return { before: gap, after: gap };
    case 'masthead':
    case 'banner':
      return { before: 0, after: gap };
    case 'group':
      return block.role === 'foot' ? nothing : page.grid === undefined ? { before: gap, after: gap } : nothing;
    case 'imprint':
    case 'rule':
    case 'pagebreak':
      return nothing;
    default:
      return unreachable(block);
  }
};

/** Between two tables, points: Word would make one table of them. */
const hairSpace = 0.2;

/**
 * Points by which the DOCX stays short of the grid: what a chart or table takes differs from the PDF by some tenths, and
 * a full page with a tenth too much would lose its last line.
 */
const spared = 0.4;

/** Points that are worth asking for, of a paragraph and by a line of its own. */
const leastSpace = 0.05;
const leastLine = 1;

const isTable = (block: Block): boolean =>
  block.kind === 'banner' ||
  block.kind === 'cards' ||
  block.kind === 'columns' ||
  block.kind === 'lines' ||
  block.kind === 'imprint' ||
  (block.kind === 'terms' && block.perRow === 2) ||
  (block.kind === 'group' && block.role === 'foot') ||
  (block.kind === 'table' && block.notes.length === 0);

const opensWithTable = (block: Block): boolean =>
  block.kind === 'table' ? block.caption.length === 0 : isTable(block);

const atFoot = (block: Block): boolean => block.kind === 'imprint' || (block.kind === 'group' && block.role === 'foot');

/** The style of the paragraph that a block opens with, which can ask for space above itself. */
const openingStyle = (block: Block): StyleName | undefined => {
  switch (block.kind) {
    case 'title':
      return 'title';
    case 'heading':
      return `h${block.level}`;
    case 'paragraph':
      return block.role;
    case 'list':
      return block.items[0]?.[0]?.kind === 'paragraph' ? 'list' : undefined;
    case 'table':
      return block.caption.length === 0 ? undefined : 'caption';
    case 'chart':
      return block.title.length === 0 ? undefined : 'chart-title';
    case 'contents':
      return block.title.length === 0 ? undefined : 'contents-title';
    case 'group': {
      const [first] = block.blocks;
      return block.role === 'foot' || first === undefined ? undefined : openingStyle(first);
    }
    default:
      return undefined;
  }
};

/** Whether the paragraph that a block ends with is drawn by blocks.ts, and can ask for space under itself. */
const endsWithText = (block: Block): boolean => {
  if (block.kind === 'group') {
    const last = block.blocks.at(-1);
    return block.role !== 'foot' && last !== undefined && endsWithText(last);
  }
  return block.kind === 'heading' || block.kind === 'paragraph';
};

/**
 * What stands between two blocks besides the space of their styles, points: more space above the paragraph that opens
 * the lower, else below the one that ends the upper; an empty line only where neither has one. Space of paragraphs
 * falls away where a page begins between them; an empty line would not.
 */
export type Between = { readonly over?: number; readonly under?: number; readonly line?: number };

/**
 * Between two blocks, with `added` points for the grid. Two tables always have a line, however thin: Word would make
 * one table of them.
 */
export const spaceBetween = (above: Block, below: Block, page: PageTheme, added = 0): Between => {
  // What stands at the foot of the page needs no room above it, only something between two tables.
  if (atFoot(below)) return isTable(above) ? { line: hairSpace } : {};
  const toGrid = Math.max(0, added - spared);
  const asked = Math.max(wanted(above, page).after, wanted(below, page).before) + toGrid;
  const had = given(above, page).after + given(below, page).before;
  const missing = asked - had;
  if (openingStyle(below) !== undefined) return missing > leastSpace ? { under: missing } : {};
  if (endsWithText(above)) return missing > leastSpace ? { over: missing } : {};
  if (missing >= leastLine) return { line: missing };
  return isTable(above) && opensWithTable(below) ? { line: hairSpace } : {};
};

/** What a paragraph of a style says itself to have `more` space than the style gives; nothing for no more. */
export const withSpace = (
  style: StyleName,
  more: Space,
  page: PageTheme,
): { readonly keepNext?: false; readonly spacing?: { readonly before?: number; readonly after?: number } } => {
  const keep = more.free === true ? { keepNext: false as const } : {};
  if (more.before === 0 && more.after === 0) return keep;
  const { before, after } = spaceAround(style, page);
  return {
    ...keep,
    spacing: {
      ...(more.before === 0 ? {} : { before: twips(before + more.before) }),
      ...(more.after === 0 ? {} : { after: twips(after + more.after) }),
    },
  };
};
