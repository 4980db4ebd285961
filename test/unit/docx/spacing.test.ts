import { describe, expect, it } from 'vitest';
import { lineBetween } from '../../../src/docx/spacing.ts';
import { share } from '../../../src/docx/widths.ts';
import type { Block } from '../../../src/tree/tree.ts';
import { theme } from './opened.ts';
import { sampleDocument } from './sample-document.ts';

const pages = theme.pages;
const gongwen = pages['gongwen'] ?? expect.fail('no page gongwen');
const sheet = pages['sheet'] ?? expect.fail('no page sheet');

const find = (kind: Block['kind']): Block =>
  sampleDocument.blocks.find((block) => block.kind === kind) ?? expect.fail(`no ${kind} in the sample`);
const body: Block = { kind: 'paragraph', role: 'body', children: [] };

describe('lineBetween', () => {
  it('adds nothing between paragraphs, whose styles space them', () => {
    expect(lineBetween(body, body, gongwen)).toBe(0);
    expect(lineBetween(body, body, sheet)).toBe(0);
    expect(lineBetween(body, find('heading'), sheet)).toBe(0);
  });

  it('makes the gap of the theme around what is no text', () => {
    expect(lineBetween(body, find('cards'), gongwen)).toBe(gongwen.gap);
    expect(lineBetween(find('cards'), body, gongwen)).toBe(gongwen.gap);
  });

  it('counts what the styles give already', () => {
    // A caption of the gridded page stands off by itself; a paragraph of the free page gives a third of the gap.
    expect(lineBetween(body, find('table'), gongwen)).toBe(0);
    expect(lineBetween(body, find('cards'), sheet)).toBeCloseTo((sheet.gap * 2) / 3);
  });

  it('parts two tables by a hair where nothing is asked for', () => {
    const height = lineBetween(find('cards'), find('imprint'), gongwen);
    expect(height).toBeGreaterThan(0);
    expect(height).toBeLessThan(1);
  });
});

describe('share', () => {
  it.each([
    [8845, [2, 1, 1]],
    [1000, [0, 0, 0]],
    [7, [1, 1, 1]],
  ])('fills %i twips exactly', (room, proportions) => {
    expect(share(room, proportions).reduce((sum, width) => sum + width, 0)).toBe(room);
  });
});
