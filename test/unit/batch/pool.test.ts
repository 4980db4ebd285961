// Threads that die, loop or answer nonsense: the report that they worked on fails with a message, the others are done.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { fewAtOnce } from '../../../src/batch/few-at-once.ts';
import { openPool } from '../../../src/batch/pool.ts';
import type { Task } from '../../../src/batch/task.ts';
import { readProject } from '../../../src/project.ts';
import { memoryHost } from '../../../src/host.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'jianbao-pool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Does what the name of its report says. */
const worker = path.join(folder, 'worker.mjs');
writeFileSync(
  worker,
  `export default async ({ task }) => {
  const name = task?.label ?? '';
  if (name === 'throws') throw new Error('boom');
  if (name === 'rejects later') { setTimeout(() => { throw new Error('boom'); }); await new Promise(() => {}); }
  if (name === 'fills the memory') for (const all = []; ; ) all.push(new Array(1e6).fill(name));
  if (name === 'loops') for (;;);
  return { written: [], diagnostics: [], sources: [[name, 'done']] };
}`,
);

const taskOf = (label: string): Task => ({
  path: label,
  label,
  id: label,
  documents: [],
  out: '/out',
  strict: false,
  gallery: false,
});

const workOn = async (threads: number, timeout: number, ...labels: readonly string[]): Promise<readonly string[]> => {
  const { project } = await readProject('/p', '/p', memoryHost(new Map()));
  const kept = openPool({ threads, timeout, heap: 64, worker: pathToFileURL(worker) });
  const pool = kept.with(project, 'state');
  try {
    const results = await fewAtOnce(labels, threads, (label) => pool.work(taskOf(label)));
    return results.map(({ diagnostics, sources, unsure }, at) => {
      const outcome = diagnostics.map(({ code }) => code).join() || sources.map(([, text]) => text).join();
      return `${labels[at]}: ${outcome}${unsure ? ', unsure' : ''}`;
    });
  } finally {
    await kept.end();
  }
};

describe('openPool', () => {
  it.each([1, 2])('goes on when a thread dies, with %i threads', async (threads) => {
    const labels = ['throws', 'c', 'rejects later', 'd', 'fills the memory', 'e'];
    expect(await workOn(threads, 0, ...labels)).toEqual([
      'throws: batch/worker-died, unsure',
      'c: done',
      'rejects later: batch/worker-died, unsure',
      'd: done',
      'fills the memory: batch/worker-died, unsure',
      'e: done',
    ]);
  });

  it('ends a thread that takes too long, and no other', async () => {
    expect(await workOn(1, 2000, 'a', 'loops', 'b')).toEqual(['a: done', 'loops: batch/timeout, unsure', 'b: done']);
  });
});
