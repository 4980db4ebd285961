// One build at a time on one output folder: a lock file that says which process holds it.
// A lock whose process is gone (killed, or the machine restarted) is taken over, so that the next run completes.
//
// Why not proper-lockfile: it knows a dead lock only by its age, so the run after a kill waits; it compares the clocks
// of two machines; and two runs that find the same dead lock may both take it over for a moment.
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Host, ProcessMark } from '../host.ts';

export type Lock = { readonly release: () => Promise<void> };

/** Who holds the lock, as far as its file tells. */
export type Holder = { readonly process: number; readonly machine: string };

export type LockTiming = {
  /** Milliseconds between two signs of life of a holder. */
  readonly beat: number;
  /** Milliseconds without one after which a holder that cannot be asked counts as gone. */
  readonly silence: number;
};

const usual: LockTiming = { beat: 2000, silence: 9000 };

const markSchema = z.object({ machine: z.string(), id: z.number(), started: z.string() });

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The text of a file; nothing when it is not there. */
const textOf = async (file: string, host: Host): Promise<string | undefined> =>
  host.read(file).then(
    (bytes) => new TextDecoder().decode(bytes),
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    },
  );

const markIn = (text: string): ProcessMark | undefined => {
  try {
    return markSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** Names of the locks under which a dead lock is taken over. */
export const takenOver = /^\.lock(-taken-over)+$/;

const beatFile = (file: string): string => `${file}-beat`;

/**
 * Whether the holder of a lock still works. A process of this machine is asked for; of one elsewhere (a folder shared
 * by containers or over a network) the file is watched that a holder rewrites at each beat.
 */
const isHeld = async (file: string, text: string, host: Host, timing: LockTiming): Promise<boolean> => {
  const mark = markIn(text);
  const known = mark && host.isRunning(mark);
  if (known !== undefined) return known;
  const before = await textOf(beatFile(file), host);
  for (let waited = 0; waited < timing.silence; waited += timing.beat) {
    await wait(timing.beat);
    const [now, beat] = [await textOf(file, host), await textOf(beatFile(file), host)];
    if (now !== text || beat !== before) return true; // it lives, or another has it now
  }
  return false;
};

/** Takes the lock file, or gives the text of the one that is there and in use. */
const acquire = async (file: string, own: string, host: Host, timing: LockTiming): Promise<string | undefined> => {
  for (;;) {
    if (await host.createNew(file, bytesOf(own))) return undefined;
    const text = await textOf(file, host);
    if (text === undefined) continue; // released just now
    if (await isHeld(file, text, host, timing)) return text;
    // Of several runs that find the same dead lock one may remove it, and only while it is still that lock: the right
    // to do so is a lock itself, taken the same way, since a run can be killed here as anywhere.
    const breaking = `${file}-taken-over`;
    const busy = await acquire(breaking, own, host, timing);
    if (busy !== undefined) return busy;
    if ((await textOf(file, host)) === text) await host.remove(file);
    await host.remove(breaking);
  }
};

/** Takes the lock of an output folder, or says who holds it. Rejects when the folder cannot be written. */
export const takeLock = async (
  out: string,
  host: Host,
  timing: LockTiming = usual,
): Promise<Lock | { readonly heldBy: Holder }> => {
  const file = path.join(out, '.lock');
  const own = `${JSON.stringify(host.process)}\n`;
  const holder = await acquire(file, own, host, timing);
  if (holder !== undefined) {
    const mark = markIn(holder);
    return { heldBy: { process: mark?.id ?? 0, machine: mark?.machine.split(' ')[0] ?? '' } };
  }
  let beats = 0;
  let beating = Promise.resolve();
  const beat = (): void => {
    beats += 1;
    // A beat that cannot be written (a full disk) is no reason to stop the build.
    beating = host.replace(beatFile(file), bytesOf(`${own}${beats}\n`)).catch(() => undefined);
  };
  const timer = setInterval(beat, timing.beat);
  timer.unref();
  return {
    release: async () => {
      clearInterval(timer);
      await beating;
      // What cannot be removed (a folder made read-only meanwhile) is the lock of a process that is gone.
      for (const left of [beatFile(file), file]) await host.remove(left).catch(() => undefined);
    },
  };
};
