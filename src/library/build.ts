// `build` and `buildFolder`: documents as bytes, or kept in an output folder.
import path from 'node:path';
import { buildFolder as buildOrdered } from '../actions/build-folder.ts';
import { chooseTargets } from '../actions/choose-targets.ts';
import type { Finding } from '../audit/finding.ts';
import type { FigureChange } from '../batch/changes.ts';
import type { ReportEntry } from '../batch/manifest.ts';
import { notReadable } from '../batch/messages.ts';
import type { DocumentOutcome, Progress } from '../batch/outcome.ts';
import type { Format } from '../batch/task.ts';
import { hashOfMembers, placeId } from '../batch/groups.ts';
import { hashOfSelection, selectionPrefix } from '../batch/selections.ts';
import { makeGroup } from '../batch/work-group.ts';
import { loadSelection } from '../report/selection.ts';
import { makeReport } from '../batch/work.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { createEngine } from '../engine.ts';
import type { ProofResult } from '../proof/proof.ts';
import { sha256 } from '../host.ts';
import type { Report } from '../report/schema.ts';
import { groupSubject } from '../subject.ts';
import type { Member } from '../report/series.ts';
import { openProject, type FileInput, type ProjectOptions, type ReportInput } from './input.ts';

export type TargetOptions = {
  /** Names of templates; those of every day when absent: brief, factsheet, handout, and the project's own. */
  readonly templates?: readonly string[];
  /** Both when absent. */
  readonly formats?: readonly Format[];
  /** Whether conflicts that the audit finds are errors. */
  readonly strict?: boolean;
};

export type BuildOptions = ProjectOptions &
  TargetOptions & {
    /** Comparisons (data/comparisons/*.yaml) of the reports given, for templates over a selection. */
    readonly comparisons?: readonly FileInput[];
  };

/** A finished document in memory. */
export type BuiltDocument = {
  /** Id of its report, or of the group of reports that it is made over: `place-红旗区`. */
  readonly report: string;
  readonly template: string;
  readonly format: Format;
  /** Path that it has in an output folder: `hongqi-2017/brief.pdf`. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Pages; 0 for DOCX, which has none of its own. */
  readonly pages: number;
};

export type Built = {
  /** In the order of the inputs and templates; a report with an error has none. */
  readonly documents: readonly BuiltDocument[];
  /** The reports as they were read. */
  readonly reports: readonly Report[];
  /** What the audit says of each report by itself. */
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that the diagnostics point into, by name. */
  readonly sources: ReadonlyMap<string, string>;
};

const asBuilt = (
  report: string,
  { template, format, file, bytes, pages }: Omit<BuiltDocument, 'report'>,
): BuiltDocument => ({ report, template, format, file, bytes, pages });

/**
 * Makes the documents of one report, or of several, and gives them as bytes. Writes nothing but the cache of cut fonts.
 * The bytes are those that `jianbao build` writes from the same data. Templates over a place are made over the reports
 * given, place by place; those over a selection for each of `comparisons`.
 */
export const build = async (
  input: ReportInput | readonly ReportInput[],
  options: BuildOptions = {},
): Promise<Built> => {
  const given = [input].flat() as readonly ReportInput[];
  const { project, host, inputs, ...opened } = await openProject([...given, ...(options.comparisons ?? [])], options);
  const diagnostics: Diagnostic[] = [...opened.diagnostics];
  const sources = new Map<string, string>();
  const documents: BuiltDocument[] = [];
  const reports: Report[] = [];
  const findings: Finding[] = [];
  const members: Member[] = [];

  const targets = chooseTargets(options, project);
  const engine = await createEngine(project, host);
  diagnostics.push(...targets.diagnostics, ...engine.diagnostics.filter(({ severity }) => severity !== 'note'));
  if (!targets.value || !engine.value) return { documents, reports, findings, diagnostics, sources };

  const wanted = targets.value.templates.flatMap((template) =>
    (targets.value?.formats ?? [])
      .filter((format) => engine.value?.templates.get(template)?.frontMatter.formats.includes(format))
      .map((format) => ({ template, format })),
  );
  for (const { path: file, label } of inputs.slice(0, given.length)) {
    const bytes = await host.read(file).catch((error: unknown) => notReadable(label, error));
    if ('severity' in bytes) {
      diagnostics.push(bytes);
      continue;
    }
    sources.set(label, new TextDecoder().decode(bytes));
    const task = { label, documents: wanted, strict: options.strict === true };
    const made = await makeReport(task, bytes, engine.value, host);
    diagnostics.push(...made.diagnostics);
    findings.push(...made.findings);
    if (made.report === undefined) continue;
    const { id } = made.report;
    reports.push(made.report);
    members.push({ report: made.report, file: label, hash: sha256(bytes) });
    // As in a folder: a report with an error leaves nothing half made.
    if (hasErrors(made.diagnostics)) continue;
    documents.push(...made.documents.map((one) => asBuilt(id, one)));
  }

  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const id = placeId(member.report.place);
    groups.set(id, [...(groups.get(id) ?? []), member]);
  }
  for (const [id, all] of groups) {
    const data = hashOfMembers(all.map(({ hash }) => hash));
    const short = all.map((member) => ({ ...member, hash: member.hash.slice(0, 8) }));
    const task = { documents: wanted, strict: options.strict === true };
    const made = await makeGroup(task, groupSubject(id, short, data), engine.value, host);
    diagnostics.push(...made.diagnostics);
    if (!hasErrors(made.diagnostics)) documents.push(...made.documents.map((one) => asBuilt(id, one)));
  }

  const known = { reports: reports.map(({ id }) => id), indicators: engine.value.indicators.map(({ id }) => id) };
  for (const { path: file, label } of inputs.slice(given.length)) {
    const bytes = await host.read(file).catch((error: unknown) => notReadable(label, error));
    if ('severity' in bytes) {
      diagnostics.push(bytes);
      continue;
    }
    sources.set(label, new TextDecoder().decode(bytes));
    const { value: selection, diagnostics: found } = loadSelection(label, bytes, known);
    diagnostics.push(...found);
    if (selection === undefined) continue;
    const chosen = members.filter(({ report }) => selection.reports.includes(report.id));
    const data = hashOfSelection(
      sha256(bytes),
      chosen.map(({ hash }) => hash),
    );
    const short = chosen.map((member) => ({ ...member, hash: member.hash.slice(0, 8) }));
    const id = `${selectionPrefix}${selection.id}`;
    const subject = groupSubject(id, short, data, { selection, file: label });
    const made = await makeGroup({ documents: wanted, strict: options.strict === true }, subject, engine.value, host);
    diagnostics.push(...made.diagnostics);
    if (!hasErrors(made.diagnostics)) documents.push(...made.documents.map((one) => asBuilt(id, one)));
  }
  return { documents, reports, findings, diagnostics, sources };
};

