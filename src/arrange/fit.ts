// Takes a document that passes its page limit, gives tighter ones in the order that its template declared.
// All steps are known beforehand: rows of the blocks with the lowest `yields` first, the last row first, down to their
// `keep`; then, on a free page, the leading. The caller lays out, and may bisect the number of steps. Nothing is
// clipped or set smaller: when the last step does not fit, that is an error which says by how much. A block that is
// followed by its short form yields to it; a table whose short form has as many rows yields to it row by row.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { unreachable, type Block, type Chart, type Document } from '../tree/tree.ts';
import { childBlocksOf, walkBlocks } from '../tree/walk.ts';
import { describeChart } from './describe-chart.ts';

/** One thing to give up: a row of a block (or the block, with its last), or some leading. */
export type FitStep =
  { readonly kind: 'row'; readonly block: Block } | { readonly kind: 'leading'; readonly leading: number };

const leadings = [0.98, 0.96, 0.94, 0.92];

/** Pages on a grid keep their leading (GB/T 9704—2012, 5.2.3). */
const gridPages: ReadonlySet<string> = new Set(['gongwen']);

/** How many rows a block has to give; a block without rows is one row. */
const rowCount = (block: Block): number => {
  switch (block.kind) {
    case 'table':
      return block.rows.filter((row) => !row.group).length;
    case 'cards':
      return block.cards.length;
    case 'chart':
      return block.type === 'stacked' ? 1 : block.categories.length;
    case 'terms':
      return block.entries.length;
    case 'list':
      return block.items.length;
    case 'lines':
      return Math.max(1, block.count);
    case 'masthead':
    case 'banner':
    case 'title':
    case 'heading':
    case 'paragraph':
    case 'columns':
    case 'contents':
    case 'imprint':
    case 'group':
    case 'rule':
    case 'pagebreak':
      return 1;
    default:
      return unreachable(block);
  }
};

/** Leading given up little by little; none on a grid. */
export const leadingSteps = (document: Document): readonly FitStep[] =>
  gridPages.has(document.page.name) ? [] : leadings.map((leading): FitStep => ({ kind: 'leading', leading }));

const blocksWithShortForm = (document: Document): ReadonlySet<Block> => {
  const found = new Set<Block>();
  let before: Block | undefined;
  walkBlocks(document, (block) => {
    if (block.short === true && before !== undefined) found.add(before);
    before = block;
  });
  return found;
};

/** The steps that put short forms in the place of whole ones, all of them. */
export const shortSteps = (document: Document): readonly FitStep[] => {
  const whole = blocksWithShortForm(document);
  return fitSteps(document).filter((step) => step.kind === 'row' && whole.has(step.block));
};

/** Every step there is, first to last; empty for a document without a limit. */
export const fitSteps = (document: Document): readonly FitStep[] => {
  if (document.page.limit === 0) return [];
  const yielding: { readonly block: Block; readonly yields: number; readonly order: number }[] = [];
  const shortened = blocksWithShortForm(document);
  walkBlocks(document, (block) => {
    if (block.yields !== undefined) yielding.push({ block, yields: block.yields, order: yielding.length });
  });
  const rows = yielding
    .toSorted((a, b) => a.yields - b.yields || b.order - a.order)
    .flatMap(({ block }): FitStep[] => {
      const kept = shortened.has(block) ? 0 : (block.keepRows ?? (rowCount(block) > 1 ? 1 : 0));
      const spare = rowCount(block) - kept;
      return Array.from({ length: Math.max(0, spare) }, (): FitStep => ({ kind: 'row', block }));
    });
  return [...rows, ...leadingSteps(document)];
};

