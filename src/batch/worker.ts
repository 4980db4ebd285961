// A worker thread: makes its engine once, then works on the tasks that the pool hands it.
import { workerData } from 'node:worker_threads';
import { createEngine } from '../engine.ts';
import { realHost } from '../host.ts';
import { readProject } from '../project.ts';
import type { Task, TaskResult, Work } from './task.ts';
import { workWith } from './work.ts';

export type WorkerSetup = { readonly root: string; readonly packageFolder: string };

// tinypool hands over [its own data, ours].
const setup = (workerData as readonly [unknown, WorkerSetup])[1];

let work: Promise<Work> | undefined;

const prepare = async (): Promise<Work> => {
  const host = realHost();
  const { project } = await readProject(setup.root, setup.packageFolder, host);
  const engine = await createEngine(project, host);
  if (engine.value === undefined) throw new Error('the engine could be made on the main thread but not in a worker');
  return workWith(project, engine.value, host);
};

const runTask = async (task: Task): Promise<TaskResult> => (await (work ??= prepare()))(task);

// The pool calls the default export of a worker's file.
export default runTask;
