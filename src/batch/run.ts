// Runs a batch on one output folder: looks, has workers make what is not current, keeps the manifest true, removes what
// lost its source. Takes the work of one report as a function, so that it runs the same inline and over threads.
import path from 'node:path';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { cardFile, cardText } from '../gallery/card.ts';
import { writeGallery } from '../gallery/write-gallery.ts';
import type { Host } from '../host.ts';
import type { FigureChange } from './changes.ts';
import { fewAtOnce } from './few-at-once.ts';
import { figuresFile, figuresText, removeOldFigures } from './kept-figures.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { byKey, manifestFile, manifestText } from './manifest.ts';
import * as messages from './messages.ts';
import { changesTo, changesUntold } from './name-changes.ts';
import type { BatchResult, DocumentOutcome, Progress } from './outcome.ts';
import { lookAhead, type BatchRequest, type Outlook } from './outlook.ts';
import { membersOf, type PlannedDocument } from './plan.ts';
import { removeOrphans } from './remove-orphans.ts';
import type { Pool, Task, TaskResult } from './task.ts';

/** What a run gathers as it goes. */
type Account = {
  readonly outcomes: DocumentOutcome[];
  readonly changes: FigureChange[];
  /** In the order of the tasks, so that two runs tell the same story whichever worker is first. */
  readonly found: (readonly Diagnostic[])[];
  readonly sources: Map<string, string>;
};

type Folder = { readonly out: string; readonly ledger: Ledger; readonly host: Host };

const groupByInput = (
  due: readonly PlannedDocument[],
): readonly (readonly [PlannedDocument['input'], readonly PlannedDocument[]])[] => {
  const groups = new Map<PlannedDocument['input'], PlannedDocument[]>();
  for (const document of due) {
    const group = groups.get(document.input);
    if (group) group.push(document);
    else groups.set(document.input, [document]);
  }
  return [...groups];
};

/**
 * Enters what became of one report's documents into the ledger and the account. They stay pending when what is kept of
 * their report could not be written (`whole` is false), so that the next run sees to it.
 */
const enterDocuments = (
  documents: readonly PlannedDocument[],
  result: TaskResult,
  whole: boolean,
  { ledger }: Folder,
  account: Account,
): void => {
  const written = new Map(result.written.map((document) => [`${document.template}.${document.format}`, document]));
  for (const { file, report, template, format, recipe, input } of documents) {
    const made = written.get(`${template}.${format}`);
    if (made === undefined || result.report === undefined) {
      account.outcomes.push({ file, report, template, format, status: 'failed', bytes: 0, pages: 0, spent: 0 });
      // A thread that ended in the middle may have written it: then it stays pending, and is looked at again.
      if (!result.unsure) ledger.restore(file);
      continue;
    }
    const { sha256, bytes, pages, spent } = made;
    const was = ledger.known(file)?.sha256 ?? '';
    const status = was === '' ? 'created' : was === sha256 ? 'rebuilt' : 'changed';
    account.outcomes.push({ file, report, template, format, status, bytes, pages, spent });
    const { data } = result.report;
    const members = membersOf(input);
    const source = input.label;
    const entry = { file, report, template, format, source, data, recipe, sha256, bytes, pages };
    if (whole) ledger.settle({ ...entry, ...(members && { members }) });
  }
};

/** Keeps what the report says of itself, and names the figures that changed since its last build. */
const enterReport = async (
  input: PlannedDocument['input'],
  result: TaskResult,
  { out, ledger, host }: Folder,
  account: Account,
): Promise<readonly Diagnostic[]> => {
  if (result.report === undefined || result.written.length === 0) return [];
  const { id, title, place, year, data, members, findings, figures, card } = result.report;
  account.changes.push(...(await changesTo(figures, ledger.knownReport(id), out, host)));
  const found: Diagnostic[] = [];
  const kept = [
    [figuresFile({ id, data }), figuresText(figures)],
    [cardFile(id), cardText(card)],
  ] as const;
  for (const [file, text] of kept) {
    await host
      .replace(path.join(out, file), new TextEncoder().encode(text))
      .catch((error: unknown) => found.push(messages.notWritable(file, error)));
  }
  const entry = { id, title, place, year, source: input.label, data, findings };
  if (found.length === 0) ledger.keepReport({ ...entry, ...(members && { members }) });
  return found;
};

/** Under --strict a report with conflicts fails also when nothing of it is due. */
const conflictsOfCurrent = ({ manifest, current, due }: Outlook): readonly Diagnostic[] => {
  const told = new Set(due.map(({ report }) => report));
  const here = new Map(current.map((entry) => [entry.report, entry.source]));
  return manifest.reports.flatMap(({ id, findings }) => {
    const source = here.get(id);
    return source === undefined || told.has(id) || findings.conflict === 0
      ? []
      : [messages.conflictsFound(source, findings.conflict)];
  });
};

const saved = async ({ out, ledger, host }: Folder, file: string): Promise<readonly Diagnostic[]> => {
  // A folder without documents gets a manifest too: that of a shard that no report fell to is merged like the others.
  const settled = async (): Promise<void> => {
    await ledger.finish();
    const manifest = path.join(out, manifestFile);
    if (!(await host.exists(manifest)))
      await host.replace(manifest, new TextEncoder().encode(manifestText(ledger.now())));
    await removeOldFigures(out, ledger.now().reports, host);
  };
  return settled().then(
    () => [],
    (error: unknown) => [messages.notWritable(file, error)],
  );
};

