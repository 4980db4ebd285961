// Definition nodes onto pages: pdfmake's layout of blocks, columns and tables, with our lines in place of its words.
// Kept here: two lines of a paragraph at least on each page, headings with their text, blocks that do not break,
// feet at the foot, text back on the grid; and the structure elements grow in reading order.
import { createElement, type Element } from './elements.ts';
import type { DefinitionNode, PageDefinition, TextNode, WritingLinesNode } from './definition.ts';
import type { Heights } from './heights.ts';
import { endOfPart, layoutNode, partOfTable, tolerance } from './layout-nodes.ts';
import type { ComposedLine } from './paragraph.ts';
import {
  dropSpaceAbove,
  LayoutBuilderBase,
  type LayoutContext,
  type LayoutLine,
  type LayoutNode,
  type LayoutPage,
  type RowLayout,
} from './pdfmake-parts.ts';

/** A composed line on its page; `y` is the top of the line, as high as its leading. */
export type TextLine = LayoutLine & {
  readonly kind: 'text';
  readonly node: TextNode;
  readonly line: ComposedLine;
  readonly element: Element;
  /** Where the marker of a list item in this line belongs. */
  readonly label?: Element;
  readonly first: boolean;
  /** In the head of a table that is repeated on the next page: no part of the structure. */
  readonly repeated: boolean;
  readonly width: number;
  /** Height left on the page at hand. */
  readonly room: () => number;
};

export type Layout = {
  readonly pages: readonly LayoutPage[];
  readonly root: Element;
  /** Points of content on the last page, without the space before a foot. */
  readonly lastHeight: number;
  /** Points by which each node of the content stands lower than its margin asks, so that text is on the grid again. */
  readonly gridSpaces: readonly number[];
  /** How many lines to write on each node of the content was given; 0 for what is none. */
  readonly ruledLines: readonly number[];
};

/** Height left on the page; inside what does not break pdfmake has none (NaN), and everything fits. */
const heightLeft = ({ availableHeight }: LayoutContext): number =>
  Number.isNaN(availableHeight) ? Number.POSITIVE_INFINITY : availableHeight;

class PageLayout extends LayoutBuilderBase {
  readonly root = createElement({ type: 'Document' });
  /** Space left before a foot, by page. */
  readonly filled = new Map<number, number>();
  /** Space added above nodes for the grid. */
  readonly added = new Map<LayoutNode, number>();
  /** Lines given to nodes to write on. */
  readonly ruled = new Map<LayoutNode, number>();
  private current = this.root;
  /** The label of a list item whose first line is still to come. */
  private label: Element | undefined;
  private repeating = false;
  /** What pdfmake asks of a line, the same for all. */
  private readonly lineMethods = {
    inlines: [] as const,
    // The last line of a page may be short of room by a rounding error only: pdfmake compares exactly.
    getHeight: function (this: TextLine): number {
      return Math.min(this.node.format.leading, Math.max(0, this.room()));
    },
    room: (): number => heightLeft(this.writer.context()),
    getWidth: function (this: TextLine): number {
      return this.width;
    },
    getAscenderHeight: function (this: TextLine): number {
      return this.node.format.leading;
    },
    clone: function (this: TextLine): LayoutLine {
      return { ...this };
    },
  };
  private readonly page: PageDefinition;
  private readonly heights: Heights;
  private readonly compose: (node: TextNode, width: number) => readonly ComposedLine[];

  constructor(page: PageDefinition, heights: Heights, compose: PageLayout['compose']) {
    super({ width: page.width, height: page.height, orientation: 'portrait' }, { ...page.margins });
    this.page = page;
    this.heights = heights;
    this.compose = compose;
  }

  override tryLayoutDocument(...parts: readonly unknown[]): { pages: LayoutPage[] } {
    // The nodes come prepared and measured, see layoutNode.
    this.docPreprocessor = { preprocessDocument: (content) => content };
    this.docMeasure = { measureDocument: (content) => content };
    return super.tryLayoutDocument(...parts);
  }

  private within(element: Element, work: () => void): void {
    const outer = this.current;
    this.current = element;
    work();
    this.current = outer;
  }

  /** In place of pdfmake's: of all that a node of its own may ask for, ours have a margin. */
  override processNode(node: LayoutNode): void {
    const outer = this.current;
    if (node.labelled === true) this.label = createElement({ type: 'Lbl' }, outer);
    if (node.tag !== undefined) this.current = createElement(node.tag, outer);
    if (node.ground !== undefined) this.addGround(node);
    const { margin } = node;
    if (margin !== undefined) {
      this.space(margin[1]);
      this.writer.context().addMargin(margin[0], margin[2]);
    }
    this.processContent(node);
    if (margin !== undefined) {
      this.space(margin[3]);
      this.writer.context().addMargin(-margin[0], -margin[2]);
    }
    this.current = outer;
  }

