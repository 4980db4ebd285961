// Runs a batch while holding the lock of its output folder, after sweeping up what killed builds left there.
import path from 'node:path';
import { containedHost } from '../contained-host.ts';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { removeTemporaries } from './clean-up.ts';
import { takeLock } from './lock.ts';
import * as messages from './messages.ts';
import type { BatchResult, Progress } from './outcome.ts';
import type { BatchRequest } from './outlook.ts';
import { runBatch } from './run.ts';
import type { Pool } from './task.ts';

/** Without a value when nothing was done: another build holds the folder, or it cannot be written. */
export const runLocked = async (
  request: BatchRequest,
  open: (lanes: number) => Pool,
  outside: Host,
  progress: Progress,
): Promise<Outcome<BatchResult>> => {
  const { root, out } = request;
  const host = containedHost(out, outside);
  const shown = path.relative(root, out) || '.';
  let lock: Awaited<ReturnType<typeof takeLock>>;
  try {
    lock = await takeLock(out, host);
  } catch (error) {
    return { diagnostics: [messages.notWritable(shown, error)] };
  }
  if ('heldBy' in lock) return { diagnostics: [messages.otherBuild(shown, lock.heldBy)] };
  try {
    await removeTemporaries(out, host);
    const value = await runBatch(request, open, host, progress);
    return { value, diagnostics: value.diagnostics };
  } finally {
    await lock.release();
  }
};
