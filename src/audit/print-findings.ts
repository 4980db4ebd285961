// Findings and target tables as plain text for a terminal, and findings as JSON for other programs.
// Takes findings in the order of auditReports; gives text without colour, a block for each finding.
import { type Finding, type FindingStatement } from './finding.ts';
import type { TargetRow } from './target-table.ts';
import { levelNames, outcomeNames, ruleNames } from './words.ts';

export type Locale = 'zh' | 'en';

const labels = {
  computation: { zh: '计算', en: 'computed' },
  assumption: { zh: '成立的前提', en: 'holds only if' },
  query: { zh: '可这样询问', en: 'to ask (zh)' },
  accepted: { zh: '已接受', en: 'accepted' },
} as const;

const statementLine = (item: FindingStatement, several: boolean, locale: Locale): string =>
  `  · ${several ? `${item.report}　` : ''}${item.place[locale]}：${item.text}（${item.period}）`;

const block = (finding: Finding, several: boolean, locale: Locale): string => {
  const reports = new Set(finding.statements.map(({ report }) => report)).size > 1 || several;
  const head = `${levelNames[finding.level][locale]}　${finding.name}　${ruleNames[finding.rule][locale]}　${finding.id}`;
  const line = (label: keyof typeof labels, text: string | undefined): string[] =>
    text === undefined ? [] : [`  ${labels[label][locale]}：${text}`];
  return [
    head,
    ...finding.statements.map((item) => statementLine(item, reports, locale)),
    ...line('computation', finding.computation[locale]),
    ...line('assumption', finding.assumption?.[locale]),
    ...line('query', finding.accepted === undefined ? finding.query : undefined),
    ...line('accepted', finding.accepted),
  ].join('\n');
};

const summary = (findings: readonly Finding[], locale: Locale): string => {
  const open = findings.filter(({ accepted }) => accepted === undefined);
  const of = (level: Finding['level']): number => open.filter((finding) => finding.level === level).length;
  const accepted = findings.length - open.length;
  return locale === 'zh'
    ? `矛盾${of('conflict')}项，存疑${of('unusual')}项，提示${of('note')}项；已接受${accepted}项`
    : `${of('conflict')} conflicts, ${of('unusual')} unusual, ${of('note')} notes; ${accepted} accepted`;
};

/** Blocks of text, worst first, and a line of counts at the end. */
export const printFindings = (findings: readonly Finding[], locale: Locale): string => {
  const several = new Set(findings.flatMap(({ statements }) => statements.map(({ report }) => report))).size > 1;
  const open = findings.filter(({ accepted }) => accepted === undefined);
  const accepted = findings.filter((finding) => finding.accepted !== undefined);
  return [...[...open, ...accepted].map((finding) => block(finding, several, locale)), summary(findings, locale)].join(
    '\n\n',
  );
};

const short = (row: TargetRow, text: string | undefined): string =>
  text?.replace('目标', '').replace(row.name, '') ?? '—';

/** Target against result, a line for each indicator and year. */
export const printTargetTable = (rows: readonly TargetRow[], locale: Locale): string => {
  const groups = new Map<string, TargetRow[]>();
  for (const row of rows) groups.set(row.indicator, [...(groups.get(row.indicator) ?? []), row]);
  const [target, result] = locale === 'zh' ? ['目标', '结果'] : ['target', 'result'];
  return [...groups.values()]
    .map((items) =>
      [
        items[0]?.name ?? '',
        ...items.map(
          (row) =>
            `  ${row.year}　${target}：${short(row, row.target?.text)}　${result}：${short(row, row.result?.text)}　${outcomeNames[row.outcome][locale]}`,
        ),
      ].join('\n'),
    )
    .join('\n\n');
};
