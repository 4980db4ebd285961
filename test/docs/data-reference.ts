// The reference of data files as Markdown: words from data-keys.ts, types and necessity from the JSON Schema.
// Throws for a key that the schema has and the words lack, or the other way round.
import { indicatorsJsonSchema, reportJsonSchema } from '../../src/report/json-schema.ts';
import type { Language } from './command-reference.ts';
import { figureKeys, indicatorKeys, shapes, type Key } from '../../src/report/data-keys.ts';

type Node = { readonly [key: string]: unknown };
type Found = { readonly type: string; readonly required: boolean };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

const typeNames: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  string: { zh: '文字', en: 'text' },
  integer: { zh: '整数', en: 'whole number' },
  number: { zh: '数', en: 'number' },
  boolean: { zh: 'true / false', en: 'true / false' },
  object: { zh: '一组键', en: 'keys' },
  array: { zh: '列表', en: 'list' },
  decimal: { zh: '数', en: 'number' },
};

/** Type as shown: choices where there are some, else a word. */
const typeOf = (node: Node, language: Language): string => {
  const choices = node['enum'];
  if (Array.isArray(choices)) return choices.map((choice) => `\`${String(choice)}\``).join(' ');
  if (typeof node['$ref'] === 'string') return typeNames['decimal']?.[language] ?? '';
  const type: unknown = node['type'];
  const first = Array.isArray(type) ? String(type[0]) : String(type);
  return typeNames[first]?.[language] ?? first;
};

/** Keys of every object in a schema: place → key → what is known of it. */
const keysOf = (schema: Node, language: Language): Map<string, Map<string, Found>> => {
  const places = new Map<string, Map<string, Found>>();
  const walk = (node: Node, place: string): void => {
    const { properties, required, items } = node;
    if (isNode(items)) walk(items, `${place}[]`);
    if (!isNode(properties)) return;
    const known = Array.isArray(required) ? required : [];
    const keys = new Map<string, Found>();
    for (const [key, child] of Object.entries(properties)) {
      if (!isNode(child)) continue;
      keys.set(key, { type: typeOf(child, language), required: known.includes(key) });
      walk(child, place === '' ? key : `${place}.${key}`);
    }
    places.set(place, keys);
  };
  walk(schema, '');
  return places;
};

const heads = {
  zh: '| 键 | 必填 | 写法 | 含义 | 例 |\n| --- | --- | --- | --- | --- |',
  en: '| key | required | type | meaning | example |\n| --- | --- | --- | --- | --- |',
} as const;
const below = { zh: '见下', en: 'see below' } as const;
const yes = { zh: '是', en: 'yes' } as const;
const figureTitle = { zh: '数字的写法', en: 'A printed figure' } as const;
const modifiersAt = 'sections[].observations[]';

const row = (key: string, [zh, en, example]: Key, found: Found, language: Language): string => {
  const shown = example === '见下' ? below[language] : `\`${example}\``;
  const cells = [`\`${key}\``, found.required ? yes[language] : '', found.type, language === 'zh' ? zh : en, shown];
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
};

const table = (keys: Readonly<Record<string, Key>>, found: ReadonlyMap<string, Found>, language: Language): string =>
  [
    heads[language],
    ...Object.entries(keys).map(([key, words]) =>
      row(key, words, found.get(key) ?? { type: '', required: false }, language),
    ),
  ].join('\n');

/** The keys of all places of a shape; a key is required when it is so wherever it stands. */
const together = (places: readonly (ReadonlyMap<string, Found> | undefined)[]): Map<string, Found> => {
  const all = new Map<string, Found>();
  for (const place of places) for (const [key, found] of place ?? []) if (!all.has(key)) all.set(key, found);
  return all;
};

const complain = (faults: readonly string[]): void => {
  if (faults.length > 0) throw new Error(`src/report/data-keys.ts and the schema differ: ${faults.join('; ')}`);
};

/** Every object of a data file, with its keys. */
export const dataReference = (language: Language): string => {
  const places = keysOf(reportJsonSchema(), language);
  const described = new Map(shapes.flatMap((shape) => shape.at.map((place) => [place, shape] as const)));
  complain([
    ...[...places.keys()].filter((place) => !described.has(place)).map((place) => `${place} is not described`),
    ...shapes.flatMap(({ at, keys, figure }) => {
      const found = together(at.map((place) => places.get(place)));
      const wanted = new Set([...Object.keys(keys), ...(figure ? Object.keys(figureKeys) : [])]);
      return [
        ...[...found.keys()].filter((key) => !wanted.has(key)).map((key) => `${at[0]}.${key} is not described`),
        ...Object.keys(keys).filter((key) => !found.has(key)).map((key) => `${at[0]}.${key} is not in the schema`),
      ];
    }),
  ]);
  const parts = shapes.flatMap(({ at, title, keys }) => {
    const found = together(at.map((place) => places.get(place)));
    return [`### ${title[language]}`, table(keys, found, language)];
  });
  const figure = places.get(modifiersAt) ?? new Map<string, Found>();
  return [`### ${figureTitle[language]}`, table(figureKeys, figure, language), ...parts].join('\n\n');
};

/** The table of indicators. */
export const indicatorReference = (language: Language): string => {
  const found = keysOf(indicatorsJsonSchema(), language).get('indicators[]') ?? new Map<string, Found>();
  complain([
    ...[...found.keys()].filter((key) => !(key in indicatorKeys)).map((key) => `indicators[].${key} is not described`),
    ...Object.keys(indicatorKeys).filter((key) => !found.has(key)).map((key) => `indicators[].${key} is not in the schema`),
  ]);
  return table(indicatorKeys, found, language);
};
