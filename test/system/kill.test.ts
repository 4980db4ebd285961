// Builds that are killed, with SIGKILL, at random moments: no file is torn, the manifest says nothing false, the next
// build completes to the bytes of one that was never disturbed, names the figures that changed and leaves nothing else.
// Half the moments are spread over the time of a build, half over what it does to its folder, page and manifest included.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FigureChange } from '../../src/batch/changes.ts';
import { bin, hashesUnder, runJianbao } from '../helpers/command.ts';
import { makeStates, writeData } from './two-states.ts';
import { falseClaims, openTornFiles, readManifestOf, type State } from './whole-folder.ts';

const wanted = 54;
const seed = 20170421;

const base = mkdtempSync(path.join(tmpdir(), 'jianbao-kill-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const environment = { XDG_CACHE_HOME: path.join(base, 'cache'), LANG: 'en_US.UTF-8' };
const build = ['build', '-t', 'brief', '--json', '-j', '2'];

/** Numbers from 0 to 1 that are the same in every run: the linear congruential generator of Numerical Recipes. */
const openDice = (start: number) => {
  let state = start >>> 0;
  return (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
};

type Beginning = 'empty' | 'earlier';

/** Puts the output folder in the state that a build begins from. */
const setOut = (folder: string, beginning: Beginning): string => {
  const out = path.join(folder, 'output');
  rmSync(out, { recursive: true, force: true });
  if (beginning === 'earlier') cpSync(path.join(base, 'earlier/output'), out, { recursive: true });
  else mkdirSync(out);
  return out;
};

type Moment = { readonly after: 'time' | 'events'; readonly at: number };

/** Runs a build and kills its process group at a moment; gives whether it was still running. */
const killedAt = async (folder: string, moment: Moment): Promise<boolean> => {
  const child = spawn(process.execPath, [bin, ...build], {
    cwd: folder,
    env: { ...process.env, ...environment },
    detached: true,
    stdio: 'ignore',
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('exit', (_, signal) => resolve(signal));
  });
  const kill = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // it has ended by itself
    }
  };
  let seen = 0;
  const watcher = watch(path.join(folder, 'output'), { recursive: true }, () => {
    seen += 1;
    if (moment.after === 'events' && seen >= moment.at) kill();
  });
  watcher.on('error', () => undefined);
  if (moment.after === 'time') void wait(moment.at).then(kill);
  const signal = await ended;
  watcher.close();
  return signal === 'SIGKILL';
};

/** How long an undisturbed build takes, and how many events its folder sees. */
const measure = async (folder: string, beginning: Beginning): Promise<{ time: number; events: number }> => {
  const out = setOut(folder, beginning);
  let events = 0;
  const watcher = watch(out, { recursive: true }, () => (events += 1));
  watcher.on('error', () => undefined);
  const start = performance.now();
  expect((await runJianbao(folder, build, environment)).code).toBe(0);
  const time = performance.now() - start;
  watcher.close();
  return { time, events };
};

/** How far a build had got, as its folder tells. */
const phaseOf = (out: string, before: State | undefined): string => {
  const manifest = readManifestOf(out);
  if (manifest === undefined || JSON.stringify(manifest) === JSON.stringify(before?.manifest))
    return 'before the first document';
  return manifest.documents.some(({ pending }) => pending) ? 'among documents' : 'with the manifest settled';
};

describe(`a build killed at ${wanted} moments (seed ${seed})`, () => {
  let states: readonly State[] = [];
  beforeAll(async () => {
    states = await makeStates(base, build, environment);
  });

  it('leaves whole files and a true manifest, and the next build completes', { timeout: 3_600_000 }, async () => {
    const [earlier, later] = states;
    const tornIn = openTornFiles();
    const problems: string[] = [];
    const phases: Record<string, number> = {};
    let [kills, files, ended, named] = [0, 0, 0, 0];

    const check = async (folder: string, out: string, beginning: Beginning, moment: string): Promise<void> => {
      const before = beginning === 'earlier' ? earlier : undefined;
      const phase = `from ${beginning}, ${phaseOf(out, before)}`;
      phases[phase] = (phases[phase] ?? 0) + 1;
      const here = (problem: string): string => `${moment}: ${problem}`;
      problems.push(...[...(await tornIn(out)), ...falseClaims(out, states)].map(here));
      files += Object.keys(hashesUnder(out)).length;
      // Those whose change the killed build had no time to tell.
      const reports = readManifestOf(out)?.reports ?? [];
      const untold = (['a-2017', 'b-2017'] as const).filter((id) => {
        const [known, then] = [reports, before?.manifest.reports ?? []].map((all) => all.find((one) => one.id === id));
        return then !== undefined && (known?.told === then.data || known?.data === then.data);
      });
      const next = await runJianbao(folder, build, environment);
      if (next.code !== 0) problems.push(here(`the next build ended with ${next.code}: ${next.err}`));
      const { changes } = JSON.parse(next.out) as { readonly changes: readonly FigureChange[] };
      for (const id of untold) {
        named += 1;
        if (!changes.some(({ report, after }) => report === id && after?.includes('.9')))
          problems.push(here(`the figure of ${id} is not named`));
      }
      const [made, right] = [hashesUnder(out), later?.hashes ?? {}];
      for (const file of new Set([...Object.keys(made), ...Object.keys(right)]))
        if (made[file] !== right[file]) problems.push(here(`after the next build ${file} is not as undisturbed`));
    };

    // Two projects at once, one for each core.
    const lane = async (number: number): Promise<void> => {
      const dice = openDice(seed + number);
      const folder = path.join(base, `lane ${number}`);
      writeData(folder, true);
      const whole = { empty: await measure(folder, 'empty'), earlier: await measure(folder, 'earlier') };
      for (let turn = 0; kills < wanted; turn += 1) {
        const beginning: Beginning = turn % 2 === 0 ? 'empty' : 'earlier';
        const after = turn % 4 < 2 ? 'time' : 'events';
        const { time, events } = whole[beginning];
        const at = Math.ceil(dice() * (after === 'time' ? time : events));
        const out = setOut(folder, beginning);
        if (!(await killedAt(folder, { after, at }))) {
          ended += 1;
          continue;
        }
        kills += 1;
        if (kills % 10 === 0) console.log(`${kills} kills so far, ${problems.length} problems`);
        await check(folder, out, beginning, `lane ${number}, turn ${turn}, killed after ${at} ${after}`);
      }
    };
    await Promise.all([lane(1), lane(2)]);

    console.log(
      `${kills} kills, ${ended} builds had ended before; ${files} files looked at, ${problems.length} problems`,
    );
    for (const [phase, number] of Object.entries(phases).toSorted()) console.log(`  ${number} ${phase}`);
    console.log(`  ${named} changed figures of killed builds, each named by the next`);
    expect(problems).toEqual([]);
    expect(kills).toBeGreaterThanOrEqual(50);
  });
});
