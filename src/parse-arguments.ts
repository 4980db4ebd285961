// Takes argv and one command's spec, gives its options by name, or what is wrong with the usage.
// The owner of yargs; loaded only when a command runs.
import yargs from 'yargs';
import { globalOptions } from './args.ts';
import type { CommandSpec } from './command-spec.ts';
import type { Message } from './diagnostics/diagnostic.ts';

export type OptionValues = Readonly<Record<string, string | boolean | number | undefined>>;

export type ParsedArguments =
  | { readonly ok: true; readonly positionals: readonly string[]; readonly options: OptionValues }
  | { readonly ok: false; readonly problem: Message };

/** Parses the arguments after the command's name. Unknown options, bad choices and repeated options are problems. */
export const parseArguments = async (argv: readonly string[], spec: CommandSpec): Promise<ParsedArguments> => {
  const known = [...spec.options, ...globalOptions];
  let problem: string | undefined;
  const parser = yargs([...argv])
    .help(false)
    .version(false)
    .exitProcess(false)
    .locale('en')
    .parserConfiguration({
      'camel-case-expansion': false,
      'duplicate-arguments-array': false,
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
  const values = await parser.strictOptions().parseAsync();
  if (problem !== undefined) return { ok: false, problem: { zh: `参数有误：${problem}`, en: problem.toLowerCase() } };
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
    const value: unknown = values[option.name];
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
