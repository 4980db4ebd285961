// What is left of a lead while it is read from right to left, and the steps that eat one word class each from its right end.
import { TIME, timesIn } from './clauses.ts';
import {
  averageWords,
  cumulativeWords,
  distributeWords,
  eachWords,
  expectWords,
  plainAdverbs,
  prefixModifiers,
  reachWords,
  scopeWords,
  toWordsDown,
  toWordsUp,
  yearOnYear,
} from './lexicon.ts';
import type { Time } from './times.ts';

/** A lead under reading: the rest of its text, and what the words eaten so far have told. */
export type State = {
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

/** Eats the longest word of a class. */
export const eat = (state: State, words: readonly string[]): string | undefined => {
  const word = words.find((entry) => state.rest.endsWith(entry));
  if (word !== undefined) state.rest = state.rest.slice(0, -word.length);
  return word;
};

/** Words that end like a member of a class and are another word. */
const keeps =
  /(?:下达了?|送达|传达|主要|重要|需要|必要|自由|理由|人均|平均|日均|户均|年均|亩均|地均|行为|作为|成为|认为|附近|最近|邻近|节约|集约|条约|合约|预约|发达|到达|直达|通达|抵达|直至|甚至|以至|乃至|周到|得到|感到|收到|看到|所有|国有|没有|只有|特有|公有|共有产权|民有|提高|跨越|超越|现有|原有|拥有|少数|减少|多少|增多|众多|至少|不少|稀有|保有|持有|含有|占有|富有|具有|享有|总是|要是|正是|于是|还是|目标是|目标为|分为|实现|行到|高等|自主|存在|现在|正在|所在|内在|潜在|旨在|人居|最高|新高|创新|革新|翻新|更新)$/;

/** Eats links, modifiers and times: 已达到, 分别为, 超过. */
export const eatLinks = (state: State): void => {
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
    const word = reachWords.find((entry) => state.rest.endsWith(entry));
    if (word === undefined) return;
    // 平均为, 人均达到: 均 belongs to the word before it
    const link =
      word.startsWith('均') && /[平人户日亩地年]$/.test(state.rest.slice(0, -word.length)) ? word.slice(1) : word;
    if (link === '') return;
    state.linked = true;
    if (/累计|共|总计|合计|总共/.test(link)) state.cumulative = true;
    if (/均|全部/.test(link)) state.each = true;
    if (/分别/.test(link)) state.distributed = true;
    state.rest = state.rest.slice(0, -link.length);
  }
};

export const endsWithAny = (text: string, words: readonly string[]): boolean =>
  words.some((word) => text.endsWith(word));

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

const comparedPhrase =
  /(?:与|同|和|比|较)[^，、\ue000]{0,4}\ue000[^，、\ue000]{0,6}?(?:相比较?|比较|相较|比(?=$|[增下提减上]))/;

/** The time of 与2015年相比 anywhere in a text; undefined when there is no such phrase. */
export const comparedTime = (text: string, times: readonly Time[]): Time | undefined => {
  const match = comparedPhrase.exec(text);
  return match ? times[timesIn(text.slice(0, match.index))] : undefined;
};

/** Takes 与2015年相比 out of the middle of a lead. */
export const takeCompared = (state: State): void => {
  const match = comparedPhrase.exec(state.rest);
  if (!match) return;
  const at = timesIn(state.rest.slice(0, match.index));
  const [base] = state.times.splice(at, 1);
  if (base) state.base = base;
  state.rest = state.rest.slice(0, match.index) + state.rest.slice(match.index + match[0].length);
};

/** Eats adverbs and bases of comparison. */
export const eatAdverbs = (state: State): void => {
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
