// Reads reports as people name them: data files, folders of data files, and report texts, which go through extract.
import path from 'node:path';
import { notReadable } from '../batch/messages.ts';
import { scanInputs } from '../batch/scan.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { extractReport, type Extracted } from '../extract/extract.ts';
import type { Host } from '../host.ts';
import { loadReport } from '../report/load.ts';
import type { IndicatorTable, Report } from '../report/schema.ts';

/** Whether a path names a report text and not a data file or folder. */
export const isReportText = (place: string): boolean => /\.(txt|docx|pdf)$/i.test(place);

/** Reads a report text (.txt, .docx, .pdf). `label` is the name in messages. */
export const readReportText = async (
  file: string,
  label: string,
  indicators: IndicatorTable,
  host: Host,
): Promise<Outcome<Extracted>> => {
  let bytes: Uint8Array;
  try {
    bytes = await host.read(file);
  } catch (error) {
    return { diagnostics: [notReadable(label, error)] };
  }
  return extractReport(label, bytes, { indicators });
};

/** A report with the name of the file that it was read from. */
export type ReadReport = { readonly report: Report; readonly file: string };

export type ReadReports = {
  readonly reports: readonly ReadReport[];
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that the diagnostics point into, by name. */
  readonly sources: ReadonlyMap<string, string>;
};

/** Reads everything that is named; what cannot be read is told, and the rest is read all the same. */
export const readReports = async (
  places: readonly string[],
  root: string,
  indicators: IndicatorTable,
  host: Host,
): Promise<ReadReports> => {
  const reports: ReadReport[] = [];
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, string>();
  for (const place of places.filter(isReportText)) {
    const outcome = await readReportText(path.resolve(root, place), place, indicators, host);
    diagnostics.push(...outcome.diagnostics);
    if (outcome.value) reports.push({ report: outcome.value.report, file: place });
  }
  const dataPlaces = places.filter((place) => !isReportText(place));
  const scanned = await scanInputs(dataPlaces, root, host);
  diagnostics.push(...scanned.diagnostics);
  for (const { path: file, label } of scanned.inputs) {
    const bytes = await host.read(file);
    const loaded = loadReport(label, bytes);
    diagnostics.push(...loaded.diagnostics);
    sources.set(label, new TextDecoder().decode(bytes));
    if (loaded.value) reports.push({ report: loaded.value.report, file: label });
  }
  return { reports, diagnostics, sources };
};
