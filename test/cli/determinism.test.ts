// Same data, same bytes: every file of the output folder, whatever the folder, the time zone, the language, the number
// of jobs, the order of the inputs, and whether it was built whole or in shards.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { hashesUnder, runJianbao } from '../helpers/command.ts';
import { shortReport } from '../helpers/short-report.ts';

const base = mkdtempSync(path.join(tmpdir(), 'jianbao-same-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const reports = ['data/a.yaml', 'data/b.yaml', 'data/区 三/c.yaml'] as const;

const build = async (name: string, environment: Record<string, string>, ...runs: string[][]) => {
  const folder = path.join(base, name);
  for (const [index, file] of reports.entries()) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), shortReport(`hongqi-${2015 + index}`, ['157.5', `15${index}.5`]));
  }
  for (const args of runs) {
    const ran = await runJianbao(folder, args, {
      XDG_CACHE_HOME: path.join(base, 'cache'),
      LC_ALL: '',
      LC_MESSAGES: '',
      ...environment,
    });
    expect([ran.code, ran.err]).toEqual([0, '']);
  }
  return hashesUnder(path.join(folder, 'output'));
};

it('gives the same bytes everywhere', { timeout: 120_000 }, async () => {
  const brief = ['build', '-t', 'brief'];
  const one = await build('one', { TZ: 'UTC', LANG: 'zh_CN.UTF-8' }, [...brief, '-j', '1']);
  // Two documents, figures, card and picture of each report, manifest and page.
  expect(Object.keys(one)).toHaveLength(3 * 5 + 2);

  const elsewhere = await build(
    '另一个 文件夹/two',
    { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR.UTF-8', SOURCE_DATE_EPOCH: '1' },
    [...brief, '-j', '2', ...reports.toReversed()],
  );
  expect(elsewhere).toEqual(one);

  const shards = await build(
    'shards',
    { TZ: 'America/St_Johns', LANG: 'C' },
    [...brief, '--shard', '1/2', '-o', 's1'],
    [...brief, '--shard', '2/2', '-o', 's2'],
    ['merge', 's2', 's1'],
  );
  expect(shards).toEqual(one);
});
