import { describe, expect, it } from 'vitest';
import { brokenRules } from '../../../src/compose/rules.ts';

const rulesOf = (...lines: string[]): readonly string[] =>
  brokenRules(lines).map(({ line, rule }) => `${line} ${rule}`);

describe('rules seen from set lines', () => {
  it('finds nothing wrong with lines that keep them', () => {
    expect(
      rulesOf(
        '　　——2016年，全区实现地区生产总值157.5亿元，',
        '同比增长7.1%，总量居“四区”之首，其中三产占比',
        '“较大”（见附表）。',
      ),
    ).toEqual([]);
  });

  it.each([
    [['全区经济平稳运行', '，稳中向好'], '1 line-start'],
    [['他说“稳中求进', '”的总基调不变'], '1 line-start'],
    [['卡尔', '·马克思著作选读'], '1 line-start'],
    [['力争引进五', '—十家企业'], '1 line-start'],
    [['每人每月元', '/人以上'], '1 line-start'],
    [['坚持“', '四区联动”发展'], '0 line-end'],
    [['详见附件（', '另发）各单位'], '0 line-end'],
    [['单位为元/', '人以下同'], '0 slash-end'],
    [['三件大事—', '—修路建校'], '0 dash-torn'],
    [['等等…', '…不再列举'], '0 dash-torn'],
    [['三件大事', '——修路建校'], '1 dash-start'],
    [['生产总值157.5', '亿元以上'], '0 figure-torn'],
    [['生产总值157.5亿', '元以上的'], '0 figure-torn'],
    [['同比增长7.1', '%以上的'], '0 figure-torn'],
    [['同比增长7', '.1%以上的'], '0 figure-torn'],
    [['计划用2012—', '2016年五年时间'], '0 figure-torn'],
    [['定于4月', '21日召开'], '0 figure-torn'],
    [['总额¥', '100元整'], '0 figure-torn'],
    [['指标GD', 'P增长较快'], '0 word-torn'],
    [['全区经济运行总体平', '稳。'], '1 orphan'],
  ] as const)('%s', (lines, expected) => {
    expect(rulesOf(...lines)).toContain(expected);
  });

  it('lets words part at a space and a paragraph be one character long', () => {
    expect(rulesOf('国际标准International ', 'Organization机构')).toEqual([]);
    expect(rulesOf('略')).toEqual([]);
    expect(rulesOf('作者é1979', '年生人')).toContain('0 figure-torn');
    expect(rulesOf('作者e\u03011979年', '生人')).toEqual([]);
  });
});
