// Takes a YAML value and a schema, gives the typed value or every place where it does not fit, in the user's words.
// One fault, one message: a misspelt key is not also reported as a missing one.
import { z } from 'zod';
import type { Diagnostic, Outcome, Span } from '../diagnostics/diagnostic.ts';
import { didYouMean, nearest } from '../diagnostics/did-you-mean.ts';
import { jsonSchemaOf } from './json-schema.ts';
import type { WordsOf } from './key-words.ts';
import * as messages from './messages.ts';
import { SourceNumber } from './schema.ts';
import type { Path, YamlSource } from './yaml-source.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof SourceNumber);

const valueAt = (value: unknown, path: Path): unknown => {
  let current = value;
  for (const part of path) {
    if (Array.isArray(current)) current = current[Number(part)];
    else if (isRecord(current)) current = current[String(part)];
    else return undefined;
  }
  return current;
};

/** The keys that a schema allows in the map at `path`, from its JSON Schema. */
const keysAt = (schema: z.ZodType, path: Path): string[] => {
  let current: unknown = jsonSchemaOf(schema);
  for (const part of path) {
    if (!isRecord(current)) return [];
    current =
      typeof part === 'number' ? current['items'] : isRecord(current['properties']) ? current['properties'][part] : {};
  }
  return isRecord(current) && isRecord(current['properties']) ? Object.keys(current['properties']) : [];
};

const typeOf = (value: unknown): string => {
  if (value instanceof SourceNumber) return 'number';
  if (Array.isArray(value)) return 'array';
  if (value === null || value === undefined) return 'null';
  return typeof value === 'object' ? 'object' : typeof value;
};

/** A value in a message: text as it is, shortened; nothing of lists and maps. */
const shown = (value: unknown): string => {
  const text = value instanceof SourceNumber ? value.source : typeof value === 'string' ? value : typeOf(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

/** `growth.value` for a key; `sections[2]` for an item of a list. */
const nameOf = (path: Path): string => {
  const last = path.at(-1);
  return typeof last === 'number' ? `${String(path.at(-2) ?? '')}[${last + 1}]` : (last ?? '');
};

/** `sections[].observations[]` for a path to one observation: where data-keys.ts has its words. */
const placeOf = (path: Path): string =>
  path.reduce<string>(
    (place, part) => (typeof part === 'number' ? `${place}[]` : place === '' ? part : `${place}.${part}`),
    '',
  );

type Issue = z.core.$ZodIssue;
type Fault = Pick<Diagnostic, 'code' | 'message' | 'hint'>;

const wrongType = (name: string, expected: string, value: unknown): Fault => {
  const actual = typeOf(value);
  const hint =
    expected === 'string' && value instanceof SourceNumber
      ? messages.quoteIt(name, value.source)
      : expected === 'string' && typeof value === 'boolean'
        ? messages.quoteIt(name, String(value))
        : expected === 'array' || expected === 'tuple'
          ? messages.asList(name)
          : undefined;
  return messages.wrongType(name, expected, actual, hint);
};

/** The fault of one issue that concerns a value which is there. */
const faultOf = (issue: Issue, path: Path, value: unknown): Fault => {
  const name = nameOf(path);
  switch (issue.code) {
    case 'invalid_type':
      // A fraction where a whole number is wanted arrives as "number expected int".
      return wrongType(name, issue.expected, value);
    case 'invalid_value':
      return typeof value === 'string'
        ? messages.notAllowed(name, shown(value), didYouMean(value, issue.values.map(String)))
        : wrongType(name, 'string', value);
    case 'invalid_format':
      return messages.wrongFormat(name, shown(value), issue.message);
    case 'too_small':
      return Array.isArray(value)
        ? messages.tooShort(name, Number(issue.minimum))
        : messages.outOfRange(name, shown(value), 'least', String(issue.minimum));
    case 'too_big':
      return messages.outOfRange(name, shown(value), 'most', String(issue.maximum));
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return messages.notAllowed(name, shown(value), undefined);
    case 'custom':
      return messages.wrongFormat(name, shown(value), issue.message);
  }
};

/** Checks a value against a schema. Errors: check/wrong-type, wrong-value, missing-key, unknown-key, all at once. */
export const checkAgainst = <T>(
  schema: z.ZodType<T>,
  source: YamlSource,
  wordsOf: WordsOf = () => undefined,
): Outcome<T> => {
  const result = schema.safeParse(source.value);
  if (result.success) return { value: result.data, diagnostics: [] };

  const diagnostics: Diagnostic[] = [];
  const add = (fault: Fault, span: Span): void => void diagnostics.push({ severity: 'error', ...fault, span });
  const paths = result.error.issues.map((issue) => issue.path.map((part) => (typeof part === 'symbol' ? '' : part)));

  /** Keys that a misspelt one stands for, by the path of their map: they are not missing. */
  const meant = new Set<string>();
  for (const [index, issue] of result.error.issues.entries()) {
    if (issue.code !== 'unrecognized_keys') continue;
    const path = paths[index] ?? [];
    const allowed = keysAt(schema, path);
    const present = valueAt(source.value, path);
    for (const key of issue.keys) {
      const free = allowed.filter((candidate) => !isRecord(present) || !(candidate in present));
      const near = nearest(key, free);
      if (near !== undefined) meant.add(JSON.stringify([...path, near]));
      add(
        messages.unknownKey(
          key,
          didYouMean(
            key,
            free.filter((candidate) => candidate !== '$schema'),
          ),
        ),
        source.keySpanOf([...path, key]),
      );
    }
  }
  for (const [index, issue] of result.error.issues.entries()) {
    if (issue.code === 'unrecognized_keys') continue;
    const path = paths[index] ?? [];
    const value = valueAt(source.value, path);
    if (value !== undefined) add(faultOf(issue, path, value), source.spanOf(path));
    else if (source.has(path)) add(messages.emptyKey(nameOf(path)), source.keySpanOf(path));
    else if (!meant.has(JSON.stringify(path))) {
      const parent = path.slice(0, -1);
      const key = String(path.at(-1) ?? '');
      add(messages.missingKey(key, nameOf(parent), wordsOf(placeOf(parent), key)), source.keySpanOf(parent));
    }
  }
  return { diagnostics };
};
