// Work over threads: a kept pool of workers, one report at a time each. A worker that dies or takes too long ends its
// own report, with a message that says which and why; the pool starts another and the batch goes on.
import { Tinypool } from 'tinypool';
import type { Diagnostic, Message } from '../diagnostics/diagnostic.ts';
import type { Task, TaskResult, Work } from './task.ts';
import type { WorkerSetup } from './worker.ts';

export type Pool = { readonly work: Work; readonly close: () => Promise<void> };

const ended = (task: Task, code: Diagnostic['code'], message: Message, hint?: Message): TaskResult => ({
  written: [],
  diagnostics: [{ severity: 'error', code, file: task.label, message, ...(hint && { hint }) }],
  sources: [],
});

/**
 * A pool of `threads` workers. `timeout` is how many milliseconds one report may take, 0 for no limit; a thread that
 * passes it is ended, since a loop in a template cannot be asked to stop.
 */
export const openPool = (setup: WorkerSetup, threads: number, timeout: number): Pool => {
  const pool = new Tinypool({
    filename: new URL('worker.js', import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: threads,
    maxThreads: threads,
    workerData: setup,
  });
  const work: Work = async (task) => {
    const signal = timeout > 0 ? AbortSignal.timeout(timeout) : undefined;
    try {
      // The worker's default export takes a Task and gives a TaskResult; tinypool cannot know.
      return (await pool.run(task, signal ? { signal } : {})) as TaskResult;
    } catch (error) {
      if (signal?.aborted) {
        const seconds = (timeout / 1000).toString();
        return ended(
          task,
          'batch/timeout',
          { zh: `超过 ${seconds} 秒没有做完，已停止`, en: `not done after ${seconds} s, and stopped` },
          {
            zh: '检查模板里有没有循环，或用 --timeout 放宽',
            en: 'look for a loop in the template, or raise --timeout',
          },
        );
      }
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return ended(task, 'batch/worker-died', {
        zh: `处理这份报告的线程出错退出，这是程序自身的错误：${reason}`,
        en: `the thread that worked on this report died, which is a bug of ours: ${reason}`,
      });
    }
  };
  return { work, close: async () => pool.destroy() };
};
