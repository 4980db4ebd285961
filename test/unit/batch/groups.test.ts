// Documents over all reports of a place: which are made, made anew and removed, with a work function in place of ours.
import { describe, expect, it } from 'vitest';
import { hashOfMembers } from '../../../src/batch/groups.ts';
import { readManifest } from '../../../src/batch/manifest.ts';
import { mergeShards } from '../../../src/batch/merge.ts';
import type { BatchResult } from '../../../src/batch/outcome.ts';
import { lookAhead, type BatchRequest } from '../../../src/batch/outlook.ts';
import { inShard } from '../../../src/batch/plan.ts';
import { placeAtTop } from '../../../src/batch/read-place.ts';
import { runBatch } from '../../../src/batch/run.ts';
import { scanInputs } from '../../../src/batch/scan.ts';
import { hashOfSelection, selectionGroups } from '../../../src/batch/selections.ts';
import type { Task, TaskResult } from '../../../src/batch/task.ts';
import { memoryHost, sha256, type Host } from '../../../src/host.ts';
import { plainCard } from './plain-card.ts';

const data = (id: string, short: string, name = short, level = 'county'): string =>
  `id: ${id}\nplace: { name: ${name}, short: ${short}, level: ${level} }\n`;

const project = () =>
  memoryHost(
    new Map([
      ['/p/data/luohu-2015.yaml', data('luohu-2015', '罗湖区')],
      ['/p/data/luohu-2016.yaml', data('luohu-2016', '罗湖区', '深圳市罗湖区')],
      ['/p/data/baoan-2016.yaml', data('baoan-2016', '宝安区')],
    ]),
  );

/** Stands for the pipeline: a document is its members' data; a member that says `broken` ends it. */
const workOn =
  (host: Host) =>
  async (task: Task): Promise<TaskResult> => {
    const files = task.group?.members.map(({ path }) => path) ?? [task.path];
    const bytes = await Promise.all(files.map(async (file) => host.read(file)));
    const text = bytes.map((one) => new TextDecoder().decode(one)).join('');
    if (text.includes('broken')) {
      const problem = { severity: 'error', code: 'group/bad-member', message: { zh: '坏', en: 'bad' } } as const;
      return { written: [], sources: [], diagnostics: [problem] };
    }
    const written = [];
    for (const { template, format } of task.documents) {
      const document = new TextEncoder().encode(`${template} ${text}`);
      await host.replace(`${task.out}/${task.id}/${template}.${format}`, document);
      written.push({ template, format, sha256: sha256(document), bytes: document.length, pages: 1, spent: 1 });
    }
    const hashes = bytes.map(sha256);
    const chosen = task.group?.over === 'selection' ? sha256(await host.read(task.path)) : undefined;
    const whole = chosen === undefined ? hashOfMembers(hashes) : hashOfSelection(chosen, hashes);
    const members = task.group?.members.map(({ label }) => label);
    return {
      report: {
        id: task.id,
        title: '报告',
        place: '',
        year: 2015,
        data: members ? whole : (hashes[0] ?? ''),
        ...(members && { members }),
        findings: { conflict: 0, unusual: 0, note: 0, accepted: 0 },
        figures: [],
        card: plainCard,
      },
      written,
      diagnostics: [],
      sources: [],
    };
  };

const requestFor = async (host: Host, changes: Partial<BatchRequest>, places: string[]): Promise<BatchRequest> => ({
  root: '/p',
  out: '/p/output',
  inputs: (await scanInputs(places, '/p', host)).inputs,
  wanted: [
    { template: 'brief', format: 'pdf', recipe: 'r', over: 'report' },
    { template: 'targets', format: 'pdf', recipe: 'r', over: 'place' },
  ],
  offered: () => true,
  strict: false,
  gallery: false,
  mine: () => true,
  jobs: 2,
  ...changes,
});

const build = async (host: Host, changes: Partial<BatchRequest> = {}, places = ['data']): Promise<BatchResult> =>
  runBatch(
    await requestFor(host, changes, places),
    () => ({ work: workOn(host), close: async () => undefined }),
    host,
    () => undefined,
  );

/** What became of the documents, without those that stayed as they were. */
const busy = (result: BatchResult): string[] =>
  result.documents.filter(({ status }) => status !== 'unchanged').map(({ file, status }) => `${file} ${status}`);

const membersIn = async (host: Host, id: string): Promise<readonly string[] | undefined> =>
  (await readManifest('/p/output/manifest.json', host))?.documents.find(({ report }) => report === id)?.members;

