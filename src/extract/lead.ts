// Reads the wording that leads to a figure from right to left: modifier, link, relation, adverbs, subject.
//   lead := openers? subject? adverbs? relation? link? modifier* FIGURE
// Gives the relation by name and what is left as the subject's own words. Each step eats one word of a class of
// lexicon.ts from the right end, so the work is linear and every decision can be pointed at.
import { TIME, timesIn, type Segment } from './clauses.ts';
import {
  aboveWords,
  averageWords,
  belowWords,
  cumulativeWords,
  distributeWords,
  eachWords,
  expectWords,
  fallHeads,
  fallWords,
  fromWords,
  growthHeads,
  plainAdverbs,
  prefixModifiers,
  reachWords,
  riseWords,
  scopeWords,
  shareHeads,
  toWordsDown,
  toWordsUp,
  yearOnYear,
} from './lexicon.ts';
import type { Time } from './times.ts';
import type { UnitClass } from './units.ts';

export type Relation =
  | 'none'
  | 'from'
  | 'to'
  | 'rise'
  | 'fall'
  | 'growth-head'
  | 'fall-head'
  | 'share'
  | 'share-head'
  | 'completion'
  | 'above'
  | 'below'
  | 'times';

export type Lead = {
  readonly relation: Relation;
  /** The subject's own words before openers are taken off; empty when the clause leaves it out. */
  readonly subject: string;
  /** What a share is of, what a comparison is with, which target. */
  readonly of?: string;
  /** 占…比重 as printed. */
  readonly head?: string;
  /** The verb of change as printed. */
  readonly verb: string;
  readonly falling: boolean;
  readonly average: boolean;
  readonly yearOnYear: boolean;
  readonly distributed: boolean;
  readonly each: boolean;
  readonly cumulative: boolean;
  readonly linked: boolean;
  /** The time after 比, 较, 与, 是: the base, not the period. */
  readonly base?: Time;
  /** Other times, in order; the last is the nearest to the figure. */
  readonly times: readonly Time[];
  /** The time that stands right before the figure: 由2006年的30家. */
  readonly adjacent?: Time;
  readonly qualifiers: readonly string[];
};

type State = {
  rest: string;
  times: Time[];
  base?: Time;
  adjacent?: Time;
  average: boolean;
  yearOnYear: boolean;
  distributed: boolean;
  each: boolean;
  cumulative: boolean;
  linked: boolean;
  qualifiers: string[];
};

const eat = (state: State, words: readonly string[]): string | undefined => {
  const word = words.find((entry) => state.rest.endsWith(entry));
  if (word !== undefined) state.rest = state.rest.slice(0, -word.length);
  return word;
};

/** Words that end like a member of a class and are another word. */
const keeps =
  /(?:自由|理由|人均|平均|日均|户均|年均|亩均|地均|行为|作为|成为|认为|附近|最近|邻近|节约|集约|条约|合约|预约|发达|到达|直达|通达|抵达|直至|甚至|以至|乃至|周到|得到|感到|收到|看到|所有|国有|没有|只有|特有|公有|共有产权|民有|提高|跨越|超越|现有|原有|拥有|少数|减少|多少|增多|众多|至少|不少|稀有|保有|持有|含有|占有|富有|具有|享有|总是|要是|正是|于是|还是|目标是|目标为|分为|实现|行到|高等|自主|存在|现在|正在|所在|内在|潜在|旨在|人居|最高|新高|创新|革新|翻新|更新)$/;