  private processContent(node: LayoutNode): void {
    if ('text' in node) this.processLeaf(node);
    else if ('stack' in node) this.processVerticalContainer(node);
    else if ('columns' in node) this.processColumns(node);
    else if ('table' in node) this.processTable(node);
    else if ('svg' in node) this.processSVG(node);
    else this.processCanvas(node);
  }

  /** Moves down; what the page has no room for falls away with the page. */
  private space(points: number): void {
    const context = this.writer.context();
    if (context.availableHeight - points < 0) {
      context.moveDown(context.availableHeight);
      this.writer.moveToNextPage();
    } else context.moveDown(points);
  }

  private addGround(node: LayoutNode & { groundHeight?: number }): void {
    const { availableWidth } = this.writer.context();
    const h = node.groundHeight ?? this.heights.total(node, availableWidth);
    this.writer.addVector({ type: 'rect', x: 0, y: 0, w: availableWidth, h, color: node.ground?.color ?? '' });
  }

  private atTop(context: LayoutContext): boolean {
    return context.y <= context.pageMargins.top + tolerance;
  }

  override processVerticalContainer(node: LayoutNode): void {
    if ('ruled' in node) return this.addWritingLines(node, 0);
    if (!('stack' in node)) return;
    const items: readonly LayoutNode[] = node.stack;
    items.forEach((item, index) => {
      if (this.writer.transactionLevel === 0) this.prepare(items, index);
      if ('ruled' in item) this.addWritingLines(item, this.feet(items, index + 1));
      else this.processNode(item);
    });
  }

  /** Height of the feet that begin at `from`. */
  private feet(items: readonly LayoutNode[], from: number): number {
    const { availableWidth } = this.writer.context();
    let height = 0;
    for (let index = from; items[index]?.foot === true; index++) {
      const item = items[index];
      if (item !== undefined) height += this.heights.total(item, availableWidth);
    }
    return height;
  }

  /** Moves to where `items[index]` may begin: the next page if it must not stand here, the grid, the foot. */
  private prepare(items: readonly LayoutNode[], index: number): void {
    const item = items[index];
    if (item === undefined) return;
    const context = this.writer.context();
    if (item.breakBefore === true && !this.atTop(context)) this.nextPage(item);
    if (item.foot === true) {
      if (items[index - 1]?.foot === true) return;
      const height = this.feet(items, index);
      if (height > context.availableHeight + tolerance && !this.atTop(context)) this.nextPage(item);
      const space = Math.max(0, context.availableHeight - height);
      this.filled.set(context.page, space);
      context.moveDown(space);
      return;
    }
    if (item.onGrid === true) this.moveToGrid(context, item);
    else if (items[index + 1]?.onGrid === true) this.moveToMiddle(context, item);
    const needed = this.needed(items, index, context.availableWidth);
    const whole = this.page.height - this.page.margins.top - this.page.margins.bottom;
    if (needed > context.availableHeight + tolerance && needed <= whole && !this.atTop(context)) this.nextPage(item);
  }

  /** The next page, where the space above a block falls away. */
  private nextPage(item: LayoutNode): void {
    this.writer.moveToNextPage();
    dropSpaceAbove(item);
  }

  /** What must fit under the last block: this block's first part, and for a heading that of what follows. */
  private needed(items: readonly LayoutNode[], index: number, width: number): number {
    let height = 0;
    for (let at = index; at < items.length; at++) {
      const item = items[at];
      if (item === undefined) break;
      if (item.keepWithNext !== true) return height + this.heights.head(item, width);
      height += this.heights.total(item, width);
    }
    return height;
  }

  private moveDown(context: LayoutContext, item: LayoutNode, space: number): void {
    this.added.set(item, space);
    context.moveDown(space);
  }

  private moveToGrid(context: LayoutContext, item: LayoutNode): void {
    const { pitch } = this.page;
    if (pitch === 0) return;
    const above = item.margin?.[1] ?? 0;
    const lines = (context.y + above - context.pageMargins.top) / pitch;
    const missing = (Math.ceil(lines - tolerance) - lines) * pitch;
    if (missing > tolerance && missing < context.availableHeight) this.moveDown(context, item, missing);
  }

  /** Shares the space that comes with going back to the grid between above and below a block. */
  private moveToMiddle(context: LayoutContext, item: LayoutNode): void {
    const { pitch } = this.page;
    if (pitch === 0 || this.atTop(context)) return;
    const above = item.margin?.[1] ?? 0;
    const height = this.heights.total(item, context.availableWidth);
    const end = (context.y + height + above - context.pageMargins.top) / pitch;
    const spare = ((Math.ceil(end - tolerance) - end) * pitch) / 2;
    if (spare > tolerance && height + spare < context.availableHeight) this.moveDown(context, item, spare);
  }

