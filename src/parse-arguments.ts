// Takes argv and one command's spec, gives its options by name, or what is wrong with the usage.
// The owner of yargs; loaded only when a command runs.
import yargs from 'yargs';
import { globalOptions, type CommandSpec } from './command-spec.ts';
import type { Message } from './diagnostics/diagnostic.ts';
import { didYouMean, nearest } from './diagnostics/did-you-mean.ts';
import type { Locale } from './terminal.ts';

export type OptionValues = Readonly<Record<string, string | boolean | number | undefined>>;

export type ParsedArguments =
  | { readonly ok: true; readonly positionals: readonly string[]; readonly options: OptionValues }
  | { readonly ok: false; readonly problem: Message; readonly hint?: Message | undefined };

/** Parses the arguments after the command's name. Unknown options, bad choices and options given twice are problems. */
export const parseArguments = async (
  argv: readonly string[],
  spec: CommandSpec,
  locale: Locale,
): Promise<ParsedArguments> => {
  const known = [...spec.options, ...globalOptions];
  let problem: string | undefined;
  const parser = yargs([...argv])
    .help(false)
    .version(false)
    .exitProcess(false)
    .locale(locale === 'zh' ? 'zh_CN' : 'en')
    .parserConfiguration({
      'camel-case-expansion': false,
      'duplicate-arguments-array': true,
      'boolean-negation': false,
    })
    .fail((message, error) => {
      problem ??= message ?? error?.message;
    });
  for (const option of known) {
    parser.option(option.name, {
      type: option.type,
      ...(option.alias !== undefined && { alias: option.alias }),
      ...(option.choices && { choices: option.choices }),
      ...(option.type !== 'boolean' && { requiresArg: true }),
    });
  }
  const unknown = argv
    .flatMap((word) => /^--([\w-]+)/.exec(word)?.slice(1) ?? [])
    .find((word) => !known.some(({ name }) => name === word));
  if (unknown !== undefined) {
    const names = known.map(({ name }) => name);
    return {
      ok: false,
      problem: { zh: `${spec.name} 没有 --${unknown} 这个选项`, en: `${spec.name} has no option --${unknown}` },
      hint: nearest(unknown, names) === undefined ? undefined : didYouMean(unknown, names),
    };
  }
  const values = await parser.strictOptions().parseAsync();
  if (problem !== undefined) {
    // yargs sets a list of bad values in lines of its own.
    const said = problem.replaceAll(/\s*\n\s*/g, ' ');
    return { ok: false, problem: { zh: said, en: `${said.charAt(0).toLowerCase()}${said.slice(1)}` } };
  }
  const positionals = values._.map(String);
  if (spec.positionals === '' && positionals.length > 0) {
    return {
      ok: false,
      problem: {
        zh: `命令 ${spec.name} 不接受参数“${positionals[0]}”`,
        en: `${spec.name} takes no argument “${positionals[0]}”`,
      },
    };
  }
  const options: Record<string, string | boolean | number | undefined> = {};
  for (const option of known) {
    const given: unknown = values[option.name];
    const value: unknown = Array.isArray(given) && option.list === true ? given.join(',') : given;
    if (Array.isArray(value)) {
      return {
        ok: false,
        problem: {
          zh: `--${option.name} 写了 ${value.length} 次`,
          en: `--${option.name} is given ${value.length} times`,
        },
      };
    }
    if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
      options[option.name] = value;
    if (typeof value === 'number' && Number.isNaN(value)) {
      return {
        ok: false,
        problem: { zh: `--${option.name} 应为数字`, en: `--${option.name} takes a number` },
      };
    }
  }
  return { ok: true, positionals, options };
};
