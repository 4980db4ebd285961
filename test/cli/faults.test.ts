// What goes wrong outside the data: links in the output folder, two builds at once, a thread that dies. Finished files
// stay whole, the message says which and why, the exit code is right, and other documents go on.
import { spawn } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it, vi } from 'vitest';
import { cardProject } from '../helpers/card-project.ts';
import { bin } from '../helpers/command.ts';

const base = mkdtempSync(path.join(tmpdir(), 'jianbao-faults-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Several builds each. */
const slow = { timeout: 120_000 };

it('does not write through links in the output folder', slow, async () => {
  const { at, write, build } = cardProject(base, ['a', 'b', 'c']);
  for (const name of ['a', 'figures', 'pictures']) mkdirSync(at(`outside/${name}`), { recursive: true });
  write('outside/b.pdf', 'not ours');
  mkdirSync(at('output/b'), { recursive: true });
  symlinkSync(at('outside/a'), at('output/a'));
  symlinkSync(at('outside/b.pdf'), at('output/b/card.pdf'));
  symlinkSync(at('outside/figures'), at('output/.figures'));
  symlinkSync(at('outside/pictures'), at('output/index_files'));

  const { code, err } = await build();
  expect(code).toBe(1);
  expect(err).toContain('a/card.pdf error write/not-writable');
  expect(err).toMatch(/\.figures\/b\.\w+\.json error write\/not-writable/);
  expect(err).toMatch(/index_files\/\w+-300\.png error write\/not-writable/);
  expect(err).toContain('leads out of the output folder');
  for (const name of ['a', 'figures', 'pictures']) expect(readdirSync(at(`outside/${name}`))).toEqual([]);
  expect(readFileSync(at('outside/b.pdf'), 'utf8')).toBe('not ours');
  // The others are made, one of them in the place of a link.
  expect(lstatSync(at('output/b/card.pdf')).isFile()).toBe(true);
  expect(lstatSync(at('output/c/card.pdf')).isFile()).toBe(true);
});

it('does not remove through links in the output folder', slow, async () => {
  const { at, build } = cardProject(base, ['a', 'b']);
  expect((await build()).code).toBe(0);
  renameSync(at('output/a'), at('elsewhere'));
  symlinkSync(at('elsewhere'), at('output/a'));
  rmSync(at('data/a.yaml'));
  const { code, err } = await build();
  expect(code).toBe(1);
  expect(err).toContain('a/card.pdf error write/not-writable');
  expect(readdirSync(at('elsewhere'))).toEqual(['card.pdf']);

  rmSync(at('output/a'));
  expect((await build()).code).toBe(0);
  expect(existsSync(at('elsewhere/card.pdf'))).toBe(true);
});

it('leaves the folder to another build that is at work there', slow, async () => {
  const { at, build } = cardProject(base, ['a', 'b']);
  const first = build();
  await vi.waitUntil(() => existsSync(at('output/.lock')), { timeout: 60_000, interval: 5 });
  const second = await build('--summary', 'summary.md');
  expect(second.code).toBe(1);
  expect(second.err).toMatch(
    /output error write\/not-writable\nanother build is writing to this folder \(process \d+ on/,
  );
  expect(readFileSync(at('summary.md'), 'utf8')).toContain('another build is writing to this folder');
  expect((await first).code).toBe(0);
  expect((await build()).out).toContain('unchanged 2');
});

it('ends with 130 at Ctrl-C, and the next build makes the rest and sweeps up', slow, async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const { at, build } = cardProject(base, names);
  const cut = spawn(process.execPath, [bin, 'build', '-t', 'card', '-f', 'pdf'], {
    cwd: at(''),
    env: { ...process.env, XDG_CACHE_HOME: path.join(base, 'cache'), LANG: 'en_US.UTF-8' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  cut.stderr.on('data', (text) => (said += String(text)));
  const ended = new Promise((resolve) => cut.on('close', (code) => resolve(code)));
  await vi.waitUntil(() => existsSync(at('output/.lock')), { timeout: 60_000, interval: 5 });
  cut.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(said).toContain('interrupted: files that were written are whole');

  expect((await build()).code).toBe(0);
  const left = readdirSync(at('output'), { recursive: true, encoding: 'utf8' });
  expect(left.filter((file) => /\.tmp$|\.lock/.test(file))).toEqual([]);
  expect(left.filter((file) => file.endsWith('card.pdf'))).toHaveLength(names.length);
  expect((await build()).out).toContain(`unchanged ${names.length}`);
});

it('ends with 3 for a thread that dies, and makes the other reports', slow, async () => {
  // Stands for a fault of a library: the thread is asked to exit when it reads the data of b.
  const preload = `import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';
const read = fs.readFile;
const die = () => new Promise(() => setImmediate(() => process.exit(7)));
if (!isMainThread) fs.readFile = (file, ...more) => (String(file).endsWith('b.yaml') ? die() : read(file, ...more));
syncBuiltinESMExports();
`;
  const { at, write, build } = cardProject(base, ['a', 'b', 'c'], (file) => ({
    NODE_OPTIONS: `--import=${pathToFileURL(file('preload.mjs')).href}`,
  }));
  write('preload.mjs', preload);
  const { code, err, out } = await build('--timeout', '0');
  expect(code).toBe(3);
  expect(err).toContain('data/b.yaml error batch/worker-died');
  expect(err).toContain('exit with 7');
  expect(out).toContain('created 2, failed 1');
  write('preload.mjs', '');
  expect((await build()).out).toContain('created 1, unchanged 2');
  expect(readdirSync(at('output')).filter((name) => name.startsWith('.lock'))).toEqual([]);
});