describe('placeAtTop', () => {
  const place = { name: '深圳市罗湖区', short: '罗湖区', level: 'county' };
  it.each([
    ['place: { name: 深圳市罗湖区, short: 罗湖区, level: county }\n', place],
    ['title: x\nplace:\n  name: "深圳市罗湖区"\n  short: 罗湖区\n  level: county\nyears: {}\n', place],
    ['place: { name: 深圳市罗湖区, short: 罗湖区 }\n', undefined],
    ['place: { name: "a, b", short: 罗湖区, level: county }\n', undefined],
    ['place:\n  name: |\n    深圳市\n  short: 罗湖区\n  level: county\n', undefined],
    ['place: { name: a, short: a, level: county }\nplace: { name: b, short: b, level: county }\n', undefined],
    ['sections:\n  - place: { name: a, short: a, level: county }\n', undefined],
  ])('%j', (text, expected) => {
    expect(placeAtTop(text)).toEqual(expected);
  });
});

describe('groups of a place', () => {
  it('are made once, of all reports of a place, and then current', async () => {
    const host = project();
    expect(busy(await build(host)).filter((line) => line.startsWith('place-'))).toEqual([
      'place-宝安区/targets.pdf created',
      'place-罗湖区/targets.pdf created',
    ]);
    expect(await membersIn(host, 'place-罗湖区')).toEqual(['data/luohu-2015.yaml', 'data/luohu-2016.yaml']);
    expect(busy(await build(host))).toEqual([]);
  });

  it('are made anew when a member changes, and no other is', async () => {
    const host = project();
    await build(host);
    host.files.set('/p/data/luohu-2015.yaml', new TextEncoder().encode(`${data('luohu-2015', '罗湖区')}# mended\n`));
    expect(busy(await build(host))).toEqual(['luohu-2015/brief.pdf changed', 'place-罗湖区/targets.pdf changed']);
  });

  it('lose a member that is gone, and go with their last', async () => {
    const host = project();
    await build(host);
    host.files.delete('/p/data/luohu-2016.yaml');
    host.files.delete('/p/data/baoan-2016.yaml');
    expect(busy(await build(host))).toEqual([
      'baoan-2016/brief.pdf removed',
      'luohu-2016/brief.pdf removed',
      'place-宝安区/targets.pdf removed',
      'place-罗湖区/targets.pdf changed',
    ]);
    expect(await membersIn(host, 'place-罗湖区')).toEqual(['data/luohu-2015.yaml']);
  });

  it('keep the members that a run was not asked for, and their documents when asked for others', async () => {
    const host = project();
    await build(host);
    host.files.set('/p/data/luohu-2015.yaml', new TextEncoder().encode(`${data('luohu-2015', '罗湖区')}# mended\n`));
    expect(busy(await build(host, {}, ['data/luohu-2015.yaml']))).toEqual([
      'luohu-2015/brief.pdf changed',
      'place-罗湖区/targets.pdf changed',
    ]);
    expect(await membersIn(host, 'place-罗湖区')).toEqual(['data/luohu-2015.yaml', 'data/luohu-2016.yaml']);
  });

  it('follow a report to another place', async () => {
    const host = project();
    await build(host);
    host.files.set('/p/data/baoan-2016.yaml', new TextEncoder().encode(data('baoan-2016', '光明区')));
    expect(busy(await build(host))).toEqual([
      'baoan-2016/brief.pdf changed',
      'place-光明区/targets.pdf created',
      'place-宝安区/targets.pdf removed',
    ]);
  });

  it('are left as they were when a member cannot be read, and other places are made', async () => {
    const host = project();
    await build(host);
    host.files.set('/p/data/luohu-2015.yaml', new TextEncoder().encode('broken'));
    const result = await build(host);
    expect(busy(result)).toEqual(['place-罗湖区/targets.pdf failed']);
    expect(host.files.has('/p/output/place-罗湖区/targets.pdf')).toBe(true);
  });

  it('do not put two places of one name together', async () => {
    const host = project();
    host.files.set('/p/data/other.yaml', new TextEncoder().encode(data('other-2016', '罗湖区', '北川市罗湖区')));
    const result = await build(host);
    expect(result.diagnostics).toMatchObject([{ code: 'group/two-places' }]);
    expect(busy(result).filter((line) => line.startsWith('place-'))).toEqual(['place-宝安区/targets.pdf created']);
  });

  it('have a prefix that no report may bear', async () => {
    const host = project();
    host.files.set('/p/data/odd.yaml', new TextEncoder().encode(data('place-罗湖区', '罗湖区')));
    const result = await build(host);
    expect(result.diagnostics).toMatchObject([{ code: 'write/same-path', file: 'data/odd.yaml' }]);
    expect(result.documents).toEqual([]);
  });

  it('are told by --check', async () => {
    const host = project();
    await build(host);
    host.files.delete('/p/data/luohu-2016.yaml');
    const { due, orphaned, current } = await lookAhead(await requestFor(host, {}, ['data']), host);
    expect(due.map(({ file }) => file)).toEqual(['place-罗湖区/targets.pdf']);
    expect(orphaned.map(({ file }) => file)).toEqual(['luohu-2016/brief.pdf']);
    expect(current.map(({ file }) => file)).toContain('place-宝安区/targets.pdf');
  });

  it('fall to one shard, which reads members of others, and shards merge to the whole', async () => {
    const host = project();
    const whole = project();
    await build(whole);
    for (const index of [1, 2, 3]) {
      await build(host, { out: `/p/shard-${index}`, mine: (report) => inShard(report, index, 3) });
    }
    const shards = [1, 2, 3].map((index) => `/p/shard-${index}`);
    const holding = shards.filter((shard) => host.files.has(`${shard}/place-罗湖区/targets.pdf`));
    expect(holding).toHaveLength(1);
    expect(await mergeShards(shards, '/p/output', false, host)).toEqual({ documents: 5, diagnostics: [] });
    expect(host.files.get('/p/output/manifest.json')).toEqual(whole.files.get('/p/output/manifest.json'));
    expect(host.files.get('/p/output/place-罗湖区/targets.pdf')).toEqual(
      whole.files.get('/p/output/place-罗湖区/targets.pdf'),
    );
  });
});

