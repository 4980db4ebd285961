// Where the program that runs was installed from: whether a folder reaches it, and the package file (.tgz) that it was
// given as, so that a new working folder can be installed elsewhere as well, as CI does.
import path from 'node:path';
import type { Host } from '../host.ts';

export type PackageFile = { readonly name: string; readonly bytes: Uint8Array };

/** The folder itself and all above it, from the inside. */
const upwards = (folder: string): readonly string[] => {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [folder, ...upwards(parent)];
};

/** Whether `npx jianbao` in the folder runs the program that is in `packageFolder`. */
export const isReached = (folder: string, packageFolder: string): boolean =>
  upwards(folder).some((place) => path.join(place, 'node_modules', 'jianbao') === packageFolder);

const dependencyIn = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return Object(Object(value).dependencies).jianbao;
  } catch {
    return undefined;
  }
};

/** The package file that npm installed the program from, by the nearest package.json that names it; or none. */
export const findPackageFile = async (folder: string, host: Host): Promise<PackageFile | undefined> => {
  for (const place of upwards(folder)) {
    const bytes = await host.read(path.join(place, 'package.json')).catch(() => undefined);
    const from = bytes === undefined ? undefined : dependencyIn(new TextDecoder().decode(bytes));
    if (typeof from !== 'string') continue;
    if (!from.startsWith('file:') || !from.endsWith('.tgz')) return undefined;
    const file = path.resolve(place, from.slice('file:'.length));
    const content = await host.read(file).catch(() => undefined);
    return content === undefined ? undefined : { name: path.basename(file), bytes: content };
  }
  return undefined;
};
