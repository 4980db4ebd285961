// Laws of the escape: whatever a text holds, it comes out of fill and parse as the characters it is.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, foldLines } from '../../../src/fill/escape.ts';
import type { Block } from '../../../src/tree/tree.ts';
import { textOf, walkBlocks } from '../../../src/tree/walk.ts';
import { fill, fillWhole, parse, viewOf } from './sample.ts';

const titled = (title: string) => {
  const view = viewOf();
  return { ...view, report: { ...view.report, title } };
};

const blocksOf = (text: string): readonly Block[] => {
  const { document, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  return document?.blocks ?? [];
};

const markupWords = fc.constantFrom(
  '**',
  '*',
  '__',
  '_',
  '~~',
  '`',
  '```',
  '|',
  '\\|',
  ':::',
  '::',
  ':fig[a]{ref=b}',
  ':::note',
  '{{report.title}}',
  '{{{',
  '}}',
  '<b>',
  '</b>',
  '<!--',
  '&amp;',
  '&#35;',
  '&',
  '# ',
  '## ',
  '- ',
  '+ ',
  '1. ',
  '1) ',
  '> ',
  '---',
  '===',
  '[x](y)',
  '![a](b)',
  '[^1]',
  '[^1]: ',
  '[x]: y',
  'http://a.cn',
  'https://www.gov.cn/',
  'www.example.com',
  'a@b.cn',
  '\n',
  '\n\n',
  '\t',
  '    ',
  ' ',
  '\r\n',
  '\\',
  '\\\\',
  '"',
  "'",
  '$',
  '%',
  '红旗区',
  '“四区”',
  '㎡',
  '157.5亿元',
  '\u3000',
  '\u00a0',
  '\u2028',
  '😀',
  '𬭎',
  '\0',
  '\u0007',
);
const anyText = fc.oneof(
  fc.array(markupWords, { maxLength: 12 }).map((words) => words.join('')),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
);

describe('escape', () => {
  it('prints any text as the characters it is, in a paragraph, a cell, a heading and a label', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const plain = foldLines(text);
        const body = [
          '# 甲{{report.title}}乙',
          '',
          '甲{{report.title}}乙',
          '',
          '{{report.title}}乙',
          '',
          '**甲{{report.title}}乙**',
          '',
          '- 甲{{report.title}}',
          '',
          ':::table[甲{{report.title}}乙]',
          '| 甲{{report.title}}乙 | 丙 |',
          '|---|---|',
          '| 甲{{report.title}}乙 | 丙 |',
          ':::',
        ].join('\n');
        const seen: string[] = [];
        walkBlocks({ blocks: blocksOf(fill(body, titled(text))) }, (block) => {
          if (block.kind === 'heading' || block.kind === 'paragraph') seen.push(textOf(block.children));
          if (block.kind === 'table') {
            seen.push(textOf(block.caption), textOf(block.columns[0]?.header ?? []));
            seen.push(textOf(block.rows[0]?.cells[0]?.children ?? []), textOf(block.rows[0]?.cells[1]?.children ?? []));
          }
        });
        const whole = `甲${plain}乙`;
        expect(seen).toEqual([whole, whole, `${plain}乙`, whole, `甲${plain}`, whole, whole, whole, '丙']);
      }),
      { numRuns: 300 },
    );
  });

  it('makes no markup of a text that stands alone in a paragraph', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(foldLines(text).trim() !== '');
        const blocks = blocksOf(fill('{{report.title}}', titled(text)));
        expect(blocks).toMatchObject([{ kind: 'paragraph', children: [{ kind: 'text', text: foldLines(text) }] }]);
      }),
      { numRuns: 300 },
    );
  });

  it('writes the title of the front matter as a string', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { document, diagnostics } = parse(fillWhole('---\ntitle: "{{report.title}}要点"\n---\n文', titled(text)));
        expect(diagnostics).toEqual([]);
        expect(document?.meta.title).toBe(`${foldLines(text)}要点`.trim());
      }),
      { numRuns: 100 },
    );
  });

  it('folds line ends to nothing beside Chinese characters and to a space between Latin words', () => {
    expect(foldLines('经济平稳，\n  服务业当家')).toBe('经济平稳，服务业当家');
    expect(foldLines('work\nreport')).toBe('work report');
    expect(foldLines('甲\tB\r\n')).toBe('甲 B');
    expect(foldLines('a\ud800b\u0000')).toBe('a\ufffdb');
  });

  it('keeps spaces at both ends', () => {
    expect(escapeMarkdown('  甲 ')).toBe('&#x20;&#x20;甲&#x20;');
  });
});
