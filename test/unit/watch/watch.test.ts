// What watching is made of: when it is quiet, which folders are looked at, what changed between two states.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryHost } from '../../../src/host.ts';
import { openBell } from '../../../src/watch/bell.ts';
import { watchedFolders } from '../../../src/watch/folders.ts';
import { touched } from '../../../src/watch/snapshot.ts';

/** Whether the bell has been quiet. */
const waiting = (bell: ReturnType<typeof openBell>): { readonly done: () => boolean } => {
  let over = false;
  void bell.quiet().then(() => (over = true));
  return { done: () => over };
};

describe('the bell', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits for the first ring, then until it has been quiet for a while', async () => {
    const bell = openBell({ settle: 60, longest: 2000 });
    const wait = waiting(bell);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(wait.done()).toBe(false);
    bell.ring();
    await vi.advanceTimersByTimeAsync(50);
    bell.ring();
    await vi.advanceTimersByTimeAsync(50);
    expect(wait.done()).toBe(false);
    await vi.advanceTimersByTimeAsync(20);
    expect(wait.done()).toBe(true);
  });

  it('does not wait for ever on a bell that never stops', async () => {
    const bell = openBell({ settle: 60, longest: 200 });
    const wait = waiting(bell);
    for (let ring = 0; ring < 10; ring += 1) {
      bell.ring();
      await vi.advanceTimersByTimeAsync(40);
    }
    expect(wait.done()).toBe(true);
  });

  it('remembers a ring that came while nobody waited', async () => {
    const bell = openBell({ settle: 60, longest: 2000 });
    bell.ring();
    const wait = waiting(bell);
    await vi.advanceTimersByTimeAsync(100);
    expect(wait.done()).toBe(true);
  });
});

describe('the folders', () => {
  it('are those of data, templates and fonts, there or not, with what leads to them', async () => {
    const host = memoryHost(new Map([['/p/data/2017/a.yaml', 'id: a']]));
    const folders = await watchedFolders(['data'], '/p', host);
    expect([...folders].toSorted()).toEqual([
      '/p',
      '/p/data',
      '/p/data/2017',
      '/p/data/2017/comparisons',
      '/p/data/comparisons',
      '/p/fonts',
      '/p/templates',
      '/p/templates/partials',
    ]);
  });
});

describe('what changed', () => {
  it('is what is new, gone, or not the same', () => {
    const before = new Map([
      ['data/a.yaml', '1'],
      ['data/b.yaml', '2'],
      ['data/c.yaml', '3'],
    ]);
    const now = new Map([
      ['data/a.yaml', '1'],
      ['data/b.yaml', 'other'],
      ['data/d.yaml', '4'],
    ]);
    expect(touched(before, now)).toEqual(['data/b.yaml', 'data/c.yaml', 'data/d.yaml']);
    expect(touched(before, before)).toEqual([]);
  });
});
