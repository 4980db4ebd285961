// The command lines that a page shows, with what is wrong with them: a command or an option that does not exist.
import { commandSpecs } from '../../src/args.ts';
import { globalOptions } from '../../src/command-spec.ts';

/** `jianbao build data -t card` in code, up to a comment, a pipe or the end of the code. */
const shown = /(?:^|[`\s])(?:npx )?jianbao ((?:[a-z]+)(?: [^`\n#|>&]*)?)/gmu;
const code = /```[^]*?```|`[^`\n]+`/gu;

const faultsOf = (line: string): readonly string[] => {
  const [name = '', ...words] = line.trim().split(/\s+/u);
  const spec = commandSpecs.find((candidate) => candidate.name === name);
  if (spec === undefined) return [`jianbao ${line.trim()}: no such command`];
  const options = [...spec.options, ...globalOptions];
  const known = new Set(options.flatMap((option) => [`--${option.name}`, `-${option.alias ?? option.name}`]));
  return words
    .filter((word) => /^--?[a-z]/u.test(word))
    .filter((word) => !known.has(word.replace(/=.*$/u, '')))
    .map((word) => `jianbao ${line.trim()}: no option ${word}`);
};

/** Faults of all command lines in the code of a page, and how many lines there are. */
export const commandFaults = (page: string): { readonly count: number; readonly faults: readonly string[] } => {
  const lines = [...page.matchAll(code)].flatMap(([text]) => [...text.matchAll(shown)].map(([, line = '']) => line));
  return { count: lines.length, faults: lines.flatMap(faultsOf) };
};
