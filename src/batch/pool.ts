// Work over threads: a kept pool of workers, one report at a time each. A worker that dies or takes too long ends its
// own report, with a message that says which and why; the pool starts another and the batch goes on.
// Also one job runs in a thread: a loop in a template can only be stopped from outside.
import { Tinypool } from 'tinypool';
import type { Project } from '../project.ts';
import * as messages from './messages.ts';
import type { Pool, Task, TaskResult, Work } from './task.ts';
import type { Order } from './worker.ts';

export type PoolOptions = {
  readonly threads: number;
  /** Milliseconds that one report may take, 0 for no limit. */
  readonly timeout: number;
  /** The workers' file, and megabytes of heap that one may fill; others in tests. */
  readonly worker?: URL;
  readonly heap?: number;
};

/**
 * Megabytes of heap that a worker may fill: more is a fault of a template or of ours, and ends that report only.
 * V8 takes its pace from it: at 2048 and more the heap may grow fourfold between two full collections, which saves a
 * tenth of the time and takes two workers over 1 GB; at 1024 collections take a tenth more.
 */
const heapLimit = 2000;

export type KeptPool = {
  /** Works with this state of the project. `close` leaves the threads. */
  readonly with: (project: Project, setup: string) => Pool;
  /** Ends the threads. */
  readonly end: () => Promise<void>;
};

/** Starts the threads. */
export const openPool = ({ threads, timeout, worker, heap = heapLimit }: PoolOptions): KeptPool => {
  const pool = new Tinypool({
    filename: (worker ?? new URL('worker.js', import.meta.url)).href,
    runtime: 'worker_threads',
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });

  const workOn = async (order: Order, task: Task): Promise<TaskResult> => {
    const signal = timeout > 0 ? AbortSignal.timeout(timeout) : undefined;
    try {
      // The worker's default export takes an Order and gives a TaskResult; tinypool cannot know.
      return (await pool.run({ ...order, task }, signal ? { signal } : {})) as TaskResult;
    } catch (error) {
      const problem = signal?.aborted ? messages.timedOut(task.label, timeout) : messages.workerDied(task.label, error);
      return { written: [], diagnostics: [problem], sources: [], unsure: true };
    }
  };

  return {
    with: (project, setup) => {
      // Fonts are cut on the first run on a machine, which takes longer than a report may: each thread makes its engine
      // before its first report's time begins. A thread that dies of it dies again of the report, which then tells.
      const prepare = async (): Promise<unknown> => pool.run({ project, setup }).catch(() => undefined);
      const ready = Array.from({ length: threads }, prepare);
      const work: Work = async (task) => {
        await ready.shift();
        const result = await workOn({ project, setup }, task);
        if (result.unsure) ready.push(prepare()); // another thread has taken its place
        return result;
      };
      return { work, close: () => Promise.resolve() };
    },
    end: async () => pool.destroy(),
  };
};
