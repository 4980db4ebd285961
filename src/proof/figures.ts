// Every figure on the page against the data: the number must stand there, and with the same unit.
// The figures of a report are its statements; numbers in its texts count as they are written there. Dates, ordinals,
// numbers of sections, tables and pages and the mark of the data file are no figures.
import { printFigure } from '../figures/print.ts';
import type { Report } from '../report/schema.ts';
import { statementsOf, type Statement } from '../report/statements.ts';
import type { Document } from '../tree/tree.ts';
import type { FileText } from './compare-text.ts';
import type { Ledger } from './finding.ts';
import { figuresOfTree } from './tree-text.ts';

/** What the data say of numbers. */
type Known = {
  /** Units by number as printed. */
  readonly units: ReadonlyMap<string, ReadonlySet<string>>;
  /** All texts of the data. */
  readonly texts: string;
};

const minus = (value: string): string => value.replace(/^[-−]/, '');

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const knownOf = (reports: readonly Report[], computed: readonly string[]): Known => {
  const units = new Map<string, Set<string>>();
  const add = (value: string | undefined, unit: string): void => {
    if (value === undefined) return;
    const set = units.get(minus(value)) ?? new Set();
    units.set(minus(value), set.add(unit));
  };
  for (const report of reports) {
    for (const { value, min, max, unit } of statementsOf(report)) for (const one of [value, min, max]) add(one, unit);
    const { copies, issue } = report.briefing;
    add(copies === undefined ? undefined : String(copies), '份');
    add(issue === undefined ? undefined : String(issue), '期');
  }
  return { units, texts: [...reports.flatMap(textsIn), ...computed].join('\n') };
};

