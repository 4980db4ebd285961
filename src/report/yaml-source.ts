// Takes YAML 1.2 (or JSON) text, gives plain values that still know where in the text they stand.
// A number stays as its digits (SourceNumber); maps have no prototype, so that no key is special.
// Every fault of the text is reported, not only the first; aliases are refused, so a small file stays a small value.
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import type { Diagnostic, Outcome, Span } from '../diagnostics/diagnostic.ts';
import * as messages from './messages.ts';
import { takePlainItems, type PlainItems } from './plain-items.ts';
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

/** The parser puts a missing quote or bracket where the text ends; people look for it where it was opened. */
const openedAt = (document: Document.Parsed, end: number): number => {
  let start = end;
  visit(document, {
    Node: (_, node) => {
      const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
      const flow = (isMap(node) || isSeq(node)) && node.flow === true;
      const range = node.range;
      if ((quoted || flow) && range && range[0] < end && range[2] >= end) start = range[0];
    },
  });
  return start;
};

/** YAML joins the lines of a text by spaces; Chinese lines join without. */
const joinLines = (value: string): string =>
  value.replaceAll(
    /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]) | (?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…])/gu,
    '',
  );

/** Reports the last of these items, which has no value of its own, together with the one that it belongs to. */
const brokenByComma = (
  items: readonly Pair[],
  report: (fault: ReturnType<typeof messages.commaInFlow>, range: Range) => void,
  text: string,
): void => {
  const owner = items.findLast(({ value }) => value !== null);
  const [from, to] = [rangeOf(owner?.value ?? items[0]?.key), rangeOf(items.at(-1)?.key)];
  if (from && to) report(messages.commaInFlow(owner ? keyOf(owner) : '', text.slice(from[0], to[1])), [from[0], to[1]]);
};

/**
 * Line and column, from 1, of an offset. The parser's own counter loses lines where it gives up on a stretch of text.
 */
const placesIn = (text: string): ((offset: number) => { readonly line: number; readonly column: number }) => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [line, past] = [0, starts.length];
    while (past - line > 1) {
      const middle = Math.floor((line + past) / 2);
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else past = middle;
    }
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
};

const mostBytes = 5_000_000;
const deepest = 40;

/**
 * Whether a text is too large or nests too deeply to be handed to the parser, which calls itself and compiles an
 * expression for each level: a hundred thousand `[` would keep it busy for minutes. Report data nest nine levels.
 */
const outOfBounds = (text: string): 'size' | 'depth' | undefined => {
  if (text.length > mostBytes) return 'size';
  let [open, depth] = [0, 0];
  for (const { 0: mark } of text.matchAll(/[[{}\]]/g)) {
    open = mark === '[' || mark === '{' ? open + 1 : Math.max(0, open - 1);
    depth = Math.max(depth, open);
  }
  const inLine = new RegExp(`^ {${deepest * 8}}|(?:[-?&!][^ \\n]{0,60} +){${deepest}}`, 'm').test(text);
  return depth > deepest || inLine ? 'depth' : undefined;
};

/** `items` are those that `text` lacks. */
const read = (file: string, text: string, items?: PlainItems): Outcome<YamlSource> => {
  const placeOf = placesIn(text);
  const diagnostics: Diagnostic[] = [];

  const span = ([start, end]: Range): Span => {
    const [from, to] = [placeOf(start), placeOf(Math.max(start, end))];
    return { file, ...from, endLine: to.line, endColumn: to.column };
  };
  const report = (diagnostic: Omit<Diagnostic, 'severity' | 'span'>, range: Range): void => {
    diagnostics.push({ severity: 'error', ...diagnostic, span: span(range) });
  };

  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
    stringKeys: true,
    // Looked for below in one pass: the parser compares each key with each other.
    uniqueKeys: false,
    logLevel: 'silent',
  });
  for (const fault of [...document.errors, ...document.warnings]) {
    // An open bracket shows as a wrong indent of the line after it.
    const open = fault.code === 'MISSING_CHAR' || /^Flow .* end with a/.test(fault.message);
    const start = open ? openedAt(document, fault.pos[0]) : fault.pos[0];
    const end = start === fault.pos[0] ? Math.min(fault.pos[1], start + 80) : start + 1;
    report(messages.badYaml(open ? 'MISSING_CHAR' : fault.code, fault.message), [start, end]);
  }
  const root = document.contents;
  let put = 0;

  const plain = (node: Node | null | undefined): unknown => {
    const range = rangeOf(node) ?? [0, 0];
    if (isAlias(node)) {
      report(messages.alias(node.source), range);
      return undefined;
    }
    if (isMap<unknown, Node | null>(node)) {
      const map: Record<string, unknown> = Object.create(null);
      const seen = new Set<string>();
      for (const [at, pair] of node.items.entries()) {
        const key = keyOf(pair);
        // `{ value: 71,5 }` is two items to YAML, the second without a value.
        if (node.flow === true && pair.value === null) brokenByComma(node.items.slice(0, at + 1), report, text);
        if (seen.has(key)) report(messages.badYaml('DUPLICATE_KEY', key), rangeOf(pair.key) ?? range);
        seen.add(key);
        const value = plain(pair.value);
        if (value !== undefined) map[key] = value;
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
      const item = items?.itemAt(value);
      if (item !== undefined) {
        put += 1;
        return item;
      }
      const bad = unprintable.exec(value)?.[0];
      if (bad !== undefined) report(messages.unprintableCharacter(bad), range);
      const block = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
      const ended = block ? value.replace(/\n+$/, '') : value;
      const overLines =
        text
          .slice(...range)
          .trimEnd()
          .includes('\n') && node.type !== 'BLOCK_LITERAL';
      return overLines ? joinLines(ended) : ended;
    }
    return value ?? undefined;
  };

  // Also when the syntax is at fault: keys that stand twice are reported with the rest.
  const faulty = diagnostics.length > 0;
  const value = plain(root);
  // An item inside a longer text is none.
  if (items && put !== items.count) return { diagnostics };
  if (faulty || diagnostics.some(({ code }) => code === 'load/bad-yaml')) {
    return { diagnostics: diagnostics.filter(({ code }) => code === 'load/bad-yaml') };
  }
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

/** Reads YAML or JSON text. Errors: load/bad-yaml for the syntax, check/wrong-value for numbers not in plain digits. */
export const readYaml = (file: string, input: string): Outcome<YamlSource> => {
  const text = input.replace(/^\ufeff/, '');
  const bound = outOfBounds(text);
  if (bound !== undefined) {
    const fault = bound === 'size' ? messages.tooLarge(mostBytes / 1_000_000) : messages.nestedTooDeeply();
    return { diagnostics: [{ severity: 'error', ...fault, span: { file, line: 1, column: 1 } }] };
  }
  const items = takePlainItems(text);
  const { value, diagnostics } = items ? read(file, items.skeleton, items) : { diagnostics: [] };
  if (value === undefined || diagnostics.length > 0) return read(file, text);
  // Places are asked for only where something is wrong.
  let known: YamlSource | undefined;
  const whole = (): YamlSource => {
    known ??= read(file, text).value ?? value;
    return known;
  };
  return {
    value: {
      file,
      text,
      value: value.value,
      spanOf: (path) => whole().spanOf(path),
      keySpanOf: (path) => whole().keySpanOf(path),
      has: (path) => whole().has(path),
    },
    diagnostics: [],
  };
};
