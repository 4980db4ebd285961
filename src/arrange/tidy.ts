// Takes blocks, gives them without what holds nothing: a chart with no values, a column with no blocks.
// Templates can so be written for a full report and still serve a report that states little.
import { textOf } from '../tree/walk.ts';
import { unreachable, type Block, type Chart } from '../tree/tree.ts';

const tidyChart = (chart: Chart): readonly Block[] => {
  const series = chart.series.filter((one) => one.values.some((value) => value !== null));
  return series.length === 0 ? [] : [{ ...chart, series }];
};

const tidyBlock = (block: Block): readonly Block[] => {
  switch (block.kind) {
    case 'paragraph':
      return block.children.some((inline) => inline.kind === 'blank') || textOf(block.children).trim() !== ''
        ? [block]
        : [];
    case 'list': {
      const items = block.items.map(tidy).filter((item) => item.length > 0);
      return items.length > 0 ? [{ ...block, items }] : [];
    }
    case 'table':
      return block.rows.some((row) => !row.group) ? [block] : [];
    case 'cards':
      return block.cards.length > 0 ? [block] : [];
    case 'chart':
      return tidyChart(block);
    case 'terms':
      return block.entries.length > 0 ? [block] : [];
    case 'columns': {
      const kept = block.columns
        .map((column, index) => ({ blocks: tidy(column), width: block.widths[index] ?? 1 }))
        .filter(({ blocks }) => blocks.length > 0);
      if (kept.length <= 1) return kept[0]?.blocks ?? [];
      return [{ ...block, columns: kept.map(({ blocks }) => blocks), widths: kept.map(({ width }) => width) }];
    }
    case 'group': {
      const blocks = tidy(block.blocks);
      return blocks.length > 0 ? [{ ...block, blocks }] : [];
    }
    case 'masthead':
    case 'banner':
    case 'title':
    case 'heading':
    case 'lines':
    case 'contents':
    case 'imprint':
    case 'rule':
    case 'pagebreak':
      return [block];
    default:
      return unreachable(block);
  }
};

/** The blocks that hold something, in their order. */
export const tidy = (blocks: readonly Block[]): readonly Block[] => blocks.flatMap(tidyBlock);
