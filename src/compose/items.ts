// Takes the runs of a paragraph, gives it measured: clusters (what is never parted), the gap before each, and how
// freely a line may end there. Typed arrays throughout: a report has 14,000 clusters and each is met a dozen times.
// Sources: CLREQ (line start and end, adjacent marks, gap between hanzi and Latin), GB/T 15834—2011 5.1, issue 4.
import { Class, classOf, closesRight, isCell, isRegional, isSpace, isWordPart } from './classes.ts';
import type { Profile, Run } from './paragraph.ts';
import { setTies, Tie } from './ties.ts';

/** What a gap gives when a line must shrink, in the order of CLREQ, and after it the house's own; 0 gives nothing. */
export const Tier = { none: 0, lineEnd: 1, space: 2, bracket: 3, comma: 4, latin: 5, stop: 6, leadIn: 7 } as const;
export const tierCount = 8;

export type Items = {
  /** Number of clusters; arrays over boundaries have n + 1 places, boundary i stands before cluster i. */
  readonly n: number;
  readonly classes: Uint8Array;
  readonly codePoints: Uint32Array;
  /** UTF-16 offset of each cluster in the joined text, and the text's length at n. */
  readonly offsets: Uint32Array;
  /** Code points in each cluster. */
  readonly lengths: Uint16Array;
  readonly runs: Uint32Array;
  /** Width that the face draws, points. */
  readonly drawn: Float64Array;
  /** Width of the cell: `drawn` with tracking, set to an em for dashes. */
  readonly cells: Float64Array;
  /** Blank that the cluster has at its right (marks) and left (opening marks), points. */
  readonly blankRight: Float64Array;
  readonly blankLeft: Float64Array;
  /** Origin of each cluster if the whole text stood on one line. */
  readonly x: Float64Array;
  /** Points that a gap may give, and the tier in which it does. */
  readonly shrinks: Float64Array;
  readonly tiers: Uint8Array;
  /** Points that a space or Latin gap may take before hanzi are spread. */
  readonly stretches: Float64Array;
  /** Weight in the even spread: the type size between two cells, 0 where nothing may be put. */
  readonly spreads: Float64Array;
  /** Running sums of the three above: sum[i] covers the gaps 0..i. */
  readonly shrinkSum: Float64Array;
  readonly stretchSum: Float64Array;
  readonly spreadSum: Float64Array;
  readonly ties: Uint8Array;
  readonly sizes: Float64Array;
  /** What filling a line puts before each of its clusters, points. */
  readonly extra: Float64Array;
  readonly text: string;
};

/** Items that a paragraph is measured into. */
type Workspace = { -readonly [Key in keyof Items]: Items[Key] };

const makeWorkspace = (length: number): Workspace => ({
  n: 0,
  text: '',
  classes: new Uint8Array(length),
  codePoints: new Uint32Array(length),
  offsets: new Uint32Array(length),
  lengths: new Uint16Array(length),
  runs: new Uint32Array(length),
  drawn: new Float64Array(length),
  cells: new Float64Array(length),
  blankRight: new Float64Array(length),
  blankLeft: new Float64Array(length),
  x: new Float64Array(length),
  shrinks: new Float64Array(length),
  tiers: new Uint8Array(length),
  stretches: new Float64Array(length),
  spreads: new Float64Array(length),
  shrinkSum: new Float64Array(length),
  stretchSum: new Float64Array(length),
  spreadSum: new Float64Array(length),
  ties: new Uint8Array(length),
  sizes: new Float64Array(length),
  extra: new Float64Array(length),
});

/** Paragraphs up to this length, UTF-16 units with the place after the last, are measured in a workspace that is kept. */
const keptLength = 4096;
const kept = makeWorkspace(keptLength);
const keptArrays = Object.values(kept).filter((value) => typeof value === 'object');

/** Zeroed arrays of `length` places: twenty new ones for each cell of a table would cost more than measuring it. */
const takeWorkspace = (length: number): Workspace => {
  if (length > keptLength) return makeWorkspace(length);
  for (const array of keptArrays) array.fill(0, 0, length);
  return kept;
};

/** Measures a paragraph, in time linear in its length. What it gives holds until the next paragraph is measured. */
export const measureRuns = <S>(paragraph: readonly Run<S>[], profile: Profile): Items => {
  const text = paragraph.length === 1 ? (paragraph[0]?.text ?? '') : paragraph.map((run) => run.text).join('');
  const items = takeWorkspace(text.length + 1);
  items.text = text;
  items.n = readClusters(paragraph, items);
  items.offsets[items.n] = text.length;
  resolveContext(items);
  setTies(items, paragraph, profile);
  setGaps(items, profile);
  return items;
};

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const zeroWidthJoiner = 0x200d;

