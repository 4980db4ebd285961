// Builds the documents of many reports into an output folder, or looks at what a build would do.
// Takes a project and an order, gives what was made, what changed and what is wrong; prints nothing.
import path from 'node:path';
import { removeTemporaries } from '../batch/clean-up.ts';
import { takeLock } from '../batch/lock.ts';
import { notWritable, otherBuild } from '../batch/messages.ts';
import type { BatchResult, Progress } from '../batch/outcome.ts';
import { lookAhead, type BatchRequest, type Outlook } from '../batch/outlook.ts';
import { inShard } from '../batch/plan.ts';
import { openPool } from '../batch/pool.ts';
import { engineHash, recipeOf } from '../batch/recipe.ts';
import { runBatch } from '../batch/run.ts';
import { scanInputs } from '../batch/scan.ts';
import type { Pool } from '../batch/task.ts';
import { hasErrors, type Diagnostic, type Outcome } from '../diagnostics/diagnostic.ts';
import { readFonts, readTemplates } from '../engine.ts';
import type { FontLibrary } from '../fonts/load-fonts.ts';
import { isGalleryCurrent } from '../gallery/write-gallery.ts';
import { sha256, type Host } from '../host.ts';
import type { Project } from '../project.ts';
import type { ProofResult } from '../proof/proof.ts';
import type { Targets } from './choose-targets.ts';

export type BuildOrder = {
  /** Data files and folders of them. */
  readonly places: readonly string[];
  /** Output folder, absolute. */
  readonly out: string;
  readonly targets: Targets;
  /** Whether conflicts that the audit finds are errors. */
  readonly strict: boolean;
  /** Only shard `index` of `count`, from 1. */
  readonly shard: { readonly index: number; readonly count: number };
  readonly jobs?: number;
  /** Milliseconds that one report may take, 0 for no limit. */
  readonly timeout: number;
  /** Only look, write nothing. */
  readonly check: boolean;
  /** Proof the finished files. */
  readonly proof: boolean;
  /** Write the page to browse the documents, `index.html`. */
  readonly gallery: boolean;
};

export type FolderBuilt = {
  /** What was done; absent when nothing could be begun, and under `check`. */
  readonly result?: BatchResult;
  /** What a build would do, under `check`. */
  readonly outlook?: Outlook;
  /** Whether a build would write the page anew, under `check`. */
  readonly galleryStale?: boolean;
  readonly proofed: readonly ProofResult[];
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that the diagnostics point into, by name. */
  readonly sources: ReadonlyMap<string, string>;
};

type Prepared = {
  readonly request: BatchRequest;
  readonly setup: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
};

/** What the batch is asked for, from the order and the project's files. */
const prepare = async (order: BuildOrder, project: Project, fonts: FontLibrary, host: Host): Promise<Prepared> => {
  const { targets, shard } = order;
  const templates = readTemplates(project);
  const made = templates.value ?? new Map();
  const parts = { engine: await engineHash(project, host), fonts: fonts.fingerprint, options: '' };
  const wanted = targets.templates.flatMap((template) =>
    targets.formats
      .filter((format) => made.get(template)?.frontMatter.formats.includes(format))
      .map((format) => ({ template, format, recipe: recipeOf(project, template, format, parts) })),
  );
  const scan = await scanInputs(order.places, project.root, host);
  const known = new Set(project.templates.map(({ name }) => name));
  return {
    request: {
      root: project.root,
      out: order.out,
      inputs: scan.inputs,
      wanted,
      offered: (template, format) =>
        known.has(template) && (made.get(template)?.frontMatter.formats.includes(format) ?? true),
      strict: order.strict,
      gallery: order.gallery,
      mine: (report) => inShard(report, shard.index, shard.count),
      ...(order.jobs !== undefined && { jobs: Math.max(1, Math.floor(order.jobs)) }),
    },
    setup: sha256([parts.engine, parts.fonts, ...wanted.map(({ recipe }) => recipe)].join('\n')),
    diagnostics: [...templates.diagnostics, ...scan.diagnostics],
    sources: scan.sources,
  };
};

/** Runs the batch under the lock of the output folder. */
const runLocked = async (
  { request, setup }: Prepared,
  project: Project,
  timeout: number,
  host: Host,
  progress: Progress,
): Promise<Outcome<BatchResult>> => {
  const { root, out } = request;
  const label = path.relative(root, out) || '.';
  let lock: Awaited<ReturnType<typeof takeLock>>;
  try {
    lock = await takeLock(out, host);
  } catch (error) {
    return { diagnostics: [notWritable(label, error)] };
  }
  if ('heldBy' in lock) return { diagnostics: [otherBuild(label, lock.heldBy)] };
  const open = (threads: number): Pool => {
    const pool = openPool({ threads, timeout });
    return { ...pool.with(project, setup), close: pool.end };
  };
  try {
    await removeTemporaries(out, host);
    const value = await runBatch(request, open, host, progress);
    return { value, diagnostics: value.diagnostics };
  } finally {
    await lock.release();
  }
};

const proofBuilt = async (result: BatchResult, out: string, project: Project, host: Host) => {
  const { proofFiles } = await import('./proof-files.ts');
  const built = result.documents.filter(({ status }) => status !== 'failed' && status !== 'removed');
  return proofFiles({ files: built.map(({ file }) => path.join(out, file)), rules: 'auto' }, project, host);
};

/** The texts of a project that diagnostics point into. */
export const sourcesOf = (project: Project): Map<string, string> =>
  new Map(
    [...project.templates, ...project.partials, project.theme, project.fontsConfig, ...project.indicators].map(
      ({ label, text }) => [label, text],
    ),
  );

/** Builds, or looks; one bad report never stops the others. */
export const buildFolder = async (
  order: BuildOrder,
  project: Project,
  host: Host,
  progress: Progress = () => undefined,
): Promise<FolderBuilt> => {
  const fonts = await readFonts(project, host);
  const diagnostics: Diagnostic[] = [...fonts.diagnostics];
  const sources = sourcesOf(project);
  if (!fonts.value || hasErrors(fonts.diagnostics)) return { proofed: [], diagnostics, sources };

  const prepared = await prepare(order, project, fonts.value, host);
  diagnostics.push(...prepared.diagnostics);
  for (const [file, text] of prepared.sources) sources.set(file, text);
  if (order.check) {
    const outlook = await lookAhead(prepared.request, host);
    const galleryStale = order.gallery && !(await isGalleryCurrent(order.out, outlook.manifest, host));
    return { outlook, galleryStale, proofed: [], diagnostics: [...diagnostics, ...outlook.clashes], sources };
  }

  const { value: result, diagnostics: running } = await runLocked(prepared, project, order.timeout, host, progress);
  diagnostics.push(...running);
  if (result === undefined) return { proofed: [], diagnostics, sources };
  for (const [file, text] of result.sources) sources.set(file, text);
  const proofed = order.proof ? await proofBuilt(result, order.out, project, host) : { results: [], diagnostics: [] };
  return { result, proofed: proofed.results, diagnostics: [...diagnostics, ...proofed.diagnostics], sources };
};
