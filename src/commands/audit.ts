// `jianbao audit`: what the figures of reports say about each other; with --targets, last year's targets against results.
// Takes data files, folders of them, and report texts, which go through extract first.
import path from 'node:path';
import { auditReports, isOpen, staleAcceptances } from '../audit/audit.ts';
import { findingsToJson, printFindings, printTargetTable } from '../audit/print-findings.ts';
import { targetTable } from '../audit/target-table.ts';
import { scanInputs } from '../batch/scan.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { readIndicators } from '../engine.ts';
import { readProject } from '../project.ts';
import { loadReport } from '../report/load.ts';
import type { Report } from '../report/schema.ts';
import { isReportText, readReportText } from './read-report-text.ts';
import { jsonText, showDiagnostics, type Command } from './run-command.ts';

const groupByPlace = (
  reports: readonly Report[],
): readonly (readonly [place: string, reports: readonly Report[]])[] => {
  const places = new Map<string, Report[]>();
  for (const report of reports) places.set(report.place.name, [...(places.get(report.place.name) ?? []), report]);
  return [...places].map(([place, group]) => [place, group.toSorted((a, b) => a.years.reviewed - b.years.reviewed)]);
};

export const auditCommand: Command = async (positionals, options, { terminal, host, root, packageFolder }) => {
  const zh = terminal.locale === 'zh';
  const { project, diagnostics: projectProblems } = await readProject(root, packageFolder, host);
  const read = readIndicators(project);
  const problems: Diagnostic[] = [...projectProblems, ...read.diagnostics];
  const indicators = { indicators: [...(read.value ?? [])] };
  const places = positionals.length > 0 ? positionals : ['data'];
  const sources = new Map<string, string>();
  const reports: Report[] = [];

  for (const place of places.filter(isReportText)) {
    const outcome = await readReportText(path.resolve(root, place), place, indicators, host);
    problems.push(...outcome.diagnostics);
    if (outcome.value) reports.push(outcome.value.report);
  }
  const dataPlaces = places.filter((place) => !isReportText(place));
  const scanned = await scanInputs(dataPlaces, root, host);
  problems.push(...scanned.diagnostics);
  for (const input of scanned.inputs) {
    const bytes = await host.read(input.path);
    const loaded = loadReport(input.label, bytes);
    problems.push(...loaded.diagnostics);
    sources.set(input.label, new TextDecoder().decode(bytes));
    if (loaded.value) reports.push(loaded.value.report);
  }

  const json = options['json'] === true;
  const findings = auditReports(reports, { indicators });
  if (options['targets'] === true) {
    const only = typeof options['indicator'] === 'string' ? options['indicator'].split(',') : undefined;
    const tables = groupByPlace(reports).map(
      ([place, group]) => [place, targetTable(group, indicators, only)] as const,
    );
    if (json) terminal.out(jsonText(tables.map(([place, rows]) => ({ place, rows }))));
    else for (const [place, rows] of tables) terminal.out(`${place}\n\n${printTargetTable(rows, terminal.locale)}\n`);
  } else if (json) terminal.out(findingsToJson(findings).trimEnd());
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
