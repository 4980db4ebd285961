// Takes a parsed document, gives it arranged: empty parts out, headings with ids and numbers, captions numbered,
// contents filled, charts described. It looks at the tree alone, so both formats get the same numbers and words.
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { chineseNumeral } from '../figures/numerals.ts';
import { unreachable, type Block, type ContentsEntry, type Document, type Heading, type Inline } from '../tree/tree.ts';
import { walkBlocks } from '../tree/walk.ts';
import { describeChart } from './describe-chart.ts';
import { tidy } from './tidy.ts';

export type ArrangeOptions = {
  /** Whether headings are numbered 一、（一）1．（1）, tables 表1 and charts 图1. */
  readonly numbers: boolean;
};

type Counters = { readonly headings: [number, number, number, number]; tables: number; charts: number };

/** `一、`, `（一）`, `1．`, `（1）`: the levels of GB/T 9704—2012, 7.3.3. */
const headingNumber = (level: Heading['level'], count: number): string => {
  switch (level) {
    case 1:
      return `${chineseNumeral(count)}、`;
    case 2:
      return `（${chineseNumeral(count)}）`;
    case 3:
      return `${count}．`;
    case 4:
      return `（${count}）`;
    default:
      return level;
  }
};

const numbered = (label: string, inlines: readonly Inline[]): readonly Inline[] =>
  inlines.length === 0 ? inlines : [{ kind: 'text', text: `${label}\u3000` }, ...inlines];

const arrangeBlock = (block: Block, options: ArrangeOptions, counters: Counters): Block => {
  const inside = (blocks: readonly Block[]): readonly Block[] =>
    blocks.map((one) => arrangeBlock(one, options, counters));
  switch (block.kind) {
    case 'heading': {
      const { headings } = counters;
      headings[block.level - 1] = (headings[block.level - 1] ?? 0) + 1;
      headings.fill(0, block.level);
      const count = headings[block.level - 1] ?? 1;
      return {
        ...block,
        // Letters, digits and _ only: the id is a bookmark in Word and a destination in PDF.
        id: `h${headings.slice(0, block.level).join('_')}`,
        number: options.numbers ? headingNumber(block.level, count) : '',
      };
    }
    case 'table':
      if (!options.numbers || block.caption.length === 0) return block;
      counters.tables += 1;
      return { ...block, caption: numbered(`表${counters.tables}`, block.caption) };
    case 'chart': {
      const described = block.description === '' ? { ...block, description: describeChart(block) } : block;
      if (!options.numbers || block.title.length === 0) return described;
      counters.charts += 1;
      return { ...described, title: numbered(`图${counters.charts}`, block.title) };
    }
    case 'list':
      return { ...block, items: block.items.map(inside) };
    case 'columns':
      return { ...block, columns: block.columns.map(inside) };
    case 'group':
      return { ...block, blocks: inside(block.blocks) };
    case 'masthead':
    case 'banner':
    case 'title':
    case 'paragraph':
    case 'cards':
    case 'terms':
    case 'lines':
    case 'contents':
    case 'imprint':
    case 'rule':
    case 'pagebreak':
      return block;
    default:
      return unreachable(block);
  }
};

const entriesOf = (blocks: readonly Block[], depth: number): readonly ContentsEntry[] => {
  const entries: ContentsEntry[] = [];
  walkBlocks({ blocks }, (block) => {
    if (block.kind !== 'heading' || block.level > depth) return;
    entries.push({ level: block.level, id: block.id, number: block.number, children: block.children });
  });
  return entries;
};

const fillContents = (block: Block, all: readonly Block[]): Block => {
  if (block.kind === 'contents') return { ...block, entries: entriesOf(all, block.depth) };
  if (block.kind === 'group') return { ...block, blocks: block.blocks.map((one) => fillContents(one, all)) };
  return block;
};

/** The document as writers draw it. The one given is not changed. */
export const arrangeDocument = (document: Document, options: ArrangeOptions): Outcome<Document> => {
  const counters: Counters = { headings: [0, 0, 0, 0], tables: 0, charts: 0 };
  const blocks = tidy(document.blocks).map((block) => arrangeBlock(block, options, counters));
  return { value: { ...document, blocks: blocks.map((block) => fillContents(block, blocks)) }, diagnostics: [] };
};
