// The version of the package, read from its own package.json, and the folder that its templates and fonts lie in.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own folder, whether run from src/ or from dist/. */
export const packageFolder = (): string => path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

export const packageVersion = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(path.join(packageFolder(), 'package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  return typeof version === 'string' ? version : '';
};
