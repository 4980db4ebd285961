// Labels of charts in two lines: between words, by the rules of line start and end, figures whole.
import { describe, expect, it } from 'vitest';
import { wrapLabel } from '../../../src/charts/series.ts';

/** One point a character, half for digits and Latin letters. */
const measure = (text: string): number => [...text].reduce((sum, one) => sum + (one < '\u0100' ? 0.5 : 1), 0);

const wrap = (text: string, width: number): string[] => wrapLabel(text, width, measure);

describe('labels of a chart', () => {
  it('stay on one line where it holds them', () => {
    expect(wrap('地区生产总值', 6)).toEqual(['地区生产总值']);
  });

  it('are cut between words, the halves as alike as may be', () => {
    expect(wrap('社会消费品零售总额', 8)).toEqual(['社会消费品', '零售总额']);
  });

  it('begin no line with a closing mark and tear no figure', () => {
    const lines = wrap('规模以上工业增加值（12.8倍）', 12);
    expect(lines.join('')).toBe('规模以上工业增加值（12.8倍）');
    expect(lines).toHaveLength(2);
    expect(lines[1]).not.toMatch(/^[）倍]/u);
    expect(lines.some((line) => line.includes('12.8倍'))).toBe(true);
  });

  it('are cut anywhere when two lines cannot hold them', () => {
    const lines = wrap('宇源跨境贸易示范园带动就业', 4);
    expect(lines.join('')).toBe('宇源跨境贸易示范园带动就业');
    expect(lines.every((line) => measure(line) <= 4)).toBe(true);
  });

  it('keep to the rules over three lines too', () => {
    expect(wrap('一般公共预算收入（剔除不可比因素）', 8)).toEqual(['一般公共预算收入', '（剔除不可', '比因素）']);
  });
});
