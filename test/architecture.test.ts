// The walls between folders, checked on resolved import paths: a lint rule that matches import strings does not see
// `../docx/x.ts` from a sibling. Says also that every folder and every diagnostic code is documented.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnosticCodes } from '../src/diagnostics/diagnostic.ts';

const root = path.resolve(import.meta.dirname, '..');
const src = path.join(root, 'src');

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const full = path.join(folder, name);
    return statSync(full).isDirectory() ? filesUnder(full) : full.endsWith('.ts') ? [full] : [];
  });

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

const files = filesUnder(src);
const short = (file: string): string => path.relative(src, file).split(path.sep).join('/');
const folderOf = (file: string): string =>
  short(file).includes('/') ? (short(file).split('/')[0] ?? '') : short(file);

const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  const stated = [...text.matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]/gmsu)];
  const bare = [...text.matchAll(/^import\s+['"]([^'"]+)['"]/gmu)].map((match) => ['', undefined, match[1]] as const);
  const dynamic = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/gu)].map(
    (match) => ['', undefined, match[1]] as const,
  );
  return [...stated.map((match) => [match[0], match[1], match[2]] as const), ...bare, ...dynamic].map(
    ([, type, to = '']) => ({
      from: file,
      to: to.startsWith('.') ? path.resolve(path.dirname(file), to) : to,
      typeOnly: type !== undefined,
    }),
  );
});

const local = imports.filter((item) => path.isAbsolute(item.to));
const outside = imports.filter((item) => !path.isAbsolute(item.to) && !item.to.startsWith('node:'));
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Which folders or top-level files may import each outside library. */
const owners: Readonly<Record<string, readonly string[]>> = {
  '@hyzyla/pdfium': ['gallery'],
  'cli-progress': ['commands'],
  'decimal.js': ['figures'],
  docx: ['docx'],
  echarts: ['charts'],
  'fast-png': ['gallery'],
  fflate: ['docx', 'extract', 'proof', 'tables'],
  handlebars: ['fill', 'gallery'],
  harfbuzzjs: ['fonts'],
  hucre: ['tables'],
  'pdfjs-dist': ['extract', 'proof'],
  pdfmake: ['pdf'],
  'pinyin-pro': ['gallery'],
  'remark-cjk-friendly': ['parse'],
  'remark-directive': ['parse'],
  'remark-frontmatter': ['parse'],
  'remark-gfm': ['parse'],
  'remark-parse': ['parse'],
  saxes: ['extract', 'proof'],
  send: ['preview'],
  'string-width': ['diagnostics'],
  tinypool: ['batch'],
  unified: ['parse'],
  yaml: ['report'],
  yargs: ['parse-arguments.ts', 'complete.ts'],
  zod: ['report', 'theme', 'batch', 'fonts', 'gallery', 'tables'],
};

/** One file serves: `jianbao preview`, on loopback. */
const serves = (item: Import): boolean =>
  short(item.from) === 'preview/server.ts' && (item.to === 'node:http' || (item.to === 'node:net' && item.typeOnly));

/** Imports that a folder must not have, whatever the path is written like. */
const forbidden: readonly (readonly [from: string, to: readonly string[]])[] = [
  ['tree', files.map(folderOf).filter((folder) => folder !== 'tree' && folder !== 'diagnostics')],
  ['pdf', ['docx', 'report', 'fill', 'parse', 'extract', 'audit', 'batch']],
  ['docx', ['pdf', 'report', 'fill', 'parse', 'extract', 'audit', 'batch']],
  ['actions', ['commands', 'library', 'library.ts', 'cli.ts', 'terminal.ts']],
  ['library', ['commands', 'cli.ts', 'terminal.ts']],
  ['compose', files.map(folderOf).filter((folder) => folder !== 'compose')],
  ['diagnostics', files.map(folderOf).filter((folder) => folder !== 'diagnostics' && folder !== 'terminal.ts')],
];

describe('walls between folders', () => {
  it('has imports to check', () => {
    expect(local.length).toBeGreaterThan(50);
    expect(outside.length).toBeGreaterThan(10);
  });

  it('resolves every local import to a file', () => {
    expect(
      local.filter((item) => !existsSync(item.to)).map((item) => `${short(item.from)} → ${short(item.to)}`),
    ).toEqual([]);
  });

  it.each(forbidden)('%s keeps to its side', (from, to) => {
    const walls = new Set(to);
    const breaches = local.filter((item) => folderOf(item.from) === from && walls.has(folderOf(item.to)));
    expect(breaches.map((item) => `${short(item.from)} → ${short(item.to)}`)).toEqual([]);
  });

  it('lets nobody import cli.ts', () => {
    expect(local.filter((item) => short(item.to) === 'cli.ts').map((item) => short(item.from))).toEqual([]);
  });

  it('lets only batch and actions import the pipeline', () => {
    const users = local.filter((item) => short(item.to) === 'pipeline.ts').map((item) => folderOf(item.from));
    expect(users.filter((folder) => !['batch', 'actions'].includes(folder))).toEqual([]);
  });

  it('keeps each outside library to its owner', () => {
    const breaches = outside.filter((item) => !owners[packageOf(item.to)]?.includes(folderOf(item.from)));
    expect(breaches.map((item) => `${short(item.from)} → ${item.to}`)).toEqual([]);
  });

  it('keeps files and processes to the host and the bins', () => {
    const allowed = new Set(['host.ts', 'cli.ts', 'version.ts']);
    const breaches = imports.filter(
      (item) => /^node:(fs|child_process|os|http|net)/.test(item.to) && !allowed.has(short(item.from)) && !serves(item),
    );
    expect(breaches.map((item) => `${short(item.from)} → ${item.to}`)).toEqual([]);
  });

  it('has no barrels and no util files', () => {
    expect(files.map(short).filter((file) => /(^|\/)(index|utils?|helper|common|misc)\.ts$/.test(file))).toEqual([]);
  });

  it('has no file over 500 lines', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 500);
    expect(long.map(short)).toEqual([]);
  });

  it('opens every file with a comment that says what it is', () => {
    const silent = files.filter((file) => !/^(#!.*\n)?\/\/ \S/.test(readFileSync(file, 'utf8')));
    expect(silent.map(short)).toEqual([]);
  });
});

describe('documents that must keep up', () => {
  const architecture = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8');

  it('names every folder of src/ in ARCHITECTURE.md', () => {
    const folders = new Set(files.map(folderOf).filter((folder) => !folder.endsWith('.ts')));
    expect([...folders].filter((folder) => !architecture.includes(`\`${folder}/\``))).toEqual([]);
  });

  it.each(['docs/diagnostics.md', 'docs/diagnostics.zh-CN.md'])('explains every code in %s', (page) => {
    const text = readFileSync(path.join(root, page), 'utf8');
    expect(diagnosticCodes.filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
  });
});
