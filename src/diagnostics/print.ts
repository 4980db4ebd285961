// Takes diagnostics and the texts they point into, gives what a person reads in a terminal; or plain objects for JSON.
// Sorted by file and place, without duplicates, at most fifty; `file:line:column` counts columns in terminal cells.
import { printableLine } from '../terminal.ts';
import { cellsBefore, codeFrame, lineOf } from './code-frame.ts';
import type { Diagnostic, Message, Severity, Span } from './diagnostic.ts';

export type Locale = 'zh' | 'en';

const shownAtMost = 50;

const severityWords: Readonly<Record<Severity, Message>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  note: { zh: '说明', en: 'note' },
};
const severityOrder: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const fileOf = (diagnostic: Diagnostic): string => diagnostic.span?.file ?? diagnostic.file ?? '';

const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  compare(fileOf(a), fileOf(b)) ||
  (a.span?.line ?? 0) - (b.span?.line ?? 0) ||
  (a.span?.column ?? 0) - (b.span?.column ?? 0) ||
  severityOrder[a.severity] - severityOrder[b.severity] ||
  compare(a.code, b.code) ||
  compare(a.message.en, b.message.en);

const identity = (diagnostic: Diagnostic): string =>
  JSON.stringify([
    fileOf(diagnostic),
    diagnostic.span?.line,
    diagnostic.span?.column,
    diagnostic.code,
    diagnostic.message,
  ]);

/** Diagnostics in the order of file (code units), line and column, each once. */
export const inOrder = (diagnostics: readonly Diagnostic[]): Diagnostic[] => {
  const seen = new Map(diagnostics.map((diagnostic) => [identity(diagnostic), diagnostic]));
  return [...seen.values()].toSorted(byPlace);
};

const sgr = { bold: 1, red: 31, yellow: 33, cyan: 36, dim: 2 } as const;
const severityColours: Readonly<Record<Severity, keyof typeof sgr>> = { error: 'red', warning: 'yellow', note: 'cyan' };

type Paint = (style: keyof typeof sgr, text: string) => string;

const place = (diagnostic: Diagnostic, sources: ReadonlyMap<string, string>): string => {
  const { span } = diagnostic;
  if (!span) return diagnostic.file ?? '';
  const text = sources.get(span.file);
  const column = text === undefined ? span.column : cellsBefore(lineOf(text, span.line), span.column - 1) + 1;
  return `${span.file}:${span.line}:${column}`;
};

const printOne = (
  diagnostic: Diagnostic,
  sources: ReadonlyMap<string, string>,
  locale: Locale,
  paint: Paint,
): string => {
  const { severity, span, hint, trail = [] } = diagnostic;
  const text = span && sources.get(span.file);
  const frame = span && text !== undefined ? codeFrame(text, span) : '';
  const head = [
    paint('bold', printableLine(place(diagnostic, sources))),
    paint(severityColours[severity], severityWords[severity][locale]),
    paint('dim', diagnostic.code),
  ];
  return [
    head.filter((part) => part !== '').join(' '),
    printableLine(diagnostic.message[locale]),
    ...(frame === '' ? [] : ['', frame]),
    ...(hint ? [`  ${paint('cyan', locale === 'zh' ? '提示：' : 'hint: ')}${printableLine(hint[locale])}`] : []),
    ...trail.map((step) => paint('dim', `  ${printableLine(step[locale])}`)),
  ].join('\n');
};

/**
 * All diagnostics as text, a blank line between two, ending with a line break; empty when there are none. When there
 * are more than fifty, the errors are shown before the rest, and the last line says how many are left out.
 */
export const printDiagnostics = (
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  locale: Locale,
  options: { readonly color?: boolean } = {},
): string => {
  const paint: Paint = (style, text) => (options.color && text !== '' ? `\u001b[${sgr[style]}m${text}\u001b[0m` : text);
  const all = inOrder(diagnostics);
  const shown = all
    .toSorted((a, b) => severityOrder[a.severity] - severityOrder[b.severity])
    .slice(0, shownAtMost)
    .toSorted(byPlace);
  const rest = all.length - shown.length;
  const parts = shown.map((diagnostic) => printOne(diagnostic, sources, locale, paint));
  if (rest > 0) parts.push(locale === 'zh' ? `另有 ${rest} 个问题未列出` : `and ${rest} more`);
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
};

/** What `--format json` prints: the diagnostic with its span as lines and UTF-16 columns from 1, which editors use. */
export type JsonDiagnostic = {
  readonly severity: Severity;
  readonly code: string;
  readonly file?: string;
  readonly span?: Span;
  readonly message: Message;
  readonly hint?: Message;
  readonly trail?: readonly Message[];
};

export const toJson = (diagnostic: Diagnostic): JsonDiagnostic => {
  const file = diagnostic.span?.file ?? diagnostic.file;
  return {
    severity: diagnostic.severity,
    code: diagnostic.code,
    ...(file !== undefined && { file }),
    ...(diagnostic.span && { span: diagnostic.span }),
    message: diagnostic.message,
    ...(diagnostic.hint && { hint: diagnostic.hint }),
    ...(diagnostic.trail && { trail: diagnostic.trail }),
  };
};
