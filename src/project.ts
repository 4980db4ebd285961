// Where a project's templates, theme, fonts and indicator table lie, and their texts.
// A project's own folder comes first, file by file; what it does not have comes with the package.
// Files are named in messages and hashes by a short path: from the project's root, or `jianbao:` for the package's own.
import path from 'node:path';
import { notReadable } from './batch/messages.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Host } from './host.ts';

export type SourceFile = {
  /** File name without its ending: `brief`. */
  readonly name: string;
  /** As shown to people. */
  readonly label: string;
  readonly path: string;
  readonly text: string;
};

export type Project = {
  readonly root: string;
  readonly packageFolder: string;
  readonly templates: readonly SourceFile[];
  readonly partials: readonly SourceFile[];
  readonly theme: SourceFile;
  /** The package's table first, then the project's own, whose entries are added or put in place of the former. */
  readonly indicators: readonly SourceFile[];
  readonly fontsConfig: SourceFile;
  /** Folder that fonts dropped by the user lie in. */
  readonly fontsFolder: string;
  readonly cacheFolder: string;
};

const decoder = new TextDecoder('utf-8', { fatal: false, ignoreBOM: false });

/** Path as shown to people: from the root with `/`, or with `jianbao:` before it when it came with the package. */
export const labelOf = (file: string, root: string, packageFolder: string): string => {
  const within = (folder: string): string | undefined => {
    const inside = path.relative(folder, file);
    return inside.startsWith('..') || path.isAbsolute(inside) ? undefined : inside.split(path.sep).join('/');
  };
  // The package comes first: installed in the project's own node_modules it lies inside the root as well.
  const bundled = root === packageFolder ? undefined : within(packageFolder);
  return bundled === undefined ? (within(root) ?? file) : `jianbao:${bundled}`;
};

/** In the project's node_modules where there is one, as other tools do; else in the user's cache folder. */
const cacheFolderOf = async (root: string, host: Host): Promise<string> => {
  const modules = path.join(root, 'node_modules');
  if (await host.exists(modules)) return path.join(modules, '.cache', 'jianbao');
  const { XDG_CACHE_HOME: cache, HOME: home, LOCALAPPDATA: local } = host.environment;
  const base = cache || local || (home ? path.join(home, '.cache') : path.join(root, '.cache'));
  return path.join(base, 'jianbao');
};

/** Reads a project. What cannot be read is reported; a missing folder is no fault, since the package has its own. */
export const readProject = async (
  root: string,
  packageFolder: string,
  host: Host,
): Promise<{ readonly project: Project; readonly diagnostics: readonly Diagnostic[] }> => {
  const diagnostics: Diagnostic[] = [];
  const bases = root === packageFolder ? [packageFolder] : [root, packageFolder];

  const readSource = async (file: string): Promise<SourceFile> => {
    const label = labelOf(file, root, packageFolder);
    const name = path.basename(file).replace(/\.[^.]+$/, '');
    try {
      return { name, label, path: file, text: decoder.decode(await host.read(file)).replaceAll('\r\n', '\n') };
    } catch (error) {
      diagnostics.push(notReadable(label, error));
      return { name, label, path: file, text: '' };
    }
  };

  /** Files of a folder with this ending, the project's own before the package's of the same name. */
  const gather = async (folder: string, ending: string): Promise<SourceFile[]> => {
    const found = new Map<string, string>();
    for (const base of bases) {
      const inside = await host.list(path.join(base, folder)).catch((error: unknown) => {
        diagnostics.push(notReadable(labelOf(path.join(base, folder), root, packageFolder), error));
        return [];
      });
      for (const entry of inside) {
        if (entry.folder || !entry.name.endsWith(ending) || found.has(entry.name)) continue;
        found.set(entry.name, path.join(base, folder, entry.name));
      }
    }
    return Promise.all([...found.values()].toSorted().map(readSource));
  };

  const first = async (relative: string): Promise<SourceFile> => {
    for (const base of bases) {
      const file = path.join(base, relative);
      if (await host.exists(file)) return readSource(file);
    }
    return readSource(path.join(packageFolder, relative));
  };

  const indicatorFiles: string[] = [];
  for (const base of bases.toReversed()) {
    const file = path.join(base, 'data', 'indicators.yaml');
    if (await host.exists(file)) indicatorFiles.push(file);
  }

  const project: Project = {
    root,
    packageFolder,
    templates: (await gather('templates', '.hbs')).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    partials: (await gather('templates/partials', '.hbs')).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    theme: await first('templates/theme.yaml'),
    indicators: await Promise.all(indicatorFiles.map(readSource)),
    fontsConfig: await first('fonts/fonts.yaml'),
    fontsFolder: path.join(root, 'fonts'),
    cacheFolder: await cacheFolderOf(root, host),
  };
  return { project, diagnostics };
};
