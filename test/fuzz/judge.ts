// Judges the answer to an input: what holds for every input, whatever it was.
import { diagnosticCodes, type Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { printDiagnostics } from '../../src/diagnostics/print.ts';
import type { Answer } from './kind.ts';

const codes: ReadonlySet<string> = new Set(diagnosticCodes);

// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
/** Signs of a fault of ours in a message. “undefined entity” is what a parser of XML says of `&name;`. */
const stackTrace =
  /\n\s+at \S+ \(|node:internal|TypeError|RangeError|ReferenceError|\.ts:\d+:\d+|\bundefined\b(?! entity\b)|\[object /;

const placeFault = ({ code, span, file }: Diagnostic, sources: Answer['sources']): string | undefined => {
  if (span === undefined) return file === undefined || file === '' ? `${code} has no place` : undefined;
  const text = sources.get(span.file);
  if (text === undefined) return `${code} points into ${span.file}, which is not there`;
  const lines = text.split('\n');
  const line = lines[span.line - 1];
  if (line === undefined) return `${code} points to line ${span.line} of ${lines.length}`;
  return span.column < 1 || span.column > line.length + 2
    ? `${code} points to column ${span.column} of ${line.length} on line ${span.line}`
    : undefined;
};

/** What is wrong with an answer; empty when all is well. */
export const faultsOf = ({ accepted, diagnostics, sources, faults = [] }: Answer): readonly string[] => {
  const found = [...faults];
  if (!accepted && diagnostics.length === 0) found.push('refused without a word');
  for (const diagnostic of diagnostics) {
    if (!codes.has(diagnostic.code)) found.push(`the code ${diagnostic.code} is not on the list`);
    const misplaced = placeFault(diagnostic, sources);
    if (misplaced !== undefined) found.push(misplaced);
  }
  for (const locale of ['zh', 'en'] as const) {
    const printed = printDiagnostics(diagnostics, sources, locale);
    const bad = control.exec(printed)?.[0];
    if (bad !== undefined) found.push(`U+${bad.charCodeAt(0).toString(16)} reaches the terminal`);
    const own = diagnostics.map(({ message, hint }) => `${message[locale]} ${hint?.[locale] ?? ''}`).join('\n');
    const trace = stackTrace.exec(own)?.[0];
    if (trace !== undefined) found.push(`a message says “${trace.trim()}”`);
  }
  return [...new Set(found)];
};
