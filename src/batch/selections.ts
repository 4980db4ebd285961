// Finds the comparisons of a run, data/comparisons/*.yaml, and the data files of the reports that each names: among those
// of the run, else in the data folder that holds comparisons/. One with faults is told, and makes no document.
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sha256, type Host } from '../host.ts';
import { loadSelection } from '../report/selection.ts';
import { hashOfMembers, type Group } from './groups.ts';
import * as messages from './messages.ts';
import { comparisonsFolder, dataFolders, isComparison, labelOfInput, scanInputs, type Input } from './scan.ts';

/** What ids of groups of selections begin with; no report may bear such an id. */
export const selectionPrefix = 'compare-';

export type Selections = {
  readonly groups: readonly Group[];
  /** Id of the group of each comparison of this run, by label; undefined where faults hide it. */
  readonly idOf: ReadonlyMap<string, string | undefined>;
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that the diagnostics point into, by label. */
  readonly sources: ReadonlyMap<string, string>;
};

export const noSelections: Selections = { groups: [], idOf: new Map(), diagnostics: [], sources: new Map() };

/** Hash of a selection and its members. */
export const hashOfSelection = (selection: string, members: readonly string[]): string =>
  sha256(`${selection}\n${hashOfMembers(members)}`);

const isYaml = (name: string): boolean => /\.(ya?ml|json)$/.test(name) && !name.startsWith('.');

const filesIn = async (folder: string, host: Host): Promise<readonly string[]> => {
  const entries = await host.list(folder).catch(() => []);
  return entries
    .filter(({ name, folder: isFolder }) => !isFolder && isYaml(name))
    .map(({ name }) => path.join(folder, name));
};

const findFiles = async (places: readonly string[], root: string, host: Host): Promise<readonly string[]> => {
  const files = new Set<string>();
  for (const place of places) {
    const full = path.resolve(root, place);
    if (isComparison(full)) files.add(full);
    else if (path.basename(full) === comparisonsFolder) (await filesIn(full, host)).forEach((file) => files.add(file));
    else {
      for (const folder of await dataFolders(full, host).catch(() => [])) {
        (await filesIn(path.join(folder, comparisonsFolder), host)).forEach((file) => files.add(file));
      }
    }
  }
  return [...files].toSorted();
};

/** The comparisons under the places, each as a group. `indicators` are the ids that there are. */
export const selectionGroups = async (
  places: readonly string[],
  inputs: readonly Input[],
  indicators: readonly string[],
  root: string,
  host: Host,
): Promise<Selections> => {
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, string>();
  const groups: Group[] = [];
  const idOf = new Map<string, string | undefined>();
  const files = await findFiles(places, root, host);
  if (files.length === 0) diagnostics.push(messages.noSelection(places[0] ?? 'data'));
  const beside = new Map<string, readonly Input[]>();
  for (const file of files) {
    const label = labelOfInput(file, root);
    const bytes = await host.read(file).catch((error: unknown) => messages.notReadable(label, error));
    if ('severity' in bytes) {
      diagnostics.push(bytes);
      idOf.set(label, undefined);
      continue;
    }
    const folder = path.dirname(path.dirname(file));
    const near = beside.get(folder) ?? (await scanInputs([folder], root, host)).inputs;
    beside.set(folder, near);
    const byId = new Map([...near, ...inputs].map((input) => [input.id, input]));
    const reports = [...byId.keys()].filter((id) => id !== undefined);
    const loaded = loadSelection(label, bytes, { reports, indicators });
    diagnostics.push(...loaded.diagnostics);
    const id = loaded.value && `${selectionPrefix}${loaded.value.id}`;
    idOf.set(label, id);
    if (loaded.value === undefined || id === undefined) {
      sources.set(label, new TextDecoder().decode(bytes));
      continue;
    }
    const members = loaded.value.reports.flatMap((one) => byId.get(one) ?? []);
    const hash = hashOfSelection(
      sha256(bytes),
      members.map((one) => one.sha256),
    );
    groups.push({ over: 'selection', id, label, path: file, sha256: hash, members });
  }
  return { groups, idOf, diagnostics, sources };
};
