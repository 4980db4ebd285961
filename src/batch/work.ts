// Makes and writes the documents of one report: what a worker does with a task.
// All documents of the report are made before the first is written, so that an error leaves the last good set in place.
import { runAudit } from '../audit/audit.ts';
import type { Finding } from '../audit/finding.ts';
import { containedHost } from '../contained-host.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Engine } from '../engine.ts';
import { printFigure } from '../figures/print.ts';
import { cardOf } from '../gallery/make-card.ts';
import { sha256, type Host } from '../host.ts';
import { loadReport } from '../report/load.ts';
import type { Report } from '../report/schema.ts';
import { statementsOf } from '../report/statements.ts';
import { countFindings, makeAll, shownOf, writeAll, type MadeDocument } from './make-documents.ts';
import * as messages from './messages.ts';
import { workOnGroup } from './work-group.ts';
import type { KeptFigure, Task, TaskResult, Work } from './task.ts';

/** Every figure of a report as it is printed. */
const figuresOf = (report: Report): readonly KeptFigure[] =>
  statementsOf(report).map((statement) => ({
    ref: statement.ref,
    name: statement.name,
    period: statement.period,
    text: statement.text ?? printFigure(statement),
  }));

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
  const audit = runAudit([report], { indicators: { indicators: [...engine.indicators] } });
  const { findings } = audit;
  const { conflict } = countFindings(findings);
  if (task.strict && conflict > 0) {
    diagnostics.push(messages.conflictsFound(task.label, conflict));
    return { findings, documents: [], diagnostics };
  }

  const subject = { over: 'report', report, file: task.label, hash: sha256(bytes).slice(0, 8), audit } as const;
  const made = await makeAll(report.id, subject, task.documents, engine, host);
  return { report, findings, documents: made.documents, diagnostics: [...diagnostics, ...made.diagnostics] };
};

/** Works on tasks with one engine. */
export const workWith =
  (engine: Engine, host: Host): Work =>
  async (task: Task): Promise<TaskResult> => {
    if (task.group) return workOnGroup(task, task.group, engine, host);
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
