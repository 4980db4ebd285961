// `jianbao export`: the figures of reports as tables, one file for each report.
import path from 'node:path';
import { readReports } from '../actions/read-reports.ts';
import { notWritable } from '../batch/messages.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { readIndicators } from '../engine.ts';
import { readProject } from '../project.ts';
import { figureRows } from '../tables/figure-rows.ts';
import { tableFormats, writeFigures } from '../tables/write-figures.ts';
import { showDiagnostics, type Command } from './run-command.ts';

export const exportCommand: Command = async (positionals, options, { terminal, host, root, packageFolder }) => {
  const zh = terminal.locale === 'zh';
  const to = tableFormats.find((format) => format === options['to']) ?? 'xlsx';
  const out = typeof options['out'] === 'string' ? options['out'] : 'export';
  const { project, diagnostics } = await readProject(root, packageFolder, host);
  const { value: indicators = [] } = readIndicators(project);
  const places = positionals.length > 0 ? positionals : ['data'];
  const read = await readReports(places, root, { indicators: [...indicators] }, host);
  const problems: Diagnostic[] = [...diagnostics, ...read.diagnostics];
  for (const { report } of read.reports) {
    const label = `${out.replace(/[\\/]+$/, '')}/${report.id}.${to}`;
    const rows = figureRows(report);
    try {
      await host.replace(path.resolve(root, label), await writeFigures(report, rows, to));
      terminal.out(zh ? `${label}  ${rows.length} 行` : `${label}  ${rows.length} rows`);
    } catch (error) {
      problems.push(notWritable(label, error));
    }
  }
  showDiagnostics(problems, read.sources, terminal);
  return hasErrors(problems) ? 1 : 0;
};
