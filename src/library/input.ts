// What a program hands to the library: paths, files in memory, reports. All of it becomes files of one project folder,
// so that the functions of the library work on files as the commands do.
import path from 'node:path';
import { labelOfInput } from '../batch/scan.ts';
import { realHost, type Host } from '../host.ts';
import { layeredHost } from '../layered-host.ts';
import { readProject, type Project } from '../project.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Report } from '../report/schema.ts';
import { writeReport } from '../report/write.ts';
import { packageFolder } from '../version.ts';

/** A file: its path, from `root` or absolute; or its content, with the name that messages call it by. */
export type FileInput = string | { readonly file: string; readonly content: string | Uint8Array };

/** A report: its data file (.yaml, .json), or the report itself as `extract` and `load` give it. */
export type ReportInput = FileInput | Report;

/** Where templates, theme, fonts and the table of indicators come from. */
export type ProjectOptions = {
  /**
   * The project's folder. `templates/`, `fonts/` and `data/indicators.yaml` in it come before those of the package.
   * The current folder when absent.
   */
  readonly root?: string;
  /** Files of the project that stand in memory, by path from `root`: `{ 'templates/card.hbs': '…' }`. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
};

export type Opened = {
  readonly project: Project;
  readonly host: Host;
  /** Paths of the inputs, absolute, in their order, with their names in messages. */
  readonly inputs: readonly { readonly path: string; readonly label: string }[];
  readonly diagnostics: readonly Diagnostic[];
};

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

const isReport = (input: ReportInput): input is Report => typeof input === 'object' && 'sections' in input;

/** Reads the project, with the inputs as files of it. */
export const openProject = async (
  given: readonly ReportInput[],
  { root = '.', files = {} }: ProjectOptions,
): Promise<Opened> => {
  const folder = path.resolve(root);
  const memory = new Map(
    Object.entries(files).map(([file, content]) => [path.resolve(folder, file), bytesOf(content)]),
  );
  const inputs = given.map((input) => {
    // A report goes through the text of its data file, and is checked like one: a program may have changed it.
    const file = typeof input === 'string' ? input : isReport(input) ? `${input.id}.yaml` : input.file;
    const full = path.resolve(folder, file);
    if (typeof input !== 'string') memory.set(full, bytesOf(isReport(input) ? writeReport(input) : input.content));
    return { path: full, label: labelOfInput(full, folder) };
  });
  const host = memory.size > 0 ? layeredHost(memory, realHost()) : realHost();
  const { project, diagnostics } = await readProject(folder, packageFolder(), host);
  return { project, host, inputs, diagnostics };
};
