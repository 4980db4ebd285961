// The template and the data file that the guides show become documents.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/library.ts';
import { root } from '../helpers/project-engine.ts';

const example = (name: string): string => readFileSync(path.join(root, 'examples', name), 'utf8');
const reports = readdirSync(path.join(root, 'data')).filter((name) => /^[^.]+-\d{4}\.yaml$/u.test(name));

describe('examples/card.hbs', () => {
  const files = { 'templates/card.hbs': example('card.hbs') };

  it('has twenty lines', () => {
    expect(example('card.hbs').trimEnd().split('\n').length).toBe(20);
  });

  it.each(reports)('makes one page of %s', async (report) => {
    const made = await build(`data/${report}`, { root, templates: ['card'], files });
    expect(made.diagnostics).toEqual([]);
    expect(made.documents.map(({ format, pages }) => [format, pages])).toEqual([
      ['pdf', 1],
      ['docx', 0],
    ]);
  });
});

describe('examples/smallest.yaml', () => {
  it('becomes every document of every day', async () => {
    const made = await build({ file: 'data/smallest.yaml', content: example('smallest.yaml') }, { root });
    expect(made.diagnostics).toEqual([]);
    expect(made.documents.length).toBe(6);
  });
});
