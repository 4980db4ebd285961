// `jianbao audit`: what the figures of reports say about each other; with --targets, last year's targets against results.
// Takes data files, folders of them, and report texts, which go through extract first.
import { readReports } from '../actions/read-reports.ts';
import { auditReports, byPlace, isOpen, staleAcceptances } from '../audit/audit.ts';
import { printFindings, printTargetTable } from '../audit/print-findings.ts';
import { targetTable } from '../audit/target-table.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { readIndicators } from '../engine.ts';
import { readProject } from '../project.ts';
import { jsonText, showDiagnostics, type Command } from './run-command.ts';

export const auditCommand: Command = async (positionals, options, { terminal, host, root, packageFolder }) => {
  const zh = terminal.locale === 'zh';
  const { project, diagnostics: projectProblems } = await readProject(root, packageFolder, host);
  const read = readIndicators(project);
  const problems: Diagnostic[] = [...projectProblems, ...read.diagnostics];
  const indicators = { indicators: [...(read.value ?? [])] };
  const places = positionals.length > 0 ? positionals : ['data'];
  const { reports: found, diagnostics, sources } = await readReports(places, root, indicators, host);
  problems.push(...diagnostics);
  const reports = found.map(({ report }) => report);

  const json = options['json'] === true;
  const findings = auditReports(reports, { indicators });
  if (options['targets'] === true) {
    const only = typeof options['indicator'] === 'string' ? options['indicator'].split(',') : undefined;
    const tables = byPlace(reports).map(
      (group) => [group[0]?.place.name ?? '', targetTable(group, indicators, only)] as const,
    );
    if (json) terminal.out(jsonText(tables.map(([place, rows]) => ({ place, rows }))));
    else for (const [place, rows] of tables) terminal.out(`${place}\n\n${printTargetTable(rows, terminal.locale)}\n`);
  } else if (json) terminal.out(jsonText({ findings }));
  else if (reports.length > 0) terminal.out(printFindings(findings, terminal.locale));

  for (const { report, finding } of staleAcceptances(reports, findings)) {
    terminal.err(
      zh
        ? `${report}：accepted 里的 ${finding} 已没有对应的核对结论`
        : `${report}: accepted names ${finding}, and there is no such finding now`,
    );
  }
  showDiagnostics(problems, sources, terminal);
  const conflicts = findings.some((finding) => isOpen(finding) && finding.level === 'conflict');
  return hasErrors(problems) || (options['strict'] === true && conflicts) ? 1 : 0;
};
