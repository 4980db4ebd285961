import { describe, expect, it } from 'vitest';
import { spaceBetween } from '../../../src/docx/spacing.ts';
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

describe('spaceBetween', () => {
  it('adds nothing between paragraphs, whose styles space them', () => {
    expect(spaceBetween(body, body, gongwen)).toEqual({});
    expect(spaceBetween(body, body, sheet)).toEqual({});
    expect(spaceBetween(body, find('heading'), sheet)).toEqual({});
  });

  it('makes the gap of the theme around what is no text, by the text', () => {
    expect(spaceBetween(body, find('cards'), gongwen)).toEqual({ over: gongwen.gap });
    expect(spaceBetween(find('cards'), body, gongwen)).toEqual({ under: gongwen.gap });
  });

  it('makes it by an empty line where no text is', () => {
    expect(spaceBetween(find('cards'), find('cards'), gongwen)).toEqual({ line: gongwen.gap });
  });

  it('counts what the styles give already', () => {
    // A caption of the gridded page stands off by itself; a paragraph of the free page gives a third of the gap.
    expect(spaceBetween(body, find('table'), gongwen)).toEqual({});
    expect(spaceBetween(body, find('cards'), sheet).over).toBeCloseTo((sheet.gap * 2) / 3);
  });

  it('adds what the PDF adds to come back to the grid, less what heights may differ by', () => {
    expect(spaceBetween(body, find('table'), gongwen, 4.5)).toEqual({ under: 4.1 });
    expect(spaceBetween(find('cards'), body, gongwen, 4.5)).toEqual({ under: gongwen.gap + 4.1 });
    expect(spaceBetween(body, find('cards'), gongwen, 4.5)).toEqual({ over: gongwen.gap + 4.1 });
  });

  it('reaches into kept blocks, which begin and end with their first and last', () => {
    const group: Block = { kind: 'group', role: 'keep', blocks: [body, find('table')] };
    expect(spaceBetween(find('cards'), group, gongwen, 1)).toEqual({ under: gongwen.gap + 0.6 });
    expect(spaceBetween(group, find('cards'), gongwen)).toEqual({ line: gongwen.gap });
  });

  it('parts two tables by a hair where nothing is asked for', () => {
    const height = spaceBetween(find('cards'), find('imprint'), gongwen).line;
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
