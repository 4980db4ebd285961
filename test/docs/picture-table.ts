// The pictures of all documents as a Markdown table, with the names that the templates bear: docs/pictures/ is drawn by
// scripts/draw-pictures.mjs, a picture a template.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../helpers/project-engine.ts';
import type { Language } from './command-reference.ts';

/** Those of every day first, the example last. */
const first = ['brief', 'factsheet', 'handout'];
const last = new Set(['card']);
const order = (name: string): number => (last.has(name) ? 99 : first.includes(name) ? first.indexOf(name) : 50);
const perRow = 3;

const templateFile = (name: string): string | undefined =>
  [`templates/${name}.hbs`, `examples/${name}.hbs`].find((file) => existsSync(path.join(root, file)));

const nameOf = (file: string, language: Language): string => {
  const text = readFileSync(path.join(root, file), 'utf8');
  const match = /^name: \{ zh: (?<zh>[^,]+), en: (?<en>[^}]+?) \}/mu.exec(text);
  return match?.groups?.[language] ?? path.basename(file, '.hbs');
};

/** Pictures three in a row, names under them. `folder` is where they lie from the page. */
export const pictureTable = (folder: string, language: Language): string => {
  const drawn = readdirSync(path.join(root, 'docs/pictures'))
    .filter((file) => file.endsWith('.png'))
    .map((file) => file.replace('.png', ''))
    .filter((name) => templateFile(name) !== undefined);
  const names = drawn.toSorted((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
  const captions = names.map((name) => nameOf(templateFile(name) ?? '', language));
  const rows: string[] = [];
  for (let at = 0; at < names.length; at += perRow) {
    const indexes = Array.from({ length: perRow }, (_, offset) => at + offset);
    const pictures = indexes.map((index) =>
      names[index] === undefined ? '' : `![${captions[index] ?? ''}](${folder}/${names[index]}.png)`,
    );
    rows.push(`| ${pictures.join(' | ')} |`, `| ${indexes.map((index) => captions[index] ?? '').join(' | ')} |`);
  }
  return [rows[0], '| :---: | :---: | :---: |', ...rows.slice(1)].join('\n');
};
