// What place names are made of: their last parts and levels, the provinces, and how a name parts into those above it.
// Takes names as printed; gives parts from the top down (河北省, 保定市, 高阳县), short names and levels.
import type { Report } from '../report/schema.ts';

export type Level = Report['place']['level'];

/** Provinces by the name they are spoken of with. */
export const provinces: ReadonlyMap<string, string> = new Map(
  `北京市 天津市 上海市 重庆市 河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省
  湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省 台湾省 内蒙古自治区 广西壮族自治区
  西藏自治区 宁夏回族自治区 新疆维吾尔自治区 香港特别行政区 澳门特别行政区`
    .split(/\s+/)
    .map((name) => [name.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/, ''), name]),
);

/** Last parts of names. */
const suffix = '(?:特别行政区|自治区|自治州|自治县|自治旗|新区|特区|地区|街道|[省市州盟县区旗镇乡])';
const notName = new RegExp(`^(?:[全我本各]|本届)?${suffix}$`, 'u');
const endsAsPlace = new RegExp(`${suffix}$`, 'u');

/** Whether a text reads as the name of one place: not 新区, 我市, 全省 alone. */
export const isPlaceName = (text: string): boolean =>
  text.length >= 2 && text.length <= 20 && endsAsPlace.test(text) && !notName.test(text);

/** 罗湖 in 罗湖区: the name without its last part; whole where nothing would be left of it (唐县). */
export const coreOf = (name: string): string => {
  const core = name.replace(endsAsPlace, '');
  return core.length < 2 ? name : core;
};

/** The part of a full name that is the place's own: 红旗区 in 新乡市红旗区, 安国市 in 保定市安国市. */
export const shortName = (place: string): string =>
  /[市县区旗]([^市县区旗]{1,8}(?:镇|乡|街道))$/.exec(place)?.[1] ??
  /([^省市州盟]{2,10}?(?:特区|新区|[省市县区县旗州盟镇乡]|街道|自治区))$/.exec(place)?.[1] ??
  place;

/** The level of a place by its name's last part: 市 alone is a prefecture, 市 after 市 a county. */
export const levelOf = (place: string): Level => {
  if (/^(?:全国|国务院|中华人民共和国|中国)$/.test(place)) return 'national';
  if ([...provinces].some(([short, name]) => place === name || place === short)) return 'province';
  if (/(?:省|自治区|特别行政区)$/.test(place)) return 'province';
  if (/(?:镇|乡|街道)$/.test(place)) return 'township';
  if (/(?:县|区|旗)$/.test(place)) return place.endsWith('地区') ? 'prefecture' : 'county';
  if (/(?:州|盟)$/.test(place)) return 'prefecture';
  return /市.*市$/.test(place.replace(/^.*省/, '')) ? 'county' : 'prefecture';
};

/** How often a word stands in a text. */
export const countOf = (text: string, word: string): number => text.split(word).length - 1;

/**
 * 深圳罗湖区 is 深圳 and 罗湖区: where the higher place has no last part of its own, the text tells, since it speaks of
 * 罗湖 again and again and hardly of 圳罗湖. Gives the whole as one part when the text does not tell.
 */
const splitByText = (name: string, text: string): readonly string[] => {
  const core = coreOf(name);
  for (let length = 2; core.length - length >= 2; length += 1) {
    const own = core.slice(-length);
    const longer = core.slice(-length - 1);
    if (countOf(text, own) >= 4 && countOf(text, longer) * 4 <= countOf(text, own))
      return [core.slice(0, -length), own + name.slice(core.length)];
  }
  return [name];
};

const highest = new RegExp(`^(.{2,8}?(?:省|自治区|市|自治州|州|盟|地区))(?=.{2,})`, 'u');

/** The parts of a full name from the top down, with the last parts that were left out where they are sure. */
export const partsOfName = (name: string, text: string): readonly string[] => {
  const province = [...provinces].find(
    ([short, full]) =>
      name.startsWith(short) && name !== short && name !== full && !/^.{2,3}(?:省|市|.{0,4}自治)/.test(name),
  );
  if (province && name.length - province[0].length >= 3 && !name.includes('族自治'))
    return [province[1], ...partsOfName(name.slice(province[0].length), text)];
  const first = highest.exec(name)?.[1];
  if (first !== undefined && isPlaceName(name.slice(first.length)))
    return [first, ...partsOfName(name.slice(first.length), text)];
  if (!endsAsPlace.test(name)) return [provinces.get(name) ?? name];
  const [above, own] = splitByText(name, text);
  if (above === undefined || own === undefined) return [name];
  return [own.endsWith('区') && !endsAsPlace.test(above) ? `${above}市` : above, own];
};