/** Cuts runs into clusters with class and width; gives their number. */
const readClusters = <S>(paragraph: readonly Run<S>[], items: Items): number => {
  const { classes, codePoints, offsets, lengths, runs, drawn, cells, blankRight, blankLeft, sizes, ties } = items;
  let n = 0;
  let offset = 0;
  for (let r = 0; r < paragraph.length; r += 1) {
    const run = paragraph[r];
    if (run === undefined) continue;
    const { text, size, advance } = run;
    const tracking = run.tracking ?? 0;
    const opened = n;
    let previous = 0;
    for (let i = 0; i < text.length;) {
      const point = text.codePointAt(i) ?? 0;
      const units = point > 0xffff ? 2 : 1;
      const kind = classOf(point);
      const joins =
        n > opened &&
        (kind === Class.extend ||
          (previous === zeroWidthJoiner && kind === Class.hanzi) ||
          (point === lineFeed && previous === carriageReturn) ||
          (isRegional(point) && isRegional(previous) && lengths[n - 1] === 1)) &&
        (lengths[n - 1] ?? 0) < 0xffff &&
        (classes[n - 1] !== Class.lineEnd || point === lineFeed);
      const em = advance(point);
      if (joins) {
        lengths[n - 1] = (lengths[n - 1] ?? 0) + 1;
        drawn[n - 1] = (drawn[n - 1] ?? 0) + em * size;
        cells[n - 1] = (cells[n - 1] ?? 0) + (classes[n - 1] === Class.lineEnd ? 0 : em * size);
      } else {
        classes[n] = kind;
        codePoints[n] = point;
        offsets[n] = offset + i;
        lengths[n] = 1;
        runs[n] = r;
        sizes[n] = size;
        drawn[n] = em * size;
        cells[n] = cellWidth(kind, em, size, tracking);
        if (closesRight(kind)) blankRight[n] = blank(em, size);
        else if (kind === Class.opening) blankLeft[n] = blank(em, size);
        else if (kind === Class.dot) {
          // 间隔号 takes half an em (GB/T 15834—2011, 5.1.7): trimmed, or padded where the face draws it narrower.
          blankRight[n] = ((em - 0.5) / 2) * size;
          blankLeft[n] = blankRight[n] ?? 0;
        }
        // A mark that combines across two runs cannot share a segment, but must not part from its base.
        if (kind === Class.extend && n > 0) ties[n] = Tie.never;
        n += 1;
      }
      previous = point;
      i += units;
    }
    offset += text.length;
  }
  return n;
};

/** What of a full-width mark is blank, points; a narrow mark has none to give. */
const blank = (em: number, size: number): number => Math.min(0.5, Math.max(0, em - 0.5)) * size;

const cellWidth = (kind: number, em: number, size: number, tracking: number): number => {
  if (kind === Class.lineEnd || kind === Class.breakable || kind === Class.joiner) return 0;
  // —— and …… take two em whatever the face's own width (GB/T 15834—2011, 5.1.4 and 5.1.5).
  if (kind === Class.dash || kind === Class.ellipsis) return size + tracking;
  if (kind === Class.extend) return em * size;
  const full = isCell(kind) || kind === Class.fullSpace || (em >= 0.95 && kind > Class.stop);
  return em * size + (full || tracking > 0 ? tracking : 0);
};

/** Settles classes that depend on their neighbours: straight quotes, apostrophes, hyphens, stops inside words. */
const resolveContext = ({ n, classes, codePoints, blankRight }: Items): void => {
  let openDouble = false;
  for (let i = 0; i < n; i += 1) {
    const kind = classes[i];
    const before = i > 0 ? classes[i - 1] : Class.lineEnd;
    const after = i + 1 < n ? classes[i + 1] : Class.lineEnd;
    if (kind === Class.lineEnd) openDouble = false;
    const betweenWords = isWordPart(before) && isWordPart(after);
    if (kind === Class.straightQuote) {
      if (codePoints[i] === 0x27 && isWordPart(before)) classes[i] = Class.symbol;
      else {
        classes[i] = openDouble ? Class.latinClosing : Class.latinOpening;
        openDouble = !openDouble;
      }
    } else if (codePoints[i] === 0x2019 && betweenWords) {
      classes[i] = Class.symbol;
      blankRight[i] = 0;
    } else if (kind === Class.hyphen && !isWordPart(before) && !isWordPart(after)) classes[i] = Class.connector;
  }
};

