// Blocks to Word's paragraphs and tables, in the reading order of the tree. Every paragraph has a named style; space
// between blocks that styles do not give is asked for by the paragraph above or below it (spacing.ts).
import { Bookmark, Paragraph, type FileChild } from 'docx';
import type { StyleName } from '../theme/theme.ts';
import {
  unreachable,
  type Block,
  type Heading,
  type Inline,
  type List,
  type Paragraph as Text,
  type Title,
} from '../tree/tree.ts';
import { drawCards } from './cards.ts';
import { drawChart } from './charts.ts';
import { drawContents } from './contents.ts';
import type { Drawing } from './drawing.ts';
import { drawColumns, drawLines, drawTerms } from './frames.ts';
import { drawBanner, drawFoot, drawImprint, drawMasthead } from './heads.ts';
import { noteNumbers } from './heading-numbers.ts';
import { drawInlines } from './inlines.ts';
import { spacer, thinnest } from './layout-table.ts';
import { bulletRole, defineList } from './numbering.ts';
import { twips } from './page.ts';
import { nothing, spaceBetween, withSpace, type Between, type Space } from './spacing.ts';
import { extraStyles, styles } from './style-names.ts';
import { drawTable } from './tables.ts';
import { breakInSense } from './title-lines.ts';

/** What a block is told by those around it. */
type Place = {
  /** Twips from margin to margin of the page, column or cell. */
  readonly room: number;
  /** Whether paragraphs stay with what follows. */
  readonly keep: boolean;
  /** The block opens a page. */
  readonly opensPage: boolean;
  /** Nothing stands above the block. */
  readonly atTop?: boolean;
  /** Points that the block's first and last paragraph ask for besides the space of their styles. */
  readonly space: Space;
};

type ParagraphPlace = {
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: true;
  readonly spacing?: { readonly before?: number; readonly after?: number };
};

const placed = (place: Place): ParagraphPlace => ({
  ...(place.keep ? { keepNext: true } : {}),
  ...(place.opensPage ? { pageBreakBefore: true } : {}),
});

const line = (
  inlines: readonly Inline[],
  style: StyleName,
  drawing: Drawing,
  options: ParagraphPlace = {},
): Paragraph => new Paragraph({ style: styles[style].id, ...options, children: drawInlines(inlines, style, drawing) });

const drawTitle = (title: Title, place: Place, drawing: Drawing): FileChild[] => [
  line(breakInSense(title.children, place.room, drawing), 'title', drawing, {
    ...placed(place),
    // The style's space stands around the whole block: none over it at the top of a page, none between its lines.
    spacing: {
      ...withSpace('title', place.space, drawing.page).spacing,
      ...(place.atTop === true ? { before: 0 } : {}),
      ...(title.subtitles.length > 0 ? { after: 0 } : {}),
    },
  }),
  ...title.subtitles.map((subtitle) => line(subtitle, 'subtitle', drawing)),
];

const headingStyles = { 1: 'h1', 2: 'h2', 3: 'h3', 4: 'h4' } as const satisfies Record<Heading['level'], StyleName>;

const drawHeading = (heading: Heading, place: Place, drawing: Drawing): FileChild[] => {
  const style = headingStyles[heading.level];
  // The number is the style's: see heading-numbers.ts.
  if (heading.number !== '') noteNumbers(heading.level, drawing);
  // A sheet may begin with small headings: they look as they should and stand in the outline without a gap above.
  const outlineLevel = drawing.outlineOf(heading.level);
  return [
    new Paragraph({
      style: styles[style].id,
      ...(place.opensPage ? { pageBreakBefore: true } : {}),
      ...withSpace(style, place.space, drawing.page),
      ...(outlineLevel === heading.level - 1 ? {} : { outlineLevel }),
      children: [
        new Bookmark({
          id: drawing.bookmark(heading.id),
          children: drawInlines(heading.children, style, drawing),
        }),
      ],
    }),
  ];
};

const drawParagraph = (paragraph: Text, place: Place, drawing: Drawing): FileChild[] => [
  line(paragraph.children, paragraph.role, drawing, {
    ...placed(place),
    ...withSpace(paragraph.role, place.space, drawing.page),
  }),
];

