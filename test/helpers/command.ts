// The compiled bin run as a person or a CI job runs it, and what it leaves in a folder.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './project-engine.ts';

export const bin = path.join(root, 'dist/cli.js');

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** Runs `jianbao` in a folder. `environment` is put over this process's own. */
export const runJianbao = (
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '1', ...environment };
    execFile(process.execPath, [bin, ...args], { cwd: folder, env, maxBuffer: 2 ** 26 }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });

/** SHA-256 of every file under a folder, by path. */
export const hashesUnder = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .toSorted()
      .map((file) => [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
