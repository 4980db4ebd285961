// Runs the bin in a process of its own and says what it took: wall time, processor time, peak memory, output.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageFolder } from '../../src/version.ts';

export type Usage = {
  /** Seconds by the clock. */
  readonly wall: number;
  /** Seconds of processor, user and system, all threads. */
  readonly cpu: number;
  /** Peak resident memory, MB. */
  readonly peak: number;
  readonly output: string;
};

const root = packageFolder();

/** Runs Node on `argv` in `folder`; throws when it fails. */
export const measureNode = (argv: readonly string[], folder: string): Usage => {
  const usage = path.join(folder, 'usage.json');
  const preload = pathToFileURL(path.join(root, 'bench', 'batch', 'usage.mjs')).href;
  const start = performance.now();
  const ran = spawnSync(process.execPath, ['--import', preload, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, JIANBAO_BENCH_USAGE: usage },
  });
  const wall = (performance.now() - start) / 1000;
  if (ran.status !== 0) throw new Error(`${argv.join(' ')} ended with ${ran.status}\n${ran.stderr}`);
  const { cpu, peak } = JSON.parse(readFileSync(usage, 'utf8')) as { cpu: number; peak: number };
  return { wall, cpu, peak, output: ran.stdout };
};

/** Runs `jianbao` as it is installed from this folder. */
export const measureBin = (argv: readonly string[], folder: string): Usage =>
  measureNode([path.join(root, 'dist', 'cli.js'), ...argv], folder);
