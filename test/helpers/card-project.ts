// A project whose documents are done in a moment: one template of one line, PDF only.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runJianbao, type Ran } from './command.ts';
import { shortReport } from './short-report.ts';

export type CardProject = {
  /** Absolute path of a file of the project. */
  readonly at: (file: string) => string;
  readonly write: (file: string, text: string) => void;
  /** Runs the bin in the project, in English. */
  readonly jianbao: (...args: readonly string[]) => Promise<Ran>;
  /** Builds the cards. */
  readonly build: (...args: readonly string[]) => Promise<Ran>;
};

/** A new project in a folder of its own under `base`, with reports of these ids; fonts are cut once for all of a base. */
export const cardProject = (
  base: string,
  ids: readonly string[],
  environment: (at: CardProject['at']) => Readonly<Record<string, string>> = () => ({}),
): CardProject => {
  const folder = mkdtempSync(path.join(base, 'project-'));
  const at = (file: string): string => path.join(folder, file);
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
  };
  write('templates/card.hbs', '---\ntitle: 卡\npage: gongwen\n---\n# {{report.short}}\n');
  for (const id of ids) write(`data/${id}.yaml`, shortReport(id, ['short: 红旗区', `short: 红旗区${id}`]));
  const jianbao = (...args: readonly string[]): Promise<Ran> =>
    runJianbao(folder, args, { XDG_CACHE_HOME: path.join(base, 'cache'), LANG: 'en_US.UTF-8', ...environment(at) });
  return { at, write, jianbao, build: (...args) => jianbao('build', '-t', 'card', '-f', 'pdf', ...args) };
};
