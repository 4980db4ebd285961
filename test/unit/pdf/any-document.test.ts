// Laws of the layout over documents made at random of every kind of block: all text is set, nothing leaves its page.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextNode } from '../../../src/pdf/definition.ts';
import { createHeights } from '../../../src/pdf/heights.ts';
import { layoutPages, type Layout, type TextLine } from '../../../src/pdf/layout.ts';
import { createComposer } from '../../../src/pdf/paragraph.ts';
import { defineDocument } from '../../../src/pdf/pdf.ts';
import type { Block, Card, Document, Inline, Row } from '../../../src/tree/tree.ts';
import { documentOf, fakeFonts, t, theme } from './fake-fonts.ts';

const words = [
  '地区生产总值',
  '157.5亿元',
  '，',
  '。',
  '“四区”',
  '（',
  '）',
  'GDP',
  '2012—2016年',
  '——',
  '《报告》',
  '同比增长7.1%',
  ' ',
  '　',
  '',
];

const text = (most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...words), { maxLength: most }).map((parts) => parts.join(''));

const inline = (most: number): fc.Arbitrary<Inline> =>
  fc.oneof(
    { weight: 4, arbitrary: text(most).map((value): Inline => ({ kind: 'text', text: value })) },
    text(3).map((value): Inline => ({ kind: 'strong', children: t(value) })),
    text(3).map((value): Inline => ({ kind: 'emphasis', children: t(value) })),
    fc.constant<Inline>({ kind: 'figure', text: '6.8亿元', ref: 'revenue-2016' }),
    fc.constant<Inline>({ kind: 'link', target: '#review', children: t('见前文') }),
    fc.constant<Inline>({ kind: 'break' }),
    fc.integer({ min: 0, max: 30 }).map((em): Inline => ({ kind: 'blank', em, description: '姓名' })),
  );

const inlines = (most = 6): fc.Arbitrary<Inline[]> => fc.array(inline(most), { maxLength: 4 });

const row = (columns: number): fc.Arbitrary<Row> =>
  fc.record({
    group: fc.boolean(),
    cells: fc.array(
      inlines(8).map((children) => ({ children })),
      { maxLength: columns },
    ),
  });

const table: fc.Arbitrary<Block> = fc.integer({ min: 1, max: 5 }).chain((count) =>
  fc.record({
    kind: fc.constant('table' as const),
    caption: inlines(3),
    density: fc.constantFrom('normal' as const, 'compact' as const),
    columns: fc.array(
      fc.record({
        header: inlines(2),
        align: fc.constantFrom('left' as const, 'center' as const, 'right' as const, 'decimal' as const),
        width: fc.integer({ min: 0, max: 3 }),
      }),
      { minLength: count, maxLength: count },
    ),
    rows: fc.array(row(count), { maxLength: 30 }),
    notes: fc.array(inlines(), { maxLength: 2 }),
  }),
);

const card: fc.Arbitrary<Card> = fc.record({
  label: inlines(2),
  value: inlines(1),
  unit: inlines(1),
  note: inlines(3),
});

