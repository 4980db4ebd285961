// What a build did as Markdown, for a CI job to post: counts, what is wrong, the figures that changed, open findings.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { inOrder } from '../diagnostics/print.ts';
import type { Locale } from '../terminal.ts';
import type { FigureChange } from './changes.ts';
import { statuses, type BatchResult } from './outcome.ts';

const words = {
  zh: {
    title: '简报生成结果',
    counts: {
      created: '新建',
      changed: '更新',
      rebuilt: '重做（相同）',
      unchanged: '未变',
      removed: '删除',
      failed: '失败',
    },
    figures: '变动的数字',
    figureHeads: ['报告', '指标', '时期', '原来', '现在'],
    documents: '变动的文件',
    findings: '核对',
    findingHeads: ['报告', '矛盾', '异常'],
    failed: '失败的文件',
    problems: '问题',
    problemHeads: ['位置', '代码', '问题'],
    file: '文件',
    nothing: '没有生成。',
    more: (count: number) => `……另有 ${count} 项`,
    none: '没有变动。',
  },
  en: {
    title: 'Briefings built',
    counts: {
      created: 'created',
      changed: 'changed',
      rebuilt: 'rebuilt, same',
      unchanged: 'unchanged',
      removed: 'removed',
      failed: 'failed',
    },
    figures: 'Figures that changed',
    figureHeads: ['report', 'indicator', 'period', 'before', 'now'],
    documents: 'Documents that changed',
    findings: 'Audit',
    findingHeads: ['report', 'conflicts', 'unusual'],
    failed: 'Documents that failed',
    problems: 'Problems',
    problemHeads: ['place', 'code', 'problem'],
    file: 'document',
    nothing: 'Nothing was built.',
    more: (count: number) => `… and ${count} more`,
    none: 'Nothing changed.',
  },
} as const;

const shown = 100;

/** Data in a Markdown table: marks that would be markup, or make a link of an address, are written as entities. */
const cell = (text: string): string =>
  text
    .replaceAll(/[&<>|\\`*_{}[\]()#+!~]|:(?=\/\/)|(?<=www)\./gi, (mark) => `&#${mark.charCodeAt(0)};`)
    .replaceAll(/\s+/g, ' ');

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${heads.join(' | ')} |`,
  `|${heads.map(() => ' --- |').join('')}`,
  ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
];

const changeRow = ({ report, name, period, before, after }: FigureChange): readonly string[] => [
  report,
  name,
  period,
  before ?? '—',
  after ?? '—',
];

const placeOf = ({ span, file }: Diagnostic): string =>
  span === undefined ? (file ?? '') : `${span.file}:${span.line}:${span.column}`;

/** Markdown, ending with a line break. `result` is undefined when nothing could be begun: `problems` say why. */
export const summaryMarkdown = (
  result: BatchResult | undefined,
  problems: readonly Diagnostic[],
  locale: Locale,
): string => {
  const say = words[locale];
  const lines = [`## ${say.title}`, ''];
  const documents = result?.documents ?? [];
  const counts = statuses
    .map((status) => [say.counts[status], documents.filter((one) => one.status === status).length] as const)
    .filter(([, count]) => count > 0);
  const otherwise = result === undefined ? say.nothing : say.none;
  lines.push(counts.map(([name, count]) => `${name} ${count}`).join(' · ') || otherwise, '');

  const section = (title: string, heads: readonly string[], rows: readonly (readonly string[])[]): void => {
    if (rows.length === 0) return;
    lines.push(`### ${title}`, '', ...table(heads, rows.slice(0, shown)), '');
    if (rows.length > shown) lines.push(say.more(rows.length - shown), '');
  };
  section(
    say.problems,
    say.problemHeads,
    inOrder(problems).map((problem) => [placeOf(problem), problem.code, problem.message[locale]]),
  );
  const files = (...wanted: readonly string[]): (readonly string[])[] =>
    documents.filter(({ status }) => wanted.includes(status)).map(({ file }) => [file]);
  section(say.failed, [say.file], files('failed'));
  section(say.figures, say.figureHeads, (result?.changes ?? []).map(changeRow));
  section(say.documents, [say.file], files('changed', 'removed'));
  section(
    say.findings,
    say.findingHeads,
    (result?.reports ?? [])
      .filter(({ findings }) => findings.conflict + findings.unusual > 0)
      .map(({ id, findings }) => [id, String(findings.conflict), String(findings.unusual)]),
  );
  return `${lines.join('\n').trimEnd()}\n`;
};
