// Looks at an output folder before anything is written: what is current there, what is due, what lost its source.
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { fewAtOnce, filesAtOnce } from './few-at-once.ts';
import { placeGroups, type Groups } from './groups.ts';
import { emptyManifest, isIntact, manifestFile, readManifest, type DocumentEntry, type Manifest } from './manifest.ts';
import { badManifest } from './messages.ts';
import { isCurrent, orphans, planDocuments, rivals, samePaths, type PlannedDocument, type Wanted } from './plan.ts';
import { noSelections, type Selections } from './selections.ts';
import { lookAtInput, type Input } from './scan.ts';
import type { Format } from './task.ts';

/** What a run is asked for. */
export type BatchRequest = {
  readonly root: string;
  /** Output folder, absolute. */
  readonly out: string;
  /** Those of all shards. */
  readonly inputs: readonly Input[];
  /** Comparisons, of all shards. */
  readonly selections?: Pick<Selections, 'groups' | 'idOf'>;
  readonly wanted: readonly Wanted[];
  /** Whether a template of the project still makes this format; true when the template has faults that hide it. */
  readonly offered: (template: string, format: Format) => boolean;
  readonly strict: boolean;
  /** Whether the folder is to have a page to browse its documents. */
  readonly gallery: boolean;
  /** Whether a report is this shard's to keep. */
  readonly mine: (report: string) => boolean;
  /** How many reports may be worked on at once; as the machine has when absent. */
  readonly jobs?: number;
  /** Hashes of documents found whole a moment ago, whose bytes need not be looked at again: for watching. */
  readonly trusted?: ReadonlyMap<string, string>;
  /** Asked before each report: whether to begin no more. Those not begun stay as they were. */
  readonly stopped?: () => boolean;
};

export type Outlook = {
  /** What is known of this shard's documents. */
  readonly manifest: Manifest;
  /** Why nothing may be written. */
  readonly clashes: readonly Diagnostic[];
  /** What is amiss and stops nothing else: groups that cannot be made, a damaged manifest. */
  readonly troubles: readonly Diagnostic[];
  readonly current: readonly DocumentEntry[];
  readonly due: readonly PlannedDocument[];
  readonly orphaned: readonly DocumentEntry[];
};

/** A shard's manifest speaks of the shard's own documents, so that those of all shards can be put together. */
const onlyMine = (manifest: Manifest, mine: (report: string) => boolean): Manifest => ({
  version: 1,
  reports: manifest.reports.filter(({ id }) => mine(id)),
  documents: manifest.documents.filter(({ report }) => mine(report)),
});

const noGroups: Groups = { groups: [], groupOf: new Map(), diagnostics: [] };

const existingSources = async (manifest: Manifest, request: BatchRequest, host: Host): Promise<ReadonlySet<string>> => {
  const known = new Set(request.inputs.map(({ label }) => label));
  const sources = manifest.documents.flatMap(({ source, members = [] }) => [source, ...members]);
  const others = [...new Set(sources)].filter((source) => !known.has(source));
  const existing = await fewAtOnce(others, filesAtOnce, (source) => host.exists(path.resolve(request.root, source)));
  return new Set(others.filter((_, index) => existing[index]));
};

/**
 * Looks without changing anything. `foresee` is told what is due by the manifest alone, while the bytes of the other
 * files are still to be looked at; it is not called when nothing may be written or nothing is known to be due.
 */
export const lookAhead = async (
  request: BatchRequest,
  host: Host,
  foresee: (due: readonly PlannedDocument[]) => void = () => undefined,
): Promise<Outlook> => {
  const { root, out, inputs } = request;
  const listing = path.join(out, manifestFile);
  const whole = await readManifest(listing, host);
  const manifest = onlyMine(whole ?? emptyManifest, request.mine);
  const damaged = whole === undefined && (await host.exists(listing));

  // Reports outside this run may be aimed at the same folders; they are read only when the manifest hints at one.
  const others = await Promise.all(
    rivals(inputs, manifest).map((source) => lookAtInput(path.resolve(root, source), root, host)),
  );
  const chosen = request.selections ?? noSelections;
  const clashes = samePaths([...inputs, ...chosen.groups, ...others.flatMap(({ input }) => (input ? [input] : []))]);

  const grouped =
    request.wanted.some(({ over }) => over === 'place') || manifest.documents.some(({ members }) => members);
  const { groups, groupOf, diagnostics } = grouped ? await placeGroups(inputs, manifest, root, host) : noGroups;
  const planned = planDocuments(
    [...inputs, ...groups, ...chosen.groups].filter(({ id, label }) => request.mine(id ?? label)),
    request.wanted,
  );
  const entries = new Map(manifest.documents.map((entry) => [entry.file, entry]));
  const currentEntry = (document: PlannedDocument): DocumentEntry | undefined => {
    const entry = entries.get(document.file);
    return entry !== undefined && isCurrent(document, entry) ? entry : undefined;
  };
  const foreseen = planned.filter((document) => currentEntry(document) === undefined);
  if (clashes.length === 0 && foreseen.length > 0) foresee(foreseen);
  const looked = await fewAtOnce(planned, filesAtOnce, async (document) => {
    const entry = currentEntry(document);
    if (entry === undefined) return undefined;
    const file = path.join(out, entry.file);
    const trusted = request.trusted?.get(entry.file) === entry.sha256;
    const intact = await (trusted ? host.exists(file) : isIntact(entry, file, host));
    return intact ? { ...entry, source: document.input.label } : undefined;
  });

  const sources = await existingSources(manifest, request, host);
  return {
    manifest,
    clashes,
    troubles: damaged ? [badManifest(path.relative(root, listing)), ...diagnostics] : diagnostics,
    current: looked.filter((entry) => entry !== undefined),
    due: planned.filter((_, index) => looked[index] === undefined),
    orphaned: orphans(manifest, {
      inputs,
      planned: new Set(planned.map(({ file }) => file)),
      offered: request.offered,
      groupOf,
      selectionOf: chosen.idOf,
      exists: (source) => sources.has(source),
    }),
  };
};
