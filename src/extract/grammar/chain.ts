// What later clauses of a sentence may leave out: subjects, verbs and nouns said before, an open from-to pair, the time.
// One Chain lives for one sentence; a semicolon clears what only list items share.
import { TIME, type Clause, type Group, type Segment } from '../clauses.ts';
import { comparedTime } from '../lead-state.ts';
import { periodOf, type PeriodState } from '../period.ts';
import { leftSubject } from '../subject.ts';
import type { Time } from '../times.ts';
import type { Draft } from './draft.ts';

/** The memory of one sentence. */
export type Chain = {
  /** Subjects of the last group, without the wording of a share. */
  subjects: readonly string[];
  /** The last share or rate with its wording: what a change in points is about. */
  rate: string;
  /** Subjects in order, for 分别 and 均 that come after them. */
  history: string[];
  /** The change that a verb before a list of objects states: 减少会议25.6%、文件26.6%. */
  change: 'rise' | 'fall' | undefined;
  /** The governing verb and the noun of the last counted thing. */
  verb: string;
  noun: string;
  /** Whose attributes follow (新乡863科技孵化器 …，税收…). */
  topic: string;
  /** The noun of the last clause when that clause has no figures: 覆盖率，由65%提高到91%. */
  plain: string;
  qualifiers: readonly string[];
  /** The from-to cluster that 是…的N倍 and 年均 belong to, with its years. */
  cluster: { readonly id: string; readonly from: string; readonly to: string } | undefined;
  /** A from without its to. */
  pending: { readonly subjects: readonly string[]; readonly id: string; readonly from: string } | undefined;
  /** The base year of the last from, which a parallel one leaves out. */
  fromYear: string;
  /** 与2015年相比, said once for all figures after it. */
  base: Time | undefined;
  /** The period that a time in this sentence has set. */
  period: string;
  /** 1-11月, 前三季度: the part of the year that figures are of until a stop. */
  partOfYear: string;
};

export const newChain = (): Chain => ({
  subjects: [],
  rate: '',
  change: undefined,
  history: [],
  verb: '',
  noun: '',
  topic: '',
  plain: '',
  qualifiers: [],
  cluster: undefined,
  pending: undefined,
  fromYear: '',
  base: undefined,
  period: '',
  partOfYear: '',
});

/** What is being read: a group in its clause, with the memory and the periods in force. */
export type Reading = {
  readonly clause: Clause;
  readonly lead: Segment;
  readonly tail: Segment;
  /** The next group of the clause. */
  readonly next: Group | undefined;
  /** The clause after this one, when this is the last group and no stop stands between. */
  readonly following: Clause | undefined;
  readonly order: number;
  readonly chain: Chain;
  readonly state: PeriodState;
  readonly drafts: Draft[];
  readonly id: string;
};

export const inherited = (chain: Chain): string => chain.subjects.join('、');

/** Remembers the subjects of a group for the clauses after it. */
export const remember = (chain: Chain, subjects: readonly string[]): void => {
  const names = [...new Set(subjects.filter((name) => name !== '').map(withoutShare))].filter((name) => name !== '');
  if (names.length === 0) return;
  chain.subjects = names;
  chain.plain = '';
  chain.rate = subjects.find((name) => name !== withoutShare(name)) ?? '';
  for (const name of names) if (!chain.history.includes(name)) chain.history.push(name);
};

const withoutShare = (subject: string): string =>
  subject.replace(/占[^占]*(?:比重|比例|份额)$/, '').replace(/(?<=..)(?:占比|比重)$/, '');

/** （下同）: what a comparison is with holds for the figures after it too. */
export const holdsOn = ({ notes }: Segment): boolean => notes.some((note) => /^(?:以下|下)同$/.test(note));

/** A time that opens a clause: 到2020年, 截至去年底, 世纪之交的2000年; not one that is compared with (接近去年同期). */
const openingTime =
  /^(?:截至|截止|到|至|在|于|自|预计|预计到|力争|力争到|确保|确保到|其中|同时|此外|另外|各位代表|特别是|[^\ue000，比较与同由从是为占和]{1,5}的)?\ue000/;

