// What the command line means: lists that add up, options that may be given once.
import { describe, expect, it } from 'vitest';
import { commandSpecs } from '../../../src/args.ts';
import { parseArguments, type ParsedArguments } from '../../../src/parse-arguments.ts';

const build = (...argv: readonly string[]): Promise<ParsedArguments> => {
  const spec = commandSpecs.find(({ name }) => name === 'build');
  if (spec === undefined) throw new Error('no command build');
  return parseArguments(argv, spec, 'en');
};

describe('arguments', () => {
  it.each([[['-t', 'brief,handout']], [['-t', 'brief', '--template', 'handout']]])('%j is a list', async (argv) => {
    expect(await build(...argv)).toMatchObject({ ok: true, options: { template: 'brief,handout' } });
  });

  it('takes an option without a list once', async () => {
    expect(await build('--out', 'a', '-o', 'b')).toMatchObject({
      ok: false,
      problem: { en: '--out is given 2 times', zh: '--out 写了 2 次' },
    });
  });

  it('tells a number from a word', async () => {
    expect(await build('--jobs', '2')).toMatchObject({ ok: true, options: { jobs: 2 } });
    expect(await build('--jobs', 'two')).toMatchObject({ ok: false, problem: { en: '--jobs takes a number' } });
  });
});
