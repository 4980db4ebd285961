// The finished documents as other programs see them: poppler, LibreOffice without our fonts, python-docx.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { templateNames } from './made-documents.ts';

const root = path.resolve(import.meta.dirname, '../..');
const work = mkdtempSync(path.join(tmpdir(), 'jianbao-'));
const out = path.join(work, 'output');
const rendered = path.join(work, 'rendered');

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd: root, encoding: 'utf8' });

const reports = ['baoding-2014', 'guowuyuan-2019', 'hongqi-2017'];
const overOf = (template: string): string =>
  /^over: (\w+)$/m.exec(readFileSync(path.join(root, `templates/${template}.hbs`), 'utf8'))?.[1] ?? 'report';
/** Folders of the documents of a template, by what it is made over. */
const folders: Readonly<Record<string, readonly string[]>> = {
  report: reports,
  place: ['place-保定市', 'place-全国', 'place-红旗区'],
  selection: ['compare-three'],
};
const documents = templateNames.flatMap((template) =>
  (folders[overOf(template)] ?? []).map((folder) => `${folder}/${template}`),
);
const comparison = path.join(work, 'comparisons', 'three.yaml');

/** The most pages that a template allows. */
const limitOf = (template: string): number =>
  Number(/^limit: (\d+)$/m.exec(readFileSync(path.join(root, `templates/${template}.hbs`), 'utf8'))?.[1] ?? 60);

/** Rows of pdffonts: name, type, encoding, emb, sub, uni. */
const fontsOf = (
  file: string,
): { readonly name: string; readonly embedded: string; readonly subset: string; readonly unicode: string }[] =>
  run('pdffonts', file)
    .split('\n')
    .slice(2)
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.trim().split(/\s+/);
      const [embedded = '', subset = '', unicode = ''] = cells.slice(-5, -2);
      return { name: cells[0] ?? '', embedded, subset, unicode };
    });

const pagesOf = (file: string): number => Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', file))?.[1]);
const families = /Noto ?Serif ?SC|Noto ?Sans ?SC|LXGW ?Wen ?Kai/i;

beforeAll(() => {
  mkdirSync(path.dirname(comparison));
  writeFileSync(comparison, `id: three\ntitle: 三份报告的主要指标\nreports: [${reports.join(', ')}]\n`);
  run('node', 'dist/cli.js', 'build', 'data', comparison, '--template', templateNames.join(','), '--out', out);
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe.each(documents)('%s', (name) => {
  const pdf = path.join(out, `${name}.pdf`);
  const docx = path.join(out, `${name}.docx`);

  it('embeds every font of the PDF as a subset with Unicode', () => {
    const fonts = fontsOf(pdf);
    expect(fonts.length).toBeGreaterThan(0);
    expect(
      fonts.filter(({ embedded, subset, unicode }) => `${embedded} ${subset} ${unicode}` !== 'yes yes yes'),
    ).toEqual([]);
    expect(fonts.filter(({ name: font }) => !families.test(font))).toEqual([]);
  });

  it('keeps to its pages, in LibreOffice too, with our fonts and no others', () => {
    run(
      'soffice',
      `-env:UserInstallation=file://${work}/profile`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      path.join(rendered, path.dirname(name)),
      docx,
    );
    const drawn = path.join(rendered, `${name}.pdf`);
    const limit = limitOf(path.basename(name));
    expect(pagesOf(pdf)).toBeLessThanOrEqual(limit);
    expect(pagesOf(drawn)).toBeLessThanOrEqual(limit);
    expect(Math.abs(pagesOf(drawn) - pagesOf(pdf))).toBeLessThanOrEqual(1);
    expect(fontsOf(drawn).filter(({ name: font }) => !families.test(font))).toEqual([]);
  });

  it('opens in python-docx', () => {
    const script = `import sys, docx; d = docx.Document(sys.argv[1]); print(sum(len(p.text) for p in d.paragraphs) + sum(len(c.text) for t in d.tables for r in t.rows for c in r.cells))`;
    expect(Number(run('/usr/bin/python3', '-c', script, docx))).toBeGreaterThan(200);
  });

  it('stays under a megabyte as DOCX', () => {
    expect(readFileSync(docx).length).toBeLessThan(1_000_000);
  });
});

describe('all DOCX files in one LibreOffice', () => {
  it('show the same text as each alone: embedded subsets do not get in each other’s way', () => {
    const together = path.join(work, 'together');
    for (const report of new Set(documents.map((name) => path.dirname(name)))) {
      const names = documents.filter((name) => path.dirname(name) === report).map((name) => path.basename(name));
      const files = names.map((template) => path.join(out, report, `${template}.docx`));
      run(
        'soffice',
        `-env:UserInstallation=file://${work}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        path.join(together, report),
        ...files,
      );
      for (const template of names) {
        const fonts = fontsOf(path.join(together, report, `${template}.pdf`));
        expect(fonts.filter(({ name: font }) => !families.test(font))).toEqual([]);
        const text = (folder: string): string =>
          run('pdftotext', '-layout', path.join(folder, report, `${template}.pdf`), '-');
        expect(text(together)).toBe(text(rendered));
      }
    }
  });
});
