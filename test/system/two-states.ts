// A small project at two times: four reports, then two of them with another figure, one as before, and one gone.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashesUnder, runJianbao } from '../helpers/command.ts';
import { shortReport } from '../helpers/short-report.ts';
import { readManifestOf, type State } from './whole-folder.ts';

const names = ['a', 'b', 'c', 'd'] as const;

/** Writes `data/` of a project. The figure of each report ends in .5, and in .9 where it has changed. */
export const writeData = (folder: string, later: boolean): void => {
  rmSync(path.join(folder, 'data'), { recursive: true, force: true });
  mkdirSync(path.join(folder, 'data'), { recursive: true });
  for (const [index, name] of names.entries()) {
    if (later && name === 'd') continue;
    const figure = `${150 + index}.${later && name !== 'c' ? 9 : 5}`;
    const text = shortReport(`${name}-2017`, ['157.5', figure], ['title: 红旗区', `title: 红旗区${name}`]);
    writeFileSync(path.join(folder, 'data', `${name}.yaml`), text);
  }
};

/** Builds both, each in a folder of its own under `base`, `earlier` and `later`; gives what their `output/` holds. */
export const makeStates = async (
  base: string,
  build: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<readonly State[]> => {
  const states: State[] = [];
  for (const name of ['earlier', 'later']) {
    const folder = path.join(base, name);
    writeData(folder, name === 'later');
    const { code, err } = await runJianbao(folder, build, environment);
    const manifest = readManifestOf(path.join(folder, 'output'));
    if (code !== 0 || manifest === undefined) throw new Error(err);
    states.push({ hashes: hashesUnder(path.join(folder, 'output')), manifest });
  }
  return states;
};
