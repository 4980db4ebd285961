// Removes what builds that were killed left behind: temporary files of our own pattern, in the output folder and the
// folders right under it, and the locks under which a dead lock is taken over. Nothing else is touched. The caller
// holds the lock, so no build is writing there, and whoever is about to take over a dead lock finds that it has gone.
import path from 'node:path';
import { temporaryName, type Host } from '../host.ts';
import { takenOver } from './lock.ts';

/** Gives how many files were removed. */
export const removeTemporaries = async (out: string, host: Host): Promise<number> => {
  let removed = 0;
  const clean = async (folder: string, deeper: boolean): Promise<void> => {
    // A folder that cannot be read, or a file that cannot be removed, stops no build: it is tried again by the next.
    for (const entry of await host.list(folder).catch(() => [])) {
      const full = path.join(folder, entry.name);
      if (entry.folder && deeper) await clean(full, false);
      else if (!entry.folder && (temporaryName.test(entry.name) || takenOver.test(entry.name))) {
        await host.remove(full).then(
          () => (removed += 1),
          () => undefined,
        );
      }
    }
  };
  await clean(out, true);
  return removed;
};
