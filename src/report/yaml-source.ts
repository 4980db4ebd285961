// Takes YAML 1.2 (or JSON) text, gives plain values that still know where in the text they stand.
// A number stays as its digits (SourceNumber); maps have no prototype, so that no key is special.
// Every fault of the text is reported, not only the first; aliases are refused, so a small file stays a small value.
import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Node, Pair, ParsedNode } from 'yaml';
import type { Diagnostic, Outcome, Span } from '../diagnostics/diagnostic.ts';
import * as messages from './messages.ts';
import { SourceNumber } from './schema.ts';

/** Keys and indexes from the top of a document down to a value. */
export type Path = readonly (string | number)[];

export type YamlSource = {
  readonly file: string;
  readonly text: string;
  /** Plain value: maps without prototype, arrays, strings, booleans, SourceNumber. Empty values (null) are left out. */
  readonly value: unknown;
  /** Where the value at `path` stands; for a map or list its key. The nearest value above it when there is none. */
  readonly spanOf: (path: Path) => Span;
  /** Where the key of `path` stands; an empty value is found here too. */
  readonly keySpanOf: (path: Path) => Span;
  /** Whether the key is written at all, with or without a value. */
  readonly has: (path: Path) => boolean;
};

const plainNumber = /^-?\d+(\.\d+)?$/;
// Controls, lone surrogates and non-characters: no XML part can hold them (XML 1.0, clause 2.2).
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

type Range = readonly [start: number, end: number];
const rangeOf = (node: unknown): Range | undefined =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? // The parser's own ranges: start, end of the value, end of the node.
      [Number(node.range[0]), Number(node.range[1])]
    : undefined;

const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : '');

type Step = { readonly key?: Range; readonly node?: Node | null };

const walk = (root: Node | null, path: Path): readonly Step[] => {
  const steps: Step[] = [{ node: root }];
  let node: Node | null | undefined = root;
  for (const part of path) {
    if (isMap<unknown, Node | null>(node)) {
      const pair: Pair<unknown, Node | null> | undefined = node.items.find((item) => keyOf(item) === part);
      if (!pair) break;
      const key = rangeOf(pair.key);
      node = pair.value;
      steps.push({ ...(key && { key }), ...(node !== undefined && { node }) });
    } else if (isSeq<Node>(node) && typeof part === 'number') {
      const item: Node | undefined = node.items[part];
      if (!item) break;
      node = item;
      steps.push({ node });
    } else break;
  }
  return steps;
};

/** The first scalar of a collection: what is marked when a whole item is meant. */
const firstRange = (node: Node | null | undefined): Range | undefined => {
  if (isMap(node)) return rangeOf(node.items[0]?.key) ?? rangeOf(node);
  if (isSeq(node)) {
    const [first] = node.items;
    return isPair(first) ? rangeOf(first) : (rangeOf(first) ?? rangeOf(node));
  }
  return rangeOf(node);
};

/** Reads YAML or JSON text. Errors: load/bad-yaml for the syntax, check/wrong-value for numbers not in plain digits. */
export const readYaml = (file: string, input: string): Outcome<YamlSource> => {
  const text = input.replace(/^\ufeff/, '');
  const lines = new LineCounter();
  const diagnostics: Diagnostic[] = [];

  const span = ([start, end]: Range): Span => {
    const from = lines.linePos(start);
    const to = lines.linePos(Math.max(start, end));
    return { file, line: from.line || 1, column: from.col || 1, endLine: to.line || 1, endColumn: to.col || 1 };
  };
  const report = (diagnostic: Omit<Diagnostic, 'severity' | 'span'>, range: Range): void => {
    diagnostics.push({ severity: 'error', ...diagnostic, span: span(range) });
  };

  let root: ParsedNode | null;
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      version: '1.2',
      schema: 'core',
      prettyErrors: false,
      stringKeys: true,
      logLevel: 'silent',
    });
    for (const fault of [...document.errors, ...document.warnings]) {
      report(messages.badYaml(fault.code, fault.message), [fault.pos[0], Math.min(fault.pos[1], fault.pos[0] + 80)]);
    }
    root = document.contents;
  } catch (error) {
    // The parser calls itself for each level, so nesting without end runs out of stack.
    if (!(error instanceof RangeError)) throw error;
    return { diagnostics: [{ severity: 'error', ...messages.nestedTooDeeply(), span: span([0, 0]) }] };
  }

  const plain = (node: Node | null | undefined): unknown => {
    const range = rangeOf(node) ?? [0, 0];
    if (isAlias(node)) {
      report(messages.alias(node.source), range);
      return undefined;
    }
    if (isMap<unknown, Node | null>(node)) {
      const map: Record<string, unknown> = Object.create(null);
      for (const pair of node.items) {
        const value = plain(pair.value);
        if (value !== undefined) map[keyOf(pair)] = value;
      }
      return map;
    }
    if (isSeq<Node>(node)) return node.items.map(plain);
    if (!isScalar(node)) return undefined;
    const { value } = node;
    if (typeof value === 'number' || typeof value === 'bigint') {
      const source = node.source ?? String(value);
      if (!plainNumber.test(source)) report(messages.notPlainDigits(source), range);
      return new SourceNumber(source);
    }
    if (typeof value === 'string') {
      const bad = unprintable.exec(value)?.[0];
      if (bad !== undefined) report(messages.unprintableCharacter(bad), range);
      return value;
    }
    return value ?? undefined;
  };

  if (diagnostics.length > 0) return { diagnostics };
  const value = plain(root);
  if (value === undefined && diagnostics.length === 0) report(messages.emptyFile(), [0, 0]);
  const source: YamlSource = {
    file,
    text,
    value,
    spanOf: (path) => {
      const steps = walk(root, path);
      const last = steps.at(-1);
      const collection = isMap(last?.node) || isSeq(last?.node);
      const range = collection ? (last?.key ?? firstRange(last?.node)) : (rangeOf(last?.node) ?? last?.key);
      return span(range ?? [0, 0]);
    },
    keySpanOf: (path) => {
      const last = walk(root, path).at(-1);
      return span(last?.key ?? firstRange(last?.node) ?? [0, 0]);
    },
    has: (path) => walk(root, path).length === path.length + 1,
  };
  return { value: source, diagnostics };
};
