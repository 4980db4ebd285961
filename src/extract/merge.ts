// Extracting again after a person has edited the data file: three-way, by stable ids, the person's word first.
// Takes the former extraction (when it was kept), the edited report and the new extraction; gives the merged report and
// what changed. Without the former extraction an edited value is never replaced, and only new items come in.
import type { Message } from '../diagnostics/diagnostic.ts';
import type { Report } from '../report/schema.ts';

/** One difference between the edited file and the new extraction. */
export type Change = {
  /** added: new in the text; updated: changed in the text, untouched by the person; kept: edited, the text says otherwise; gone: no longer in the text. */
  readonly kind: 'added' | 'updated' | 'kept' | 'gone';
  /** Where: `sections/1.1/observations/gdp-2016/value`. */
  readonly path: string;
  readonly mine?: unknown;
  readonly fresh?: unknown;
};

export type Merged = { readonly report: Report; readonly changes: readonly Change[] };

type Plain = null | undefined | string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };
type PlainMap = { readonly [key: string]: Plain };

const isMap = (value: Plain): value is PlainMap => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);

/** A text that is equal for equal values, whatever the order of their keys. */
const canonical = (value: Plain): string => {
  if (isList(value)) return `[${value.map(canonical).join()}]`;
  if (isMap(value)) {
    const keys = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .toSorted();
    return `{${keys.map((key) => `${key}:${canonical(value[key])}`).join()}}`;
  }
  return JSON.stringify(value ?? null);
};

const same = (a: Plain, b: Plain): boolean => canonical(a) === canonical(b);

/** What an item of a list is known by: its id, its name, its place in the text. */
const keyOf = (item: Plain): string | undefined => {
  if (!isMap(item)) return undefined;
  for (const key of ['id', 'term', 'finding', 'name', 'text']) {
    const value = item[key];
    if (typeof value === 'string') return value;
  }
  return undefined;
};

const keyed = (list: readonly Plain[]): boolean => list.length > 0 && list.every((item) => keyOf(item) !== undefined);
const placeOf = (item: Plain): string | undefined =>
  isMap(item) && isList(item['at']) ? canonical(item['at']) : undefined;

/** Lists that only people fill; an extraction has nothing to say about them. */
const ownLists = new Set(['questions', 'accepted', 'headline', 'recipients', 'support']);

const mergeValue = (base: Plain, mine: Plain, fresh: Plain, path: string, known: boolean, changes: Change[]): Plain => {
  if (same(mine, fresh)) return mine;
  if (isMap(mine) && isMap(fresh))
    return mergeMaps(isMap(base) ? base : {}, mine, fresh, path, known && isMap(base), changes);
  if (isList(mine) && isList(fresh) && (keyed(mine) || keyed(fresh))) {
    return mergeLists(isList(base) ? base : [], mine, fresh, path, known && isList(base), changes);
  }
  if (known && same(base, mine)) {
    changes.push({ kind: fresh === undefined ? 'gone' : 'updated', path, mine, fresh });
    return fresh;
  }
  // edited by the person: the text's other value is only reported
  if (!known || !same(base, fresh)) changes.push({ kind: 'kept', path, mine, fresh });
  return mine;
};

const mergeMaps = (
  base: PlainMap,
  mine: PlainMap,
  fresh: PlainMap,
  path: string,
  known: boolean,
  changes: Change[],
): PlainMap => {
  const merged: Record<string, Plain> = {};
  for (const key of new Set([...Object.keys(mine), ...Object.keys(fresh)])) {
    const [old, own, next] = [base[key], mine[key], fresh[key]];
    const place = `${path}/${key}`;
    if (ownLists.has(key) && isList(own)) merged[key] = own;
    else if (own === undefined) {
      // taken out by the person (待核 read and deleted), or new in the text
      const deleted = known ? old !== undefined : key === 'review';
      if (deleted) continue;
      if (isList(next) && next.length === 0) continue;
      changes.push({ kind: 'added', path: place, fresh: next });
      merged[key] = next;
    } else if (next === undefined) {
      // written by the person (summary, lead unit), or no longer found
      if (known && same(old, own)) changes.push({ kind: 'gone', path: place, mine: own });
      else merged[key] = own;
    } else merged[key] = mergeValue(old, own, next, place, known, changes);
  }
  return merged;
};

const mergeLists = (
  base: readonly Plain[],
  mine: readonly Plain[],
  fresh: readonly Plain[],
  path: string,
  known: boolean,
  changes: Change[],
): readonly Plain[] => {
  const find = (list: readonly Plain[], item: Plain): Plain => {
    const [key, place] = [keyOf(item), placeOf(item)];
    return (
      list.find((each) => keyOf(each) === key) ??
      (place === undefined ? undefined : list.find((each) => placeOf(each) === place))
    );
  };
  const used = new Set<Plain>();
  const merged: Plain[] = [];
  for (const item of mine) {
    const next = find(fresh, item);
    const old = find(base, item);
    const place = `${path}/${keyOf(item) ?? ''}`;
    if (next !== undefined) {
      used.add(next);
      merged.push(mergeValue(old, item, next, place, known && old !== undefined, changes));
    } else if (known && old !== undefined && same(old, item)) changes.push({ kind: 'gone', path: place, mine: item });
    else merged.push(item);
  }
  for (const item of fresh) {
    if (used.has(item)) continue;
    // it was there before and the person took it out
    if (known && find(base, item) !== undefined) continue;
    changes.push({ kind: 'added', path: `${path}/${keyOf(item) ?? ''}`, fresh: item });
    merged.push(item);
  }
  return merged;
};

/** Merges; `base` is the former extraction of the same file, when it is at hand. */
export const mergeReports = (base: Report | undefined, mine: Report, fresh: Report): Merged => {
  const changes: Change[] = [];
  // The schema's types are plain values; the merge keeps each value's shape, taking it whole from one side or the other.
  const report = mergeValue(
    base as Plain,
    mine as Plain,
    fresh as Plain,
    '',
    base !== undefined,
    changes,
  ) as unknown as Report;
  return { report, changes: changes.map((change) => ({ ...change, path: change.path.replace(/^\//, '') })) };
};

const words: Readonly<Record<Change['kind'], Message>> = {
  added: { zh: '新增', en: 'new' },
  updated: { zh: '原文已变，随之更新', en: 'changed in the text, updated' },
  kept: { zh: '保留人工修改，原文不同', en: 'edited by hand and kept; the text differs' },
  gone: { zh: '原文已无，移除', en: 'no longer in the text, removed' },
};

/** One line for a change: what happened and where. */
export const changeText = ({ kind, path }: Change): Message => ({
  zh: `${words[kind].zh}：${path}`,
  en: `${words[kind].en}: ${path}`,
});
