// Which folders to watch: those that hold data, templates, theme and fonts, with all that lead to them, so that one
// that does not exist yet is seen when it comes.
import path from 'node:path';
import { comparisonsFolder, dataFolders } from '../batch/scan.ts';
import type { Host } from '../host.ts';

const leadingTo = (folder: string, root: string): readonly string[] => {
  const above = path.dirname(folder);
  return folder === root || above === folder || !folder.startsWith(root + path.sep)
    ? [folder]
    : [folder, ...leadingTo(above, root)];
};

/** Absolute paths, each once. A place may be a data file: then its folder is watched. */
export const watchedFolders = async (places: readonly string[], root: string, host: Host): Promise<Set<string>> => {
  const own = ['data', 'templates', 'templates/partials', 'fonts'].map((folder) => path.join(root, folder));
  const nested = await Promise.all(
    places.map((place) => {
      const full = path.resolve(root, place);
      return dataFolders(full, host).catch(() => [path.dirname(full)]); // a file, or a folder that may not be read
    }),
  );
  const outside = places.map((place) => path.dirname(path.resolve(root, place)));
  const comparisons = nested.flat().map((folder) => path.join(folder, comparisonsFolder));
  return new Set([...own, ...outside, ...nested.flat(), ...comparisons].flatMap((folder) => leadingTo(folder, root)));
};
