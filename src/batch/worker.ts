// A worker thread: makes its engine once, then works on the tasks that the pool hands it.
// When the project has changed (watch) the next task brings the new one, and the engine is made anew.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createEngine, type Engine } from '../engine.ts';
import { realHost } from '../host.ts';
import type { Project } from '../project.ts';
import type { Task, TaskResult } from './task.ts';
import { workWith } from './work.ts';

/** `setup` tells one state of the project's files from another. */
export type Order = { readonly project: Project; readonly setup: string; readonly task?: Task };

type Prepared = { readonly setup: string; readonly engine: Engine | undefined; diagnostics: readonly Diagnostic[] };

// A library that asks to exit ends this thread without an error, and the pool would wait for it until the report's time
// is over. Node itself asks without a code, once it has told of an error.
// oxlint-disable-next-line no-restricted-properties -- nothing ends here
const { exit } = process;
// oxlint-disable-next-line no-restricted-properties -- nothing ends here
process.exit = (code) => {
  if (code === undefined) return exit();
  throw new Error(`a worker was asked to exit with ${code}`);
};

const host = realHost();
let prepared: Promise<Prepared> | undefined;

const prepare = async ({ project, setup }: Order): Promise<Prepared> => {
  const engine = await createEngine(project, host);
  return { setup, engine: engine.value, diagnostics: engine.diagnostics.filter(({ severity }) => severity !== 'note') };
};

const runOrder = async (order: Order): Promise<TaskResult> => {
  if ((await prepared)?.setup !== order.setup) prepared = prepare(order);
  const state = await (prepared ??= prepare(order));
  if (order.task === undefined) return { written: [], diagnostics: [], sources: [] };
  if (state.engine === undefined) return { written: [], diagnostics: state.diagnostics, sources: [] };
  const result = await workWith(state.engine, host)(order.task);
  // What is wrong with the project is told with the first task.
  const told = state.diagnostics;
  state.diagnostics = [];
  return { ...result, diagnostics: [...told, ...result.diagnostics] };
};

// The pool calls the default export of a worker's file.
export default runOrder;
