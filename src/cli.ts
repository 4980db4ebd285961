#!/usr/bin/env node
// The bin: argv in, exit code out. The only file that touches the process.
// Exit codes: 0 fine, 1 the input has errors, 2 wrong usage, 3 a bug of ours.
import path from 'node:path';
import { commandSpecs } from './args.ts';
import { didYouMean, nearest } from './diagnostics/did-you-mean.ts';
import { commandHelp, programHelp } from './help.ts';
import type { Message } from './diagnostics/diagnostic.ts';
import { forTerminal, localeOf, type Locale, type Terminal } from './terminal.ts';

const argv = process.argv.slice(2);

const wantedLocale = (): Locale => {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const value = argv[at]?.startsWith('--lang=') ? argv[at].slice('--lang='.length) : argv[at + 1];
  return at >= 0 && (value === 'zh' || value === 'en') ? value : localeOf(process.env);
};

const terminal: Terminal = {
  out: (line) => void process.stdout.write(`${forTerminal(line)}\n`),
  err: (line) => void process.stderr.write(`${forTerminal(line)}\n`),
  locale: wantedLocale(),
  interactive: Boolean(process.stderr.isTTY) && process.env['NO_COLOR'] === undefined && !process.env['CI'],
  columns: process.stderr.columns ?? 80,
};

const names = commandSpecs.map(({ name }) => name);

/** `command` is the one that was meant, when there is one: its help is the place to look. */
const wrongUsage = ({ zh, en }: Message, hint?: Message, command = ''): number => {
  const help = ['jianbao', 'help', command].filter((word) => word !== '').join(' ');
  const said = hint ?? { zh: `运行 ${help} 查看用法`, en: `run ${help}` };
  terminal.err(terminal.locale === 'zh' ? zh : en);
  terminal.err(terminal.locale === 'zh' ? `提示：${said.zh}` : `hint: ${said.en}`);
  return 2;
};

const unknownCommand = (name: string): number =>
  wrongUsage(
    { zh: `没有“${name}”这个命令`, en: `there is no command “${name}”` },
    nearest(name, names) === undefined ? undefined : didYouMean(name, names),
  );

/** `jianbao help`, `jianbao help build`. */
const showHelp = (about: string | undefined): number => {
  const spec = commandSpecs.find(({ name }) => name === about);
  if (about !== undefined && spec === undefined) return unknownCommand(about);
  terminal.out(spec === undefined ? programHelp(terminal.locale) : commandHelp(spec, terminal.locale));
  return 0;
};

/**
 * Has V8 translate to machine code only what runs ten times as long as usual. Parsers and layout are closures that live
 * for one document; each full collection of the heap throws their code away and it would be compiled again, function by
 * function, which took a fifth of a batch. Set before any thread starts, and on Node 20 alone: the V8 of later versions
 * has no such flag, and says so on the terminal.
 */
const compileLess = async (): Promise<void> => {
  if (!process.versions.node.startsWith('20.')) return;
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString('--interrupt-budget=600000');
};

/** Ctrl-C in a build: says what stands, and ends as the signal alone would, with 128 and its number. */
const endWhenInterrupted = (): void => {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => {
      // behind the bar that shows progress
      if (terminal.interactive) terminal.err('');
      terminal.err(
        terminal.locale === 'zh'
          ? '已中断。写完的文件都是完整的，再运行一次就做完余下的'
          : 'interrupted: files that were written are whole; run it again to make the rest',
      );
      process.exit(code);
    });
  }
};

const main = async (): Promise<number> => {
  if (argv[0] === '--get-yargs-completions') {
    const { printCompletions } = await import('./complete.ts');
    await printCompletions(argv, terminal.locale);
    return 0;
  }
  const help = argv.includes('--help') || argv.includes('-h');
  const name = argv.find((argument) => !argument.startsWith('-'));
  const spec = commandSpecs.find((candidate) => candidate.name === argv[0]);
  if (help && (spec !== undefined || name === undefined || argv[0]?.startsWith('-'))) return showHelp(spec?.name);
  if (argv[0] === '--version') {
    const { packageVersion } = await import('./version.ts');
    terminal.out(packageVersion());
    return 0;
  }
  if (argv.length === 0) {
    terminal.out(programHelp(terminal.locale));
    return 2;
  }
  if (spec === undefined) return unknownCommand(argv[0] ?? '');

  const { parseArguments } = await import('./parse-arguments.ts');
  const parsed = await parseArguments(argv.slice(1), spec, terminal.locale);
  if (!parsed.ok) return wrongUsage(parsed.problem, parsed.hint, spec.name);
  if (spec.name === 'help') return showHelp(parsed.positionals[0]);
  if (spec.name === 'build' || spec.name === 'watch') await compileLess();
  if (spec.name === 'build') endWhenInterrupted();
  const { runCommand } = await import('./commands/run-command.ts');
  return runCommand(spec.name, parsed, { terminal, root: path.resolve('.') });
};

// A reader that goes away (jianbao list | head) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

/** Says that it is our fault and ends with 3. */
const ownFault = (error: unknown): void => {
  terminal.err(
    terminal.locale === 'zh'
      ? '程序自身出错，不是您的输入有误。请连同下面的内容报告给我们：'
      : 'this is a bug of ours, not a fault of your input; please report it with what follows:',
  );
  terminal.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 3;
};

// What nobody waits for, such as a thread that cannot even start, is our fault too.
process.on('uncaughtException', (error) => {
  ownFault(error);
  process.exit();
});

try {
  process.exitCode = await main();
} catch (error) {
  ownFault(error);
}