const comparison = (id: string, ...reports: readonly string[]): string =>
  `id: ${id}\ntitle: 两区比较\nreports: [${reports.join(', ')}]\n`;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const compareIn = async (
  host: Host,
  places = ['data'],
): Promise<BatchResult & { readonly found: readonly string[] }> => {
  const { inputs } = await scanInputs(places, '/p', host);
  const selections = await selectionGroups(places, inputs, ['gdp'], '/p', host);
  const wanted = [{ template: 'compare', format: 'pdf', recipe: 'r', over: 'selection' } as const];
  const result = await build(host, { selections, wanted }, places);
  return { ...result, found: selections.diagnostics.map(({ code }) => code) };
};

const withComparison = () => {
  const host = project();
  host.files.set('/p/data/comparisons/two.yaml', bytesOf(comparison('two', 'luohu-2016', 'baoan-2016')));
  return host;
};

describe('groups of a selection', () => {
  it('are made of the reports that the file names, which is no report itself', async () => {
    const host = withComparison();
    expect((await scanInputs(['data'], '/p', host)).inputs).toHaveLength(3);
    expect(busy(await compareIn(host))).toEqual(['compare-two/compare.pdf created']);
    expect(await membersIn(host, 'compare-two')).toEqual(['data/luohu-2016.yaml', 'data/baoan-2016.yaml']);
    expect(busy(await compareIn(host))).toEqual([]);
  });

  it('find their reports beside them when the file alone is named', async () => {
    const host = withComparison();
    expect(busy(await compareIn(host, ['data/comparisons/two.yaml']))).toEqual(['compare-two/compare.pdf created']);
    expect(busy(await compareIn(host, ['data/comparisons']))).toEqual([]);
  });

  it('are made anew when a member or the file changes, and not for other reports', async () => {
    const host = withComparison();
    await compareIn(host);
    host.files.set('/p/data/luohu-2015.yaml', bytesOf(`${data('luohu-2015', '罗湖区')}# mended\n`));
    expect(busy(await compareIn(host))).toEqual([]);
    host.files.set('/p/data/baoan-2016.yaml', bytesOf(`${data('baoan-2016', '宝安区')}# mended\n`));
    expect(busy(await compareIn(host))).toEqual(['compare-two/compare.pdf changed']);
    host.files.set('/p/data/comparisons/two.yaml', bytesOf(comparison('two', 'baoan-2016', 'luohu-2016')));
    expect(busy(await compareIn(host))).toEqual(['compare-two/compare.pdf changed']);
  });

  it('go with their file, or under their old id; a run for other templates leaves them', async () => {
    const host = withComparison();
    await compareIn(host);
    expect(busy(await build(host)).filter((line) => line.startsWith('compare-'))).toEqual([]);
    host.files.set('/p/data/comparisons/two.yaml', bytesOf(comparison('pair', 'luohu-2016', 'baoan-2016')));
    expect(busy(await compareIn(host))).toEqual([
      'compare-pair/compare.pdf created',
      'compare-two/compare.pdf removed',
    ]);
    host.files.delete('/p/data/comparisons/two.yaml');
    expect(busy(await compareIn(host))).toEqual(['compare-pair/compare.pdf removed']);
  });

  it('stay as they were when a report that they name is gone, which is told', async () => {
    const host = withComparison();
    await compareIn(host);
    host.files.delete('/p/data/baoan-2016.yaml');
    const result = await compareIn(host);
    expect(result.found).toEqual(['check/unknown-reference']);
    expect(busy(result)).toEqual([]);
    expect(host.files.has('/p/output/compare-two/compare.pdf')).toBe(true);
  });

  it('must differ in id, and say so where there are none', async () => {
    const host = withComparison();
    host.files.set('/p/data/comparisons/again.yaml', bytesOf(comparison('two', 'luohu-2016', 'baoan-2016')));
    expect((await compareIn(host)).diagnostics).toMatchObject([{ code: 'write/same-path' }]);
    expect((await compareIn(project())).found).toEqual(['group/no-selection']);
  });
});
