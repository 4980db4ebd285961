// Builds on a disk that fills up, on one that is read-only, and on one that becomes so: files stay whole, the manifest
// says nothing false, the message tells, the exit code is 1; once there is space the next build completes.
// The disk is a tmpfs; where none may be mounted the checks are skipped and say so.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hashesUnder, runJianbao, type Ran } from '../helpers/command.ts';
import { makeStates, writeData } from './two-states.ts';
import { falseClaims, openTornFiles, type State } from './whole-folder.ts';

const base = mkdtempSync(path.join(tmpdir(), 'jianbao-disk-'));
const folder = path.join(base, 'project');
const disk = path.join(folder, 'disk');
const out = path.join(disk, 'output');
const filler = path.join(disk, 'filler');

const mount = (...args: readonly string[]): boolean => {
  try {
    execFileSync(args[0] === '-u' ? 'umount' : 'mount', args[0] === '-u' ? args.slice(1) : args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
mkdirSync(disk, { recursive: true });
const mounts = mount('-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', disk) && mount('-u', disk);
const absent = mounts ? '' : ' (skipped: no tmpfs may be mounted here)';
afterAll(() => rmSync(base, { recursive: true, force: true }));

const environment = { XDG_CACHE_HOME: path.join(base, 'cache'), LANG: 'en_US.UTF-8' };
const templates = ['build', '-t', 'brief', '-j', '2'];
const build = (): Promise<Ran> => runJianbao(folder, [...templates, '-o', 'disk/output'], environment);

/** Leaves this many bytes free. */
const fill = (free: number): void => {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, new Uint8Array(Math.max(0, bavail * bsize - free)));
};

const begin = (beginning: 'empty' | 'earlier'): void => {
  rmSync(out, { recursive: true, force: true });
  if (beginning === 'earlier') cpSync(path.join(base, 'earlier/output'), out, { recursive: true });
};

const kilobyte = 1024;
const space = [0, 4, 12, 24, 48, 90, 140, 240] as const;

describe.skipIf(!mounts)(`an output folder${absent}`, () => {
  let states: readonly State[] = [];
  const tornIn = openTornFiles();
  beforeAll(async () => {
    states = await makeStates(base, templates, environment);
    writeData(folder, true);
  });
  beforeEach(() => void mount('-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', disk));
  afterEach(() => void mount('-u', disk));

  const problemsNow = async (): Promise<readonly string[]> =>
    existsSync(out) ? [...(await tornIn(out)), ...falseClaims(out, states)] : [];

  it.each(['empty', 'earlier'] as const)(
    'on a disk that fills up, from %s',
    { timeout: 900_000 },
    async (beginning) => {
      let [full, files] = [0, 0];
      for (const kilobytes of space) {
        begin(beginning);
        fill(kilobytes * kilobyte);
        const ran = await build();
        const problems = await problemsNow();
        files += existsSync(out) ? Object.keys(hashesUnder(out)).length : 0;
        rmSync(filler);
        const next = await build();
        expect({ kilobytes, problems, next: [next.code, next.err] }).toEqual({
          kilobytes,
          problems: [],
          next: [0, ''],
        });
        expect(hashesUnder(out)).toEqual(states[1]?.hashes);
        if (ran.code === 0) continue;
        full += 1;
        expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('cannot write the file: the disk is full')]);
      }
      console.log(
        `${full} of ${space.length} builds from ${beginning} met a full disk, ${files} files looked at, 0 problems`,
      );
      expect(full).toBeGreaterThanOrEqual(5);
    },
  );

  it('on a read-only disk', async () => {
    begin('earlier');
    mount('-o', 'remount,ro', disk);
    const before = hashesUnder(out);
    const { code, err } = await build();
    expect([code, err]).toEqual([1, expect.stringContaining('the file system is read-only')]);
    expect(hashesUnder(out)).toEqual(before);
    expect((await runJianbao(folder, [...templates, '-o', 'disk/output', '--check'], environment)).code).toBe(1);
  });

  it('on a disk that becomes read-only', { timeout: 120_000 }, async () => {
    begin('earlier');
    const running = build();
    await vi.waitUntil(() => existsSync(path.join(out, '.lock')), { timeout: 60_000, interval: 2 });
    // A file that is being written at the moment keeps the disk from it.
    await vi.waitUntil(() => mount('-o', 'remount,ro', disk), { timeout: 60_000, interval: 2 });
    const { code, err } = await running;
    expect([code, err]).toEqual([1, expect.stringContaining('the file system is read-only')]);
    expect(await problemsNow()).toEqual([]);
    mount('-o', 'remount,rw', disk);
    const next = await build();
    expect([next.code, next.err]).toEqual([0, '']);
    expect(hashesUnder(out)).toEqual(states[1]?.hashes);
  });
});
