// The report that a table alone makes: its head from the table's own words and what the person says of it. What a table
// cannot know is marked 待填, so that nobody takes it for something said.
import { slug } from '../extract/assemble/ids.ts';
import type { Report } from '../report/schema.ts';
import type { ImportedWorkbook } from './import-workbook.ts';

export type HeadWishes = {
  readonly id?: string | undefined;
  readonly place?: string | undefined;
};

const levels = ['national', 'province', 'prefecture', 'county', 'township'] as const;

const levelOf = (place: string): Report['place']['level'] =>
  /[镇乡]$|街道$/.test(place)
    ? 'township'
    : /[县区旗]$|自治县$/.test(place)
      ? 'county'
      : /(?:省|自治区)$|^(?:北京|上海|天津|重庆)市$/.test(place)
        ? 'province'
        : /(?:全国|国家)$/.test(place)
          ? 'national'
          : 'prefecture';

/** The place at the head of a title: 新乡市红旗区2016年主要经济指标. */
const placeIn = (title: string): string | undefined =>
  /^([\p{Script=Han}]{1,20}?(?:省|市|区|县|旗|镇|乡|街道)+)(?=(?:19|20)\d\d|\s|主要|国民|历年|统计|经济|社会)/u.exec(
    title,
  )?.[1];

const shortOf = (place: string): string =>
  /(?:^|[省市州盟])([^省市州盟]{1,10}(?:省|市|区|县|旗|镇|乡|街道))$/.exec(place)?.[1] ?? place;

export const newReport = (
  { part, title = '', reviewed }: Pick<ImportedWorkbook, 'part' | 'title' | 'reviewed'>,
  source: { readonly file: string; readonly sha256: string },
  wishes: HeadWishes,
): Report => {
  const { head } = part;
  const words = title === '' ? source.file.replace(/\.[^.]+$/, '') : title;
  const place = wishes.place ?? head.get('place.name') ?? placeIn(words) ?? '待填（地方）';
  const year = Number(head.get('years.reviewed') ?? reviewed ?? 2000);
  const planned = Number(head.get('years.planned') ?? year + 1);
  const [from, to, date] = [head.get('years.span.from'), head.get('years.span.to'), head.get('meeting.date')];
  const level = levels.find((one) => one === head.get('place.level')) ?? levelOf(place);
  return {
    id: wishes.id ?? head.get('id') ?? slug(source.file.replace(/\.[^.]+$/, ''), 40),
    title: head.get('title') ?? words,
    place: { name: place, short: head.get('place.short') ?? shortOf(place), level },
    meeting: { name: head.get('meeting.name') ?? '待填（会议名称）', ...(date !== undefined && { date }) },
    years: {
      reviewed: year,
      planned,
      ...(from !== undefined && to !== undefined && { span: { from: Number(from), to: Number(to) } }),
    },
    source: {
      title: head.get('source.title') ?? words,
      file: head.get('source.file') ?? source.file,
      sha256: head.get('source.sha256') ?? source.sha256,
    },
    briefing: { recipients: [] },
    sections: [],
    problems: [],
    targets: [],
    tasks: [],
    terms: [],
    questions: [],
    accepted: [],
  };
};
