// Layout of text by borderless tables: columns, terms in two columns, lines to write on.
// Cells read in the order of the tree, left to right and down, so the text of the file is the text of the PDF.
import { HeightRule, Paragraph, TableRow, type FileChild } from 'docx';
import type { Columns, Terms, WritingLines } from '../tree/tree.ts';
import { color, type Drawing } from './drawing.ts';
import { drawInlines } from './inlines.ts';
import { cell, cellContent, layout, paragraph, rule, spacer } from './layout-table.ts';
import { twips, twipsOfMm } from './page.ts';
import { styles } from './style-names.ts';
import { share } from './widths.ts';

/** Blocks side by side. `draw` draws the blocks of one column in the room it has. */
export const drawColumns = (
  columns: Columns,
  room: number,
  drawing: Drawing,
  draw: (blocks: Columns['columns'][number], room: number) => readonly FileChild[],
): FileChild[] => {
  const gutter = twips(drawing.page.gutter);
  const last = columns.columns.length - 1;
  const rooms = share(
    room - gutter * last,
    columns.columns.map((_, index) => columns.widths[index] ?? 1),
  );
  const widths = rooms.map((width, index) => width + (index === last ? 0 : gutter));
  return [
    layout(
      [
        new TableRow({
          children: columns.columns.map((blocks, index) =>
            cell(cellContent(draw(blocks, rooms[index] ?? 0)), widths[index] ?? 0, {
              margins: { right: index === last ? 0 : gutter },
            }),
          ),
        }),
      ],
      widths,
    ),
  ];
};

/** Terms in one column, the term leading its explanation in one paragraph; in two, each in a cell over its own. */
export const drawTerms = (terms: Terms, room: number, drawing: Drawing): FileChild[] => {
  if (terms.perRow === 1) {
    return terms.entries.map(
      ({ term, explanation }) =>
        new Paragraph({
          style: styles.explanation.id,
          children: [
            ...drawInlines(
              [{ kind: 'strong', children: [...term, { kind: 'text', text: '：' }] }],
              'explanation',
              drawing,
            ),
            ...drawInlines(explanation, 'explanation', drawing),
          ],
        }),
    );
  }
  const gutter = twips(drawing.page.gutter);
  const rooms = share(room - gutter, [1, 1]);
  const widths = rooms.map((width, index) => width + (index === 1 ? 0 : gutter));
  const rows = Array.from({ length: Math.ceil(terms.entries.length / 2) }, (_, row) =>
    terms.entries.slice(row * 2, row * 2 + 2),
  );
  return [
    layout(
      rows.map(
        (entries, row) =>
          new TableRow({
            cantSplit: true,
            children: widths.map((width, index) => {
              const entry = entries[index];
              return cell(
                entry === undefined
                  ? [spacer()]
                  : [paragraph(entry.term, 'term', drawing), paragraph(entry.explanation, 'explanation', drawing)],
                width,
                { margins: { top: row === 0 ? 0 : twips(drawing.page.gap), right: index === 1 ? 0 : gutter } },
              );
            }),
          }),
      ),
      widths,
    ),
  ];
};

/**
 * How many lines fill the page: fewer than in the PDF, so that they stay on it where Word takes some lines more for the
 * text before them, the longer the document the more; half a page of them where nothing is known of the PDF.
 */
const fillingLines = (lines: WritingLines, drawing: Drawing): number => {
  const inPdf = drawing.ruledLines.get(lines);
  if (inPdf === undefined) return Math.floor(drawing.geometry.textHeight / 2 / twipsOfMm(lines.pitch));
  const page = Math.max(0, ...(drawing.pageNumbers?.values() ?? []));
  return Math.max(1, inPdf - 2 - Math.floor(page / 10));
};

/** Ruled lines to write on: rows of exact height with a rule under each. */
export const drawLines = (lines: WritingLines, room: number, drawing: Drawing): FileChild[] => {
  const hairline = rule(drawing.page.rules.hairline, color(drawing, 'mid'));
  const count = lines.count === 0 ? fillingLines(lines, drawing) : lines.count;
  return [
    layout(
      Array.from(
        { length: count },
        () =>
          new TableRow({
            cantSplit: true,
            height: { value: twipsOfMm(lines.pitch), rule: HeightRule.EXACT },
            children: [cell([spacer()], room)],
          }),
      ),
      [room],
      { bottom: hairline, insideHorizontal: hairline },
    ),
  ];
};