/** A block with its last `count` rows gone; undefined when nothing is left. */
const shorten = (block: Block, count: number): Block | undefined => {
  const kept = rowCount(block) - count;
  if (kept <= 0) return undefined;
  switch (block.kind) {
    case 'table': {
      let seen = 0;
      const rows = block.rows.filter((row) => (row.group ? seen < kept : (seen += 1) <= kept));
      return { ...block, rows };
    }
    case 'cards': {
      // No card stands alone on a row under full ones.
      const whole = kept > block.perRow && kept % block.perRow === 1 ? kept - 1 : kept;
      return { ...block, cards: block.cards.slice(0, whole) };
    }
    case 'chart': {
      if (block.type === 'stacked') return block;
      const chart: Chart = {
        ...block,
        categories: block.categories.slice(0, kept),
        series: block.series.map((series) => ({ ...series, values: series.values.slice(0, kept) })),
      };
      return block.description === describeChart(block) ? { ...chart, description: describeChart(chart) } : chart;
    }
    case 'terms':
      return { ...block, entries: block.entries.slice(0, kept) };
    case 'list':
      return { ...block, items: block.items.slice(0, kept) };
    case 'lines':
      return { ...block, count: kept };
    default:
      return block;
  }
};

/** A block that yields to its short form: a table row by row from the end, anything else with its last row. */
const withShortRows = (block: Block, short: Block, count: number): Block | undefined => {
  if (count >= rowCount(block)) return undefined;
  if (block.kind !== 'table' || short.kind !== 'table' || block.rows.length !== short.rows.length) return block;
  let plain = rowCount(block) - count;
  const rows = block.rows.map((row, place) => {
    if (plain === 0) return short.rows[place] ?? row;
    if (!row.group) plain -= 1;
    return row;
  });
  return { ...block, rows };
};

const rebuild = (blocks: readonly Block[], given: ReadonlyMap<Block, number>): readonly Block[] =>
  blocks.flatMap((block, index): readonly Block[] => {
    const before = blocks[index - 1];
    if (block.short === true && before !== undefined && (given.get(before) ?? 0) < rowCount(before)) return [];
    const count = given.get(block);
    const after = blocks[index + 1];
    const shorter =
      count === undefined ? block : after?.short === true ? withShortRows(block, after, count) : shorten(block, count);
    if (shorter === undefined) return [];
    if (childBlocksOf(shorter).length === 0) return [shorter];
    switch (shorter.kind) {
      case 'group': {
        const inside = rebuild(shorter.blocks, given);
        return inside.length === 0 ? [] : [{ ...shorter, blocks: inside }];
      }
      case 'columns': {
        const columns = shorter.columns.map((column) => rebuild(column, given));
        const kept = columns.filter((column) => column.length > 0);
        // A column that is left alone takes the whole width.
        if (kept.length <= 1) return kept[0] ?? [];
        return [{ ...shorter, columns }];
      }
      case 'list':
        return [{ ...shorter, items: shorter.items.map((item) => rebuild(item, given)) }];
      default:
        return [shorter];
    }
  });

/**
 * The document after `steps`, without the short forms of what is still whole. Steps are of `fitSteps(document)` for this
 * same document.
 */
export const tighten = (document: Document, steps: readonly FitStep[]): Document => {
  const given = new Map<Block, number>();
  let { leading } = document;
  for (const step of steps) {
    if (step.kind === 'leading') leading = step.leading;
    else given.set(step.block, (given.get(step.block) ?? 0) + 1);
  }
  return { ...document, leading, blocks: rebuild(document.blocks, given) };
};

/** The error for a document that no step makes fit; `over` is by how many mm it passes its last page. */
export const doesNotFit = (document: Document, pages: number, over: number, file: string): Diagnostic => {
  const { limit } = document.page;
  const length = over.toFixed(0);
  return {
    severity: 'error',
    code: 'arrange/does-not-fit',
    file,
    message: {
      zh: `收紧到底仍有 ${pages} 页，限 ${limit} 页，多出约 ${length} 毫米`,
      en: `tightened all the way it still takes ${pages} pages of ${limit}, about ${length} mm too much`,
    },
    hint: {
      zh: '给更多的块写 yields 和 keep，或少列几行',
      en: 'give more blocks yields and keep, or list fewer rows',
    },
  };
};
