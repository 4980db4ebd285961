// The command reference as Markdown, from the table that the help is printed from.
import { commandSpecs, globalOptions } from '../../src/args.ts';
import type { OptionSpec } from '../../src/command-spec.ts';

export type Language = 'zh' | 'en';

const words = {
  option: { zh: '选项', en: 'option' },
  meaning: { zh: '作用', en: 'meaning' },
  all: { zh: '各命令都有的选项', en: 'Options of every command' },
  none: { zh: '没有自己的选项。', en: 'No options of its own.' },
} as const;

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`);

const label = ({ alias, name, type, choices, placeholder }: OptionSpec): string => {
  const value = type === 'boolean' ? '' : ` ${choices?.join('|') ?? placeholder ?? 'VALUE'}`;
  return `${alias === undefined ? '' : `\`-${alias}\`, `}\`--${name}${value}\``;
};

const optionTable = (options: readonly OptionSpec[], language: Language): string =>
  [
    `| ${words.option[language]} | ${words.meaning[language]} |`,
    '| --- | --- |',
    ...options.map((option) => `| ${cell(label(option))} | ${cell(option.summary[language])} |`),
  ].join('\n');

/** Every command with its options and examples, then the options of all. */
export const commandReference = (language: Language): string =>
  [
    ...commandSpecs.flatMap(({ name, positionals, summary, options, examples }) => [
      `## ${name}`,
      summary[language],
      `\`\`\`sh\njianbao ${`${name} ${positionals}`.trim()}\n\`\`\``,
      options.length > 0 ? optionTable(options, language) : words.none[language],
      ...(examples.length > 0
        ? [['```sh', ...examples.flatMap(([command, what]) => [`# ${what[language]}`, command]), '```'].join('\n')]
        : []),
    ]),
    `## ${words.all[language]}`,
    optionTable(globalOptions, language),
  ].join('\n\n');
