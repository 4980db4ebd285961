// Text nodes of the definition: a paragraph in a style of the theme, with the few things that differ from place to place.
// Also the width that runs take on one line, for choosing sizes and column widths before anything is laid out.
import type { StyleName } from '../theme/theme.ts';
import type { Inline } from '../tree/tree.ts';
import type { Align, DefinitionNode, DefinitionRun, Format, RuleNode, Tag, TextNode } from './definition.ts';
import { runsOf, type RunOptions } from './inlines.ts';
import { minRunsWidth, runsWidth } from './paragraph.ts';
import { gridTracking, styleOf, type Builder } from './styles.ts';

export type TextOptions = RunOptions & {
  readonly align?: Align;
  readonly indent?: number;
  readonly leading?: number;
  readonly tag?: Tag;
  readonly balanced?: true;
  /** Runs set before the inlines: numbers of headings and lists. */
  readonly lead?: readonly DefinitionRun[];
};

export const formatOf = (builder: Builder, name: StyleName, options: TextOptions = {}): Format => {
  const style = styleOf(builder, name);
  const size = options.size ?? style.size;
  return {
    align: options.align ?? style.align,
    leading: options.leading ?? style.leading,
    size,
    // On the grid an indent is so many cells, which are narrower than the type (7.3.3: two characters).
    indent: options.indent ?? style.indent * (size + gridTracking(builder, size)),
    ...(options.balanced === undefined ? {} : { balanced: options.balanced }),
  };
};

/** A paragraph of `inlines` in the style `name`; its indent is the style's unless options say otherwise. */
export const textNode = (
  builder: Builder,
  inlines: readonly Inline[],
  name: StyleName,
  options: TextOptions = {},
): TextNode => {
  const own = runsOf(builder, inlines, styleOf(builder, name), options);
  const runs = options.lead === undefined || options.lead.length === 0 ? own : [...options.lead, ...own];
  const format = formatOf(builder, name, options);
  return {
    text: '',
    runs,
    // A line with places to write in is not stretched: they are as wide as the template says.
    format: runs.some(({ style }) => style.blank !== undefined) ? { ...format, align: 'left' } : format,
    tag: options.tag ?? { type: 'P' },
  };
};

/** Points that runs take on one line. */
export const widthOf = (builder: Builder, runs: readonly DefinitionRun[]): number => runsWidth(builder.fonts, runs);

/** Points of the widest piece that may not be torn. */
export const minWidthOf = (builder: Builder, runs: readonly DefinitionRun[]): number =>
  minRunsWidth(builder.fonts, runs);

/** A horizontal rule, as high as it is thick: pdfmake takes a line to end where its middle is. */
export const ruleNode = (width: number, lineWidth: number, lineColor: string): RuleNode => ({
  canvas: [{ type: 'line', x1: 0, y1: lineWidth / 2, x2: width, y2: lineWidth / 2, lineWidth, lineColor }],
  height: lineWidth / 2,
  margin: [0, 0, 0, lineWidth / 2],
});

export type Margin = readonly [number, number, number, number];

/** The node with space around it added to what it has. */
export const withMargin = <N extends DefinitionNode>(
  node: N,
  [left, top, right, bottom]: Margin,
): N & { readonly margin: Margin } => {
  const [a, b, c, d] = node.margin ?? [0, 0, 0, 0];
  return { ...node, margin: [a + left, b + top, c + right, d + bottom] };
};
