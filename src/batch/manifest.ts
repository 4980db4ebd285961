// The manifest of an output folder: for each document the hashes of all that went into it and of the file itself.
// It never claims what is not so: before a run replaces documents it marks them as pending (see ledger.ts).
import { z } from 'zod';
import type { Host } from '../host.ts';

/** The manifest's name in an output folder. */
export const manifestFile = 'manifest.json';

/** One step of a path, never a way out of the folder: manifests of shards come from elsewhere. */
const name = z.string().regex(/^(?!\.)[^/\\:\p{Cc}]{1,200}$/u);

// Entries are made with their keys in this order, so that one that was read is written as it was.
const documentEntry = z
  .strictObject({
    /** Path in the output folder: `hongqi-2017/brief.pdf`. */
    file: z.string(),
    /** Id of the report, or of the group of reports. */
    report: name,
    template: name,
    format: z.enum(['pdf', 'docx']),
    /** Data file, from the project's root; the id, of a document made from several reports. */
    source: z.string(),
    /** SHA-256 of the data (of the members' hashes, sorted), and of all else that shapes the document (see recipe.ts). */
    data: z.string(),
    recipe: z.string(),
    sha256: z.string(),
    bytes: z.number(),
    /** Pages; 0 where the format has none of its own. */
    pages: z.number(),
    /** Of a document made from several reports: their data files. */
    members: z.array(z.string()).readonly().optional(),
    /**
     * A run has begun to replace or to remove the document and has not said that it finished: the file is the one that
     * the hashes speak of, a newer one, or absent. Left behind only by a run that was killed or that could not write.
     */
    pending: z.literal(true).optional(),
  })
  .refine((entry) => entry.file === `${entry.report}/${entry.template}.${entry.format}`);
export type DocumentEntry = z.output<typeof documentEntry>;

const reportEntry = z.strictObject({
  id: name,
  title: z.string(),
  place: z.string(),
  year: z.number(),
  source: z.string(),
  data: z.string(),
  /** Open findings of the audit by level. */
  findings: z.strictObject({ conflict: z.number(), unusual: z.number(), note: z.number(), accepted: z.number() }),
  /** Of a group of reports: their data files. */
  members: z.array(z.string()).readonly().optional(),
  /** While a run goes on: SHA-256 of the data whose figures people were last told of. */
  told: z.string().optional(),
});
export type ReportEntry = z.output<typeof reportEntry>;

/** Entries of which no two have the same key. */
const distinct = <T>(entry: z.ZodType<T>, key: (item: T) => string) =>
  z.array(entry).refine((items) => new Set(items.map(key)).size === items.length);

const manifestSchema = z.strictObject({
  version: z.literal(1),
  reports: distinct(reportEntry, ({ id }) => id),
  documents: distinct(documentEntry, ({ file }) => file),
});
export type Manifest = z.output<typeof manifestSchema>;

export const emptyManifest: Manifest = { version: 1, reports: [], documents: [] };

/** For sorting by code unit: the same order in every locale. */
export const byKey =
  <T>(key: (item: T) => string) =>
  (a: T, b: T): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;

/** The manifest of an output folder; undefined when it is absent or broken. */
export const readManifest = async (file: string, host: Host): Promise<Manifest | undefined> => {
  try {
    return manifestSchema.safeParse(JSON.parse(new TextDecoder().decode(await host.read(file)))).data;
  } catch {
    return undefined;
  }
};

const lines = (items: readonly object[]): string => items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');

/** JSON with one document a line, sorted: the same entries give the same bytes and short diffs. */
export const manifestText = (manifest: Manifest): string => {
  const reports = manifest.reports.toSorted(byKey((report) => report.id));
  const documents = manifest.documents.toSorted(byKey((document) => document.file));
  return `{\n  "version": 1,\n  "reports": [\n${lines(reports)}\n  ],\n  "documents": [\n${lines(documents)}\n  ]\n}\n`;
};

/** Whether the file that an entry speaks of is there, whole and unaltered. */
export const isIntact = async (entry: DocumentEntry, file: string, host: Host): Promise<boolean> => {
  try {
    const { bytes, sha256 } = await host.digest(file);
    return bytes === entry.bytes && sha256 === entry.sha256;
  } catch {
    return false;
  }
};