const block: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      kind: fc.constant('paragraph' as const),
      role: fc.constantFrom('body' as const, 'lead' as const, 'note' as const, 'question' as const),
      children: inlines(30),
    }),
    table,
    fc.record({
      kind: fc.constant('cards' as const),
      perRow: fc.integer({ min: 1, max: 6 }),
      size: fc.constantFrom('large' as const, 'small' as const),
      cards: fc.array(card, { maxLength: 8 }),
    }),
    fc.record({
      kind: fc.constant('terms' as const),
      perRow: fc.constantFrom(1 as const, 2 as const),
      entries: fc.array(fc.record({ term: inlines(2), explanation: inlines(12) }), { maxLength: 8 }),
    }),
    fc.record({ kind: fc.constant('lines' as const), count: fc.integer({ min: 0, max: 40 }), pitch: fc.constant(8) }),
    fc.record({
      kind: fc.constant('masthead' as const),
      name: inlines(2),
      issue: inlines(1),
      unit: inlines(2),
      date: inlines(1),
    }),
    fc.record({
      kind: fc.constant('banner' as const),
      title: inlines(3),
      aside: fc.array(inlines(2), { maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('title' as const),
      children: inlines(10),
      subtitles: fc.array(inlines(5), { maxLength: 2 }),
    }),
    fc.record({
      kind: fc.constant('imprint' as const),
      left: fc.array(inlines(5), { maxLength: 2 }),
      right: fc.array(inlines(2), { maxLength: 2 }),
    }),
    fc.constantFrom<Block>(
      { kind: 'rule' },
      { kind: 'pagebreak' },
      { kind: 'heading', level: 2, id: 'review', number: '（一）', children: t('工作回顾') },
    ),
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.boolean(),
      start: fc.nat({ max: 99 }),
      items: fc.array(fc.array(tie('block'), { maxLength: 2 }), { maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant('group' as const),
      role: fc.constantFrom('keep' as const, 'foot' as const),
      blocks: fc.array(tie('block'), { maxLength: 3 }),
    }),
    fc
      .array(fc.array(tie('block'), { maxLength: 2 }), { minLength: 1, maxLength: 3 })
      .map((columns): Block => ({ kind: 'columns', widths: columns.map((_, index) => index), columns })),
  ),
})).block;

const document: fc.Arbitrary<Document> = fc
  .tuple(
    fc.constantFrom('gongwen' as const, 'sheet' as const),
    fc.array(block, { maxLength: 8 }),
    fc.constantFrom('A3' as const, 'A4' as const, 'A5' as const),
    fc.constantFrom('portrait' as const, 'landscape' as const),
  )
  .map(([page, blocks, size, orientation]) => {
    const made = documentOf(page, blocks);
    return { ...made, page: { ...made.page, size, orientation } };
  });

const linesOf = ({ pages }: Layout): { readonly line: TextLine; readonly foot: number }[] =>
  pages.flatMap(({ items, pageSize }) =>
    items.flatMap(({ type, item }) => (type === 'line' ? [{ line: item as TextLine, foot: pageSize.height }] : [])),
  );

const bare = (value: string): string => value.replace(/[\s\u3000]/g, '');

describe('any document', () => {
  it('is laid out with all of its text, inside its pages', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (made) => {
        const definition = await defineDocument(made, { theme, fonts: fakeFonts });
        if (definition === undefined) throw new Error('no definition');
        const compose = createComposer(fakeFonts);
        const layout = layoutPages(definition.page, definition.content, createHeights(compose), compose);
        expect(Number.isFinite(layout.lastHeight)).toBe(true);

        const seen = new Map<TextNode, Set<TextLine['line']>>();
        for (const { line, foot } of linesOf(layout)) {
          expect(Number.isFinite(line.x) && Number.isFinite(line.y)).toBe(true);
          expect(line.y).toBeGreaterThanOrEqual(definition.page.margins.top - 0.1);
          expect(line.y).toBeLessThan(foot);
          seen.set(line.node, (seen.get(line.node) ?? new Set()).add(line.line));
        }
        for (const [node, lines] of seen) {
          const drawn = [...lines].flatMap(({ segments }) => segments.map((segment) => segment.text)).join('');
          expect(bare(drawn)).toBe(bare(node.runs.map((run) => run.text).join('')));
        }
        // Nodes with text that were never placed would be missing from `seen`: count their characters.
        const wanted = countText(definition.content);
        const drawn = [...seen.keys()].reduce(
          (sum, node) => sum + bare(node.runs.map((run) => run.text).join('')).length,
          0,
        );
        expect(drawn).toBe(wanted);
      }),
      { seed: 20170421, numRuns: 120 },
    );
  });
});

/** Characters other than spaces in all runs of a definition. */
const countText = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countText(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  if ('runs' in value && Array.isArray(value.runs)) {
    return bare(value.runs.map((run: { text: string }) => run.text).join('')).length;
  }
  return Object.values(value).reduce((sum: number, item) => sum + countText(item), 0);
};
