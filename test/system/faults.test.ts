// Faults that take long to show, or that are shown in other ways by the tests of the stages: a template that takes too
// long, a damaged manifest, locks and an output folder that is a link.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { cardProject } from '../helpers/card-project.ts';
import { shortReport } from '../helpers/short-report.ts';

const base = mkdtempSync(path.join(tmpdir(), 'jianbao-faults-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

it('stops a report that takes too long, and makes the others', async () => {
  const { write, build } = cardProject(base, ['a', 'c']);
  const many = Array.from({ length: 60 }, (_, index) => `  - text: 问题${index}`).join('\n');
  write('data/b.yaml', shortReport('b', ['  - text: 结构还不够优', many]));
  const loop = `${'{{#each @root.problems}}'.repeat(6)}{{#if @root.honours}}甲{{/if}}${'{{/each}}'.repeat(6)}`;
  write('templates/card.hbs', `---\ntitle: 卡\npage: gongwen\n---\n# {{report.short}}\n${loop}\n`);
  const { code, err, out } = await build('--timeout', '15');
  expect(code).toBe(1);
  expect(err).toContain('data/b.yaml error batch/timeout\nnot done after 15 s, and stopped');
  expect(out).toContain('created 2, failed 1');
});

it('builds all anew beside a damaged manifest, and says so', async () => {
  const { at, write, build } = cardProject(base, ['a', 'b']);
  expect((await build()).code).toBe(0);
  const whole = readFileSync(at('output/manifest.json'), 'utf8');
  write('output/manifest.json', whole.slice(0, -200));
  const checked = await build('--check');
  expect(checked.code).toBe(1);
  expect(checked.err).toContain('output/manifest.json warning batch/bad-manifest');
  const { code, out, err } = await build();
  expect(code).toBe(0);
  expect(err).toContain('output/manifest.json warning batch/bad-manifest');
  expect(out).toContain('created 2');
  expect(readFileSync(at('output/manifest.json'), 'utf8')).toBe(whole);
});

it.each([
  ['of a process that is gone', (lock: string) => lock.replace(/"id":\d+/, '"id":4194303')],
  ['of a process whose number another has now', (lock: string) => lock.replace(/"started":"\d+"/, '"started":"1"')],
  ['that says nothing', () => ''],
])('takes over a lock %s', async (_, left) => {
  const { at, build } = cardProject(base, ['a']);
  mkdirSync(at('output'));
  const { realHost } = await import('../../src/host.ts');
  writeFileSync(at('output/.lock'), left(JSON.stringify(realHost().process)));
  writeFileSync(at('output/.lock-taken-over'), left(JSON.stringify(realHost().process)));
  writeFileSync(at('output/manifest.json.77.0123456789ab.tmp'), 'a part');
  expect((await build()).code).toBe(0);
  expect(readdirSync(at('output')).toSorted()).toEqual(
    ['.figures', '.gallery', 'a', 'index.html', 'index_files', 'manifest.json'].toSorted(),
  );
});

it('writes to an output folder that is a link itself', async () => {
  const { at, build } = cardProject(base, ['a']);
  mkdirSync(at('shelf'));
  symlinkSync(at('shelf'), at('output'));
  expect(await build()).toMatchObject({ code: 0, err: '' });
  expect(existsSync(at('shelf/a/card.pdf'))).toBe(true);
});
