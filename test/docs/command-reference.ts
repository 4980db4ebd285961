// The command reference as Markdown, from the table that the help is printed from.
import { commandSpecs } from '../../src/args.ts';
import { commandNotes } from '../../src/command-notes.ts';
import { globalOptions, type OptionSpec } from '../../src/command-spec.ts';

export type Language = 'zh' | 'en';

const words = {
  option: { zh: '选项', en: 'option' },
  meaning: { zh: '作用', en: 'meaning' },
  all: { zh: '各命令都有的选项', en: 'Options of every command' },
  file: { zh: '文件', en: 'file' },
  fails: { zh: '退出码 1：', en: 'Exit code 1: ' },
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

/** The files of a command, and when it ends with 1. */
const notesOf = (name: string, language: Language): string[] => {
  const { files = [], fails } = commandNotes[name] ?? {};
  return [
    ...(files.length > 0
      ? [
          [
            `| ${words.file[language]} | ${words.meaning[language]} |`,
            '| --- | --- |',
            ...files.map(([file, what]) => `| \`${file}\` | ${cell(what[language])} |`),
          ].join('\n'),
        ]
      : []),
    ...(fails ? [sentence(`${words.fails[language]}${fails[language]}`, language)] : []),
  ];
};

/** With a capital and a full stop, as a paragraph of its own. */
const sentence = (text: string, language: Language): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${language === 'zh' ? '。' : '.'}`;

/** Every command with its options and examples, then the options of all. */
export const commandReference = (language: Language): string =>
  [
    ...commandSpecs.flatMap(({ name, positionals, summary, options, examples }) => [
      `## ${name}`,
      sentence(summary[language], language),
      commandNotes[name]?.about[language] ?? '',
      `\`\`\`sh\njianbao ${`${name} ${positionals}`.trim()}\n\`\`\``,
      options.length > 0 ? optionTable(options, language) : words.none[language],
      ...notesOf(name, language),
      ...(examples.length > 0
        ? [['```sh', ...examples.flatMap(([command, what]) => [`# ${what[language]}`, command]), '```'].join('\n')]
        : []),
    ]),
    `## ${words.all[language]}`,
    optionTable(globalOptions, language),
  ].join('\n\n');
