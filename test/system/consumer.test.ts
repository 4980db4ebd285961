// The package as a user gets it: packed, installed in an empty folder, its types checked by TypeScript 5 and 7.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installPacked } from './packed.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'jianbao-consumer-'));
const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const program = `
import { audit, build, buildFolder, diagnosticsText, extract, load, proof, reportYaml } from 'jianbao';
import type { Built, Diagnostic, Report } from 'jianbao';

const made: Built = await build({ file: 'a.yaml', content: '' }, { templates: ['brief'], formats: ['pdf'] });
const bytes: Uint8Array | undefined = made.documents[0]?.bytes;
const report: Report | undefined = (await extract({ file: 'a.txt', content: '' })).report;
const unit: string | undefined = report?.sections[0]?.observations[0]?.unit;
const problems: readonly Diagnostic[] = made.diagnostics;
export const all = { bytes, unit, problems, audit, buildFolder, load, proof, reportYaml };
// @ts-expect-error there is no such format
await build('a.yaml', { formats: ['xls'] });
console.log(diagnosticsText(made, 'en').includes('a.yaml'));
`;

beforeAll(() => {
  installPacked(folder, 'typescript-5@npm:typescript@5.9', 'typescript-7@npm:typescript@7');
  writeFileSync(path.join(folder, 'use.ts'), program);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(['typescript-5', 'typescript-7'])('%s', (compiler) => {
  it.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('checks a program with module %s, resolution %s', (module, resolution) => {
    const options = ['--strict', '--target', 'es2022', '--lib', 'es2023,dom', '--types', 'node', '--outDir', module];
    const how = ['--module', module, '--moduleResolution', resolution];
    const tsc = path.join(folder, 'node_modules', compiler, 'bin', 'tsc');
    expect(run('node', tsc, ...options, ...how, 'use.ts')).toBe('');
    expect(run('node', path.join(module, 'use.js'))).toBe('true\n');
  });
});
