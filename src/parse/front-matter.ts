// Takes the YAML at the head of a template or of filled text, gives the settings it states, with defaults filled in.
// fill/ reads it too: what a template asks of the page is known before any report is filled in.
import { isMap, isScalar, LineCounter, parseDocument as parseYaml } from 'yaml';
import type { Diagnostic, Message, Outcome, Span } from '../diagnostics/diagnostic.ts';
import type { PageRequest } from '../tree/tree.ts';
import { badFrontMatter, unknownKey, wrongFrontMatter, type Problem } from './messages.ts';

export type OutputFormat = 'pdf' | 'docx';

/** What a template says of itself. */
export type FrontMatter = {
  readonly title: string;
  readonly subject: string;
  readonly page: PageRequest;
  /** Whether arrange numbers the headings 一、（一）1．（1）. */
  readonly numberHeadings: boolean;
  /** The formats it is meant for, best first. */
  readonly formats: readonly OutputFormat[];
  /** Its name in lists; empty when it gives none. */
  readonly name: Message;
};

const keys = ['title', 'subject', 'page', 'size', 'orientation', 'limit', 'numbered', 'number', 'formats', 'name'];

/** Where the front matter begins: `line` is that of the first line after `---`. */
export type FrontMatterPlace = { readonly file: string; readonly line: number };

export const readFrontMatter = (text: string, place: FrontMatterPlace): Outcome<FrontMatter> => {
  const lines = new LineCounter();
  const document = parseYaml(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const diagnostics: Diagnostic[] = [];
  const spanAt = (offset: number, end = offset): Span => {
    const from = lines.linePos(offset);
    const to = lines.linePos(end);
    return {
      file: place.file,
      line: place.line + from.line - 1,
      column: from.col,
      endLine: place.line + to.line - 1,
      endColumn: to.col,
    };
  };
  const report = ({ code, message, hint }: Problem, span: Span): void =>
    void diagnostics.push({ severity: 'error', code, message, span, ...(hint && { hint }) });

  for (const error of document.errors) report(badFrontMatter(error.message.split('\n')[0] ?? ''), spanAt(...error.pos));
  const root = document.contents;
  const values = new Map<string, { readonly value: unknown; readonly span: Span }>();
  if (isMap(root)) {
    for (const pair of root.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      const range = isScalar(pair.key) ? pair.key.range : undefined;
      const span = range ? spanAt(range[0], range[1]) : spanAt(0);
      if (keys.includes(key)) values.set(key, { value: document.toJS()?.[key], span });
      else report(unknownKey(key, keys), span);
    }
  } else if (document.errors.length === 0) {
    report(badFrontMatter('not a map'), spanAt(0));
  }

  const wrong = (key: string, allowed: Message): void => {
    const entry = values.get(key);
    if (entry) report(wrongFrontMatter(key, allowed), entry.span);
  };
  const textOf = (key: string, fallback: string): string => {
    const value = values.get(key)?.value ?? fallback;
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    wrong(key, { zh: '文字', en: 'text' });
    return fallback;
  };
  const choice = <T extends string>(key: string, allowed: readonly [T, ...T[]]): T => {
    const value = values.get(key)?.value ?? allowed[0];
    const found = allowed.find((one) => one === value);
    if (found === undefined) wrong(key, { zh: allowed.join('、'), en: allowed.join(', ') });
    return found ?? allowed[0];
  };
  const flag = (key: string): boolean => {
    const value = values.get(key)?.value ?? false;
    if (typeof value !== 'boolean') wrong(key, { zh: ' true 或 false', en: 'true or false' });
    return value === true;
  };
  const count = (key: string): number => {
    const value = values.get(key)?.value ?? 0;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
    wrong(key, { zh: '非负整数', en: 'a whole number from 0' });
    return 0;
  };
  const formats = (): readonly OutputFormat[] => {
    const value = values.get('formats')?.value ?? ['pdf', 'docx'];
    const list = Array.isArray(value) ? value : [value];
    const known = list.filter((one): one is OutputFormat => one === 'pdf' || one === 'docx');
    if (known.length === 0 || known.length !== list.length) wrong('formats', { zh: ' [pdf, docx]', en: '[pdf, docx]' });
    return known;
  };
  const name = (): Message => {
    const value = values.get('name')?.value ?? { zh: '', en: '' };
    if (typeof value === 'string') return { zh: value, en: value };
    if (typeof value === 'object' && value !== null && 'zh' in value && 'en' in value) {
      return { zh: String(value.zh), en: String(value.en) };
    }
    wrong('name', { zh: ' {zh: …, en: …}', en: '{zh: …, en: …}' });
    return { zh: '', en: '' };
  };

  const value: FrontMatter = {
    title: textOf('title', ''),
    subject: textOf('subject', ''),
    page: {
      name: textOf('page', 'gongwen'),
      size: choice('size', ['A4', 'A5', 'A3']),
      orientation: choice('orientation', ['portrait', 'landscape']),
      limit: count('limit'),
      numbered: flag('numbered'),
    },
    numberHeadings: flag('number'),
    formats: formats(),
    name: name(),
  };
  return diagnostics.length > 0 ? { diagnostics } : { value, diagnostics };
};
