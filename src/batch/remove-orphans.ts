// Removes documents that lost their source, but none that was altered since we wrote it, and what is kept of reports
// that have no documents left. The manifest says that they are to be removed before the first of them is.
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { cardFile } from '../gallery/card.ts';
import type { Host } from '../host.ts';
import type { Ledger } from './ledger.ts';
import { isIntact, type DocumentEntry } from './manifest.ts';
import * as messages from './messages.ts';
import type { DocumentOutcome } from './outcome.ts';

type Removed = { readonly outcomes: readonly DocumentOutcome[]; readonly diagnostics: readonly Diagnostic[] };

/** One that cannot be removed is told, and stays in the manifest: the next run tries again. */
export const removeOrphans = async (
  orphaned: readonly DocumentEntry[],
  { out, ledger, host }: { readonly out: string; readonly ledger: Ledger; readonly host: Host },
): Promise<Removed> => {
  const outcomes: DocumentOutcome[] = [];
  const diagnostics: Diagnostic[] = [];
  const ours: DocumentEntry[] = [];
  for (const entry of orphaned) {
    const file = path.join(out, entry.file);
    if (entry.pending || !(await host.exists(file)) || (await isIntact(entry, file, host))) ours.push(entry);
    else {
      diagnostics.push(messages.keptAltered(entry.file));
      ledger.drop(entry.file);
    }
  }
  await ledger.beginRemoval(ours).catch(() => undefined); // told by the last save of the run
  for (const entry of ours) {
    const file = path.join(out, entry.file);
    try {
      await host.remove(file);
      await host.removeEmptyFolder(path.dirname(file));
      outcomes.push({ ...entry, status: 'removed', spent: 0 });
      ledger.drop(entry.file);
    } catch (error) {
      diagnostics.push(messages.notWritable(entry.file, error));
    }
  }
  const { reports, documents } = ledger.now();
  const living = new Set(documents.map(({ report }) => report));
  for (const { id } of reports) {
    if (living.has(id)) continue;
    ledger.dropReport(id);
    await host.remove(path.join(out, cardFile(id))).catch(() => undefined);
  }
  return { outcomes, diagnostics };
};
