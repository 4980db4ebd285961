// What figures say about each other: takes reports of one place or of several, gives findings.
// Rules run in a fixed order over the reports of each place, years in order; the same input gives the same findings.
// A finding named in a report's `accepted` carries the reason given there.
import type { IndicatorTable, Report } from '../report/schema.ts';
import { checkAverages } from './average.ts';
import { checkAverageYears } from './average-years.ts';
import { checkCompletions } from './completion.ts';
import { type Rule, auditContext } from './context.ts';
import { type AuditRule, type Finding, auditRules } from './finding.ts';
import { checkGrowths } from './growth.ts';
import { checkMagnitudes } from './magnitude.ts';
import { checkMultiples } from './multiple.ts';
import { checkBounds, checkShares, checkSums, checkWholes } from './parts.ts';
import { checkStructure } from './structure.ts';
import { checkTargets } from './targets.ts';
import { checkRestated, checkSameValue, checkTwoValues } from './two-values.ts';

export type AuditOptions = { readonly indicators: IndicatorTable };

const rules: readonly Rule[] = [
  checkMultiples,
  checkAverages,
  checkAverageYears,
  checkGrowths,
  checkCompletions,
  checkSums,
  checkWholes,
  checkShares,
  checkStructure,
  checkTwoValues,
  checkRestated,
  checkSameValue,
  checkTargets,
  checkMagnitudes,
  checkBounds,
];

const levelOrder = { conflict: 0, unusual: 1, note: 2 } as const;

/** A report of one year, or one that closes a term and has no part about the last year. */
const ofOneYear = (report: Report): boolean => report.sections.some(({ part }) => part === 'review');

/**
 * The reports of each place, by the year reviewed; of two about one year the yearly one comes first. Places are the same
 * when level and short name are and one full name ends in the other: 红旗区 and 新乡市红旗区, unless two cities have one.
 */
export const byPlace = (reports: readonly Report[]): Report[][] => {
  const places = new Map<string, Report[]>();
  for (const report of reports) {
    const { name, short, level } = report.place;
    const longer = new Set(
      reports.flatMap(({ place }) =>
        place.level === level && place.short === short && place.name.endsWith(name) ? [place.name] : [],
      ),
    );
    const longest = [...longer].toSorted((a, b) => b.length - a.length)[0] ?? name;
    const key = [...longer].every((each) => longest.endsWith(each)) ? longest : name;
    places.set(key, [...(places.get(key) ?? []), report]);
  }
  return [...places.values()].map((group) =>
    group.toSorted((a, b) => a.years.reviewed - b.years.reviewed || Number(ofOneYear(b)) - Number(ofOneYear(a))),
  );
};

const accept = (finding: Finding, reports: readonly Report[]): Finding => {
  const acceptance = reports.flatMap(({ accepted }) => accepted).find((item) => item.finding === finding.id);
  return acceptance === undefined ? finding : { ...finding, accepted: acceptance.reason };
};

/** Each finding once, worst first, then by rule and by the order of the reports. */
const arrange = (findings: readonly Finding[]): Finding[] => {
  const once = [...new Map(findings.map((finding) => [finding.id, finding])).values()];
  return once.toSorted(
    (a, b) => levelOrder[a.level] - levelOrder[b.level] || auditRules.indexOf(a.rule) - auditRules.indexOf(b.rule),
  );
};

/** What an audit found, and how much it compared: figures that state a number, and comparisons of each rule. */
export type Audit = {
  readonly findings: readonly Finding[];
  readonly figures: number;
  readonly checks: readonly { readonly rule: AuditRule; readonly count: number }[];
};

/**
 * Reports of one place are read as a series, by the year reviewed; places are never compared with each other. Rules that
 * had nothing to compare are not among the checks.
 */
export const runAudit = (reports: readonly Report[], { indicators }: AuditOptions): Audit => {
  const audits = byPlace(reports).map((group) => {
    const context = auditContext(group, indicators);
    const findings = arrange(rules.flatMap((rule) => rule(context))).map((finding) => accept(finding, group));
    return { context, findings };
  });
  const countOf = (rule: AuditRule): number =>
    audits.reduce((sum, { context }) => sum + (context.checks.get(rule) ?? 0), 0);
  return {
    findings: audits.flatMap(({ findings }) => findings),
    figures: audits.reduce((sum, { context }) => sum + context.evidence.length, 0),
    checks: auditRules.map((rule) => ({ rule, count: countOf(rule) })).filter(({ count }) => count > 0),
  };
};

/** How many comparisons an audit made in all. */
export const comparisonsIn = ({ checks }: Pick<Audit, 'checks'>): number =>
  checks.reduce((sum, { count }) => sum + count, 0);

/** All findings over the reports. */
export const auditReports = (reports: readonly Report[], options: AuditOptions): Finding[] => [
  ...runAudit(reports, options).findings,
];

/** Whether a finding is still to be dealt with: not accepted, and more than a note. */
export const isOpen = ({ accepted, level }: Finding): boolean => accepted === undefined && level !== 'note';

/** Acceptances that name no finding: the figures were changed since, or the id was mistyped. */
export const staleAcceptances = (
  reports: readonly Report[],
  findings: readonly Finding[],
): readonly { readonly report: string; readonly finding: string }[] => {
  const ids = new Set(findings.map(({ id }) => id));
  return reports.flatMap((report) =>
    report.accepted.filter(({ finding }) => !ids.has(finding)).map(({ finding }) => ({ report: report.id, finding })),
  );
};
