// Projects to measure on: a folder of data files, given or generated, in a temporary place.
// Generated reports are the examples in turn under ids of their own: the same on every machine.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageFolder } from '../../src/version.ts';

export type BenchProject = { readonly folder: string; readonly files: readonly string[] };

const isReport = (name: string): boolean => name.endsWith('.yaml') && name !== 'indicators.yaml';

const reportsIn = (folder: string): readonly string[] => readdirSync(folder).filter(isReport).sort();

/** A project of `count` reports: those of `given` as far as they go, else the examples over and over. */
export const makeProject = (given: string | undefined, count: number): BenchProject => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jianbao-bench-'));
  const data = path.join(folder, 'data');
  mkdirSync(data);
  const from = given ?? path.join(packageFolder(), 'data');
  const names = reportsIn(from);
  const files = Array.from({ length: count }, (_, index) => {
    const name = names[index % names.length] ?? '';
    const round = Math.floor(index / names.length);
    const file = path.join(data, round === 0 ? name : name.replace('.yaml', `-${round}.yaml`));
    if (round === 0) copyFileSync(path.join(from, name), file);
    else {
      const text = readFileSync(path.join(from, name), 'utf8');
      writeFileSync(file, text.replace(/^id: ["']?(.*?)["']?$/m, `id: "$1-${round}"`));
    }
    return file;
  });
  return { folder, files };
};

/** How many reports a folder holds. */
export const countReports = (folder: string): number => reportsIn(folder).length;

/** Changes the last digit of the first figure of a data file. */
export const changeOneFigure = (file: string): void => {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(/(\bvalue: ['"]?[\d.]*)(\d)(?=['",\s])/, (_, head: string, digit: string) => {
    return `${head}${digit === '9' ? '8' : Number(digit) + 1}`;
  });
  if (changed === text) throw new Error(`${file} has no figure`);
  writeFileSync(file, changed);
};
