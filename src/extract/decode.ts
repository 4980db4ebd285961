// Takes the bytes of a text file, gives its text: UTF-8, UTF-16 (either order) or GB18030, by mark or by trial.
// Junk is refused: a wrong guess would give a report full of wrong characters.

export type Decoded = { readonly text: string } | { readonly fault: 'encoding' | 'binary' };

const tryDecode = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Share of control characters, private use and rare blocks in a sample: high when the guess is wrong. */
const looksWrong = (text: string): boolean => {
  const sample = text.slice(0, 20_000);
  let odd = 0;
  let han = 0;
  for (const char of sample) {
    const code = char.codePointAt(0) ?? 0;
    if (
      (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) ||
      (code >= 0xe000 && code <= 0xf8ff) ||
      code === 0xfffd
    )
      odd += 1;
    if (code >= 0x4e00 && code <= 0x9fff) han += 1;
  }
  return odd * 100 > sample.length || (sample.length > 200 && han === 0 && odd > 0);
};

/** Characters that Chinese prose is full of; a wrong decoding has almost none of them. */
const common = /[的一是在和人有国中大为工业年上到说]/g;
const commonShare = (text: string): number => {
  const sample = text.slice(0, 20_000);
  return sample.length === 0 ? 0 : (sample.match(common)?.length ?? 0) / sample.length;
};

/** Decodes a text file; see the head of the file. */
export const decodeReport = (bytes: Uint8Array): Decoded => {
  const even = bytes.length % 2 === 0 ? bytes : bytes.subarray(0, bytes.length - 1);
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (mark !== undefined) {
    const text = tryDecode(mark, even);
    if (text !== undefined && !looksWrong(text)) return { text };
  }
  const utf8 = tryDecode('utf-8', bytes);
  if (utf8 !== undefined) return looksWrong(utf8) ? { fault: 'binary' } : { text: utf8 };
  // without a mark the reading with the most everyday characters is the right one; a wrong one has hardly any
  const readings = (['gb18030', 'utf-16le', 'utf-16be'] as const)
    .map((encoding) => tryDecode(encoding, encoding === 'gb18030' ? bytes : even))
    .filter((text) => text !== undefined && !looksWrong(text))
    .map((text = '') => ({ text, share: commonShare(text) }))
    .toSorted((a, b) => b.share - a.share);
  const best = readings[0];
  if (best && best.share > 0.01) return { text: best.text };
  return { fault: readings.length === 0 || bytes.subarray(0, 8000).includes(0) ? 'binary' : 'encoding' };
};
