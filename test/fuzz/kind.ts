// What a kind of hostile input is: how its inputs are made, and the stages that each goes through.
import type * as fc from 'fast-check';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';

/** A made file, by the name that messages call it by. */
export type Input = { readonly name: string; readonly content: string | Uint8Array };

/** What the stages said to an input. */
export type Answer = {
  /** Whether anything came of it. */
  readonly accepted: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that the diagnostics may point into, by file. */
  readonly sources: ReadonlyMap<string, string>;
  /** What is not as it must be, beyond what judge.ts looks at. */
  readonly faults?: readonly string[];
};

export type Kind = {
  readonly name: string;
  readonly inputs: fc.Arbitrary<Input>;
  readonly answer: (input: Input) => Promise<Answer>;
};

export const bytesOf = ({ content }: Input): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

export const textOf = ({ content }: Input): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);
