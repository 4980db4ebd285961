// What is wrong with an input, where, and what to do about it.
// Every stage returns these; none throws on bad input and none prints.
// The list of codes is closed: a code names its stage and its fault, and is never used again for another.

/** A place in a text file. Lines and columns count from 1; columns count UTF-16 units, as editors do. */
export type Span = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
};

export type Severity = 'error' | 'warning' | 'note';

/** Text in the two languages that messages are shown in. */
export type Message = { readonly zh: string; readonly en: string };

export type Diagnostic = {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  readonly message: Message;
  /** Where: a span in a text, or only a file. */
  readonly span?: Span;
  readonly file?: string;
  readonly hint?: Message;
  /** What led here, innermost first: "for data/x.yaml", "while filling templates/brief.hbs:12:3". */
  readonly trail?: readonly Message[];
};

export const diagnosticCodes = [
  'load/unreadable',
  'load/bad-yaml',
  'load/bad-encoding',
  'check/wrong-type',
  'check/wrong-value',
  'check/missing-key',
  'check/unknown-key',
  'check/duplicate-id',
  'check/unknown-reference',
  'check/no-input',
  'theme/unreadable',
  'theme/wrong-value',
  'group/two-reports',
  'group/two-places',
  'group/bad-member',
  'group/no-selection',
  'fill/bad-template',
  'fill/unknown-template',
  'fill/unknown-partial',
  'fill/unknown-helper',
  'fill/unknown-path',
  'fill/helper-failed',
  'parse/bad-front-matter',
  'parse/unknown-directive',
  'parse/unclosed-directive',
  'parse/bad-attribute',
  'parse/bad-content',
  'arrange/does-not-fit',
  'fonts/wrong-value',
  'fonts/unreadable',
  'fonts/no-candidate',
  'fonts/not-embeddable',
  'fonts/missing-glyph',
  'fonts/role-fallback',
  'pdf/layout',
  'docx/invalid',
  'batch/bad-shard',
  'batch/bad-manifest',
  'batch/timeout',
  'batch/worker-died',
  'write/same-path',
  'write/not-writable',
  'write/altered',
  'watch/not-watched',
  'gallery/not-drawn',
  'gallery/not-ours',
  'extract/unreadable',
  'extract/bad-encoding',
  'extract/not-a-report',
  'extract/too-large',
  'extract/no-text',
  'extract/bad-archive',
  'import/unreadable',
  'import/no-figures',
  'import/not-understood',
  'import/conflict',
  'audit/conflict',
] as const;

export type DiagnosticCode = (typeof diagnosticCodes)[number];

/** What a stage gives back: a value unless an error stopped it, and all the problems it met. */
export type Outcome<T> = { readonly value?: T; readonly diagnostics: readonly Diagnostic[] };

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error');
