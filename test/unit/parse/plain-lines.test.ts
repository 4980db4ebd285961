import { array, assert, constantFrom, oneof, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../src/parse/blocks.ts';
import { parseFilled, parseMarkdown, type MarkdownNode } from '../../../src/parse/markdown.ts';
import { skeletonOf } from '../../../src/parse/plain-lines.ts';
import { makeReader } from '../../../src/parse/reader.ts';

/** The blocks of a text as plain data; places by line and column. */
const treeOf = (root: MarkdownNode): unknown =>
  JSON.parse(JSON.stringify(root.children, (key, value: unknown) => (key === 'offset' ? undefined : value)));

const faultsOf = (text: string, root: MarkdownNode): number => {
  const reader = makeReader(text, 'text.md', () => undefined);
  blocksOf(root.children ?? [], reader);
  return reader.diagnostics.length;
};

/** Both trees are the same, unless both have faults. */
const expectSame = (text: string): void => {
  const [fast, whole] = [parseFilled(text), parseMarkdown(text)];
  if (faultsOf(text, fast) > 0 && faultsOf(text, whole) > 0) return;
  expect(treeOf(fast), text).toEqual(treeOf(whole));
};

const table =
  '| 指标 | 数值 |\n|---|--:|\n| 甲\\|乙 | :fig[1\\.5]{ref="a"} |\n|  | 同比&#x20;:fig[2\\%]{ref="b"} |\n| **丙** |  |';

describe('plain lines', () => {
  it.each([
    table,
    `${table}\n\n后文`,
    `:::table[甲:fig[1]{ref="a"}]{widths="1 2"}\n${table}\n:::\n`,
    `::::columns\n:::column\n${table}\n:::\n:::column\n甲\n:::\n::::`,
    '# 一、标题\n\n## :fig[3]{ref="c"}个\n### 三',
    ':::title\n::main[光明区2021年\\-要点]\n::sub[甲 乙]{a=1}\n:::',
    '**荣誉**　省文明单位:fig[1]{ref="a"}。\n\n**乙**',
    '---\ntitle: 甲\n---\n\n| 甲 |\n|:-:|\n| 1\\.5 |\n',
    '甲\\*乙\\\\&#x20;',
  ])('takes the content out of %j and puts it back', (text) => {
    expect(skeletonOf(text).taken.size).toBeGreaterThan(0);
    expect(treeOf(parseFilled(text))).toEqual(treeOf(parseMarkdown(text)));
  });

  it.each([
    '| 甲 | 乙 |\n|---|---|\n| 丙 |',
    '| 甲 |\n|---|\n| [丙](https://a.cn) |',
    '| 甲 |\n|---|\n| 乙 |\n丙',
    '| 甲 |\n|---|\n乙 |\n',
    '文\n| 甲 |\n|---|\n| 乙 |',
    '> | 甲 |\n> |---|\n> | 乙 |',
    '- 甲\n\n  乙\n  丙',
    '**甲**乙',
    '甲**乙**',
    '** 甲**',
    '** a b**\n\n**甲 ** a',
    '甲  \n乙',
    '甲\n乙',
    '1. 甲',
    '    甲',
    '::main[]',
    '::main[ 甲]',
    '::main[[甲]]',
    '# 甲 #',
    '#',
    ':fig[]{ref="a"}',
    ':fig[1]{ref="a|b"}',
    '&amp;',
    '甲\tb',
  ])('leaves what is not plain in %j', expectSame);

  it('reads any text without fault as it is read whole', () => {
    const piece = constantFrom(
      '甲',
      '“乙”',
      ' ',
      '　',
      '&#x20;',
      '\\|',
      '\\.',
      '|',
      '**',
      '*',
      ':fig[1\\.5]{ref="a"}',
      ':blank[名]{em=8}',
      '[',
      ']',
      '-',
      '1. ',
      'a',
    );
    const line = constantFrom(
      '',
      '',
      '',
      '| 甲 | 乙 |',
      '|---|:-:|',
      '| :fig[3]{ref="x"} | **丙** |',
      '| 丁 |',
      '|---|',
      ':::table[题]{widths="1 2"}',
      ':::note',
      '::::keep',
      ':::',
      '::::',
      '# 标题',
      '::main[题]',
      '- 项',
      '  续',
      '1. 项',
      '> 引',
      '```',
      '**黑**　白',
      '正文:fig[2]{ref="y"}。',
    );
    const mixed = array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    const cells = array(mixed, { minLength: 1, maxLength: 3 }).map((texts) => `| ${texts.join(' | ')} |`);
    const lines = array(oneof({ weight: 4, arbitrary: line }, mixed, cells), { maxLength: 12 });
    assert(
      property(lines, (all) => expectSame(all.join('\n'))),
      { numRuns: 500 },
    );
  });
});
