// Reads what a report file's name says: level, place, year, and a mark that tells two files of one year apart.
// Takes names like district_深圳罗湖区_2021b, 深圳市罗湖区2021年政府工作报告（全文）; gives what it is sure of, each part optional.
// The text of the report helps to part 深圳罗湖区 and to give 满城 its last part.
import { coreOf, countOf, isPlaceName, levelOf, partsOfName, provinces, type Level } from './place-names.ts';

export type NamedFile = {
  readonly level?: Level;
  /** Full name: 深圳市罗湖区. */
  readonly place?: string;
  readonly year?: number;
};

const levelWords: ReadonlyMap<string, Level> = new Map([
  ['national', 'national'],
  ['nation', 'national'],
  ['state', 'national'],
  ['province', 'province'],
  ['prov', 'province'],
  ['provincial', 'province'],
  ['prefecture', 'prefecture'],
  ['city', 'prefecture'],
  ['municipal', 'prefecture'],
  ['county', 'county'],
  ['district', 'county'],
  ['township', 'township'],
  ['town', 'township'],
]);

/** A year in a file's name is that of the meeting: city_2019, 2019年政府工作报告. */
export const yearInName = (name: string): number | undefined => {
  const match = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(name);
  return match ? Number(match[1]) : undefined;
};

const notPlace =
  /[（(【[].*?[)）】\]]|(?:人民)?政府(?:工作)?报告|工作报告|报告|人民政府|政府|全文|原文|正文|终稿|定稿|初稿|印发稿|送审稿|征求意见稿|讨论稿|审议稿|最终版?|修改|扫描件?|年度?|第[一二三四五六七八九十]+[稿次届]/gu;

/** 满城 → 满城区: the last part that the text gives the name most often. */
const withLastPart = (name: string, text: string): string => {
  const found = ['区', '县', '市', '省', '州', '镇', '乡']
    .map((last) => ({ name: name + last, count: countOf(text, name + last) }))
    .toSorted((a, b) => b.count - a.count)[0];
  return found && found.count >= 2 ? found.name : name;
};

/** What a file's name says, without folder and ending. */
export const readFileName = (fileName: string, text: string): NamedFile => {
  const name = fileName.normalize('NFKC');
  const year = yearInName(name);
  const words = name
    .replace(/((?:19|20)\d\d)[a-z]?(?=$|[^a-z\d])/i, ' ')
    .replaceAll(notPlace, ' ')
    .split(/[\s_\-—–.·、,，]+/u)
    .filter((word) => word !== '');
  const level = words.map((word) => levelWords.get(word.toLowerCase())).find((each) => each !== undefined);
  const han = words.filter((word) => /^\p{Script=Han}{2,20}$/u.test(word));
  const said =
    han.find((word) => isPlaceName(word) || provinces.has(word)) ?? han.find((word) => countOf(text, word) >= 5);
  const place =
    said === undefined || (!isPlaceName(said) && level === undefined && !provinces.has(said))
      ? undefined
      : partsOfName(isPlaceName(said) || provinces.has(said) ? said : withLastPart(said, text), text).join('');
  return {
    ...(level !== undefined ? { level } : place !== undefined && { level: levelOf(place) }),
    ...(place !== undefined && { place }),
    ...(year !== undefined && { year }),
  };
};

/** Whether two names can be those of one place: 罗湖区 and 深圳市罗湖区. */
export const isSamePlace = (a: string, b: string): boolean => a.endsWith(b) || b.endsWith(a) || coreOf(a) === coreOf(b);
