// Where blocks and lines come to stand: the grid of GB/T 9704—2012, widows and orphans, what keeps together, feet.
import { describe, expect, it } from 'vitest';
import type { DefinitionNode } from '../../../src/pdf/definition.ts';
import type { Element } from '../../../src/pdf/elements.ts';
import { createHeights } from '../../../src/pdf/heights.ts';
import { layoutPages, type Layout, type TextLine } from '../../../src/pdf/layout.ts';
import { createComposer } from '../../../src/pdf/paragraph.ts';
import { defineDocument } from '../../../src/pdf/pdf.ts';
import type { LayoutPage } from '../../../src/pdf/pdfmake-parts.ts';
import type { Block, Row, Table } from '../../../src/tree/tree.ts';
import { body, documentOf, fakeFonts, t, theme } from './fake-fonts.ts';

const mm = 72 / 25.4;
const top = 37 * mm;
const bottom = 262 * mm;

const layOut = async (blocks: readonly Block[], page: 'gongwen' | 'sheet' = 'gongwen'): Promise<Layout> => {
  const definition = await defineDocument(documentOf(page, blocks), { theme, fonts: fakeFonts });
  if (definition === undefined) throw new Error('no definition');
  const compose = createComposer(fakeFonts);
  return layoutPages(definition.page, definition.content, createHeights(compose), compose);
};

const linesOf = (page: LayoutPage | undefined): TextLine[] =>
  (page?.items ?? []).filter(({ type }) => type === 'line').map(({ item }) => item as TextLine);

const textOf = (line: TextLine): string => line.line.segments.map(({ text }) => text).join('');

const textsOf = (layout: Layout): string[][] => layout.pages.map((page) => linesOf(page).map(textOf));

/** A paragraph that takes `count` lines of 28 characters, the first indented by two. */
const linesLong = (count: number, mark = '区'): Block => body(mark.repeat(count * 28 - 2 - 6));

describe('the grid of an official page', () => {
  it('holds 22 lines of 28 characters, 28.95 pt apart, whatever faces mix in them', async () => {
    const mixed: Block = {
      kind: 'paragraph',
      role: 'body',
      children: [
        { kind: 'strong', children: t('工业') },
        { kind: 'text', text: '稳中有进' },
        { kind: 'emphasis', children: t('《公报》') },
        { kind: 'figure', text: '12.8亿元', ref: 'industry-2016' },
        { kind: 'text', text: '增'.repeat(28 * 49) },
      ],
    };
    const { pages } = await layOut([mixed]);
    const lines = linesOf(pages[0]);
    expect(lines).toHaveLength(22);
    lines.forEach(({ y }, index) => expect(y).toBeCloseTo(top + index * 28.95, 6));
    const full = linesOf(pages[1]).slice(0, -1);
    for (const line of full) expect([...textOf(line)]).toHaveLength(28);
  });

  it('has a first line of 26 characters after an indent of two, none of them spread or squeezed', async () => {
    const { pages } = await layOut([linesLong(3)]);
    const [first] = linesOf(pages[0]);
    if (first === undefined) throw new Error('no line');
    expect([...textOf(first)]).toHaveLength(26);
    expect(first.line.ratio).toBe(0);
    expect(first.line.segments[0]?.x).toBeCloseTo((2 * first.width) / 28, 6);
  });

  it('keeps the space between words that a line ends with, outside the measure', async () => {
    const { pages } = await layOut([body('of a rose is so red '.repeat(14))]);
    const lines = linesOf(pages[0]);
    for (const line of lines.slice(0, -1)) {
      expect(textOf(line)).toMatch(/\w $/);
      expect(line.line.width).toBeLessThanOrEqual(line.width + 0.01);
    }
  });

  it('is taken up again by text after a table', async () => {
    const layout = await layOut([linesLong(3), table(4), linesLong(3)]);
    const after = linesOf(layout.pages[0]).filter(({ node }) => node.format.size === 16);
    for (const { y } of after) {
      const lines = (y - top) / 28.95;
      expect(lines).toBeCloseTo(Math.round(lines), 6);
    }
    // What that took, above the table and below it, is told for the DOCX: half of it each.
    const [first = -1, above = 0, below = 0] = layout.gridSpaces;
    expect(first).toBe(0);
    expect(above).toBeGreaterThan(0);
    expect(below).toBeCloseTo(above, 6);
  });
});

