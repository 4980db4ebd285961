// Proofs finished files: finds the data and the tree each was made from, by the manifest beside the files or by a data
// file that is named, and hands them to proof.
import path from 'node:path';
import { comparisonsIn, runAudit } from '../audit/audit.ts';
import { notReadable } from '../batch/messages.ts';
import { readManifest, type DocumentEntry } from '../batch/manifest.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { createEngine, type Engine } from '../engine.ts';
import { sha256, type Host } from '../host.ts';
import { makeDocument } from '../pipeline.ts';
import { computedOf, groupSubject, type ReportSubject, type Subject } from '../subject.ts';
import { hashOfSelection } from '../batch/selections.ts';
import { loadSelection } from '../report/selection.ts';
import type { Member } from '../report/series.ts';
import type { Report } from '../report/schema.ts';
import { hashOfMembers, placeId } from '../batch/groups.ts';
import { labelOf, type Project } from '../project.ts';
import type { Expectation, PageRules } from '../proof/expectation.ts';
import { proofFile, type ProofResult } from '../proof/proof.ts';
import { loadReport } from '../report/load.ts';
import { textOfTree } from '../proof/tree-text.ts';
import type { Document } from '../tree/tree.ts';

export type ProofRequest = {
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly rules: PageRules;
  /** A data file that all the files were made from. */
  readonly data?: string;
};

export type Proofed = { readonly results: readonly ProofResult[]; readonly diagnostics: readonly Diagnostic[] };

/** What a file was made from: data files and the template; `id` is that of the report or of the group. */
type Origin = {
  readonly id: string;
  readonly data: readonly string[];
  readonly template: string;
  /** File of the selection that the document is made over. */
  readonly selection?: string;
};

type Loaded = { readonly report: Report; readonly file: string; readonly sha256: string };

const reportSubject = ({ report, file, sha256: hash }: Loaded, { indicators }: Engine): ReportSubject => {
  const audit = runAudit([report], { indicators: { indicators: [...indicators] } });
  return { over: 'report', report, file, hash: hash.slice(0, 8), audit };
};

const memberOf = ({ report, file, sha256: hash }: Loaded): Member => ({ report, file, hash: hash.slice(0, 8) });

const placeSubject = (id: string, loaded: readonly Loaded[]): Subject =>
  groupSubject(
    id || placeId(loaded[0]?.report.place ?? { short: '' }),
    loaded.map(memberOf),
    hashOfMembers(loaded.map((one) => one.sha256)),
  );

/** Reports side by side, as the file that names them says now; undefined when it cannot be used. */
const selectionSubject = async (
  { id, selection: file = '' }: Origin,
  loaded: readonly Loaded[],
  { indicators }: Engine,
  label: string,
  host: Host,
): Promise<Subject | undefined> => {
  const bytes = await host.read(file).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const known = { reports: loaded.map(({ report }) => report.id), indicators: indicators.map((one) => one.id) };
  const { value: selection } = loadSelection(label, bytes, known);
  const data = hashOfSelection(
    sha256(bytes),
    loaded.map((one) => one.sha256),
  );
  return selection && groupSubject(id, loaded.map(memberOf), data, { selection, file: label });
};

/** The manifest's entry for a file, looked for in its folder and the one above. */
const entryOf = async (file: string, host: Host): Promise<DocumentEntry | undefined> => {
  for (const folder of [path.dirname(file), path.dirname(path.dirname(file))]) {
    const name = path.relative(folder, file).split(path.sep).join('/');
    const manifest = await readManifest(path.join(folder, 'manifest.json'), host);
    const entry = manifest?.documents.find((document) => document.file === name);
    if (entry !== undefined) return entry;
  }
  return undefined;
};

/** What the audit worked out, for a document that prints it: its figures stand in no data. */
const auditTexts = ({ audit }: ReportSubject, document: Document): readonly string[] => {
  const { findings, figures, checks } = audit;
  const checked = comparisonsIn(audit);
  const own = [`互相比对${checked}次`, ...findings.map(({ computation }) => computation.zh)];
  const isPrinted = textOfTree(document).some(({ text }) => own.some((one) => text.includes(one)));
  if (!isPrinted) return [];
  return [
    ...Array.from({ length: findings.length + 1 }, (_, count) => `${count}项`),
    ...[figures, checked, ...checks.map(({ count }) => count)].flatMap((count) => [
      `${count}个`,
      `${count}次`,
      `${count}`,
    ]),
    ...findings.flatMap(({ computation, assumption, query }) => [computation.zh, assumption?.zh ?? '', query]),
  ];
};

const computedTexts = (subject: Subject, document: Document, engine: Engine): readonly string[] =>
  subject.over === 'report' ? auditTexts(subject, document) : computedOf(subject, engine);

