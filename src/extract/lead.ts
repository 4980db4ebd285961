// Reads the wording that leads to a figure from right to left: modifier, link, relation, adverbs, subject.
//   lead := openers? subject? adverbs? relation? link? modifier* FIGURE
// Gives the relation by name and what is left as the subject's own words. Each step eats one word of a class of
// lexicon.ts from the right end, so the work is linear and every decision can be pointed at.
import type { Segment } from './clauses.ts';
import { eat, eatAdverbs, eatLinks, endsWithAny, takeCompared, type State } from './lead-state.ts';
import {
  readCompletion,
  readComparison,
  readFrom,
  readShare,
  readTimes,
  readWhole,
  withoutModifiers,
} from './lead-relations.ts';
import {
  fallHeads,
  fallWords,
  growthHeads,
  prefixModifiers,
  riseWords,
  shareHeads,
  toWordsDown,
  toWordsUp,
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
  /** 降价: the price of what stands before it falls. */
  readonly priced: boolean;
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

/** 实现15%的高增长, 以年均20%的速度递增: the verb of growth stands after the figure. */
const growthBehind =
  /^(?:左右|以上)?的?(?:高速|快速|较快|中高速|平稳|两位数|正|平均|年均|高|速度|幅度|负|同比|逆势|强劲|恢复性){0,3}(?:增长|增速|增幅|递增|上升|提高)(?![点极])/;
const fallBehind = /^(?:左右|以上)?的?(?:速度|幅度|比例){0,1}(?:降幅|下降|递减|减少|压减|压缩|削减)/;

/** A bracket that tells the scope of a figure: （不含定州，下同）, （剔除棚改一次性因素）; others (PM2.5) belong to names. */
export const scopeNote = (note: string): readonly string[] => {
  const said = note.replace(/[，,、；;]?(?:下同|以下同)$/, '');
  return /口径|可比|不变价|现价|剔除|剔出|扣除|因素|不含|包括|包含|^含|预计|预算数|快报/.test(said) ? [said] : [];
};

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
    qualifiers: segment.notes.flatMap(scopeNote),
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
  // 实际增长: at constant prices; 实际利用外资 is a name
  if (relation !== 'none' && relation !== 'to' && unitClass === 'percent') {
    const real = eat(state, ['实际', '名义']);
    if (real !== undefined) state.qualifiers.push(real);
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
    priced: verb.endsWith('降价'),
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
