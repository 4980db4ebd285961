// Runs a batch on one output folder: plans, has workers make what is not current, keeps the manifest true, removes what
// lost its source. Takes the work of one report as a function, so that it runs the same inline and over threads.
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { figureChanges, type FigureChange } from './changes.ts';
import {
  isIntact,
  manifestText,
  readManifest,
  type DocumentEntry,
  type Manifest,
  type ReportEntry,
} from './manifest.ts';
import { isCurrent, orphans, planDocuments, samePaths, type PlannedDocument, type Wanted } from './plan.ts';
import type { Input } from './scan.ts';
import type { KeptFigure, TaskResult, Work } from './task.ts';

export type DocumentStatus = 'created' | 'changed' | 'unchanged' | 'rebuilt' | 'failed' | 'removed';

/** What became of one document. `rebuilt` was made anew and came out the same. */
export type DocumentOutcome = {
  readonly file: string;
  readonly report: string;
  readonly template: string;
  readonly format: string;
  readonly status: DocumentStatus;
  readonly bytes: number;
  readonly pages: number;
  readonly spent: number;
};

export type BatchResult = {
  readonly documents: readonly DocumentOutcome[];
  readonly reports: readonly ReportEntry[];
  readonly changes: readonly FigureChange[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
};

export type BatchRequest = {
  readonly root: string;
  /** Output folder, absolute. */
  readonly out: string;
  readonly inputs: readonly Input[];
  readonly wanted: readonly Wanted[];
  /** All templates of the project, wanted in this run or not. */
  readonly templates: ReadonlySet<string>;
  readonly strict: boolean;
  /** Whether a report is this run's to keep: false for those of other shards. */
  readonly mine: (report: string) => boolean;
  /** How many tasks may be under way at once. */
  readonly jobs: number;
};

/** Told after each report: how many are done, failed, and how many there are. */
export type Progress = (done: number, failed: number, total: number) => void;

/** The manifest's name in an output folder. */
export const manifestFile = 'manifest.json';
/** Figures as of the last build, one file a report, so that a build that changes nothing need not read them. */
export const figuresFile = (report: string): string => path.join('.figures', `${report}.json`);

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const readFigures = async (file: string, host: Host): Promise<readonly KeptFigure[]> => {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(await host.read(file)));
    // Our own file: one row of four strings a figure; anything else counts as no figures known.
    return Array.isArray(value)
      ? value.flatMap((row: unknown) =>
          Array.isArray(row) && row.every((cell) => typeof cell === 'string')
            ? [{ ref: row[0] ?? '', name: row[1] ?? '', period: row[2] ?? '', text: row[3] ?? '' }]
            : [],
        )
      : [];
  } catch {
    return [];
  }
};

const figuresText = (figures: readonly KeptFigure[]): string =>
  `[\n${figures.map(({ ref, name, period, text }) => JSON.stringify([ref, name, period, text])).join(',\n')}\n]\n`;

type Current = { readonly current: readonly DocumentEntry[]; readonly due: readonly PlannedDocument[] };

const sortDue = async (
  planned: readonly PlannedDocument[],
  manifest: Manifest,
  out: string,
  host: Host,
): Promise<Current> => {
  const entries = new Map(manifest.documents.map((entry) => [entry.file, entry]));
  const current: DocumentEntry[] = [];
  const due: PlannedDocument[] = [];
  for (const document of planned) {
    const entry = entries.get(document.file);
    if (entry && isCurrent(document, entry) && (await isIntact(entry, path.join(out, document.file), host))) {
      current.push({ ...entry, source: document.input.label });
    } else due.push(document);
  }
  return { current, due };
};

/** What a build would do, without doing it: stale, missing and altered documents, and those that lost their source. */
export const checkBatch = async (
  request: BatchRequest,
  host: Host,
): Promise<{ readonly stale: readonly string[]; readonly orphaned: readonly string[]; readonly current: number }> => {
  const manifest = onlyMine(await readManifest(path.join(request.out, manifestFile), host), request.mine);
  const planned = planDocuments(request.inputs, request.wanted);
  const { current, due } = await sortDue(planned, manifest, request.out, host);
  const gone = await lostSource(manifest, request, host);
  return { stale: due.map(({ file }) => file), orphaned: gone.map(({ file }) => file), current: current.length };
};

const lostSource = async (manifest: Manifest, request: BatchRequest, host: Host): Promise<readonly DocumentEntry[]> => {
  const sources = new Set(manifest.documents.map((entry) => entry.source));
  const existing = new Set<string>();
  for (const source of sources) if (await host.exists(path.resolve(request.root, source))) existing.add(source);
  return orphans(manifest, request.inputs, request.templates, (source) => existing.has(source));
};

