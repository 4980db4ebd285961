// The command as a process: builds, sees a figure change, names it, says a fault and goes on, ends on an interrupt.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const work = mkdtempSync(path.join(tmpdir(), 'jianbao-watch-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

type Watched = {
  readonly until: (words: string) => Promise<string>;
  readonly interrupt: () => void;
  readonly ended: Promise<number | null>;
};

const template = (title: string): string => `---\ntitle: ${title}\npage: gongwen\n---\n# {{report.short}}\n`;

const nothing = (): void => undefined;

const start = (place: string, ...options: readonly string[]): Watched => {
  const child = spawn(process.execPath, [path.join(root, 'dist/cli.js'), 'watch', '--lang', 'en', ...options], {
    cwd: place,
    env: { ...process.env, NO_COLOR: '1' },
  });
  let [said, told] = ['', 0];
  let look = nothing;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (words: string) => {
      said += words;
      look();
    });
  }
  const ended = new Promise<number | null>((resolve) => void child.on('exit', resolve));
  return {
    until: (words) =>
      new Promise((resolve) => {
        look = () => {
          const at = said.indexOf(words, told);
          if (at < 0) return;
          const passage = said.slice(told, at + words.length);
          told = at + words.length;
          look = nothing;
          resolve(passage);
        };
        look();
      }),
    interrupt: () => void child.kill('SIGINT'),
    ended,
  };
};

describe('jianbao watch', () => {
  it('rebuilds what a change touches, until it is interrupted', { timeout: 120_000 }, async () => {
    mkdirSync(path.join(work, 'data'));
    const data = path.join(work, 'data/hongqi-2017.yaml');
    copyFileSync(path.join(root, 'data/hongqi-2017.yaml'), data);
    const good = readFileSync(data, 'utf8');
    const watched = start(work, '-t', 'brief', '-f', 'pdf', '--no-gallery');
    expect(await watched.until('waiting for changes')).toContain('1 document updated');

    writeFileSync(data, good.replaceAll('157.5', '158.2'));
    expect(await watched.until('158.2亿元')).toContain('data/hongqi-2017.yaml  1 document updated');

    writeFileSync(data, `${good}\nid: twice\n`);
    await watched.until('load/bad-yaml');

    writeFileSync(data, good);
    expect(await watched.until('157.5亿元')).toContain('1 document updated');
    watched.interrupt();
    expect(await watched.ended).toBe(0);
  });

  it('sees new and removed folders and templates, and goes on after a fault in one', { timeout: 120_000 }, async () => {
    const data = readFileSync(path.join(root, 'data/hongqi-2017.yaml'), 'utf8');
    const place = path.join(work, 'place');
    for (const folder of ['data', 'templates']) mkdirSync(path.join(place, folder), { recursive: true });
    writeFileSync(path.join(place, 'data/a.yaml'), data);
    for (const name of ['card', 'slip']) writeFileSync(path.join(place, `templates/${name}.hbs`), template(name));
    const made = (file: string): boolean => existsSync(path.join(place, 'output', file));
    const watched = start(place, '-t', 'card,slip', '-f', 'pdf', '--no-gallery');
    expect(await watched.until('waiting for changes')).toContain('2 documents updated');

    mkdirSync(path.join(place, 'data/deep/er'), { recursive: true });
    writeFileSync(path.join(place, 'data/deep/er/b.yaml'), data.replace('id: hongqi-2017', 'id: muye-2017'));
    expect(await watched.until('updated in')).toContain('data/deep/er/b.yaml  2 documents');
    rmSync(path.join(place, 'data/deep'), { recursive: true });
    await watched.until('2 documents updated');
    expect(made('muye-2017')).toBe(false);

    writeFileSync(path.join(place, 'templates/card.hbs'), template('card').replace('report.short', 'raport.short'));
    await watched.until('fill/unknown-path');
    expect(made('hongqi-2017/card.pdf')).toBe(true);
    writeFileSync(path.join(place, 'templates/card.hbs'), template('card').replace('# {{', '# 看 {{'));
    await watched.until('templates/card.hbs  1 document updated');

    rmSync(path.join(place, 'templates/slip.hbs'));
    await watched.until('templates/slip.hbs  1 document updated');
    expect([made('hongqi-2017/card.pdf'), made('hongqi-2017/slip.pdf')]).toEqual([true, false]);
    watched.interrupt();
    expect(await watched.ended).toBe(0);
    expect(made('.lock')).toBe(false);
  });

  it('takes a wrong template name for wrong usage', async () => {
    const watched = start(work, '-t', 'breif');
    await watched.until('breif');
    expect(await watched.ended).toBe(2);
  });
});
