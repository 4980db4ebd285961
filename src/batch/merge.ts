// Brings the output folders of shards together: their documents and what their manifests say of them.
// A document that is not what its manifest says, or that two shards made differently, is an error and nothing is copied.
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sha256, type Host } from '../host.ts';
import { manifestText, readManifest, type DocumentEntry, type ReportEntry } from './manifest.ts';
import { figuresFile, manifestFile } from './run.ts';

const fault = (file: string, zh: string, en: string): Diagnostic => ({
  severity: 'error',
  code: 'batch/bad-shard',
  file,
  message: { zh, en },
});

/** Merges the folders into `out`. Gives the number of documents, or what is wrong with the shards. */
export const mergeShards = async (
  folders: readonly string[],
  out: string,
  host: Host,
): Promise<{ readonly documents: number; readonly diagnostics: readonly Diagnostic[] }> => {
  const diagnostics: Diagnostic[] = [];
  const documents = new Map<string, { readonly entry: DocumentEntry; readonly folder: string }>();
  const reports = new Map<string, { readonly entry: ReportEntry; readonly folder: string }>();
  for (const folder of folders) {
    const manifest = await readManifest(path.join(folder, manifestFile), host);
    if (manifest.documents.length === 0 && !(await host.exists(path.join(folder, manifestFile)))) {
      diagnostics.push(fault(folder, '这里没有 manifest.json', 'there is no manifest.json here'));
      continue;
    }
    for (const entry of manifest.documents) {
      const file = path.join(folder, entry.file);
      const bytes = await host.read(file).catch(() => undefined);
      if (bytes === undefined || sha256(bytes) !== entry.sha256) {
        diagnostics.push(fault(file, '文件缺失，或与清单不符', 'the file is absent, or not what the manifest says'));
        continue;
      }
      const other = documents.get(entry.file);
      if (other && other.entry.sha256 !== entry.sha256) {
        diagnostics.push(
          fault(
            entry.file,
            `${other.folder} 与 ${folder} 里的这个文件不同`,
            `this file differs between ${other.folder} and ${folder}`,
          ),
        );
      }
      documents.set(entry.file, { entry, folder });
    }
    for (const entry of manifest.reports) reports.set(entry.id, { entry, folder });
  }
  if (diagnostics.length > 0) return { documents: 0, diagnostics };

  const copy = async (folder: string, file: string): Promise<void> => {
    if (path.resolve(folder) === path.resolve(out)) return;
    const bytes = await host.read(path.join(folder, file)).catch(() => undefined);
    if (bytes) await host.replace(path.join(out, file), bytes);
  };
  for (const { entry, folder } of documents.values()) await copy(folder, entry.file);
  for (const { entry, folder } of reports.values()) await copy(folder, figuresFile(entry.id));
  const text = manifestText({
    version: 1,
    reports: [...reports.values()].map(({ entry }) => entry),
    documents: [...documents.values()].map(({ entry }) => entry),
  });
  await host.replace(path.join(out, manifestFile), new TextEncoder().encode(text));
  return { documents: documents.size, diagnostics };
};
