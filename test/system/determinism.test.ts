// Many reports built again and again in other circumstances: the same bytes each time, with the counts printed.
// The report texts are no part of this repository: without them the check is skipped and says so.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashesUnder, runJianbao } from '../helpers/command.ts';
import { root } from '../helpers/project-engine.ts';

const texts = path.join(root, '../shared/reports');
const absent = existsSync(texts) ? '' : ' (skipped: the report texts are not beside the repository)';
const count = 20;

const base = mkdtempSync(path.join(tmpdir(), 'jianbao-same-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

type Hashes = Readonly<Record<string, string>>;

const data = path.join(base, 'data');
const caches = { full: path.join(base, 'cache'), empty: path.join(base, 'another cache') };

const dataFiles = (): string[] =>
  readdirSync(data)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `data/${name}`)
    .toSorted();

/** A project of the same data in a folder of its own, built by these runs. */
const build = async (name: string, environment: Record<string, string>, ...runs: string[][]): Promise<Hashes> => {
  const folder = path.join(base, name);
  cpSync(data, path.join(folder, 'data'), { recursive: true });
  for (const args of runs) {
    const ran = await runJianbao(folder, args, {
      XDG_CACHE_HOME: caches.full,
      LC_ALL: '',
      LC_MESSAGES: '',
      ...environment,
    });
    expect([ran.code, ran.err]).toEqual([0, '']);
  }
  return hashesUnder(path.join(folder, 'output'));
};

describe.skipIf(absent !== '')(`${count} reports × 6 documents${absent}`, () => {
  let one: Hashes = {};
  beforeAll(async () => {
    const all = readdirSync(texts).filter((name) => name.endsWith('.txt'));
    const chosen = Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)] ?? '');
    mkdirSync(data);
    const ran = await runJianbao(base, ['extract', ...chosen.map((name) => path.join(texts, name))]);
    expect(ran.code).toBe(0);
    expect(dataFiles()).toHaveLength(count);
    one = await build('one', { TZ: 'UTC', LANG: 'zh_CN.UTF-8' }, ['build', '--jobs', '1']);
    expect(Object.keys(one).filter((file) => /\.(pdf|docx)$/.test(file))).toHaveLength(count * 6);
  });

  const same = (what: string, hashes: Hashes): void => {
    expect(hashes).toEqual(one);
    const documents = Object.keys(hashes).filter((file) => /\.(pdf|docx)$/.test(file)).length;
    console.log(`${what}: ${Object.keys(hashes).length} files, ${documents} of them documents, all as with one job`);
  };

  it('are the same with two jobs and the inputs reversed', async () => {
    const runs = ['build', '--jobs', '2', ...dataFiles().toReversed()];
    same('two jobs, inputs reversed', await build('two', { TZ: 'UTC', LANG: 'zh_CN.UTF-8' }, runs));
  });

  it('are the same in another folder, time zone and language, with no fonts cut before', async () => {
    const environment = {
      TZ: 'Pacific/Kiritimati',
      LANG: 'de_DE.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      XDG_CACHE_HOME: caches.empty,
    };
    same('another folder, TZ, LANG and an empty cache', await build('另一个 文件夹/深', environment, ['build']));
  });

  it('are the same from two shards merged', async () => {
    const shards = ['1/2', '2/2'].map((shard, at) => ['build', '--shard', shard, '--out', `s${at}`]);
    const environment = { TZ: 'America/St_Johns', LANG: 'C' };
    same('two shards merged', await build('shards', environment, ...shards, ['merge', 's1', 's0']));
  });
});
