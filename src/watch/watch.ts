// Takes a project and what to build of it, builds, then builds again what each change touches, until stopped.
// The threads with their engines are kept from one round to the next. A fault in data or templates is told with the
// round and ends nothing: the next change may mend it.
import path from 'node:path';
import { openPool, type KeptPool } from '../batch/pool.ts';
import { prepareBatch, projectTexts, type BatchOrder } from '../batch/prepare.ts';
import { engineHash } from '../batch/recipe.ts';
import { runLocked } from '../batch/run-locked.ts';
import type { BatchResult, Progress } from '../batch/outcome.ts';
import type { Pool } from '../batch/task.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { readProject, type Project } from '../project.ts';
import { openBell, type BellTiming } from './bell.ts';
import { watchedFolders } from './folders.ts';
import { notWatched } from './messages.ts';
import { snapshotOf, touched, type Snapshot } from './snapshot.ts';

export type WatchOrder = Omit<BatchOrder, 'templates' | 'formats' | 'shard'> & {
  readonly root: string;
  readonly packageFolder: string;
  /** Templates and formats to make, asked for again as the project changes. */
  readonly targets: (project: Project) => Pick<BatchOrder, 'templates' | 'formats'>;
  /** Milliseconds that one report may take, 0 for no limit. */
  readonly timeout: number;
  readonly timing?: BellTiming;
};

/** One build, and what led to it. */
export type Round = {
  /** Files that changed since the last round, as shown to people; empty for the first. */
  readonly touched: readonly string[];
  /** Absent when nothing could be built: the fonts, or the output folder, cannot be used. */
  readonly result?: BatchResult;
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that the diagnostics point into, by name. */
  readonly sources: ReadonlyMap<string, string>;
  /** Milliseconds from when the files had settled. For show only. */
  readonly spent: number;
};

export type WatchEvents = {
  /** Awaited before the next round begins. */
  readonly built: (round: Round) => void | Promise<void>;
  readonly progress?: Progress;
};

export type Watching = {
  /** Begins no further report; resolves when those in work are finished and the threads are ended. */
  readonly stop: () => Promise<void>;
  /**
   * Resolves when it has stopped, with the reason when nobody asked it to: watch/not-watched. Rejects for a bug of ours.
   */
  readonly ended: Promise<readonly Diagnostic[]>;
};

const usual: BellTiming = { settle: 60, longest: 2000 };

const ignore = (): void => undefined;

/** Milliseconds until another build's hold on the output folder is looked at again. */
const retry = 1000;

/** Threads that last from round to round; more are started when a round can use more. */
const keptThreads = (timeout: number) => {
  let [threads, pool, ending] = [0, undefined as KeptPool | undefined, Promise.resolve()];
  return {
    open: (project: Project, setup: string, lanes: number): Pool => {
      if (pool === undefined || threads < lanes) {
        const old = pool;
        ending = ending.then(() => old?.end());
        [threads, pool] = [lanes, openPool({ threads: lanes, timeout })];
      }
      return pool.with(project, setup);
    },
    end: async (): Promise<void> => {
      await ending;
      await pool?.end();
    },
  };
};

/** What is known to be whole in the output folder after a round. */
const wholeAfter = (result: BatchResult): ReadonlyMap<string, string> =>
  new Map(result.entries.flatMap(({ file, sha256, pending }) => (pending ? [] : [[file, sha256] as const])));

/** Starts watching; the first round builds whatever is not current. */
export const watchProject = (order: WatchOrder, host: Host, events: WatchEvents): Watching => {
  const { root, packageFolder, out, places, strict, gallery, jobs } = order;
  const bell = openBell(order.timing ?? usual);
  const threads = keptThreads(order.timeout);
  const state = { stopped: false };
  let watchers: readonly { readonly stop: () => void }[] = [];
  let engine: string | undefined;
  let retrying: NodeJS.Timeout | undefined;
  let hindrance: string | undefined;
  let before: Snapshot | undefined;
  let trusted: ReadonlyMap<string, string> = new Map();

  /**
   * Watches the folders as they are now. The new watchers begin before the old ones end, so that nothing is missed.
   * Gives what is wrong when one cannot be watched.
   */
  const watchFolders = async (): Promise<readonly Diagnostic[]> => {
    const old = watchers;
    const begun: { readonly stop: () => void }[] = [];
    watchers = begun;
    try {
      for (const folder of await watchedFolders(places, root, host)) {
        try {
          begun.push(host.watchFolder(folder, bell.ring));
        } catch (error) {
          return [notWatched(path.relative(root, folder) || '.', error)];
        }
      }
      return [];
    } finally {
      for (const watcher of old) watcher.stop();
    }
  };

  const round = async (): Promise<Round | undefined> => {
    const start = host.elapsed();
    const { project, diagnostics: reading } = await readProject(root, packageFolder, host);
    engine ??= await engineHash(project, host);
    const { targets } = order;
    const shard = { index: 1, count: 1 };
    const batch = { places, out, strict, gallery, shard, ...targets(project), ...(jobs !== undefined && { jobs }) };
    const prepared = await prepareBatch(batch, project, host, engine);
    const now = snapshotOf(project, prepared);
    const changed = before === undefined ? [] : touched(before, now);
    if (before !== undefined && changed.length === 0) return undefined;

    const open = (lanes: number): Pool => threads.open(project, prepared.setup, lanes);
    const diagnostics = [...reading, ...prepared.diagnostics];
    const sources = new Map([...projectTexts(project), ...prepared.sources]);
    const told = (found: readonly Diagnostic[]) => ({
      touched: changed,
      diagnostics: [...diagnostics, ...found],
      sources,
      spent: host.elapsed() - start,
    });
    if (prepared.request === undefined) {
      before = now;
      return told([]);
    }
    const request = { ...prepared.request, trusted, stopped: () => state.stopped };
    const { value: result, diagnostics: running } = await runLocked(request, open, host, events.progress ?? ignore);
    if (result === undefined) {
      // Held by another build or not to be written: these changes are still to be built. Told once.
      retrying = setTimeout(bell.ring, retry);
      const words = running.map(({ message }) => message.en).join('\n');
      const again = hindrance === words;
      hindrance = words;
      return again ? undefined : told(running);
    }
    [before, hindrance] = [now, undefined];
    trusted = wholeAfter(result);
    for (const [file, text] of result.sources) sources.set(file, text);
    return { ...told(running), result };
  };

  const run = async (): Promise<readonly Diagnostic[]> => {
    try {
      while (!state.stopped) {
        const problems = await watchFolders();
        if (problems.length > 0) return problems;
        const made = await round();
        if (made) await events.built(made);
        if (!state.stopped) await bell.quiet();
      }
      return [];
    } finally {
      clearTimeout(retrying);
      for (const watcher of watchers) watcher.stop();
      await threads.end();
    }
  };
  const ended = run();
  return {
    ended,
    stop: async () => {
      state.stopped = true;
      bell.ring();
      await ended;
    },
  };
};
