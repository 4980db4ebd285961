// Reads one group of figures: a plain figure, a list (分别), one end of a from-to pair, or one that goes with a pair.
import type { Group, GroupItem } from '../clauses.ts';
import type { FactKind } from '../fact.ts';
import { readLead, scopeNote, type Lead } from '../lead.ts';
import { endOf, isRange, periodOf } from '../period.ts';
import { verbAtEnd } from '../attributes.ts';
import { followsNoun, leftSubject } from '../subject.ts';
import { splitVerb, withoutOpeners } from '../verbs.ts';
import type { FigureToken } from '../tokens.ts';
import { remember, type Reading, holdsOn } from './chain.ts';
import type { Draft } from './draft.ts';
import { decideKind, type Verdict } from './kinds.ts';
import { baseYear, comparedWith, groupPeriod, isPlanned, settlePeriod } from './periods.ts';
import { subjectsFor } from './subjects.ts';

type Item = GroupItem & { readonly item: FigureToken };

const negate = (value: string): string => (value.startsWith('-') || /^0+(\.0+)?$/.test(value) ? value : `-${value}`);

const numberOf = (figure: FigureToken, negative: boolean): Pick<Draft, 'value' | 'min' | 'max'> => {
  if (figure.min !== undefined && figure.max !== undefined) return { value: null, min: figure.min, max: figure.max };
  return { value: negative || figure.negative ? negate(figure.value) : figure.value };
};

/** Reads a group of figures and writes its drafts. */
export const readFigures = (group: Group, reading: Reading): void => {
  const { chain, state } = reading;
  const items = group.items.flatMap((each) => (each.item.kind === 'figure' ? [{ ...each, item: each.item }] : []));
  const figure = items[0]!.item;
  const lead = actOn(readLead(group.lead, figure.class, reading.tail.text), figure, reading);
  if (lead.relation === 'from') return readOldLevel(reading, lead, items);
  if (chain.pending && (lead.relation === 'to' || reading.order > 0)) return readNewLevel(reading, lead, items);
  const period = groupPeriod(reading, lead);
  const planned = isPlanned(period, state, group.lead.text);
  const subjects = subjectsFor(reading, lead, items.length, figure);
  const clustered =
    chain.cluster && leftSubject(lead.subject, false) === '' && (figure.class === 'multiple' || lead.average);
  const partOf =
    figure.class === 'percent' &&
    lead.relation === 'none' &&
    leftSubject(lead.subject, false) === '' &&
    (followsNoun(reading.tail.text) || reading.tail.text.startsWith('用于'));
  const decide = (item: FigureToken): Verdict =>
    decideKind(item, partOf ? { ...lead, relation: 'share' } : lead, planned);
  emit(reading, lead, items, subjects, decide, period, {
    ...((isApposition(figure, reading) || isBackground(figure, reading)) && { optional: true as const }),
    ...(clustered && chain.cluster && { group: chain.cluster.id }),
    ...(lead.of !== undefined && lead.of !== '' && { scope: lead.of }),
  });
  if (!clustered) chain.cluster = undefined;
  remember(chain, subjects);
};

/** 增加5000个学位, 减少350万贫困人口: a verb with its object behind the figure is an act, not a change of what went before. */
const actOn = (lead: Lead, figure: FigureToken, { tail, lead: segment, chain }: Reading): Lead => {
  if (figure.class === 'percent' && lead.relation === 'none' && !followsNoun(tail.text)) {
    const change =
      changeAhead(lead.subject) ??
      (segment.text.startsWith('、') && !/[率比度]$/.test(lead.subject) ? chain.change : undefined);
    if (change) {
      chain.change = change;
      const subject = lead.subject.replace(/^(?:.*?(?:压减|减少|削减|压缩|精简|缩减|提高|增加|提升|上调))(?=..)/, '');
      return { ...lead, relation: change, falling: change === 'fall', subject };
    }
  }
  chain.change = undefined;
  // 改造提升23个, 绿化提升19万平方米: 提升 goes with the act before it
  if (lead.verb === '提升' && !lead.yearOnYear && !lead.base && isUpgrade(lead.subject, figure))
    return { ...lead, relation: 'none', falling: false, subject: lead.subject + lead.verb };
  const change = lead.relation === 'rise' || lead.relation === 'fall';
  const amount = figure.class !== 'percent' && figure.class !== 'points' && figure.class !== 'multiple';
  if (!change || !amount || lead.verb.length < 2 || lead.yearOnYear || lead.base || !followsNoun(tail.text))
    return lead;
  return { ...lead, relation: 'none', falling: false, subject: lead.subject + lead.verb };
};

const isUpgrade = (subject: string, figure: FigureToken): boolean =>
  (figure.class === 'thing' && !figure.unit.endsWith('次')) ||
  /(?:改造|改善|整改|整治|治理|绿化|美化|修缮|升级|维修|绿道|公园|道路|管网)$/.test(subject);

