// The outside world behind one interface: files, and what the environment says.
// Stages that need a file take a Host; tests give a memory one, so no test writes where it should not.
// There is no clock here on purpose: dates in documents come from the data. `elapsed` is for progress lines only.
import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';

export type Host = {
  /** The bytes of a file. Throws the system's error when it cannot be read. */
  readonly read: (file: string) => Promise<Uint8Array>;
  /** Names in a folder with whether each is a folder, sorted by code unit. Empty when the folder is absent. */
  readonly list: (folder: string) => Promise<readonly { readonly name: string; readonly folder: boolean }[]>;
  readonly exists: (file: string) => Promise<boolean>;
  /** Writes to a temporary name beside `file`, then renames: a reader sees the old bytes or the new, never a part. */
  readonly replace: (file: string, bytes: Uint8Array) => Promise<void>;
  readonly remove: (file: string) => Promise<void>;
  /** Writes a file that must not exist yet; false when it does. */
  readonly createNew: (file: string, bytes: Uint8Array) => Promise<boolean>;
  /** Removes an empty folder; one that holds anything stays. */
  readonly removeEmptyFolder: (folder: string) => Promise<void>;
  readonly processId: number;
  /** How many threads the machine runs at once: for choosing the number of workers, never for output. */
  readonly cores: number;
  /** Whether a process with this number is alive on this machine. */
  readonly isRunning: (processId: number) => boolean;
  /** Milliseconds since some fixed moment: for showing how long a thing took, never for output. */
  readonly elapsed: () => number;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** SHA-256 in hexadecimal: content addresses for caches, manifests and ids. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The machine's own files. */
export const realHost = (): Host => ({
  // Plain bytes over the same memory: a Buffer's `slice` shares what a Uint8Array's copies.
  read: async (file) => {
    const { buffer, byteOffset, byteLength } = await fs.readFile(file);
    return new Uint8Array(buffer, byteOffset, byteLength);
  },
  list: async (folder) => {
    const entries = await fs.readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    return entries
      .map((entry) => ({ name: entry.name, folder: entry.isDirectory() }))
      .toSorted((a, b) => byCodeUnit(a.name, b.name));
  },
  exists: async (file) =>
    fs.access(file).then(
      () => true,
      () => false,
    ),
  replace: async (file, bytes) => {
    await fs.mkdir(path.dirname(file), { recursive: true });
    const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      await fs.writeFile(temporary, bytes);
      await fs.rename(temporary, file);
    } catch (error) {
      await fs.rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
  },
  remove: async (file) => fs.rm(file, { force: true }),
  createNew: async (file, bytes) => {
    await fs.mkdir(path.dirname(file), { recursive: true });
    try {
      await fs.writeFile(file, bytes, { flag: 'wx' });
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
      throw error;
    }
  },
  removeEmptyFolder: async (folder) => fs.rmdir(folder).catch(() => undefined),
  processId: process.pid,
  cores: availableParallelism(),
  isRunning: (processId) => {
    try {
      process.kill(processId, 0);
      return true;
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
  },
  elapsed: () => performance.now(),
  environment: process.env,
});

const missing = (file: string): Error => Object.assign(new Error(`no such file: ${file}`), { code: 'ENOENT' });

/** Files in memory, for tests: paths are taken as written. */
export const memoryHost = (
  files: ReadonlyMap<string, Uint8Array | string>,
): Host & { readonly files: Map<string, Uint8Array> } => {
  const store = new Map(
    [...files].map(([file, content]) => [
      file,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  return {
    files: store,
    read: async (file) => {
      const bytes = store.get(file);
      if (bytes === undefined) throw missing(file);
      return bytes;
    },
    list: async (folder) => {
      const prefix = folder.endsWith('/') ? folder : `${folder}/`;
      const names = new Map<string, boolean>();
      for (const file of store.keys()) {
        if (!file.startsWith(prefix)) continue;
        const [name = '', ...rest] = file.slice(prefix.length).split('/');
        names.set(name, rest.length > 0);
      }
      return [...names]
        .map(([name, isFolder]) => ({ name, folder: isFolder }))
        .toSorted((a, b) => byCodeUnit(a.name, b.name));
    },
    exists: async (file) => store.has(file),
    replace: async (file, bytes) => void store.set(file, bytes),
    remove: async (file) => void store.delete(file),
    createNew: async (file, bytes) => {
      if (store.has(file)) return false;
      store.set(file, bytes);
      return true;
    },
    removeEmptyFolder: async () => undefined,
    processId: 1,
    cores: 1,
    isRunning: (processId) => processId === 1,
    elapsed: () => 0,
    environment: {},
  };
};
