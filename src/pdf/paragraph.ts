// Paragraphs through the line composer: runs of the definition in, composed lines out, each paragraph once for each width.
// The composer knows nothing of faces; this file gives it their advance widths.
import { composeParagraph, minContentWidth, type Line, type Run } from '../compose/compose.ts';
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

const toRuns = (fonts: FontSet, runs: readonly DefinitionRun[]): readonly Run<DrawStyle>[] =>
  runs.map(({ text, style, size, unbreakable = false, tracking = 0 }) => {
    return { text, style, size, advance: advanceOf(fonts, style.face), unbreakable, tracking };
  });

type Composed = {
  readonly fonts: FontSet;
  readonly format: Format;
  readonly width: number;
  readonly lines: readonly ComposedLine[];
};

/** What has been found out about runs: asked for by widths, heights and the layout, and in each try of a document. */
type Memo = {
  /** The runs on a line as long as they take (several, where the text has line ends), and its width. */
  unbroken?: { readonly lines: readonly ComposedLine[]; readonly width: number };
  /** Points of the widest piece that may not be torn. */
  least?: number;
  /** The lines as they were composed last. */
  composed?: Composed;
};

/** One entry for each runs: many weak ones cost the garbage collector dear. */
const memos = new WeakMap<readonly DefinitionRun[], Memo>();

const memoOf = (runs: readonly DefinitionRun[]): Memo => {
  const known = memos.get(runs);
  if (known !== undefined) return known;
  const made: Memo = {};
  memos.set(runs, made);
  return made;
};

/** Points of the widest piece that may not be torn. */
export const minRunsWidth = (fonts: FontSet, runs: readonly DefinitionRun[]): number =>
  (memoOf(runs).least ??= minContentWidth(toRuns(fonts, runs)));

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

/** Points that runs take on one line. Tables and cards choose widths by it. */
export const runsWidth = (fonts: FontSet, runs: readonly DefinitionRun[]): number => {
  const memo = memoOf(runs);
  if (memo.unbroken === undefined) {
    const lines = composeFull(toRuns(fonts, runs), { measure: Infinity, indent: 0, align: 'left' });
    memo.unbroken = { lines, width: Math.max(...lines.map(({ width }) => width)) };
  }
  return memo.unbroken.width;
};

/** The line of runs whose width is known and leaves room: moved to its place, not composed again. */
const placeUnbroken = ({ unbroken }: Memo, format: Format, width: number): ComposedLine | undefined => {
  const [line, second] = unbroken?.lines ?? [];
  if (line === undefined || second !== undefined) return undefined;
  const measure = width - (format.reserve ?? 0);
  const free = measure - format.indent - line.width;
  if (free < 0) return undefined;
  const shift = format.indent + (format.align === 'center' ? free / 2 : format.align === 'right' ? free : 0);
  const segments = line.segments.map((segment) => ({ ...segment, x: segment.x + shift }));
  return { ...line, segments, measure, width: line.width + shift };
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

const isSameFormat = (a: Format, b: Format): boolean =>
  a === b ||
  (a.align === b.align &&
    a.indent === b.indent &&
    a.hang === b.hang &&
    a.reserve === b.reserve &&
    a.size === b.size &&
    a.balanced === b.balanced);

const composeRuns = (
  fonts: FontSet,
  runs: readonly DefinitionRun[],
  format: Format,
  width: number,
): readonly ComposedLine[] => {
  const placed = placeUnbroken(memoOf(runs), format, width);
  if (placed !== undefined) return [placed];
  const composerRuns = toRuns(fonts, runs);
  return format.balanced ? composeInSense(composerRuns, format, width, compose) : compose(composerRuns, format, width);
};

/** Composes paragraphs in these fonts; a paragraph that is asked for again comes as it was. */
export const createComposer =
  (fonts: FontSet): ((node: TextNode, width: number) => readonly ComposedLine[]) =>
  ({ runs, format }, width) => {
    const memo = memoOf(runs);
    const last = memo.composed;
    if (last?.width === width && last.fonts === fonts && isSameFormat(last.format, format)) return last.lines;
    const lines = composeRuns(fonts, runs, format, width);
    memo.composed = { fonts, format, width, lines };
    return lines;
  };
