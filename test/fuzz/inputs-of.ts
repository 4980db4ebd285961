// The inputs of a chunk: the same for the same kind, seed and count, in every process.
import * as fc from 'fast-check';
import type { Input, Kind } from './kind.ts';

export const inputsOf = (kind: Kind, { seed, count }: { readonly seed: number; readonly count: number }): Input[] =>
  fc.sample(kind.inputs, { seed, numRuns: count });
