// The text of one whole report by several makers, in this thread, fonts loaded: ours with tags, stock pdfmake, Typst;
// and as DOCX beside pandoc, which is a process of its own. Makers take turns, so that a busy moment falls on all.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { renderDocx } from '../../src/docx/render-docx.ts';
import { packageFolder } from '../../src/version.ts';
import { readTexts, setUp, type ComparedText } from '../compared/compared.ts';
import { documentOf, ours } from '../compared/ours.ts';
import { stockPdfmake } from '../compared/stock-pdfmake.ts';
import { typst } from '../compared/typst.ts';
import type { Result } from './batch.ts';

const rounds = 9;

/** Running text of about a report's length from the longer strings of the example data. */
const exampleText = (): ComparedText => {
  const folder = path.join(packageFolder(), 'data');
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n'))
    .map((line) => line.replace(/^[^\p{Script=Han}]+/u, '').replaceAll(/[{}"']/g, ''))
    .filter((line) => (line.match(/\p{Script=Han}/gu) ?? []).length >= 25);
  const paragraphs: string[] = [];
  for (let length = 0, at = 0; length < 15_000; at += 3) {
    const paragraph = [0, 1, 2].map((next) => lines[(at + next) % lines.length] ?? '').join('');
    paragraphs.push(paragraph);
    length += paragraph.length;
  }
  return { name: 'examples', paragraphs };
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const timed = async (work: () => Promise<unknown> | unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

/** A text that no maker has seen: its paragraphs begin elsewhere. */
const turned = ({ name, paragraphs }: ComparedText, by: number): ComparedText => ({
  name: `${name} ${by}`,
  paragraphs: [...paragraphs.slice(by), ...paragraphs.slice(0, by)],
});

/** Runs pandoc on the text; undefined when it is not installed. */
const pandoc = ({ paragraphs }: ComparedText): (() => void) | undefined => {
  if (spawnSync('pandoc', ['--version']).status !== 0) return undefined;
  return () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'jianbao-bench-'));
    writeFileSync(path.join(folder, 'text.md'), paragraphs.join('\n\n'));
    spawnSync('pandoc', ['text.md', '-o', 'text.docx'], { cwd: folder });
    rmSync(folder, { recursive: true });
  };
};

/** Every maker's first document and the median of later ones, each new. */
export const measureOneText = async (textFolder: string | undefined): Promise<readonly Result[]> => {
  const text = (textFolder === undefined ? undefined : readTexts(textFolder, 1)[0]) ?? exampleText();
  const setup = await setUp(packageFolder(), [text]);
  const { engine, fonts } = setup;
  const byPandoc = pandoc(text);
  const makers = [
    ...[ours(setup), stockPdfmake(setup), typst(setup)].map(({ name, version, make }) => ({
      name: `PDF, ${name} ${version}`,
      make: async (one: ComparedText): Promise<void> => void (await make(one)),
    })),
    {
      name: 'DOCX, jianbao, fonts embedded',
      make: async (one: ComparedText): Promise<void> =>
        void (await renderDocx(documentOf(one), { theme: engine.theme, fonts })),
    },
    ...(byPandoc === undefined
      ? []
      : [{ name: 'DOCX, pandoc, whole process, no fonts', make: async () => byPandoc() }]),
  ];
  const times = makers.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, { make }] of makers.entries()) times[index]?.push(await timed(() => make(turned(text, round))));
  }
  const characters = text.paragraphs.join('').length;
  const medians = times.map(([, ...later]) => median(later));
  return makers.map(({ name }, index) => {
    const wall = medians[index] ?? 0;
    const base = medians[name.startsWith('PDF') ? 0 : 3] ?? 1;
    const first = (1000 * (times[index]?.[0] ?? 0)).toFixed(0);
    return { name, wall, note: `${(wall / base).toFixed(2)} of ours; first ${first} ms; ${characters} characters` };
  });
};
