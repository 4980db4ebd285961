// What a line's operators draw stands where the composer put it, with no bare gap that a reader takes for a space.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeParagraph, type Run } from '../../../src/compose/compose.ts';
import type { DrawStyle } from '../../../src/pdf/definition.ts';
import type { FaceFont } from '../../../src/pdf/face-font.ts';
import type { ComposedLine } from '../../../src/pdf/paragraph.ts';
import { showLine, type ShownText } from '../../../src/pdf/show-text.ts';

type Wide = { readonly codePoint: number; readonly before: number; readonly after: number };

/** A font that writes a number for each glyph it is asked for, and remembers what the number stands for. */
const recorder = (): { readonly fontOf: (face: string) => FaceFont; readonly glyphs: Wide[] } => {
  const glyphs: Wide[] = [];
  const fontOf = (): FaceFont =>
    ({
      code: (codePoint: number, before: number, after: number) =>
        (glyphs.push({ codePoint, before, after }) - 1).toString(16).padStart(4, '0'),
    }) as FaceFont; // showLine asks a font for codes only
  return { fontOf, glyphs };
};

const advance = (codePoint: number): number => (codePoint < 0x2000 ? 0.5 : 1);

const run = (text: string, face: string, unbreakable = false): Run<DrawStyle> => ({
  text,
  size: 16,
  advance,
  tracking: -0.207,
  style: { face, color: '#1A1A1A' },
  ...(unbreakable ? { unbreakable } : {}),
});

type Placed = { readonly codePoint: number; readonly x: number; readonly gap: number };

/** Where each glyph's ink begins, and the bare gap before it in em, as a reader of the file works them out. */
const read = (shown: readonly ShownText[], glyphs: readonly Wide[]): Placed[] => {
  const placed: Placed[] = [];
  let end: number | undefined;
  for (const { x, size, array } of shown) {
    let pen = x;
    for (const [, codes, move] of array.matchAll(/<([0-9a-f]+)>|(-?\d+)/g)) {
      if (move !== undefined) pen -= (Number(move) * size) / 1000;
      for (const code of codes?.match(/.{4}/g) ?? []) {
        const glyph = glyphs[Number.parseInt(code, 16)];
        if (glyph === undefined) throw new Error(`glyph ${code} was never asked for`);
        placed.push({
          codePoint: glyph.codePoint,
          x: pen + glyph.before * size,
          gap: end === undefined ? 0 : (pen - end) / size,
        });
        pen += (advance(glyph.codePoint) + glyph.before + glyph.after) * size;
        end = pen;
      }
    }
  }
  return placed;
};

const wanted = (line: ComposedLine): { codePoint: number; x: number }[] =>
  line.segments.flatMap(({ text, adjust, x, size }) => {
    let pen = x;
    return [...text].map((character, index) => {
      const codePoint = character.codePointAt(0) ?? 0;
      const at = { codePoint, x: pen };
      pen += advance(codePoint) * size + (adjust[index] ?? 0);
      return at;
    });
  });

const check = (line: ComposedLine): void => {
  const { fontOf, glyphs } = recorder();
  const placed = read(showLine(line, fontOf), glyphs);
  const places = wanted(line);
  expect(placed.map(({ codePoint }) => codePoint)).toEqual(places.map(({ codePoint }) => codePoint));
  placed.forEach(({ x }, index) => expect(x).toBeCloseTo(places[index]?.x ?? Number.NaN, 1));
  for (const { gap } of placed) expect(gap).toBeLessThan(0.1);
};

describe('a line as operators', () => {
  it('keeps a squeezed bracket between two figures where it belongs', () => {
    const runs = [
      run('地区生产总值', 'song'),
      run('157.5亿元', 'song', true),
      run('（', 'song'),
      run('1.8倍', 'song', true),
      run('），财政收入年均增长，社会消费品零售总额年均增长。', 'song'),
    ];
    composeParagraph(runs, { measure: 236, align: 'justify' }).forEach(check);
  });

  it('has marks in cells of their own however tight they stand', () => {
    for (const text of ['推广“场所码”“电子哨兵”，“”““一', '——“湾区”是，“两个”，增长']) {
      for (let measure = 16 * 5; measure < 16 * 14; measure += 3) {
        const lines = composeParagraph([run(text, 'song')], { measure, align: 'justify' });
        for (const line of lines.filter(({ faults }) => faults.length === 0)) {
          const { fontOf, glyphs } = recorder();
          for (const { gap } of read(showLine(line, fontOf), glyphs)) expect(gap).toBeGreaterThan(-0.2);
          for (const { codePoint, before, after } of glyphs) {
            if (codePoint > 0x2000) expect(advance(codePoint) + before + after).toBeGreaterThan(0.45);
            if (codePoint === 0x2014) expect(before + after).toBeGreaterThan(-0.01);
          }
        }
      }
    }
  });

  it('is one operator for one look, and a new one where the face changes', () => {
    const [line] = composeParagraph([run('增长', 'song'), run('7.1%', 'song', true), run('以上', 'hei')], {
      measure: 400,
      align: 'left',
    });
    if (line === undefined) throw new Error('no line');
    const { fontOf } = recorder();
    expect(showLine(line, fontOf).map(({ style }) => style.face)).toEqual(['song', 'hei']);
  });

  it('stands where the composer put it, whatever the text', () => {
    const piece = fc.constantFrom(
      '地区生产总值',
      '157.5亿元',
      '（',
      '）',
      '，',
      '“四区”',
      'GDP',
      '7.1%',
      '——',
      '、',
      '2012—2016年',
      '的',
    );
    const face = fc.constantFrom('song', 'hei');
    const text = fc.array(fc.tuple(piece, face), { minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(text, fc.integer({ min: 120, max: 442 }), (pieces, measure) => {
        const runs = pieces.map(([part, role]) => run(part, role));
        composeParagraph(runs, { measure, indent: 32, align: 'justify' })
          .filter(({ faults }) => faults.length === 0)
          .forEach(check);
      }),
      { seed: 20170421, numRuns: 300 },
    );
  });
});
