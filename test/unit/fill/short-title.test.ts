import { describe, expect, it } from 'vitest';
import { shortTitle } from '../../../src/fill/short-title.ts';

const short = (title: string): string => shortTitle({ title });

describe('the lead-in of a section', () => {
  it('is what the data give, else the first clause', () => {
    expect(shortTitle({ title: '坚持项目引资带动，增强发展活力', short: '项目引资' })).toBe('项目引资');
    expect(short('着力稳增长，经济运行平稳')).toBe('着力稳增长');
  });

  it('leaves out words of zeal where it is long, and only there', () => {
    expect(short('更大力度推动全方位扩大国内需求，打通堵点')).toBe('全方位扩大国内需求');
    expect(short('坚定不移推进城乡统筹发展')).toBe('坚定不移推进城乡统筹发展');
    expect(short('坚定不移推进城乡统筹协调发展')).toBe('城乡统筹协调发展');
  });

  it('keeps a clause of eighteen characters whole in a table, with the marks inside its quotes', () => {
    const title = '用改革的办法深入推进“三去一降一补”';
    expect(shortTitle({ title }, true)).toBe(title);
    expect(short(title)).toBe('用改革的办法深入推进');
    expect(short('推行“双随机、一公开”监管，减少检查')).toBe('推行“双随机、一公开”');
  });

  it('cuts what is longer at a word, and leaves no quote open', () => {
    expect(shortTitle({ title: '以推进“新型工业化和新型城镇化”为抓手促进县域经济社会发展' }, true)).toBe(
      '以推进“新型工业化和新型城镇化”',
    );
    expect(short('全面贯彻落实“创新、协调、绿色、开放、共享”的新发展理念')).toBe('全面贯彻落实');
    expect(short('深化体制改革和推进对外开放')).toBe('深化体制改革');
    expect(short('国务院及地方政府机构改革顺利实施')).toBe('国务院及地方政府机构改革');
    expect([...short('统筹推进新型基础设施建设与传统基础设施改造升级工作')].length).toBeLessThanOrEqual(12);
  });
});
