// Keeps the manifest of an output folder true while a run replaces its documents.
// Before the first file is touched all that may change are marked pending on disk; each is settled once it is written.
// So a run that is killed at any moment leaves a manifest that says nothing false, and the next run knows what is ours.
import path from 'node:path';
import type { Host } from '../host.ts';
import { manifestFile, manifestText, type DocumentEntry, type Manifest, type ReportEntry } from './manifest.ts';
import { membersOf, type PlannedDocument } from './plan.ts';

export type Ledger = {
  /** Marks documents as about to be replaced, and saves. Rejects when the folder cannot be written. */
  readonly begin: (documents: readonly PlannedDocument[]) => Promise<void>;
  /** Marks documents as about to be removed, and saves. Rejects when the folder cannot be written. */
  readonly beginRemoval: (entries: readonly DocumentEntry[]) => Promise<void>;
  /** A document was written, or is known to be as before. */
  readonly settle: (entry: DocumentEntry) => void;
  /** A document was not touched after all: what was known of it holds again. */
  readonly restore: (file: string) => void;
  readonly drop: (file: string) => void;
  readonly keepReport: (report: ReportEntry) => void;
  readonly dropReport: (id: string) => void;
  readonly known: (file: string) => DocumentEntry | undefined;
  readonly knownReport: (id: string) => ReportEntry | undefined;
  readonly now: () => Manifest;
  /** Saves when something changed since, and the last save is a while ago. Never rejects: `save` will tell. */
  readonly saveNowAndThen: () => Promise<void>;
  /** Saves when something changed since. */
  readonly save: () => Promise<void>;
  /** The run is about to tell what changed: saves, and remembers no longer what was told before. */
  readonly finish: () => Promise<void>;
};

/** Milliseconds between two saves of a long run: what a kill makes it do again is little. */
const interval = 3000;

const unmade: Pick<DocumentEntry, 'data' | 'recipe' | 'sha256' | 'bytes' | 'pages'> = {
  data: '',
  recipe: '',
  sha256: '',
  bytes: 0,
  pages: 0,
};

/** The ledger of an output folder, from the manifest it has. */
export const openLedger = (before: Manifest, out: string, host: Host): Ledger => {
  const known = new Map(before.documents.map((entry) => [entry.file, entry]));
  const knownReports = new Map(before.reports.map((report) => [report.id, report]));
  const documents = new Map(known);
  const reports = new Map(knownReports);
  let [dirty, last] = [false, host.elapsed()];
  let saving = Promise.resolve();

  const now = (): Manifest => ({ version: 1, reports: [...reports.values()], documents: [...documents.values()] });
  const write = async (): Promise<void> => {
    if (!dirty) return;
    dirty = false;
    last = host.elapsed();
    try {
      await host.replace(path.join(out, manifestFile), new TextEncoder().encode(manifestText(now())));
    } catch (error) {
      dirty = true;
      throw error;
    }
  };
  // One after the other, so that an older state never replaces a newer.
  const save = (): Promise<void> => {
    const next = saving.then(write);
    saving = next.catch(() => undefined);
    return next;
  };
  const change = (act: () => void): void => {
    act();
    dirty = true;
  };

  return {
    begin: async (planned) => {
      if (planned.length === 0) return;
      change(() => {
        for (const { file, report, template, format, input } of planned) {
          const members = membersOf(input);
          const source = input.label;
          const entry = known.get(file) ?? {
            file,
            report,
            template,
            format,
            source,
            ...unmade,
            ...(members && { members }),
          };
          documents.set(file, { ...entry, pending: true });
        }
      });
      await save();
    },
    beginRemoval: async (entries) => {
      if (entries.length === 0) return;
      change(() => {
        for (const entry of entries) documents.set(entry.file, { ...entry, pending: true });
      });
      await save();
    },
    settle: (entry) => change(() => documents.set(entry.file, entry)),
    restore: (file) =>
      change(() => {
        const entry = known.get(file);
        if (entry) documents.set(file, entry);
        else documents.delete(file);
      }),
    drop: (file) => change(() => documents.delete(file)),
    keepReport: (report) =>
      change(() => {
        const older = knownReports.get(report.id);
        const told = older?.told ?? older?.data ?? report.data;
        reports.set(report.id, told === report.data ? report : { ...report, told });
      }),
    dropReport: (id) => change(() => reports.delete(id)),
    known: (file) => known.get(file),
    knownReport: (id) => knownReports.get(id),
    now,
    save,
    finish: async () => {
      for (const { told, ...report } of reports.values())
        if (told !== undefined) change(() => reports.set(report.id, report));
      await save();
    },
    saveNowAndThen: async () => {
      if (host.elapsed() - last >= interval) await save().catch(() => undefined);
    },
  };
};
