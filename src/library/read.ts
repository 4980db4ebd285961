// `extract`, `load`, `audit` and `proof`: report texts and data files read, figures checked, finished files checked.
import { proofFiles } from '../actions/proof-files.ts';
import { readReports } from '../actions/read-reports.ts';
import { auditReports, byPlace, staleAcceptances } from '../audit/audit.ts';
import type { Finding } from '../audit/finding.ts';
import { targetTable, type TargetRow } from '../audit/target-table.ts';
import { notReadable } from '../batch/messages.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readIndicators } from '../engine.ts';
import { extractReport } from '../extract/extract.ts';
import type { Fact } from '../extract/fact.ts';
import type { PageRules } from '../proof/expectation.ts';
import type { ProofResult } from '../proof/proof.ts';
import { loadReport } from '../report/load.ts';
import type { Report } from '../report/schema.ts';
import { openProject, type FileInput, type ProjectOptions, type ReportInput } from './input.ts';

export type ExtractOptions = ProjectOptions & {
  /** The place, for a text that names none: `河南省新乡市红旗区`. */
  readonly place?: string;
  /** The year of the meeting, for a text that names none. */
  readonly year?: number;
};

/** Every result has what was found wrong; `sources` are the texts that the diagnostics point into, by name. */
type Found = { readonly diagnostics: readonly Diagnostic[]; readonly sources: ReadonlyMap<string, string> };

export type ExtractResult = Found & {
  /** Absent when the file holds no report. */
  readonly report?: Report;
  /** The figures one by one, with their offsets in `text`. */
  readonly facts: readonly Fact[];
  /** The text as it was read. */
  readonly text: string;
};

/** Reads a report text (.txt, .docx, .pdf with text) into a report to look over. */
export const extract = async (input: FileInput, options: ExtractOptions = {}): Promise<ExtractResult> => {
  const { project, host, inputs, diagnostics: opening } = await openProject([input], options);
  const indicators = readIndicators(project);
  const diagnostics: Diagnostic[] = [...opening, ...indicators.diagnostics];
  const { path: file = '', label = '' } = inputs[0] ?? {};
  const bytes = await host.read(file).catch((error: unknown) => notReadable(label, error));
  if ('severity' in bytes) return { facts: [], text: '', diagnostics: [...diagnostics, bytes], sources: new Map() };
  const { value, diagnostics: reading } = await extractReport(label, bytes, {
    indicators: { indicators: [...(indicators.value ?? [])] },
    ...(options.place !== undefined && { place: options.place }),
    ...(options.year !== undefined && { year: options.year }),
  });
  diagnostics.push(...reading);
  const text = value?.text ?? '';
  return { ...(value && { report: value.report }), facts: value?.facts ?? [], text, diagnostics, sources: new Map() };
};

export type LoadResult = Found & {
  /** Absent when the data have faults. */
  readonly report?: Report;
};

/** Reads and checks a data file. */
export const load = async (input: FileInput, options: ProjectOptions = {}): Promise<LoadResult> => {
  const { host, inputs, diagnostics } = await openProject([input], options);
  const { path: file = '', label = '' } = inputs[0] ?? {};
  const bytes = await host.read(file).catch((error: unknown) => notReadable(label, error));
  if ('severity' in bytes) return { diagnostics: [...diagnostics, bytes], sources: new Map() };
  const loaded = loadReport(label, bytes);
  return {
    ...(loaded.value && { report: loaded.value.report }),
    diagnostics: [...diagnostics, ...loaded.diagnostics],
    sources: new Map([[label, new TextDecoder().decode(bytes)]]),
  };
};

export type AuditResult = Found & {
  /** Place by place, worst first. */
  readonly findings: readonly Finding[];
  /** Targets against results by year, for each place. */
  readonly targets: readonly { readonly place: string; readonly rows: readonly TargetRow[] }[];
  /** Acceptances in the data that no finding answers to. */
  readonly stale: readonly { readonly report: string; readonly finding: string }[];
};

/** Checks what figures say about each other. Takes data files, folders of them, report texts and reports. */
export const audit = async (
  input: ReportInput | readonly ReportInput[],
  options: ProjectOptions = {},
): Promise<AuditResult> => {
  const {
    project,
    host,
    inputs,
    diagnostics: opening,
  } = await openProject([input].flat() as readonly ReportInput[], options);
  const known = readIndicators(project);
  const indicators = { indicators: [...(known.value ?? [])] };
  const places = inputs.map(({ label }) => label);
  const { reports: found, diagnostics, sources } = await readReports(places, project.root, indicators, host);
  const reports = found.map(({ report }) => report);
  const findings = auditReports(reports, { indicators });
  return {
    findings,
    targets: byPlace(reports).map((group) => ({
      place: group[0]?.place.name ?? '',
      rows: targetTable(group, indicators),
    })),
    stale: staleAcceptances(reports, findings),
    diagnostics: [...opening, ...known.diagnostics, ...diagnostics],
    sources,
  };
};

export type ProofOptions = ProjectOptions & {
  /** Page rules to judge by; told from the file when absent. */
  readonly rules?: PageRules;
  /** The data that the files were made from; looked for in the manifest beside the files when absent. */
  readonly data?: ReportInput;
};

export type ProofOutcome = Found & { readonly files: readonly ProofResult[] };

/**
 * Says what is wrong with finished files, ours or not. With data, a file named like its template (`brief.pdf`) is held
 * against what it should say.
 */
export const proof = async (
  input: FileInput | readonly FileInput[],
  options: ProofOptions = {},
): Promise<ProofOutcome> => {
  const given = [input].flat() as readonly FileInput[];
  const { data } = options;
  const opened = await openProject(data === undefined ? given : [...given, data], options);
  const files = opened.inputs.slice(0, given.length).map(({ path: file }) => file);
  const source = data === undefined ? undefined : opened.inputs.at(-1)?.path;
  const { results, diagnostics } = await proofFiles(
    { files, rules: options.rules ?? 'auto', ...(source !== undefined && { data: source }) },
    opened.project,
    opened.host,
  );
  return { files: results, diagnostics: [...opened.diagnostics, ...diagnostics], sources: new Map() };
};
