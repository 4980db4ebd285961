// Takes the data files of a run and the last manifest, gives the groups that documents are made over: all reports of one
// place. A group keeps the members that it had and that this run was not asked for, as long as their files are there: to
// build one report anew never makes the document of its place forget the others.
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sha256, type Host } from '../host.ts';
import { fewAtOnce, filesAtOnce } from './few-at-once.ts';
import type { Manifest } from './manifest.ts';
import * as messages from './messages.ts';
import { placeByLoading, type PlaceName } from './read-place.ts';
import { lookAtInput, type Input } from './scan.ts';

/** Several data files that one document is made from. */
export type Group = {
  readonly over: 'place' | 'selection';
  /** Name of its folder: `place-罗湖区`, `compare-shenzhen-2023`. */
  readonly id: string;
  /** As shown to people, and `source` in the manifest: the file of a selection, of a place the id. */
  readonly label: string;
  /** Of a selection: its file. */
  readonly path?: string;
  readonly sha256: string;
  /** By label; of a selection in its order. */
  readonly members: readonly Input[];
};

/** What ids of groups of places begin with; no report may bear such an id. */
export const placePrefix = 'place-';

/** `place-罗湖区`: the short name without what a file name cannot hold. */
export const placeId = ({ short }: Pick<PlaceName, 'short'>): string =>
  `${placePrefix}${short.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 60)}`;

/** Hash of several files, whatever order they come in. */
export const hashOfMembers = (hashes: readonly string[]): string => sha256(hashes.toSorted().join('\n'));

export type Groups = {
  readonly groups: readonly Group[];
  /** Id of the group that a data file belongs to, by label; files whose place cannot be told are not in it. */
  readonly groupOf: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
};

type Placed = { readonly input: Input; readonly place: PlaceName | undefined };

const placed = async (input: Input, host: Host): Promise<Placed> => ({
  input,
  place: input.place ?? (input.id === undefined ? undefined : await placeByLoading(input.path, input.label, host)),
});

/** Two full names of one place: one may leave out the province or the city. */
const isOnePlace = (places: readonly PlaceName[]): boolean => {
  const longest = places.reduce((long, { name }) => (name.length > long.length ? name : long), '');
  return places.every(({ name, level }) => longest.endsWith(name) && level === places[0]?.level);
};

/** The group of each place that an input of this run has. */
export const placeGroups = async (
  inputs: readonly Input[],
  manifest: Manifest,
  root: string,
  host: Host,
): Promise<Groups> => {
  const found = await fewAtOnce(inputs, filesAtOnce, (input) => placed(input, host));
  const before = new Map(
    manifest.documents.flatMap(({ report, members }) => (members === undefined ? [] : [[report, members] as const])),
  );
  const groupOf = new Map<string, string>();
  const members = new Map<string, Placed[]>();
  const join = (id: string, one: Placed): void => {
    groupOf.set(one.input.label, id);
    members.set(id, [...(members.get(id) ?? []), one]);
  };
  for (const one of found) {
    // A file whose faults hide its place stays where it was: the group is not made without it.
    const known = [...before].find(([, labels]) => labels.includes(one.input.label))?.[0];
    const id = one.place === undefined ? known : placeId(one.place);
    if (id !== undefined) join(id, one);
  }

  const here = new Set(inputs.map(({ label }) => label));
  for (const [id, labels] of before) {
    if (!members.has(id)) continue;
    const others = labels.filter((label) => !here.has(label));
    for (const label of others) {
      const file = path.resolve(root, label);
      if (!(await host.exists(file))) continue;
      const { input } = await lookAtInput(file, root, host);
      const one = input && (await placed(input, host));
      if (one !== undefined && (one.place === undefined || placeId(one.place) === id)) join(id, one);
    }
  }

  const diagnostics: Diagnostic[] = [];
  const groups = [...members].flatMap(([id, all]): Group[] => {
    const places = all.flatMap(({ place }) => (place === undefined ? [] : [place]));
    const sorted = all.map(({ input }) => input).toSorted((a, b) => (a.label < b.label ? -1 : 1));
    if (!isOnePlace(places)) {
      diagnostics.push(
        messages.twoPlaces(
          id,
          sorted.map(({ label }) => label),
          [...new Set(places.map(({ name, level }) => `${name}（${level}）`))],
        ),
      );
      return [];
    }
    return [{ over: 'place', id, label: id, sha256: hashOfMembers(sorted.map((one) => one.sha256)), members: sorted }];
  });
  return { groups, groupOf, diagnostics };
};