describe('paragraphs over two pages', () => {
  it('leave no line alone at the foot', async () => {
    const texts = textsOf(await layOut([linesLong(21), linesLong(4, '县')]));
    expect(texts[0]).toHaveLength(21);
    expect(texts[1]?.[0]).toMatch(/^县/);
  });

  it('leave no line alone at the head', async () => {
    const texts = textsOf(await layOut([linesLong(19), linesLong(4, '县')]));
    expect(texts.map((page) => page.filter((line) => line.startsWith('县')).length)).toEqual([2, 2]);
  });

  it('of three lines are not parted', async () => {
    const texts = textsOf(await layOut([linesLong(20), linesLong(3, '县')]));
    expect(texts.map((page) => page.filter((line) => line.startsWith('县')).length)).toEqual([0, 3]);
  });
});

const heading: Block = { kind: 'heading', level: 1, id: 'targets', number: '二、', children: t('预期目标') };

const row = (...texts: readonly string[]): Row => ({
  group: false,
  cells: texts.map((text) => ({ children: t(text) })),
});

const table = (rows: number, more: readonly Row[] = []): Table => ({
  kind: 'table',
  caption: t('表1　主要指标'),
  density: 'normal',
  columns: [
    { header: t('指标'), align: 'left', width: 2 },
    { header: t('数值'), align: 'decimal', width: 1 },
  ],
  rows: [...Array.from({ length: rows }, (_, index) => row(`指标${index + 1}`, `${index}.5`)), ...more],
  notes: [],
});

describe('what keeps together', () => {
  it('a heading goes with the first lines of its text', async () => {
    const texts = textsOf(await layOut([linesLong(20), heading, linesLong(4)]));
    expect(texts[1]?.[0]).toBe('二、预期目标');
  });

  it('a heading goes with the head and two rows of its table', async () => {
    const texts = textsOf(await layOut([linesLong(18), heading, table(9)]));
    expect(texts[1]?.slice(0, 4)).toEqual(['二、预期目标', '表1　主要指标', '指标', '数值']);
  });

  it('a group goes to the next page whole', async () => {
    const group: Block = { kind: 'group', role: 'keep', blocks: [linesLong(5, '县'), linesLong(5, '县')] };
    const texts = textsOf(await layOut([linesLong(15), group]));
    expect(texts.map((page) => page.filter((line) => line.startsWith('县')).length)).toEqual([0, 10]);
  });

  it('a page begins where the template says', async () => {
    expect(textsOf(await layOut([linesLong(2), { kind: 'pagebreak' }, linesLong(2, '县')]))).toHaveLength(2);
  });
});

describe('tables over pages', () => {
  it('repeat their head, and leave no last row alone', async () => {
    const layout = await layOut([table(32)]);
    const texts = textsOf(layout);
    expect(texts).toHaveLength(2);
    expect(texts[1]?.slice(0, 2)).toEqual(['指标', '数值']);
    const onSecond = (texts[1] ?? []).filter((text) => /^指标\d/.test(text));
    expect(onSecond.length).toBeGreaterThan(1);
    expect(texts.flat().filter((text) => /^指标\d/.test(text))).toHaveLength(32);
  });

  it('begin at the foot of a page with one row of several lines, or two of one', async () => {
    const long = row('新开工项目四十个，续建项目五十一个，竣工投产项目二十六个，争取到位资金若干'.repeat(3), '1');
    /** Which rows stand on the first page, for a table that begins ever lower. */
    const begins = (rows: readonly Row[]): Promise<string[]> =>
      Promise.all(
        Array.from({ length: 8 }, async (_, index) => {
          const texts = textsOf(await layOut([linesLong(13 + index), { ...table(0), rows }]))[0] ?? [];
          return texts.flatMap((text) => /^(?:指标\d|新开工)/.exec(text) ?? []).join(' ');
        }),
      );
    const short = table(6).rows;
    expect(await begins([long, ...short])).toContain('新开工');
    expect(await begins(short)).not.toContain('指标1');
  });

  it('leave no group title at the foot of a page', async () => {
    const title: Row = { group: true, cells: [{ children: t('民生') }, { children: [] }] };
    for (let rows = 26; rows < 34; rows++) {
      const texts = textsOf(
        await layOut([table(rows, [title, row('低保', '858'), row('就业', '3000'), row('住房', '35')])]),
      );
      for (const page of texts) expect(page.at(-1)).not.toBe('民生');
    }
  });
});

