// Files that were cut short or overwritten here and there: proof says so and never throws.
import { beforeAll, describe, expect, it } from 'vitest';
import { hasFailures } from '../../../src/proof/finding.ts';
import { docxOf, failuresOf, pdfOf, proofOf, rulesOf, sample } from './sample.ts';

const files = new Map<string, Uint8Array>();

beforeAll(async () => {
  files.set('PDF', await pdfOf(sample));
  files.set('DOCX', await docxOf(sample));
}, 60_000);

/** Numbers from 0 to 1, the same on every run. */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
};

describe.each(['PDF', 'DOCX'])('a damaged %s', (kind) => {
  it('that was cut short is a failure, wherever it was cut', () => {
    const whole = files.get(kind) ?? new Uint8Array();
    for (let part = 0; part < 24; part += 1) {
      const result = proofOf(whole.subarray(0, Math.floor((whole.length * part) / 24)));
      expect(hasFailures(result), `cut at ${part}/24`).toBe(true);
      expect(
        rulesOf(failuresOf(result)).some((rule) => rule.startsWith('file/')),
        `cut at ${part}/24`,
      ).toBe(true);
    }
  });

  it('that was overwritten in places never makes proof throw', () => {
    const whole = files.get(kind) ?? new Uint8Array();
    const next = numbersFrom(2017);
    let failed = 0;
    for (let round = 0; round < 60; round += 1) {
      const bytes = Uint8Array.from(whole);
      const places = 1 + Math.floor(next() * 40);
      for (let place = 0; place < places; place += 1)
        bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
      if (hasFailures(proofOf(bytes))) failed += 1;
    }
    expect(failed).toBeGreaterThan(20);
  });
});
