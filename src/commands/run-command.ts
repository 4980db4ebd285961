// Takes a command's name and parsed arguments, runs it, gives the exit code. Each command's file loads when it runs.
import path from 'node:path';
import { printDiagnostics, toJson } from '../diagnostics/print.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { realHost, type Host } from '../host.ts';
import type { OptionValues } from '../parse-arguments.ts';
import type { Terminal } from '../terminal.ts';
import { packageFolder } from '../version.ts';

export type CommandContext = {
  readonly terminal: Terminal;
  readonly host: Host;
  /** The project's folder: where the command was started. */
  readonly root: string;
  readonly packageFolder: string;
};

export type Command = (
  positionals: readonly string[],
  options: OptionValues,
  context: CommandContext,
) => Promise<number>;

const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./init.ts')).initCommand,
  new: async () => (await import('./new.ts')).newCommand,
  build: async () => (await import('./build.ts')).buildCommand,
  watch: async () => (await import('./watch.ts')).watchCommand,
  preview: async () => (await import('./preview.ts')).previewCommand,
  extract: async () => (await import('./extract.ts')).extractCommand,
  audit: async () => (await import('./audit.ts')).auditCommand,
  import: async () => (await import('./import.ts')).importCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  merge: async () => (await import('./merge.ts')).mergeCommand,
  proof: async () => (await import('./proof.ts')).proofCommand,
  list: async () => (await import('./list.ts')).listCommand,
  fonts: async () => (await import('./fonts.ts')).fontsCommand,
  schema: async () => (await import('./schema.ts')).schemaCommand,
  completion: async () => (await import('./completion.ts')).completionCommand,
};

export const runCommand = async (
  name: string,
  parsed: { readonly positionals: readonly string[]; readonly options: OptionValues },
  { terminal, root }: { readonly terminal: Terminal; readonly root: string },
): Promise<number> => {
  const load = loaders[name];
  if (load === undefined) throw new Error(`the command ${name} has no file`);
  const command = await load();
  return command(parsed.positionals, parsed.options, {
    terminal,
    host: realHost(),
    root: path.resolve(root),
    packageFolder: packageFolder(),
  });
};

/** Prints diagnostics to the terminal's error side; nothing when there are none. */
export const showDiagnostics = (
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  terminal: Terminal,
): void => {
  const text = printDiagnostics(diagnostics, sources, terminal.locale, { color: terminal.interactive });
  if (text !== '') terminal.err(text.trimEnd());
};

/** JSON for machines: two spaces, so that people can read it too; what a terminal would obey is written as `\\u009b`. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, null, 2).replaceAll(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

export const diagnosticsJson = (diagnostics: readonly Diagnostic[]): readonly unknown[] => diagnostics.map(toJson);
