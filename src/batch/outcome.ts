// What a run did to an output folder: for each document, for each report, for the figures.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FigureChange } from './changes.ts';
import type { DocumentEntry, ReportEntry } from './manifest.ts';

/** `rebuilt` was made anew and came out the same. */
export const statuses = ['created', 'changed', 'rebuilt', 'unchanged', 'removed', 'failed'] as const;
export type DocumentStatus = (typeof statuses)[number];

/** What became of one document. */
export type DocumentOutcome = {
  readonly file: string;
  readonly report: string;
  readonly template: string;
  readonly format: string;
  readonly status: DocumentStatus;
  readonly bytes: number;
  readonly pages: number;
  /** Milliseconds; 0 when nothing was done. For show only. */
  readonly spent: number;
};

export type BatchResult = {
  /** By file name. */
  readonly documents: readonly DocumentOutcome[];
  /** All reports that the folder holds documents of, by id. */
  readonly reports: readonly ReportEntry[];
  /** What the manifest says of documents now. */
  readonly entries: readonly DocumentEntry[];
  readonly changes: readonly FigureChange[];
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that the diagnostics point into, by name. */
  readonly sources: ReadonlyMap<string, string>;
};

/** Told after each report: how many are done, failed, and how many there are. */
export type Progress = (done: number, failed: number, total: number) => void;
