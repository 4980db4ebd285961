// What opens and closes a document: masthead (报头), banner of a sheet, title, and imprint (版记, 报尾).
// The masthead's name is letter-spaced to two thirds of the text width; rules are as wide as the text.
import { colorOf } from '../theme/theme.ts';
import type { Banner, Imprint, Inline, Masthead, Title } from '../tree/tree.ts';
import type { DefinitionNode, TextNode } from './definition.ts';
import { runsOf, textOf } from './inlines.ts';
import { smallerSize, styleOf, type Builder } from './styles.ts';
import { ruleNode, textNode, widthOf, withMargin } from './text-nodes.ts';

const nameNode = (builder: Builder, name: readonly Inline[]): TextNode => {
  const style = styleOf(builder, 'masthead');
  const target = (builder.width * 2) / 3;
  const measure = (size: number): number => widthOf(builder, runsOf(builder, name, style, { size, tracking: 0 }));
  let size = style.size;
  while (size > 22 && measure(size) > builder.width) size = smallerSize(size);
  const natural = measure(size);
  const count = [...textOf(runsOf(builder, name, style))].length;
  const tracking = count > 1 && natural < target ? (target - natural) / (count - 1) : 0;
  const node = textNode(builder, name, 'masthead', { size, tracking, align: 'center' });
  // The space after the last character is not part of the name: half of it is taken back so that the ink is centred.
  return tracking === 0 ? node : { ...node, margin: [tracking, 0, 0, 0] };
};

const present = (inlines: readonly Inline[]): boolean => inlines.length > 0;

/** Text at the left and at the right of one line, each in its part of the width. */
const sides = (builder: Builder, left: TextNode, right: TextNode, inset: number): DefinitionNode => {
  const width = builder.width - 2 * inset;
  // An em at least between the two; a right side that is empty leaves the whole line to the left.
  const gap = right.runs.length === 0 ? 0 : right.format.size;
  const rightWidth = right.runs.length === 0 ? 0 : Math.min(width * 0.6, widthOf(builder, right.runs) + 0.1);
  return {
    margin: [inset, 0, inset, 0],
    columns: [
      { ...left, width: width - rightWidth - gap },
      { ...right, width: rightWidth },
    ],
    columnGap: gap,
  };
};

/** 报头. No national standard: the form is practice, see docs on the brief. */
export const mastheadNode = (builder: Builder, block: Masthead): DefinitionNode => {
  const { rules } = builder.pageTheme;
  const line = styleOf(builder, 'imprint-line');
  const below = line.leading / 8;
  return {
    stack: [
      nameNode(builder, block.name),
      ...(present(block.issue) ? [textNode(builder, block.issue, 'issue', { align: 'center' })] : []),
      ...(present(block.unit) || present(block.date)
        ? [
            sides(
              builder,
              textNode(builder, block.unit, 'imprint-line', { align: 'left' }),
              textNode(builder, block.date, 'imprint-line', { align: 'right' }),
              0,
            ),
          ]
        : []),
      withMargin(ruleNode(builder.width, rules.masthead, colorOf(builder.theme, 'red')), [0, below, 0, 0]),
    ],
    keep: true,
  };
};

/** The band at the head of a sheet: title left, lines about place and meeting right, red rule under both. */
export const bannerNode = (builder: Builder, block: Banner): DefinitionNode => {
  const title = textNode(builder, block.title, 'banner-title', { tag: { type: 'P' } });
  const asides = block.aside.map((aside) => textNode(builder, aside, 'banner-aside'));
  // The aside keeps its lines whole where the title leaves room for them.
  const left = builder.width - widthOf(builder, title.runs) - builder.pageTheme.gutter;
  const asideWidth = Math.min(
    Math.max(builder.width * 0.45, left),
    Math.max(0, ...asides.map(({ runs }) => widthOf(builder, runs))) + 1,
  );
  const titleStyle = styleOf(builder, 'banner-title');
  const asideHeight = asides.reduce((sum, { format }) => sum + format.leading, 0);
  const titleWidth = builder.width - asideWidth - builder.pageTheme.gutter;
  const lines = Math.ceil(widthOf(builder, title.runs) / titleWidth);
  // Both stand on the rule: the shorter of the two comes down to it.
  const difference = asideHeight - lines * titleStyle.leading;
  return {
    stack: [
      {
        columns: [
          { ...withMargin(title, [0, Math.max(0, difference), 0, 0]), width: titleWidth },
          { stack: asides, margin: [0, Math.max(0, -difference) * 0.8, 0, 0], width: asideWidth },
        ],
        columnGap: builder.pageTheme.gutter,
      },
      withMargin(ruleNode(builder.width, builder.pageTheme.rules.banner, colorOf(builder.theme, 'red')), [0, 3, 0, 0]),
    ],
    keep: true,
  };
};

/** The title, at most as wide as the text and in lines of like length, with its subtitles under it. */
export const titleNode = (builder: Builder, block: Title): DefinitionNode => ({
  stack: [
    textNode(builder, block.children, 'title', { tag: { type: 'P' }, balanced: true }),
    ...block.subtitles.map((subtitle) => textNode(builder, subtitle, 'subtitle', { balanced: true })),
  ],
  keep: true,
  keepWithNext: true,
});

/** Lines after the first begin under the first character after the colon (GB/T 9704—2012, 7.4.2). */
const hanging = (builder: Builder, node: TextNode): TextNode => {
  const [first] = node.runs;
  const label = first === undefined ? undefined : /^[^：]{1,6}：/.exec(first.text)?.[0];
  if (first === undefined || label === undefined) return node;
  const hang = widthOf(builder, [{ ...first, text: `${label.slice(0, -1)}一` }]);
  return { ...node, format: { ...node.format, hang } };
};

/** 版记 (GB/T 9704—2012, 7.4): between rules as wide as the text, one character in from both edges, at the page's foot. */
export const imprintNode = (builder: Builder, block: Imprint): DefinitionNode => {
  const { rules } = builder.pageTheme;
  const style = styleOf(builder, 'imprint');
  const ink = colorOf(builder.theme, 'ink');
  const rows = Array.from({ length: Math.max(block.left.length, block.right.length) }, (_, index) =>
    sides(
      builder,
      hanging(builder, textNode(builder, block.left[index] ?? [], 'imprint', { align: 'left' })),
      textNode(builder, block.right[index] ?? [], 'imprint', { align: 'right' }),
      style.size,
    ),
  );
  const between = (row: DefinitionNode, index: number): DefinitionNode[] =>
    index === 0 ? [row] : [ruleNode(builder.width, rules.imprintInner, ink), row];
  return {
    stack: [
      ruleNode(builder.width, rules.imprintOuter, ink),
      ...rows.flatMap(between),
      ruleNode(builder.width, rules.imprintOuter, ink),
    ],
    keep: true,
    foot: true,
  };
};
