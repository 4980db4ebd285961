// Builds the documents of many reports into an output folder, or looks at what a build would do.
// Takes a project and an order, gives what was made, what changed and what is wrong; prints nothing.
import path from 'node:path';
import type { BatchResult, Progress } from '../batch/outcome.ts';
import { lookAhead, type Outlook } from '../batch/outlook.ts';
import { openPool } from '../batch/pool.ts';
import { prepareBatch, projectTexts, type BatchOrder } from '../batch/prepare.ts';
import { runLocked } from '../batch/run-locked.ts';
import type { Pool } from '../batch/task.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isGalleryCurrent } from '../gallery/write-gallery.ts';
import type { Host } from '../host.ts';
import type { Project } from '../project.ts';
import type { ProofResult } from '../proof/proof.ts';
import type { Targets } from './choose-targets.ts';

export type BuildOrder = Omit<BatchOrder, 'templates' | 'formats'> & {
  readonly targets: Targets;
  /** Milliseconds that one report may take, 0 for no limit. */
  readonly timeout: number;
  /** Only look, write nothing. */
  readonly check: boolean;
  /** Proof the finished files. */
  readonly proof: boolean;
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

const proofBuilt = async (result: BatchResult, out: string, project: Project, host: Host) => {
  const { proofFiles } = await import('./proof-files.ts');
  const built = result.documents.filter(({ status }) => status !== 'failed' && status !== 'removed');
  return proofFiles({ files: built.map(({ file }) => path.join(out, file)), rules: 'auto' }, project, host);
};

/** Builds, or looks; one bad report never stops the others. */
export const buildFolder = async (
  order: BuildOrder,
  project: Project,
  host: Host,
  progress: Progress = () => undefined,
): Promise<FolderBuilt> => {
  const { targets, timeout, check } = order;
  const prepared = await prepareBatch({ ...order, ...targets }, project, host);
  const { request, setup } = prepared;
  const diagnostics: Diagnostic[] = [...prepared.diagnostics];
  const sources = new Map([...projectTexts(project), ...prepared.sources]);
  if (request === undefined) return { proofed: [], diagnostics, sources };
  if (check) {
    const outlook = await lookAhead(request, host);
    const galleryStale = order.gallery && !(await isGalleryCurrent(order.out, outlook.manifest, host));
    return {
      outlook,
      galleryStale,
      proofed: [],
      diagnostics: [...diagnostics, ...outlook.clashes, ...outlook.troubles],
      sources,
    };
  }

  const open = (threads: number): Pool => {
    const pool = openPool({ threads, timeout });
    return { ...pool.with(project, setup), close: pool.end };
  };
  const { value: result, diagnostics: running } = await runLocked(request, open, host, progress);
  diagnostics.push(...running);
  if (result === undefined) return { proofed: [], diagnostics, sources };
  for (const [file, text] of result.sources) sources.set(file, text);
  const proofed = order.proof ? await proofBuilt(result, order.out, project, host) : { results: [], diagnostics: [] };
  return { result, proofed: proofed.results, diagnostics: [...diagnostics, ...proofed.diagnostics], sources };
};
