// Takes a measured paragraph (or the part of it before a line end), gives the boundaries where its lines end.
// Knuth and Plass's total fit, made for Chinese: nearly every boundary is a legal break, so the active list is a
// window over nodes in text order, and a line is judged from running sums with four subtractions.
// Three passes: legal breaks and tight limits; then torn words, closed Latin gaps and loose lines; then anything, so that
// it always ends.
import { Class, closesRight, isSpace } from './classes.ts';
import { Tier, type Items } from './items.ts';
import type { Profile, TextAlign } from './paragraph.ts';
import { Tie } from './ties.ts';

/** A line of clusters from..to (`to` is the last one drawn + 1), the next line starts at `next`. */
export type Span = { readonly from: number; readonly to: number; readonly next: number };

export type BreakSetting = {
  readonly align: TextAlign;
  readonly profile: Profile;
  /** The room of a line by its index in the paragraph, indent taken off. */
  readonly measureAt: (lineIndex: number) => number;
  /** All lines after the first of the paragraph are equally long. */
  readonly uniform: boolean;
};

/** Rounding in sums of a few hundred widths stays far below this, points. */
export const tolerance = 1e-6;

const maxTieOfPass = [Tie.free, Tie.figure, Tie.kinsoku] as const;
/** Cost of ending a line at a boundary of each tie; a spread of 0.01 em between hanzi costs 1. */
const tearCosts = [0, 3e3, 8e3, 2e5, 1e7, 1e9, 1e12] as const;
const looseCost = 1e4;
/** Cost of closing the gaps between hanzi and digits: less than a line spread beyond the limit, more than any other. */
const closedCost = 5e3;
const orphanCost = 2e3;
const overfullCost = 1e11;
/** In ragged text fewer lines come before everything but tearing. */
const raggedLineCost = 1e6;
const raggedTearFactor = 1e6;

/** Blank taken off after the last mark of a line (GB/T 15834—2011, 5.1.10), points. */
export const endTrim = (items: Items, last: number, profile: Profile): number => {
  const kind = items.classes[last] ?? Class.word;
  if (kind === Class.dot) return Math.max(0, items.blankRight[last] ?? 0);
  return closesRight(kind) && profile.halfMarkAtEnd ? (items.blankRight[last] ?? 0) : 0;
};

/** What the last mark may give besides: its blank where that is not taken anyway, or all of it when it may hang. */
export const endShrink = (items: Items, last: number, profile: Profile): number => {
  const kind = items.classes[last] ?? Class.word;
  if (!closesRight(kind)) return 0;
  const point = items.codePoints[last] ?? 0;
  if (profile.hangingMarks && (point === 0x3001 || point === 0xff0c || point === 0x3002)) {
    return (items.cells[last] ?? 0) - endTrim(items, last, profile);
  }
  return profile.halfMarkAtEnd ? 0 : (items.blankRight[last] ?? 0);
};

/** Blank that an opening mark loses at the start of a line, points. */
export const startTrim = (items: Items, first: number, profile: Profile): number => {
  if (items.classes[first] !== Class.opening) return 0;
  const isFirstOfText = first === 0;
  return (isFirstOfText ? profile.trimIndent : profile.trimLineStart) ? (items.blankLeft[first] ?? 0) : 0;
};

/** The last cluster before `boundary` that is drawn at a line end, or `from - 1` when there is none. */
export const lastDrawn = (items: Items, from: number, boundary: number): number => {
  let last = boundary - 1;
  while (last >= from && isSpace(items.classes[last] ?? 0)) last -= 1;
  return last;
};

/** Width of the clusters from..boundary on a line of their own at natural spacing, points. */
export const naturalSpan = (items: Items, from: number, boundary: number, profile: Profile): number => {
  const last = lastDrawn(items, from, boundary);
  if (last < from) return 0;
  const { x, cells } = items;
  return (
    (x[last] ?? 0) +
    (cells[last] ?? 0) -
    endTrim(items, last, profile) -
    (x[from] ?? 0) -
    startTrim(items, from, profile)
  );
};