const reportsOf = (subject: Subject): readonly Report[] =>
  subject.over === 'report' ? [subject.report] : subject.members.map(({ report }) => report);

/** Proofs files with one engine, which is made when the first tree is wanted. */
export const proofFiles = async (
  { files, rules, data }: ProofRequest,
  project: Project,
  host: Host,
  given?: Engine,
): Promise<Proofed> => {
  const diagnostics: Diagnostic[] = [];
  let engine = given;
  const engineFor = async (): Promise<Engine | undefined> => {
    if (engine !== undefined) return engine;
    const made = await createEngine(project, host);
    if (made.value === undefined) diagnostics.push(...made.diagnostics);
    engine = made.value;
    return engine;
  };

  const originOf = async (file: string): Promise<Origin | undefined> => {
    const template = path.basename(file).replace(/\.[^.]+$/, '');
    if (data !== undefined) return { id: '', data: [data], template };
    const entry = await entryOf(file, host);
    const sources = entry?.members ?? (entry === undefined ? [] : [entry.source]);
    return entry === undefined
      ? undefined
      : {
          id: entry.report,
          data: sources.map((source) => path.resolve(project.root, source)),
          template: entry.template,
          ...(entry.members &&
            entry.source !== entry.report && { selection: path.resolve(project.root, entry.source) }),
        };
  };

  const read = new Map<string, Promise<Loaded | undefined>>();
  const load = async (source: string): Promise<Loaded | undefined> => {
    const label = labelOf(source, project.root, project.packageFolder);
    const bytes = await host.read(source).catch(() => undefined);
    if (bytes === undefined) {
      diagnostics.push({
        severity: 'warning',
        code: 'load/unreadable',
        file: label,
        message: { zh: '读不了数据，只查文件本身', en: 'the data cannot be read, so that only the files are judged' },
      });
      return undefined;
    }
    const loaded = loadReport(label, bytes);
    diagnostics.push(...loaded.diagnostics);
    return loaded.value && { report: loaded.value.report, file: label, sha256: sha256(bytes) };
  };
  const loadOnce = (source: string): Promise<Loaded | undefined> => {
    const known = read.get(source) ?? load(source);
    read.set(source, known);
    return known;
  };

  const subjects = new Map<string, Subject | undefined>();
  const subjectOf = async (origin: Origin): Promise<Subject | undefined> => {
    const { id, data: sources, template } = origin;
    const maker = await engineFor();
    const over = maker?.templates.get(template)?.frontMatter.over ?? 'report';
    const key = [over, origin.selection, ...sources].join('\n');
    if (subjects.has(key)) return subjects.get(key);
    const members: Loaded[] = [];
    for (const source of sources) {
      const loaded = await loadOnce(source);
      if (loaded !== undefined) members.push(loaded);
    }
    const [first] = members;
    let subject: Subject | undefined;
    if (maker !== undefined && first !== undefined && members.length === sources.length) {
      if (over === 'place') subject = placeSubject(id, members);
      else if (over === 'report') subject = reportSubject(first, maker);
      else {
        const label = labelOf(origin.selection ?? '', project.root, project.packageFolder);
        subject = await selectionSubject(origin, members, maker, label, host);
      }
    }
    subjects.set(key, subject);
    return subject;
  };

  const documents = new Map<string, Document | undefined>();
  const documentOf = async (subject: Subject, name: string): Promise<Document | undefined> => {
    const key = `${subject.file}\n${name}`;
    if (documents.has(key)) return documents.get(key);
    const maker = await engineFor();
    const template = maker?.templates.get(name);
    let document: Document | undefined;
    if (maker !== undefined && template !== undefined) {
      const made = await makeDocument(subject, template, [], maker);
      if (hasErrors(made.diagnostics)) diagnostics.push(...made.diagnostics);
      document = made.value?.document;
    }
    documents.set(key, document);
    return document;
  };

  const results: ProofResult[] = [];
  for (const file of files) {
    const label = labelOf(file, project.root, project.packageFolder);
    const bytes = await host.read(file).catch((error: unknown) => notReadable(label, error));
    if ('severity' in bytes) {
      diagnostics.push(bytes);
      continue;
    }
    const origin = await originOf(file);
    const subject = origin === undefined ? undefined : await subjectOf(origin);
    const document = origin && subject ? await documentOf(subject, origin.template) : undefined;
    const maker = subject && (await engineFor());
    const computed = subject && document && maker ? computedTexts(subject, document, maker) : [];
    const expectation: Expectation = {
      rules,
      computed,
      ...(subject === undefined ? {} : { reports: reportsOf(subject) }),
      ...(document === undefined ? {} : { document }),
    };
    results.push(proofFile(label, bytes, expectation));
  }
  return { results, diagnostics };
};