const eatLinks = (state: State): void => {
  for (;;) {
    if (state.rest.endsWith(TIME)) {
      const time = state.times.pop();
      if (time && !state.adjacent) state.adjacent = time;
      state.rest = state.rest.slice(0, -1);
      continue;
    }
    if (eat(state, prefixModifiers)) continue;
    if (eat(state, distributeWords)) {
      state.distributed = true;
      continue;
    }
    if (/(?:年均|人均|户均|日均|亩均|地均|平均)$/.test(state.rest)) return;
    if (keeps.test(state.rest) && !/(?:达到|实现|现有|拥有|只有|目标是|目标为|至少)$/.test(state.rest)) return;
    if (endsWithAny(state.rest, toWordsUp) || endsWithAny(state.rest, toWordsDown)) return;
    const link = reachWords.find((entry) => state.rest.endsWith(entry));
    if (link === undefined) return;
    state.linked = true;
    if (/累计|共|总计|合计|总共/.test(link)) state.cumulative = true;
    if (/均|全部/.test(link)) state.each = true;
    if (/分别/.test(link)) state.distributed = true;
    state.rest = state.rest.slice(0, -link.length);
  }
};

const endsWithAny = (text: string, words: readonly string[]): boolean => words.some((word) => text.endsWith(word));

/** 比2006年, 较上年, 与2009年相比, 同去年同期: takes the base out of the right end of the rest. */
const eatBase = (state: State): boolean => {
  const tail =
    /(?:预算执行数|预算|计划|实际|预计|决算|相比|同期|末|底|年|的|水平|之前|时|当年|同口径|同比|翻番|时相比|同期相比|年底|年末)*$/.exec(
      state.rest,
    )?.[0] ?? '';
  const body = state.rest.slice(0, state.rest.length - tail.length);
  const at = Math.max(
    body.lastIndexOf('比'),
    body.lastIndexOf('较'),
    body.lastIndexOf('与'),
    body.lastIndexOf('同'),
    body.lastIndexOf('和'),
  );
  if (at < 0) return false;
  const between = body.slice(at + 1);
  if (between.length > 10 || !between.includes(TIME) || /[、，]/.test(between)) return false;
  if (body[at] === '比' && /[占对正反配构同]/.test(body[at - 1] ?? ' ') && body[at - 1] !== '同') return false;
  const count = timesIn(between);
  const base = state.times.splice(-count, count)[0];
  if (base && !state.base) state.base = base;
  state.rest = body.slice(0, at);
  return true;
};

const comparedPhrase = /(?:与|同|和|比|较)[^，、\ue000]{0,4}\ue000[^，、\ue000]{0,6}?(?:相比较?|比较|相较)/;

/** The time of 与2015年相比 anywhere in a text; undefined when there is no such phrase. */
export const comparedTime = (text: string, times: readonly Time[]): Time | undefined => {
  const match = comparedPhrase.exec(text);
  return match ? times[timesIn(text.slice(0, match.index))] : undefined;
};

/** Takes 与2015年相比 out of the middle of a lead. */
const takeCompared = (state: State): void => {
  const match = comparedPhrase.exec(state.rest);
  if (!match) return;
  const at = timesIn(state.rest.slice(0, match.index));
  const [base] = state.times.splice(at, 1);
  if (base) state.base = base;
  state.rest = state.rest.slice(0, match.index) + state.rest.slice(match.index + match[0].length);
};

const eatAdverbs = (state: State): void => {
  for (;;) {
    const before = state.rest.length + state.times.length;
    if (eatBase(state)) continue;
    if (state.rest.endsWith(TIME)) {
      const time = state.times.pop();
      if (time && !state.adjacent) state.adjacent = time;
      state.rest = state.rest.slice(0, -1);
      continue;
    }
    const scope = eat(state, scopeWords);
    if (scope !== undefined) {
      state.qualifiers.push(scope);
      continue;
    }
    const expected = eat(state, expectWords);
    if (expected !== undefined) {
      state.qualifiers.push(expected);
      continue;
    }
    if (eat(state, yearOnYear) !== undefined) {
      state.yearOnYear = true;
      continue;
    }
    if (eat(state, averageWords) !== undefined) {
      state.average = true;
      continue;
    }
    if (eat(state, distributeWords) !== undefined) {
      state.distributed = true;
      continue;
    }
    if (!keeps.test(state.rest)) {
      if (eat(state, eachWords) !== undefined) {
        state.each = true;
        continue;
      }
      const cumulative = eat(state, cumulativeWords);
      if (cumulative !== undefined) {
        state.cumulative = true;
        continue;
      }
      if (eat(state, plainAdverbs) !== undefined) continue;
    }
    if (state.rest.length + state.times.length === before) return;
  }
};

