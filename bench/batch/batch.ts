// The bin on whole batches: cold, with nothing to do, with one figure changed, at three sizes, and its help.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { measureBin, measureNode } from './measure.ts';
import { changeOneFigure, makeProject } from './project.ts';

export type Result = {
  readonly name: string;
  readonly documents?: number;
  readonly wall: number;
  readonly cpu?: number;
  readonly peak?: number;
  readonly note?: string;
};

type BuildJson = {
  readonly documents: readonly { readonly file: string; readonly status: string }[];
  readonly changes: readonly { readonly name: string; readonly before?: string; readonly after?: string }[];
};

const build = (folder: string, jobs: number): ReturnType<typeof measureBin> & { readonly built: BuildJson } => {
  const usage = measureBin(['build', 'data', '--json', '--no-gallery', '--jobs', String(jobs)], folder);
  return { ...usage, built: JSON.parse(usage.output) as BuildJson };
};

const countOf = ({ documents }: BuildJson, status: string): number =>
  documents.filter((document) => document.status === status).length;

/** The faces are cut once on a machine: not part of a batch. */
const warmUp = (): void => {
  const { folder } = makeProject(undefined, 1);
  build(folder, 1);
  rmSync(folder, { recursive: true });
};

/** A batch from nothing, again with nothing to do, and with one figure changed. */
export const measureBatch = (given: string | undefined, count: number, jobs: number): readonly Result[] => {
  warmUp();
  const { folder, files } = makeProject(given, count);
  const cold = build(folder, jobs);
  const idle = build(folder, jobs);
  changeOneFigure(files[Math.floor(count / 2)] ?? '');
  const changed = build(folder, jobs);
  rmSync(folder, { recursive: true });
  const documents = cold.built.documents.length;
  const named = changed.built.changes.map(({ name, before, after }) => `${name} ${before ?? ''} → ${after ?? ''}`);
  const entry = (name: string, { wall, cpu, peak }: typeof cold, note: string): Result => ({
    ...{ name, documents, wall, cpu, peak, note },
  });
  return [
    entry(`cold, ${count} reports, ${jobs} jobs`, cold, `${countOf(cold.built, 'created')} created`),
    entry('nothing to do', idle, `${countOf(idle.built, 'unchanged')} unchanged`),
    entry('one figure changed', changed, `${countOf(changed.built, 'changed')} changed: ${named[0] ?? 'none named'}`),
  ];
};

/** The time per document at several sizes, in documents. */
export const measureScaling = (given: string | undefined, sizes: readonly number[], jobs: number): readonly Result[] =>
  sizes.map((size) => {
    const { folder } = makeProject(given, Math.ceil(size / 6));
    const { wall, cpu, peak, built } = build(folder, jobs);
    rmSync(folder, { recursive: true });
    const documents = built.documents.length;
    const note = `${((1000 * wall) / documents).toFixed(0)} ms, ${((1000 * cpu) / documents).toFixed(0)} ms of processor a document`;
    return { name: `${documents} documents`, documents, wall, cpu, peak, note };
  });

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** `--help` beside a Node that does nothing, medians of eleven. */
export const measureHelp = (): readonly Result[] => {
  const { folder } = makeProject(undefined, 1);
  const times = Array.from({ length: 11 }, () => ({
    empty: measureNode(['-e', '0'], folder).wall,
    help: measureBin(['--help'], folder).wall,
  }));
  rmSync(path.resolve(folder), { recursive: true });
  const [empty, help] = [median(times.map((one) => one.empty)), median(times.map((one) => one.help))];
  return [
    { name: 'empty Node process', wall: empty },
    { name: 'jianbao --help', wall: help, note: `${(help / empty).toFixed(2)} times the empty process` },
  ];
};
