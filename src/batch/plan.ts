// Takes the inputs of a batch, the templates wanted and the last manifest; gives what is to be made, what is current
// and what no longer has a source. Pure: whether files are intact is told to it.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Over } from '../parse/front-matter.ts';
import { pageFile, picturesFolder } from '../gallery/file-names.ts';
import { placePrefix, type Group } from './groups.ts';
import { selectionPrefix } from './selections.ts';
import { manifestFile, type DocumentEntry, type Manifest } from './manifest.ts';
import * as messages from './messages.ts';
import type { Input } from './scan.ts';
import type { Format } from './task.ts';

/** A document that a batch is to have: `hongqi-2017/brief.pdf` from this input with this recipe. */
export type PlannedDocument = {
  readonly file: string;
  readonly input: Input | Group;
  /** Id of the report, or of the group. */
  readonly report: string;
  readonly template: string;
  readonly format: Format;
  readonly recipe: string;
};

export type Wanted = {
  readonly template: string;
  readonly format: Format;
  readonly recipe: string;
  /** What one document is made over. */
  readonly over: Over;
};

/** Every document of every input and group; none of an input whose id faults hide. */
export const planDocuments = (
  inputs: readonly (Input | Group)[],
  wanted: readonly Wanted[],
): readonly PlannedDocument[] =>
  inputs.flatMap((input) => {
    const { id } = input;
    if (id === undefined) return [];
    return wanted
      .filter(({ over }) => over === ('over' in input ? input.over : 'report'))
      .map(({ template, format, recipe }) => ({
        file: `${id}/${template}.${format}`,
        input,
        report: id,
        template,
        format,
        recipe,
      }));
  });

/** The data files of a group; undefined for one report. */
export const membersOf = (input: Input | Group): readonly string[] | undefined =>
  'over' in input ? input.members.map(({ label }) => label) : undefined;

/** Names that differ only in case or in Unicode form are one folder on many systems. */
const folderOf = (id: string): string => id.normalize('NFC').toLowerCase();

/** Names in an output folder that are not reports' folders. */
const reserved: ReadonlySet<string> = new Set([manifestFile, 'readme.md', pageFile, picturesFolder]);

const prefixes: readonly string[] = [placePrefix, selectionPrefix];

/** Ids that two or more inputs bear: their documents would be one file. All are named; nothing may be written. */
export const samePaths = (
  inputs: readonly (Pick<Input, 'id' | 'label'> & Partial<Pick<Group, 'over'>>)[],
): readonly Diagnostic[] => {
  const byFolder = new Map<string, { readonly id: string; readonly labels: string[]; isReport: boolean }>();
  for (const { id, label, over } of inputs) {
    if (id === undefined) continue;
    const group = byFolder.get(folderOf(id)) ?? { id, labels: [], isReport: false };
    group.isReport ||= over === undefined;
    group.labels.push(label);
    byFolder.set(folderOf(id), group);
  }
  return [...byFolder].flatMap(([folder, { id, labels, isReport }]) => [
    ...(labels.length > 1 ? [messages.samePath(labels.toSorted(), id)] : []),
    ...(reserved.has(folder) ? [messages.reservedId(labels[0] ?? '', id)] : []),
    ...prefixes
      .filter((prefix) => isReport && folder.startsWith(prefix))
      .map((prefix) => messages.reservedPrefix(labels[0] ?? '', id, prefix)),
  ]);
};

/** Data files that this run was not asked for, and that made documents of the same ids at some earlier time. */
export const rivals = (inputs: readonly Input[], manifest: Manifest): readonly string[] => {
  const labels = new Set(inputs.map(({ label }) => label));
  const folders = new Set(inputs.flatMap(({ id }) => (id === undefined ? [] : [folderOf(id)])));
  const found = manifest.documents
    .filter(
      ({ report, source, members }) => members === undefined && folders.has(folderOf(report)) && !labels.has(source),
    )
    .map(({ source }) => source);
  return [...new Set(found)].toSorted();
};

/** Whether a manifest entry speaks of this very document: same data, same recipe, finished. */
export const isCurrent = (planned: PlannedDocument, entry: DocumentEntry): boolean =>
  entry.data === planned.input.sha256 && entry.recipe === planned.recipe && entry.pending === undefined;

export type Sources = {
  readonly inputs: readonly Input[];
  /** Documents that this run is to have. */
  readonly planned: ReadonlySet<string>;
  /** Whether a template of the project still makes this format; true when the template has faults that hide it. */
  readonly offered: (template: string, format: Format) => boolean;
  /** Id of the group that a data file belongs to, where it is known. */
  readonly groupOf: ReadonlyMap<string, string>;
  /** Id of the group of each comparison that was looked at, by label; undefined where faults hide it. */
  readonly selectionOf: ReadonlyMap<string, string | undefined>;
  /** Whether a data file is still there. */
  readonly exists: (source: string) => boolean;
};

/**
 * Documents that the manifest says we wrote and that no longer have a source: the data file is gone or bears another
 * id now, or the template or its format is gone. Of a place: all its data files are gone, or belong to others now; of a
 * comparison: its file is gone or bears another id. What this run was not asked for stays.
 */
export const orphans = (manifest: Manifest, sources: Sources): readonly DocumentEntry[] => {
  const bySource = new Map(sources.inputs.map((input) => [input.label, input]));
  return manifest.documents.filter((entry) => {
    if (sources.planned.has(entry.file)) return false;
    if (!sources.offered(entry.template, entry.format)) return true;
    if (entry.members !== undefined && entry.source !== entry.report) {
      if (!sources.selectionOf.has(entry.source)) return !sources.exists(entry.source);
      return (sources.selectionOf.get(entry.source) ?? entry.report) !== entry.report;
    }
    if (entry.members !== undefined) {
      return !entry.members.some((label) => {
        if (!bySource.has(label)) return sources.exists(label);
        return (sources.groupOf.get(label) ?? entry.report) === entry.report;
      });
    }
    const input = bySource.get(entry.source);
    if (input === undefined) return !sources.exists(entry.source);
    return input.id !== undefined && input.id !== entry.report;
  });
};

/** Whether a report is in shard `index` of `count` (from 1): a pure split by id, so that its documents stay together. */
export const inShard = (report: string, index: number, count: number): boolean => {
  if (count <= 1) return true;
  // FNV-1a over the id: stable over machines and versions, and spread well enough for folders of reports.
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(report)) {
    hash ^= byte;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash % count === index - 1;
};
