// One folder of bad input for each code of the load and check stages, with the whole text that a user sees.
// To write the expected texts again after a change of wording: npx vitest run test/unit/report/errors.test.ts -u
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { scanInputs } from '../../../src/batch/scan.ts';
import { diagnosticCodes } from '../../../src/diagnostics/diagnostic.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { printDiagnostics } from '../../../src/diagnostics/print.ts';
import { memoryHost } from '../../../src/host.ts';
import { checkDistinct, loadReport } from '../../../src/report/load.ts';
import type { LoadedReport } from '../../../src/report/load.ts';

const folder = path.resolve(import.meta.dirname, '../../errors');
const codes = diagnosticCodes.filter((code) => /^(load|check)\//.test(code));

/** What is named on the command line, where it is not the folder. */
const named: Readonly<Record<string, string>> = { 'load/unreadable': '/data/hongqi-2017.yaml' };

test.each(codes)('%s', async (code) => {
  const place = path.join(folder, code.replace('/', '-'));
  const names = existsSync(place) ? readdirSync(place).filter((name) => name !== 'expected.txt') : [];
  const host = memoryHost(new Map(names.map((name) => [`/data/${name}`, readFileSync(path.join(place, name))])));
  const scanned = await scanInputs([named[code] ?? '/data'], '/', host);
  const diagnostics: Diagnostic[] = [...scanned.diagnostics];
  const reports: LoadedReport[] = [];
  const sources = new Map<string, string>();
  for (const { path: file, label } of scanned.inputs) {
    const bytes = await host.read(file);
    const { value, diagnostics: found } = loadReport(label, bytes);
    sources.set(label, new TextDecoder().decode(bytes));
    diagnostics.push(...found);
    if (value) reports.push(value);
  }
  diagnostics.push(...checkDistinct(reports));
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  const text = `${printDiagnostics(diagnostics, sources, 'en')}\n${printDiagnostics(diagnostics, sources, 'zh')}`;
  await expect(text).toMatchFileSnapshot(path.join(place, 'expected.txt'));
});
