// Removes what builds that were killed left behind: temporary files of our own pattern, in the output folder and the
// folders right under it. Nothing else is touched. The caller holds the lock, so no build is writing there.
import path from 'node:path';
import { temporaryName, type Host } from '../host.ts';

/** Gives how many files were removed. */
export const removeTemporaries = async (out: string, host: Host): Promise<number> => {
  let removed = 0;
  const clean = async (folder: string, deeper: boolean): Promise<void> => {
    for (const entry of await host.list(folder)) {
      const full = path.join(folder, entry.name);
      if (entry.folder && deeper) await clean(full, false);
      else if (!entry.folder && temporaryName.test(entry.name)) {
        await host.remove(full);
        removed += 1;
      }
    }
  };
  await clean(out, true);
  return removed;
};
