// The command as a process: builds, sees a figure change, names it, says a fault and goes on, ends on an interrupt.
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

const nothing = (): void => undefined;

const start = (...options: readonly string[]): Watched => {
  const child = spawn(process.execPath, [path.join(root, 'dist/cli.js'), 'watch', '--lang', 'en', ...options], {
    cwd: work,
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
    const watched = start('-t', 'brief', '-f', 'pdf', '--no-gallery');
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

  it('takes a wrong template name for wrong usage', async () => {
    const watched = start('-t', 'breif');
    await watched.until('breif');
    expect(await watched.ended).toBe(2);
  });
});
