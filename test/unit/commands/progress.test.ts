import { describe, expect, it } from 'vitest';
import { progressWords, showProgress } from '../../../src/commands/progress.ts';
import { memoryHost } from '../../../src/host.ts';

/** What is written while reports are done, one every twelve seconds. */
const watched = (total: number, quiet: boolean): string[] => {
  const lines: string[] = [];
  let now = 0;
  const host = { ...memoryHost(new Map()), elapsed: () => now };
  const say = (line: string): void => void lines.push(line);
  const { update } = showProgress({ out: say, err: say, locale: 'en', interactive: false, columns: 80 }, host, quiet);
  for (let done = 0; done <= total; done += 1) {
    update(done, done > 4 ? 1 : 0, total);
    now += 12_000;
  }
  return lines;
};

describe('progressWords', () => {
  it('says done, failed, rate and time left', () => {
    expect(progressWords({ done: 40, failed: 2, total: 1000 }, 60_000, 'zh')).toBe(
      '40/1000 份报告，失败 2，每分钟 40 份，剩余 24 分 0 秒',
    );
    expect(progressWords({ done: 3, failed: 0, total: 4 }, 30_000, 'en')).toBe(
      '3/4 reports, 0 failed, 6.0 a minute, 10 s left',
    );
    expect(progressWords({ done: 10, failed: 0, total: 3010 }, 60_000, 'en')).toContain('5 h 0 min left');
  });

  it('foretells nothing before the first report is done', () => {
    expect(progressWords({ done: 0, failed: 0, total: 4 }, 9000, 'en')).toBe('0/4 reports, 0 failed');
  });
});

describe('showProgress in a log', () => {
  it('writes a line every half a minute, and none for the end', () => {
    const lines = watched(30, false);
    expect(lines).toHaveLength(9);
    expect(lines[0]).toBe('3/30 reports, 0 failed, 5.0 a minute, 5 min 24 s left');
    expect(lines.at(-1)).toBe('27/30 reports, 1 failed, 5.0 a minute, 36 s left');
  });

  it('is silent for a few reports, and beside JSON', () => {
    expect([watched(20, false), watched(30, true)]).toEqual([[], []]);
  });
});
