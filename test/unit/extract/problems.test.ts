// Problems are printed on their own, so they come without the words that lead up to them.
import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../../src/extract/assemble/problems.ts';

const read = (text: string): readonly string[] =>
  problemsOf([{ text, source: { section: '1', sentence: 1 } }]).map((problem) => problem.text);

describe('problems of a report', () => {
  it('leaves out praise, the announcement and the count', () => {
    expect(
      read('在看到成绩的同时，我们也清醒认识到，全县还存在不少困难和挑战，一是内生动力不足；二是底子薄，差距较大。'),
    ).toEqual(['内生动力不足', '底子薄，差距较大']);
    expect(read('总结一年的工作，我们清醒地看到，发展中还存在不少问题和困难：主要是产业结构不合理。')).toEqual([
      '产业结构不合理',
    ]);
  });

  it('leaves out every word that counts or opens', () => {
    expect(read('我们也清醒地看到存在的问题：主要是：一是是根源性问题，产业支撑不足。')).toEqual([
      '根源性问题，产业支撑不足',
    ]);
  });

  it('keeps what is said right after seeing', () => {
    expect(read('我们也清醒地看到，全县发展不平衡的问题依然突出，财政收支矛盾较大。')).toEqual([
      '全县发展不平衡的问题依然突出，财政收支矛盾较大',
    ]);
    expect(read('我们也清醒看到面临的问题和挑战，项目落地不够快。')).toEqual(['项目落地不够快']);
  });

  it('takes neither a bare announcement nor what will be done about it', () => {
    expect(read('在肯定成绩的同时，我们也清醒看到面临的问题和挑战。对此，我们必须高度重视，认真加以解决。')).toEqual(
      [],
    );
    expect(read('对照中央要求，改革发展工作还存在一些问题和不足。')).toEqual([]);
  });

  it('takes no paragraph that admits nothing', () => {
    expect(read('去年粮食产量下降，投资压力较大。')).toEqual([]);
  });
});
