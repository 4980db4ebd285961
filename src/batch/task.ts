// What main thread and workers say to each other: plain data, so that it can cross between threads.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Card } from '../gallery/card.ts';

export type Format = 'pdf' | 'docx';

/** A report that a document over several is made from. */
export type MemberFile = { readonly path: string; readonly label: string; readonly id: string };

/** One report's documents to make, or those of a group of reports. */
export type Task = {
  /** Data file: its path, and its name in messages. Of a place the name alone, of a selection its file. */
  readonly path: string;
  readonly label: string;
  /** Id that the plan took from the top of the file; the report must bear it. */
  readonly id: string;
  /** Of a group: what its documents are made over, and the reports. */
  readonly group?: {
    readonly over: 'place' | 'selection';
    readonly members: readonly MemberFile[];
  };
  readonly documents: readonly { readonly template: string; readonly format: Format }[];
  /** Output folder, absolute. */
  readonly out: string;
  /** Whether conflicts that the audit finds are errors. */
  readonly strict: boolean;
  /** Whether the first page of each PDF is drawn for the gallery. */
  readonly gallery: boolean;
};

/** A document that was written. */
export type WrittenDocument = {
  readonly template: string;
  readonly format: Format;
  readonly sha256: string;
  readonly bytes: number;
  /** Pages; 0 where the format has none of its own. */
  readonly pages: number;
  /** Milliseconds spent on it. For show only. */
  readonly spent: number;
};

/** A figure as a report states it, kept so that the next build can name those that changed. */
export type KeptFigure = {
  readonly ref: string;
  readonly name: string;
  readonly period: string;
  /** As printed: `157.5亿元`. */
  readonly text: string;
};

export type FindingCount = {
  readonly conflict: number;
  readonly unusual: number;
  readonly note: number;
  readonly accepted: number;
};

/** What became of a task. `report` is absent when its data could not be loaded. */
export type TaskResult = {
  readonly report?: {
    readonly id: string;
    readonly title: string;
    readonly place: string;
    readonly year: number;
    /** SHA-256 of the bytes that were loaded. */
    readonly data: string;
    /** Of a group: its data files. */
    readonly members?: readonly string[];
    readonly findings: FindingCount;
    readonly figures: readonly KeptFigure[];
    /** What the gallery shows of it. */
    readonly card: Card;
  };
  readonly written: readonly WrittenDocument[];
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that the diagnostics point into, by name; the project's own are known to the main thread. */
  readonly sources: readonly (readonly [file: string, text: string])[];
  /** The thread ended before it could say what it had written. */
  readonly unsure?: true;
};

export type Work = (task: Task) => Promise<TaskResult>;

/** Where tasks are worked on. */
export type Pool = { readonly work: Work; readonly close: () => Promise<void> };
