// The line composer: a paragraph of Chinese text in, filled lines out. Pure; it knows no page, font library or format.
// Runs become cells and gaps (items.ts), breaks are chosen over the whole paragraph (break.ts), and each line's
// slack is given out in the order of CLREQ (fill.ts). Text comes out as it went in: nothing is inserted or reordered.
import { breakLines, endTrim, lastDrawn, naturalSpan, startTrim, type BreakSetting, type Span } from './break.ts';
import { Class } from './classes.ts';
import { fillLine } from './fill.ts';
import { measureRuns, type Items } from './items.ts';
import {
  defaultProfile,
  type Line,
  type LineFault,
  type Profile,
  type Run,
  type Segment,
  type Setting,
} from './paragraph.ts';
import { Tie } from './ties.ts';

export type { Line, Profile, Run, Setting } from './paragraph.ts';

/** Widths may pass the measure by this much before a line counts as overfull, points. */
const overfullTolerance = 0.01;

const profileOf = (asked: Partial<Profile> | undefined): Profile =>
  asked === undefined ? defaultProfile : { ...defaultProfile, ...asked };

/** Breaks a paragraph into lines; at least one, even for empty text. Issue 4, CLREQ, GB/T 15834—2011. */
export const composeParagraph = <S>(runs: readonly Run<S>[], setting: Setting): readonly Line<S>[] => {
  const profile = profileOf(setting.profile);
  const items = measureRuns(runs, profile);
  const { measure } = setting;
  const indent = setting.indent ?? 0;
  const measureAt = (index: number): number => Math.max(0, typeof measure === 'number' ? measure : measure(index));
  const indentAt = (index: number): number => (index === 0 ? indent : 0);
  const breaking: BreakSetting = {
    align: setting.align,
    profile,
    measureAt: (index) => measureAt(index) - indentAt(index),
    uniform: typeof measure === 'number',
  };

  const lines: Line<S>[] = [];
  for (const part of partsOf(items)) {
    const spans = breakLines(items, part.from, part.to, lines.length, breaking);
    spans.forEach((span, i) => {
      const index = lines.length;
      const last = i === spans.length - 1;
      const place = { measure: measureAt(index), indent: indentAt(index), last, partEnd: part.to, next: part.next };
      lines.push(setLine(runs, items, span, place, setting, profile));
    });
  }
  return lines;
};

/** Points of the widest piece that may not be broken: the least measure that tears nothing. */
export const minContentWidth = <S>(runs: readonly Run<S>[], profile?: Partial<Profile>): number => {
  const resolved = profileOf(profile);
  const items = measureRuns(runs, resolved);
  let widest = 0;
  for (const { from, to } of partsOf(items)) {
    let start = from;
    for (let i = from + 1; i <= to; i += 1) {
      if (i < to && (items.ties[i] !== Tie.free || lastDrawn(items, start, i) < start)) continue;
      widest = Math.max(widest, naturalSpan(items, start, i, resolved));
      start = i;
    }
  }
  return widest;
};

/** Clusters from..to stand between two line ends of the text; `next` is where the part after them begins. */
type Part = { readonly from: number; readonly to: number; readonly next: number };

const partsOf = ({ n, classes }: Items): readonly Part[] => {
  const parts: Part[] = [];
  let from = 0;
  for (let i = 0; i < n; i += 1) {
    if (classes[i] !== Class.lineEnd) continue;
    parts.push({ from, to: i, next: i + 1 });
    from = i + 1;
  }
  parts.push({ from, to: n, next: n });
  return parts;
};

type Place = {
  readonly measure: number;
  readonly indent: number;
  readonly last: boolean;
  readonly partEnd: number;
  readonly next: number;
};

const setLine = <S>(
  runs: readonly Run<S>[],
  items: Items,
  span: Span,
  place: Place,
  setting: Setting,
  profile: Profile,
): Line<S> => {
  const { from, to, next } = span;
  const room = place.measure - place.indent;
  const filling = fillLine(items, span, room, profile, setting.align === 'justify' && !place.last);
  const free = room - filling.width;
  const shift = setting.align === 'center' ? free / 2 : setting.align === 'right' ? free : 0;
  const left = place.indent + shift;
  const segments = setSegments(runs, items, span, left, filling.endGiven, profile);

  const faults: LineFault[] = [];
  const tie = next < place.partEnd ? (items.ties[next] ?? 0) : Tie.free;
  if (tie >= Tie.kinsoku) faults.push('kinsoku');
  else if (tie >= Tie.soft) faults.push('split');
  if (free < -overfullTolerance) faults.push('overfull');
  if (filling.loose) faults.push('loose');
  return {
    segments,
    start: items.offsets[from] ?? 0,
    end: items.offsets[to] ?? 0,
    next: items.offsets[place.last ? place.next : next] ?? 0,
    measure: place.measure,
    width: left + filling.width,
    ratio: filling.ratio,
    last: place.last,
    faults,
  };
};

/** Cuts a line by runs and works out what to add after each code point. */
const setSegments = <S>(
  runs: readonly Run<S>[],
  items: Items,
  { from, to }: Span,
  left: number,
  endGiven: number,
  profile: Profile,
): readonly Segment<S>[] => {
  const { x, cells, drawn, extra, lengths, offsets, runs: runOf, text } = items;
  const segments: Segment<S>[] = [];
  if (to <= from) return segments;
  let pen = left - startTrim(items, from, profile);
  for (let i = from; i < to;) {
    const index = runOf[i] ?? 0;
    const run = runs[index];
    const first = i;
    const startX = pen;
    const adjust: number[] = [];
    for (; i < to && runOf[i] === index; i += 1) {
      const width =
        i + 1 < to
          ? (x[i + 1] ?? 0) - (x[i] ?? 0) + (extra[i + 1] ?? 0)
          : (cells[i] ?? 0) - endTrim(items, i, profile) - endGiven;
      for (let k = (lengths[i] ?? 1) - 1; k > 0; k -= 1) adjust.push(0);
      adjust.push(width - (drawn[i] ?? 0));
      pen += width;
    }
    if (run === undefined) break;
    segments.push({
      run: index,
      style: run.style,
      size: run.size,
      text: text.slice(offsets[first], offsets[i]),
      adjust,
      x: startX,
      width: pen - startX,
    });
  }
  return segments;
};
