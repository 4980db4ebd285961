// What the audit gives: findings, each with both statements and their places, the computation and the words to ask with.
// The id of a finding comes from its rule, the refs and the printed figures: it stays while the figures stay, and an
// acceptance of it ends when a figure is changed.
import type { Message } from '../diagnostics/diagnostic.ts';
import { sha256 } from '../host.ts';
import type { Evidence } from './evidence.ts';
import { placeOf } from './place.ts';

/**
 * `conflict`: the statements cannot all hold. `unusual`: they hold only under the assumption that the finding states.
 * `note`: worth a look, nothing wrong in itself.
 */
export type FindingLevel = 'conflict' | 'unusual' | 'note';

/** The rules, in the order in which findings are listed; docs/audit.md has the formula of each. */
export const auditRules = [
  'multiple',
  'average',
  'average-multiple',
  'average-years',
  'growth',
  'increment',
  'level-growth',
  'completion',
  'sum',
  'part',
  'share',
  'structure',
  'two-values',
  'restated',
  'same-value',
  'target',
  'magnitude',
  'points',
  'bounds',
] as const;

export type AuditRule = (typeof auditRules)[number];

export type FindingStatement = {
  /** Id of the report that states it. */
  readonly report: string;
  /** Ref of the statement, see report/statements.ts. */
  readonly ref: string;
  readonly name: string;
  /** As printed, with its name and verb: `地区生产总值年均增长10.6%`. */
  readonly text: string;
  readonly period: string;
  /** Where it stands, for a reader: `二“综合实力迈上新台阶”第1句`. */
  readonly place: Message;
};

export type Finding = {
  /** `average-1f09c3ab`. */
  readonly id: string;
  readonly rule: AuditRule;
  readonly level: FindingLevel;
  /** Indicator id, empty when the statements have none in common. */
  readonly indicator: string;
  readonly name: string;
  readonly statements: readonly FindingStatement[];
  /** The arithmetic with its numbers. */
  readonly computation: Message;
  /** Under what the statements can all hold; always there for `unusual`. */
  readonly assumption?: Message;
  /** What an office could write to ask, in Chinese. */
  readonly query: string;
  /** The reason given in the data file for which the finding stands accepted. */
  readonly accepted?: string;
};

export type FindingDraft = {
  readonly rule: AuditRule;
  readonly level: FindingLevel;
  readonly evidence: readonly Evidence[];
  readonly name?: string;
  readonly computation: Message;
  readonly assumption?: Message;
  /** What the office is asked to confirm, after the statements and the computation: a sentence without a full stop. */
  readonly ask: string;
};

/** The evidence as findings and tables show it. */
export const statementOf = (evidence: Evidence): FindingStatement => ({
  report: evidence.report.id,
  ref: evidence.ref,
  name: evidence.name,
  text: evidence.wording,
  period: evidence.period,
  place: placeOf(evidence.report, evidence.source),
});

const yearsText = (period: string): string => `${period.replace('-', '—')}年`;

/** Statements of one place put together: the name once, then what is said of it, each with its period. */
const quote = (items: readonly FindingStatement[], title: string): string => {
  const texts = items.map(({ name, text, period }, index) => {
    const short = index > 0 && items[index - 1]?.name === name ? text.replace(name, '') : text;
    return `${short}（${yearsText(period)}）`;
  });
  return `${title}${items[0]?.place.zh ?? ''}：${texts.join('，')}`;
};

/**
 * The statements as one text, those of one sentence together:
 * `二“综合实力迈上新台阶”第1句：地区生产总值107.7亿元（2011年），157.5亿元（2016年），是2011年的1.8倍（2016年）`.
 * With several reports, each place begins with the report's title, taken from `titles`, else its id.
 */
export const statedText = (
  statements: readonly FindingStatement[],
  titles: ReadonlyMap<string, string> = new Map(),
): string => {
  const several = new Set(statements.map(({ report }) => report)).size > 1;
  const groups = new Map<string, FindingStatement[]>();
  for (const item of statements) {
    const key = `${item.report}\n${item.place.zh}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const title = (id: string): string => (several ? `《${titles.get(id) ?? id}》` : '');
  return [...groups.values()].map((items) => quote(items, title(items[0]?.report ?? ''))).join('；');
};

/** A finding from its parts, with id and query made. */
export const makeFinding = (draft: FindingDraft): Finding => {
  const statements = draft.evidence.map(statementOf);
  const key = [draft.rule, ...statements.map(({ report, ref, text }) => `${report} ${ref} ${text}`)].join('\n');
  const name = draft.name ?? draft.evidence[0]?.name ?? '';
  const titles = new Map(draft.evidence.map(({ report }) => [report.id, report.title]));
  return {
    id: `${draft.rule}-${sha256(key).slice(0, 8)}`,
    rule: draft.rule,
    level: draft.level,
    indicator: draft.evidence[0]?.indicator ?? '',
    name,
    statements,
    computation: draft.computation,
    ...(draft.assumption && { assumption: draft.assumption }),
    query: `关于“${name}”：${statedText(statements, titles)}。${draft.computation.zh}。${draft.ask}。`,
  };
};
