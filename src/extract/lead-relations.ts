// The relations that take more than one word: completion, share, comparison, multiple, old level. Each looks at the right end
// of a lead, takes its own words off when it finds them and says what the figure is of.
import { TIME, timesIn } from './clauses.ts';
import { aboveWords, belowWords, fromWords, prefixModifiers } from './lexicon.ts';
import { eat, type State } from './lead-state.ts';

const completionTail =
  /(?:目标任务|目标|计划任务|计划投资|投资计划|投资任务|年度任务|全年任务|计划|任务数|任务|预算数|预算|指标|调整预算)的?$/;
const completionStart = /(?:占|完成|为|达到|达|是|超额完成)(?=[^占完]{0,18}$)/;

/** 占年目标的, 完成年度投资计划的 */
export const readCompletion = (state: State): string | undefined => {
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
export const readShare = (state: State): { of: string; head: string } | undefined => {
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

export const readComparison = (state: State): { of: string; below: boolean } | undefined => {
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
  const high = /(?<![提最])[高低快慢多少]$/.exec(state.rest);
  const than = state.rest.lastIndexOf('比');
  if (high && than >= 0 && !/^比[重例率值]/.test(state.rest.slice(than, than + 2)) && state.rest.length - than <= 20) {
    const of = state.rest.slice(than + 1, -1);
    state.rest = state.rest.slice(0, than);
    return { of: of.replaceAll(TIME, ''), below: /[低慢少]/.test(high[0]) };
  }
  return undefined;
};

/** 产能达到全国的1/5, 人均GDP约为全市一半, 超过企业总数的60%: a part of a whole that stands right before it. */
export const readWhole = (state: State, printed: string): string | undefined => {
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
export const readTimes = (state: State): string | undefined => {
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

/** Tries a reader on the rest without the modifiers and links at its end; puts them back when it finds nothing. */
export const withoutModifiers = <T>(state: State, read: (state: State) => T | undefined): T | undefined => {
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
export const readFrom = (state: State): boolean => {
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