const completionTail =
  /(?:目标任务|目标|计划任务|计划投资|投资计划|投资任务|年度任务|全年任务|计划|任务数|任务|预算数|预算|指标|调整预算)的?$/;
const completionStart = /(?:占|完成|为|达到|达|是|超额完成)(?=[^占完]{0,18}$)/;

/** 占年目标的, 完成年度投资计划的 */
const readCompletion = (state: State): string | undefined => {
  if (!completionTail.test(state.rest)) return undefined;
  const match = completionStart.exec(state.rest);
  if (!match) return undefined;
  const of = state.rest
    .slice(match.index + match[0].length)
    .replace(/的$/, '')
    .replaceAll(TIME, '');
  if (/^[占]$/.test(match[0]) && !/目标|计划|任务|预算/.test(of)) return undefined;
  state.rest = state.rest.slice(0, match.index);
  return of;
};

const notShare = /占(?:地|用|补|领|据|压|道|线|绝)/;

/** 占国内生产总值的比重, 占全省的, 占比, 比重 */
const readShare = (state: State): { of: string; head: string } | undefined => {
  const at = state.rest.lastIndexOf('占');
  if (
    at >= 0 &&
    state.rest.length - at <= 30 &&
    !notShare.test(state.rest.slice(at, at + 2)) &&
    !state.rest.startsWith('占比', at)
  ) {
    const printed = state.rest.slice(at).replaceAll(TIME, '');
    const of = printed.slice(1).replace(/(?:的)?(?:比重|比例|份额|比)?的?$/, '');
    if (/[、，]/.test(of) && of.length > 16) return undefined;
    state.rest = state.rest.slice(0, at);
    return { of, head: printed.replace(/的$/, '') };
  }
  return undefined;
};

const readComparison = (state: State): { of: string; below: boolean } | undefined => {
  for (const [words, below] of [
    [aboveWords, false],
    [belowWords, true],
  ] as const) {
    for (const word of words) {
      if (word.length < 2) continue;
      const at = state.rest.lastIndexOf(word);
      if (at < 0 || state.rest.length - at > 30) continue;
      const of = state.rest.slice(at + word.length);
      state.rest = state.rest.slice(0, at);
      return { of: of.replaceAll(TIME, ''), below };
    }
  }
  // 比全市平均水平高 8.9 个百分点
  const high = /[高低快慢多少]$/.exec(state.rest);
  const than = state.rest.lastIndexOf('比');
  if (high && than >= 0 && state.rest.length - than <= 20) {
    const of = state.rest.slice(than + 1, -1);
    state.rest = state.rest.slice(0, than);
    return { of: of.replaceAll(TIME, ''), below: /[低慢少]/.test(high[0]) };
  }
  return undefined;
};

/** 产能达到全国的1/5, 人均GDP约为全市一半, 超过企业总数的60%: a part of a whole that stands right before it. */
const readWhole = (state: State, printed: string): string | undefined => {
  const match =
    /(?:承担了?|扩大到|覆盖|不到|约|近|超过|相当于)?((?:全[国省市区县州盟疆球]|世界|珠三角)[^，、]{0,10}?)的?$/.exec(
      state.rest,
    ) ??
    (/(?:总数|总额|总量|支出|收入|总面积|总人口|投资|面积|总数量|总值)的$/.test(printed)
      ? /((?:[^，、]{2,16}))$/.exec(state.rest)
      : null);
  if (!match || /(?:率|度|比)$/.test(match[1] ?? '')) return undefined;
  if (/^全[国省市区县]/.test(match[1] ?? '') && (match[1] ?? '').length > 4 && !/(?:总|数|量|额)/.test(match[1] ?? ''))
    return undefined;
  state.rest = state.rest.slice(0, match.index).replace(/(?:不到|约|近|超过|相当于|达到|达|为|占|将)+$/, '');
  return (match[1] ?? '').replaceAll(TIME, '');
};

