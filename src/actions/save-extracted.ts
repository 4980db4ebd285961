// Writes an extracted report as a data file, or brings one that a person has edited up to date: the edits stay.
// The extraction as it was is kept beside, under .extracted/, so that edits can be told from it the next time.
import path from 'node:path';
import { notWritable } from '../batch/messages.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { mergeReports, type Change } from '../extract/merge.ts';
import type { Host } from '../host.ts';
import { loadReport } from '../report/load.ts';
import type { Report } from '../report/schema.ts';
import { updateReport, writeReport } from '../report/write.ts';

/** Where a report was saved; `changes` against the edited file, absent when the file is new. */
export type Saved = { readonly file: string; readonly changes?: readonly Change[] };

const loadIfThere = async (file: string, label: string, host: Host): Promise<Report | Diagnostic[] | undefined> => {
  if (!(await host.exists(file))) return undefined;
  const loaded = loadReport(label, await host.read(file));
  return loaded.value?.report ?? [...loaded.diagnostics];
};

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const write = async (fresh: Report, folder: string, label: string, host: Host): Promise<Outcome<Saved>> => {
  const file = path.join(folder, `${fresh.id}.yaml`);
  const kept = path.join(folder, '.extracted', `${fresh.id}.yaml`);
  const mine = await loadIfThere(file, label, host);
  // A file with faults is not written over: they are told, and the person mends them first.
  if (Array.isArray(mine)) return { diagnostics: mine };
  if (mine === undefined) {
    await host.replace(file, encode(writeReport(fresh)));
    await host.replace(kept, encode(writeReport(fresh)));
    return { value: { file: label }, diagnostics: [] };
  }
  const base = await loadIfThere(kept, label, host);
  const { report, changes } = mergeReports(Array.isArray(base) ? undefined : base, mine, fresh);
  const text = new TextDecoder().decode(await host.read(file));
  await host.replace(file, encode(updateReport(text, report)));
  await host.replace(kept, encode(writeReport(fresh)));
  return { value: { file: label, changes }, diagnostics: [] };
};

/** Saves into `folder` (absolute) as `<id>.yaml`; `root` is what names in messages begin at. */
export const saveExtracted = async (
  fresh: Report,
  folder: string,
  root: string,
  host: Host,
): Promise<Outcome<Saved>> => {
  const label = path
    .relative(root, path.join(folder, `${fresh.id}.yaml`))
    .split(path.sep)
    .join('/');
  return write(fresh, folder, label, host).catch((error: unknown) => ({ diagnostics: [notWritable(label, error)] }));
};
