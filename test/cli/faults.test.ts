// What goes wrong outside the data: links in the output folder. Finished files
// stay whole, the message says which and why, the exit code is right, and other documents go on.
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { runJianbao, type Ran } from '../helpers/command.ts';
import { shortReport } from '../helpers/short-report.ts';

const base = mkdtempSync(path.join(tmpdir(), 'jianbao-faults-'));
let folder = '';
let count = 0;

const jianbao = (...args: string[]): Promise<Ran> =>
  runJianbao(folder, args, { XDG_CACHE_HOME: path.join(base, 'cache'), LANG: 'en_US.UTF-8' });

const at = (file: string): string => path.join(folder, file);
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
};

/** A report that is done in a moment: one line on a page. */
const writeReports = (...ids: string[]): void => {
  write('templates/card.hbs', '---\ntitle: 卡\npage: gongwen\n---\n# {{report.short}}\n');
  for (const id of ids) write(`data/${id}.yaml`, shortReport(id, ['short: 红旗区', `short: 红旗区${id}`]));
};

const cards = ['build', '-t', 'card', '-f', 'pdf'] as const;

beforeEach(() => {
  count += 1;
  folder = path.join(base, String(count));
  mkdirSync(folder);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('links in the output folder', () => {
  it('are not followed by what is written', async () => {
    writeReports('a', 'b', 'c');
    for (const name of ['a', 'figures', 'pictures']) mkdirSync(at(`outside/${name}`), { recursive: true });
    write('outside/b.pdf', 'not ours');
    mkdirSync(at('output/b'), { recursive: true });
    symlinkSync(at('outside/a'), at('output/a'));
    symlinkSync(at('outside/b.pdf'), at('output/b/card.pdf'));
    symlinkSync(at('outside/figures'), at('output/.figures'));
    symlinkSync(at('outside/pictures'), at('output/index_files'));

    const { code, err } = await jianbao(...cards);
    expect(code).toBe(1);
    expect(err).toContain('a/card.pdf error write/not-writable');
    expect(err).toContain('.figures/b.json error write/not-writable');
    expect(err).toMatch(/index_files\/\w+-300\.png error write\/not-writable/);
    expect(err).toContain('leads out of the output folder');
    for (const name of ['a', 'figures', 'pictures']) expect(readdirSync(at(`outside/${name}`))).toEqual([]);
    expect(readFileSync(at('outside/b.pdf'), 'utf8')).toBe('not ours');
    // The others are made, one of them in the place of a link.
    expect(lstatSync(at('output/b/card.pdf')).isFile()).toBe(true);
    expect(lstatSync(at('output/c/card.pdf')).isFile()).toBe(true);
  });

  it('are not followed by what is removed', async () => {
    writeReports('a', 'b');
    expect((await jianbao(...cards)).code).toBe(0);
    renameSync(at('output/a'), at('elsewhere'));
    symlinkSync(at('elsewhere'), at('output/a'));
    rmSync(at('data/a.yaml'));
    const { code, err } = await jianbao(...cards);
    expect(code).toBe(1);
    expect(err).toContain('a/card.pdf error write/not-writable');
    expect(readdirSync(at('elsewhere'))).toEqual(['card.pdf']);

    rmSync(at('output/a'));
    expect((await jianbao(...cards)).code).toBe(0);
    expect(existsSync(at('elsewhere/card.pdf'))).toBe(true);
  });

  it('may be the output folder itself', async () => {
    writeReports('a');
    mkdirSync(at('shelf'));
    symlinkSync(at('shelf'), at('output'));
    expect(await jianbao(...cards)).toMatchObject({ code: 0, err: '' });
    expect(existsSync(at('shelf/a/card.pdf'))).toBe(true);
  });
});
