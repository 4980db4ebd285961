// Takes rows, gives those that a page has room for: headline rows, cards, livelihood, rows with growth or rank.
// A selection is by rule, never by chance: what the report or the indicator table says first, then what a row carries.
import type { Indicator, Report, Section } from '../report/schema.ts';
import type { RowView } from './view-shape.ts';

/** The first row of each key, in the order given. */
const firstOfEach = (rows: readonly RowView[], key: (row: RowView) => string): readonly RowView[] => {
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(key(row)) && seen.add(key(row)));
};

const once = (rows: readonly RowView[]): readonly RowView[] => firstOfEach(rows, ({ id }) => id);

/** One row for a name and period: two cards of one name tell nobody which is which. */
const onceByName = (rows: readonly RowView[]): readonly RowView[] =>
  firstOfEach(rows, ({ name, period }) => `${name} ${period}`);

const hasFigure = (row: RowView): boolean => row.value !== null || row.growth !== null;

/** 凝聚了她们无数的汗水: a name that an extraction cut out of a sentence, not one that a table would use. */
export const isClause = (name: string): boolean =>
  /[了我他她]|^[且而并和这那]|(?:来说|来看|的|[升降提增减达长]到|[升降增减长]至)$/u.test(name) || [...name].length > 16;

/** How much a row says: what stands beside its value. Rhetorical figures say nothing, and a clause makes a poor label. */
const weight = (row: RowView): number =>
  row.optional
    ? -1
    : (row.value ? 2 : 0) +
      (row.growth ? 2 : 0) +
      (row.ranks.length > 0 ? 2 : 0) +
      (row.completion ? 1 : 0) +
      (row.from ? 1 : 0) +
      (row.multiple ? 1 : 0) +
      (row.share ? 1 : 0) +
      (row.nested ? -1 : 0) +
      (isClause(row.name) ? -3 : 0);

/** The `count` rows that say most among those with a value; equals in the order given. */
export const pickCards = (rows: readonly RowView[], count: number): readonly RowView[] => {
  const usable = once(rows).filter((row) => row.value !== null && !row.optional);
  const best = new Set(
    usable
      .map((row, index) => ({ row, index, weight: weight(row) }))
      .toSorted((a, b) => b.weight - a.weight || a.index - b.index)
      .slice(0, count)
      .map(({ row }) => row),
  );
  return usable.filter((row) => best.has(row));
};

/** A headline row that states its growth alone, as a row whose value is that growth: 地区生产总值增速 6%. */
const growthAsValue = (row: RowView): RowView => {
  const { growth } = row;
  if (row.value !== null || growth === null) return row;
  const { text, number, unit, ref, plotted } = growth;
  const sign = growth.sign === '▼' ? '−' : '';
  const value = { text: `${sign}${text}`, number: `${sign}${number}`, unit, ref, plotted };
  return {
    ...row,
    name: `${row.name}增速`,
    value,
    unit,
    growth: null,
    note: `${growth.sign} ${growth.against}${growth.word}`,
  };
};

/** Six rows for large cards: the headline first, then what says most of the rest. */
export const cardRows = (headline: readonly RowView[], rest: readonly RowView[]): readonly RowView[] => {
  const first = headline
    .map(growthAsValue)
    .filter((row) => row.value !== null)
    .slice(0, 6);
  const names = new Set(first.map((row) => row.indicator));
  const others = rest.filter((row) => !names.has(row.indicator));
  return onceByName(once([...first, ...pickCards(others, 6)])).slice(0, 6);
};

/** Whether a row adds up several years. */
const isTotal = ({ period }: RowView): boolean => period.includes('-');

/** The report's own headline; else one row for each indicator that the table gives a headline order; else what says most. */
export const headlineRows = (
  report: Report,
  rows: readonly RowView[],
  indicators: readonly Indicator[],
): readonly RowView[] => {
  if (report.headline !== undefined) {
    const named = report.headline.flatMap((id) => rows.filter((row) => row.id === id));
    if (named.length > 0) return named;
  }
  const ordered = indicators
    .filter((indicator) => indicator.headline !== undefined)
    .toSorted((a, b) => (a.headline ?? 0) - (b.headline ?? 0));
  // The first that the report states of an indicator and says most of; of one year before totals over several.
  const bestOf = (usable: readonly RowView[]): readonly RowView[] =>
    ordered.flatMap(({ id }) => {
      const same = usable.filter((row) => row.indicator === id && hasFigure(row) && !row.optional);
      const best = same.toSorted((a, b) => weight(b) - weight(a))[0];
      return best ? [best] : [];
    });
  const yearly = bestOf(rows.filter((row) => !isTotal(row)));
  const known = yearly.length >= 3 ? yearly : bestOf(rows);
  return known.length >= 3 ? known.slice(0, 8) : once([...known, ...pickCards(rows, 6)]).slice(0, 6);
};

const livelihoodWords =
  /就业|人均.*收入|居民.*收入|低保|救助|社会保障|医疗|养老|学校|学位|幼儿园|住房|公租房|棚改|脱贫|民生|居民|供暖|供水|绿化|背街小巷/u;

/** Rows on people's livelihood, those that say most first, of equals the yearly ones; none that is a headline already. */
export const livelihoodRows = (
  review: readonly RowView[],
  span: readonly RowView[],
  headline: readonly RowView[],
): readonly RowView[] => {
  const fit = (row: RowView): boolean => row.value !== null && !row.optional && !headline.includes(row);
  const named = (rows: readonly RowView[]): RowView[] => rows.filter((row) => fit(row) && row.group === 'livelihood');
  const worded = (rows: readonly RowView[]): RowView[] =>
    rows.filter((row) => fit(row) && livelihoodWords.test(row.name));
  const sorted = once([...named(review), ...named(span), ...worded(review), ...worded(span)])
    .map((row, index) => ({ row, index }))
    .toSorted(
      (a, b) => weight(b.row) - weight(a.row) || Number(isTotal(a.row)) - Number(isTotal(b.row)) || a.index - b.index,
    )
    .map(({ row }) => row);
  return onceByName(sorted);
};

const isMeasured = (row: RowView): boolean =>
  !row.optional && (row.growth !== null || row.ranks.length > 0 || row.completion !== null || row.versus !== null);

/** For the table of indicators: rows of the review with growth, rank or completion, by section. */
export const measuredRows = (
  report: Report,
  rowsOf: ReadonlyMap<Section, readonly RowView[]>,
): readonly { readonly title: string; readonly rows: readonly RowView[] }[] =>
  report.sections
    .filter((section) => section.part === 'review')
    .map((section) => ({ title: section.title, rows: (rowsOf.get(section) ?? []).filter(isMeasured) }))
    .filter(({ rows }) => rows.length > 0);

/** Rows with a value before; those that only half a sentence stands for when there are no others. */
const changed = (rows: readonly RowView[]): readonly RowView[] => {
  const all = rows.filter((row) => row.from !== null && row.value !== null);
  const named = all.filter((row) => !isClause(row.name));
  return named.length > 0 ? named : all;
};

/** Changes over the years summed up; those within the year reviewed only when there are enough of them for a table. */
export const changeRows = (span: readonly RowView[], review: readonly RowView[]): readonly RowView[] => {
  const inReview = changed(review);
  return changed(span).length > 0 ? changed(span) : inReview.length > 2 ? inReview : [];
};

/** Measured rows of the review that no large card shows, those that say most first. */
export const otherRows = (review: readonly RowView[], cards: readonly RowView[]): readonly RowView[] =>
  pickCards(
    review.filter((row) => isMeasured(row) && !cards.includes(row)),
    12,
  );
