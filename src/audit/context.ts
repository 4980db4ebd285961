// What every rule of the audit is given: the reports of one place in order of years, their statements as evidence,
// and the table of indicators; with the look-ups that several rules share.
import { compare } from '../figures/decimal.ts';
import { gapBetween } from '../figures/interval.ts';
import type { Indicator, IndicatorTable, Observation, Report } from '../report/schema.ts';
import { type Evidence, endYear, evidenceOf, isSingleYear } from './evidence.ts';
import type { AuditRule, Finding } from './finding.ts';
import { plainName } from './wording.ts';

export type AuditContext = {
  /** Reports of one place, by the year reviewed. */
  readonly reports: readonly Report[];
  readonly evidence: readonly Evidence[];
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** The plain names of each listed indicator. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  /** Evidence by `report id`, newline, `ref`. */
  readonly byRef: ReadonlyMap<string, Evidence>;
  /** How many comparisons each rule could make, right or wrong; rules count them as they go. */
  readonly checks: Map<AuditRule, number>;
};

export type Rule = (context: AuditContext) => readonly Finding[];

const key = (report: string, ref: string): string => `${report}\n${ref}`;

export const auditContext = (reports: readonly Report[], table: IndicatorTable): AuditContext => {
  const evidence = reports.flatMap(evidenceOf);
  return {
    reports,
    evidence,
    indicators: new Map(table.indicators.map((indicator) => [indicator.id, indicator])),
    names: new Map(
      table.indicators.map(({ id, name, aliases }) => [id, new Set([id, name, ...aliases].map(plainName))]),
    ),
    byRef: new Map(evidence.map((item) => [key(item.report.id, item.ref), item])),
    checks: new Map(),
  };
};

/** Counts comparisons: both sides are at hand, whatever comes of it. */
export const countCheck = ({ checks }: AuditContext, rule: AuditRule, times = 1): void => {
  checks.set(rule, (checks.get(rule) ?? 0) + times);
};

/** The evidence of one ref of one report; undefined when it holds no number. */
export const evidenceAt = (context: AuditContext, report: Report, ref: string): Evidence | undefined =>
  context.byRef.get(key(report.id, ref));

/** Whether a report's wording is the listed indicator itself and not one of a park, a trade or a part of it. */
export const isWhole = (context: AuditContext, { indicator, plain }: Pick<Evidence, 'indicator' | 'plain'>): boolean =>
  context.names.get(indicator)?.has(plain) === true;

/** Two statements about the same thing: a listed indicator in its own right, or an unlisted one with the same wording. */
export const sameSubject = (context: AuditContext, a: Evidence, b: Evidence): boolean => {
  if (a.indicator !== b.indicator || a.indicator === '') return false;
  return context.indicators.has(a.indicator) ? isWhole(context, a) && isWhole(context, b) : a.plain === b.plain;
};

/** Whether two statements name their subject in the same words, small words and spellings aside. */
export const sameWording = (a: Evidence, b: Evidence): boolean => a.subject === b.subject;

/** Whether two statements stand in one sentence of one report. */
export const sameSentence = (a: Evidence, b: Evidence): boolean =>
  a.report === b.report &&
  a.source !== undefined &&
  a.source.section === b.source?.section &&
  a.source.sentence === b.source.sentence;

/** Words that say a figure is on another scope or price basis than the plain one. */
const scopeWords = /口径|可比|不变价|剔除|扣除|不含|不包括|含|调整|修订|还原|实际|预计|初步|快报/u;

/** The qualifiers that change what is measured, as one text; empty when there are none. */
export const scopeOf = ({ qualifiers }: Pick<Evidence, 'qualifiers'>): string =>
  qualifiers
    .filter((qualifier) => scopeWords.test(qualifier))
    .toSorted()
    .join('，');

/** Whether the report itself says that levels and growth are on different scopes, so that they need not agree. */
export const isAdjusted = ({ qualifiers }: Pick<Evidence, 'qualifiers'>): boolean =>
  qualifiers.some((qualifier) => /口径|可比|不变价|剔除|剔出|扣除/u.test(qualifier));

export type PriceBasis = 'current' | 'comparable';

/** The price basis of a growth rate: as the report says, else as its indicator is usually stated. */
export const basisOf = (context: AuditContext, evidence: Evidence, stated: PriceBasis | undefined): PriceBasis => {
  if (stated !== undefined) return stated;
  if (/可比价|不变价|实际|扣除价格/u.test(evidence.qualifiers.join('，'))) return 'comparable';
  const listed = context.indicators.get(evidence.indicator)?.basis;
  if (listed === 'comparable') return 'comparable';
  return /增加值|生产总值|GDP|总产值|人均.*收入|人均.*支出/iu.test(evidence.name)
    ? 'comparable'
    : (listed ?? 'current');
};

/** Whether the price basis is told by the report or the table; of an unlisted indicator nominal is only a guess. */
export const isBasisKnown = (context: AuditContext, evidence: Evidence, stated: PriceBasis | undefined): boolean =>
  stated !== undefined || context.indicators.has(evidence.indicator);

/** The level itself of an observation: its value as a level or a count, not a change, of one year. */
export const levelOf = (context: AuditContext, report: Report, observation: Observation): Evidence | undefined => {
  if (observation.change === true || observation.kind === 'none') return undefined;
  return evidenceAt(context, report, observation.id);
};

/** Where the level of the base year stands, and whether it is another sentence or another report than the level. */
export type BaseLevel = { readonly evidence: Evidence; readonly where: 'same' | 'report' | 'earlier' };

/** Levels of the same subject and year; `from` ends count. */
const levelsIn = (
  context: AuditContext,
  level: Evidence,
  year: number,
  report: (report: Report) => boolean,
): Evidence[] =>
  context.evidence.filter(
    (item) =>
      report(item.report) &&
      (item.kind === level.kind || (item.ref.endsWith('.from') && item.kind === 'level')) &&
      item.observation?.change !== true &&
      isSingleYear(item.period) &&
      endYear(item.period) === year &&
      item.dimension === level.dimension &&
      sameSubject(context, item, level) &&
      sameWording(item, level),
  );

const agree = (items: readonly Evidence[]): boolean =>
  items.every((item) => items.every((other) => compare(gapBetween(item.range, other.range), '0') === 0));

/** The level of the base year: of the same sentence, else of the same report, else of the report of that year. */
export const baseLevel = (context: AuditContext, level: Evidence, year: number): BaseLevel | undefined => {
  const { observation, report } = level;
  if (observation === undefined || year >= endYear(level.period)) return undefined;
  if (observation.from) {
    const from = evidenceAt(context, report, `${observation.id}.from`);
    return from && endYear(from.period) === year && from.dimension === level.dimension
      ? { evidence: from, where: 'same' }
      : undefined;
  }
  // Of an unlisted thing, only what one report says in two places is safely the same thing.
  const listed = context.indicators.has(level.indicator);
  const places = [
    ['report', (item: Report) => item === report],
    ['earlier', (item: Report) => listed && item !== report && item.years.reviewed === year],
  ] as const;
  for (const [where, inPlace] of places) {
    const found = levelsIn(context, level, year, inPlace).filter((item) => scopeOf(item) === scopeOf(level));
    const [evidence] = found;
    if (evidence !== undefined && agree(found)) return { evidence, where };
  }
  return undefined;
};
