// Draws docs/pictures/ from the documents themselves: the first page of every template over one report, by the same
// renderer that the gallery page uses, which gives the same pixels on every machine.
// With --check it writes nothing and ends with 1 when a picture is not what the documents look like now.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { drawPicture } from '../dist/gallery/draw-picture.js';
import { build, diagnosticsText, hasErrors } from '../dist/library.js';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'docs', 'pictures');
const check = process.argv.includes('--check');
const card = readFileSync(path.join(root, 'examples', 'card.hbs'));
const templates = readdirSync(path.join(root, 'templates'))
  .filter((file) => file.endsWith('.hbs'))
  .map((file) => file.replace('.hbs', ''));

// Templates over several reports show a made-up county, since data/ has one report of each place.
const isOver = (name) => /^over: /m.test(readFileSync(path.join(root, 'templates', `${name}.hbs`), 'utf8'));
const county = path.join('test', 'examples', 'yunhe', 'data');

const made = await build('data/hongqi-2017.yaml', {
  root,
  templates: [...templates.filter((name) => !isOver(name)), 'card'],
  formats: ['pdf'],
  files: { 'templates/card.hbs': card },
});
const over = await build(
  readdirSync(path.join(root, county))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => path.join(county, file)),
  {
    root,
    templates: templates.filter(isOver),
    formats: ['pdf'],
    comparisons: [path.join(county, 'comparisons', 'yunhe.yaml')],
  },
);
for (const one of [made, over].filter(({ diagnostics }) => hasErrors(diagnostics))) {
  console.error(diagnosticsText(one, 'en'));
  process.exit(1);
}
const documents = [...made.documents, ...over.documents];

/** Later pages worth showing. */
const more = [
  { template: 'brief', page: 2 },
  { template: 'handout', page: 2 },
];
const wanted = [...documents.map(({ template }) => ({ template, page: 1 })), ...more];

const pictures = new Map();
for (const { template, page } of wanted) {
  const { bytes } = documents.find((document) => document.template === template);
  const { png } = await drawPicture(bytes, { page, height: 1000 });
  pictures.set(page === 1 ? `${template}.png` : `${template}-${page}.png`, png);
}

mkdirSync(folder, { recursive: true });
const there = readdirSync(folder).filter((file) => file.endsWith('.png'));
const read = (file) => (there.includes(file) ? readFileSync(path.join(folder, file)) : Buffer.alloc(0));
const stale = [
  ...[...pictures].filter(([file, png]) => !read(file).equals(png)).map(([file]) => file),
  ...there.filter((file) => !pictures.has(file)),
];
for (const file of stale) {
  if (check) console.error(`docs/pictures/${file} is not what the documents look like now: npm run docs:pictures`);
  else if (pictures.has(file)) writeFileSync(path.join(folder, file), pictures.get(file));
  else rmSync(path.join(folder, file));
}
console.log(`${pictures.size} pictures, ${stale.length} ${check ? 'stale' : 'drawn anew'}`);
process.exit(check && stale.length > 0 ? 1 : 0);
