// Reads places in a ranking: 全市第一, 居全国第4位, 跃居世界首位, 位列全省前三; with the scope that is ranked over.
// An ordinal (第十四届, 第三产业, 第二次会议) is none, nor is a slogan (争第一).
import { readChineseInteger } from './numbers.ts';

/** A rank with its scope; `place` is absent for 前列. `start` is where the scope begins. */
export type RankRead = {
  readonly start: number;
  readonly end: number;
  readonly place?: number;
  readonly scope: string;
  /** Said without a printed place: 唯一, 首个, 首批, 前列. */
  readonly vague: boolean;
};

const rankVerbs = [
  '稳居',
  '跃居',
  '位居',
  '位列',
  '名列',
  '排名',
  '排在',
  '排位',
  '高居',
  '跻身',
  '进入',
  '列入',
  '升至',
  '升到',
  '跃升至',
  '跃升到',
  '上升至',
  '上升到',
  '晋升',
  '提升至',
  '提升到',
  '前移至',
  '居于',
  '处于',
  '处在',
  '走在',
  '勇夺',
  '夺得',
  '取得',
  '获得',
  '荣获',
  '荣膺',
  '均居',
  '均列',
  '保持',
  '蝉联',
  '连续',
  '达到',
  '位次',
  '居',
  '列',
  '排',
  '获',
  '夺',
  '由',
  '从',
  '均',
  '成为',
  '继续',
  '分别',
  '第',
];
const scopes = [
  '全国',
  '全省',
  '全市',
  '全区',
  '全县',
  '世界',
  '全球',
  '全州',
  '全盟',
  '全疆',
  '全自治区',
  '国内',
  '省内',
  '市内',
  '我国',
  '我省',
  '我市',
  '发展中国家',
  '中国',
  '亚洲',
  '同类',
  '四区',
  '各县区',
  '各区',
];

/** The most ordinals of one list. */
const mostListed = 8;

/** Whether a place ends here; a noun behind 第N, or behind a list of them (第十五、第二十二高级中学), makes it an ordinal. */
const isPlaceEnd = (text: string, at: number, listed = 0): boolean => {
  if (listed < mostListed && /^[、和及与]第/.test(text.slice(at, at + 2))) {
    const next = readOrdinal(text, at + 2);
    return (
      next !== undefined && isPlaceEnd(text, next.end + (/[位名]/.test(text[next.end] ?? ' ') ? 1 : 0), listed + 1)
    );
  }
  return endsPlace(text, at);
};

