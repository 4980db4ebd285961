// Ways through a document tree in reading order, for stages that read it without drawing it.
// They take a Document or a part of it and give its blocks, inlines and text; nothing is changed or copied deeply.
// Text that is not drawn (alternative descriptions, link targets) is left out of `textOf` and `textRuns`.
import type { Span } from '../diagnostics/diagnostic.ts';
import { unreachable, type Block, type Document, type Inline, type Table } from './tree.ts';

/** The inlines that a block itself holds, list by list, in reading order; those of blocks inside it are not among them. */
export const inlinesOf = (block: Block): readonly (readonly Inline[])[] => {
  switch (block.kind) {
    case 'masthead':
      return [block.name, block.issue, block.unit, block.date];
    case 'banner':
      return [block.title, ...block.aside];
    case 'title':
      return [block.children, ...block.subtitles];
    case 'heading':
    case 'paragraph':
      return [block.children];
    case 'table':
      return [
        block.caption,
        ...block.columns.map((column) => column.header),
        ...block.rows.flatMap((row) => row.cells.map((cell) => cell.children)),
        ...block.notes,
      ];
    case 'cards':
      return block.cards.flatMap((card) => [card.label, card.value, card.unit, card.note]);
    case 'chart':
      return [block.title];
    case 'terms':
      return block.entries.flatMap((entry) => [entry.term, entry.explanation]);
    case 'contents':
      return [block.title, ...block.entries.map((entry) => entry.children)];
    case 'imprint':
      return [...block.left, ...block.right];
    case 'list':
    case 'columns':
    case 'lines':
    case 'group':
    case 'rule':
    case 'pagebreak':
      return [];
    default:
      return unreachable(block);
  }
};

/** The blocks directly inside a block, in reading order. */
export const childBlocksOf = (block: Block): readonly Block[] => {
  switch (block.kind) {
    case 'list':
      return block.items.flat();
    case 'columns':
      return block.columns.flat();
    case 'group':
      return block.blocks;
    case 'masthead':
    case 'banner':
    case 'title':
    case 'heading':
    case 'paragraph':
    case 'table':
    case 'cards':
    case 'chart':
    case 'terms':
    case 'lines':
    case 'contents':
    case 'imprint':
    case 'rule':
    case 'pagebreak':
      return [];
    default:
      return unreachable(block);
  }
};

/** Calls `visit` for each block, a block before the blocks inside it. */
export const walkBlocks = (document: { readonly blocks: readonly Block[] }, visit: (block: Block) => void): void => {
  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      visit(block);
      walk(childBlocksOf(block));
    }
  };
  walk(document.blocks);
};

/** Calls `visit` for each inline, an inline before the inlines inside it. */
export const walkInlines = (inlines: readonly Inline[], visit: (inline: Inline) => void): void => {
  for (const inline of inlines) {
    visit(inline);
    switch (inline.kind) {
      case 'strong':
      case 'emphasis':
      case 'link':
        walkInlines(inline.children, visit);
        break;
      case 'text':
      case 'figure':
      case 'break':
      case 'blank':
        break;
      default:
        unreachable(inline);
    }
  }
};

/** The drawn text of inlines: a line break is a newline, a blank is nothing. */
export const textOf = (inlines: readonly Inline[]): string => {
  let text = '';
  walkInlines(inlines, (inline) => {
    if (inline.kind === 'text' || inline.kind === 'figure') text += inline.text;
    else if (inline.kind === 'break') text += '\n';
  });
  return text;
};

/** A piece of drawn text: the block that holds it, and its place in the template's filled text where that is known. */
export type TextRun = { readonly text: string; readonly block: Block; readonly span?: Span };

/** What a block itself draws, in reading order: its inlines, and the strings that are no inlines. */
const drawnBy = (block: Block): readonly (string | readonly Inline[])[] => {
  switch (block.kind) {
    case 'heading':
      return [block.number, block.children];
    case 'contents':
      return [block.title, ...block.entries.flatMap((entry) => [entry.number, entry.children])];
    case 'chart':
      return [
        block.title,
        block.unit,
        ...block.categories,
        ...block.series.flatMap((series) => [series.name, ...series.values.map((value) => value ?? '')]),
      ];
    default:
      return inlinesOf(block);
  }
};

/** Whether a table has a column that is blank all the way down, to be filled in by hand. */
export const isForm = ({ columns, rows }: Table): boolean => {
  const plain = rows.filter((row) => !row.group);
  return (
    plain.length > 0 &&
    columns.some((_, index) => plain.every(({ cells }) => textOf(cells[index]?.children ?? []) === ''))
  );
};

/**
 * Every piece of drawn text of a document in reading order, empty ones left out.
 * A run without a place of its own takes its block's, and that its outer block's.
 */
export const textRuns = (document: { readonly blocks: readonly Block[] }): readonly TextRun[] => {
  const runs: TextRun[] = [];
  const push = (text: string, block: Block, span: Span | undefined): void => {
    if (text !== '') runs.push(span === undefined ? { text, block } : { text, block, span });
  };
  const walk = (blocks: readonly Block[], outer: Span | undefined): void => {
    for (const block of blocks) {
      const place = block.span ?? outer;
      for (const drawn of drawnBy(block)) {
        if (typeof drawn === 'string') push(drawn, block, place);
        else {
          walkInlines(drawn, (inline) => {
            if (inline.kind === 'text' || inline.kind === 'figure') push(inline.text, block, inline.span ?? place);
          });
        }
      }
      walk(childBlocksOf(block), place);
    }
  };
  walk(document.blocks, undefined);
  return runs;
};

/** The code points of a document's drawn text; a lone surrogate counts as itself. */
export const codePointsOf = (document: Pick<Document, 'blocks'>): ReadonlySet<number> => {
  const found = new Set<number>();
  for (const { text } of textRuns(document)) for (const character of text) found.add(character.codePointAt(0) ?? 0);
  return found;
};
