// Small statistics over measured lengths: what a line of text is judged by and what the report states.

/** The value below which `part` (0 to 1) of the values lie, by nearest rank; 0 for no values. */
export const percentile = (values: readonly number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Rounded for reports. */
export const rounded = (value: number, digits = 3): number => {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
};

/** The most frequent value, values within `step` of each other taken as one. */
export const commonest = (values: readonly number[], step: number): number | undefined => {
  const counts = new Map<number, number[]>();
  for (const value of values) {
    const key = Math.round(value / step);
    const list = counts.get(key);
    if (list === undefined) counts.set(key, [value]);
    else list.push(value);
  }
  let best: number[] = [];
  for (const list of counts.values()) if (list.length > best.length) best = list;
  return best.length === 0 ? undefined : median(best);
};

/** Things by key, in the order of their first. */
export const groupBy = <Thing, Key>(things: readonly Thing[], keyOf: (thing: Thing) => Key): Map<Key, Thing[]> => {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
};
