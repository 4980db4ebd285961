import { describe, expect, it } from 'vitest';
import { readManifest } from '../../../src/batch/manifest.ts';
import type { BatchResult } from '../../../src/batch/outcome.ts';
import { lookAhead, type BatchRequest } from '../../../src/batch/outlook.ts';
import { idAtTop } from '../../../src/batch/read-id.ts';
import { runBatch } from '../../../src/batch/run.ts';
import { scanInputs } from '../../../src/batch/scan.ts';
import type { Task, TaskResult } from '../../../src/batch/task.ts';
import { memoryHost, sha256, type Host } from '../../../src/host.ts';
import { plainCard } from './plain-card.ts';

const luohu = 'id: luohu-2015\nvalue: 1487.66\n';
const baoan = 'id: baoan-2016\nvalue: 2640.92\n';

/** Stands for the pipeline: a document is its template, format and the data. */
const workOn =
  (host: Host) =>
  async (task: Task): Promise<TaskResult> => {
    const bytes = await host.read(task.path);
    const text = new TextDecoder().decode(bytes);
    if (text.includes('broken')) {
      return {
        written: [],
        sources: [],
        diagnostics: [{ severity: 'error', code: 'load/bad-yaml', message: { zh: '坏', en: 'bad' } }],
      };
    }
    const written = [];
    for (const { template, format } of task.documents) {
      const document = new TextEncoder().encode(`${template} ${format} ${text}`);
      await host.replace(`${task.out}/${task.id}/${template}.${format}`, document);
      written.push({ template, format, sha256: sha256(document), bytes: document.length, pages: 1, spent: 3 });
    }
    const value = /value: (\S+)/.exec(text)?.[1] ?? '';
    return {
      report: {
        id: task.id,
        title: '政府工作报告',
        place: '罗湖区',
        year: 2015,
        data: sha256(bytes),
        findings: { conflict: 0, unusual: 0, note: 0, accepted: 0 },
        figures: [{ ref: 'gdp', name: '地区生产总值', period: '2014', text: `${value}亿元` }],
        card: plainCard,
      },
      written,
      diagnostics: [],
      sources: [],
    };
  };

const requestFor = async (host: Host, changes: Partial<BatchRequest> = {}): Promise<BatchRequest> => ({
  root: '/p',
  out: '/p/output',
  inputs: (await scanInputs(['data'], '/p', host)).inputs,
  wanted: [
    { template: 'brief', format: 'pdf', recipe: 'r1', over: 'report' },
    { template: 'brief', format: 'docx', recipe: 'r2', over: 'report' },
  ],
  offered: (template) => template === 'brief',
  strict: false,
  gallery: false,
  mine: () => true,
  jobs: 2,
  ...changes,
});

const build = async (host: Host, changes: Partial<BatchRequest> = {}): Promise<BatchResult> =>
  runBatch(
    await requestFor(host, changes),
    () => ({ work: workOn(host), close: async () => undefined }),
    host,
    () => undefined,
  );

const statuses = (result: BatchResult): string[] => result.documents.map(({ file, status }) => `${file} ${status}`);

const project = () =>
  memoryHost(
    new Map([
      ['/p/data/luohu.yaml', luohu],
      ['/p/data/nested/baoan.yaml', baoan],
      ['/p/data/indicators.yaml', 'indicators: []'],
      ['/p/data/report.schema.json', '{}'],
    ]),
  );

describe('scanInputs', () => {
  it('takes data files in folders under the one named, and no tables or schemas', async () => {
    const { inputs } = await scanInputs(['data'], '/p', project());
    expect(inputs.map(({ label, id }) => [label, id])).toEqual([
      ['data/luohu.yaml', 'luohu-2015'],
      ['data/nested/baoan.yaml', 'baoan-2016'],
    ]);
  });

  it('says where there is nothing', async () => {
    const { diagnostics } = await scanInputs(['reports'], '/p', project());
    expect(diagnostics).toMatchObject([{ code: 'check/no-input', file: 'reports' }]);
  });

  it.each([
    ['id: luohu-2015 # 罗湖\n', 'luohu-2015'],
    ['id: "罗湖-2015"\n', '罗湖-2015'],
    ['title: x\nsections:\n  - id: a\n', undefined],
    ['id: a\nid: b\n', undefined],
    ['{ "id": "luohu-2015" }', undefined],
  ])('reads the id of %j', (text, id) => {
    expect(idAtTop(text)).toBe(id);
  });
});

