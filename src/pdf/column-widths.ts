// How the width of a table is shared among its columns, and where the decimal points of a column stand.
// Columns of relative width share by it; a column that asks for none (0) takes what its content needs.
import type { DefinitionRun } from './definition.ts';
import { textOf } from './inlines.ts';
import type { Builder } from './styles.ts';
import { minWidthOf, widthOf } from './text-nodes.ts';

export type ColumnRequest = { readonly asked: number; readonly runs: readonly (readonly DefinitionRun[])[] };

const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);

/** What is at most this long, in em, does not wrap in a table cell: units (微克/立方米), dates. */
const shortWords = 5.5;

/** Points that a cell must have: its widest figure or word, or all of it where it is short. */
const leastOf = (builder: Builder, cell: readonly DefinitionRun[]): number => {
  const whole = widthOf(builder, cell);
  const short = shortWords * Math.max(0, ...cell.map(({ size }) => size));
  return whole <= short ? whole : minWidthOf(builder, cell);
};

/** Widths without padding, which together fill `available`. */
export const columnWidths = (
  builder: Builder,
  columns: readonly ColumnRequest[],
  available: number,
): readonly number[] => {
  const most = (column: ColumnRequest): number => Math.max(1, ...column.runs.map((runs) => widthOf(builder, runs)));
  const least = (column: ColumnRequest): number => Math.max(1, ...column.runs.map((runs) => minWidthOf(builder, runs)));
  const free = columns.filter(({ asked }) => asked === 0);
  const share = sum(columns.map(({ asked }) => asked));
  if (free.length === 0) {
    const shares = columns.map(({ asked }) => (available * asked) / share);
    return widened(builder, columns, shares);
  }

  const wanted = columns.map((column) => (column.asked === 0 ? most(column) + 1 : 0));
  if (share > 0) {
    // Content columns take no more than two thirds, the others share the rest.
    const cap = Math.min(1, (available * 2) / 3 / sum(wanted));
    const rest = available - sum(wanted) * cap;
    return columns.map(({ asked }, index) => (asked === 0 ? (wanted[index] ?? 0) * cap : (rest * asked) / share));
  }
  const total = sum(wanted);
  if (total <= available) {
    const extra = (available - total) / columns.length;
    return wanted.map((width) => width + extra);
  }
  // A column of short words (units, dates) keeps them whole before a long one does.
  const floor = columns.map((column, index) => {
    const short = shortWords * Math.max(0, ...column.runs.flat().map(({ size }) => size));
    const width = wanted[index] ?? 0;
    return Math.min(width <= short ? width : Math.max(least(column), short), available / columns.length);
  });
  const stretch = (available - sum(floor)) / Math.max(1, total - sum(floor));
  return floor.map((width, index) => width + ((wanted[index] ?? 0) - width) * stretch);
};

/** Shares of which none is too narrow for the widest figure or word in it, where the others have room to give. */
const widened = (builder: Builder, columns: readonly ColumnRequest[], shares: readonly number[]): readonly number[] => {
  const least = columns.map(({ runs }, index) => {
    const wrapped = runs.filter((cell) => widthOf(builder, cell) > (shares[index] ?? 0));
    return Math.max(0, ...wrapped.map((cell) => leastOf(builder, cell) + 0.01));
  });
  const missing = sum(shares.map((width, index) => Math.max(0, (least[index] ?? 0) - width)));
  if (missing === 0) return shares;
  // Columns whose cells all stand on one line give down to the widest of them, the others down to half.
  const gives = columns.map(({ runs }, index) => {
    const width = shares[index] ?? 0;
    const widest = Math.max(0, ...runs.map((cell) => widthOf(builder, cell)));
    return Math.max(0, width - Math.max(widest <= width ? widest + 0.01 : width / 2, least[index] ?? 0));
  });
  const given = Math.min(missing, sum(gives));
  return shares.map((width, index) => {
    const lack = Math.max(0, (least[index] ?? 0) - width);
    if (lack > 0) return width + (lack * given) / missing;
    return width - ((gives[index] ?? 0) * given) / Math.max(sum(gives), 1e-9);
  });
};

const decimal = /^(?<whole>[^\d−-]*[−-]?\d[\d,]*)(?<part>\.\d+)?/;

const cut = (runs: readonly DefinitionRun[], length: number): DefinitionRun[] => {
  const kept: DefinitionRun[] = [];
  let left = length;
  for (const run of runs) {
    if (left <= 0) break;
    kept.push({ ...run, text: run.text.slice(0, left) });
    left -= run.text.length;
  }
  return kept;
};

/** 7.2%（同口径）: what stands behind a number is no part of the block that is centred. */
const remark = /（.*$/su;

/** Points of a cell on one line; where it is a number, up to its decimal point and up to a remark behind it too. */
type Decimal = { readonly full: number; readonly whole?: number; readonly bare?: number };

/** Cells as they were measured: the tries of a limited document share the cells of their tables. */
const measured = new WeakMap<readonly DefinitionRun[], Decimal>();

const measureDecimal = (builder: Builder, runs: readonly DefinitionRun[]): Decimal => {
  const known = measured.get(runs);
  if (known !== undefined) return known;
  const text = textOf(runs);
  const full = widthOf(builder, runs);
  const upTo = (length: number): number => (length === text.length ? full : widthOf(builder, cut(runs, length)));
  const whole = decimal.exec(text)?.groups?.['whole'];
  const behind = text.search(remark);
  const cell: Decimal =
    whole === undefined ? { full } : { full, whole: upTo(whole.length), bare: behind < 0 ? full : upTo(behind) };
  measured.set(runs, cell);
  return cell;
};

/**
 * Indents that put the decimal points of a column under one another, the numbers in the middle of the column, further
 * left where a remark behind one needs the room. Cells without a number stand in the middle; null for a cell that does
 * not fit beside its point.
 */
export const decimalIndents = (
  builder: Builder,
  cells: readonly (readonly DefinitionRun[])[],
  width: number,
): readonly (number | null)[] => {
  const decimals = cells.map((runs) => measureDecimal(builder, runs));
  const wholes = Math.max(0, ...decimals.map(({ whole = 0 }) => whole));
  const parts = Math.max(0, ...decimals.map(({ whole = 0, bare = whole }) => bare - whole));
  // A cell that fits nowhere in the column draws no other to the left.
  const rests = Math.max(0, ...decimals.map(({ full, whole = full }) => (full > width ? 0 : full - whole)));
  const start = Math.min((width - wholes - parts) / 2, Math.max(0, width - wholes - rests));
  return decimals.map(({ full, whole }) => {
    if (full > width) return null;
    if (whole === undefined) return (width - full) / 2;
    const indent = start + wholes - whole;
    return start < 0 || indent + full > width + 0.01 ? null : indent;
  });
};
