// The workflow files of the repository and those that init gives: they parse, and every command line in them exists.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../helpers/project-engine.ts';
import { commandFaults } from './command-lines.ts';

const files = [
  '.github/workflows/check.yml',
  '.github/workflows/regenerate.yml',
  '.github/workflows/same-bytes.yml',
  '.github/workflows/sharded.yml',
  'starter/ci/github.yml',
  'starter/ci/gitlab.yml',
];
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe.each(files)('%s', (file) => {
  it('parses, and names jobs that have steps', () => {
    const workflow: unknown = parse(read(file));
    expect(JSON.stringify(workflow)).toMatch(/"(?:run|script)":/);
  });

  it('calls commands with options that exist', () => {
    const text = read(file).replaceAll('node dist/cli.js', 'jianbao');
    const { count, faults } = commandFaults(`\`\`\`\n${text}\n\`\`\``);
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(0);
  });

  it('calls scripts that are there', () => {
    const scripts = [...read(file).matchAll(/(?:^|\s)(\.ci\/[\w-]+)/gmu)].map(([, script = '']) => script);
    expect(scripts.filter((script) => !existsSync(path.join(root, script)))).toEqual([]);
  });
});
