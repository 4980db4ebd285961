// Completion as a shell does it: bash reads the script in and asks.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandSpecs } from '../../src/args.ts';
import { root } from '../helpers/project-engine.ts';

const bin = path.join(root, 'dist/cli.js');

/** What bash would offer after these words. */
const offered = (...words: readonly string[]): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const script = `
      jianbao() { node '${bin}' "$@"; }
      source <(jianbao completion)
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
      _jianbao_yargs_completions
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    const env = { ...process.env, SHELL: '/bin/bash', ZSH_NAME: '' };
    execFile('bash', ['-c', script, 'bash', ...words], { env }, (error, out) => {
      if (error) reject(error);
      else resolve(out.trim().split('\n'));
    });
  });

describe('completion in bash', () => {
  it('offers every command', async () => {
    const expected = commandSpecs.map(({ name }) => name).toSorted();
    expect((await offered('jianbao', '')).toSorted()).toEqual(expected);
  });

  it.each([
    [['jianbao', 'bu'], ['build']],
    [['jianbao', 'build', '--str'], ['--strict']],
    [['jianbao', 'proof', '--rules', 'go'], ['gongwen']],
    [['jianbao', 'im'], ['import']],
    [['jianbao', 'import', '--draft'], ['--draft-map']],
    [['jianbao', 'export', '--to', 'x'], ['xlsx']],
    [['jianbao', 'init', '--ci', 'gitl'], ['gitlab']],
    [['jianbao', 'preview', '--po'], ['--port']],
  ])('%j', async (words, expected) => {
    expect(await offered(...words)).toEqual(expected);
  });
});