const endsPlace = (text: string, at: number): boolean =>
  at >= text.length ||
  /^[，,；;。！!？?、：:）)（(”"\n的和及与]/.test(text[at]!) ||
  /^(?:同比|比|较|连续|其中|并|且|以上|以内|左右)/.test(text.slice(at, at + 2));

const readOrdinal = (text: string, at: number): { value: number; end: number } | undefined => {
  const arabic = /^\d{1,3}/.exec(text.slice(at, at + 4))?.[0];
  if (arabic !== undefined) return { value: Number(arabic), end: at + arabic.length };
  return readChineseInteger(text, at);
};

/** 四区第一, 西北第二, 各区前三: names of areas and bodies that are ranked over. */
const areaNames: readonly RegExp[] = [
  /[一二三四五六七八九十\d]{1,2}[省市区县]$/,
  /[东西南北]{2}$/,
  /[\u4e00-\u9fff][东南西北中]部?$/,
  /[^，、]{1,8}(?:[省市区县州盟国]|城市|地区|单位|百强|榜单?|指数)$/,
];

/** Where the scope before a place begins: after the rank verb, or at a scope word, no further back than `from`. */
const scopeStart = (text: string, at: number, from: number): { start: number; verb: boolean } | undefined => {
  const window = text.slice(Math.max(from, at - 16), at);
  const offset = at - window.length;
  let best = -1;
  for (const verb of rankVerbs) {
    const index = window.lastIndexOf(verb);
    if (index >= 0 && index + verb.length > best) best = index + verb.length;
  }
  // the first scope word behind the verb: 全省 in 全省各区
  const found = scopes.map((word) => window.indexOf(word, Math.max(best, 0))).filter((index) => index >= 0);
  const scope = found.length > 0 ? Math.min(...found) : -1;
  if (scope >= 0) return { start: offset + scope, verb: best >= 0 };
  if (best >= 0) return { start: offset + best, verb: true };
  const area = areaNames.map((name) => name.exec(window.slice(-9))?.[0]).find((name) => name !== undefined);
  return area === undefined ? undefined : { start: at - area.length, verb: false };
};

const firstPlaces = ['首位', '榜首', '之首', '魁首', '鳌头'];
const vaguePlaces = ['前列', '前茅', '第一方阵', '第一梯队', '第一方队'];
const distinctions = ['唯一', '首个', '首批', '首家', '首例', '首条', '首座', '首台', '首次'];

/** The rank whose place word begins at `at`; its scope may begin earlier, but not before `from`. */
export const readRank = (text: string, at: number, from: number, end: number): RankRead | undefined => {
  const char = text[at];
  if (char === '第') {
    const ordinal = readOrdinal(text, at + 1);
    if (!ordinal || ordinal.value === 0) return undefined;
    let placeEnd = ordinal.end;
    if (/[争创夺保]/.test(text[at - 1] ?? ' ') && text[at - 1] !== '夺') return undefined;
    const measured = /^(?:位次?|名)(?![单额称])/.exec(text.slice(placeEnd, placeEnd + 3))?.[0];
    if (measured !== undefined) placeEnd += measured.length;
    else if (!isPlaceEnd(text, placeEnd)) return undefined;
    const scoped = scopeStart(text, at, from) ?? (measured === undefined ? undefined : { start: at, verb: false });
    if (!scoped || placeEnd > end) return undefined;
    // 与第一名有差距 compares, 质量第一 and 放在第一位 appeal
    if (
      /(?:摆在|放在|置于|放到|摆到)$/.test(text.slice(Math.max(0, at - 2), at)) ||
      /[与和跟比]/.test(text[at - 1] ?? ' ') ||
      /(?:质量|安全|效益|生命|人民|群众|服务|效率|发展)$/.test(text.slice(Math.max(0, at - 2), at))
    )
      return undefined;
    const { start } = scoped;
    const scope = text.slice(start, at);
    return { start, end: placeEnd, place: ordinal.value, scope, vague: false };
  }
  const first = firstPlaces.find((word) => text.startsWith(word, at));
  if (first !== undefined) {
    const near = /(?:居|列|位|为|升至|升到|到|获|夺得?)$/.test(text.slice(Math.max(0, at - 2), at));
    const { start, verb } = scopeStart(text, at, from) ?? { start: at, verb: near };
    if (
      !(verb || start < at) ||
      /(?:摆在|放在|置于|放到|摆到|列为|作为|视为|当作)$/.test(text.slice(Math.max(0, at - 4), at))
    )
      return undefined;
    return { start, end: at + first.length, place: 1, scope: text.slice(start, at), vague: false };
  }
  if (char === '前') {
    const vague = vaguePlaces.find((word) => text.startsWith(word, at));
    if (vague !== undefined) {
      const { start } = scopeStart(text, at, from) ?? { start: at };
      return start < at ? { start, end: at + vague.length, scope: text.slice(start, at), vague: true } : undefined;
    }
    const ordinal = readOrdinal(text, at + 1);
    if (!ordinal || ordinal.value < 2 || ordinal.value > 100) return undefined;
    const measured = /^(?:位|名|强)/.exec(text.slice(ordinal.end, ordinal.end + 1))?.[0] ?? '';
    const placeEnd = ordinal.end + measured.length;
    if (!isPlaceEnd(text, placeEnd)) return undefined;
    const { start } = scopeStart(text, at, from) ?? { start: at };
    if (start === at) return undefined;
    return { start, end: placeEnd, place: ordinal.value, scope: text.slice(start, at), vague: false };
  }
  if (char === '唯' || char === '首') {
    const word = distinctions.find((entry) => text.startsWith(entry, at));
    const scope = scopes.find((entry) => text.endsWith(entry, at) && text.slice(at - entry.length, at) === entry);
    if (word === undefined || scope === undefined || at - scope.length < from) return undefined;
    // 首批 and 首次 tell no place
    const sole = word !== '首批' && word !== '首次';
    return { start: at - scope.length, end: at + word.length, ...(sole && { place: 1 }), scope, vague: true };
  }
  return undefined;
};
