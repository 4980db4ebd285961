// What proof found as plain text for people: by file, a line for each finding, and a line of counts at the end.
import type { Message } from '../diagnostics/diagnostic.ts';
import { pagesInWords, type ProofFinding } from './finding.ts';
import type { ProofResult } from './proof.ts';
import { rules, type Strength } from './rules.ts';
import { groupBy } from './statistics.ts';

export type Locale = 'zh' | 'en';

const strengths: Readonly<Record<Strength, Message>> = {
  required: { zh: '规定', en: 'required' },
  expected: { zh: '一般', en: 'expected' },
  practice: { zh: '惯例', en: 'practice' },
};

const severities = {
  failure: { zh: '不合', en: 'fails' },
  notice: { zh: '留意', en: 'note' },
} as const;

const placeOf = ({ page, line, part }: ProofFinding, locale: Locale): string => {
  const zh = locale === 'zh';
  const words = [
    ...(page === undefined ? [] : [zh ? `第${page}页` : `page ${page}`]),
    ...(line === undefined ? [] : [zh ? `第${line}行` : `line ${line}`]),
    ...(part === undefined || part === '' ? [] : [part]),
  ];
  return words.join(zh ? '' : ' ');
};

const findingLine = (finding: ProofFinding, locale: Locale): string => {
  const zh = locale === 'zh';
  const { rule, severity, strength, clause, found, due, text } = finding;
  const quoted = text === undefined || text === '' ? '' : zh ? `“${text}”` : `“${text}”`;
  const judged = zh ? `${found.zh}，应：${due.zh}` : `${found.en}; due: ${due.en}`;
  const source = zh ? `（${strengths[strength].zh}，${clause.zh}）` : ` (${strengths[strength].en}, ${clause.en})`;
  const parts = [severities[severity][locale], placeOf(finding, locale), rule, quoted].filter((part) => part !== '');
  return `  ${parts.join('  ')}  ${judged}${source}`;
};

/** From this many findings of one rule in a file on, some stand for all. */
const many = 6;
const shown = 3;

const isRest = (finding: ProofFinding, findings: readonly ProofFinding[]): boolean => {
  const same = findings.filter(({ rule }) => rule === finding.rule);
  return same.length >= many && same.indexOf(finding) >= shown;
};

/** `line/stretched  另有 12 处，在第2—9页`, a line for each rule that is broken all over the file. */
const restLines = (findings: readonly ProofFinding[], locale: Locale): string[] =>
  [...groupBy(findings, ({ rule }) => rule)].flatMap(([rule, same]) => {
    const rest = same.filter((finding) => isRest(finding, findings));
    const [first] = rest;
    if (first === undefined) return [];
    const pages = pagesInWords(rest.flatMap(({ page }) => (page === undefined ? [] : [page])));
    const where = first.page === undefined ? { zh: '', en: '' } : { zh: `，在${pages.zh}`, en: ` on ${pages.en}` };
    const said =
      locale === 'zh'
        ? `另有 ${rest.length} 处${where.zh}（--json 全部列出）`
        : `${rest.length} more${where.en} (--json lists all)`;
    return [`  ${severities[first.severity][locale]}  ${rule}  ${said}`];
  });

const headLine = ({ file, pages, gongwen, findings, lines }: ProofResult, locale: Locale): string => {
  const zh = locale === 'zh';
  const failures = findings.filter(({ severity }) => severity === 'failure').length;
  const notices = findings.length - failures;
  const words = [
    file,
    ...(pages === 0 ? [] : [zh ? `${pages}页` : `${pages} pages`]),
    ...(lines === undefined || lines.lines === 0 ? [] : [zh ? `${lines.lines}行` : `${lines.lines} lines`]),
    ...(gongwen ? ['GB/T 9704'] : []),
    failures === 0 ? (zh ? '合格' : 'passes') : zh ? `${failures}处不合` : `${failures} failures`,
    ...(notices === 0 ? [] : [zh ? `${notices}处留意` : `${notices} notes`]),
  ];
  return words.join('  ');
};

/** Extra space between hanzi over all lines of all files, from the files' own figures. */
const spaceLine = (results: readonly ProofResult[], locale: Locale): string[] => {
  const measured = results.flatMap(({ lines }) => (lines === undefined || lines.pairs === 0 ? [] : [lines]));
  if (measured.length === 0) return [];
  const worst = Math.max(...measured.map(({ extra99 }) => extra99));
  const middle = Math.max(...measured.map(({ extraMedian }) => extraMedian));
  return [
    locale === 'zh'
      ? `字间多出的空（字）：中位数至多 ${middle}，第 99 百分位至多 ${worst}`
      : `extra space between hanzi (em): median at most ${middle}, 99th percentile at most ${worst}`,
  ];
};

/** Text for a terminal; no colour. */
export const printProof = (results: readonly ProofResult[], locale: Locale): readonly string[] => {
  const zh = locale === 'zh';
  const findings = results.flatMap((result) => result.findings);
  const failures = findings.filter(({ severity }) => severity === 'failure').length;
  const lines = results.reduce((sum, result) => sum + (result.lines?.lines ?? 0), 0);
  const applied = new Set(results.flatMap(({ checked }) => checked)).size;
  const total = Object.keys(rules).length;
  return [
    ...results.flatMap((result) => [
      headLine(result, locale),
      ...result.findings
        .filter((finding) => !isRest(finding, result.findings))
        .map((finding) => findingLine(finding, locale)),
      ...restLines(result.findings, locale),
    ]),
    ...spaceLine(results, locale),
    zh
      ? `查了 ${results.length} 个文件、${lines} 行、${total} 条规则中的 ${applied} 条：${failures} 处不合，${findings.length - failures} 处留意`
      : `checked ${results.length} files, ${lines} lines, ${applied} of ${total} rules: ${failures} failures, ${findings.length - failures} notes`,
  ];
};
