// Interprets the clauses of one sentence from left to right and writes down what each figure states.
// Keeps the chain: subjects that later clauses leave out, verbs and nouns that list items share, an open from-to pair.
// Takes clauses and the periods in force; gives drafts with offsets of the cleaned text.
import { TIME, type Clause, type Group, type GroupItem } from '../clauses.ts';
import type { FactKind } from '../fact.ts';
import { readLead, type Lead } from '../lead.ts';
import { endOf, isRange, isStock, periodOf, startOf, yearBefore, type PeriodState } from '../period.ts';
import {
  coordinate,
  followsNoun,
  isAttribute,
  leftSubject,
  rightNoun,
  splitVerb,
  topicOf,
  startsWithVerb,
  withoutOpeners,
} from '../subject.ts';
import type { FigureToken, RankToken, RatioToken } from '../tokens.ts';
import { decideKind } from './kinds.ts';

/** A fact before its offsets are brought to the source and its indicator is looked up. */
export type Draft = {
  readonly start: number;
  readonly end: number;
  readonly value: string | null;
  readonly min?: string;
  readonly max?: string;
  readonly unit: string;
  readonly subject: string;
  readonly kind: FactKind;
  readonly period: string;
  readonly base?: string;
  readonly modifier?: string;
  readonly qualifiers: readonly string[];
  readonly group?: string;
  readonly role?: 'from' | 'to';
  readonly scope?: string;
  readonly delta?: true;
  readonly optional?: true;
  readonly review?: string;
};

/** What later clauses of a sentence may leave out. */
type Chain = {
  subjects: readonly string[];
  /** Subjects of single figures in order, for 分别 that comes after them. */
  history: string[];
  verb: string;
  noun: string;
  topic: string;
  growth: boolean;
  qualifiers: readonly string[];
  cluster: string;
  pending:
    { readonly drafts: readonly number[]; readonly subjects: readonly string[]; readonly cluster: string } | undefined;
  /** The period that a time in this sentence has set. */
  period: string;
};

const newChain = (): Chain => ({
  subjects: [],
  history: [],
  verb: '',
  noun: '',
  topic: '',
  growth: false,
  qualifiers: [],
  cluster: '',
  pending: undefined,
  period: '',
});

const negate = (value: string): string => (value.startsWith('-') || /^0+(\.0+)?$/.test(value) ? value : `-${value}`);

/** Interprets one sentence. `paragraphHead` lets an opening time hold for the rest of the paragraph. */
export const readSentence = (
  clauses: readonly Clause[],
  state: PeriodState,
  paragraphHead: boolean,
  id: string,
): Draft[] => {
  const drafts: Draft[] = [];
  const chain = newChain();
  clauses.forEach((clause, index) => {
    openClause(clause, index, chain, state, paragraphHead);
    const after = clauses[index + 1];
    const following = after?.mark === '，' || after?.mark === ',' ? after : undefined;
    clause.groups.forEach((group, order) => {
      readGroup({
        clause,
        group,
        following: order === clause.groups.length - 1 ? following : undefined,
        order,
        chain,
        state,
        drafts,
        id: `${id}.${index + 1}.${order + 1}`,
      });
    });
    if (clause.groups.length === 0) closePlain(clause, chain);
  });
  return drafts;
};

/** What a clause's own opening says about time and topic before its figures are read. */
const openClause = (clause: Clause, index: number, chain: Chain, state: PeriodState, paragraphHead: boolean): void => {
  if (/[；;]/.test(clause.mark)) {
    chain.verb = '';
    chain.noun = '';
    chain.history = [];
    chain.pending = undefined;
    chain.qualifiers = [];
  }
  const { text, times } = clause.plain;
  // a time that opens the clause, or closes an opening of its own (五年来，)
  const opening = /^[^\u0001，]{0,4}\u0001/.exec(text);
  const time = times[0];
  if (!opening || !time || /(?:比|较|与|同|由|从|是|为|占|和)\u0001$/.test(opening[0])) return;
  const period = periodOf(time, state);
  if (period === undefined) return;
  chain.period = period;
  if (index === 0 && time.kind !== 'now' && (paragraphHead || (time.kind !== 'year' && text.length <= 4)))
    state.current = period;
};

const closePlain = (clause: Clause, chain: Chain): void => {
  const { text } = clause.plain;
  const at = text.replaceAll(TIME, '');
  if (/^(?:按|扣除|剔除|同口径|可比)/.test(at) && at.length < 16) chain.qualifiers = [at];
};

