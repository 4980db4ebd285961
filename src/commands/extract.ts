// `jianbao extract`: report texts to data files to look over. A file that a person has edited keeps the edits, and what
// changed is told; the extraction as it was is kept beside, under .extracted/, so that edits can be told from it.
import path from 'node:path';
import { notWritable } from '../batch/messages.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { readIndicators } from '../engine.ts';
import type { Extracted } from '../extract/extract.ts';
import { changeText, mergeReports } from '../extract/merge.ts';
import type { Host } from '../host.ts';
import { readProject } from '../project.ts';
import { loadReport } from '../report/load.ts';
import type { Report } from '../report/schema.ts';
import { updateReport, writeReport } from '../report/write.ts';
import type { Terminal } from '../terminal.ts';
import { readReportText } from './read-report-text.ts';
import { jsonText, showDiagnostics, type Command } from './run-command.ts';

/** The most changes that are listed for one file. */
const shownChanges = 20;

const loadIfThere = async (file: string, label: string, host: Host): Promise<Report | Diagnostic[] | undefined> => {
  if (!(await host.exists(file))) return undefined;
  const loaded = loadReport(label, await host.read(file));
  return loaded.value?.report ?? [...loaded.diagnostics];
};

type Saved = { readonly lines: readonly string[]; readonly diagnostics: readonly Diagnostic[] };

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Writes a new data file, or brings an edited one up to date. */
const save = async (fresh: Report, folder: string, label: string, host: Host, terminal: Terminal): Promise<Saved> => {
  const file = path.join(folder, `${fresh.id}.yaml`);
  const kept = path.join(folder, '.extracted', `${fresh.id}.yaml`);
  const mine = await loadIfThere(file, label, host);
  // A file with faults is not written over: they are told, and the person mends them first.
  if (Array.isArray(mine)) return { lines: [], diagnostics: mine };
  if (mine === undefined) {
    await host.replace(file, encode(writeReport(fresh)));
    await host.replace(kept, encode(writeReport(fresh)));
    return { lines: [label], diagnostics: [] };
  }
  const base = await loadIfThere(kept, label, host);
  const { report, changes } = mergeReports(Array.isArray(base) ? undefined : base, mine, fresh);
  const text = new TextDecoder().decode(await host.read(file));
  await host.replace(file, encode(updateReport(text, report)));
  await host.replace(kept, encode(writeReport(fresh)));
  const zh = terminal.locale === 'zh';
  const rest = changes.length - shownChanges;
  return {
    lines: [
      zh ? `${label}：${changes.length} 处不同` : `${label}: ${changes.length} differences`,
      ...changes.slice(0, shownChanges).map((change) => `  ${changeText(change)[terminal.locale]}`),
      ...(rest > 0 ? [zh ? `  ……另有 ${rest} 处` : `  … and ${rest} more`] : []),
    ],
    diagnostics: [],
  };
};

/** How many figures a text has, and how many of them are to be reviewed. */
const counted = ({ facts }: Extracted, terminal: Terminal): string => {
  const doubtful = facts.filter(({ review }) => review !== undefined).length;
  return terminal.locale === 'zh'
    ? `${facts.length} 个数字，${doubtful} 个待核`
    : `${facts.length} figures, ${doubtful} to review`;
};

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
    const label = path
      .relative(root, path.join(folder, `${value.report.id}.yaml`))
      .split(path.sep)
      .join('/');
    try {
      if (typeof factsFile === 'string') {
        await host.replace(
          path.resolve(root, factsFile),
          new TextEncoder().encode(`${jsonText({ facts: value.facts })}\n`),
        );
      }
      // Facts alone are asked for by scorers and scripts; a data file comes with --out or without --facts.
      if (typeof factsFile !== 'string' || typeof options['out'] === 'string') {
        const saved = await save(value.report, folder, label, host, terminal);
        problems.push(...saved.diagnostics);
        for (const line of saved.lines) terminal.out(line);
      }
      terminal.out(`  ${counted(value, terminal)}`);
    } catch (error) {
      problems.push(notWritable(label, error));
    }
  }
  showDiagnostics(problems, new Map(), terminal);
  return hasErrors(problems) ? 1 : 0;
};
