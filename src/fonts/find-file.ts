// Takes a candidate of fonts.yaml, finds the file it stands for, and what the candidate is called towards people.
// The first match wins: folders in their order, then patterns in theirs, then names by code unit.
// A package is looked up from where this module lies, so it is found when jianbao is itself a dependency.
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Host } from '../host.ts';
import type { Candidate } from './font-config.ts';

export type FontFile = {
  readonly path: string;
  /** As shown to people: `@expo-google-fonts/noto-serif-sc/400Regular/…ttf`, or the path of a user's file. */
  readonly label: string;
  /**
   * What the bytes of a package's file are known by without reading them: package, version and path, which npm ties to
   * a content hash. A user's file has none: it is known by its content.
   */
  readonly identity?: string;
};

export type Finder = {
  /** The file, or nothing when the candidate is absent here. */
  readonly find: (candidate: Exclude<Candidate, { readonly role: unknown }>) => Promise<FontFile | undefined>;
};

export type FinderOptions = {
  /** Where users drop font files, in order. */
  readonly folders: readonly string[];
  readonly systemFolders: readonly string[];
  /** Path of a file in an installed package; nothing when it is not installed. */
  readonly resolve: (specifier: string) => string | undefined;
  /** What a user's file is called towards people; its path unless given. */
  readonly labelOf?: ((file: string) => string) | undefined;
};

const require = createRequire(import.meta.url);

/** Finds a package's file the way Node does, from this module. */
export const resolveInstalled = (specifier: string): string | undefined => {
  try {
    return require.resolve(specifier);
  } catch {
    return undefined;
  }
};

const matcher = (pattern: string): RegExp => {
  const source = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'iu');
};

/** Version of an installed package, from its package.json; empty when it is not found or says none. */
export const versionOf = async (name: string, resolve: FinderOptions['resolve'], host: Host): Promise<string> => {
  const file = resolve(`${name}/package.json`);
  if (file === undefined) return '';
  const text = await host.read(file).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
  const found = /"version"\s*:\s*"([^"]+)"/.exec(text);
  return found?.[1] ?? '';
};

/** Looks for candidates' files with one listing of each folder. */
export const createFinder = (options: FinderOptions, host: Host): Finder => {
  const listings = new Map<string, Promise<readonly string[]>>();
  const filesIn = (folder: string, depth: number): Promise<readonly string[]> => {
    const known = listings.get(folder);
    if (known) return known;
    const listing = (async (): Promise<readonly string[]> => {
      const entries = await host.list(folder).catch(() => []);
      const inner = entries.filter((entry) => entry.folder && depth > 0);
      const nested = await Promise.all(inner.map((entry) => filesIn(path.join(folder, entry.name), depth - 1)));
      return [...entries.filter((entry) => !entry.folder).map(({ name }) => path.join(folder, name)), ...nested.flat()];
    })();
    listings.set(folder, listing);
    return listing;
  };
  const firstMatch = async (
    folders: readonly string[],
    depth: number,
    patterns: readonly string[],
  ): Promise<FontFile | undefined> => {
    for (const folder of folders) {
      const files = await filesIn(folder, depth);
      for (const pattern of patterns.map(matcher)) {
        const file = files.find((candidate) => pattern.test(path.basename(candidate)));
        if (file !== undefined) return { path: file, label: options.labelOf?.(file) ?? file };
      }
    }
    return undefined;
  };
  return {
    find: async (candidate) => {
      if ('file' in candidate) return firstMatch(options.folders, 0, candidate.file);
      if ('system' in candidate) return firstMatch(options.systemFolders, 3, candidate.system);
      const label = `${candidate.package}/${candidate.path}`;
      const file = options.resolve(label);
      if (file === undefined) return undefined;
      const version = await versionOf(candidate.package, options.resolve, host);
      return { path: file, label, ...(version && { identity: `npm ${candidate.package}@${version}/${candidate.path}` }) };
    },
  };
};
