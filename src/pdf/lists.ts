// Lists, terms and contents. On a gridded page items run on with the indent of a paragraph, as official papers have them;
// on a free page their text hangs beside the marker. Contents print page numbers that layout.ts finds.
import { colorOf } from '../theme/theme.ts';
import type { Block, Contents, Inline, List, Terms } from '../tree/tree.ts';
import type { DefinitionNode, DefinitionRun, TextNode } from './definition.ts';
import { runsOf, text } from './inlines.ts';
import { styleOf, type Builder, type ResolvedStyle } from './styles.ts';
import { formatOf, textNode, widthOf, withMargin } from './text-nodes.ts';

const markerOf = (list: List, index: number): string => (list.ordered ? `${list.start + index}．` : '•');

const itemInlines = (
  blocks: readonly Block[],
): { readonly first: readonly Inline[]; readonly rest: readonly Block[] } => {
  const [head, ...rest] = blocks;
  return head?.kind === 'paragraph' ? { first: head.children, rest } : { first: [], rest: blocks };
};

/** Sets blocks inside an item: blocks.ts gives its own function, so that neither file needs the other. */
type Nest = (builder: Builder, blocks: readonly Block[]) => readonly DefinitionNode[];

const markerStyle = (builder: Builder, list: List): ResolvedStyle => {
  const style = styleOf(builder, 'list');
  return list.ordered ? style : { ...style, role: 'hei' };
};

/** A run as part of the label of its item. */
const labelled = (run: DefinitionRun): DefinitionRun => ({ ...run, style: { ...run.style, label: true } });

const runOnItem = (builder: Builder, list: List, index: number, nest: Nest): DefinitionNode => {
  const { first, rest } = itemInlines(list.items[index] ?? []);
  const marker = list.ordered ? markerOf(list, index) : `${markerOf(list, index)}\u2002`;
  const lead = runsOf(builder, [text(marker)], markerStyle(builder, list)).map((run) => labelled(run));
  const node = textNode(builder, first, 'list', { lead });
  const body: DefinitionNode = { stack: [node, ...nest(builder, rest)], tag: { type: 'LBody' }, labelled: true };
  return { stack: [body], tag: { type: 'LI' } };
};

const hangingItem = (builder: Builder, list: List, index: number, markerWidth: number, nest: Nest): DefinitionNode => {
  const { first, rest } = itemInlines(list.items[index] ?? []);
  const width = builder.width - markerWidth;
  const marker = textNode(builder, [], 'list', {
    lead: runsOf(builder, [text(markerOf(list, index))], markerStyle(builder, list)),
    align: 'left',
    indent: 0,
    tag: { type: 'Lbl' },
  });
  const body = [textNode(builder, first, 'list', { indent: 0 }), ...nest({ ...builder, width }, rest)];
  return {
    tag: { type: 'LI' },
    columns: [
      { ...marker, width: markerWidth },
      { stack: body, tag: { type: 'LBody' }, width },
    ],
    columnGap: 0,
  };
};

/** A list: its items run on where the style has an indent, and hang beside their markers where it has none. */
export const listNode = (builder: Builder, list: List, nest: Nest): DefinitionNode => {
  const style = styleOf(builder, 'list');
  const widest = Math.max(
    0,
    ...list.items.map((_, index) =>
      widthOf(builder, runsOf(builder, [text(markerOf(list, index))], markerStyle(builder, list))),
    ),
  );
  const markerWidth = Math.ceil(widest / style.size + 0.25) * style.size;
  const items = list.items.map((_, index) =>
    style.indent > 0 ? runOnItem(builder, list, index, nest) : hangingItem(builder, list, index, markerWidth, nest),
  );
  return { stack: items, tag: { type: 'L' } };
};

/** 名词解释: the term in 黑, the explanation after it (one column) or under it (two). */
export const termsNode = (builder: Builder, block: Terms): DefinitionNode => {
  const { gutter, gap } = builder.pageTheme;
  const width = (builder.width - gutter * (block.perRow - 1)) / block.perRow;
  const inColumn = { ...builder, width };
  const termStyle = styleOf(builder, 'term');
  const entries = block.entries.map(({ term, explanation }): DefinitionNode => {
    if (block.perRow === 1) {
      const size = { size: styleOf(builder, 'explanation').size };
      const lead = runsOf(builder, [...term, text('：')], termStyle, size).map((run) => labelled(run));
      const node = textNode(inColumn, explanation, 'explanation', { lead, tag: { type: 'LBody' } });
      return { stack: [{ ...node, labelled: true }], tag: { type: 'LI' } };
    }
    return {
      stack: [
        { ...textNode(inColumn, term, 'term', { tag: { type: 'Lbl' } }), keepWithNext: true },
        textNode(inColumn, explanation, 'explanation', { tag: { type: 'LBody' } }),
      ],
      tag: { type: 'LI' },
    };
  });
  const rows = Array.from({ length: Math.ceil(entries.length / block.perRow) }, (_, row): DefinitionNode => {
    const cells = entries.slice(row * block.perRow, (row + 1) * block.perRow);
    const [only] = cells;
    if (block.perRow === 1 && only !== undefined) return withMargin(only, [0, row === 0 ? 0 : gap / 3, 0, 0]);
    return {
      columns: cells.map((cell) => ({ ...cell, width })),
      columnGap: gutter,
      keep: true,
      margin: [0, row === 0 ? 0 : gap, 0, 0],
    };
  });
  return { stack: rows, tag: { type: 'L' } };
};

const contentsStyle = (level: number) =>
  (['contents-1', 'contents-2', 'contents-3'] as const)[level - 1] ?? 'contents-3';

/** 目录: one line an entry, dots to the page number, each line a link. */
export const contentsNode = (builder: Builder, block: Contents): DefinitionNode => {
  const entries = block.entries.map((entry): TextNode => {
    const name = contentsStyle(entry.level);
    const style = styleOf(builder, name);
    const link = { heading: entry.id };
    const lead = entry.number === '' ? [] : runsOf(builder, [text(entry.number)], style, { link });
    const node = textNode(builder, entry.children, name, {
      lead,
      link,
      align: 'left',
      indent: 0,
      tag: { type: 'TOCI' },
    });
    return {
      ...node,
      margin: [style.indent * style.size, 0, 0, 0],
      format: { ...formatOf(builder, name), align: 'left', indent: 0, reserve: style.size * 2.5 },
      pageOf: {
        heading: entry.id,
        run: {
          size: style.size,
          style: {
            face: builder.fonts.resolve(style.role, style.bold).key,
            color: colorOf(builder.theme, style.color),
            link,
          },
        },
      },
    };
  });
  const title = block.title.length === 0 ? [] : [textNode(builder, block.title, 'contents-title')];
  return {
    stack: [
      ...title.map((node) => ({ ...node, keepWithNext: true as const })),
      { stack: entries, tag: { type: 'TOC' } },
    ],
  };
};
