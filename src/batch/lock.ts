// One build at a time on one output folder: a lock file that says which process holds it.
// A lock whose process is gone (killed, or the machine restarted) is taken over, so that the next run completes.
import path from 'node:path';
import type { Host } from '../host.ts';

export type Lock = { readonly release: () => Promise<void> };

/** Takes the lock of an output folder, or gives the process number of the build that holds it. */
export const takeLock = async (out: string, host: Host): Promise<Lock | { readonly heldBy: number }> => {
  const file = path.join(out, '.lock');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await host.createNew(file, new TextEncoder().encode(String(host.processId)))) {
      return { release: async () => host.remove(file) };
    }
    const holder = await host.read(file).then(
      (bytes) => Number(new TextDecoder().decode(bytes)),
      () => Number.NaN,
    );
    if (Number.isInteger(holder) && holder > 0 && host.isRunning(holder)) return { heldBy: holder };
    await host.remove(file);
  }
  return { heldBy: 0 };
};
