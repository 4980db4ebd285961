import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeParagraph, minContentWidth, type Run } from '../../../src/compose/compose.ts';
import { brokenRules } from '../../../src/compose/rules.ts';
import { drawn, drawnEnd, run, size } from './paragraphs.ts';

const pieces = [
  '全区',
  '经济',
  '运行',
  '总体平稳',
  '发展',
  '。',
  '，',
  '、',
  '；',
  '：',
  '？',
  '“',
  '”',
  '（',
  '）',
  '《',
  '》',
  '——',
  '……',
  '—',
  '·',
  '～',
  '157.5亿元',
  '7.1%',
  '2012—2016年',
  '5—10家',
  '1:16:83',
  '35万㎡',
  '4月21日',
  '¥100',
  'GDP',
  'PM2.5',
  'A',
  ' ',
  '/',
  '元/人',
  '(',
  ')',
  ',',
  '\u3000',
  '\n',
  '３',
  '％',
  '第3届',
  'e\u0301',
  '👨‍👩‍👧',
  '𬭎',
];
const reportText = fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((parts) => parts.join(''));
const anyText = fc.string({ unit: 'binary', maxLength: 80 });
const text = fc.oneof(reportText, anyText);
const align = fc.constantFrom('justify' as const, 'left' as const, 'center' as const, 'right' as const);
const em = fc.double({ min: 0.5, max: 30, noNaN: true });

/** Cuts a text into runs of different size at arbitrary code points. */
const cut = (whole: string, places: readonly number[]): readonly Run<string>[] => {
  const characters = Array.from(whole);
  const bounds = [
    0,
    ...places.map((place) => place % (characters.length + 1)).sort((a, b) => a - b),
    characters.length,
  ];
  return bounds.slice(1).map((bound, i) =>
    run(characters.slice(bounds[i], bound).join(''), {
      size: i % 2 === 0 ? size : 12,
      tracking: i % 3 === 0 ? 0 : -0.1,
    }),
  );
};

describe('for any text', () => {
  it('draws the text in order, dropping only spaces and line ends after a line', () => {
    fc.assert(
      fc.property(text, em, align, fc.array(fc.nat(200), { maxLength: 4 }), (whole, width, aligned, places) => {
        const lines = composeParagraph(cut(whole, places), { measure: width * size, align: aligned, indent: size });
        let at = 0;
        for (const line of lines) {
          expect(line.start).toBe(at);
          expect(drawn(line)).toBe(whole.slice(line.start, line.end));
          expect(whole.slice(line.end, line.next)).toMatch(/^[\s\u200b\u0085\p{M}\p{Cc}\p{Cf}]*$/u);
          at = line.next;
        }
        expect(at).toBe(whole.length);
      }),
      { numRuns: 400 },
    );
  });

  it('gives one adjustment for each code point, and segments that stand end to end', () => {
    fc.assert(
      fc.property(text, em, align, fc.array(fc.nat(200), { maxLength: 4 }), (whole, width, aligned, places) => {
        for (const line of composeParagraph(cut(whole, places), { measure: width * size, align: aligned })) {
          let pen = line.segments[0]?.x ?? 0;
          for (const segment of line.segments) {
            expect(segment.adjust).toHaveLength(Array.from(segment.text).length);
            expect(segment.adjust.every(Number.isFinite)).toBe(true);
            expect(segment.x).toBeCloseTo(pen, 6);
            pen += segment.width;
          }
          expect(drawnEnd(line)).toBeCloseTo(line.segments.length > 0 ? line.width : 0, 6);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('fills every line but the last to the measure, and passes it on none, unless it says so', () => {
    fc.assert(
      fc.property(text, em, (whole, width) => {
        const measure = width * size;
        for (const line of composeParagraph([run(whole)], { measure, align: 'justify' })) {
          if (!line.faults.includes('overfull')) expect(line.width).toBeLessThanOrEqual(measure + 0.01);
          if (!line.last && line.faults.length === 0) expect(Math.abs(line.width - measure)).toBeLessThan(0.01);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('breaks no rule of line start, line end or figures, unless it says so', () => {
    fc.assert(
      fc.property(reportText, fc.double({ min: 12, max: 30, noNaN: true }), align, (whole, width, aligned) => {
        for (const paragraph of whole.split('\n')) {
          const lines = composeParagraph([run(paragraph)], { measure: width * size, align: aligned });
          if (lines.some((line) => line.faults.includes('kinsoku') || line.faults.includes('split'))) continue;
          const broken = brokenRules(lines.map((line) => paragraph.slice(line.start, line.next)));
          expect(broken.filter(({ rule }) => rule !== 'orphan')).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('tears nothing at the least width that tables are told', () => {
    fc.assert(
      fc.property(reportText, (whole) => {
        const least = minContentWidth([run(whole)]);
        const lines = composeParagraph([run(whole)], { measure: least + 0.001, align: 'left' });
        expect(lines.flatMap((line) => line.faults)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('sets a measure given as a function as it sets the same number', () => {
    fc.assert(
      fc.property(reportText, fc.double({ min: 8, max: 30, noNaN: true }), (whole, width) => {
        const setting = { align: 'justify' as const, indent: 20 };
        const fixed = composeParagraph([run(whole)], { ...setting, measure: width * size });
        const varied = composeParagraph([run(whole)], { ...setting, measure: () => width * size });
        expect(varied.map(drawn)).toEqual(fixed.map(drawn));
      }),
      { numRuns: 200 },
    );
  });

  it('comes to an end on long runs of one character', () => {
    for (const character of ['，', '（', ' ', '—', '1', ':', 'A', '万', '\u0301', '\u200d', '\ud800', '第1']) {
      const whole = character.repeat(3000);
      const lines = composeParagraph([run(whole)], { measure: 100, align: 'justify' });
      expect(lines.at(-1)?.next).toBe(whole.length);
    }
  });
});
