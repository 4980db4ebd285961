// Every page of docs/: what it shows of files and tables is what these hold, it has its other language beside it, and
// links lead somewhere. To write the shown parts anew: npm run docs:write
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnosticCodes } from '../../src/diagnostics/diagnostic.ts';
import { root } from '../helpers/project-engine.ts';
import { commandFaults } from './command-lines.ts';
import { commandReference, type Language } from './command-reference.ts';
import { dataReference, indicatorReference } from './data-reference.ts';
import { fieldReference, placeReference, selectionReference } from './field-reference.ts';
import { fontReference } from './font-reference.ts';
import { pictureTable } from './picture-table.ts';
import { diagnosticReference, exampleOf } from './message-examples.ts';
import { codeBlock, fillRegions, type Source } from './regions.ts';

const docs = path.join(root, 'docs');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const pages = readdirSync(docs)
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);
const shown = [...pages, 'README.md', 'README.zh-CN.md'];

const languageOf = (name: string): Language => (name === 'zh' ? 'zh' : 'en');

const sourceFor =
  (page: string): Source =>
  (name) => {
  const [kind = '', rest = ''] = name.split(/ (.*)/u);
  if (kind === 'file') return codeBlock(rest, read(rest));
  if (kind === 'commands') return commandReference(languageOf(rest));
  if (kind === 'data') return dataReference(languageOf(rest));
  if (kind === 'indicators') return indicatorReference(languageOf(rest));
  if (kind === 'fonts') return fontReference(languageOf(rest));
  if (kind === 'diagnostics') return diagnosticReference(page, languageOf(rest));
  if (kind === 'place-fields') return placeReference(languageOf(rest));
  if (kind === 'selection-fields') return selectionReference(languageOf(rest));
  if (kind === 'fields') return fieldReference(languageOf(rest));
  if (kind === 'pictures') return pictureTable('pictures', languageOf(rest));
  return undefined;
};

describe.each(shown)('%s', (page) => {
  const text = read(page);

  it('shows files and tables as they are (npm run docs:write)', async () => {
    await expect(fillRegions(text, sourceFor(text))).toMatchFileSnapshot(path.join(root, page));
  });

  it('stands beside its other language, and links to it', () => {
    const other = page.endsWith('.zh-CN.md') ? page.replace('.zh-CN.md', '.md') : page.replace('.md', '.zh-CN.md');
    expect(existsSync(path.join(root, other))).toBe(true);
    expect(text).toContain(`](${path.basename(other)})`);
  });

  it('shows commands and options that exist', () => {
    expect(commandFaults(text).faults).toEqual([]);
  });

  it('links to files that are there, in its own language', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link.replace(/#.*$/u, ''));
    const local = links.filter((link) => link !== '' && !/^[a-z]+:/u.test(link));
    const targets = local.map((link) => path.join(path.dirname(page), link));
    expect(targets.filter((target) => !existsSync(path.join(root, target)))).toEqual([]);

    const zh = page.endsWith('.zh-CN.md');
    const other = path.basename(zh ? page.replace('.zh-CN.md', '.md') : page.replace('.md', '.zh-CN.md'));
    const strays = local.filter((link) => {
      const file = path.basename(link);
      if (file === other || !link.endsWith('.md')) return false;
      const hasBoth = existsSync(path.join(root, path.dirname(page), link.replace(/(\.zh-CN)?\.md$/u, '.zh-CN.md')));
      return hasBoth && link.endsWith('.zh-CN.md') !== zh;
    });
    expect(strays).toEqual([]);
  });
});

describe('every diagnostic code', () => {
  it.each(diagnosticCodes)('%s is shown as it is said', (code) => {
    expect(exampleOf(code, 'zh')).toContain(code);
    expect(exampleOf(code, 'en')).toContain(code);
  });
});

it('finds the command lines of pages', () => {
  expect(commandFaults(read('README.md')).count).toBeGreaterThan(8);
  expect(commandFaults('`jianbao biuld` and `jianbao build --ckeck x`').faults.length).toBe(2);
});
