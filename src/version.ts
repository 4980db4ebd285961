// The version of the package, read from its own package.json, and the folder that its templates and fonts lie in.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own folder, the nearest above that has a manifest: run from src/, from dist/ or from where bench is built. */
export const packageFolder = (): string => {
  const own = path.dirname(fileURLToPath(import.meta.url));
  for (let folder = own; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package.json'))) return folder;
    if (folder === path.dirname(folder)) return path.resolve(own, '..');
  }
};

export const packageVersion = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(path.join(packageFolder(), 'package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  return typeof version === 'string' ? version : '';
};
