// Prints the help from the table in args.ts. Loads nothing heavy: `--help` must answer at once.
import { commandSpecs, globalOptions } from './args.ts';
import type { CommandSpec, OptionSpec } from './command-spec.ts';
import type { Locale } from './terminal.ts';

const words = {
  usage: { zh: '用法', en: 'usage' },
  commands: { zh: '命令', en: 'commands' },
  options: { zh: '选项', en: 'options' },
  examples: { zh: '示例', en: 'examples' },
  more: {
    zh: '“jianbao 命令 --help” 显示该命令的选项和示例。退出码：0 正常，1 输入有误，2 用法有误，3 程序自身的错误。',
    en: '“jianbao COMMAND --help” shows its options and examples. Exit codes: 0 fine, 1 the input has errors, 2 wrong usage, 3 a bug of ours.',
  },
} as const;

const optionLabel = (option: OptionSpec): string => {
  const value = option.type === 'boolean' ? '' : ` ${option.choices?.join('|') ?? option.placeholder ?? 'VALUE'}`;
  return `${option.alias === undefined ? '    ' : `-${option.alias}, `}--${option.name}${value}`;
};

const columns = (rows: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
};

/** Help for the whole program. */
export const programHelp = (locale: Locale): string =>
  [
    'jianbao 简报',
    '',
    `${words.usage[locale]}: jianbao COMMAND [OPTIONS]`,
    '',
    `${words.commands[locale]}:`,
    ...columns(commandSpecs.map((spec) => [`${spec.name} ${spec.positionals}`.trim(), spec.summary[locale]])),
    '',
    `${words.options[locale]}:`,
    ...columns(globalOptions.map((option) => [optionLabel(option), option.summary[locale]])),
    '',
    ...examplesOf(commandSpecs.slice(0, 1), locale),
    words.more[locale],
  ].join('\n');

const examplesOf = (specs: readonly CommandSpec[], locale: Locale): string[] => {
  const rows = specs.flatMap((spec) => spec.examples);
  if (rows.length === 0) return [];
  return [`${words.examples[locale]}:`, ...columns(rows.map(([command, what]) => [command, what[locale]])), ''];
};

/** Help for one command. */
export const commandHelp = (spec: CommandSpec, locale: Locale): string =>
  [
    `${words.usage[locale]}: ${`jianbao ${spec.name} ${spec.positionals}`.trim()} [OPTIONS]`,
    '',
    spec.summary[locale],
    '',
    `${words.options[locale]}:`,
    ...columns([...spec.options, ...globalOptions].map((option) => [optionLabel(option), option.summary[locale]])),
    '',
    ...examplesOf([spec], locale),
  ]
    .join('\n')
    .trimEnd();
