// What the gallery is told of a report, where a test does not ask what that is.
import type { Card } from '../../../src/gallery/card.ts';

export const plainCard: Card = {
  short: '罗湖区',
  level: 'county',
  meeting: '区人民代表大会会议',
  date: '',
  speaker: '',
  pinyin: { full: 'luo hu qu', initials: 'lhq' },
  kinds: {},
  look: { masthead: '', red: '#C8102E', slate: '#2F4858' },
  findings: [],
};
