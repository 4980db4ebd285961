// Finds the data files of a batch and gives each its content hash and report id, without holding their contents.
// Folders are walked in code-unit order; tables, schemas, hidden and other files are passed over.
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sha256, type Host } from '../host.ts';
import { fewAtOnce, filesAtOnce } from './few-at-once.ts';
import * as messages from './messages.ts';
import { idAtTop, idByLoading } from './read-id.ts';
import { placeAtTop, type PlaceName } from './read-place.ts';

export type Input = {
  readonly path: string;
  /** As shown to people and kept in the manifest: from the project's root, with `/`. */
  readonly label: string;
  readonly sha256: string;
  /** Id of the report; undefined when the file has faults that hide it: nothing can be made of it. */
  readonly id: string | undefined;
  /** Place of the report, where it can be told at sight. */
  readonly place?: PlaceName;
};

export type Scan = {
  readonly inputs: readonly Input[];
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that the diagnostics point into, by label. */
  readonly sources: ReadonlyMap<string, string>;
};

/** Files in a data folder that are not reports. */
const tables: ReadonlySet<string> = new Set(['indicators.yaml']);

const isDataFile = (name: string): boolean =>
  /\.(ya?ml|json)$/.test(name) && !name.endsWith('.schema.json') && !tables.has(name) && !name.startsWith('.');

/** The folder in a data folder that holds comparisons, which are no reports: see selections.ts. */
export const comparisonsFolder = 'comparisons';

export const isComparison = (file: string): boolean =>
  path.basename(path.dirname(file)) === comparisonsFolder && /\.(ya?ml|json)$/.test(file);

const isSearched = (folder: string): boolean =>
  !folder.startsWith('.') && folder !== 'node_modules' && folder !== comparisonsFolder;

/** Every folder that data files are looked for in: the named one and those under it. */
export const dataFolders = async (folder: string, host: Host): Promise<readonly string[]> => {
  const inner = (await host.list(folder)).filter((entry) => entry.folder && isSearched(entry.name));
  const nested = await Promise.all(inner.map(({ name }) => dataFolders(path.join(folder, name), host)));
  return [folder, ...nested.flat()];
};

const listDataFiles = async (folder: string, host: Host): Promise<string[]> => {
  const files: string[] = [];
  for (const entry of await host.list(folder)) {
    const full = path.join(folder, entry.name);
    if (entry.folder && isSearched(entry.name)) files.push(...(await listDataFiles(full, host)));
    else if (!entry.folder && isDataFile(entry.name)) files.push(full);
  }
  return files;
};

/** Path from the root with `/`. */
export const labelOfInput = (file: string, root: string): string => path.relative(root, file).split(path.sep).join('/');

type Looked = { readonly input?: Input; readonly diagnostics: readonly Diagnostic[]; readonly text?: string };

/** One data file: its hash and its report's id. */
export const lookAtInput = async (file: string, root: string, host: Host): Promise<Looked> => {
  const label = labelOfInput(file, root);
  try {
    const bytes = await host.read(file);
    const text = new TextDecoder().decode(bytes);
    const place = placeAtTop(text);
    const input = { path: file, label, sha256: sha256(bytes), ...(place && { place }) };
    const seen = idAtTop(text);
    if (seen !== undefined) return { input: { ...input, id: seen }, diagnostics: [] };
    const { id, diagnostics } = await idByLoading(label, bytes);
    return { input: { ...input, id }, diagnostics, ...(diagnostics.length > 0 && { text }) };
  } catch (error) {
    return { diagnostics: [messages.notReadable(label, error)] };
  }
};

/** Reads the named files and all data files under the named folders, each once. */
export const scanInputs = async (places: readonly string[], root: string, host: Host): Promise<Scan> => {
  const diagnostics: Diagnostic[] = [];
  const files = new Set<string>();
  for (const place of places) {
    const full = path.resolve(root, place);
    if (isComparison(full) || path.basename(full) === comparisonsFolder) continue;
    const inside = await listDataFiles(full, host).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return []; // a file
      diagnostics.push(messages.notReadable(place, error));
      return undefined;
    });
    if (inside === undefined) continue;
    if (inside.length > 0) inside.forEach((file) => files.add(file));
    else if (/\.[^./\\]+$/.test(place)) files.add(full);
    else diagnostics.push(messages.noData(place));
  }
  const sources = new Map<string, string>();
  const looked = await fewAtOnce([...files].toSorted(), filesAtOnce, (file) => lookAtInput(file, root, host));
  const inputs = looked.flatMap(({ input, diagnostics: found, text }) => {
    diagnostics.push(...found);
    if (input && text !== undefined) sources.set(input.label, text);
    return input ? [input] : [];
  });
  return { inputs, diagnostics, sources };
};