/** A和B两个项目, A、B、C三个一号公路: the count only sums up the names before it. */
const isApposition = (figure: FigureToken, { lead, tail }: Reading): boolean =>
  figure.style === 'chinese' &&
  figure.class === 'thing' &&
  followsNoun(tail.text) &&
  /[、和及与][^，、和及与]{1,14}$/.test(lead.text) &&
  !lead.text.endsWith('等') &&
  !verbAtEnd(lead.text);

/** 65万曲阳人民, 近14亿中国人的饭碗: a round figure that speaks for everybody. */
const isBackground = (figure: FigureToken, { tail }: Reading): boolean =>
  (figure.class === 'none' || figure.class === 'people') &&
  /^(?:多|余)?[^，。、]{0,8}?(?:人民|人口大国|大国|儿女|父老|同胞|中国人|乡亲|各族|干部群众)/.test(tail.text) &&
  /[万亿]/.test(figure.unit);

/** 压减“三公”经费14%, 提高低保标准10%: the verb of change stands before its object. */
const changeAhead = (subject: string): 'rise' | 'fall' | undefined => {
  const { verb, object } = splitVerb(withoutOpeners(subject));
  if (object === '' || /[率比度]$/.test(object)) return undefined;
  if (/^(?:压减|减少|削减|压缩|精简|缩减)/.test(verb)) return 'fall';
  return /^(?:提高|增加|提升)/.test(verb) ? 'rise' : undefined;
};

const pairEnd: Verdict = { kind: 'from_to', negative: false, delta: false };

const readOldLevel = (reading: Reading, lead: Lead, items: readonly Item[]): void => {
  const { chain, state } = reading;
  const subjects = subjectsFor(reading, lead, items.length, items[0]!.item);
  const named = lead.adjacent && periodOf(lead.adjacent, state);
  const from = named ?? baseYear(reading);
  if (named !== undefined) chain.fromYear = named;
  const id = `c${reading.id}`;
  emit(reading, lead, items, subjects, () => pairEnd, from, { group: id, role: 'from' });
  chain.pending = { subjects, id, from };
  remember(chain, subjects);
};

const readNewLevel = (reading: Reading, lead: Lead, items: readonly Item[]): void => {
  const { chain, state } = reading;
  const { pending } = chain;
  if (!pending) return;
  const period = groupPeriod(reading, lead);
  const to = isRange(period) ? endOf(period) : period;
  const planned = isPlanned(to, state, reading.lead.text);
  const verdict: Verdict = planned ? { ...pairEnd, kind: 'target_level' } : pairEnd;
  emit(reading, lead, items, pending.subjects, () => verdict, to, { group: pending.id, role: 'to' });
  chain.cluster = { id: pending.id, from: pending.from, to };
  chain.pending = undefined;
  remember(chain, pending.subjects);
};

/** 增长7.2%（剔除棚改一次性因素）: the bracket right behind the last figure of a clause. */
const noteBehind = ({ tail, next }: Reading): readonly string[] =>
  next === undefined && tail.text === '' ? tail.notes.flatMap(scopeNote) : [];

/** Kinds that compare with an earlier time. */
const changes = (kind: FactKind): boolean =>
  kind === 'growth_yoy' || kind === 'comparison_points' || kind === 'multiple';

const emit = (
  reading: Reading,
  lead: Lead,
  items: readonly Item[],
  subjects: readonly string[],
  decide: (figure: FigureToken) => Verdict,
  period: string,
  extra: Partial<Draft>,
): void => {
  const { chain, state, drafts } = reading;
  // 比去年 says no more than 同比: only a named year is a base
  const compared = comparedWith(reading, lead);
  const base =
    compared && (compared.kind !== 'year' || compared.year !== undefined) ? periodOf(compared, state) : undefined;
  if (lead.base && holdsOn(reading.lead)) state.base = lead.base;
  const one = items.length === 1 ? items[0] : undefined;
  const pairs = one
    ? subjects.map((subject) => ({ each: one, subject }))
    : items.map((each, index) => ({ each, subject: subjects[index] ?? subjects[0] ?? '' }));
  for (const { each, subject } of pairs) {
    const { kind, negative, delta } = decide(each.item);
    drafts.push({
      start: each.item.start,
      end: each.item.end,
      ...numberOf(each.item, negative),
      unit: each.item.unit,
      subject,
      kind,
      period: extra.role === undefined ? settlePeriod(kind, period, lead, reading.lead.text, reading) : period,
      ...(base !== undefined && (lead.base !== undefined || delta || changes(kind)) && { base }),
      ...(each.modifier !== undefined && { modifier: each.modifier }),
      qualifiers: [
        ...new Set([
          ...(chain.partOfYear === '' || lead.adjacent ? [] : [chain.partOfYear]),
          ...chain.qualifiers,
          ...lead.qualifiers,
          ...noteBehind(reading),
        ]),
      ],
      ...(delta && { delta: true as const, ...(lead.verb !== '' && { verb: lead.verb }) }),
      ...extra,
    });
  }
};
