// Cards: a figure each, number large and unit small on one baseline, label above and what it is compared with below,
// on a pale ground. All cards of a row are as high as the highest; a value too wide for its card is set smaller.
import { colorOf } from '../theme/theme.ts';
import { splitValue } from '../tree/split-value.ts';
import type { Card, Cards } from '../tree/tree.ts';
import type { DefinitionNode, DefinitionRun } from './definition.ts';
import { runsOf } from './inlines.ts';
import { smallerSize, styleOf, type Builder } from './styles.ts';
import { formatOf, textNode, widthOf } from './text-nodes.ts';

const names = (size: Cards['size']) =>
  size === 'large'
    ? ({ label: 'card-label', value: 'card-value', unit: 'card-unit', note: 'card-note' } as const)
    : ({
        label: 'small-card-label',
        value: 'small-card-value',
        unit: 'small-card-unit',
        note: 'small-card-note',
      } as const);

const valueNode = (builder: Builder, card: Card, size: Cards['size'], width: number): DefinitionNode => {
  const { value, unit } = names(size);
  const valueStyle = styleOf(builder, value);
  const unitStyle = styleOf(builder, unit);
  const { word, number } = splitValue(card.value);
  const runsAt = (points: number): DefinitionRun[] => [
    ...runsOf(builder, word, unitStyle),
    ...runsOf(builder, number, valueStyle, { size: points }),
    ...runsOf(builder, card.unit, unitStyle),
  ];
  let points = valueStyle.size;
  while (points > 10.5 && widthOf(builder, runsAt(points)) > width) points = smallerSize(points);
  return {
    text: '',
    runs: runsAt(points),
    format: { ...formatOf(builder, value), indent: 0, align: 'left' },
    tag: { type: 'P' },
  };
};

const cardNode = (
  builder: Builder,
  card: Card,
  size: Cards['size'],
  width: number,
): DefinitionNode & { width: number } => {
  const { padding, ground } = builder.pageTheme.card;
  const inner = width - 2 * padding;
  const { label, note } = names(size);
  return {
    width,
    ground: { color: colorOf(builder.theme, ground) },
    tag: { type: 'LI' },
    stack: [
      {
        margin: [padding, padding * 0.75, padding, padding * 0.75],
        tag: { type: 'LBody' },
        stack: [
          textNode(builder, card.label, label),
          valueNode(builder, card, size, inner),
          ...(card.note.length === 0 ? [] : [textNode(builder, card.note, note)]),
        ],
      },
    ],
  };
};

/** The cards in rows of `perRow`; a last row that is not full keeps the width of the others. */
export const cardsNode = (builder: Builder, block: Cards): DefinitionNode => {
  const { gap } = builder.pageTheme.card;
  const perRow = Math.max(1, block.perRow);
  const width = (builder.width - gap * (perRow - 1)) / perRow;
  const rows = Array.from({ length: Math.ceil(block.cards.length / perRow) }, (_, row): DefinitionNode => {
    const cards = block.cards.slice(row * perRow, (row + 1) * perRow);
    const blanks = Array.from({ length: perRow - cards.length }, () => ({ stack: [], width }));
    return {
      columns: [...cards.map((card) => cardNode(builder, card, block.size, width)), ...blanks],
      columnGap: gap,
      equal: true,
      keep: true,
      margin: [0, row === 0 ? 0 : gap, 0, 0],
    };
  });
  return { stack: rows, tag: { type: 'L' }, ...(rows.length <= 3 ? { keep: true as const } : {}) };
};
