// Imports a workbook into a report's data file: a new one, or one that is there, whose edits stay. What the table gave
// is kept beside, under .imported/, so that a person's edits can be told from it the next time.
import path from 'node:path';
import { notReadable, notWritable } from '../batch/messages.ts';
import { hasErrors, type Diagnostic, type Outcome } from '../diagnostics/diagnostic.ts';
import { slug } from '../extract/assemble/ids.ts';
import type { Change } from '../extract/merge.ts';
import { sha256, type Host } from '../host.ts';
import { loadReport } from '../report/load.ts';
import type { Report } from '../report/schema.ts';
import { updateReport, writeReport } from '../report/write.ts';
import { importWorkbook, type ImportContext, type ImportedWorkbook } from '../tables/import-workbook.ts';
import { mergePart } from '../tables/merge-part.ts';
import { notImported } from '../tables/messages.ts';
import { newReport, type HeadWishes } from '../tables/new-report.ts';

export type ImportWishes = HeadWishes & {
  /** The data file to add to, absolute; a new one in `folder` when absent. */
  readonly into?: string | undefined;
  /** Folder for a new data file, absolute. */
  readonly folder: string;
  /** What names in messages begin at. */
  readonly root: string;
};

export type ImportedTable = {
  readonly workbook: ImportedWorkbook;
  /** The data file, as shown to people. */
  readonly file: string;
  readonly created: boolean;
  readonly changes: readonly Change[];
  readonly same: number;
};

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** What is kept of an import: its figures alone, since the rest of the report points to what is not in it. */
const figuresOf = ({ headline: _headline, ...report }: Report): Report => ({
  ...report,
  problems: [],
  terms: [],
  questions: [],
  accepted: [],
});

const loadIfThere = async (file: string, label: string, host: Host): Promise<Outcome<Report | undefined>> => {
  if (!(await host.exists(file))) return { diagnostics: [] };
  const loaded = loadReport(label, await host.read(file));
  return { ...(loaded.value && { value: loaded.value.report }), diagnostics: loaded.diagnostics };
};

/** Reads the workbook alone: what it gives, and the draft of a mapping file. */
export const readTable = async (
  file: string,
  label: string,
  context: ImportContext,
  host: Host,
): Promise<Outcome<ImportedWorkbook> & { readonly sha256?: string }> => {
  let bytes: Uint8Array;
  try {
    bytes = await host.read(file);
  } catch (error) {
    return { diagnostics: [notReadable(label, error)] };
  }
  return { ...(await importWorkbook(label, bytes, context)), sha256: sha256(bytes) };
};

/** Imports one workbook. Nothing is written when there is an error. */
export const importTable = async (
  file: string,
  label: string,
  context: ImportContext,
  wishes: ImportWishes,
  host: Host,
): Promise<Outcome<ImportedTable>> => {
  const { into, root } = wishes;
  const labelOf = (full: string): string => path.relative(root, full).split(path.sep).join('/');
  const diagnostics: Diagnostic[] = [];
  let mine: Report | undefined;
  if (into !== undefined) {
    const loaded = await loadIfThere(into, labelOf(into), host);
    if (!loaded.value) {
      const absent =
        loaded.diagnostics.length === 0
          ? [notReadable(labelOf(into), Object.assign(new Error(), { code: 'ENOENT' }))]
          : [];
      return { diagnostics: [...loaded.diagnostics, ...absent] };
    }
    mine = loaded.value;
  }
  const read = await readTable(
    file,
    label,
    { ...context, ...(mine && { reviewed: mine.years.reviewed, places: [mine.place.name, mine.place.short] }) },
    host,
  );
  diagnostics.push(...read.diagnostics);
  if (!read.value || hasErrors(diagnostics)) return { diagnostics };
  const workbook = read.value;
  const name = path.basename(label);
  let target = into;
  if (target === undefined) {
    const made = newReport(workbook, { file: name, sha256: read.sha256 ?? '' }, wishes);
    target = path.join(wishes.folder, `${made.id}.yaml`);
    const there = await loadIfThere(target, labelOf(target), host);
    if (hasErrors(there.diagnostics)) return { diagnostics: [...diagnostics, ...there.diagnostics] };
    mine = there.value ?? made;
  }
  if (!mine) return { diagnostics };
  const created = !(await host.exists(target));
  const shown = labelOf(target);
  const kept = path.join(path.dirname(target), '.imported', `${mine.id}.${slug(name, 40)}.yaml`);
  const base = await loadIfThere(kept, labelOf(kept), host);
  const merged = mergePart(mine, base.value, workbook.part, shown, label);
  diagnostics.push(...merged.diagnostics);
  const text = created
    ? writeReport(merged.report, 'import')
    : updateReport(decode(await host.read(target)), merged.report);
  // What is written must load again: a table cannot make a data file that a build refuses.
  const checked = loadReport(shown, text);
  if (!checked.value) {
    return { diagnostics: [...diagnostics, ...checked.diagnostics.map((fault) => notImported(label, fault))] };
  }
  try {
    await host.replace(target, encode(text));
    await host.replace(kept, encode(writeReport(figuresOf(merged.fresh), 'import')));
  } catch (error) {
    return { diagnostics: [...diagnostics, notWritable(shown, error)] };
  }
  return { value: { workbook, file: shown, created, changes: merged.changes, same: merged.same }, diagnostics };
};
