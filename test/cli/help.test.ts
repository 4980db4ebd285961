// Help of equal depth for every command, from tables; what is mistyped is told with what was meant.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandSpecs } from '../../src/args.ts';
import { commandNotes } from '../../src/command-notes.ts';
import { commandHelp, programHelp } from '../../src/help.ts';
import { root } from '../helpers/project-engine.ts';

const names = commandSpecs.map(({ name }) => name);

const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile('node', [path.join(root, 'dist/cli.js'), ...args], (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });

describe('help', () => {
  it('knows the same commands as the command line', () => {
    expect(Object.keys(commandNotes).toSorted()).toEqual(names.toSorted());
  });

  it.each(commandSpecs)('of $name says what it does, with options, exit codes and an example', (spec) => {
    for (const locale of ['zh', 'en'] as const) {
      const text = commandHelp(spec, locale);
      expect(text).toContain(locale === 'zh' ? '退出码:' : 'exit codes:');
      expect(text).toContain(commandNotes[spec.name]?.about[locale].slice(0, 12));
      if (spec.examples.length > 0) expect(text).toContain(spec.examples[0]?.[0]);
      expect(programHelp(locale)).toContain(spec.summary[locale]);
    }
    if (spec.positionals !== '') expect(spec.examples).not.toEqual([]);
  });

  it('comes by command and by option, the same', async () => {
    const [command, option] = await Promise.all([
      run('help', 'import', '--lang', 'zh'),
      run('import', '-h', '--lang', 'zh'),
    ]);
    expect(command).toEqual(option);
    expect(command.out).toContain('data/.imported/');
  });

  it.each([
    [['bulid'], 'there is no command “bulid”\nhint: did you mean build\n'],
    [['help', 'bulid'], 'there is no command “bulid”\nhint: did you mean build\n'],
    [['build', '--chekc'], 'build has no option --chekc\nhint: did you mean check\n'],
    [['build', '--wholly-else'], 'build has no option --wholly-else\nhint: run jianbao help build\n'],
    [
      ['init', '--ci', 'x'],
      'invalid values: Argument: ci, Given: "x", Choices: "github", "gitlab", "none"\nhint: run jianbao help init\n',
    ],
  ])('%j', async (args, err) => {
    expect(await run(...args, '--lang', 'en')).toEqual({ code: 2, out: '', err });
  });
});
