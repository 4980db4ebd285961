// A document's subset of a face: the glyphs drawn, with space inside their widths where it was asked for.
import { beforeAll, describe, expect, it } from 'vitest';
import { createGlyphSubset } from '../../../src/pdf/glyph-subset.ts';
import { openTrueType, type TrueTypeFont } from '../../../src/pdf/truetype.ts';
import { serifFile, smallFont } from '../fonts/small-fonts.ts';

let font: TrueTypeFont;

beforeAll(async () => {
  font = openTrueType(await smallFont(serifFile, '红旗区157.5亿元é', 'Noto Serif SC'));
});

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const checksum = (bytes: Uint8Array): number => {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view(bytes).getUint32(at)) >>> 0;
  return sum;
};

/** The tables of a font file by tag. */
const tablesOf = (bytes: Uint8Array): Map<string, DataView> => {
  const data = view(bytes);
  return new Map(
    Array.from({ length: data.getUint16(4) }, (_, index) => {
      const at = 12 + index * 16;
      const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
      return [tag, view(bytes.subarray(data.getUint32(at + 8), data.getUint32(at + 8) + data.getUint32(at + 12)))];
    }),
  );
};

const glyph = (character: string): number => font.glyph(character.codePointAt(0) ?? 0);

const make = (): Uint8Array => {
  const subset = createGlyphSubset(font);
  for (const character of '亿元157.5') subset.include(glyph(character), 0, 83);
  return subset.encode();
};

describe('a subset', () => {
  it('numbers glyphs in the order of their first use', () => {
    const subset = createGlyphSubset(font);
    expect([
      subset.include(glyph('红'), 0, 0),
      subset.include(glyph('1'), 0, 0),
      subset.include(glyph('红'), 0, 0),
    ]).toEqual([1, 2, 1]);
  });

  it('has space of a glyph inside its width, and its outline moved by what comes before', () => {
    const subset = createGlyphSubset(font);
    const plain = subset.include(glyph('5'), 0, 0);
    const wide = subset.include(glyph('5'), 250, 83);
    expect(subset.advance(wide) - subset.advance(plain)).toBe(333);
    const hmtx = tablesOf(subset.encode()).get('hmtx');
    expect((hmtx?.getInt16(wide * 4 + 2) ?? 0) - (hmtx?.getInt16(plain * 4 + 2) ?? 0)).toBe(250);
  });

  it('is a font file with its tables and checksums', () => {
    const subset = createGlyphSubset(font);
    for (const character of '红旗区157.5é') subset.include(glyph(character), 0, 0);
    subset.include(glyph('7'), 83, 0);
    const bytes = subset.encode();
    const tables = tablesOf(bytes);
    expect([...tables.keys()]).toEqual(expect.arrayContaining(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']));
    expect([...tables.keys()]).toEqual([...tables.keys()].toSorted());
    expect(tables.get('maxp')?.getUint16(4)).toBe(subset.count());
    expect(tables.get('loca')?.byteLength).toBe((subset.count() + 1) * 4);
    // The sum over the whole file is fixed by head.checkSumAdjustment (OpenType, head table).
    expect(checksum(bytes)).toBe(0xb1b0afba);
  });

  it('is the same for the same glyphs', () => {
    expect(make()).toEqual(make());
  });
});
