// Brings the output folders of shards together: their documents and what their manifests say of them.
// A document that is not what its manifest says, or that two shards made differently, is an error and nothing is copied.
import path from 'node:path';
import { containedHost } from '../contained-host.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { cardFile } from '../gallery/card.ts';
import { picturesFolder, readPictureFile } from '../gallery/file-names.ts';
import { writeGallery } from '../gallery/write-gallery.ts';
import type { Host } from '../host.ts';
import { figuresFile } from './kept-figures.ts';
import {
  isIntact,
  manifestFile,
  manifestText,
  readManifest,
  type DocumentEntry,
  type Manifest,
  type ReportEntry,
} from './manifest.ts';
import * as messages from './messages.ts';

/** Those that the merged page does not show go with its writing. */
const copyPictures = async (
  folder: string,
  copy: (folder: string, file: string) => Promise<void>,
  host: Host,
): Promise<void> => {
  for (const { name } of await host.list(path.join(folder, picturesFolder))) {
    if (readPictureFile(name)) await copy(folder, path.join(picturesFolder, name));
  }
};

type From<T> = { readonly entry: T; readonly folder: string };

/** Merges the folders into `out`. Gives the number of documents, or what is wrong with the shards. */
export const mergeShards = async (
  folders: readonly string[],
  out: string,
  gallery: boolean,
  outside: Host,
): Promise<{ readonly documents: number; readonly diagnostics: readonly Diagnostic[] }> => {
  const host = containedHost(out, outside);
  const diagnostics: Diagnostic[] = [];
  const documents = new Map<string, From<DocumentEntry>>();
  const reports = new Map<string, From<ReportEntry>>();
  for (const folder of folders) {
    const manifest = await readManifest(path.join(folder, manifestFile), host);
    if (manifest === undefined) {
      diagnostics.push(messages.noManifest(folder));
      continue;
    }
    if (manifest.documents.some(({ pending }) => pending) || manifest.reports.some(({ told }) => told)) {
      diagnostics.push(messages.unfinishedShard(folder));
      continue;
    }
    for (const entry of manifest.documents) {
      const other = documents.get(entry.file);
      if (!(await isIntact(entry, path.join(folder, entry.file), host))) {
        diagnostics.push(messages.notAsManifest(path.join(folder, entry.file)));
      } else if (other && other.entry.sha256 !== entry.sha256) {
        diagnostics.push(messages.shardsDiffer(entry.file, other.folder, folder));
      } else documents.set(entry.file, { entry, folder });
    }
    for (const entry of manifest.reports) reports.set(entry.id, { entry, folder });
  }
  if (diagnostics.length > 0) return { documents: 0, diagnostics };

  const copy = async (folder: string, file: string): Promise<void> => {
    if (path.resolve(folder) === path.resolve(out)) return;
    const bytes = await host.read(path.join(folder, file)).catch(() => undefined);
    if (bytes) await host.replace(path.join(out, file), bytes);
  };
  try {
    for (const { entry, folder } of documents.values()) await copy(folder, entry.file);
    for (const { entry, folder } of reports.values()) {
      await copy(folder, figuresFile(entry));
      await copy(folder, cardFile(entry.id));
    }
    const manifest: Manifest = {
      version: 1,
      reports: [...reports.values()].map(({ entry }) => entry),
      documents: [...documents.values()].map(({ entry }) => entry),
    };
    await host.replace(path.join(out, manifestFile), new TextEncoder().encode(manifestText(manifest)));
    if (gallery) {
      for (const folder of folders) await copyPictures(folder, copy, host);
      diagnostics.push(...(await writeGallery(out, manifest, host)));
    }
  } catch (error) {
    return { documents: 0, diagnostics: [messages.notWritable(out, error)] };
  }
  return { documents: documents.size, diagnostics };
};
