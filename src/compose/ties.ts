// Takes the clusters of a paragraph by class, says how firmly each boundary between them holds.
// Rules: CLREQ prohibition_rules_for_line_start_end, GB/T 15834—2011 5.1.1–5.1.9, and of the house: figures, words and
// addresses (issue 4).
import { Class, isDigitClass, isLatin, isSpace, isWordPart } from './classes.ts';
import type { Profile, Run } from './paragraph.ts';
import { findFigures, type Clusters } from './unbreakable.ts';

/** How hard it is to end a line at a boundary, least first. */
export const Tie = {
  /** A legal break. */
  free: 0,
  /** After / . - ? & in an address or a long word. */
  soft: 1,
  /** Elsewhere inside an address. */
  address: 2,
  /** Inside a word. */
  word: 3,
  /** Inside a figure or an unbreakable run. */
  figure: 4,
  /** Forbidden by the rules of line start and line end. */
  kinsoku: 5,
  /** Before a space, or between a letter and its marks. */
  never: 6,
} as const;

/** Clusters with the run each comes from; `ties[i]` is the boundary before cluster i, and is what is set here. */
type Tied = Clusters & { readonly runs: Uint32Array; readonly ties: Uint8Array };

/** Decides how firmly each boundary holds. */
export const setTies = <S>(items: Tied, paragraph: readonly Run<S>[], profile: Profile): void => {
  const { n, classes, ties } = items;
  let spacesFrom = 0;
  for (let i = 1; i < n; i += 1) {
    const left = classes[i - 1] ?? 0;
    const right = classes[i] ?? 0;
    if (!isSpace(left)) spacesFrom = i;
    // Rules of line end look through the spaces that vanish there.
    const leftMark = isSpace(left) && spacesFrom > 0 ? (classes[spacesFrom - 1] ?? left) : left;
    ties[i] = Math.max(ties[i] ?? 0, tieBetween(left, leftMark, right, profile));
  }
  findFigures(items, (boundary) => {
    ties[boundary] = Math.max(ties[boundary] ?? 0, Tie.figure);
  });
  loosenAddresses(items);
  bindFigureRuns(items, paragraph);
};

/** Words that say how much without a number, and may be torn when they are longer: 第一, 全市前列. */
const shortRank = 4;

/**
 * A figure that the caller marks stays whole from its first digit or numeral on: its unit may be one that no list knows.
 * What is said before the number (超, 全国经济), a bound after it (以上, 左右) and long words without any break as text.
 */
const bindFigureRuns = <S>({ n, classes, codePoints, runs, ties }: Tied, paragraph: readonly Run<S>[]): void => {
  let from = 0;
  while (from < n) {
    const run = runs[from] ?? 0;
    let to = from + 1;
    while (to < n && runs[to] === run) to += 1;
    if (paragraph[run]?.unbreakable === true) {
      let start = from;
      while (start < to && isWordy(classes[start] ?? 0, codePoints[start] ?? 0)) start += 1;
      if (start === to && to - from <= shortRank) start = from;
      const end = endsInBound(codePoints, start, to) ? to - 2 : to;
      for (let i = start + 1; i < end; i += 1) ties[i] = Math.max(ties[i] ?? 0, Tie.figure);
    }
    from = to;
  }
};

const bounds = new Set(['以上', '以下', '以内', '以外', '左右', '上下']);

/** Whether a figure ends in two hanzi that say it is a bound: 900万人以上. */
const endsInBound = (codePoints: Uint32Array, from: number, to: number): boolean =>
  to - from > 3 && bounds.has(String.fromCodePoint(codePoints[to - 2] ?? 0, codePoints[to - 1] ?? 0));

const numerals = new Set(
  Array.from('〇零一二三四五六七八九十百千万亿两半第几数', (numeral) => numeral.codePointAt(0) ?? 0),
);

/** Hanzi and the marks between and around them, but for those that numbers are written with. */
const isWordy = (kind: number, point: number): boolean =>
  (kind >= Class.opening && kind <= Class.dot) || (point >= 0x4e00 && point <= 0x9fff && !numerals.has(point));

/** An address (a long word with / or @ in it) may be torn at any place before a line is spread beyond the limit. */
const loosenAddresses = ({ n, classes, codePoints, ties }: Tied): void => {
  let start = 0;
  let marked = false;
  let lettered = false;
  for (let i = 0; i <= n; i += 1) {
    if (i < n && isLatin(classes[i] ?? 0)) {
      if (classes[i] === Class.slash || codePoints[i] === 0x40) marked = true;
      if (classes[i] === Class.word) lettered = true;
      continue;
    }
    if (marked && lettered && i - start >= shortestAddress) {
      for (let k = start + 1; k < i; k += 1) {
        // Its marks stay with what is before them.
        const tie = ties[k] ?? 0;
        if ((tie === Tie.word || tie === Tie.figure) && isWordPart(classes[k])) ties[k] = Tie.address;
      }
    }
    start = i + 1;
    marked = false;
    lettered = false;
  }
};
const shortestAddress = 14;

const tieBetween = (left: number, leftMark: number, right: number, profile: Profile): number => {
  if (right === Class.lineEnd || left === Class.lineEnd) return Tie.never;
  if (isSpace(right)) return Tie.never;
  if (right === Class.joiner || left === Class.joiner) return Tie.word;
  if (right === Class.noBreakSpace || left === Class.noBreakSpace) return Tie.word;
  if (startsNoLine(right, left, profile) || endsNoLine(leftMark, profile)) return Tie.kinsoku;
  if (left === Class.dash && right === Class.dash) return Tie.kinsoku;
  if (left === Class.ellipsis && right === Class.ellipsis) return Tie.kinsoku;
  if (right === Class.suffix) return isSpace(left) ? Tie.free : Tie.figure;
  if (left === Class.prefix && isDigitClass(right)) return Tie.figure;
  if (isLatin(left) && isLatin(right)) {
    const separates =
      left === Class.hyphen || left === Class.slash || left === Class.symbol || left === Class.latinStop;
    return separates ? Tie.soft : Tie.word;
  }
  return Tie.free;
};

/** CLREQ prohibition_rules_for_line_start_end; GB/T 15834—2011 5.1.1–5.1.9. */
const startsNoLine = (right: number, left: number, profile: Profile): boolean => {
  switch (right) {
    case Class.closing:
    case Class.comma:
    case Class.stop:
    case Class.dot:
    case Class.connector:
      return true;
    case Class.hyphen:
      return !isWordPart(left);
    case Class.slash:
    case Class.latinStop:
    case Class.latinClosing:
      // Inside words and addresses these are letters among letters.
      return !isWordPart(left) || right === Class.latinClosing;
    case Class.dash:
    case Class.ellipsis:
      return profile.strictDashes;
    default:
      return false;
  }
};

const endsNoLine = (left: number, profile: Profile): boolean =>
  left === Class.opening || left === Class.latinOpening || (left === Class.slash && profile.gbSlash);