  private addWritingLines(node: WritingLinesNode & LayoutNode, reserved: number): void {
    const { count, pitch, lineWidth, color } = node.ruled;
    const context = this.writer.context();
    context.moveDown(node.margin?.[1] ?? 0);
    const lines = count > 0 ? count : Math.max(0, Math.floor((context.availableHeight - reserved) / pitch));
    this.ruled.set(node, lines);
    for (let line = 0; line < lines; line++) {
      if (context.availableHeight < pitch) this.writer.moveToNextPage();
      const vector = { x1: 0, x2: context.availableWidth, y1: pitch, y2: pitch, lineWidth, lineColor: color };
      this.writer.addVector({ type: 'line', ...vector });
      context.moveDown(pitch);
    }
  }

  override processColumns(node: LayoutNode): void {
    if ('columns' in node && node.equal === true) {
      const height = Math.max(...node.columns.map((column) => this.heights.total(column, column.width)));
      for (const column of node.columns) Object.assign(column, { groundHeight: height });
    }
    super.processColumns(node);
  }

  override processRow(row: RowLayout): unknown {
    const { tableNode, rowIndex } = row;
    if (tableNode === undefined || this.current.tag.type !== 'Table') return super.processRow(row);
    // A head repeated on the next page is no part of the structure.
    const repeated =
      'table' in tableNode && tableNode.continued === true && (rowIndex ?? 0) < tableNode.table.headerRows;
    let result: unknown;
    this.repeating = repeated;
    this.within(createElement({ type: 'TR' }, repeated ? undefined : this.current), () => {
      result = super.processRow(row);
    });
    this.repeating = false;
    return result;
  }

  /** A table in parts that fit their pages, each with the head; a table that fits is one part. */
  override processTable(node: LayoutNode): void {
    if (!('table' in node) || this.writer.transactionLevel > 0) return super.processTable(node);
    const { body, headerRows } = node.table;
    if (body.length === headerRows) {
      return super.processTable(partOfTable(node, headerRows, headerRows, { broken: true, headed: false }));
    }
    let from = headerRows;
    let headed = false;
    do {
      let end = endOfPart(node, from, heightLeft(this.writer.context()), this.heights);
      if (end === from && !this.atTop(this.writer.context())) {
        this.writer.moveToNextPage();
        end = endOfPart(node, from, heightLeft(this.writer.context()), this.heights);
      }
      // A row higher than the page runs over it: pdfmake would drop what it must not break.
      const broken = end === from && from < body.length;
      const to = broken ? from + 1 : end;
      super.processTable(partOfTable(node, from, to, { broken, headed }));
      headed = true;
      from = to;
      if (from < body.length && !broken) this.writer.moveToNextPage();
    } while (from < body.length);
  }

  override processSVG(node: LayoutNode): void {
    Object.assign(node, { element: this.current });
    super.processSVG(node);
  }

  /** Places a paragraph: no line of it alone at the foot or the head of a page. */
  override processLeaf(node: LayoutNode): void {
    if (!('text' in node)) return;
    const width = this.writer.context().availableWidth;
    const lines = this.compose(node, width);
    const { leading } = node.format;
    let placed = 0;
    while (placed < lines.length) {
      const context = this.writer.context();
      const rest = lines.length - placed;
      let room = Math.min(rest, Math.floor((heightLeft(context) + tolerance) / leading));
      if (room < rest) {
        if (rest - room === 1) room -= 1;
        if (placed === 0 && room === 1) room = 0;
        // A page too low for two lines takes one, or nothing would ever be placed.
        if (room <= 0 && this.atTop(context)) room = 1;
      }
      for (let index = placed; index < placed + room; index++) {
        const line = lines[index];
        if (line !== undefined) this.addTextLine(node, line, index === 0, width);
      }
      placed += Math.max(0, room);
      if (placed < lines.length) this.writer.moveToNextPage();
    }
  }

  private addTextLine(node: TextNode & LayoutNode, line: ComposedLine, first: boolean, width: number): void {
    const { label } = this;
    this.label = undefined;
    const textLine: TextLine = {
      kind: 'text',
      x: 0,
      y: 0,
      node,
      line,
      element: this.current,
      ...(label === undefined ? {} : { label }),
      first,
      repeated: this.repeating,
      width,
      ...this.lineMethods,
    };
    this.writer.addLine(textLine);
  }
}

/** Lays out `content` on as many pages as it takes. */
export const layoutPages = (
  page: PageDefinition,
  content: readonly DefinitionNode[],
  heights: Heights,
  compose: (node: TextNode, width: number) => readonly ComposedLine[],
): Layout => {
  const builder = new PageLayout(page, heights, compose);
  const stack = content.map(layoutNode);
  const pages = builder.layoutDocument({ stack }, null, {}, { font: '' });
  const context = builder.writer.context();
  const last = pages.length - 1;
  return {
    pages,
    root: builder.root,
    lastHeight: Math.max(0, context.y - page.margins.top - (builder.filled.get(last) ?? 0)),
    gridSpaces: stack.map((node) => builder.added.get(node) ?? 0),
    ruledLines: stack.map((node) => builder.ruled.get(node) ?? 0),
  };
};