/** The first paragraph of an item carries the mark; what follows in the item is set flush under it. */
const drawList = (list: List, place: Place, drawing: Drawing): FileChild[] => {
  const { role, bold } = drawing.page.styles.list;
  if (list.ordered) drawing.faceRuns('0123456789．', role, bold);
  else drawing.faceRuns('•', bulletRole, bold);
  const { reference } = defineList(drawing, list.ordered ? list.start : undefined);
  return list.items.flatMap((item, at) =>
    item.flatMap((block, index): readonly FileChild[] =>
      block.kind === 'paragraph' && index === 0
        ? [
            new Paragraph({
              style: styles.list.id,
              ...(at === 0 ? withSpace('list', place.space, drawing.page) : {}),
              numbering: { reference, level: 0 },
              children: drawInlines(block.children, 'list', drawing),
            }),
          ]
        : drawBlock(block, { ...place, opensPage: false, space: nothing }, drawing),
    ),
  );
};

/** Whether a block's first paragraph can open a page by itself. */
const opensPageItself = (block: Block): boolean =>
  block.kind === 'title' || block.kind === 'heading' || block.kind === 'paragraph';

const drawBlock = (block: Block, place: Place, drawing: Drawing): readonly FileChild[] => {
  switch (block.kind) {
    case 'masthead':
      return drawMasthead(block, drawing);
    case 'banner':
      return drawBanner(block, place.room, drawing);
    case 'title':
      return drawTitle(block, place, drawing);
    case 'heading':
      return drawHeading(block, place, drawing);
    case 'paragraph':
      return drawParagraph(block, place, drawing);
    case 'list':
      return drawList(block, place, drawing);
    case 'table':
      return drawTable(block, place.room, drawing, place.space);
    case 'cards':
      return drawCards(block, place.room, drawing);
    case 'columns':
      return drawColumns(block, place.room, drawing, (blocks, room) =>
        // A cell whose first paragraph is kept keeps its row, and with it all columns, on one page.
        drawBlocks(blocks, { room, keep: false, opensPage: false, space: { ...nothing, free: true } }, drawing),
      );
    case 'chart':
      return drawChart(block, place.room, drawing, place.space);
    case 'terms':
      return drawTerms(block, place.room, drawing);
    case 'lines':
      return drawLines(block, place.room, drawing);
    case 'contents':
      return drawContents(block, drawing, place.space);
    case 'imprint':
      return drawImprint(block, place.room, drawing);
    case 'group':
      return block.role === 'foot'
        ? drawFoot(drawBlocks(block.blocks, { ...place, opensPage: false }, drawing), place.room, drawing)
        : drawBlocks(block.blocks, { ...place, keep: true, opensPage: false }, drawing);
    case 'rule':
      return [new Paragraph({ style: extraStyles.rule })];
    case 'pagebreak':
      return [];
    default:
      return unreachable(block);
  }
};

/** The blocks of a page, column or cell. The last of kept blocks is free to part from what follows. */
export const drawBlocks = (blocks: readonly Block[], place: Place, drawing: Drawing): readonly FileChild[] => {
  const drawn: FileChild[] = [];
  let between: Between = { under: place.space.before };
  let opensPage = place.opensPage;
  let atTop = true;
  blocks.forEach((block, index) => {
    if (block.kind === 'pagebreak') {
      opensPage = drawn.length > 0;
      between = {};
      return;
    }
    const below = blocks[index + 1];
    const next: Between =
      below === undefined
        ? { over: place.space.after }
        : below.kind === 'pagebreak'
          ? {}
          : spaceBetween(block, below, drawing.page, drawing.gridSpaces.get(below));
    if (opensPage && !opensPageItself(block)) drawn.push(spacer({ pageBreakBefore: true, height: thinnest }));
    else if (between.line !== undefined) drawn.push(spacer({ height: twips(between.line), keepNext: place.keep }));
    const keep = place.keep && index < blocks.length - 1;
    const free = index === 0 && place.space.free === true ? { free: true as const } : {};
    const space = { before: between.under ?? 0, after: next.over ?? 0, ...free };
    drawn.push(...drawBlock(block, { room: place.room, keep, opensPage, atTop: atTop || opensPage, space }, drawing));
    between = next;
    opensPage = false;
    atTop = false;
  });
  return drawn;
};
