// Paragraphs through the line composer: runs of the definition in, composed lines out, each paragraph once for each width.
// The composer knows nothing of faces; this file gives it their advance widths.
import { composeParagraph, minContentWidth, naturalWidth, type Line, type Run } from '../compose/compose.ts';
import type { FontSet } from '../fonts/font-set.ts';
import type { DefinitionRun, DrawStyle, Format, TextNode } from './definition.ts';

export type ComposedLine = Line<DrawStyle>;

const advances = new WeakMap<FontSet, Map<string, (codePoint: number) => number>>();

const advanceOf = (fonts: FontSet, key: string): ((codePoint: number) => number) => {
  let known = advances.get(fonts);
  if (known === undefined) {
    known = new Map(fonts.faces.map((face) => [face.key, face.advance]));
    advances.set(fonts, known);
  }
  return known.get(key) ?? (() => 1);
};

const toRun = (fonts: FontSet, run: DefinitionRun): Run<DrawStyle> => ({
  text: run.text,
  style: run.style,
  size: run.size,
  advance: advanceOf(fonts, run.style.face),
  ...(run.unbreakable === undefined ? {} : { unbreakable: run.unbreakable }),
  ...(run.tracking === undefined ? {} : { tracking: run.tracking }),
});

/** Points that runs take on one line. */
export const runsWidth = (fonts: FontSet, runs: readonly DefinitionRun[]): number =>
  naturalWidth(runs.map((run) => toRun(fonts, run)));

/** Points of the widest piece that may not be torn. */
export const minRunsWidth = (fonts: FontSet, runs: readonly DefinitionRun[]): number =>
  minContentWidth(runs.map((run) => toRun(fonts, run)));

const compose = (runs: readonly Run<DrawStyle>[], format: Format, width: number): readonly ComposedLine[] =>
  composeParagraph(runs, { measure: width - (format.reserve ?? 0), indent: format.indent, align: format.align });

/** The least measure that takes no more lines: lines of like length, as titles are set. */
const composeBalanced = (runs: readonly Run<DrawStyle>[], format: Format, width: number): readonly ComposedLine[] => {
  const widest = compose(runs, format, width);
  if (widest.length < 2) return widest;
  let low = width / widest.length;
  let high = width;
  let best = widest;
  while (high - low > format.size / 2) {
    const middle = (low + high) / 2;
    const lines = compose(runs, format, middle);
    const faulty = lines.some(({ faults }) => faults.length > 0);
    if (lines.length <= widest.length && !faulty) [best, high] = [lines, middle];
    else low = middle;
  }
  // The lines were set in a narrower measure: move them to where that measure stands in the full one.
  const shift = format.align === 'center' ? (width - high) / 2 : format.align === 'right' ? width - high : 0;
  if (best === widest || shift === 0) return best;
  return best.map((line) => ({
    ...line,
    segments: line.segments.map((segment) => ({ ...segment, x: segment.x + shift })),
  }));
};

/** Composes paragraphs and remembers the lines: heights are asked for before the text is placed. */
export const createComposer = (fonts: FontSet): ((node: TextNode, width: number) => readonly ComposedLine[]) => {
  const composed = new WeakMap<TextNode, { readonly width: number; readonly lines: readonly ComposedLine[] }>();
  return (node, width) => {
    const known = composed.get(node);
    if (known !== undefined && known.width === width) return known.lines;
    const runs = node.runs.map((run) => toRun(fonts, run));
    const lines = node.format.balanced ? composeBalanced(runs, node.format, width) : compose(runs, node.format, width);
    composed.set(node, { width, lines });
    return lines;
  };
};
