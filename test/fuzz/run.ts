// npm run fuzz: as many hostile inputs as one likes, each judged, in processes of their own that may die or hang.
// Usage: npm run fuzz -- [--count N] [--seed N] [--kinds data,template] [--jobs N] [--data FOLDER] [--texts FOLDER]
//        [--keep FOLDER]   FOLDERs hold data files and report texts to begin with; failures are kept under --keep.
// Prints a table: kind, inputs, accepted, refused with diagnostics, failed, hung, the slowest in seconds of processor time.
import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeKinds } from './kinds.ts';
import type { Begun, Chunk, Done } from './worker.ts';
import { inputsOf } from './inputs-of.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '20170421' },
    kinds: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    data: { type: 'string' },
    texts: { type: 'string' },
    keep: { type: 'string' },
  },
});
const seed = Number(values.seed);
const folders = { data: values.data, texts: values.texts, laidOut: 40 };

/** What share of the inputs each kind gets; kinds that take long get less. */
const shares: Readonly<Record<string, number>> = {
  data: 22,
  'data of whole reports': 3,
  template: 22,
  markdown: 12,
  'report text': 16,
  'report DOCX': 3,
  'report PDF': 2,
  'table CSV': 6,
  'table XLSX': 4,
  theme: 2,
  fonts: 1,
  indicators: 1,
  mapping: 1,
  manifest: 1,
  'proof PDF': 2,
  'proof DOCX': 2,
};
const wanted = values.kinds?.split(',') ?? Object.keys(shares);
const unknown = wanted.filter((name) => !Object.hasOwn(shares, name));
if (unknown.length > 0) {
  console.error(`no kind ${unknown.join(', ')}; there are: ${Object.keys(shares).join(', ')}`);
  process.exit(2);
}
const whole = wanted.reduce((sum, name) => sum + (shares[name] ?? 0), 0);

/** Inputs are made and tried so many at a time; a chunk has a seed of its own. */
const chunkSize = 50;
/** Processor seconds that one input may take, and wall seconds after which its process is killed. */
const limits = { processor: 5, wall: 60 };

type Row = {
  name: string;
  inputs: number;
  accepted: number;
  refused: number;
  failed: number;
  hung: number;
  slowest: number;
};
const rows = new Map<string, Row>();
const failures: { readonly chunk: Chunk; readonly index: number; readonly what: string }[] = [];

const chunks: Chunk[] = wanted.flatMap((kind) => {
  const count = Math.max(1, Math.round((Number(values.count) * (shares[kind] ?? 0)) / whole));
  return Array.from({ length: Math.ceil(count / chunkSize) }, (_, at) => ({
    kind,
    seed: seed + at,
    count: Math.min(chunkSize, count - at * chunkSize),
    from: 0,
  }));
});

const rowOf = (name: string): Row => {
  const row = rows.get(name) ?? { name, inputs: 0, accepted: 0, refused: 0, failed: 0, hung: 0, slowest: 0 };
  rows.set(name, row);
  return row;
};

const failed = (chunk: Chunk, index: number, what: string): void => {
  failures.push({ chunk, index, what });
  console.error(`${chunk.kind}, seed ${chunk.seed}, input ${index}: ${what}`);
};

const settle = (chunk: Chunk, { index, accepted, faults, spent }: Done): void => {
  const row = rowOf(chunk.kind);
  row.inputs += 1;
  row.slowest = Math.max(row.slowest, spent);
  if (spent > limits.processor) {
    row.hung += 1;
    failed(chunk, index, `took ${spent.toFixed(1)} s`);
  }
  if (faults.length > 0) {
    row.failed += 1;
    failed(chunk, index, faults.join('; '));
  } else if (accepted) row.accepted += 1;
  else row.refused += 1;
};

const isDone = (message: unknown): message is Done =>
  typeof message === 'object' && message !== null && 'spent' in message;
const isBegun = (message: unknown): message is Begun =>
  typeof message === 'object' && message !== null && 'begun' in message;

/** One process after another, until no chunk is left. */
const lane = async (): Promise<void> => {
  let child: ChildProcess | undefined;
  for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) {
    let at = chunk.from;
    while (at < chunk.count) {
      child ??= fork(fileURLToPath(new URL('./worker.js', import.meta.url)), [JSON.stringify(folders)]);
      const mine = child;
      const asked: Chunk = { ...chunk, from: at };
      let begun = at;
      const ended = await new Promise<'finished' | 'hung' | 'died'>((resolve) => {
        let timer: NodeJS.Timeout | undefined;
        mine.removeAllListeners();
        mine.on('message', (message) => {
          clearTimeout(timer);
          if (isBegun(message)) {
            begun = message.begun;
            timer = setTimeout(() => resolve('hung'), limits.wall * 1000);
          } else if (isDone(message)) {
            settle(asked, message);
            begun = message.index + 1;
            if (begun >= asked.count) resolve('finished');
          }
        });
        mine.on('exit', () => {
          clearTimeout(timer);
          resolve('died');
        });
        mine.send(asked);
      });
      at = begun;
      if (ended === 'finished') break;
      const row = rowOf(chunk.kind);
      row.inputs += 1;
      if (ended === 'hung') row.hung += 1;
      else row.failed += 1;
      failed(asked, at, ended === 'hung' ? `no answer in ${limits.wall} s` : 'its process died');
      mine.removeAllListeners();
      mine.kill('SIGKILL');
      child = undefined;
      at += 1;
    }
  }
  child?.removeAllListeners();
  child?.disconnect();
};

const start = performance.now();
await Promise.all(Array.from({ length: Math.max(1, Number(values.jobs)) }, lane));

const heads = ['kind', 'inputs', 'accepted', 'refused', 'failed', 'hung', 'slowest s'];
const total: Row = { name: 'all', inputs: 0, accepted: 0, refused: 0, failed: 0, hung: 0, slowest: 0 };
for (const row of rows.values()) {
  for (const key of ['inputs', 'accepted', 'refused', 'failed', 'hung'] as const) total[key] += row[key];
  total.slowest = Math.max(total.slowest, row.slowest);
}
console.log(heads.map((head, at) => (at === 0 ? head.padEnd(22) : head.padStart(10))).join(''));
for (const row of [...wanted.flatMap((name) => rows.get(name) ?? []), total]) {
  const cells = [row.inputs, row.accepted, row.refused, row.failed, row.hung, row.slowest.toFixed(2)];
  console.log(row.name.padEnd(22) + cells.map((one) => String(one).padStart(10)).join(''));
}
console.log(`seed ${seed}, ${((performance.now() - start) / 1000).toFixed(0)} s, Node ${process.version}`);

if (values.keep !== undefined && failures.length > 0) {
  const kinds = await makeKinds(folders);
  mkdirSync(values.keep, { recursive: true });
  for (const { chunk, index, what } of failures) {
    const kind = kinds.find(({ name }) => name === chunk.kind);
    const input = kind && inputsOf(kind, chunk)[index];
    if (input === undefined) continue;
    const name = `${chunk.kind.replaceAll(/\W+/g, '-')}-${chunk.seed}-${index}`;
    writeFileSync(path.join(values.keep, name + path.extname(input.name)), input.content);
    writeFileSync(path.join(values.keep, `${name}.txt`), `${what}\n`);
  }
}
process.exitCode = failures.length > 0 ? 1 : 0;
