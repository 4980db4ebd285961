// Makes and writes the documents of one report: what a worker does with a task.
// All documents of the report are made before the first is written, so that an error leaves the last good set in place.
import path from 'node:path';
import { auditReports } from '../audit/audit.ts';
import type { Finding } from '../audit/finding.ts';
import { containedHost } from '../contained-host.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Engine } from '../engine.ts';
import { printFigure } from '../figures/print.ts';
import { cardOf, type Card } from '../gallery/card.ts';
import { keepPicture } from '../gallery/write-gallery.ts';
import { sha256, type Host } from '../host.ts';
import { makeDocument } from '../pipeline.ts';
import { loadReport } from '../report/load.ts';
import type { Report } from '../report/schema.ts';
import { statementsOf } from '../report/statements.ts';
import * as messages from './messages.ts';
import type { FindingCount, Format, KeptFigure, Task, TaskResult, Work, WrittenDocument } from './task.ts';

/** Every figure of a report as it is printed. */
const figuresOf = (report: Report): readonly KeptFigure[] =>
  statementsOf(report).map((statement) => ({
    ref: statement.ref,
    name: statement.name,
    period: statement.period,
    text: statement.text ?? printFigure(statement),
  }));

const countFindings = (findings: readonly Finding[]): FindingCount => {
  const count = (level: string): number => findings.filter((one) => one.level === level && !one.accepted).length;
  return {
    conflict: count('conflict'),
    unusual: count('unusual'),
    note: count('note'),
    accepted: findings.filter((one) => one.accepted).length,
  };
};

/** What the gallery shows of the project: names of templates, masthead, colours. */
const shownOf = ({ templates, theme }: Engine): Pick<Card, 'kinds' | 'look'> => ({
  kinds: Object.fromEntries([...templates.values()].map(({ name, frontMatter }) => [name, frontMatter.name])),
  look: { masthead: theme.briefing.masthead ?? '', red: theme.colors.red, slate: theme.colors.slate },
});

export type MadeDocument = {
  /** Path in the output folder. */
  readonly file: string;
  readonly template: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Milliseconds spent on it. For show only. */
  readonly spent: number;
};

/** A report's documents before anything is written. `report` is absent when its data could not be used. */
export type MadeReport = {
  readonly report?: Report;
  readonly findings: readonly Finding[];
  readonly documents: readonly MadeDocument[];
  readonly diagnostics: readonly Diagnostic[];
};

/** Makes the documents of one report; one that cannot be made does not stop the report's others. */
export const makeReport = async (
  task: Pick<Task, 'label' | 'documents' | 'strict'> & { readonly id?: string },
  bytes: Uint8Array,
  engine: Engine,
  host: Host,
): Promise<MadeReport> => {
  const loaded = loadReport(task.label, bytes);
  const diagnostics = [...loaded.diagnostics];
  if (!loaded.value) return { findings: [], documents: [], diagnostics };
  const { report } = loaded.value;
  // The plan saw to it that no two reports write to one folder, for the ids that it saw.
  if (task.id !== undefined && report.id !== task.id) {
    diagnostics.push(messages.changedMeanwhile(task.label));
    return { findings: [], documents: [], diagnostics };
  }
  const findings = auditReports([report], { indicators: { indicators: [...engine.indicators] } });
  const { conflict } = countFindings(findings);
  if (task.strict && conflict > 0) {
    diagnostics.push(messages.conflictsFound(task.label, conflict));
    return { findings, documents: [], diagnostics };
  }

  const documents: MadeDocument[] = [];
  const subject = { report, file: task.label, hash: sha256(bytes).slice(0, 8), findings };
  for (const name of new Set(task.documents.map(({ template }) => template))) {
    const template = engine.templates.get(name);
    if (template === undefined) continue;
    const formats = task.documents.filter((document) => document.template === name).map(({ format }) => format);
    const start = host.elapsed();
    const result = await makeDocument(subject, template, formats, engine);
    const spent = (host.elapsed() - start) / formats.length;
    diagnostics.push(...result.diagnostics);
    for (const file of result.value?.files ?? []) {
      documents.push({ file: `${report.id}/${name}.${file.format}`, template: name, spent, ...file });
    }
  }
  return { report, findings, documents, diagnostics };
};

/** Writes documents, each whole or not at all; one that cannot be written does not stop the others. */
const writeAll = async (
  made: readonly MadeDocument[],
  { out, gallery }: Task,
  host: Host,
): Promise<{ readonly written: readonly WrittenDocument[]; readonly diagnostics: readonly Diagnostic[] }> => {
  const written: WrittenDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { file, template, format, bytes, pages, spent } of made) {
    try {
      await host.replace(path.join(out, file), bytes);
      written.push({ template, format, sha256: sha256(bytes), bytes: bytes.length, pages, spent });
    } catch (error) {
      diagnostics.push(messages.notWritable(file, error));
      continue;
    }
    if (!gallery || format !== 'pdf') continue;
    // Drawn here, where the bytes are at hand and the other lanes go on; the page itself is written after the manifest.
    const picture = await keepPicture(out, { file, sha256: sha256(bytes) }, bytes, host);
    diagnostics.push(...picture.diagnostics);
  }
  return { written, diagnostics };
};

/** Works on tasks with one engine. */
export const workWith =
  (engine: Engine, host: Host): Work =>
  async (task: Task): Promise<TaskResult> => {
    const bytes = await host.read(task.path).catch((error: unknown) => messages.notReadable(task.label, error));
    if ('severity' in bytes) return { written: [], diagnostics: [bytes], sources: [] };
    const sources = [[task.label, new TextDecoder().decode(bytes)]] as const;

    const { report, findings, documents, diagnostics: making } = await makeReport(task, bytes, engine, host);
    if (report === undefined) return { written: [], diagnostics: making, sources };
    const { written, diagnostics: writing } = await writeAll(documents, task, containedHost(task.out, host));
    const diagnostics = [...making, ...writing];
    return {
      report: {
        id: report.id,
        title: report.title,
        place: report.place.name,
        year: report.years.planned ?? report.years.reviewed + 1,
        data: sha256(bytes),
        findings: countFindings(findings),
        figures: figuresOf(report),
        card: cardOf(report, findings, shownOf(engine)),
      },
      written,
      diagnostics,
      sources: hasErrors(diagnostics) ? sources : [],
    };
  };
