// The manifest of an output folder: for each document the hashes of all that went into it and of the file itself.
// It is written after the files it speaks of, so that what it says of a file was true of the file when it was said.
import { z } from 'zod';
import { sha256, type Host } from '../host.ts';

const documentEntry = z.strictObject({
  /** Path in the output folder: `hongqi-2017/brief.pdf`. */
  file: z.string(),
  report: z.string(),
  template: z.string(),
  format: z.enum(['pdf', 'docx']),
  /** Data file, from the project's root. */
  source: z.string(),
  /** SHA-256 of the data, and of all else that shapes the document (see recipe.ts). */
  data: z.string(),
  recipe: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  /** Pages; 0 where the format has none of its own. */
  pages: z.number(),
});
export type DocumentEntry = z.output<typeof documentEntry>;

const reportEntry = z.strictObject({
  id: z.string(),
  title: z.string(),
  place: z.string(),
  year: z.number(),
  source: z.string(),
  data: z.string(),
  /** Open findings of the audit by level. */
  findings: z.strictObject({ conflict: z.number(), unusual: z.number(), note: z.number(), accepted: z.number() }),
});
export type ReportEntry = z.output<typeof reportEntry>;

const manifestSchema = z.strictObject({
  version: z.literal(1),
  reports: z.array(reportEntry),
  documents: z.array(documentEntry),
});
export type Manifest = z.output<typeof manifestSchema>;

export const emptyManifest: Manifest = { version: 1, reports: [], documents: [] };

const byKey =
  <T>(key: (item: T) => string) =>
  (a: T, b: T): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;

/** The manifest of an output folder; an absent or broken one is empty, and everything is then built again. */
export const readManifest = async (file: string, host: Host): Promise<Manifest> => {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(new TextDecoder().decode(await host.read(file))));
    return parsed.success ? parsed.data : emptyManifest;
  } catch {
    return emptyManifest;
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
    const bytes = await host.read(file);
    return bytes.length === entry.bytes && sha256(bytes) === entry.sha256;
  } catch {
    return false;
  }
};