describe('feet', () => {
  const imprint: Block = { kind: 'imprint', left: [t('报送：区委办公室')], right: [t('共印300份')] };

  it('stand at the foot of the last page', async () => {
    const { pages, lastHeight } = await layOut([linesLong(6), imprint]);
    expect(pages).toHaveLength(1);
    const rules = (pages[0]?.items ?? []).flatMap(({ type, item }) =>
      type === 'vector' && item.type === 'line' ? [item] : [],
    );
    expect(Math.max(...rules.map(({ y1 }) => y1))).toBeCloseTo(bottom - 0.5, 1);
    expect(lastHeight).toBeLessThan(10 * 28.95);
  });

  it('go to a page of their own when the last is full', async () => {
    const texts = textsOf(await layOut([linesLong(22), imprint]));
    expect(texts).toEqual([expect.any(Array), ['报送：区委办公室', '共印300份']]);
  });

  it('leave the room between to lines for notes', async () => {
    const foot: Block = {
      kind: 'group',
      role: 'foot',
      blocks: [{ kind: 'paragraph', role: 'source', children: t('资料来源：政府工作报告') }],
    };
    const { pages, ruledLines } = await layOut([linesLong(2), { kind: 'lines', count: 0, pitch: 8 }, foot]);
    expect(pages).toHaveLength(1);
    const rules = (pages[0]?.items ?? []).filter(({ type }) => type === 'vector');
    expect(rules.length).toBeGreaterThan(15);
    expect(ruledLines).toEqual([0, rules.length, 0]);
  });

  it('begin another page with lines that fill one where there is room for few', async () => {
    const { pages } = await layOut([linesLong(17), heading, { kind: 'lines', count: 0, pitch: 8 }]);
    const rulesOf = (page: number): number => (pages[page]?.items ?? []).filter(({ type }) => type === 'vector').length;
    expect(pages).toHaveLength(2);
    expect([rulesOf(0), rulesOf(1) > 20]).toEqual([0, true]);
  });
});

describe('the structure', () => {
  const outline = (element: Element): string =>
    element.kids
      .map((kid) => ('tag' in kid ? `${kid.tag.type}${kid.kids.length > 0 ? `(${outline(kid)})` : ''}` : ''))
      .join(' ');

  it('has tables as rows of cells, and a repeated head is no part of it', async () => {
    const { root } = await layOut([table(32)]);
    const tree = outline(root);
    expect(tree).toMatch(/^Table\(Caption TR\(TH TH\) TR\(TD TD\)/);
    expect(tree.match(/TH TH/g)).toHaveLength(1);
    expect(tree.match(/TR/g)).toHaveLength(33);
  });

  it('follows the template in columns', async () => {
    const columns: Block = { kind: 'columns', widths: [1, 1], columns: [[heading, body('左栏')], [body('右栏')]] };
    expect(outline((await layOut([columns, body('后文')], 'sheet')).root)).toBe('H1 P P P');
  });
});

describe('copies for pdfmake', () => {
  it('leave the definition as it was', async () => {
    const definition = await defineDocument(documentOf('gongwen', [heading, linesLong(2), table(3)]), {
      theme,
      fonts: fakeFonts,
    });
    if (definition === undefined) throw new Error('no definition');
    const before = JSON.stringify(definition);
    const compose = createComposer(fakeFonts);
    const content: readonly DefinitionNode[] = definition.content;
    layoutPages(definition.page, content, createHeights(compose), compose);
    expect(JSON.stringify(definition)).toBe(before);
  });
});
