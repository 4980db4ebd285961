// Takes YAML text, gives a skeleton of it for the library to read, and the values that were taken out of it.
// Nine tenths of a data file are items of one line (`- { id: gdp-2016, value: 157.5, at: [363, 370] }`), read here in one
// go; the library sees a word in the place of each. What is no such item stays, and a text with any fault is read whole.
import { SourceNumber } from './schema.ts';

// Keys, and text that YAML takes as it stands wherever it stands: no indicator, no quotes, nothing beyond a line.
const key = /([A-Za-z][\w-]*): +/y;
const unseen = String.raw`\p{Cc}\p{Cs}\p{Co}\p{Cn}\u2028\u2029\ufeff`;
const reserved = `,[\\]{}:#'"`;
const plain = new RegExp(
  String.raw`(?:-(?=\d)|[^\s${unseen}${reserved}&*!|>%@\x60?=<~+.-])(?:[^${unseen}${reserved}]*[^\s${unseen}${reserved}])?`,
  'uy',
);
const quoted = new RegExp(`'([^'${unseen}]*)'(?!')|"([^"\\\\${unseen}]*)"`, 'uy');
const comma = / *, +/y;

const plainNumber = /^-?\d+(?:\.\d+)?$/;
/** What may be a number in another form, or nothing: left to the library. */
const special = /^-?(?:\d+\.?\d*(?:[eE]|$)|0[xo])|^(?:null|Null|NULL)$/;
const booleans: ReadonlyMap<string, boolean> = new Map(
  ['true', 'True', 'TRUE', 'false', 'False', 'FALSE'].map((word) => [word, word.toLowerCase() === 'true']),
);

/** Thrown to the one caller below: the item is none of the plain form. */
const notPlain = Symbol('not plain');

type Cursor = { readonly line: string; at: number };

const take = (pattern: RegExp, cursor: Cursor): RegExpExecArray | undefined => {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.line);
  if (!found) return undefined;
  cursor.at = pattern.lastIndex;
  return found;
};

const skipSpaces = (cursor: Cursor): void => {
  while (cursor.line[cursor.at] === ' ') cursor.at += 1;
};

const readScalar = (cursor: Cursor): unknown => {
  const inQuotes = take(quoted, cursor);
  if (inQuotes) return inQuotes[1] ?? inQuotes[2] ?? '';
  const text = take(plain, cursor)?.[0];
  if (text === undefined) throw notPlain;
  if (plainNumber.test(text)) return new SourceNumber(text);
  if (special.test(text)) throw notPlain;
  return booleans.get(text) ?? text;
};

/** What stands between two brackets, comma after comma. */
const readInside = (cursor: Cursor, close: string, readOne: () => void): void => {
  cursor.at += 1;
  do {
    skipSpaces(cursor);
    readOne();
  } while (take(comma, cursor));
  skipSpaces(cursor);
  if (cursor.line[cursor.at] !== close) throw notPlain;
  cursor.at += 1;
};

const readMap = (cursor: Cursor): unknown => {
  const map: Record<string, unknown> = Object.create(null);
  readInside(cursor, '}', () => {
    const name = take(key, cursor)?.[1];
    if (name === undefined || name in map) throw notPlain;
    map[name] = readValue(cursor);
  });
  return map;
};

const readValue = (cursor: Cursor): unknown => {
  const mark = cursor.line[cursor.at];
  if (mark === '{') return readMap(cursor);
  if (mark !== '[') return readScalar(cursor);
  const list: unknown[] = [];
  readInside(cursor, ']', () => void list.push(readValue(cursor)));
  return list;
};

const start = /^ *- (?=\{)/;

const itemOf = (line: string, from: number): unknown => {
  const cursor = { line, at: from };
  try {
    const value = readMap(cursor);
    return cursor.at === line.length ? value : notPlain;
  } catch (error) {
    if (error === notPlain) return notPlain;
    throw error;
  }
};

/** Begins the word that stands for an item; a text that holds one already is read whole. */
const sign = '\u{E000}';

export type PlainItems = {
  readonly skeleton: string;
  readonly count: number;
  /** The item that a word of the skeleton stands for; undefined for any other text. */
  readonly itemAt: (word: string) => unknown;
};

/** Takes the items of one line out of a text; undefined when there are too few for it to pay. */
export const takePlainItems = (text: string, fewest = 8): PlainItems | undefined => {
  if (text.includes(sign)) return undefined;
  const items: unknown[] = [];
  const lines = text.split('\n').map((line) => {
    const lead = start.exec(line)?.[0];
    if (lead === undefined) return line;
    const item = itemOf(line, lead.length);
    if (item === notPlain) return line;
    return `${lead}${sign}${items.push(item) - 1}`;
  });
  if (items.length < fewest) return undefined;
  const words = new Map(items.map((item, index) => [`${sign}${index}`, item]));
  return { skeleton: lines.join('\n'), count: items.length, itemAt: (word) => words.get(word) };
};
