// Pages that are another page at another scale.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTheme } from '../../../src/theme/load-theme.ts';
import { root } from '../../helpers/project-engine.ts';

const text = readFileSync(path.join(root, 'templates/theme.yaml'), 'utf8');

const ratio = (style: { size: number; leading: number } | undefined): number =>
  (style?.leading ?? 0) / (style?.size ?? 1);

describe('derived pages', () => {
  const { value } = loadTheme('templates/theme.yaml', text, text);
  const sizesOf = (name: string): readonly number[] =>
    Object.values(value?.pages[name]?.styles ?? {}).map(({ size }) => size);

  it('never set type below 8 points, however small the paper', () => {
    expect(Math.min(...sizesOf('pocket'))).toBe(8);
    expect(Math.max(...sizesOf('pocket'))).toBeLessThan(Math.max(...sizesOf('sheet')));
  });

  it('keep the proportion of leading to size, and what is no length', () => {
    const [sheet, poster] = [value?.pages['sheet'], value?.pages['poster']];
    expect(ratio(poster?.styles['card-value'])).toBeCloseTo(ratio(sheet?.styles['card-value']), 1);
    expect(poster?.table.pitch).toBe(sheet?.table.pitch);
    expect(poster?.margins).toEqual(sheet?.margins);
  });

  it('put what they state themselves before what they take over', () => {
    expect(value?.pages['pocket']?.styles['banner-title']?.size).toBe(14);
  });

  it('tell of a page that is like none', () => {
    const wrong = loadTheme('theme.yaml', 'pages:\n  card: { like: shet, scale: 0.5 }\n', text);
    expect(wrong.diagnostics[0]).toMatchObject({ code: 'theme/wrong-value', span: { line: 2 } });
  });
});