type Reading = {
  readonly clause: Clause;
  readonly group: Group;
  /** The clause after this one, when no stop stands between. */
  readonly following: Clause | undefined;
  readonly order: number;
  readonly chain: Chain;
  readonly state: PeriodState;
  readonly drafts: Draft[];
  readonly id: string;
};

const readGroup = (reading: Reading): void => {
  const first = reading.group.items[0]?.item;
  switch (first?.kind) {
    case 'figure':
      readFigures(reading);
      return;
    case 'rank':
      readRanks(reading);
      return;
    case 'ratio':
      readRatio(reading);
      return;
    case undefined:
      return;
  }
};

// ---------------------------------------------------------------- periods

/** The period of a group: its own time, the sentence's, the paragraph's, the section's. */
const groupPeriod = ({ chain, state }: Reading, lead: Lead): string => {
  const own = [...lead.times, ...(lead.adjacent ? [lead.adjacent] : [])]
    .flatMap((time) => periodOf(time, state) ?? [])
    .at(-1);
  if (own !== undefined) {
    chain.period = own;
    return own;
  }
  return chain.period || state.current || state.section;
};

const settlePeriod = (kind: FactKind, period: string, lead: Lead, wording: string, state: PeriodState): string => {
  if (kind === 'growth_annual_avg') {
    if (isRange(period)) return period;
    if (isRange(state.current || state.section)) return state.current || state.section;
    return state.years.span && period === String(state.years.reviewed) && !lead.yearOnYear
      ? `${state.years.span.from}-${state.years.span.to}`
      : period;
  }
  if (!isRange(period)) return period;
  switch (kind) {
    case 'multiple':
    case 'comparison_points':
      return endOf(period);
    case 'level':
    case 'count':
    case 'share':
      if (lead.cumulative) return period;
      if (lead.relation === 'to' || isStock(wording)) return endOf(period);
      // 救助达32万人次 is a sum of acts; 企业达36家 a stock
      return /达到?[约近超]?(?:突破)?$/.test(wording) &&
        splitVerb(leftSubject(lead.subject, true)).verb === '' &&
        !/救助|投入|投资|新增|发放|减少|接待|完成/.test(wording)
        ? endOf(period)
        : period;
    case 'target_level':
    case 'target_growth':
    case 'growth_yoy':
    case 'rank':
    case 'target_completion_rate':
    case 'from_to':
      return period;
  }
};

const isPlanned = (period: string, state: PeriodState, wording: string): boolean => {
  if (Number(endOf(period)) >= state.years.planned)
    return !(state.part !== 'plan' && /已|现已/.test(wording) && Number(endOf(period)) === state.years.planned);
  return false;
};

// ---------------------------------------------------------------- subjects

const inherit = (chain: Chain): string =>
  chain.subjects.length === 1 ? chain.subjects[0]! : chain.subjects.join('、');

const isCounted = (figure: FigureToken): boolean => figure.class === 'thing' || figure.class === 'people';

/** The subject of a counted thing: verb from the left, noun from the right. */
const countedSubject = (group: Group, lead: Lead, chain: Chain): string => {
  const coordinateItem = group.lead.text.startsWith('、');
  let left = leftSubject(lead.subject, true);
  const { verb, object } = splitVerb(left);
  if (followsNoun(group.tail.text)) {
    const noun = rightNoun(group.tail.text);
    if (left === '' && coordinateItem) left = chain.verb;
    else if (verb !== '') chain.verb = verb;
    else if (left === '' && !coordinateItem) chain.verb = '';
    chain.noun = noun;
    chain.topic = topicOf(left) || chain.topic;
    return left + noun;
  }
  if (left === '') return inherit(chain);
  if (verb !== '' && object === '') {
    chain.verb = verb;
    return left + chain.noun;
  }
  if (verb === '' && coordinateItem && chain.verb !== '' && !/(?:率|额|量|值|面积|收入)$/.test(left))
    return chain.verb + left;
  if (verb !== '') chain.verb = verb;
  if (/(?:级|类|型|性|以上|籍|种)$/.test(left) && chain.noun !== '') return left + chain.noun;
  chain.noun = object || left;
  return left;
};

