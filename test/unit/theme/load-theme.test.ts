import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTheme } from '../../../src/theme/load-theme.ts';
import { colorOf } from '../../../src/theme/theme.ts';

const text = readFileSync(path.resolve(import.meta.dirname, '../../../templates/theme.yaml'), 'utf8');

describe('loadTheme', () => {
  it('reads the theme that comes with the package', () => {
    const { value, diagnostics } = loadTheme('templates/theme.yaml', text, text);
    expect(diagnostics).toEqual([]);
    expect(value?.pages['gongwen']?.grid).toEqual({ lines: 22, characters: 28 });
    // 156 × 225 mm of text on A4 (GB/T 9704—2012, 5.2.1).
    const margins = value?.pages['gongwen']?.margins;
    expect(margins && 210 - margins.left - margins.right).toBe(156);
    expect(margins && 297 - margins.top - margins.bottom).toBe(225);
  });

  it('uses only the sizes that have a name, none under 8 pt', () => {
    const { value } = loadTheme('templates/theme.yaml', text, text);
    const sizes = Object.values(value?.pages ?? {}).flatMap((page) =>
      Object.values(page.styles).map((style) => style.size),
    );
    const allowed = new Set([42, 36, 26, 22, 18, 16, 15, 14, 12, 10.5, 9, 8]);
    expect(sizes.filter((size) => !allowed.has(size))).toEqual([]);
  });

  it('takes a part and leaves the rest as it is', () => {
    const { value } = loadTheme('t.yaml', 'name: 区政府办\ncolors:\n  red: "#A00000"\n', text);
    expect(value && colorOf(value, 'red')).toBe('#A00000');
    expect(value && colorOf(value, 'ink')).toBe('#1A1A1A');
    expect(value?.name).toBe('区政府办');
  });

  it('points at a wrong value', () => {
    const { value, diagnostics } = loadTheme('t.yaml', 'colors:\n  red: 红\n', text);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'theme/wrong-value', span: { file: 't.yaml', line: 2 } }]);
  });

  it('points at a key that no theme has', () => {
    const { diagnostics } = loadTheme('t.yaml', 'colours:\n  red: "#A00000"\n', text);
    expect(diagnostics).toMatchObject([{ code: 'theme/wrong-value', message: { zh: '版式里没有“colours”这一项' } }]);
  });
});
