import { describe, expect, it } from 'vitest';
import { chineseMarks } from '../../../src/fill/chinese-marks.ts';

describe('marks beside hanzi', () => {
  it('become those of Chinese text', () => {
    expect(chineseMarks('虽有成效,但与要求还有差距;怎么办?')).toBe('虽有成效，但与要求还有差距；怎么办？');
    expect(chineseMarks('增长9%,其中“专精特新”企业5家,全市第一')).toBe('增长9%，其中“专精特新”企业5家，全市第一');
    expect(chineseMarks('“看病难”,“看病贵”')).toBe('“看病难”，“看病贵”');
  });

  it('stay in numbers, times, ratios and Latin text', () => {
    for (const text of ['1,200人', '8:30', '1:16:83', 'Yes, but how?', 'PM2.5', '一二三四'])
      expect(chineseMarks(text)).toBe(text);
  });
});
