// Finds the data files of a batch and gives each its content hash and report id, without parsing them whole.
// Folders are walked in code-unit order; tables, schemas, hidden and other files are passed over.
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sha256, type Host } from '../host.ts';

export type Input = {
  readonly path: string;
  /** As shown to people and kept in the manifest: from the project's root, with `/`. */
  readonly label: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** As written at the top of the file; undefined when it can only be found by parsing. */
  readonly id: string | undefined;
};

/** Files in a data folder that are not reports. */
const tables: ReadonlySet<string> = new Set(['indicators.yaml']);

const isDataFile = (name: string): boolean =>
  /\.(ya?ml|json)$/.test(name) && !name.endsWith('.schema.json') && !tables.has(name) && !name.startsWith('.');

/** The `id:` line at the top level of YAML or the first "id" of JSON; undefined unless there is exactly one. */
export const idAtTop = (text: string): string | undefined => {
  const lines = [...text.matchAll(/^(?:id|"id"|'id'):[ \t]+(.+?)[ \t]*(?:[ \t]#.*)?\r?$/gmu)];
  const json = text.trimStart().startsWith('{') ? text.match(/"id"\s*:\s*"([^"\\]+)"/u) : null;
  const found = lines.length === 1 ? lines[0]?.[1] : json?.[1];
  return found?.replace(/^(["'])(.*)\1$/u, '$2');
};

const listDataFiles = async (folder: string, host: Host): Promise<string[]> => {
  const files: string[] = [];
  for (const entry of await host.list(folder)) {
    const full = path.join(folder, entry.name);
    if (entry.folder && !entry.name.startsWith('.') && entry.name !== 'node_modules') {
      files.push(...(await listDataFiles(full, host)));
    } else if (!entry.folder && isDataFile(entry.name)) files.push(full);
  }
  return files;
};

/** Reads the named files and all data files under the named folders, each once. */
export const scanInputs = async (
  places: readonly string[],
  root: string,
  host: Host,
): Promise<{ readonly inputs: readonly Input[]; readonly diagnostics: readonly Diagnostic[] }> => {
  const diagnostics: Diagnostic[] = [];
  const files = new Set<string>();
  for (const place of places) {
    const full = path.resolve(root, place);
    const inside = await listDataFiles(full, host).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOTDIR') return [];
      throw error;
    });
    if (inside.length > 0) inside.forEach((file) => files.add(file));
    else if (/\.[^./\\]+$/.test(place)) files.add(full);
    else {
      diagnostics.push({
        severity: 'error',
        code: 'check/no-input',
        file: place,
        message: { zh: '这里没有数据文件', en: 'there is no data file here' },
        hint: {
          zh: '数据文件以 .yaml、.yml 或 .json 结尾',
          en: 'data files end in .yaml, .yml or .json',
        },
      });
    }
  }
  const inputs: Input[] = [];
  for (const file of [...files].toSorted()) {
    const label = path.relative(root, file).split(path.sep).join('/');
    try {
      const bytes = await host.read(file);
      inputs.push({ path: file, label, bytes, sha256: sha256(bytes), id: idAtTop(new TextDecoder().decode(bytes)) });
    } catch (error) {
      diagnostics.push({
        severity: 'error',
        code: 'load/unreadable',
        file: label,
        message: { zh: `读不了文件：${String(error)}`, en: `cannot read the file: ${String(error)}` },
      });
    }
  }
  return { inputs, diagnostics };
};
