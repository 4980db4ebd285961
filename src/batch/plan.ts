// Takes the inputs of a batch, the templates wanted and the last manifest; gives what is to be made, what is current
// and what no longer has a source. Pure: whether files are intact is told to it.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DocumentEntry, Manifest } from './manifest.ts';
import type { Input } from './scan.ts';
import type { Format } from './task.ts';

/** A document that a batch is to have: `hongqi-2017/brief.pdf` from this input with this recipe. */
export type PlannedDocument = {
  readonly file: string;
  readonly input: Input;
  readonly report: string;
  readonly template: string;
  readonly format: Format;
  readonly recipe: string;
};

export type Wanted = { readonly template: string; readonly format: Format; readonly recipe: string };

/** Every document of every input. Inputs without an id that can be seen at the top are left to the caller. */
export const planDocuments = (inputs: readonly Input[], wanted: readonly Wanted[]): readonly PlannedDocument[] =>
  inputs.flatMap((input) =>
    input.id === undefined
      ? []
      : wanted.map(({ template, format, recipe }) => ({
          file: `${input.id}/${template}.${format}`,
          input,
          report: input.id ?? '',
          template,
          format,
          recipe,
        })),
  );

/** Ids that two or more inputs bear: their documents would be one file. All are named; nothing may be written. */
export const samePaths = (inputs: readonly Input[]): readonly Diagnostic[] => {
  const byFolder = new Map<string, Input[]>();
  for (const input of inputs) {
    if (input.id === undefined) continue;
    // Names that differ only in case are one folder on many systems.
    const folder = input.id.normalize('NFC').toLowerCase();
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), input]);
  }
  return [...byFolder.values()]
    .filter((group) => group.length > 1)
    .map((group): Diagnostic => {
      const labels = group.map((input) => input.label);
      return {
        severity: 'error',
        code: 'write/same-path',
        file: labels[0] ?? '',
        message: {
          zh: `${labels.join('、')} 的编号都是“${group[0]?.id}”，会写到同一个文件夹；什么也没有写`,
          en: `${labels.join(', ')} all bear the id “${group[0]?.id}” and aim at one folder; nothing was written`,
        },
        hint: { zh: '给每份报告一个不同的 id', en: 'give each report an id of its own' },
      };
    });
};

/** Whether a manifest entry speaks of this very document: same data, same recipe, same source. */
export const isCurrent = (planned: PlannedDocument, entry: DocumentEntry | undefined): boolean =>
  entry !== undefined && entry.data === planned.input.sha256 && entry.recipe === planned.recipe;

/**
 * Documents that the manifest says we wrote and that no longer have a source: the data file is gone or bears another
 * id now, or the template is gone. What this run was not asked for stays.
 */
export const orphans = (
  manifest: Manifest,
  inputs: readonly Input[],
  templates: ReadonlySet<string>,
  sourceExists: (source: string) => boolean,
): readonly DocumentEntry[] => {
  const idBySource = new Map(inputs.map((input) => [input.label, input.id]));
  return manifest.documents.filter((entry) => {
    if (!templates.has(entry.template)) return true;
    if (idBySource.has(entry.source)) return idBySource.get(entry.source) !== entry.report;
    return !sourceExists(entry.source);
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