/** A number as printed: not part of a word or a longer number. */
const number = /(?<![\d.A-Za-z#_])\d+(?:\.\d+)?(?!\.?\d|[A-Za-z])/gu;

const isDate = (before: string, value: string, after: string): boolean =>
  (/^(?:19|20)\d\d$/.test(value) && /^(?:年|[—–-](?:19|20)?\d\d)/u.test(after)) ||
  (/^(?:19|20)\d\d$/.test(value) && /(?:19|20)\d\d[—–-]$/u.test(before)) ||
  (/^\d{1,2}$/.test(value) && /^(?:月|日)/u.test(after) && /(?:年|月|^|[（，至—])$/u.test(before)) ||
  (/^\d{1,2}$/.test(value) && /\d{4}-(?:\d\d-)?$/.test(before));

const isOrdinal = (before: string, value: string, after: string): boolean =>
  /(?:第|表|图|附件|指纹|No\.?)\s*$/u.test(before) ||
  (before.trim() === '' && /^\d{1,3}$/.test(value) && /^\s*(?:[．.、]|$)/u.test(after)) ||
  (/^[（(]$/u.test(before.trim()) && /^\d{1,3}$/.test(value) && /^[)）]/u.test(after)) ||
  (/^[—–]\s*$/u.test(before.trimStart()) && /^\s*[—–]$/u.test(after.trimEnd()));

const fits = (unit: string, after: string): boolean => {
  const rest = after.replace(/^(?:[余多]|左右|以上)/u, '');
  return rest.startsWith(unit) || after.startsWith(unit);
};

/** Whether what follows a number is no unit at all: its unit stands in the head of the table, or beside it. */
const isBare = (after: string): boolean => /^\s*(?:$|[^\p{L}%‰℃㎡㎥㎞°\s])/u.test(after);

type Verdict = 'known' | 'unknown' | { readonly due: readonly string[] };

/** Words that say how a figure changed begin where the unit before them ends: 世界500强同比增长, 指数3.9同比下降. */
const change = /(?<=^[\p{L}]{0,3})(?:同比|环比|比上年|较上年|年均|增长|下降)/u;

const judge = (known: Known, before: string, value: string, following: string): Verdict => {
  const after = following.slice(0, change.exec(following)?.index);
  const units = known.units.get(value);
  const literal = `${value}${/^[\p{L}%‰℃㎡㎥°]{0,2}/u.exec(after)?.[0] ?? ''}`;
  const stands = (text: string): boolean => {
    for (let at = known.texts.indexOf(text); at >= 0; at = known.texts.indexOf(text, at + 1)) {
      if (!/[\d.]/.test(known.texts[at - 1] ?? '')) return true;
    }
    return false;
  };
  if (literal !== value && stands(literal)) return 'known';
  // A span of years is no figure of an indicator: 连续12年超430亿斤.
  if (after.startsWith('年') && stands(`${value}年`)) return 'known';
  if (units === undefined) {
    const inText = stands(value) && isBare(after);
    return inText ? 'known' : 'unknown';
  }
  // In a table whose head names the unit the word beside the number stays: 8.7左右.
  const alone = isBare(after.replace(/^(?:余|多|左右|以上|以下|以内)/u, ''));
  if (alone || [...units].some((unit) => unit === '' || fits(unit, after))) return 'known';
  // The lower end of a range carries no unit of its own; a ratio has none.
  if (/^[—–～~:：]/u.test(after) || /[:：]$/u.test(before)) return 'known';
  return { due: [...units].map((unit) => `${value}${unit}`) };
};

const unitOf = (after: string): string => /^(?:[%‰℃㎡]|个百分点|[\p{L}㎡]{1,3})/u.exec(after)?.[0] ?? '';

/** Looks for figures in every text of the file; `computed` are texts with figures that stand in no data. */
export const judgeFigures = (
  texts: readonly FileText[],
  reports: readonly Report[],
  computed: readonly string[],
  ledger: Ledger,
): void => {
  ledger.check('figure/not-in-data', 'figure/unit');
  const known = knownOf(reports, computed);
  for (const { text, place } of texts) {
    for (const match of text.matchAll(number)) {
      const [value] = match;
      const before = text.slice(0, match.index);
      const after = text.slice(match.index + value.length);
      if (isDate(before, value, after) || isOrdinal(before, value, after)) continue;
      const verdict = judge(known, before, value, after);
      if (verdict === 'known') continue;
      const shown = `${value}${unitOf(after)}`;
      const at = { ...place, text: text.slice(Math.max(0, match.index - 10), match.index + value.length + 6) };
      const found = { zh: `“${shown}”`, en: `“${shown}”` };
      if (verdict === 'unknown') ledger.add('figure/not-in-data', at, found);
      else {
        const due = verdict.due.join('、');
        ledger.add('figure/unit', at, found, { zh: due, en: due });
      }
    }
  }
};

const saysSo = (text: string, statement: Statement): boolean => {
  const parts = [statement.value, statement.min, statement.max].flatMap((value) =>
    value === undefined ? [] : minus(value),
  );
  if (statement.text !== undefined) return text === statement.text || parts.some((part) => text.includes(part));
  return parts.length > 0 && parts.every((part) => text.includes(part));
};

/** Every figure of the tree against the statement that it cites. */
export const judgeReferences = (document: Document, reports: readonly Report[], ledger: Ledger): void => {
  ledger.check('figure/reference');
  // A document over several reports cites `luohu-2019/gdp-2018.growth`, one over a report `gdp-2018.growth`.
  const statements = new Map(
    reports.flatMap((report) =>
      statementsOf(report).flatMap((statement) => [
        [`${report.id}/${statement.ref}`, statement] as const,
        ...(reports.length === 1 ? [[statement.ref, statement] as const] : []),
      ]),
    ),
  );
  for (const { text, ref } of figuresOfTree(document)) {
    if (ref === '') continue;
    const statement = statements.get(ref);
    if (statement === undefined) {
      ledger.add('figure/reference', { text }, { zh: `没有 ${ref} 这条数据`, en: `there is no statement ${ref}` });
    } else if (!saysSo(text, statement)) {
      const due = statement.text ?? printFigure(statement);
      ledger.add('figure/reference', { text }, { zh: `引的是 ${ref}`, en: `cites ${ref}` }, { zh: due, en: due });
    }
  }
};