/** The subject of an amount or rate: the noun on the left; an attribute takes its owner from the right or from before. */
const measuredSubject = (
  group: Group,
  lead: Lead,
  chain: Chain,
  figure: FigureToken,
  ahead: string | undefined,
): string => {
  let left = leftSubject(lead.subject, false);
  const tail = group.tail.text;
  const { verb, object } = splitVerb(left);
  if (verb !== '' && isAttribute(object) && object.length > 1) left = object;
  const bare = left === '' || (verb !== '' && object === '') || isAttribute(left);
  if (bare && tail === '' && ahead !== undefined) return ahead + left;
  if (bare && tail.startsWith('的') && followsNoun(tail)) {
    const noun = rightNoun(tail);
    chain.noun = noun;
    return noun + left;
  }
  if (bare && figure.class !== 'percent' && followsNoun(tail) && lead.relation === 'none') {
    const noun = rightNoun(tail);
    return left + noun;
  }
  if (left === '')
    return figure.class === 'percent' && followsNoun(tail) && lead.relation === 'none'
      ? rightNoun(tail)
      : inherit(chain);
  if (verb !== '' && object === '' && chain.noun !== '') return left + chain.noun;
  if (
    bare &&
    /^(?:完成)?(?:总?投资|计划投资|计划总投资|协议投资|投资额|投资总额|总投资额)$/.test(left) &&
    /(?:项目|工程|企业|园|中心|基地|厂|道路)$/.test(chain.noun)
  )
    return chain.noun + left;
  if (bare && chain.topic !== '' && left.length <= 6) return chain.topic + left;
  if (
    isAttribute(left) &&
    left.length <= 2 &&
    inherit(chain) !== '' &&
    /^(?:增幅|增速|总量|占比|比重|总额|其余|规模)$/.test(left)
  )
    return inherit(chain) + left;
  if (verb !== '') chain.verb = verb;
  if (object !== '') chain.noun = object;
  return left;
};

/** 占地1100亩，总投资45亿元的大学科技园项目: the owner that the next clause names after its own figure. */
const ownerAhead = ({ group, following }: Reading): string | undefined => {
  if (group.tail.text !== '') return undefined;
  const next = following?.groups[0];
  if (!next || !next.tail.text.startsWith('的') || !isAttribute(leftSubject(next.lead.text, false))) return undefined;
  return rightNoun(next.tail.text);
};

const subjectOf = (reading: Reading, lead: Lead, figure: FigureToken): string => {
  const { group, chain } = reading;
  switch (lead.relation) {
    case 'rise':
    case 'fall':
    case 'growth-head':
    case 'fall-head':
    case 'completion':
    case 'above':
    case 'below':
    case 'times': {
      const left = leftSubject(lead.subject, false);
      if (left === '') return inherit(chain);
      if (/^(?:增速|增幅|总量|占比|比重|总额|规模|增加值|人均)$/.test(left)) return inherit(chain) + left;
      return left.startsWith('占') ? inherit(chain) + left : left;
    }
    case 'share': {
      const left = leftSubject(lead.subject, false) || inherit(chain);
      return `${left}占${shareOf(lead.of ?? '')}`;
    }
    case 'share-head': {
      const left = leftSubject(lead.subject, false);
      return /^(?:占比|比重|比例)$/.test(left) || left.startsWith('占') ? inherit(chain) + left : left;
    }
    case 'from':
    case 'to':
    case 'none':
      if (lead.subject.startsWith('占') || /^占/.test(withoutOpeners(lead.subject)))
        return inherit(chain) + withoutOpeners(lead.subject).replace(/的$/, '');
      return isCounted(figure)
        ? countedSubject(group, lead, chain)
        : measuredSubject(group, lead, chain, figure, ownerAhead(reading));
  }
};

const shareOf = (of: string): string => (/(?:比重|比例|份额)$/.test(of) ? of : `${of}比重`);

// ---------------------------------------------------------------- figures

const numberOf = (figure: FigureToken, negative: boolean): Pick<Draft, 'value' | 'min' | 'max'> => {
  if (figure.min !== undefined && figure.max !== undefined) return { value: null, min: figure.min, max: figure.max };
  return { value: negative || figure.negative ? negate(figure.value) : figure.value };
};

