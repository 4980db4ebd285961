// Keeps what takes long to make in a folder, under a hash of all that it was made from.
// An entry carries the hash of its content: one that was cut short or changed is made again, silently.
// The folder may be deleted at any time, and a folder that cannot be written costs time only.
import path from 'node:path';
import { sha256, temporaryName, type Host } from '../host.ts';

export type Cache = {
  /** The bytes kept under `parts`, or those that `make` gives, which are then kept. */
  readonly get: (parts: readonly string[], make: () => Promise<Uint8Array>) => Promise<Uint8Array>;
};

const sealLength = 64;

const open = (entry: Uint8Array): Uint8Array | undefined => {
  const content = entry.subarray(sealLength);
  const seal = new TextDecoder('latin1').decode(entry.subarray(0, sealLength));
  return seal === sha256(content) ? content : undefined;
};

const close = (content: Uint8Array): Uint8Array => {
  const entry = new Uint8Array(sealLength + content.length);
  entry.set(new TextEncoder().encode(sha256(content)));
  entry.set(content, sealLength);
  return entry;
};

/** A cache in `folder`; each entry is asked of the disk at most once by this process while it is being made. */
export const openCache = (folder: string, host: Host): Cache => {
  const pending = new Map<string, Promise<Uint8Array>>();
  /** What processes that were killed left of an entry. One that is writing it now fails, and does without. */
  const sweep = async (file: string): Promise<void> => {
    for (const { name } of await host.list(folder).catch(() => [])) {
      if (name.startsWith(path.basename(file)) && temporaryName.test(name))
        await host.remove(path.join(folder, name)).catch(() => undefined);
    }
  };
  const load = async (file: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    if (await host.exists(file)) {
      // An entry that cannot be read is made again, like one that is damaged.
      const content = await host.read(file).then(open, () => undefined);
      if (content) return content;
    }
    const made = await make();
    await host.replace(file, close(made)).catch(() => undefined);
    await sweep(file);
    return made;
  };
  return {
    get: (parts, make) => {
      const file = path.join(folder, `${sha256(parts.join('\n'))}.bin`);
      const running = pending.get(file) ?? load(file, make).finally(() => pending.delete(file));
      pending.set(file, running);
      return running;
    },
  };
};
