// Reads the PDFs of a build with proof's own reader and prints how their lines came out: breaks of each rule, the space
// between hanzi by template, and each line that is spread beyond a limit, with what had to begin the next.
// Usage: npm run bench:documents -- FOLDER [--over EM] [--texts FOLDER]; the first is an output folder of `jianbao build`,
// --texts writes the paragraphs of more than one line as plain text, for bench:lines to set by the other makers.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Ledger } from '../src/proof/finding.ts';
import { openForProof } from '../src/proof/pdf-reading/open.ts';
import { judgeLines } from '../src/proof/pdf-rules/lines.ts';
import { extraSpaces, isCell, isJudged, naturalPitches } from '../src/proof/pdf-rules/spacing.ts';
import { percentile } from '../src/proof/statistics.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { over: { type: 'string', default: '0.02' }, texts: { type: 'string' } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('usage: npm run bench:documents -- FOLDER [--over EM] [--texts FOLDER]');
  process.exit(2);
}

type SpreadLine = {
  readonly place: string;
  readonly element: string;
  readonly em: number;
  readonly ordinal: string;
  readonly text: string;
  readonly next: string;
};

type Quality = {
  files: number;
  lines: number;
  justified: number;
  readonly extras: number[];
  readonly findings: Map<string, number>;
  readonly spread: SpreadLine[];
};

const qualities = new Map<string, Quality>();
const qualityOf = (name: string): Quality => {
  const known = qualities.get(name);
  if (known !== undefined) return known;
  const made: Quality = { files: 0, lines: 0, justified: 0, extras: [], findings: new Map(), spread: [] };
  qualities.set(name, made);
  return made;
};

const limit = Number(values.over);

/** Gives the paragraphs in which lines had to be made to fit, as text. */
const read = (report: string, template: string): readonly string[] => {
  const pdf = openForProof(readFileSync(path.join(folder, report, `${template}.pdf`)));
  if (pdf === undefined) throw new Error(`${report}/${template}.pdf is no PDF`);
  const quality = qualityOf(template);
  const count = (id: string): void => void quality.findings.set(id, (quality.findings.get(id) ?? 0) + 1);
  const ledger: Ledger = { check: () => undefined, add: count, findings: () => [], checked: () => [] };
  const found = judgeLines(pdf.paragraphs, ledger);
  quality.files += 1;
  quality.lines += found.lines;
  quality.justified += found.fullLines;
  const natural = naturalPitches(pdf.paragraphs);
  const broken = pdf.paragraphs.filter((one) => isJudged(one) && !isCell(one) && one.lines.length > 1);
  for (const { lines, element } of broken) {
    lines.slice(0, -1).forEach((line, index) => {
      const extras = extraSpaces(line, natural);
      quality.extras.push(...extras);
      const em = Math.max(0, ...extras);
      if (em <= limit) return;
      const place = `${report}/${template} p. ${line.page}`;
      const ordinal = `${index + 1}/${lines.length}`;
      const next = lines[index + 1]?.text ?? '';
      quality.spread.push({ place, element: element?.type ?? '', em, ordinal, text: line.text, next });
    });
  }
  return broken.map(({ lines }) =>
    lines
      .map(({ text }) => text)
      .join('')
      .trim(),
  );
};

for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const files = readdirSync(path.join(folder, name)).filter((file) => file.endsWith('.pdf'));
  const texts = files.flatMap((file) => read(name, path.basename(file, '.pdf')));
  if (values.texts === undefined || texts.length === 0) continue;
  mkdirSync(values.texts, { recursive: true });
  writeFileSync(path.join(values.texts, `${name}.txt`), `${texts.join('\n')}\n`);
}

const all = qualityOf('all');
for (const [name, quality] of qualities) {
  if (name === 'all') continue;
  all.files += quality.files;
  all.lines += quality.lines;
  all.justified += quality.justified;
  for (const em of quality.extras) all.extras.push(em);
  for (const [id, count] of quality.findings) all.findings.set(id, (all.findings.get(id) ?? 0) + count);
  all.spread.push(...quality.spread);
}

const row = (...cells: readonly (string | number)[]): void =>
  console.log(cells.map((cell, index) => (index === 0 ? String(cell).padEnd(12) : String(cell).padStart(10))).join(''));
row('', 'files', 'lines', 'justified', 'pairs', 'median', '97th', '99th', 'most', `over ${limit}`);
for (const [name, { files, lines, justified, extras, spread }] of qualities) {
  const parts = [0.5, 0.97, 0.99, 1].map((part) => percentile(extras, part).toFixed(4));
  row(name, files, lines, justified, extras.length, ...parts, spread.length);
}
console.log(`\nfindings: ${[...all.findings].map(([id, count]) => `${id} ${count}`).join(', ') || 'none'}\n`);
for (const { em, place, element, ordinal, text, next } of all.spread.toSorted((a, b) => b.em - a.em)) {
  console.log(`${em.toFixed(3)} ${ordinal} ${element} ${place}\n      ${text} | ${next}`);
}
