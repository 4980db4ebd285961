// The outside world behind one interface: files, and what the environment says.
// Stages that need a file take a Host; tests give a memory one, so no test writes where it should not.
// There is no clock here on purpose: dates in documents come from the data. `elapsed` is for progress lines only.
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, readlinkSync, readSync, watch } from 'node:fs';
import * as fs from 'node:fs/promises';
import { availableParallelism, hostname } from 'node:os';
import path from 'node:path';

/**
 * A process told apart from every other: the machine with its boot and process namespace (two containers of one machine
 * count as two), the process number there, and the moment of its start, empty where the system does not tell.
 */
export type ProcessMark = { readonly machine: string; readonly id: number; readonly started: string };

export type Host = {
  /** The bytes of a file. Throws the system's error when it cannot be read. */
  readonly read: (file: string) => Promise<Uint8Array>;
  /** Length and SHA-256 of a file, which is never held whole. Throws the system's error when it cannot be read. */
  readonly digest: (file: string) => Promise<{ readonly bytes: number; readonly sha256: string }>;
  /** Names in a folder with whether each is a folder, sorted by code unit. Empty when the folder is absent. */
  readonly list: (folder: string) => Promise<readonly { readonly name: string; readonly folder: boolean }[]>;
  readonly exists: (file: string) => Promise<boolean>;
  /** Whether a path is itself a symbolic link (or a junction); false when there is nothing. */
  readonly isLink: (file: string) => Promise<boolean>;
  /** Writes to a temporary name beside `file`, then renames: a reader sees the old bytes or the new, never a part. */
  readonly replace: (file: string, bytes: Uint8Array) => Promise<void>;
  readonly remove: (file: string) => Promise<void>;
  /** Writes a file that must not exist yet, whole at the moment it appears; false when there is one. */
  readonly createNew: (file: string, bytes: Uint8Array) => Promise<boolean>;
  /** Removes an empty folder; one that holds anything stays. */
  readonly removeEmptyFolder: (folder: string) => Promise<void>;
  /** Tells of changes in a folder (not in those under it) until stopped; an absent folder never changes. */
  readonly watchFolder: (folder: string, changed: () => void) => { readonly stop: () => void };
  readonly process: ProcessMark;
  /** How many threads the machine runs at once: for choosing the number of workers, never for output. */
  readonly cores: number;
  /** Whether a process is alive; undefined when it cannot be known from here: another machine, or no moment of start. */
  readonly isRunning: (mark: ProcessMark) => boolean | undefined;
  /** Milliseconds since some fixed moment: for showing how long a thing took, never for output. */
  readonly elapsed: () => number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Resolves when the program is asked to end, by Ctrl-C or by the system; a second time ends it at once. */
  readonly interrupted: () => Promise<void>;
};

/** SHA-256 in hexadecimal: content addresses for caches, manifests and ids. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What temporary files are called: the file's own name, the process that writes, a random part. */
export const temporaryName = /\.\d+\.[0-9a-f]{12}\.tmp$/;

const temporaryFor = (file: string): string => `${file}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;

const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);

const orEmpty = (read: () => string): string => {
  try {
    return read();
  } catch {
    return ''; // no /proc: not Linux
  }
};

/** Clock ticks from boot to the start of a process: field 22 of proc_pid_stat(5); the name before it may hold anything. */
const startOf = (id: number): string => {
  const line = orEmpty(() => readFileSync(`/proc/${id}/stat`, 'latin1'));
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
};

const ownMark = (): ProcessMark => {
  const boot = orEmpty(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1')).trim();
  const namespace = orEmpty(() => readlinkSync('/proc/self/ns/pid'));
  return { machine: [hostname(), boot, namespace].join(' ').trim(), id: process.pid, started: startOf(process.pid) };
};

const isAlive = (id: number): boolean => {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
};

/** Through one buffer and without waiting: over a thousand files that takes two thirds of the time of reading each. */
const digestFile = (file: string, buffer: Uint8Array): { readonly bytes: number; readonly sha256: string } => {
  const handle = openSync(file, 'r');
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for (let count = readSync(handle, buffer); count > 0; count = readSync(handle, buffer)) {
      hash.update(buffer.subarray(0, count));
      bytes += count;
    }
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    closeSync(handle);
  }
};

let digestBuffer: Uint8Array | undefined;

/** The machine's own files. */
export const realHost = (): Host => ({
  // Plain bytes over the same memory: a Buffer's `slice` shares what a Uint8Array's copies.
  read: async (file) => {
    const { buffer, byteOffset, byteLength } = await fs.readFile(file);
    return new Uint8Array(buffer, byteOffset, byteLength);
  },
  digest: async (file) => digestFile(file, (digestBuffer ??= new Uint8Array(2 ** 18))),
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
  isLink: async (file) =>
    fs.lstat(file).then(
      (found) => found.isSymbolicLink(),
      () => false,
    ),
  replace: async (file, bytes) => {
    await fs.mkdir(path.dirname(file), { recursive: true });
    const temporary = temporaryFor(file);
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
    const temporary = temporaryFor(file);
    try {
      await fs.writeFile(temporary, bytes);
      // A link appears with all its content, which a file opened for writing does not.
      await fs.link(temporary, file).catch(async (error: unknown) => {
        if (!hasCode(error, 'EPERM', 'ENOTSUP', 'ENOSYS', 'EXDEV')) throw error;
        await fs.writeFile(file, bytes, { flag: 'wx' }); // a file system without links
      });
      return true;
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return false;
      throw error;
    } finally {
      await fs.rm(temporary, { force: true }).catch(() => undefined);
    }
  },
  removeEmptyFolder: async (folder) => fs.rmdir(folder).catch(() => undefined),
  watchFolder: (folder, changed) => {
    try {
      const watcher = watch(folder, { persistent: true }, changed);
      watcher.on('error', changed); // the folder has gone: what is left is seen by looking
      return { stop: () => watcher.close() };
    } catch (error) {
      if (hasCode(error, 'ENOENT', 'ENOTDIR')) return { stop: () => undefined };
      throw error;
    }
  },
  process: ownMark(),
  cores: availableParallelism(),
  isRunning: (mark) => {
    if (mark.machine !== ownMark().machine) return undefined;
    if (!isAlive(mark.id)) return false;
    const started = startOf(mark.id);
    return mark.started === '' || started === '' ? undefined : mark.started === started;
  },
  elapsed: () => performance.now(),
  environment: process.env,
  interrupted: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    }),
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
    digest: async (file) => {
      const bytes = store.get(file);
      if (bytes === undefined) throw missing(file);
      return { bytes: bytes.length, sha256: sha256(bytes) };
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
    isLink: async () => false,
    replace: async (file, bytes) => void store.set(file, bytes),
    remove: async (file) => void store.delete(file),
    createNew: async (file, bytes) => {
      if (store.has(file)) return false;
      store.set(file, bytes);
      return true;
    },
    removeEmptyFolder: async () => undefined,
    watchFolder: () => ({ stop: () => undefined }),
    process: { machine: 'memory', id: 1, started: '1' },
    cores: 1,
    isRunning: ({ machine, id, started }) => (machine === 'memory' ? id === 1 && started === '1' : undefined),
    elapsed: () => 0,
    environment: {},
    interrupted: () => new Promise(() => undefined),
  };
};