describe('runBatch', () => {
  it('creates everything once and then has nothing to do', async () => {
    const host = project();
    expect(statuses(await build(host))).toEqual([
      'baoan-2016/brief.docx created',
      'baoan-2016/brief.pdf created',
      'luohu-2015/brief.docx created',
      'luohu-2015/brief.pdf created',
    ]);
    const manifest = host.files.get('/p/output/manifest.json');
    expect(new Set(statuses(await build(host)).map((line) => line.split(' ')[1]))).toEqual(new Set(['unchanged']));
    expect(host.files.get('/p/output/manifest.json')).toEqual(manifest);
  });

  it('begins nothing more once it is stopped, and leaves nothing half done', async () => {
    const host = project();
    let asked = 0;
    const first = await build(host, { jobs: 1, stopped: () => (asked += 1) > 1 });
    expect(statuses(first)).toHaveLength(2);
    expect(new TextDecoder().decode(host.files.get('/p/output/manifest.json'))).not.toContain('pending');
    expect(statuses(await build(host)).filter((line) => line.endsWith('created'))).toHaveLength(2);
  });

  it('takes the word of a watcher for what it found whole, but not for what is gone', async () => {
    const host = project();
    const { entries } = await build(host);
    const trusted = new Map(entries.map(({ file, sha256: hash }) => [file, hash]));
    host.files.set('/p/output/luohu-2015/brief.pdf', new TextEncoder().encode('altered'));
    host.files.delete('/p/output/luohu-2015/brief.docx');
    const again = statuses(await build(host, { trusted })).filter((line) => !line.endsWith('unchanged'));
    expect(again).toEqual(['luohu-2015/brief.docx rebuilt']);
  });

  it('rebuilds what a figure changed and names the figure', async () => {
    const host = project();
    await build(host);
    host.files.set('/p/data/luohu.yaml', new TextEncoder().encode(luohu.replace('1487.66', '1500.01')));
    const result = await build(host);
    expect(statuses(result).filter((line) => !line.endsWith('unchanged'))).toEqual([
      'luohu-2015/brief.docx changed',
      'luohu-2015/brief.pdf changed',
    ]);
    expect(result.changes).toEqual([
      {
        report: 'luohu-2015',
        ref: 'gdp',
        name: '地区生产总值',
        period: '2014',
        before: '1487.66亿元',
        after: '1500.01亿元',
      },
    ]);
  });

  it('makes again what was altered or removed by hand', async () => {
    const host = project();
    await build(host);
    host.files.set('/p/output/luohu-2015/brief.pdf', new TextEncoder().encode('scribble'));
    host.files.delete('/p/output/luohu-2015/brief.docx');
    const request = await requestFor(host);
    expect((await lookAhead(request, host)).due.map(({ file }) => file)).toEqual([
      'luohu-2015/brief.pdf',
      'luohu-2015/brief.docx',
    ]);
    expect(statuses(await build(host)).filter((line) => line.endsWith('rebuilt'))).toHaveLength(2);
    expect((await lookAhead(request, host)).due.map(({ file }) => file)).toEqual([]);
  });

  it('builds a template anew when its recipe changes, and no other', async () => {
    const host = project();
    await build(host);
    const wanted = [
      { template: 'brief', format: 'pdf', recipe: 'r1', over: 'report' },
      { template: 'brief', format: 'docx', recipe: 'other', over: 'report' },
    ] as const;
    const result = await build(host, { wanted });
    expect(statuses(result).filter((line) => line.endsWith('rebuilt'))).toEqual([
      'baoan-2016/brief.docx rebuilt',
      'luohu-2015/brief.docx rebuilt',
    ]);
  });

  it('removes what lost its source, and nothing that it did not write', async () => {
    const host = project();
    await build(host);
    host.files.delete('/p/data/luohu.yaml');
    host.files.set('/p/output/luohu-2015/notes.txt', new Uint8Array());
    const result = await build(host);
    expect(statuses(result).filter((line) => line.endsWith('removed'))).toHaveLength(2);
    expect([...host.files.keys()].filter((file) => file.startsWith('/p/output/luohu-2015'))).toEqual([
      '/p/output/luohu-2015/notes.txt',
    ]);
    expect((await readManifest('/p/output/manifest.json', host))?.documents.map(({ report }) => report)).toEqual([
      'baoan-2016',
      'baoan-2016',
    ]);
  });

  it('leaves the documents of reports that this run was not asked for', async () => {
    const host = project();
    await build(host);
    const { inputs } = await scanInputs(['data/luohu.yaml'], '/p', host);
    const result = await build(host, { inputs });
    expect(statuses(result)).toEqual(['luohu-2015/brief.docx unchanged', 'luohu-2015/brief.pdf unchanged']);
    expect((await readManifest('/p/output/manifest.json', host))?.documents).toHaveLength(4);
  });

  it('keeps the last good documents of a report that is broken now, and builds the others', async () => {
    const host = project();
    await build(host);
    host.files.set('/p/data/luohu.yaml', new TextEncoder().encode('id: luohu-2015\nbroken\n'));
    host.files.set('/p/data/nested/baoan.yaml', new TextEncoder().encode(baoan.replace('2640.92', '2700')));
    const before = host.files.get('/p/output/luohu-2015/brief.pdf');
    const result = await build(host);
    expect(statuses(result)).toEqual([
      'baoan-2016/brief.docx changed',
      'baoan-2016/brief.pdf changed',
      'luohu-2015/brief.docx failed',
      'luohu-2015/brief.pdf failed',
    ]);
    expect(host.files.get('/p/output/luohu-2015/brief.pdf')).toEqual(before);
    expect(result.diagnostics).toMatchObject([{ code: 'load/bad-yaml' }]);
  });

  it('writes nothing when two inputs bear one id', async () => {
    const host = project();
    host.files.set('/p/data/copy.yaml', new TextEncoder().encode(luohu));
    const result = await build(host);
    expect(result.diagnostics).toMatchObject([{ code: 'write/same-path' }]);
    expect(result.diagnostics[0]?.message.zh).toContain('data/copy.yaml、data/luohu.yaml');
    expect([...host.files.keys()].filter((file) => file.startsWith('/p/output'))).toEqual([]);
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, 300)],
    ['of another kind', () => '[1, 2]'],
    ['with a wrong type', (text: string) => text.replace(/"bytes":\d+/, '"bytes":"many"')],
    [
      'with a document twice',
      (text: string) => text.replace('baoan-2016/brief.docx', 'baoan-2016/brief.pdf').replace('"docx"', '"pdf"'),
    ],
    ['that leads out of the folder', (text: string) => text.replaceAll('baoan-2016', '../data')],
    ['of a later version', (text: string) => text.replace('"version": 1', '"version": 2')],
  ])('builds all anew beside a manifest %s, and says so', async (_, damage) => {
    const host = project();
    await build(host);
    const whole = new TextDecoder().decode(host.files.get('/p/output/manifest.json'));
    host.files.set('/p/output/manifest.json', new TextEncoder().encode(damage(whole)));
    host.files.set('/p/data/brief.pdf', new TextEncoder().encode('theirs'));
    const before = new Map(host.files);
    const result = await build(host);
    expect(result.diagnostics).toMatchObject([{ code: 'batch/bad-manifest', severity: 'warning' }]);
    expect(new Set(result.documents.map(({ status }) => status))).toEqual(new Set(['created']));
    expect(new TextDecoder().decode(host.files.get('/p/output/manifest.json'))).toBe(whole);
    for (const file of before.keys()) expect(host.files.has(file)).toBe(true);
    expect((await build(host)).diagnostics).toEqual([]);
  });

  it('names the figures that changed also after a build that was cut off, until the manifest knows of them', async () => {
    const host = project();
    await build(host);
    host.files.set('/p/data/luohu.yaml', new TextEncoder().encode(luohu.replace('1487.66', '1500.01')));
    const saved: (readonly [string, Uint8Array])[] = [];
    // All that a build does up to the moment when the manifest would say that the documents are made.
    await build({
      ...host,
      replace: async (file, bytes) => {
        const settled = file.endsWith('manifest.json') && !new TextDecoder().decode(bytes).includes('pending');
        if (settled) saved.push([file, bytes]);
        else await host.replace(file, bytes);
      },
      remove: async () => undefined,
    });
    expect(saved).not.toEqual([]);
    const result = await build(host);
    expect(result.changes.map(({ before, after }) => [before, after])).toEqual([['1487.66亿元', '1500.01亿元']]);
    const kept = [...host.files.keys()].filter((file) => file.includes('.figures/'));
    expect(kept).toHaveLength(2);
  });

  it('names also the figures of reports that a build had done with when it was cut off', async () => {
    const host = project();
    await build(host);
    host.files.set('/p/data/luohu.yaml', new TextEncoder().encode(luohu.replace('1487.66', '1500.01')));
    host.files.set('/p/data/nested/baoan.yaml', new TextEncoder().encode(baoan.replace('2640.92', '2700.5')));
    let [now, saves, cut] = [0, 0, new Map<string, Uint8Array>()];
    await build(
      {
        ...host,
        elapsed: () => (now += 4000),
        replace: async (file, bytes) => {
          await host.replace(file, bytes);
          if (!file.endsWith('manifest.json')) return;
          saves += 1;
          // All are pending in the first; in the second one report is settled.
          if (saves === 2) cut = new Map(host.files);
        },
      },
      { jobs: 1 },
    );
    const killed = memoryHost(cut);
    expect(
      (await readManifest('/p/output/manifest.json', killed))?.documents.filter((one) => one.pending),
    ).toHaveLength(2);
    const { documents, changes } = await build(killed);
    expect(documents.filter(({ status }) => status === 'unchanged')).toHaveLength(2);
    expect(changes.map(({ after }) => after)).toEqual(['2700.5亿元', '1500.01亿元']);
    expect(killed.files).toEqual(host.files);
    expect((await build(killed)).changes).toEqual([]);
  });

  it('says that a document is to be removed before it is', async () => {
    const host = project();
    await build(host);
    host.files.delete('/p/data/luohu.yaml');
    const claims: boolean[] = [];
    await build({
      ...host,
      remove: async (file) => {
        const manifest = await readManifest('/p/output/manifest.json', host);
        const entry = manifest?.documents.find((one) => file.endsWith(one.file));
        if (entry) claims.push(entry.pending === true);
        await host.remove(file);
      },
    });
    expect(claims).toEqual([true, true]);
  });

  it('keeps documents pending whose figures could not be kept', async () => {
    const host = project();
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    const { diagnostics } = await build({
      ...host,
      replace: async (file, bytes) => {
        if (file.includes('.figures/luohu')) throw full;
        await host.replace(file, bytes);
      },
    });
    expect(diagnostics).toMatchObject([{ code: 'write/not-writable' }]);
    const pending = (await readManifest('/p/output/manifest.json', host))?.documents.filter((one) => one.pending);
    expect(pending?.map(({ report }) => report)).toEqual(['luohu-2015', 'luohu-2015']);
    expect(statuses(await build(host)).filter((line) => !line.endsWith('unchanged'))).toHaveLength(2);
    expect((await build(host)).diagnostics).toEqual([]);
  });

  it('gives the same manifest for one job or two, and for inputs in another order', async () => {
    const texts = await Promise.all(
      [{ jobs: 1 }, { jobs: 2 }, { reversed: true }].map(async ({ jobs = 2, reversed = false }) => {
        const host = project();
        const { inputs } = await scanInputs(['data'], '/p', host);
        await build(host, { jobs, inputs: reversed ? inputs.toReversed() : inputs });
        return new TextDecoder().decode(host.files.get('/p/output/manifest.json'));
      }),
    );
    expect(new Set(texts).size).toBe(1);
  });
});
