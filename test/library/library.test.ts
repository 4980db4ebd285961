// The library by itself: its names, files in memory, bad input told and not thrown, the same bytes as the pipeline.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as library from '../../src/library.ts';
import { makeDocument } from '../../src/pipeline.ts';
import { projectEngine, root, subjectOf } from '../helpers/project-engine.ts';

const { audit, build, diagnosticsText, exportFigures, extract, hasErrors, importTable, load, proof, reportYaml } =
  library;
const file = 'data/hongqi-2017.yaml';
const content = readFileSync(path.join(root, file), 'utf8');
const one = { templates: ['factsheet'], formats: ['pdf'], root } as const;
const codes = ({ diagnostics }: { readonly diagnostics: readonly library.Diagnostic[] }): readonly string[] =>
  diagnostics.map(({ code }) => code);

describe('public names', () => {
  it('are these values', () => {
    expect(Object.keys(library).toSorted()).toEqual([
      'audit',
      'build',
      'buildFolder',
      'diagnosticsText',
      'exportFigures',
      'extract',
      'hasErrors',
      'hasFailures',
      'importTable',
      'isOpen',
      'load',
      'proof',
      'reportYaml',
    ]);
  });

  it('are these types', () => {
    const source = readFileSync(path.join(root, 'src/library.ts'), 'utf8');
    const names = [...source.matchAll(/^export type \{([^}]*)\}/gm)].flatMap(([, list = '']) => list.split(','));
    expect(
      names
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .toSorted(),
    ).toEqual([
      'AuditResult',
      'BuildFolderOptions',
      'BuildOptions',
      'Built',
      'BuiltDocument',
      'Diagnostic',
      'DiagnosticCode',
      'ExportOptions',
      'ExportResult',
      'ExtractOptions',
      'ExtractResult',
      'Fact',
      'FileInput',
      'Finding',
      'FindingLevel',
      'FolderResult',
      'ImportOptions',
      'ImportResult',
      'LoadResult',
      'Message',
      'ProjectOptions',
      'ProofOptions',
      'ProofOutcome',
      'ProofResult',
      'Report',
      'ReportInput',
      'Severity',
      'Span',
      'TableFormat',
      'TargetOptions',
      'TargetRow',
    ]);
  });
});

describe('importTable and exportFigures', () => {
  const table = { file: 't.csv', content: '指标,单位,数值,增速\n地区生产总值,亿元,157.5,7.1\n' };

  it('make a new report, with what a table cannot say marked', async () => {
    const { report, count, diagnostics } = await importTable(table, {
      root,
      year: '2016',
      place: '新乡市红旗区',
      id: 'a',
    });
    expect(diagnostics).toEqual([]);
    expect(count).toBe(2);
    expect(report).toMatchObject({ id: 'a', place: { short: '红旗区' }, meeting: { name: '待填（会议名称）' } });
    expect(report?.sections[0]?.observations[0]).toMatchObject({ value: '157.5', cell: 'C2' });
  });

  it('give the draft of a mapping file, and take one', async () => {
    const guessed = await importTable(table, { root });
    expect(codes(guessed)).toEqual(['import/not-understood', 'import/not-understood', 'import/no-figures']);
    expect(guessed.report).toBeUndefined();
    const mapping = { file: 'map.yaml', content: guessed.mapping.replace('rows: 2', 'rows: 2\n    year: 2015') };
    expect((await importTable(table, { root, mapping })).report?.years.reviewed).toBe(2015);
  });

  it('add to a report what it does not state, and write it out as it is read in', async () => {
    const into = { file, content };
    const { report, same } = await importTable(
      { ...table, content: `${table.content}粮食产量,万吨,5.28,\n` },
      { root, into, year: '2016' },
    );
    expect(same).toBe(1);
    for (const to of ['xlsx', 'csv'] as const) {
      const [made] = (await exportFigures(report ?? file, { root, to })).tables;
      expect(made?.file).toBe(`hongqi-2017.${to}`);
      const back = await importTable(
        { file: made?.file ?? '', content: made?.bytes ?? '' },
        { root, into: report ?? file },
      );
      expect(back.diagnostics).toEqual([]);
      expect(back.report).toEqual(report);
    }
  });

  it('tell what cannot be read', async () => {
    expect(codes(await importTable('absent.xlsx', { root }))).toEqual(['load/unreadable']);
    expect(codes(await importTable(table, { root, into: 'absent.yaml' }))).toEqual(['load/unreadable']);
    expect(codes(await importTable(table, { root, mapping: { file: 'm.yaml', content: 'tables: 1' } }))).toEqual([
      'check/wrong-type',
    ]);
  });
});

