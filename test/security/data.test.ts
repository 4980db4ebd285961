// What data can do: be printed. Ids stay names of folders in the output folder, keys stay keys, references are refused.
// What a plain id may not be, aliases, and __proto__ at the top of a data file are in test/unit/report/load.test.ts.
/* oxlint-disable unicorn/no-useless-spread -- lists of words are written several to a line */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { manifestText, readManifest, emptyManifest } from '../../src/batch/manifest.ts';
import { placeId } from '../../src/batch/groups.ts';
import { figuresFile } from '../../src/batch/kept-figures.ts';
import { samePaths } from '../../src/batch/plan.ts';
import { selectionPrefix } from '../../src/batch/selections.ts';
import { scanInputs } from '../../src/batch/scan.ts';
import { idAtTop } from '../../src/batch/read-id.ts';
import { memoryHost, realHost } from '../../src/host.ts';
import { loadReport } from '../../src/report/load.ts';
import { readYaml } from '../../src/report/yaml-source.ts';
import { shortReport } from '../helpers/short-report.ts';

const codesOf = (text: string, file = 'data/a.yaml'): readonly string[] =>
  loadReport(file, text).diagnostics.map(({ code }) => code);

describe('an id', () => {
  it.each([
    ...[
      'a\u0000b',
      'a/../../b',
      '..',
      '.',
      'a.',
      'a..b',
      'a ',
      '~',
      'C:',
      'a:b',
      '\u202egnp.a',
      'a\u2066b',
      'a\u200bb',
    ],
    ...[
      'CON',
      'con',
      'nul.2017',
      'Aux',
      'LPT1',
      'com3.x',
      'a'.repeat(300),
      '区'.repeat(67),
      '-rf',
      '%2e%2e',
      'a\nb',
      'e\u0301',
      '',
    ],
  ])('%j is refused', (id) => {
    const text = shortReport('a', ['id: a', `id: ${JSON.stringify(id)}`]);
    expect(codesOf(text)).toEqual(['check/wrong-value']);
    // Seen without loading, it is a name all the same, or not seen.
    expect(idAtTop(text) ?? 'x').toMatch(/^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u);
  });

  it.each(['console-2017', '红旗区.2017', 'com', 'lpt10', '𠮷野-2017', 'a'.repeat(80), '区'.repeat(66)])(
    '%j is a name',
    (id) => expect(codesOf(shortReport(id))).toEqual([]),
  );

  it('of any length leaves room for what is made of it in the names of a disk, 255 bytes each', () => {
    const kept = path.basename(figuresFile({ id: `${selectionPrefix}${'区'.repeat(66)}`, data: '0'.repeat(64) }));
    expect(Buffer.byteLength(`${kept}.4194304.0123456789ab.tmp`)).toBeLessThanOrEqual(255);
  });

  it('that is the folder of another, of a group or of a page is refused', () => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it belongs to these tests
    const told = (...ids: readonly string[]): readonly string[] =>
      samePaths(ids.map((id, at) => ({ id, label: `${at}` }))).map(({ code }) => code);
    expect(told('a', 'b')).toEqual([]);
    expect(told('Ab', 'aB')).toEqual(['write/same-path']);
    expect(told('\u00e9', 'e\u0301')).toEqual(['write/same-path']);
    for (const id of ['manifest.json', 'Manifest.JSON', 'index.html', 'index_files', 'place-a', 'compare-a'])
      expect(told(id)).toHaveLength(1);
  });

  it('of a group is one name, whatever its place is called', () => {
    for (const short of ['../..', '/etc', 'a\u0000b', '\u202eb', 'CON', '区'.repeat(300), 'a.'])
      expect(placeId({ short })).toMatch(/^place-[\p{L}\p{N}_-]{1,80}$/u);
  });
});

describe('keys', () => {
  const hostile = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

  it.each(hostile)('%s is a key like any other, in YAML and in JSON, at the top and further in', (key) => {
    const yaml = shortReport('a').replace(
      'place: { ',
      () => `"${key}": { polluted: 1 }\nplace: { ${key}: { polluted: 1 }, `,
    );
    const json = `{ "id": "a", "${key}": { "polluted": 1 }, "place": { "${key}": { "polluted": 1 }, "name": "红旗区" } }`;
    expect(codesOf(yaml).filter((code) => code === 'check/unknown-key')).toHaveLength(2);
    expect(codesOf(json, 'data/a.json').filter((code) => code === 'check/unknown-key')).toHaveLength(2);
    expect({}).not.toHaveProperty('polluted');
  });

  it('of a merge are keys, and what they would merge is refused', () => {
    const text = `base: &b { name: x }\nplace:\n  <<: *b\n`;
    expect(readYaml('a.yaml', text).diagnostics.map(({ code }) => code)).toEqual(['load/bad-yaml']);
    expect(codesOf(`${shortReport('a')}<<: { title: x }\n`)).toEqual(['check/unknown-key']);
  });

  it.each(['!!js/function "() => 1"', '!!python/object/apply:os.system ["id"]', '!include ../secret.yaml'])(
    'with the tag of %s make nothing but text',
    (value) => {
      const { diagnostics } = loadReport(
        'data/a.yaml',
        shortReport('a').replace('经济平稳，民生改善。', () => value),
      );
      expect(diagnostics.map(({ code }) => code)).toContain('load/bad-yaml');
    },
  );

  it.each(hostile)('a manifest with %s is no manifest', async (key) => {
    const text = manifestText(emptyManifest).replace('{', () => `{ "${key}": { "polluted": 1 },`);
    const found = await readManifest('/m', memoryHost(new Map([['/m', text]])));
    expect(found === undefined || Object.keys(found).join(' ') === 'version reports documents').toBe(true);
    expect({}).not.toHaveProperty('polluted');
  });
});

it('a data file may be a link out of the project: the person named it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jianbao-links-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const root = mkdtempSync(path.join(folder, 'project-'));
  writeFileSync(path.join(folder, 'elsewhere.yaml'), shortReport('a'));
  symlinkSync(path.join(folder, 'elsewhere.yaml'), path.join(root, 'a.yaml'));
  expect((await scanInputs(['.'], root, realHost())).inputs).toMatchObject([{ id: 'a', label: 'a.yaml' }]);
});
