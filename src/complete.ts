// Shell completion by yargs: the script that a shell reads in, and the answers that the script asks for.
// The commands and options are those of args.ts, as everywhere.
import yargs, { type Argv, type FallbackCompletionFunction } from 'yargs';
import { commandSpecs } from './args.ts';
import { globalOptions, type OptionSpec } from './command-spec.ts';
import type { Locale } from './terminal.ts';

const withOptions = (parser: Argv, options: readonly OptionSpec[], locale: Locale): Argv => {
  for (const { name, alias, type, choices, summary } of options) {
    parser.option(name, {
      type,
      description: summary[locale],
      ...(alias !== undefined && { alias }),
      ...(choices && { choices }),
    });
  }
  return parser;
};

/** yargs offers -o as --o too, which nobody types. */
const longOnly: FallbackCompletionFunction = (_current, _argv, usual, done) => {
  usual((error, words) => done(error ? [] : (words ?? []).filter((word) => !/^--\w(?::|$)/.test(word))));
};

const program = (argv: readonly string[], locale: Locale): Argv => {
  const parser = yargs([...argv])
    .scriptName('jianbao')
    .locale('en')
    .help(false)
    .version(false)
    .exitProcess(false);
  withOptions(parser, globalOptions, locale);
  for (const { name, summary, options } of commandSpecs) {
    parser.command(name, summary[locale], (inner) => withOptions(inner, options, locale));
  }
  return parser.completion('completion', false, longOnly);
};

/** Prints the script for bash, zsh or fish, by the shell that the environment names. */
export const printCompletionScript = (locale: Locale): void => {
  program([], locale).showCompletionScript();
};

/** Prints what may follow the words typed so far, for `--get-yargs-completions jianbao build --f`. */
export const printCompletions = async (argv: readonly string[], locale: Locale): Promise<void> => {
  await program(argv, locale).parseAsync();
};
