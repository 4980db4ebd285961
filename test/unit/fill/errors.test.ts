// One folder of bad input for each code of fill, parse and arrange, with the whole text that a user sees.
// template.hbs is the template, other .hbs files beside it are its partials; data are the sample report's.
// To write the expected texts again after a change of wording: npx vitest run test/unit/fill/errors.test.ts -u
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { doesNotFit } from '../../../src/arrange/fit.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { printDiagnostics } from '../../../src/diagnostics/print.ts';
import { fillTemplate } from '../../../src/fill/fill.ts';
import { readTemplate } from '../../../src/fill/template.ts';
import { parse, viewOf } from './sample.ts';

const folder = path.resolve(import.meta.dirname, '../../errors');
const codes = [
  'fill/bad-template',
  'fill/unknown-partial',
  'fill/unknown-helper',
  'fill/unknown-path',
  'fill/helper-failed',
  'parse/bad-front-matter',
  'parse/unknown-directive',
  'parse/unclosed-directive',
  'parse/bad-attribute',
  'parse/bad-content',
  'arrange/does-not-fit',
];

const label = (name: string): string =>
  name === 'template.hbs' ? 'templates/template.hbs' : `templates/partials/${name}`;

test.each(codes)('%s', async (code) => {
  const place = path.join(folder, code.replace('/', '-'));
  const names = readdirSync(place).filter((name) => name.endsWith('.hbs'));
  const texts = new Map(names.map((name) => [label(name), readFileSync(path.join(place, name), 'utf8')]));
  const partials = names
    .filter((name) => name !== 'template.hbs')
    .map((name): [string, { file: string; text: string }] => [
      name.replace(/\.hbs$/u, ''),
      { file: label(name), text: texts.get(label(name)) ?? '' },
    ]);
  const file = label('template.hbs');
  const read = readTemplate('template', texts.get(file) ?? '', file, new Map(partials));
  const diagnostics: Diagnostic[] = [...read.diagnostics];
  if (read.value) {
    const filled = fillTemplate(read.value, viewOf());
    diagnostics.push(...filled.diagnostics);
    if (filled.value !== undefined) {
      const parsed = parse(filled.value, { file, placeOf: filled.placeOf });
      diagnostics.push(...parsed.diagnostics);
      if (code.startsWith('arrange/') && parsed.document) diagnostics.push(doesNotFit(parsed.document, 2, 31.6, file));
    }
  }
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  const text = `${printDiagnostics(diagnostics, texts, 'en')}\n${printDiagnostics(diagnostics, texts, 'zh')}`;
  await expect(text).toMatchFileSnapshot(path.join(place, 'expected.txt'));
});
