// Prints the help from the tables in args.ts and command-notes.ts. Loads nothing heavy: `--help` must answer at once.
import { commandSpecs } from './args.ts';
import { commandNotes } from './command-notes.ts';
import { globalOptions, type CommandSpec, type OptionSpec } from './command-spec.ts';
import type { Locale } from './terminal.ts';

const words = {
  usage: { zh: '用法', en: 'usage' },
  command: { zh: '命令', en: 'COMMAND' },
  withOptions: { zh: '[选项]', en: '[OPTIONS]' },
  commands: { zh: '命令', en: 'commands' },
  options: { zh: '选项', en: 'options' },
  files: { zh: '文件', en: 'files' },
  exits: { zh: '退出码', en: 'exit codes' },
  examples: { zh: '示例', en: 'examples' },
  fine: { zh: '做好了', en: 'done' },
  usageWrong: { zh: '用法有误，什么也没做', en: 'wrong usage; nothing was done' },
  bug: { zh: '程序自身的错误，请报告给我们', en: 'a bug of ours; please report it' },
  more: {
    zh: '“jianbao help 命令”说明一个命令：做什么、选项、读写哪些文件、退出码、示例。\n退出码：0 正常，1 输入有误，2 用法有误，3 程序自身的错误。',
    en: '“jianbao help COMMAND” tells what a command does, its options, files, exit codes and examples.\nExit codes: 0 fine, 1 the input has errors, 2 wrong usage, 3 a bug of ours.',
  },
} as const;

const optionLabel = (option: OptionSpec): string => {
  const value = option.type === 'boolean' ? '' : ` ${option.choices?.join('|') ?? option.placeholder ?? 'VALUE'}`;
  return `${option.alias === undefined ? '    ' : `-${option.alias}, `}--${option.name}${value}`;
};

/** Columns on a terminal, near enough for what stands in these tables: Chinese takes two. */
const widthOf = (text: string): number => [...text].length + (text.match(/[\u2e80-\uffef]/gu)?.length ?? 0);

const columns = (rows: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(...rows.map(([left]) => widthOf(left)));
  return rows.map(([left, right]) => `  ${left}${' '.repeat(width - widthOf(left))}  ${right}`);
};

const longest = 80;

/** A paragraph in lines. Chinese breaks anywhere but before a mark; words of other scripts stay whole. */
const paragraph = (text: string): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(
    /[\u2e80-\uffef“”’—…][，。；：、”’）—…]*|[^\s\u2e80-\uffef“”’—…]+[，。；：、”’）—…]*|\s/gu,
  )) {
    if (line !== '' && widthOf(line) + widthOf(piece.trimEnd()) > longest) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
};

const part = (title: string, rows: readonly (readonly [string, string])[]): string[] =>
  rows.length === 0 ? [] : [`${title}:`, ...columns(rows), ''];

const examplesOf = (specs: readonly CommandSpec[], locale: Locale): string[] =>
  part(
    words.examples[locale],
    specs.flatMap((spec) => spec.examples).map(([command, what]) => [command, what[locale]] as const),
  );

/** Help for the whole program. */
export const programHelp = (locale: Locale): string =>
  [
    'jianbao 简报',
    '',
    `${words.usage[locale]}: jianbao ${words.command[locale]} ${words.withOptions[locale]}`,
    '',
    ...part(
      words.commands[locale],
      commandSpecs.map((spec) => [`${spec.name} ${spec.positionals}`.trim(), spec.summary[locale]]),
    ),
    ...part(
      words.options[locale],
      globalOptions.map((option) => [optionLabel(option), option.summary[locale]]),
    ),
    ...examplesOf(commandSpecs.slice(0, 1), locale),
    words.more[locale],
  ].join('\n');

/** Help for one command: what it does, options, files, exit codes, examples. */
export const commandHelp = (spec: CommandSpec, locale: Locale): string => {
  const notes = commandNotes[spec.name];
  const exits: (readonly [string, string])[] = [
    ['0', words.fine[locale]],
    ...(notes?.fails ? [['1', notes.fails[locale]] as const] : []),
    ['2', words.usageWrong[locale]],
    ['3', words.bug[locale]],
  ];
  return [
    `${words.usage[locale]}: ${`jianbao ${spec.name} ${spec.positionals}`.trim()} ${words.withOptions[locale]}`,
    '',
    spec.summary[locale],
    '',
    ...(notes ? [...paragraph(notes.about[locale]), ''] : []),
    ...part(
      words.options[locale],
      [...spec.options, ...globalOptions].map((option) => [optionLabel(option), option.summary[locale]]),
    ),
    ...part(words.files[locale], notes?.files.map(([file, what]) => [file, what[locale]]) ?? []),
    ...part(words.exits[locale], exits),
    ...examplesOf([spec], locale),
  ]
    .join('\n')
    .trimEnd();
};