export type BuildFolderOptions = TargetOptions & {
  /** The project's folder; the current one when absent. */
  readonly root?: string;
  /** Data files and folders of them, from `root`; `data` when absent. */
  readonly data?: string | readonly string[];
  /** Output folder, from `root`; `output` when absent. */
  readonly out?: string;
  /** Only shard `index` of `count`, from 1. */
  readonly shard?: { readonly index: number; readonly count: number };
  /** Worker threads; as the machine has when absent. */
  readonly jobs?: number;
  /** Seconds that one report may take; 120 when absent, 0 for no limit. */
  readonly timeout?: number;
  /** Write nothing, and say what is stale, altered or without a source. */
  readonly check?: boolean;
  /** Proof the finished files. */
  readonly proof?: boolean;
  /** Write `index.html`, the page to browse the documents; true when absent. */
  readonly gallery?: boolean;
  /** Told after each report: how many are done, how many failed, how many there are. */
  readonly progress?: Progress;
};

export type FolderResult = {
  /** What became of each document, by file. Empty under `check`. */
  readonly documents: readonly DocumentOutcome[];
  /** All reports that the folder holds documents of. */
  readonly reports: readonly ReportEntry[];
  /** Figures that changed since the last build. */
  readonly changes: readonly FigureChange[];
  /** Under `check`: files to be made anew, files whose source is gone, files that are current. */
  readonly check?: {
    readonly stale: readonly string[];
    readonly orphaned: readonly string[];
    readonly current: readonly string[];
  };
  readonly proof: readonly ProofResult[];
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that the diagnostics point into, by name. */
  readonly sources: ReadonlyMap<string, string>;
};

/** Brings an output folder up to date, as `jianbao build` does: only what is not current is made; the manifest is kept. */
export const buildFolder = async (options: BuildFolderOptions = {}): Promise<FolderResult> => {
  const { project, host, diagnostics } = await openProject(
    [],
    options.root === undefined ? {} : { root: options.root },
  );
  const targets = chooseTargets(options, project);
  const nothing = { documents: [], reports: [], changes: [], proof: [] };
  if (!targets.value) {
    return { ...nothing, diagnostics: [...diagnostics, ...targets.diagnostics], sources: new Map() };
  }
  const { result, outlook, galleryStale, proofed, ...built } = await buildOrdered(
    {
      places: [options.data ?? 'data'].flat(),
      out: path.resolve(project.root, options.out ?? 'output'),
      targets: targets.value,
      strict: options.strict === true,
      shard: options.shard ?? { index: 1, count: 1 },
      ...(options.jobs !== undefined && { jobs: options.jobs }),
      timeout: Math.max(0, options.timeout ?? 120) * 1000,
      check: options.check === true,
      proof: options.proof === true,
      gallery: options.gallery ?? true,
    },
    project,
    host,
    options.progress,
  );
  return {
    documents: result?.documents ?? [],
    reports: result?.reports ?? [],
    changes: result?.changes ?? [],
    ...(outlook && {
      check: {
        stale: [...outlook.due.map(({ file }) => file), ...(galleryStale ? ['index.html'] : [])],
        orphaned: outlook.orphaned.map(({ file }) => file),
        current: outlook.current.map(({ file }) => file),
      },
    }),
    proof: proofed,
    diagnostics: [...diagnostics, ...built.diagnostics.filter(({ severity }) => severity !== 'note')],
    sources: built.sources,
  };
};
