import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/host.ts';
import { loadDeflate } from '../../../src/pdf/deflate.ts';

/** Bytes that look like no text, the same in every run. */
const noise = (length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  for (let i = 0, seed = 1; i < length; i += 1) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    bytes[i] = seed >>> 24;
  }
  return bytes;
};

const text = new TextEncoder().encode('地区生产总值157.5亿元，同比增长7.1%。'.repeat(40));

describe('deflate', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['text', text],
    ['one portion to the byte', noise(1 << 18)],
    ['a byte more than a portion', noise((1 << 18) + 1)],
    ['three megabytes that do not shrink', noise(3_000_000)],
    ['three megabytes that shrink to nothing', new Uint8Array(3_000_000)],
  ])('gives back %s', async (_, bytes) => {
    const deflate = await loadDeflate();
    expect(Buffer.from(bytes).equals(inflateSync(deflate(bytes)))).toBe(true);
  });

  it('gives these bytes, whatever was deflated before', async () => {
    const deflate = await loadDeflate();
    const first = sha256(deflate(text));
    deflate(noise(1000));
    expect(sha256(deflate(text))).toBe(first);
    expect(first).toMatchInlineSnapshot(`"1302220e772b1e30a92680cdcdb3f6eced2213cca03d695d99e8a8b99a1ac669"`);
  });
});
