// A host with files in memory over another host: what is in memory is seen first, everything else is the other's.
import path from 'node:path';
import type { Host } from './host.ts';

/** `files` by absolute path. Only reading sees them; what is written goes to the host beneath. */
export const layeredHost = (files: ReadonlyMap<string, Uint8Array>, beneath: Host): Host => {
  const namesIn = (folder: string): Map<string, boolean> => {
    const names = new Map<string, boolean>();
    for (const file of files.keys()) {
      const inside = path.relative(folder, file);
      if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) continue;
      const [name = '', ...rest] = inside.split(path.sep);
      names.set(name, rest.length > 0);
    }
    return names;
  };
  return {
    ...beneath,
    read: async (file) => files.get(file) ?? beneath.read(file),
    exists: async (file) => files.has(file) || namesIn(file).size > 0 || beneath.exists(file),
    list: async (folder) => {
      const names = namesIn(folder);
      for (const { name, folder: isFolder } of await beneath.list(folder)) {
        if (!names.has(name)) names.set(name, isFolder);
      }
      return [...names]
        .map(([name, isFolder]) => ({ name, folder: isFolder }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
};
