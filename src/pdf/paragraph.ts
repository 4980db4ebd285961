// Paragraphs through the line composer: runs of the definition in, composed lines out, each paragraph once for each width.
// The composer knows nothing of faces; this file gives it their advance widths.
import { composeParagraph, minContentWidth, naturalWidth, type Line, type Run } from '../compose/compose.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { composeInSense } from './title-lines.ts';
import type { Align, DefinitionRun, DrawStyle, Format, TextNode } from './definition.ts';

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

/** Widths by the runs themselves, which are asked for more than once while a table is planned. A face's key says its widths. */
const widths = new WeakMap<readonly DefinitionRun[], number>();

/** Points that runs take on one line. */
export const runsWidth = (fonts: FontSet, runs: readonly DefinitionRun[]): number => {
  const known = widths.get(runs);
  if (known !== undefined) return known;
  const width = naturalWidth(runs.map((run) => toRun(fonts, run)));
  widths.set(runs, width);
  return width;
};

/** Points of the widest piece that may not be torn. */
export const minRunsWidth = (fonts: FontSet, runs: readonly DefinitionRun[]): number =>
  minContentWidth(runs.map((run) => toRun(fonts, run)));

/** Puts the space that a line ends with after its last glyph, beyond the measure: extracted words then stay apart. */
const withSpace = (text: string, line: ComposedLine): ComposedLine => {
  const last = line.segments.at(-1);
  if (last === undefined || !/^ +$/.test(text.slice(line.end, line.next))) return line;
  const ended = { ...last, text: `${last.text} `, adjust: [...last.adjust, 0] };
  return { ...line, segments: [...line.segments.slice(0, -1), ended] };
};

const composeFull = (
  runs: readonly Run<DrawStyle>[],
  setting: { readonly measure: number | ((line: number) => number); readonly indent: number; readonly align: Align },
): readonly ComposedLine[] => {
  const lines = composeParagraph(runs, setting);
  if (!runs.some(({ text }) => text.includes(' '))) return lines;
  const whole = runs.map(({ text }) => text).join('');
  return lines.map((line) => withSpace(whole, line));
};

const compose = (runs: readonly Run<DrawStyle>[], format: Format, width: number): readonly ComposedLine[] => {
  const { hang = 0, indent, align } = format;
  const measure = width - (format.reserve ?? 0);
  if (hang === 0) return composeFull(runs, { measure, indent, align });
  const lines = composeFull(runs, { measure: (line) => (line === 0 ? measure : measure - hang), indent, align });
  return lines.map((line, index) =>
    index === 0 ? line : { ...line, segments: line.segments.map((segment) => ({ ...segment, x: segment.x + hang })) },
  );
};

type Composed = {
  readonly fonts: FontSet;
  readonly format: Format;
  readonly width: number;
  readonly lines: readonly ComposedLine[];
};

/** The lines of runs as they were composed last: asked for by heights and by the layout, and in each try of a document. */
const composed = new WeakMap<readonly DefinitionRun[], Composed>();

const isSameFormat = (a: Format, b: Format): boolean =>
  a === b ||
  (a.align === b.align &&
    a.indent === b.indent &&
    a.hang === b.hang &&
    a.reserve === b.reserve &&
    a.size === b.size &&
    a.balanced === b.balanced);

/** Composes paragraphs in these fonts; a paragraph that is asked for again comes as it was. */
export const createComposer =
  (fonts: FontSet): ((node: TextNode, width: number) => readonly ComposedLine[]) =>
  ({ runs, format }, width) => {
    const last = composed.get(runs);
    if (last?.width === width && last.fonts === fonts && isSameFormat(last.format, format)) return last.lines;
    const composerRuns = runs.map((run) => toRun(fonts, run));
    const lines = format.balanced
      ? composeInSense(composerRuns, format, width, compose)
      : compose(composerRuns, format, width);
    composed.set(runs, { fonts, format, width, lines });
    return lines;
  };
