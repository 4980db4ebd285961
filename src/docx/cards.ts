// Cards: a figure each, number large and unit small on one baseline, label above and what it is compared with below, on
// a pale ground. The paper shows between them as borders in its colour; a value too wide for its card is set smaller.
import { Paragraph, TableRow, type FileChild } from 'docx';
import type { StyleName } from '../theme/theme.ts';
import { splitValue } from '../tree/split-value.ts';
import type { Card, Cards, Inline } from '../tree/tree.ts';
import { textOf } from '../tree/walk.ts';
import { color, widthOf, type Drawing } from './drawing.ts';
import { drawInlines, drawSized, drawStyled } from './inlines.ts';
import { cell, layout, paragraph, rule, spacer, type Margins } from './layout-table.ts';
import { rightIndent } from './line-ends.ts';
import { twips } from './page.ts';
import { smallerSize, styles } from './style-names.ts';
import { share } from './widths.ts';

const cardStyles = {
  large: { label: 'card-label', value: 'card-value', unit: 'card-unit', note: 'card-note' },
  small: { label: 'small-card-label', value: 'small-card-value', unit: 'small-card-unit', note: 'small-card-note' },
} as const satisfies Record<Cards['size'], Record<keyof Card, StyleName>>;

/** The type size of a card's value: that of its style, or the largest of the scale that fits. */
const valueSize = (card: Card, size: Cards['size'], room: number, drawing: Drawing): number => {
  const names = cardStyles[size];
  const { word, number } = splitValue(card.value);
  const unit = widthOf(drawing, textOf(word), names.unit) + widthOf(drawing, textOf(card.unit), names.unit);
  let points = drawing.page.styles[names.value].size;
  while (points > 10.5 && widthOf(drawing, textOf(number), names.value, points) + unit > room) {
    points = smallerSize(points);
  }
  return points;
};

/** A label or note, in `room` points: no character of it alone on a last line. */
const cardLine = (inlines: readonly Inline[], style: StyleName, room: number, drawing: Drawing): Paragraph => {
  const right = rightIndent(inlines, style, room, drawing);
  return paragraph(inlines, style, drawing, right === 0 ? {} : { indent: { right } });
};

const drawCard = (card: Card, size: Cards['size'], room: number, drawing: Drawing): Paragraph[] => {
  const names = cardStyles[size];
  const points = valueSize(card, size, room, drawing);
  const { word, number } = splitValue(card.value);
  return [
    ...(card.label.length === 0 ? [] : [cardLine(card.label, names.label, room, drawing)]),
    new Paragraph({
      style: styles[names.value].id,
      children: [
        ...drawStyled(word, names.value, names.unit, drawing),
        ...(points === drawing.page.styles[names.value].size
          ? drawInlines(number, names.value, drawing)
          : drawSized(number, names.value, points, drawing)),
        ...drawStyled(card.unit, names.value, names.unit, drawing),
      ],
    }),
    ...(card.note.length === 0 ? [] : [cardLine(card.note, names.note, room, drawing)]),
  ];
};

/** Cards in rows, on their ground; the paper shows between them as borders in its colour. */
export const drawCards = (cards: Cards, room: number, drawing: Drawing): FileChild[] => {
  const { padding, gap, ground } = drawing.page.card;
  const perRow = Math.max(1, cards.perRow);
  const last = perRow - 1;
  // Word lays a border over the edge between two cells, half in each: a cell is wider than its ground by that.
  const half = twips(Math.min(12, gap) / 2);
  const sides = Array.from({ length: perRow }, (_, index) => ({
    left: index === 0 ? 0 : half,
    right: index === last ? 0 : half,
  }));
  const grounds = share(
    room - 2 * half * last,
    sides.map(() => 1),
  );
  const widths = grounds.map((width, index) => width + (sides[index]?.left ?? 0) + (sides[index]?.right ?? 0));
  const rows = Array.from({ length: Math.ceil(cards.cards.length / perRow) }, (_, row) =>
    cards.cards.slice(row * perRow, (row + 1) * perRow),
  );
  const between = rule(Math.min(12, gap), color(drawing, 'paper'));
  const margins = (index: number): Margins => ({
    top: twips(padding * 0.75),
    bottom: twips(padding * 0.75),
    left: twips(padding) + (sides[index]?.left ?? 0),
    right: twips(padding) + (sides[index]?.right ?? 0),
  });
  return [
    layout(
      rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: widths.map((width, index) => {
              const card = row[index];
              return card === undefined
                ? cell([spacer()], width)
                : cell(drawCard(card, cards.size, (grounds[index] ?? 0) / 20 - 2 * padding, drawing), width, {
                    margins: margins(index),
                    ground: color(drawing, ground),
                  });
            }),
          }),
      ),
      widths,
      { insideHorizontal: between, insideVertical: between },
    ),
  ];
};
