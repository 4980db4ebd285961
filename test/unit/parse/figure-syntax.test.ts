import { array, assert, constantFrom, property } from 'fast-check';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { describe, expect, it } from 'vitest';
import { figureSyntax, figureTree } from '../../../src/parse/figure-syntax.ts';

function figures(this: Processor): void {
  const data: { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] } = this.data();
  (data.micromarkExtensions ??= []).push(figureSyntax);
  (data.fromMarkdownExtensions ??= []).push(figureTree);
}

const general = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkDirective).freeze();
const withFigures = general().use(figures).freeze();

/** Both trees as plain data. */
const trees = (text: string): readonly [unknown, unknown] => [
  JSON.parse(JSON.stringify(withFigures.parse(text))),
  JSON.parse(JSON.stringify(general.parse(text))),
];

const expectSame = (text: string): void => {
  const [ours, theirs] = trees(text);
  expect(ours, text).toEqual(theirs);
};

describe('the construct for figures', () => {
  it.each([
    String.raw`增长:fig[7\.1\%]{ref="gdp-2016.growth"}。`,
    String.raw`:fig[157\.5亿元]{ref="gdp-2016"}`,
    String.raw`**:fig[1]{ref="a"}**和:fig[2]{ref="九大类民生支出预-2022.share"}:fig[3]{ref="b"}`,
    String.raw`# 标题 :fig[三]{ref="c"}`,
    '| 指标 | 数值 |\n|---|--:|\n| 甲 | :fig[1\\.5]{ref="a"} |\n| 乙\\|丙 | :fig[a\\|b]{ref="b"} |',
    ':::card[:fig[8]{ref="x"}个]{n=1}\n:fig[9]{ref="y"}\n:::',
    String.raw`[链接 :fig[1]{ref="a"}](https://www.example.cn)`,
    String.raw`:fig[第 1 个]{ref="a"} :fig[www\.example\.cn]{ref="a@b.cn"}`,
  ])('reads %s as the directive that it is', expectSame);

  it.each([
    ':fig[]{ref="a"}',
    ':fig[1]{ref=""}',
    ':fig[1]',
    ':fig[1]{}',
    ':fig[1]{ref=a}',
    ':fig[1]{ref="a" other=b}',
    ':fig[*重*]{ref="a"}',
    ':fig[1&nbsp;2]{ref="a&amp;b"}',
    ':fig[1\n2]{ref="a"}',
    ':fig[ 1 ]{ref="a"}',
    ':fig[1 ]{ref="a"}',
    ':fig[1\\a]{ref="a"}',
    '::fig[1]{ref="a"}',
    '甲::fig[1]{ref="a"}',
    String.raw`甲\::fig[1]{ref="a"}`,
    ':figure[1]{ref="a"}',
    ':fig[[1]]{ref="a"}',
    ':fig[1]{ref="a"',
    ':fig[:fig[1]{ref="a"}]{ref="b"}',
  ])('leaves %s to the general form', expectSame);

  it('reads any text as it is read without it', () => {
    const piece = constantFrom(
      ':fig[',
      ']',
      '{ref="',
      '"}',
      ':',
      '\\',
      '\\.',
      '7\\.1\\%',
      '亿元',
      'gdp',
      ' ',
      '\n',
      '\n\n',
      '|',
      '*',
      '**',
      '[',
      '(',
      '&amp;',
      '1',
      ':fig[1]{ref="a"}',
      String.raw`:fig[\-14\.9]{ref="甲-2022.growth"}`,
    );
    assert(
      property(array(piece, { maxLength: 14 }), (pieces) => expectSame(pieces.join(''))),
      { numRuns: 1000 },
    );
  });
});
