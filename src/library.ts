// The library: what `import { build, extract, audit, proof } from 'jianbao'` gives. docs/library.md is its guide.
// Results are values with their diagnostics. Nothing is printed, and bad input is told, not thrown.
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { printDiagnostics } from './diagnostics/print.ts';

export { build, buildFolder } from './library/build.ts';
export type {
  BuildFolderOptions,
  BuildOptions,
  Built,
  BuiltDocument,
  FolderResult,
  TargetOptions,
} from './library/build.ts';
export type { FileInput, ProjectOptions, ReportInput } from './library/input.ts';
export { audit, extract, load, proof } from './library/read.ts';
export type {
  AuditResult,
  ExtractOptions,
  ExtractResult,
  LoadResult,
  ProofOptions,
  ProofOutcome,
} from './library/read.ts';
export { exportFigures, importTable } from './library/tables.ts';
export type { ExportOptions, ExportResult, ImportOptions, ImportResult, TableFormat } from './library/tables.ts';
export { hasErrors } from './diagnostics/diagnostic.ts';
export type { Diagnostic, DiagnosticCode, Message, Severity, Span } from './diagnostics/diagnostic.ts';
export { isOpen } from './audit/audit.ts';
export type { Finding, FindingLevel } from './audit/finding.ts';
export type { TargetRow } from './audit/target-table.ts';
export type { Fact } from './extract/fact.ts';
export { hasFailures } from './proof/finding.ts';
export type { ProofResult } from './proof/proof.ts';
export { writeReport as reportYaml } from './report/write.ts';
export type { Report } from './report/schema.ts';

/** Diagnostics as text, with the lines that they point into: what the command prints. Empty when there are none. */
export const diagnosticsText = (
  {
    diagnostics,
    sources,
  }: { readonly diagnostics: readonly Diagnostic[]; readonly sources: ReadonlyMap<string, string> },
  language: 'zh' | 'en' = 'zh',
): string => printDiagnostics(diagnostics, sources, language);
