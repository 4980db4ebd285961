// `jianbao extract`: report texts to data files to look over. A file that a person has edited keeps the edits, and what
// changed is told.
import path from 'node:path';
import { readReportText } from '../actions/read-reports.ts';
import { saveExtracted, type Saved } from '../actions/save-extracted.ts';
import { notWritable } from '../batch/messages.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { readIndicators } from '../engine.ts';
import type { Extracted } from '../extract/extract.ts';
import { changeText } from '../extract/merge.ts';
import type { Host } from '../host.ts';
import { readProject } from '../project.ts';
import type { Terminal } from '../terminal.ts';
import { jsonText, showDiagnostics, type Command } from './run-command.ts';

/** The most changes that are listed for one file. */
const shownChanges = 20;

const savedLines = ({ file, changes }: Saved, { locale }: Terminal): readonly string[] => {
  if (changes === undefined) return [file];
  const zh = locale === 'zh';
  const rest = changes.length - shownChanges;
  return [
    zh ? `${file}：${changes.length} 处不同` : `${file}: ${changes.length} differences`,
    ...changes.slice(0, shownChanges).map((change) => `  ${changeText(change)[locale]}`),
    ...(rest > 0 ? [zh ? `  ……另有 ${rest} 处` : `  … and ${rest} more`] : []),
  ];
};

/** How many figures a text has, and how many of them are to be reviewed. */
const counted = ({ facts }: Extracted, terminal: Terminal): string => {
  const doubtful = facts.filter(({ review }) => review !== undefined).length;
  return terminal.locale === 'zh'
    ? `${facts.length} 个数字，${doubtful} 个待核`
    : `${facts.length} figures, ${doubtful} to review`;
};

const writeFacts = async (
  { facts }: Extracted,
  file: string,
  root: string,
  host: Host,
): Promise<readonly Diagnostic[]> =>
  host.replace(path.resolve(root, file), new TextEncoder().encode(`${jsonText({ facts })}\n`)).then(
    () => [],
    (error: unknown) => [notWritable(file, error)],
  );

export const extractCommand: Command = async (positionals, options, { terminal, host, root, packageFolder }) => {
  const zh = terminal.locale === 'zh';
  if (positionals.length === 0) {
    terminal.err(zh ? '请给出报告文件（.txt、.docx、.pdf）' : 'name report files (.txt, .docx, .pdf)');
    return 2;
  }
  const factsFile = options['facts'];
  if (typeof factsFile === 'string' && positionals.length > 1) {
    terminal.err(zh ? '--facts 一次只用于一份报告' : '--facts takes one report at a time');
    return 2;
  }
  const { project, diagnostics: projectProblems } = await readProject(root, packageFolder, host);
  const read = readIndicators(project);
  const problems: Diagnostic[] = [...projectProblems, ...read.diagnostics];
  const folder = path.resolve(root, typeof options['out'] === 'string' ? options['out'] : 'data');
  for (const place of positionals) {
    const { value, diagnostics } = await readReportText(
      path.resolve(root, place),
      place,
      { indicators: [...(read.value ?? [])] },
      host,
    );
    problems.push(...diagnostics);
    if (value === undefined) continue;
    if (typeof factsFile === 'string') problems.push(...(await writeFacts(value, factsFile, root, host)));
    // Facts alone are asked for by scorers and scripts; a data file comes with --out or without --facts.
    if (typeof factsFile !== 'string' || typeof options['out'] === 'string') {
      const saved = await saveExtracted(value.report, folder, root, host);
      problems.push(...saved.diagnostics);
      for (const line of saved.value ? savedLines(saved.value, terminal) : []) terminal.out(line);
    }
    terminal.out(`  ${counted(value, terminal)}`);
  }
  showDiagnostics(problems, new Map(), terminal);
  return hasErrors(problems) ? 1 : 0;
};
