// Takes the YAML at the head of a template or of filled text, gives the settings it states, with defaults filled in.
// fill/ reads it too: what a template asks of the page is known before any report is filled in.
import type { Diagnostic, Message, Outcome, Span } from '../diagnostics/diagnostic.ts';
import { SourceNumber } from '../report/schema.ts';
import { readYaml } from '../report/yaml-source.ts';
import type { PageRequest } from '../tree/tree.ts';
import { notAMap, unknownKey, wrongFrontMatter, type Problem } from './messages.ts';

type OutputFormat = 'pdf' | 'docx';

/** What one document of a template is made over. */
export type Over = 'report' | 'place' | 'selection';

/** What a template says of itself. */
export type FrontMatter = {
  readonly title: string;
  readonly subject: string;
  readonly page: PageRequest;
  /** Whether arrange numbers the headings 一、（一）1．（1）. */
  readonly numberHeadings: boolean;
  /** The formats it is meant for, best first. */
  readonly formats: readonly OutputFormat[];
  /** What one document is made over: a report, all reports of a place, or a selection of reports. */
  readonly over: Over;
  /** What a DOCX embeds of its faces, see docx/embed.ts: `whole` for documents that are edited further. */
  readonly embed: 'subset' | 'repertoire' | 'whole' | 'none';
  /** Its name in lists; empty when it gives none. */
  readonly name: Message;
};

const keys = [
  'title',
  'subject',
  'page',
  'size',
  'orientation',
  'limit',
  'numbered',
  'number',
  'formats',
  'over',
  'embed',
  'name',
];

/** Where the front matter begins: `line` is that of the first line after `---`. */
export type FrontMatterPlace = { readonly file: string; readonly line: number };

/** Errors: parse/bad-front-matter for syntax, unknown keys and wrong values, all of them at once. */
export const readFrontMatter = (text: string, place: FrontMatterPlace): Outcome<FrontMatter> => {
  const read = readYaml(place.file, text === '' ? '{}' : text);
  const moved = (span: Span): Span => ({
    ...span,
    line: span.line + place.line - 1,
    ...(span.endLine !== undefined && { endLine: span.endLine + place.line - 1 }),
  });
  const diagnostics: Diagnostic[] = read.diagnostics.map(({ severity, message, hint, span }) => ({
    severity,
    code: 'parse/bad-front-matter',
    message,
    ...(span && { span: moved(span) }),
    ...(hint && { hint }),
  }));
  const source = read.value;
  if (source === undefined) return { diagnostics };
  const report = ({ code, message, hint }: Problem, path: readonly string[]): void =>
    void diagnostics.push({
      severity: 'error',
      code,
      message,
      span: moved(source.keySpanOf(path)),
      ...(hint && { hint }),
    });

  const { value: root } = source;
  const values = new Map<string, unknown>();
  if (typeof root === 'object' && root !== null && !Array.isArray(root)) {
    for (const [key, value] of Object.entries(root)) {
      if (keys.includes(key)) values.set(key, value instanceof SourceNumber ? Number(value.source) : value);
      else report(unknownKey(key, keys), [key]);
    }
  } else {
    report(notAMap(), []);
  }

  const wrong = (key: string, allowed: Message): void => {
    report(wrongFrontMatter(key, allowed), [key]);
  };
  const textOf = (key: string, fallback: string): string => {
    const value = values.get(key) ?? fallback;
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    wrong(key, { zh: '文字', en: 'text' });
    return fallback;
  };
  const choice = <T extends string>(key: string, allowed: readonly [T, ...T[]]): T => {
    const value = values.get(key) ?? allowed[0];
    const found = allowed.find((one) => one === value);
    if (found === undefined) wrong(key, { zh: allowed.join('、'), en: allowed.join(', ') });
    return found ?? allowed[0];
  };
  const flag = (key: string): boolean => {
    const value = values.get(key) ?? false;
    if (typeof value !== 'boolean') wrong(key, { zh: 'true 或 false', en: 'true or false' });
    return value === true;
  };
  const count = (key: string): number => {
    const value = values.get(key) ?? 0;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
    wrong(key, { zh: '非负整数', en: 'a whole number from 0' });
    return 0;
  };
  const formats = (): readonly OutputFormat[] => {
    const value = values.get('formats') ?? ['pdf', 'docx'];
    const list = Array.isArray(value) ? value : [value];
    const known = list.filter((one): one is OutputFormat => one === 'pdf' || one === 'docx');
    if (known.length === 0 || known.length !== list.length) wrong('formats', { zh: '[pdf, docx]', en: '[pdf, docx]' });
    return known;
  };
  const name = (): Message => {
    const value = values.get('name') ?? { zh: '', en: '' };
    if (typeof value === 'string') return { zh: value, en: value };
    if (typeof value === 'object' && value !== null && 'zh' in value && 'en' in value) {
      return { zh: String(value.zh), en: String(value.en) };
    }
    wrong('name', { zh: '{zh: …, en: …}', en: '{zh: …, en: …}' });
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
    over: choice('over', ['report', 'place', 'selection']),
    embed: choice('embed', ['subset', 'repertoire', 'whole', 'none']),
    name: name(),
  };
  return diagnostics.length > 0 ? { diagnostics } : { value, diagnostics };
};
