// npm run bench: all measurements in one run, as a table and as bench/results/latest.json.
// Usage: npm run bench -- [--sections help,text,batch,scaling] [--data FOLDER] [--texts FOLDER] [--reports N] [--sizes 30,300,3000] [--jobs N]
// FOLDERs hold data files and plain texts of whole reports; without them, reports of the same size made of the examples.
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packageFolder } from '../src/version.ts';
import { measureBatch, measureHelp, measureScaling, type Result } from './batch/batch.ts';
import { measureOneText } from './batch/one-text.ts';
import { countReports } from './batch/project.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    texts: { type: 'string' },
    reports: { type: 'string' },
    sizes: { type: 'string', default: '30,300,3000' },
    sections: { type: 'string', default: 'help,text,batch,scaling' },
    jobs: { type: 'string', default: String(Math.min(2, availableParallelism())) },
  },
});
const jobs = Number(values.jobs);
const reports = Number(values.reports ?? (values.data === undefined ? 186 : countReports(values.data)));
const sizes = values.sizes.split(',').filter(Boolean).map(Number);

const machine = {
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  processor: cpus()[0]?.model ?? '',
  processors: cpus().length,
  memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
  data: values.data === undefined ? 'made of the examples' : 'given',
};

const fixed = (value: number | undefined, digits: number): string => value?.toFixed(digits) ?? '';

const print = (title: string, results: readonly Result[]): void => {
  console.log(`\n${title}`);
  console.log(`  ${''.padEnd(40)}${'wall s'.padStart(9)}${'cpu s'.padStart(9)}${'peak MB'.padStart(9)}`);
  for (const { name, wall, cpu, peak, note } of results) {
    const cells = [fixed(wall, 3), fixed(cpu, 1), fixed(peak, 0)].map((cell) => cell.padStart(9)).join('');
    console.log(`  ${name.padEnd(40)}${cells}${note === undefined ? '' : `  ${note}`}`);
  }
};

console.log(Object.values(machine).join(', '));
const sections: Record<string, readonly Result[]> = {};
const section = async (title: string, measure: () => Promise<readonly Result[]> | readonly Result[]): Promise<void> => {
  sections[title] = await measure();
  print(title, sections[title]);
};

const wanted = new Set(values.sections.split(','));
if (wanted.has('help')) await section('help', measureHelp);
if (wanted.has('text')) await section('one text', () => measureOneText(values.texts));
if (wanted.has('batch')) await section('whole batch', () => measureBatch(values.data, reports, jobs));
if (wanted.has('scaling')) await section('scaling', () => measureScaling(values.data, sizes, jobs));

const folder = path.join(packageFolder(), 'bench', 'results');
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'latest.json'), `${JSON.stringify({ machine, jobs, sections }, null, 2)}\n`);
