// Titles that take two lines, broken in sense as in the PDF: Word alone would break them where the line is full.
// Takes inlines, gives them with a line end; what fits on one line, takes three or is broken already stays as it is.
import { titleBreaks } from '../compose/title-breaks.ts';
import type { Inline } from '../tree/tree.ts';
import { textOf } from '../tree/walk.ts';
import { widthOf, type Drawing } from './drawing.ts';

/** Inlines with a line end before `offset` of their joined text; undefined when it falls within a marked piece. */
const breakAt = (inlines: readonly Inline[], offset: number): readonly Inline[] | undefined => {
  let start = 0;
  for (const [index, inline] of inlines.entries()) {
    const end = start + textOf([inline]).length;
    if (offset > start && offset < end) {
      if (inline.kind !== 'text') return undefined;
      const parts = [inline.text.slice(0, offset - start), inline.text.slice(offset - start)];
      const [before, after] = parts.map((text): Inline => ({ ...inline, text }));
      if (before === undefined || after === undefined) return undefined;
      return [...inlines.slice(0, index), before, { kind: 'break' }, after, ...inlines.slice(index + 1)];
    }
    if (offset === end) return [...inlines.slice(0, index + 1), { kind: 'break' }, ...inlines.slice(index + 1)];
    start = end;
  }
  return undefined;
};

/** A title in a style of the theme, in `room` twips. */
export const breakInSense = (inlines: readonly Inline[], room: number, drawing: Drawing): readonly Inline[] => {
  const text = textOf(inlines);
  const width = room / 20;
  const measure = (part: string): number => widthOf(drawing, part.trim(), 'title');
  if (measure(text) <= width || measure(text) > 2 * width || inlines.some(({ kind }) => kind === 'break'))
    return inlines;
  let best: { readonly inlines: readonly Inline[]; readonly score: number } | undefined;
  for (const { offset, cost } of titleBreaks(text)) {
    const [first, second] = [measure(text.slice(0, offset)), measure(text.slice(offset))];
    if (Math.max(first, second) > width) continue;
    const score = Math.abs(first - second) / width + cost;
    if (best !== undefined && score >= best.score) continue;
    const broken = breakAt(inlines, offset);
    if (broken !== undefined) best = { inlines: broken, score };
  }
  return best?.inlines ?? inlines;
};
