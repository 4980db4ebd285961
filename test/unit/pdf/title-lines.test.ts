// Titles of two lines break in sense and in lines of like length; words are not split.
import { describe, expect, it } from 'vitest';
import { composeParagraph, type Line, type Run } from '../../../src/compose/compose.ts';
import type { Format } from '../../../src/pdf/definition.ts';
import { composeInSense } from '../../../src/pdf/title-lines.ts';

const format: Format = { align: 'center', leading: 36, size: 22, indent: 0 };
const width = 442.2;

const run = (text: string): Run<string> => ({
  text,
  style: 'title',
  size: 22,
  advance: (codePoint) => (codePoint < 0x2000 ? 0.5 : 1),
});

const linesOf = (...texts: readonly string[]): readonly Line<string>[] =>
  composeInSense(texts.map(run), format, width, (runs, { indent, align }, measure) =>
    composeParagraph(runs, { measure, indent, align }),
  );

const broken = (...texts: readonly string[]): string[] =>
  linesOf(...texts).map(({ segments }) => segments.map(({ text }) => text).join(''));

describe('a title', () => {
  it('that fits is one line', () => {
    expect(broken('红旗区2017年政府工作报告要点')).toEqual(['红旗区2017年政府工作报告要点']);
  });

  it('breaks before 和, not inside a word', () => {
    expect(broken('红旗区2016年经济社会发展主要成效和2017年重点工作安排情况')).toEqual([
      '红旗区2016年经济社会发展主要成效',
      '和2017年重点工作安排情况',
    ]);
  });

  it('tears no figure where a name ends in one', () => {
    const lines = broken('prov_某省_20142014年政府工作报告要点和2014年重点工作安排');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('20142014年');
  });

  it('breaks at the space that it has', () => {
    expect(broken('红旗区第十四届人民代表大会第一次会议　二〇一七年四月')).toEqual([
      '红旗区第十四届人民代表大会第一次会议',
      '二〇一七年四月',
    ]);
  });

  it('keeps its text when runs meet at the break', () => {
    const texts = ['红旗区经济社会发展', '主要成效', '和', '重点工作任务安排', '情况的通报'];
    expect(broken(...texts).join('')).toBe(texts.join(''));
  });

  it('of three lines is made of like length', () => {
    const lines = linesOf('红旗区人民政府关于落实政府工作报告主要目标和重点工作任务分工以及责任单位完成时限的意见');
    expect(lines).toHaveLength(3);
    const widths = lines.map((line) => line.width);
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(22 * 6);
  });

  it('stands in the middle', () => {
    for (const { segments, width: length } of linesOf('红旗区2016年经济社会发展主要成效和2017年重点工作安排情况')) {
      const left = segments[0]?.x ?? 0;
      expect(left).toBeCloseTo(width - length, 0);
    }
  });
});
