// Which of two reports of one year counts.
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../../src/report/schema.ts';
import { seriesOf, type Member } from '../../../src/report/series.ts';

const member = (
  id: string,
  reviewed: number,
  more: { readonly date?: string; readonly replaces?: string[]; readonly part?: string } = {},
): Member => ({
  report: reportSchema.parse({
    id,
    title: '政府工作报告',
    place: { name: '云河县', short: '云河县', level: 'county' },
    meeting: { name: '人民代表大会', ...(more.date !== undefined && { date: more.date }) },
    years: { reviewed },
    source: { title: '政府工作报告' },
    sections: [{ id: '1', title: '回顾', part: more.part ?? 'review' }],
    ...(more.replaces && { replaces: more.replaces }),
  }),
  file: `data/${id}.yaml`,
  hash: '',
});

const shown = (members: readonly Member[]): readonly string[] => {
  const { members: used, passedOver } = seriesOf(members);
  return [
    used.map(({ report }) => report.id).join(' '),
    ...passedOver.map((one) => `${one.used.report.id} not ${one.left.report.id}: ${one.reason}`),
  ];
};

const a = member('a', 2020);

describe('seriesOf', () => {
  it.each<[string, Member[], string[]]>([
    ['years in order', [member('b', 2021), a], ['a b']],
    ['what the data say', [a, member('b', 2020, { replaces: ['a'] })], ['b', 'b not a: replaces']],
    [
      'the meeting that opens the year',
      [member('a', 2020, { date: '2021-11-02' }), member('b', 2020, { date: '2021-01-20' })],
      ['b', 'b not a: earlier'],
    ],
    [
      'the one about the year alone',
      [member('a', 2020, { part: 'span' }), member('b', 2020)],
      ['b', 'b not a: yearly'],
    ],
    ['the first id, for want of anything else', [member('a-new', 2020), a], ['a', 'a not a-new: order']],
    ['one date alone decides nothing', [a, member('b', 2020, { date: '2021-01-20' })], ['a', 'a not b: order']],
    [
      'of three, the last that counts is named',
      [a, member('b', 2020), member('c', 2020, { replaces: ['a', 'b'] })],
      ['c', 'c not b: order', 'c not a: replaces'],
    ],
  ])('%s', (_, members, expected) => {
    expect(shown(members)).toEqual(expected);
    expect(shown(members.toReversed())).toEqual(expected);
  });
});