/** Sets what stands in each gap, what it gives and takes, and the running sums. */
const setGaps = (items: Items, profile: Profile): void => {
  const { n, classes, cells, blankLeft, blankRight, x, shrinks, tiers, stretches, spreads, ties, sizes } = items;
  for (let i = 1; i < n; i += 1) {
    const left = classes[i - 1] ?? 0;
    const right = classes[i] ?? 0;
    const size = Math.min(sizes[i - 1] ?? 0, sizes[i] ?? 0);
    let gap = 0;
    if (left === Class.dot) gap -= blankRight[i - 1] ?? 0;
    if (right === Class.dot) gap -= blankLeft[i] ?? 0;
    const trailing = closesRight(left) ? (blankRight[i - 1] ?? 0) : 0;
    const leading = right === Class.opening ? (blankLeft[i] ?? 0) : 0;
    if (trailing > 0 && closesRight(right)) gap -= trailing;
    else if (leading > 0 && left === Class.opening) gap -= leading;
    else if (trailing > 0 && leading > 0) {
      // ，“ and 》《: two em become one and a half, and one at the tightest.
      const dropped = Math.min(trailing, leading);
      gap -= dropped;
      shrinks[i] = trailing + leading - dropped;
      tiers[i] = Tier.bracket;
    } else if (trailing > 0) {
      shrinks[i] = trailing;
      tiers[i] = left === Class.closing ? Tier.bracket : left === Class.comma ? Tier.comma : Tier.stop;
    } else if (leading > 0) {
      shrinks[i] = leading;
      tiers[i] = Tier.bracket;
    } else if (left === Class.space && isLoneSpace(classes, i - 1, n)) {
      const between = classes[i - 2] ?? 0;
      if ((between === Class.hanzi && isWordPart(right)) || (isWordPart(between) && right === Class.hanzi)) {
        // A space typed between hanzi and Latin stands for the gap, and takes its width.
        gap += profile.latinGap * size - (cells[i - 1] ?? 0);
        setLatinGap(items, i, profile.latinGap * size);
      } else {
        const width = cells[i - 1] ?? 0;
        shrinks[i] = Math.max(0, width - size / 4);
        tiers[i] = Tier.space;
        stretches[i] = Math.max(0, size / 2 - width);
      }
    } else if (left === Class.fullSpace && isLoneSpace(classes, i - 1, n)) {
      // The quad after a lead-in: half an em more or less in it is less seen than the same spread over the line.
      shrinks[i] = size / 2;
      stretches[i] = size / 2;
      tiers[i] = Tier.leadIn;
    } else if (left === Class.noBreakSpace) {
      stretches[i] = Math.max(0, size / 2 - (cells[i - 1] ?? 0));
      tiers[i] = Tier.space;
    } else if ((left === Class.hanzi && isWordPart(right)) || (isWordPart(left) && right === Class.hanzi)) {
      gap += profile.latinGap * size;
      setLatinGap(items, i, profile.latinGap * size);
    }
    const tie = ties[i] ?? 0;
    const elastic = (stretches[i] ?? 0) > 0;
    if (!elastic && takesSpread(left, right) && (tie === Tie.free || tie === Tie.kinsoku)) spreads[i] = size;
    x[i] = (x[i - 1] ?? 0) + (cells[i - 1] ?? 0) + gap;
  }
  if (n > 0) x[n] = (x[n - 1] ?? 0) + (cells[n - 1] ?? 0);
  const { shrinkSum, stretchSum, spreadSum } = items;
  for (let i = 1; i < n; i += 1) {
    shrinkSum[i] = (shrinkSum[i - 1] ?? 0) + (shrinks[i] ?? 0);
    stretchSum[i] = (stretchSum[i - 1] ?? 0) + (stretches[i] ?? 0);
    spreadSum[i] = (spreadSum[i - 1] ?? 0) + (spreads[i] ?? 0);
  }
};

/** CLREQ, mixed text: a quarter em, an eighth at the least, a half at the most. */
const setLatinGap = ({ shrinks, stretches, tiers }: Items, i: number, width: number): void => {
  shrinks[i] = width / 2;
  stretches[i] = width;
  tiers[i] = Tier.latin;
};

/** CLREQ's last step: all gaps alike, but for those inside words and figures and around connectors, dashes and slashes.
 *  Elastic gaps have had their share; between a mark and a figure there is none before this step. */
const takesSpread = (left: number, right: number): boolean =>
  (isCell(left) && (isCell(right) || standsBesideCells(right))) || (isCell(right) && standsBesideCells(left));

const standsBesideCells = (code: number): boolean => isWordPart(code) || code === Class.prefix || code === Class.suffix;

/** A single space with something on both sides: only such a one is elastic, runs of spaces are a fixed distance. */
const isLoneSpace = (classes: Uint8Array, i: number, n: number): boolean =>
  i > 0 && i + 1 < n && !isSpace(classes[i - 1] ?? 0) && !isSpace(classes[i + 1] ?? 0);
