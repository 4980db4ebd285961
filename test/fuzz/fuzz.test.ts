// A few hundred hostile inputs of every kind; npm run fuzz tries as many as one likes.
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './judge.ts';
import type { Kind } from './kind.ts';
import { makeKinds } from './kinds.ts';

let kinds: ReadonlyMap<string, Kind>;

beforeAll(async () => {
  kinds = new Map((await makeKinds({ laidOut: 0 })).map((kind) => [kind.name, kind]));
}, 60_000);

/** How many inputs of each kind: those that are quick more often. */
const counts = {
  data: 24,
  template: 30,
  markdown: 30,
  'report text': 10,
  'report DOCX': 4,
  'report PDF': 2,
  'table CSV': 20,
  'table XLSX': 8,
  theme: 15,
  fonts: 10,
  indicators: 6,
  mapping: 20,
  manifest: 20,
  'proof PDF': 4,
  'proof DOCX': 3,
};

describe('hostile input', () => {
  it.each(Object.entries(counts))('%s is taken or refused, and never more', async (name, numRuns) => {
    const kind = kinds.get(name);
    if (kind === undefined) throw new Error(`no kind ${name}`);
    await fc.assert(
      fc.asyncProperty(kind.inputs, async (input) => {
        expect(faultsOf(await kind.answer(input))).toEqual([]);
      }),
      { seed: 20170421, numRuns, endOnFailure: true },
    );
  });
});
