// `jianbao completion`: prints the script that gives a shell the names of commands and options.
import { printCompletionScript } from '../complete.ts';
import type { Command } from './run-command.ts';

export const completionCommand: Command = async (_positionals, _options, { terminal }) => {
  printCompletionScript(terminal.locale);
  return 0;
};
