// Figures of several reports side by side, an indicator a row: which can be held against each other, and how one differs
// that cannot. Each report gives its figure of the year it reviews. What most reports have in common, scope, price basis
// and name, is what the others are told from; 万 and 亿 are converted exactly, other units stay as they are.
import { convert, dimensionOf } from '../figures/unit.ts';
import type { Indicator, IndicatorTable, Report } from '../report/schema.ts';
import { type AuditContext, auditContext, basisOf, isWhole, type PriceBasis, scopeOf } from './context.ts';
import { type Evidence, isYearOnYear } from './evidence.ts';

export type Measure = 'level' | 'growth';

/** How a figure differs from the others of its row; a converted one can be compared all the same. */
export type Difference =
  | { readonly kind: 'scope' | 'name' | 'unit'; readonly text: string }
  | { readonly kind: 'basis'; readonly basis: PriceBasis }
  | { readonly kind: 'converted' };

/** Absent evidence: the report does not give the indicator. `value` is in the unit of the row, absent for a range. */
export type ComparedCell = {
  readonly report: Report;
  readonly evidence?: Evidence;
  readonly value?: string;
  readonly differences: readonly Difference[];
};

export type ComparedRow = {
  readonly indicator: string;
  readonly name: string;
  readonly measure: Measure;
  readonly unit: string;
  /** The scope that most figures of the row have, empty for the plain one. */
  readonly scope: string;
  /** In the order of the reports. */
  readonly cells: readonly ComparedCell[];
};

const levelKinds: ReadonlySet<string> = new Set(['level', 'count', 'rate', 'share']);

const measures = (item: Evidence, measure: Measure): boolean => {
  const { observation, kind, ref } = item;
  if (observation === undefined || observation.change === true) return false;
  if (measure === 'growth') return kind === 'growth_yoy' && isYearOnYear(item);
  return levelKinds.has(kind) && ref === observation.id;
};

/**
 * What a report says of the indicator for the year it reviews: the whole before a part, a growth with its level beside it
 * (one alone may be of a quarter), a plain scope, an exact figure.
 */
const figureOf = (context: AuditContext, report: Report, id: string, measure: Measure): Evidence | undefined => {
  const rank = (item: Evidence): number =>
    (isWhole(context, item) ? 16 : 0) +
    (item.observation?.value === undefined ? 0 : 8) +
    (scopeOf(item) === '' ? 4 : 0) +
    (item.observation?.optional === true ? 0 : 2) +
    (item.modifier === undefined ? 1 : 0);
  return context.evidence
    .filter(
      (item) =>
        item.report === report &&
        item.indicator === id &&
        item.period === String(report.years.reviewed) &&
        measures(item, measure),
    )
    .toSorted((a, b) => rank(b) - rank(a))[0];
};

type Stand = { readonly scope: string; readonly basis: PriceBasis | ''; readonly name: string };

const standOf = (context: AuditContext, item: Evidence, measure: Measure): Stand => ({
  scope: scopeOf(item),
  basis: measure === 'growth' ? basisOf(context, item, item.observation?.growth?.basis) : '',
  name: isWhole(context, item) ? '' : item.name,
});

/** What occurs most often; of equals the first, and an empty one before others. */
const usual = (words: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const equals = [...counts].filter(([, count]) => count === most).map(([word]) => word);
  return equals.includes('') ? '' : (equals[0] ?? '');
};

const rowOf = (context: AuditContext, { id, name }: Indicator, measure: Measure): ComparedRow | undefined => {
  const found = context.reports.map((report) => ({ report, evidence: figureOf(context, report, id, measure) }));
  const given = found.flatMap(({ evidence }) => (evidence === undefined ? [] : [evidence]));
  if (given.length === 0) return undefined;
  const stands = given.map((item) => standOf(context, item, measure));
  const scope = usual(stands.map((one) => one.scope));
  const basis = usual(stands.map((one) => one.basis));
  const called = usual(stands.map((one) => one.name));
  const dimension = usual(given.map((item) => item.dimension));
  const unit = usual(given.filter((item) => item.dimension === dimension).map((item) => item.unit));

  const cells = found.map(({ report, evidence }): ComparedCell => {
    if (evidence === undefined) return { report, differences: [] };
    const stand = standOf(context, evidence, measure);
    const value = evidence.value === undefined ? undefined : convert(evidence.value, evidence.unit, unit);
    const isSame = evidence.unit === unit;
    const isConverted = !isSame && dimensionOf(evidence.unit) === dimension && value !== undefined;
    const differences: Difference[] = [
      ...(stand.scope === scope ? [] : [{ kind: 'scope', text: stand.scope } as const]),
      ...(stand.basis === basis || stand.basis === '' ? [] : [{ kind: 'basis', basis: stand.basis } as const]),
      ...(stand.name === called ? [] : [{ kind: 'name', text: evidence.name } as const]),
      ...(isSame || isConverted ? [] : [{ kind: 'unit', text: evidence.unit } as const]),
      ...(isConverted ? [{ kind: 'converted' } as const] : []),
    ];
    return { report, evidence, differences, ...((isSame || isConverted) && value !== undefined && { value }) };
  });
  return { indicator: id, name: called === '' ? name : called, measure, unit, scope, cells };
};

const headline = (one: Indicator): number => one.headline ?? 999;

const givenIn = ({ cells }: ComparedRow): number => cells.filter(({ evidence }) => evidence !== undefined).length;

/**
 * Rows of the indicators asked for in their order, level before growth; without a wish those that two reports or more
 * give, headline indicators first.
 */
export const compareReports = (
  reports: readonly Report[],
  indicators: IndicatorTable,
  only?: readonly string[],
): readonly ComparedRow[] => {
  const context = auditContext(reports, indicators);
  const chosen =
    only === undefined
      ? [...context.indicators.values()].toSorted((a, b) => headline(a) - headline(b))
      : only.flatMap((id) => context.indicators.get(id) ?? []);
  return chosen.flatMap((indicator) => {
    const rows = (['level', 'growth'] as const).flatMap((measure) => rowOf(context, indicator, measure) ?? []);
    return only === undefined ? rows.filter((row) => givenIn(row) > 1) : rows;
  });
};

/** Whether a figure can be held against the others of its row. */
export const isComparable = ({ evidence, differences }: ComparedCell): boolean =>
  evidence !== undefined && differences.every(({ kind }) => kind === 'converted');
