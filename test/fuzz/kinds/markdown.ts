// Markdown with directives, as a filled template gives it: parsed, arranged, and laid out without fonts.
/* oxlint-disable unicorn/no-useless-spread -- lists of words are written several to a line */
import * as fc from 'fast-check';
import { arrangeDocument } from '../../../src/arrange/arrange.ts';
import { directiveNames } from '../../../src/parse/directives.ts';
import { parseDocument } from '../../../src/parse/parse.ts';
import { dump } from '../../../src/tree/dump.ts';
import { textOf, type Input, type Kind } from '../kind.ts';
import { damageText, edits } from '../mutate.ts';

const names = [...directiveNames, 'unknown'];
const attributes = [
  ...['', '{}', '{widths="1 2"}', '{align="decimal left"}', '{per-row=0}', '{yields=1 keep=2}', '{type=stacked}'],
  ...[
    '{height=9999}',
    '{count=9999}',
    '{roles="base target"}',
    '{empty=drop}',
    '{#id .class}',
    '{"}',
    '{constructor=1}',
  ],
];
const cells = [
  '地区生产总值',
  '157.5',
  '-3',
  '—',
  '',
  '**组**',
  ':fig[157.5亿元]{ref="gdp-2016"}',
  '1e9',
  'x\\|y',
  '`a|b`',
];

const row = fc.array(fc.constantFrom(...cells), { minLength: 1, maxLength: 5 }).map((all) => `| ${all.join(' | ')} |`);
const table = fc
  .tuple(fc.nat(5), fc.array(row, { maxLength: 5 }))
  .map(([columns, rows]) => [`|${' a |'.repeat(columns)}`, `|${' - |'.repeat(columns)}`, ...rows].join('\n'));

const block: fc.Arbitrary<string> = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      '文字',
      '# 一',
      '##### 五',
      '- 项\n  - 目',
      '1. 项',
      '> 引',
      '---',
      '```\nx\n```',
      '    缩进',
      '[^1]: 注',
    ),
    fc.constantFrom(
      '**粗*斜**',
      '[链](#a)',
      '[x](javascript:x)',
      '![x](../a.png)',
      '<b>x</b>',
      'https://example.org',
      '\\',
    ),
    table,
    fc
      .tuple(
        fc.integer({ min: 2, max: 6 }),
        fc.constantFrom(...names),
        fc.constantFrom(...attributes),
        fc.array(tie('block'), { maxLength: 3 }),
        fc.integer({ min: 0, max: 6 }),
      )
      .map(([open, name, given, inside, close]) =>
        [`${':'.repeat(open)}${name}[标签]${given}`, ...inside, ':'.repeat(close)].join('\n'),
      ),
  ),
})).block;

const document = fc
  .array(block, { maxLength: 6 })
  .map((blocks) => `---\ntitle: 题\npage: gongwen\n---\n\n${blocks.join('\n\n')}\n`);

const tokens = [
  ...names.map((name) => `:::${name}`),
  ...attributes,
  ...cells,
  ':',
  '::',
  ':::',
  '|',
  '[',
  ']',
  '*',
  '_',
];

export const markdownKind = (seeds: readonly string[]): Kind => ({
  name: 'markdown',
  inputs: fc
    .oneof(
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...seeds), edits) },
      { weight: 1, arbitrary: fc.tuple(document, edits) },
    )
    .map(([text, done]): Input => ({ name: 'filled.md', content: damageText(text, done, tokens, seeds) })),
  answer: async (input) => {
    const text = textOf(input);
    const sources = new Map([[input.name, text]]);
    const meta = { author: '', keywords: [], language: 'zh-CN', date: '2017-01-01', reportId: 'a', template: 'a' };
    const parsed = parseDocument(text, { file: input.name, meta });
    if (parsed.value === undefined) return { accepted: false, diagnostics: parsed.diagnostics, sources };
    const arranged = arrangeDocument(parsed.value.document, { numbers: parsed.value.frontMatter.numberHeadings });
    if (arranged.value !== undefined) dump(arranged.value);
    return {
      accepted: arranged.value !== undefined,
      diagnostics: [...parsed.diagnostics, ...arranged.diagnostics],
      sources,
    };
  },
});