/** Breaks the clusters from..end into lines, the first of which has index `firstLine` in the paragraph. */
export const breakLines = (
  items: Items,
  from: number,
  end: number,
  firstLine: number,
  setting: BreakSetting,
): readonly Span[] => {
  const last = lastDrawn(items, from, end);
  if (last < from) return [{ from, to: from, next: end }];
  // Most cells of a table: what stands on one line without squeezing costs nothing, and no other way costs less.
  const width = naturalSpan(items, from, end, setting.profile);
  if (width <= setting.measureAt(firstLine)) return [{ from, to: last + 1, next: end }];
  for (let pass = 0; pass < 2; pass += 1) {
    const found = totalFit(items, from, end, firstLine, setting, pass);
    if (found !== undefined) return found;
  }
  return totalFit(items, from, end, firstLine, setting, 2) ?? [{ from, to: end, next: end }];
};

const totalFit = (
  items: Items,
  from: number,
  end: number,
  firstLine: number,
  setting: BreakSetting,
  pass: number,
): readonly Span[] | undefined => {
  const { align, profile, measureAt, uniform } = setting;
  const { ties, x, cells, sizes, shrinkSum, stretchSum, spreadSum } = items;
  const justified = align === 'justify';
  const maxTie = maxTieOfPass[pass] ?? Tie.kinsoku;
  const closing = pass > 0 && justified ? closingSums(items) : undefined;

  // Nodes: a boundary reached in the best way, with the sums taken at the line that starts there.
  const position: number[] = [from];
  const line: number[] = [firstLine];
  const cost: number[] = [0];
  const previous: number[] = [-1];
  const startX: number[] = [(x[from] ?? 0) + startTrim(items, from, profile)];
  const startShrink: number[] = [shrinkSum[from] ?? 0];
  const startStretch: number[] = [stretchSum[from] ?? 0];
  const startSpread: number[] = [spreadSum[from] ?? 0];
  const startClosing: number[] = [closing?.[from] ?? 0];
  const room: number[] = [measureAt(firstLine)];

  let lowest = 0;
  let last = from - 1;
  // Best way to reach the boundary at hand, for each line index it may start.
  const bestLines: number[] = [];
  const bestCosts: number[] = [];
  const bestNodes: number[] = [];
  let ways = 0;

  for (let boundary = from + 1; boundary <= end; boundary += 1) {
    if (!isSpace(items.classes[boundary - 1] ?? 0)) last = boundary - 1;
    const tie = boundary === end ? Tie.free : (ties[boundary] ?? 0);
    if (tie > maxTie || last < from) continue;
    const final = boundary === end;
    const size = sizes[last] ?? 1;
    const endX = (x[last] ?? 0) + (cells[last] ?? 0) - endTrim(items, last, profile);
    const extraShrink = endShrink(items, last, profile);
    const shrinkHere = (shrinkSum[last] ?? 0) + extraShrink;
    const stretchHere = stretchSum[last] ?? 0;
    const spreadHere = spreadSum[last] ?? 0;
    const closingHere = closing?.[last] ?? 0;
    const tear = (tearCosts[tie] ?? 0) * (justified ? 1 : raggedTearFactor);
    ways = 0;

    for (let node = lowest; node < position.length; node += 1) {
      const natural = endX - (startX[node] ?? 0);
      const slack = (room[node] ?? 0) - natural;
      const shrink = justified ? shrinkHere - (startShrink[node] ?? 0) : 0;
      const closed = closingHere - (startClosing[node] ?? 0);
      let lineCost = 0;
      if (slack < -shrink - closed - tolerance) {
        // Too long. Nodes before the window can never serve again; one cluster that is too wide must still be set.
        if (node === lowest && slack < -shrink - closed - size - extraShrink && node < position.length - 1) lowest += 1;
        if (pass < 2 || node < position.length - 1 || ways > 0) continue;
        lineCost = overfullCost - slack;
      } else if (!justified) {
        const em = slack / size;
        lineCost = raggedLineCost + (final && align !== 'center' ? 0 : em * em);
      } else if (slack < -shrink - tolerance) {
        lineCost = closedCost;
      } else if (slack < 0) {
        const part = shrink > 0 ? -slack / shrink : 0;
        lineCost = 3 * part * part;
      } else if (!final) {
        const stretch = stretchHere - (startStretch[node] ?? 0);
        const spread = spreadHere - (startSpread[node] ?? 0);
        lineCost = stretchCost(slack, stretch, spread, profile.maxSpread, pass);
        if (lineCost === Infinity) {
          // Lines from later nodes are shorter still, but for the half em of a trimmed mark.
          if (uniform && node > 0 && slack - size > 3 * stretch + profile.maxSpread * spread) break;
          continue;
        }
      }
      if (final && (position[node] ?? 0) > from && isOrphan(items, position[node] ?? 0, last, profile)) {
        lineCost += orphanCost;
      }
      const total = (cost[node] ?? 0) + lineCost + tear;
      const nextLine = uniform ? firstLine + 1 : (line[node] ?? 0) + 1;
      let slot = 0;
      while (slot < ways && bestLines[slot] !== nextLine) slot += 1;
      if (slot < ways && total >= (bestCosts[slot] ?? 0)) continue;
      bestLines[slot] = nextLine;
      bestCosts[slot] = total;
      bestNodes[slot] = node;
      if (slot === ways) ways += 1;
    }

    for (let slot = 0; slot < ways; slot += 1) {
      position.push(boundary);
      line.push(bestLines[slot] ?? 0);
      cost.push(bestCosts[slot] ?? 0);
      previous.push(bestNodes[slot] ?? -1);
      startX.push((x[boundary] ?? 0) + (boundary < end ? startTrim(items, boundary, profile) : 0));
      startShrink.push(shrinkSum[boundary] ?? 0);
      startStretch.push(stretchSum[boundary] ?? 0);
      startSpread.push(spreadSum[boundary] ?? 0);
      startClosing.push(closing?.[boundary] ?? 0);
      room.push(measureAt(bestLines[slot] ?? 0));
    }
  }
  return traceBack(items, end, position, cost, previous);
};