const readFigures = (reading: Reading): void => {
  const { group, chain, state, drafts } = reading;
  const items = group.items.flatMap((each) => (each.item.kind === 'figure' ? [{ ...each, item: each.item }] : []));
  const figure = items[0]!.item;
  const lead = readLead(group.lead, figure.class);
  const wording = group.lead.text;
  const paired =
    chain.pending !== undefined && lead.relation !== 'from' && (lead.relation === 'to' || reading.order > 0);
  const period = groupPeriod(reading, lead);
  const planned = isPlanned(period, state, wording);

  if (lead.relation === 'from') {
    const subjects = subjectsFor(reading, lead, items.length, figure);
    const cluster = `c${reading.id}`;
    const base = lead.adjacent && periodOf(lead.adjacent, state);
    if (lead.adjacent) chain.period = '';
    const from = base ?? fromPeriod(chain.period || state.current || state.section, state);
    const first = drafts.length;
    emit(reading, lead, items, subjects, () => ({ kind: 'from_to', negative: false, delta: false }), from, {
      group: cluster,
      role: 'from',
    });
    chain.pending = { drafts: drafts.map((_, index) => index).slice(first), subjects, cluster };
    remember(chain, subjects, items.length);
    return;
  }
  if (paired && chain.pending) {
    const { subjects, cluster } = chain.pending;
    chain.pending = undefined;
    chain.cluster = cluster;
    const own =
      lead.subject !== '' &&
      lead.relation === 'to' &&
      leftSubject(lead.subject, false).length > 1 &&
      reading.order === 0;
    const to = isRange(period) ? endOf(period) : period;
    emit(
      reading,
      lead,
      items,
      own ? subjectsFor(reading, lead, items.length, figure) : subjects,
      () => ({ kind: planned ? 'target_level' : 'from_to', negative: false, delta: false }),
      to,
      { group: cluster, role: 'to' },
    );
    remember(chain, subjects, items.length);
    return;
  }
  const subjects = subjectsFor(reading, lead, items.length, figure);
  const inherits = leftSubject(lead.subject, false) === '' && chain.cluster !== '';
  const extra: Partial<Draft> = {
    ...(inherits && (figure.class === 'multiple' || lead.average) && { group: chain.cluster }),
    ...(lead.of !== undefined && lead.of !== '' && { scope: lead.of }),
  };
  emit(reading, lead, items, subjects, (item) => decideKind(item, lead, planned), period, extra);
  remember(chain, subjects, items.length);
  chain.growth = lead.relation === 'rise' || lead.relation === 'fall';
};

const fromPeriod = (period: string, state: PeriodState): string =>
  Number(startOf(period)) >= state.years.planned ? String(state.years.reviewed) : yearBefore(period);

/** One subject for each item of a list; several for one item under 均. */
const subjectsFor = (reading: Reading, lead: Lead, count: number, figure: FigureToken): readonly string[] => {
  const { chain } = reading;
  const own = withoutOpeners(lead.subject);
  if (count > 1) {
    const parts = own === '' ? undefined : coordinate(leftSubject(lead.subject, false), count);
    if (parts) return parts.map((part) => (lead.relation === 'share' ? `${part}占${shareOf(lead.of ?? '')}` : part));
    if (own === '' && chain.subjects.length === count) return chain.subjects;
    if (own === '' && chain.history.length >= count) return chain.history.slice(-count);
  }
  if (count === 1 && lead.each && own !== '') {
    const text = leftSubject(lead.subject, false);
    for (let parts = 4; parts >= 2; parts -= 1) {
      const names = coordinate(text, parts);
      if (names) return names;
    }
  }
  if (count === 1 && lead.each && own === '' && chain.history.length > 1) return chain.history;
  const single = subjectOf(reading, lead, figure);
  return Array.from({ length: count }, () => single);
};

const remember = (chain: Chain, subjects: readonly string[], count: number): void => {
  const names = subjects.filter((name) => name !== '');
  if (names.length === 0) return;
  chain.subjects = count > 1 || names.length > 1 ? names : [names[0]!];
  for (const name of chain.subjects) if (!chain.history.includes(name)) chain.history.push(name);
};

const emit = (
  { group, chain, state, drafts }: Reading,
  lead: Lead,
  items: readonly (GroupItem & { readonly item: FigureToken })[],
  subjects: readonly string[],
  decide: (figure: FigureToken) => { kind: FactKind; negative: boolean; delta: boolean },
  period: string,
  extra: Partial<Draft>,
): void => {
  const base = lead.base && periodOf(lead.base, state);
  const pairs =
    items.length === 1
      ? subjects.map((subject) => ({ each: items[0]!, subject }))
      : items.map((each, index) => ({ each, subject: subjects[index] ?? subjects[0] ?? '' }));
  for (const { each, subject } of pairs) {
    const { kind, negative, delta } = decide(each.item);
    const settled = extra.role === undefined ? settlePeriod(kind, period, lead, group.lead.text, state) : period;
    drafts.push({
      start: each.item.start,
      end: each.item.end,
      ...numberOf(each.item, negative),
      unit: each.item.unit,
      subject,
      kind,
      period: settled,
      ...(base !== undefined && { base }),
      ...(each.modifier !== undefined && { modifier: each.modifier }),
      qualifiers: [...chain.qualifiers, ...lead.qualifiers],
      ...(delta && { delta: true as const }),
      ...(subject === '' && { review: '没有找到指标名称' }),
      ...extra,
    });
  }
};

