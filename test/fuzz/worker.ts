// Tries the inputs of a chunk one by one and tells of each before and after. It may be killed at any moment.
import { inputsOf } from './inputs-of.ts';
import { faultsOf } from './judge.ts';
import { makeKinds, type Seeds } from './kinds.ts';

export type Chunk = {
  readonly kind: string;
  readonly seed: number;
  readonly count: number;
  /** The first input to be tried. */
  readonly from: number;
};
export type Begun = { readonly begun: number };
export type Done = {
  readonly index: number;
  readonly accepted: boolean;
  readonly faults: readonly string[];
  /** Seconds of processor time. */
  readonly spent: number;
};

const tell = (message: Begun | Done): void => void process.send?.(message);

const seconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** What nobody waited for, since the last input began. */
let stray: string[] = [];
process.on('unhandledRejection', (reason) => stray.push(`unhandled rejection: ${String(reason)}`));

const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return `threw ${String(error)}`;
  const place = (error.stack ?? '').split('\n').find((line) => line.includes('/src/')) ?? '';
  return `threw ${error.name}: ${error.message.split('\n')[0]} ${place.replace(/^.*\/src\//, 'src/').replace(/\)$/, '')}`;
};

const given: unknown = JSON.parse(process.argv[2] ?? '{}');
// run.ts, which wrote it, gives these.
const kinds = await makeKinds(given as Seeds);

process.on('message', (message) => {
  void work(message as Chunk);
});

const work = async (chunk: Chunk): Promise<void> => {
  const kind = kinds.find(({ name }) => name === chunk.kind);
  if (kind === undefined) throw new Error(`no kind ${chunk.kind}`);
  for (const [index, input] of inputsOf(kind, chunk).entries()) {
    if (index < chunk.from) continue;
    stray = [];
    tell({ begun: index });
    const start = seconds();
    let accepted = false;
    const faults: string[] = [];
    try {
      const answer = await kind.answer(input);
      accepted = answer.accepted;
      faults.push(...faultsOf(answer));
    } catch (error) {
      faults.push(describe(error));
    }
    const spent = seconds() - start;
    // What was rejected without anyone waiting shows when the loop comes round.
    await new Promise((resolve) => setImmediate(resolve));
    tell({ index, accepted, faults: [...faults, ...stray].slice(0, 4), spent });
  }
};