/** Running sum of what gaps between hanzi and Latin have left when they are at the half that CLREQ lets them shrink to. */
const closingSums = ({ n, tiers, shrinks }: Items): Float64Array => {
  const sums = new Float64Array(n + 1);
  for (let i = 1; i < n; i += 1) sums[i] = (sums[i - 1] ?? 0) + (tiers[i] === Tier.latin ? (shrinks[i] ?? 0) : 0);
  return sums;
};

/** Cost of filling `slack` points, Infinity when this pass does not allow it. */
const stretchCost = (slack: number, stretch: number, spread: number, maxSpread: number, pass: number): number => {
  if (slack <= stretch) {
    const part = stretch > 0 ? slack / stretch : 0;
    return part * part;
  }
  const em = spread > 0 ? (slack - stretch) / spread : Infinity;
  if (em <= maxSpread) return 1 + (em / 0.01) ** 2;
  // A line of words alone has only its spaces to stretch: up to three times is no worse than in Latin text.
  if (spread === 0 && stretch > 0 && slack <= 3 * stretch) return 10 * (slack / stretch) ** 2;
  return pass === 0 ? Infinity : looseCost + 1e4 * Math.min(em, 9) ** 2;
};

/** 孤字不成行: fewer characters other than marks on the last line than the house asks for. */
const isOrphan = ({ classes }: Items, from: number, last: number, { lastLineCharacters }: Profile): boolean => {
  let count = 0;
  for (let i = last; i >= from && count < lastLineCharacters; i -= 1) {
    const kind = classes[i] ?? Class.word;
    if (kind <= Class.fullDigit || kind === Class.suffix) count += 1;
  }
  return count < lastLineCharacters;
};

const traceBack = (
  items: Items,
  end: number,
  position: readonly number[],
  cost: readonly number[],
  previous: readonly number[],
): readonly Span[] | undefined => {
  let best = -1;
  for (let node = position.length - 1; node > 0 && position[node] === end; node -= 1) {
    if (best < 0 || (cost[node] ?? 0) <= (cost[best] ?? 0)) best = node;
  }
  if (best < 0) return undefined;
  const spans: Span[] = [];
  for (let node = best; (previous[node] ?? -1) >= 0; node = previous[node] ?? -1) {
    const from = position[previous[node] ?? 0] ?? 0;
    const next = position[node] ?? 0;
    spans.push({ from, to: lastDrawn(items, from, next) + 1, next });
  }
  return spans.reverse();
};
