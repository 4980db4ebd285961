// The package as it is given to people: packed, and installed in an empty folder with nothing of the repository at hand.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../helpers/project-engine.ts';

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** Runs a command in a folder; no variable of the running test reaches it but PATH and HOME. */
export const runIn = (
  folder: string,
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Ran => {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, NO_COLOR: '1', ...environment };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' });
  return { code: status ?? -1, out: stdout, err: stderr };
};

const must = ({ code, out, err }: Ran): string => {
  if (code !== 0) throw new Error(`ended with ${code}:\n${out}${err}`);
  return out;
};

/** Packs the package and installs it, with others, in the folder; gives the name of the package file. */
export const installPacked = (folder: string, ...others: readonly string[]): string => {
  const out = must(runIn(folder, 'npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder, root]));
  const file = path.basename(out.trim().split('\n').at(-1) ?? '');
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "papers", "private": true, "type": "module" }');
  must(runIn(folder, 'npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${file}`, ...others]));
  return file;
};