describe('build', () => {
  it('gives the bytes that the pipeline makes, from a path, from memory and from a report', async () => {
    const engine = await projectEngine();
    const template = engine.templates.get('factsheet');
    if (template === undefined) throw new Error('no template');
    const made = await makeDocument(await subjectOf(file), template, ['pdf'], engine);
    const bytes = made.value?.files[0]?.bytes;
    const built = await build(file, one);
    expect(built.diagnostics).toEqual([]);
    expect(built.documents.map(({ file: name }) => name)).toEqual(['hongqi-2017/factsheet.pdf']);
    expect(built.documents[0]?.bytes).toEqual(bytes);
    expect((await build({ file, content }, one)).documents[0]?.bytes).toEqual(bytes);

    // Another text of the same data is another hash at the foot; everything else is the same.
    const { report } = await load(file, { root });
    if (report === undefined) throw new Error('not loaded');
    const again = await build(report, one);
    const written = await build({ file: `${report.id}.yaml`, content: reportYaml(report) }, one);
    expect(again.documents[0]?.bytes).toEqual(written.documents[0]?.bytes);
  });

  it('tells what is wrong and throws nothing', async () => {
    expect(codes(await build('data/absent.yaml', one))).toEqual(['load/unreadable']);
    const bad = await build({ file: 'bad.yaml', content: 'id: x\nsections: 3\n' }, one);
    expect(hasErrors(bad.diagnostics)).toBe(true);
    expect(bad.documents).toEqual([]);
    expect(diagnosticsText(bad, 'en')).toContain('bad.yaml:2:');
    expect(codes(await build(file, { root, templates: ['breif'] }))).toEqual(['fill/unknown-template']);
    expect(codes(await build('x.yaml', { ...one, root: path.join(root, 'package.json') }))).toContain(
      'load/unreadable',
    );
    // A program in JavaScript may ask for anything.
    const formats = JSON.parse('["xls"]');
    expect(codes(await build(file, { root, formats }))).toEqual(['check/wrong-value']);
  });

  it('makes the good reports when one is bad, and none with open conflicts under strict', async () => {
    const both = await build(['data/absent.yaml', file], one);
    expect(both.documents.length).toBe(1);
    const strict = await build(file, { ...one, strict: true });
    expect(strict.documents).toEqual([]);
    expect(codes(strict)).toEqual(['audit/conflict']);
    expect(strict.findings.length).toBeGreaterThan(0);
  });

  it('checks a report that a program has changed', async () => {
    const { report } = await load(file, { root });
    if (report === undefined) throw new Error('not loaded');
    const changed = await build({ ...report, headline: ['nothing'] }, one);
    expect(codes(changed)).toEqual(['check/unknown-reference']);
  });
});

describe('extract, load, audit, proof', () => {
  it('tell what cannot be read', async () => {
    expect(codes(await extract('absent.txt', { root }))).toEqual(['load/unreadable']);
    expect(codes(await extract({ file: 'poem.txt', content: '床前明月光' }, { root }))).toEqual([
      'extract/not-a-report',
    ]);
    expect(codes(await load({ file: 'x.yaml', content: 'a: [' }, { root }))).toContain('load/bad-yaml');
    expect(codes(await audit('absent.yaml', { root }))).toEqual(['load/unreadable']);
    expect(codes(await proof('absent.pdf', { root }))).toEqual(['load/unreadable']);
  });

  it('audit takes folders, files in memory and reports', async () => {
    const { report } = await load(file, { root });
    if (report === undefined) throw new Error('not loaded');
    const fromFile = await audit(file, { root });
    expect(fromFile.findings.length).toBeGreaterThan(5);
    expect((await audit(report, { root })).findings).toEqual(fromFile.findings);
    expect((await audit({ file: 'x.yaml', content }, { root })).findings).toEqual(fromFile.findings);
    expect((await audit('data', { root })).targets.length).toBeGreaterThan(1);
  });

  it('proof finds a figure that the data do not have', async () => {
    const made = await build(file, one);
    const files = made.documents.map(({ file: name, bytes }) => ({ file: name, content: bytes }));
    const right = await proof(files, { root, data: file });
    expect(right.files.map(library.hasFailures)).toEqual([false]);
    expect(right.files[0]?.againstTree).toBe(true);
    const other = { file: 'other.yaml', content: content.replaceAll('157.5', '157.6') };
    const wrong = await proof(files, { root, data: other });
    expect(wrong.files[0]?.findings.map(({ rule }) => rule)).toContain('figure/not-in-data');
    const junk = await proof({ file: 'x.pdf', content: 'junk' }, { root });
    expect(junk.files[0]?.findings.map(({ rule }) => rule)).toEqual(['file/unreadable']);
  });
});
