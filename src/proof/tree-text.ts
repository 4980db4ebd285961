// The text that a document tree puts on the page, piece by piece in reading order: what the finished file is held to.
import { unreachable, type Block, type Chart, type Document, type Figure, type Inline } from '../tree/tree.ts';

/** Text of the flow, or text drawn in a chart, whose places the chart chooses. */
export type TextPiece = { readonly text: string; readonly chart: boolean };

const inlineText = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline): string => {
      switch (inline.kind) {
        case 'text':
        case 'figure':
          return inline.text;
        case 'strong':
        case 'emphasis':
        case 'link':
          return inlineText(inline.children);
        case 'break':
        case 'blank':
          return '';
        default:
          return unreachable(inline);
      }
    })
    .join('');

/** A single stacked bar has no name beside it: its title says what it is. */
const namesOf = ({ type, categories }: Chart): readonly string[] =>
  type === 'stacked' && categories.length === 1 ? [] : categories;

const chartText = (chart: Chart): TextPiece[] => [
  { text: inlineText(chart.title), chart: false },
  ...[...namesOf(chart), ...chart.series.flatMap(({ values }) => values.flatMap((value) => value ?? []))].map(
    (text) => ({
      text,
      chart: true,
    }),
  ),
];

const flow = (...texts: readonly (readonly Inline[])[]): TextPiece[] =>
  texts.map((inlines) => ({ text: inlineText(inlines), chart: false }));

const blockText = (block: Block): TextPiece[] => {
  switch (block.kind) {
    case 'masthead':
      return flow(block.name, block.issue, block.unit, block.date);
    case 'banner':
      return flow(block.title, ...block.aside);
    case 'title':
      return flow(block.children, ...block.subtitles);
    case 'heading':
      return [{ text: block.number + inlineText(block.children), chart: false }];
    case 'paragraph':
      return flow(block.children);
    case 'list':
      return block.items.flatMap((item) => item.flatMap(blockText));
    case 'table':
      return flow(
        block.caption,
        ...block.columns.map(({ header }) => header),
        ...block.rows.flatMap(({ cells }) => cells.map(({ children }) => children)),
        ...block.notes,
      );
    case 'cards':
      return flow(...block.cards.flatMap(({ label, value, unit, note }) => [label, value, unit, note]));
    case 'columns':
      return block.columns.flatMap((column) => column.flatMap(blockText));
    case 'chart':
      return chartText(block);
    case 'terms':
      return flow(...block.entries.flatMap(({ term, explanation }) => [term, explanation]));
    case 'contents':
      return [
        ...flow(block.title),
        ...block.entries.map(({ number, children }) => ({ text: number + inlineText(children), chart: false })),
      ];
    case 'imprint': {
      const rows = Math.max(block.left.length, block.right.length);
      return Array.from({ length: rows }, (_, row) => flow(block.left[row] ?? [], block.right[row] ?? [])).flat();
    }
    case 'group':
      return block.blocks.flatMap(blockText);
    case 'lines':
    case 'rule':
    case 'pagebreak':
      return [];
    default:
      return unreachable(block);
  }
};

/** Every piece of text of the tree in order, empty ones left out. */
export const textOfTree = (document: Document): readonly TextPiece[] =>
  document.blocks.flatMap(blockText).filter(({ text }) => text.trim() !== '');

/** Lists of inlines anywhere in a value of the tree. */
const figuresIn = (value: unknown): Figure[] => {
  if (Array.isArray(value)) {
    const isInlines =
      value.length > 0 && value.every((item) => typeof item === 'object' && item !== null && 'kind' in item);
    const inlines = isInlines ? value.filter((item): item is Figure => item.kind === 'figure') : [];
    return [...inlines, ...value.flatMap((item) => (inlines.includes(item) ? [] : figuresIn(item)))];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(figuresIn) : [];
};

/** Every figure of the tree with the statement that it cites. */
export const figuresOfTree = (document: Document): readonly Figure[] => figuresIn(document.blocks);