/** Threads that pay: below three reports starting a second costs more than it saves. */
const lanesFor = (tasks: number, jobs: number | undefined, cores: number): number =>
  Math.max(1, Math.min(tasks, jobs ?? (tasks < 3 ? 1 : cores)));

/** Each worker tells what is wrong with the project: once is enough. */
const distinct = (found: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(found.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values(),
];

type Threads = {
  /** The pool for these documents: as it was opened before, or with more threads. */
  readonly poolFor: (due: readonly PlannedDocument[]) => { readonly pool: Pool; readonly lanes: number };
  readonly close: () => Promise<void>;
};

/** Threads that are started when work is foreseen: they load while the files of what is current are looked at. */
const startThreads = (request: BatchRequest, open: (lanes: number) => Pool, host: Host): Threads => {
  let opened: { readonly pool: Pool; readonly lanes: number } | undefined;
  const closing: Promise<void>[] = [];
  const close = (): void => {
    if (opened) closing.push(opened.pool.close());
    opened = undefined;
  };
  return {
    poolFor: (due) => {
      const lanes = lanesFor(groupByInput(due).length, request.jobs, host.cores);
      if (opened !== undefined && opened.lanes < lanes) close();
      opened ??= { pool: open(lanes), lanes };
      return { pool: opened.pool, lanes };
    },
    close: async () => {
      close();
      await Promise.all(closing);
    },
  };
};

/** Runs the batch. The caller holds the lock of the output folder; `open` is called only when there is work. */
export const runBatch = async (
  request: BatchRequest,
  open: (lanes: number) => Pool,
  host: Host,
  progress: Progress,
): Promise<BatchResult> => {
  const threads = startThreads(request, open, host);
  try {
    return await runOver(request, threads, host, progress);
  } finally {
    await threads.close();
  }
};

const runOver = async (
  request: BatchRequest,
  threads: Threads,
  host: Host,
  progress: Progress,
): Promise<BatchResult> => {
  const { out } = request;
  const outlook = await lookAhead(request, host, threads.poolFor);
  const { current, due, orphaned, clashes, troubles } = outlook;
  const account: Account = { outcomes: [], changes: [], found: [clashes, troubles], sources: new Map() };
  const ledger = openLedger(outlook.manifest, out, host);
  const folder: Folder = { out, ledger, host };

  if (clashes.length === 0) {
    for (const entry of current) {
      account.outcomes.push({ ...entry, status: 'unchanged', spent: 0 });
      if (ledger.known(entry.file)?.source !== entry.source) ledger.settle(entry);
    }
    if (request.strict) account.found.push(conflictsOfCurrent(outlook));
    const begun = await ledger.begin(due).then(
      () => true,
      (error: unknown) => {
        account.found.push([messages.notWritable(path.relative(request.root, out) || '.', error)]);
        return false;
      },
    );
    if (begun) {
      await makeDue(request, due, threads, folder, account, progress);
      const removed = await removeOrphans(orphaned, folder);
      account.outcomes.push(...removed.outcomes);
      account.found.push(removed.diagnostics);
      const left = ledger.now().reports.filter((report) => ledger.knownReport(report.id) === report);
      account.changes.push(...(await changesUntold(left, out, host)));
      account.found.push(await saved(folder, path.relative(request.root, out) || '.'));
      if (request.gallery) account.found.push(await writeGallery(out, ledger.now(), host));
    }
  }
  return {
    documents: account.outcomes.toSorted(byKey(({ file }) => file)),
    reports: ledger.now().reports.toSorted(byKey(({ id }) => id)),
    entries: ledger.now().documents,
    changes: account.changes.toSorted(byKey(({ report }) => report)),
    diagnostics: distinct(account.found.flat()),
    sources: account.sources,
  };
};

/** The part of a task that says what is to be read. */
const whatOf = (input: PlannedDocument['input']): Pick<Task, 'path' | 'label' | 'id' | 'group'> => {
  if (!('over' in input)) return { path: input.path, label: input.label, id: input.id ?? '' };
  const members = input.members.map(({ path: file, label, id }) => ({ path: file, label, id: id ?? '' }));
  return { path: input.path ?? '', label: input.label, id: input.id, group: { over: input.over, members } };
};

/** Has all that is due made, a report at a time over the lanes. */
const makeDue = async (
  request: BatchRequest,
  due: readonly PlannedDocument[],
  threads: Threads,
  folder: Folder,
  account: Account,
  progress: Progress,
): Promise<void> => {
  const tasks = groupByInput(due);
  if (tasks.length === 0) return;
  const { pool, lanes } = threads.poolFor(due);
  const first = account.found.length;
  let [done, failed] = [0, 0];
  progress(done, failed, tasks.length);
  try {
    await fewAtOnce(tasks, lanes, async ([input, documents], index) => {
      if (request.stopped?.()) {
        for (const { file } of documents) folder.ledger.restore(file);
        return;
      }
      const result = await pool.work({
        ...whatOf(input),
        documents: documents.map(({ template, format }) => ({ template, format })),
        out: request.out,
        strict: request.strict,
        gallery: request.gallery,
      });
      const more = await enterReport(input, result, folder, account);
      enterDocuments(documents, result, more.length === 0, folder, account);
      account.found[first + index] = [...result.diagnostics, ...more];
      for (const [file, text] of result.sources) account.sources.set(file, text);
      done += 1;
      if (hasErrors(result.diagnostics) || more.length > 0) failed += 1;
      progress(done, failed, tasks.length);
      await folder.ledger.saveNowAndThen();
    });
  } finally {
    await folder.ledger.save().catch(() => undefined); // told by the last save of the run
  }
};
