// Completion as zsh does it: it reads the script in, and shows what is offered with its meaning.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../helpers/project-engine.ts';

const script = `
autoload -U compinit; compinit -D -u
jianbao() { node '${path.join(root, 'dist/cli.js')}' "$@"; }
source <(jianbao completion)
_describe() { print -l -- "\${(@P)2}"; }
words=("$@"); CURRENT=$#; BUFFER="$*"; CURSOR=\${#BUFFER}
_jianbao_yargs_completions`;

const offered = (...words: readonly string[]): readonly string[] => {
  const env = { ...process.env, SHELL: '/bin/zsh', LANG: 'C' };
  return execFileSync('zsh', ['-fc', script, 'zsh', ...words], { env, encoding: 'utf8' })
    .trim()
    .split('\n');
};

describe('completion in zsh', () => {
  it('offers commands with what they do', () => {
    expect(offered('jianbao', '')).toContain('merge:bring the output folders of shards together');
  });

  it('offers options, each by its long name, and the values of a choice', () => {
    const options = offered('jianbao', 'import', '--');
    expect(options).toContain('--sheet:only this sheet');
    expect(options.filter((option) => /^--\w:/.test(option))).toEqual([]);
    expect(offered('jianbao', 'export', '--to', 'x')).toEqual(['xlsx']);
  });
});
