// Findings as the template 数据核对单 (audit) shows them: groups by level with their Chinese names, accepted ones apart.
// Everything is text, number or list, so that it can stand in the view of templates as it is.
import { comparisonsIn, type Audit } from './audit.ts';
import { type Finding, type FindingLevel, type FindingStatement, statedText } from './finding.ts';
import { levelNames, ruleNames } from './words.ts';

type AuditStatementView = {
  readonly place: string;
  /** `地区生产总值年均增长10.6%`. */
  readonly text: string;
  /** `2016年`, `2012—2016年`. */
  readonly period: string;
  readonly ref: string;
  readonly report: string;
};

type AuditItemView = {
  /** Counted through all groups, from 1. */
  readonly number: number;
  readonly id: string;
  readonly level: string;
  readonly rule: string;
  readonly name: string;
  readonly statements: readonly AuditStatementView[];
  /** The statements in one text, those of one sentence together. */
  readonly stated: string;
  readonly computation: string;
  /** Empty when there is none. */
  readonly assumption: string;
  readonly query: string;
  /** The reason of the acceptance, empty for an open finding. */
  readonly accepted: string;
};

export type AuditView = {
  /** Figures that the report states, and comparisons made between them. */
  readonly figures: number;
  readonly checked: number;
  /** Comparisons by rule, those with none left out, and the findings among them. */
  readonly checks: readonly { readonly rule: string; readonly count: number; readonly found: number }[];
  /** Findings in all, and how many of each level are not accepted. */
  readonly total: number;
  readonly conflicts: number;
  readonly unusual: number;
  readonly notes: number;
  readonly acceptedCount: number;
  /** 矛盾, 存疑, 提示, in this order, those without findings left out; accepted findings are not among them. */
  readonly groups: readonly { readonly title: string; readonly items: readonly AuditItemView[] }[];
  readonly accepted: readonly AuditItemView[];
};

const levels: readonly FindingLevel[] = ['conflict', 'unusual', 'note'];

const statementView = ({ place, text, period, ref, report }: FindingStatement): AuditStatementView => ({
  place: place.zh,
  text,
  period: `${period.replace('-', '—')}年`,
  ref,
  report,
});

const itemView = (finding: Finding, number: number): AuditItemView => ({
  number,
  id: finding.id,
  level: levelNames[finding.level].zh,
  rule: ruleNames[finding.rule].zh,
  name: finding.name,
  statements: finding.statements.map(statementView),
  stated: statedText(finding.statements),
  computation: finding.computation.zh,
  assumption: finding.assumption?.zh ?? '',
  query: finding.query,
  accepted: finding.accepted ?? '',
});

/** The rows of the audit sheet. An audit without findings gives zero counts and no groups. */
export const auditView = ({ findings, figures, checks }: Audit): AuditView => {
  const open = findings.filter(({ accepted }) => accepted === undefined);
  const ordered = levels.map((level) => ({ level, items: open.filter((finding) => finding.level === level) }));
  const numbers = new Map(ordered.flatMap(({ items }) => items).map((finding, index) => [finding, index + 1]));
  const accepted = findings.filter((finding) => finding.accepted !== undefined);
  const countOf = (level: FindingLevel): number => ordered.find((group) => group.level === level)?.items.length ?? 0;
  return {
    figures,
    checked: comparisonsIn({ checks }),
    checks: checks.map(({ rule, count }) => ({
      rule: ruleNames[rule].zh,
      count,
      found: findings.filter((finding) => finding.rule === rule).length,
    })),
    total: findings.length,
    conflicts: countOf('conflict'),
    unusual: countOf('unusual'),
    notes: countOf('note'),
    acceptedCount: accepted.length,
    groups: ordered
      .filter(({ items }) => items.length > 0)
      .map(({ level, items }) => ({
        title: levelNames[level].zh,
        items: items.map((finding) => itemView(finding, numbers.get(finding) ?? 0)),
      })),
    accepted: accepted.map((finding, index) => itemView(finding, open.length + index + 1)),
  };
};
