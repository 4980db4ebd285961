import { describe, expect, it } from 'vitest';
import { decimalIndents } from '../../../src/docx/decimal-align.ts';

const measure = (text: string): number => [...text].length * 6;

describe('decimalIndents', () => {
  it('puts decimal points under each other', () => {
    const texts = ['157.5', '9.32', '183'];
    const indents = decimalIndents(texts, 100, measure);
    const points = texts.map((text, index) => {
      const [whole = ''] = text.split('.');
      return 100 - (indents[index] ?? 0) - measure(text) + measure(whole);
    });
    expect(new Set(points).size).toBe(1);
  });

  it('centres the block of figures', () => {
    const [widest = 0] = decimalIndents(['157.5'], 100, measure);
    expect(widest).toBe((100 - measure('157.5')) / 2);
  });

  it('leaves cells without a number to be centred', () => {
    expect(decimalIndents(['7.1', '—', ''], 100, measure).slice(1)).toEqual([undefined, undefined]);
  });

  it('takes a minus sign and a thousands comma as parts of the number', () => {
    const [plain = 0, negative = 0, thousands = 0] = decimalIndents(['3.5', '−3.5', '1,003.5'], 100, measure);
    expect([negative, thousands]).toEqual([plain, plain]);
  });

  it('never pushes a figure out of its column', () => {
    const texts = ['12345678.9', '0.123456789'];
    const room = measure('12345678.9') + 4;
    for (const [index, indent = 0] of decimalIndents(texts, room, measure).entries()) {
      expect(indent).toBeGreaterThanOrEqual(0);
      expect(indent + measure(texts[index] ?? '')).toBeLessThanOrEqual(Math.max(room, measure(texts[index] ?? '')));
    }
  });
});