// ---------------------------------------------------------------- ranks and ratios

const rankLinks =
  /(?:连续\S{0,3}年?|位次|稳居|跃居|位居|位列|名列|列|排名|排在|排位|排|高居|跻身|进入|跃升至|跃升到|升至|上升至|上升到|提升至|提升到|前移至|居于|居|处于|处在|走在|勇夺|夺得|取得|获得|荣获|获|夺|保持|达到|继续|均|都|成为|为|是|仍|在|由|从|到|至|再次|首次|双双)+$/;

const readRanks = (reading: Reading): void => {
  const { group, chain, state, drafts } = reading;
  for (const each of group.items) {
    if (each.item.kind !== 'rank') continue;
    const rank: RankToken = each.item;
    const text = group.lead.text.replace(rankLinks, '');
    const lead = readLead(
      { ...group.lead, text, times: group.lead.times.slice(0, [...text].filter((char) => char === TIME).length) },
      'rank',
    );
    const left = leftSubject(lead.subject, false).replace(rankLinks, '');
    const owned = /^(?:增幅|增速|总量|规模|增量|排名|综合排名|名次)$/.test(left);
    const period = groupPeriod(reading, lead);
    const names =
      left === ''
        ? lead.each || /均|都/.test(group.lead.text)
          ? chain.history
          : [inherit(chain)]
        : owned
          ? [inherit(chain) + left]
          : everyName(left, /均|都|分别/.test(group.lead.text));
    for (const subject of names.length > 0 ? names : ['']) {
      drafts.push({
        start: rank.start,
        end: rank.end,
        value: rank.place === undefined ? null : String(rank.place),
        unit: '位',
        subject,
        kind: 'rank',
        period: settlePeriod('rank', period, lead, group.lead.text, state),
        qualifiers: [],
        scope: rank.scope,
        ...(rank.vague && { optional: true as const }),
        ...(subject === '' && { review: '没有找到排名的对象' }),
      });
    }
  }
};

const everyName = (text: string, each: boolean): readonly string[] => {
  if (!each) return [text];
  for (let parts = 4; parts >= 2; parts -= 1) {
    const names = coordinate(text, parts);
    if (names) return names;
  }
  return [text];
};

const industries = ['第一产业', '第二产业', '第三产业'];

const readRatio = (reading: Reading): void => {
  const { group, chain, state, drafts } = reading;
  const { lead: segment, items } = group;
  const lead = readLead(segment, 'ratio');
  const ratio: RatioToken | undefined = items.flatMap((each) => (each.item.kind === 'ratio' ? [each.item] : []))[0];
  if (!ratio) return;
  const left = leftSubject(lead.subject, false) || (chain.pending ? '' : inherit(chain));
  const name = chain.pending ? (chain.pending.subjects[0] ?? left) : left;
  const byIndustry = ratio.parts.length === 3 && (/产业|三产|一二三|三次/.test(name) || name === '');
  const from = lead.relation === 'from';
  const to = chain.pending !== undefined && !from;
  const period = groupPeriod(reading, lead);
  const planned = isPlanned(period, state, segment.text);
  const cluster = to ? chain.pending!.cluster : `c${reading.id}`;
  const base = lead.adjacent && periodOf(lead.adjacent, state);
  ratio.parts.forEach((part, index) => {
    drafts.push({
      start: ratio.start,
      end: ratio.end,
      value: part,
      unit: '%',
      subject: byIndustry ? `${industries[index]!}占比` : `${name}第${index + 1}项`,
      kind: from || to ? (planned && to ? 'target_level' : 'share') : planned ? 'target_level' : 'share',
      period: from
        ? (base ?? fromPeriod(chain.period || state.current || state.section, state))
        : isRange(period)
          ? endOf(period)
          : period,
      qualifiers: [`${name || '三次产业比例'} ${ratio.parts.join(':')}`],
      ...((from || to) && { group: `${cluster}.${index + 1}`, role: from ? ('from' as const) : ('to' as const) }),
    });
  });
  chain.pending = from ? { drafts: [], subjects: [name || '三次产业比例'], cluster } : undefined;
  chain.subjects = [name || '三次产业比例'];
};

export const startsWithAction = (text: string): boolean => startsWithVerb(text) !== undefined;
