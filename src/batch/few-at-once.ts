// Runs work over many items, a few at a time, and gives the results in the order of the items.
// Reading a thousand files one after the other waits on each; reading all at once holds all of them in memory.

/** Rejects with the first error; work already begun is finished first by its own promise, nothing new is begun. */
export const fewAtOnce = async <T, R>(
  items: readonly T[],
  most: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  const queue = items.entries();
  const lane = async (): Promise<void> => {
    // The lanes share one iterator, so that each item is taken once.
    for (const [index, item] of queue) results[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: Math.min(Math.max(1, most), items.length) }, lane));
  return results;
};

/** Files that are read at once: enough to keep the disk and the four threads of libuv busy. */
export const filesAtOnce = 8;