/** Whether the base of a multiple is named: 是2011年的 1.8 倍, 相当于全市的 4.1 倍. */
const readTimes = (state: State): string | undefined => {
  const match = /(?:是|为|相当于|达到|达|相当)([^是为，]{1,24})的$/.exec(state.rest);
  if (!match) return undefined;
  const count = timesIn(match[1]!);
  if (count > 0) {
    const base = state.times.splice(-count, count)[0];
    if (base) state.base = base;
  }
  state.rest = state.rest.slice(0, match.index);
  return match[1]!.replaceAll(TIME, '');
};

/** 实现15%的高增长, 以年均20%的速度递增: the verb of growth stands after the figure. */
const growthBehind =
  /^(?:左右|以上)?的?(?:高速|快速|较快|中高速|平稳|两位数|正|平均|年均|高|速度|幅度|负|同比|逆势|强劲|恢复性){0,3}(?:增长|增速|增幅|递增|上升|提高)(?![点极])/;
const fallBehind = /^(?:左右|以上)?的?(?:速度|幅度|比例){0,1}(?:降幅|下降|递减|减少|压减|压缩|削减)/;

/** Reads a lead; see the head of the file. `tail` is what follows the figure. */
export const readLead = (segment: Segment, unitClass: UnitClass | 'rank' | 'ratio', tail = ''): Lead => {
  const state: State = {
    rest: segment.text.replace(/[“”"‘’]$/, ''),
    times: [...segment.times],
    average: false,
    yearOnYear: false,
    distributed: false,
    each: false,
    cumulative: false,
    linked: false,
    qualifiers: [...segment.notes],
  };
  takeCompared(state);
  let relation: Relation = 'none';
  let falling = false;
  let verb = '';
  let of: string | undefined;
  let head: string | undefined;

  if (unitClass === 'multiple') {
    // the base of a multiple ends in 的, which the links below would not pass
    while (eat(state, prefixModifiers)) state.linked = true;
    const base = readTimes(state);
    if (base !== undefined) [relation, of] = ['times', base];
  }
  if (relation === 'none') {
    const completion = unitClass === 'percent' ? withoutModifiers(state, readCompletion) : undefined;
    if (completion !== undefined) [relation, of] = ['completion', completion];
  }
  if (relation === 'none' && unitClass === 'points') {
    const comparison = withoutModifiers(state, readComparison);
    if (comparison) [relation, of, falling] = [comparison.below ? 'below' : 'above', comparison.of, comparison.below];
  }
  if (relation === 'none') {
    const fromAt = readFrom(state);
    if (fromAt) relation = 'from';
  }
  if (relation === 'none') {
    eatLinks(state);
    const up = eat(state, toWordsUp);
    const down = up === undefined ? eat(state, toWordsDown) : undefined;
    if (up !== undefined || down !== undefined) {
      relation = 'to';
      falling = down !== undefined;
    }
  }
  if (relation === 'none' && (unitClass === 'percent' || unitClass === 'points')) {
    if (/(?:增长|增速|增幅)的?(?:预期|主要|年度|计划)?目标$/.test(state.rest))
      state.rest = state.rest.replace(/的?(?:预期|主要|年度|计划)?目标$/, '');
    // 人口自然增长率 is a rate of its own, not the growth of something
    const growth = /(?:自然|人口)增长率$/.test(state.rest) ? undefined : eat(state, growthHeads);
    const fall = growth === undefined ? eat(state, fallHeads) : undefined;
    if (growth !== undefined) relation = 'growth-head';
    else if (fall !== undefined) [relation, falling] = ['fall-head', true];
  }
  if (relation === 'none' && unitClass !== 'rank' && unitClass !== 'ratio') {
    const notHead =
      !/(?:自然增长率|人口增长率|提高|跨越|最高|新高|至少|不少|年增|人居)$/.test(state.rest) ||
      state.rest.endsWith('提高');
    const rise = notHead ? eat(state, usableMoves(riseWords, unitClass)) : undefined;
    const fall = rise === undefined && notHead ? eat(state, usableMoves(fallWords, unitClass)) : undefined;
    if (rise !== undefined) relation = 'rise';
    else if (fall !== undefined) [relation, falling] = ['fall', true];
    verb = rise ?? fall ?? '';
  }
  if (relation === 'none' && unitClass === 'percent' && growthBehind.test(tail)) relation = 'growth-head';
  if (relation === 'none' && unitClass === 'percent' && fallBehind.test(tail))
    [relation, falling] = ['fall-head', true];
  if (relation === 'none' && (unitClass === 'percent' || unitClass === 'points')) {
    const share = readShare(state);
    if (share) [relation, of, head] = ['share', share.of, share.head];
    else if (endsWithAny(state.rest, shareHeads)) relation = 'share-head';
  }
  if (relation === 'none' && unitClass === 'percent') {
    const whole = readWhole(state, segment.text);
    if (whole !== undefined) [relation, of] = ['share', whole];
  }
  eatAdverbs(state);
  return {
    relation,
    subject: state.rest,
    ...(of !== undefined && { of }),
    ...(head !== undefined && { head }),
    verb,
    falling,
    average: state.average,
    yearOnYear: state.yearOnYear,
    distributed: state.distributed,
    each: state.each,
    cumulative: state.cumulative,
    linked: state.linked,
    ...(state.base && { base: state.base }),
    times: state.times,
    ...(state.adjacent && { adjacent: state.adjacent }),
    qualifiers: state.qualifiers,
  };
};

/** One-character verbs (增, 降, 高) count only before a rate; before an amount they are ends of other words. */
const usableMoves = (words: readonly string[], unitClass: string): readonly string[] =>
  unitClass === 'percent' || unitClass === 'points' || unitClass === 'multiple'
    ? words
    : (longMoves.get(words) ?? words);
const longMoves = new Map<readonly string[], readonly string[]>(
  [riseWords, fallWords].map((words) => [
    words,
    words.filter(
      (word) =>
        word.length > 1 && !['提前', '超出', '增收', '拉动', '精简', '扩大', '净增', '减排', '下调'].includes(word),
    ),
  ]),
);

/** Tries a reader on the rest without the modifiers and links at its end; puts them back when it finds nothing. */
const withoutModifiers = <T>(state: State, read: (state: State) => T | undefined): T | undefined => {
  const { rest, linked } = state;
  const times = [...state.times];
  for (;;) {
    if (eat(state, prefixModifiers)) continue;
    const found = read(state);
    if (found !== undefined) return found;
    const link = ['达到', '达', '为', '约'].find((word) => state.rest.endsWith(word));
    if (link === undefined) break;
    state.rest = state.rest.slice(0, -link.length);
  }
  state.rest = rest;
  state.linked = linked;
  state.times = times;
  return undefined;
};

/** 由, 从2006年的, 从上年的不足: the old level follows. */
const readFrom = (state: State): boolean => {
  const stripped = state.rest.replace(/(?:不足|不到|近|约|超过)$/, '');
  const match =
    /(由|从|自)((?:\ue000|上年|年初|原来|最初|过去|建区时|成立时|当初|同期|时|初|末|底|的|年|之前|前|期间|期末|刚|最|早|原|先){0,6})$/.exec(
      stripped,
    );
  if (!match || !fromWords.includes(match[1]!)) return false;
  const before = stripped.slice(0, match.index);
  if (/(?:自|理|经|来|无|缘)$/.test(before) && match[1] === '由') return false;
  const count = timesIn(match[2]!);
  if (count > 0) {
    const time = state.times.splice(-count, count)[0];
    if (time) state.adjacent = time;
  }
  state.rest = before;
  return true;
};