/** Reads what a clause's own opening says about the time, before its figures are read. */
export const openClause = (
  clause: Clause,
  index: number,
  chain: Chain,
  state: PeriodState,
  paragraphHead: boolean,
): void => {
  if (/[；;]/.test(clause.mark)) {
    Object.assign(chain, {
      verb: '',
      noun: '',
      history: [],
      pending: undefined,
      qualifiers: [],
      topic: '',
      rate: '',
      plain: '',
      base: undefined,
      partOfYear: '',
    });
  }
  const { text, times } = clause.plain;
  const compared = comparedTime(text, times);
  if (compared) chain.base = compared;
  if (compared && holdsOn(clause.plain)) state.base = compared;
  const opening = openingTime.exec(text);
  const time = times[0];
  if (!opening || !time) return;
  // 1-11月，…; in 上半年价格下滑的情况下 it tells of something else
  const told = clause.groups.length > 0 || /^在?\ue000$/.test(text);
  chain.partOfYear = time.kind === 'part' && told && state.part !== 'plan' ? (time.text ?? '') : '';
  const period = periodOf(time, state);
  if (period === undefined) return;
  chain.period = period;
  // an opening time holds for the paragraph at its head; inside, only a broad one does (五年来，)
  if (
    index === 0 &&
    time.kind !== 'now' &&
    (paragraphHead || ((time.kind !== 'year' || time.broad) && text.length <= 4))
  ) {
    state.current = period;
    if (paragraphHead && isTurn(text, period, state)) state.sticky = period;
  }
};

/** 2017年是…, 过去五年，我们…: in a part about several years, the turn from the range to the last year and back. */
const isTurn = (text: string, period: string, state: PeriodState): boolean => {
  const { span, reviewed, planned } = state.years;
  if (state.part === 'span') {
    if (span && period === `${span.from}-${span.to}`) return true;
    return period === String(reviewed) && /^[^\ue000]{0,8}\ue000(?:，?是|$|来|我)/.test(text);
  }
  return (
    state.part === 'plan' &&
    state.section.includes('-') &&
    period === String(planned) &&
    /^[^\ue000]{0,2}\ue000(?:是|$)/.test(text)
  );
};

/** Keeps what a clause without figures says: a scope phrase, or the noun that the next clause is about. */
export const closePlain = (clause: Clause, chain: Chain): void => {
  const text = clause.plain.text.replaceAll(TIME, '');
  if (/^(?:按(?![照期])|扣除|剔除|同口径|可比)/.test(text) && text.length < 16) {
    chain.qualifiers = [text];
    return;
  }
  // （1990年不变价） behind a level or growth
  if (/^\d{0,4}年?不变价(?:格)?$/.test(text)) {
    chain.qualifiers = ['不变价'];
    return;
  }
  const contest = /^在?(.{2,24}?(?:评比|考核|评选|排名|评价|测评|考评|竞赛|大赛))(?:中|里|上)?$/.exec(text)?.[1];
  if (contest !== undefined) {
    chain.plain = contest;
    return;
  }
  const noun = leftSubject(clause.plain.text, false);
  const beforeLimit =
    /^(.{2,18}?)(?:运行|发展态势|发展势头|态势|势头|呈现|保持|稳中|接近|实现|增长|下降|突破|超过|首次突破|连跨|连上|首破|跨越|跨上|迈上|站上|再上|持续|不断|稳步|迅速|快速|进一步|明显|显著|大幅)/.exec(
      noun,
    )?.[1];
  chain.plain = beforeLimit ?? (noun.length <= 30 && !/[是有要为]/.test(noun) ? noun : '');
  const quoted = /[“"]([^”"]{2,10})[”"](?:建设|创建|工程|行动|活动|项目|攻坚|改革|工作)/.exec(text)?.[1];
  if (quoted !== undefined) chain.topic = quoted;
  const project = /([^、，的“”]{2,14}(?:项目|工程|园区|产业园|基地))/.exec(text)?.[1];
  if (project !== undefined) chain.noun = project;
};
