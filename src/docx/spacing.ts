// The space between neighbouring blocks: what they ask for, what their styles give already, and so what an empty line
// must add. Neighbours share the larger of their requests, as in the PDF; Word's tables can ask for nothing themselves.
import type { PageTheme, StyleName } from '../theme/theme.ts';
import { unreachable, type Block } from '../tree/tree.ts';
import { spaceAround } from './style-names.ts';

type Space = { readonly before: number; readonly after: number };

const nothing: Space = { before: 0, after: 0 };

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

/** What a block asks for, points; text asks for what its style gives. */
const wanted = (block: Block, page: PageTheme): Space => {
  const { gap } = page;
  switch (block.kind) {
    case 'title':
      return { before: page.styles.title.before, after: page.styles.title.after };
    case 'heading':
      return page.grid === undefined ? { before: gap, after: gap / 3 } : given(block, page);
    case 'paragraph':
    case 'list':
    case 'terms':
      return block.kind === 'terms' ? { before: gap, after: gap } : given(block, page);
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
  isTable(block) || (block.kind === 'table' && block.caption.length === 0);

const atFoot = (block: Block): boolean => block.kind === 'imprint' || (block.kind === 'group' && block.role === 'foot');

/**
 * The height in points of the empty line between two blocks; 0 for none. Two tables always have one, however thin:
 * Word would make one table of them.
 */
export const lineBetween = (above: Block, below: Block, page: PageTheme): number => {
  // What stands at the foot of the page needs no room above it, only something between two tables.
  if (atFoot(below)) return isTable(above) ? hairSpace : 0;
  const asked = Math.max(wanted(above, page).after, wanted(below, page).before);
  const had = given(above, page).after + given(below, page).before;
  const missing = asked - had;
  if (missing >= 1) return missing;
  return isTable(above) && opensWithTable(below) && (below.kind !== 'table' || below.caption.length === 0)
    ? hairSpace
    : 0;
};