/** A shard's manifest speaks of the shard's own documents, so that those of all shards can be put together. */
const onlyMine = (manifest: Manifest, mine: (report: string) => boolean): Manifest => ({
  version: 1,
  reports: manifest.reports.filter(({ id }) => mine(id)),
  documents: manifest.documents.filter(({ report }) => mine(report)),
});

/** Runs the batch. The caller holds the lock of the output folder. */
export const runBatch = async (
  request: BatchRequest,
  work: Work,
  host: Host,
  progress: Progress,
): Promise<BatchResult> => {
  const { out } = request;
  const clashes = samePaths(request.inputs);
  if (clashes.length > 0) {
    return { documents: [], reports: [], changes: [], diagnostics: clashes, sources: new Map() };
  }
  const before = onlyMine(await readManifest(path.join(out, manifestFile), host), request.mine);
  const known = new Map(before.documents.map((entry) => [entry.file, entry]));
  const planned = planDocuments(request.inputs, request.wanted);
  const { current, due } = await sortDue(planned, before, out, host);

  const entries = new Map(known);
  const reports = new Map(before.reports.map((report) => [report.id, report]));
  const outcomes: DocumentOutcome[] = current.map((entry) => {
    entries.set(entry.file, entry);
    return { ...entry, status: 'unchanged', spent: 0 };
  });
  const changes: FigureChange[] = [];
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, string>();

  const byInput = groupByInput(due);
  const unnamed = request.inputs.filter((input) => input.id === undefined);
  const tasks = [...byInput, ...unnamed.map((input) => [input, [] as PlannedDocument[]] as const)];
  const saved = async (): Promise<void> =>
    host.replace(
      path.join(out, manifestFile),
      encode(manifestText({ version: 1, reports: [...reports.values()], documents: [...entries.values()] })),
    );

  let [done, failed] = [0, 0];
  const finish = async (input: Input, documents: readonly PlannedDocument[], result: TaskResult): Promise<void> => {
    diagnostics.push(...result.diagnostics);
    for (const [file, text] of result.sources) sources.set(file, text);
    const written = new Map(result.written.map((document) => [`${document.template}.${document.format}`, document]));
    for (const document of documents) {
      const { file, report, template, format } = document;
      const made = written.get(`${template}.${format}`);
      const was = known.get(file);
      if (made === undefined || result.report === undefined) {
        outcomes.push({ file, report, template, format, status: 'failed', bytes: 0, pages: 0, spent: 0 });
        continue;
      }
      const { sha256, bytes, pages, spent } = made;
      const status = was === undefined ? 'created' : was.sha256 === sha256 ? 'rebuilt' : 'changed';
      outcomes.push({ file, report, template, format, status, bytes, pages, spent });
      const data = result.report.data;
      entries.set(file, {
        file,
        report,
        template,
        format,
        source: input.label,
        data,
        recipe: document.recipe,
        sha256,
        bytes,
        pages,
      });
    }
    if (result.report) {
      const { id, figures, ...rest } = result.report;
      const kept = path.join(out, figuresFile(id));
      if (reports.has(id)) changes.push(...figureChanges(id, await readFigures(kept, host), figures));
      reports.set(id, {
        id,
        title: rest.title,
        place: rest.place,
        year: rest.year,
        source: input.label,
        data: rest.data,
        findings: rest.findings,
      });
      if (result.written.length > 0) await host.replace(kept, encode(figuresText(figures)));
    }
    done += 1;
    if (hasErrors(result.diagnostics)) failed += 1;
    progress(done, failed, tasks.length);
  };

  progress(0, 0, tasks.length);
  const queue = [...tasks];
  const next = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      const [input, documents] = item;
      const result = await work({
        path: input.path,
        label: input.label,
        id: input.id ?? '',
        documents: documents.map(({ template, format }) => ({ template, format })),
        out,
        strict: request.strict,
      });
      await finish(input, documents, result);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, request.jobs) }, next));

  const gone = await lostSource(before, request, host);
  for (const entry of gone) {
    await host.remove(path.join(out, entry.file));
    await host.removeEmptyFolder(path.dirname(path.join(out, entry.file)));
    entries.delete(entry.file);
    outcomes.push({ ...entry, status: 'removed', spent: 0 });
  }
  const living = new Set([...entries.values()].map((entry) => entry.report));
  for (const id of reports.keys()) {
    if (living.has(id)) continue;
    reports.delete(id);
    await host.remove(path.join(out, figuresFile(id)));
  }
  if (due.length > 0 || gone.length > 0) await saved();
  return {
    documents: outcomes.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
    reports: [...reports.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    changes: changes.toSorted((a, b) => (a.report < b.report ? -1 : a.report > b.report ? 1 : 0)),
    diagnostics,
    sources,
  };
};

const groupByInput = (due: readonly PlannedDocument[]): Map<Input, PlannedDocument[]> => {
  const groups = new Map<Input, PlannedDocument[]>();
  for (const document of due) groups.set(document.input, [...(groups.get(document.input) ?? []), document]);
  return groups;
};
