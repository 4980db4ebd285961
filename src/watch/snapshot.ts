// The state of all files that documents are made from, so that two states can be told apart and what changed be named.
// What the system says of changes is not enough: it tells of files that were only touched, and of our own output.
import type { PreparedBatch } from '../batch/prepare.ts';
import { sha256 } from '../host.ts';
import type { Project } from '../project.ts';

/** Hash by label: data files, templates, partials, theme, tables, fonts. */
export type Snapshot = ReadonlyMap<string, string>;

export const snapshotOf = (project: Project, { request, fonts, diagnostics }: PreparedBatch): Snapshot => {
  const { templates, partials, theme, fontsConfig, indicators } = project;
  return new Map([
    ...[...templates, ...partials, theme, fontsConfig, ...indicators].map(
      ({ label, text }) => [label, sha256(text)] as const,
    ),
    ['fonts/', fonts] as const,
    // A file that cannot be read has no hash; what is said of it tells its states apart.
    ...diagnostics.flatMap(({ file, message }) => (file === undefined ? [] : [[file, message.en] as const])),
    ...(request?.selections?.groups ?? []).map(({ label, sha256: hash }) => [label, hash] as const),
    ...(request?.inputs ?? []).map((input) => [input.label, input.sha256] as const),
  ]);
};

/** Labels whose file is new, gone or not the same, sorted. */
export const touched = (before: Snapshot, now: Snapshot): readonly string[] =>
  [...new Set([...before.keys(), ...now.keys()])].filter((label) => before.get(label) !== now.get(label)).toSorted();
