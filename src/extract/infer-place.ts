// Finds the place of a report whose head names none (现在，我代表区人民政府…) from how its text speaks of it.
// Takes cleaned text; gives a name only where one stands out, and the level that the report speaks for.
import { countOf, isPlaceName, levelOf, provinces, type Level } from './place-names.ts';

const ownLevel =
  /代表(?:第?[一二三四五六七八九十]{1,3}届)?(省|自治区|市|新区|区|县|自治县|州|自治州|盟|旗|镇|乡)(?:人民)?政府/;

const levelsOfWords: Readonly<Record<string, Level>> = {
  省: 'province',
  自治区: 'province',
  市: 'prefecture',
  州: 'prefecture',
  自治州: 'prefecture',
  盟: 'prefecture',
  新区: 'county',
  区: 'county',
  县: 'county',
  自治县: 'county',
  旗: 'county',
  镇: 'township',
  乡: 'township',
};

/** 区 in 我代表区人民政府: the last part of the place's name. */
const ownWord = (text: string): string | undefined => ownLevel.exec(text)?.[1];

/** The level that the report speaks for, when it says so. */
export const levelSpokenFor = (text: string): Level | undefined => {
  const word = ownWord(text);
  return word === undefined ? undefined : levelsOfWords[word];
};

/** The name that stands out: the most named one, at least twice, and twice as often as the next. */
const outstanding = (names: readonly string[], least: number): string | undefined => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [best, next] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return best && best[1] >= least && best[1] >= 2 * (next?.[1] ?? 0) ? best[0] : undefined;
};

/** The province that a report of a province speaks of: most named among those of its kind. */
const provinceOf = (text: string, word: string): string | undefined => {
  const counts = [...provinces]
    .filter(([, name]) => name.endsWith(word))
    .map(([short, name]) => ({ name, count: countOf(text, short) }))
    .toSorted((a, b) => b.count - a.count);
  const [best, next] = counts;
  return best && best.count >= 4 && best.count >= 2 * (next?.count ?? 0) ? best.name : undefined;
};

/** 我谨代表宝安区人民政府, in the thanks at the end. */
const represented =
  /代表([^，。、：:！；\s我代表]{2,12}?)(?:第?[一二三四五六七八九十]{1,3}届)?(?:人民政府|管理委员会|管委会)/g;

/** The place as the body names it; undefined when nothing stands out. */
export const inferPlace = (text: string): string | undefined => {
  const spoken = [...text.matchAll(represented)].map((match) => match[1] ?? '').find(isPlaceName);
  if (spoken !== undefined) return spoken;
  const word = ownWord(text);
  if (word === undefined) return undefined;
  if (word === '省' || word === '自治区') return provinceOf(text, word);
  // 《龙岗区总体规划》, 《深圳市罗湖区…》: rules and plans bear the name of the place that made them
  const titled = [...text.matchAll(/《(?:中共)?(\p{Script=Han}{2,12}?(?:省|市|县|区|州|旗|镇|乡))/gu)]
    .map((match) => match[1] ?? '')
    .filter((name) => name.endsWith(word) && levelOf(name) === levelsOfWords[word] && !isKind(name));
  return outstanding(titled, 2);
};

/** 示范区, 城市, 社区: words for kinds of places. */
const isKind = (name: string): boolean =>
  /(?:示范|合作|开发|保护|试验|核心|功能|产业|园|社|片|城|街|新|特|湾|辖|校|景|库|牧|山|灾|度假|聚|中心|先行|自贸|经济|地|全|我|本|各|都|超|上|夜|菜|股|楼|车|门|债|集|县级|地级|无|智慧|智能)[区市县州]$/.test(
    name,
  );

/** 保定市委 in a report of 安国市: a city above it, so that its own 市 is of the county level. */
export const cityAbove = (text: string, place: string): string | undefined =>
  outstanding(
    [...text.matchAll(/[省央国、](?:委|政府)?、?([\p{Script=Han}]{2,4}?市)(?=委|政府|决策|各项|系列|领导|工作部署)/gu)]
      .map((match) => match[1] ?? '')
      .filter((name) => !place.endsWith(name) && !/[委府省县各全两我、]/.test(name)),
    2,
  );
