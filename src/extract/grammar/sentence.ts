// Interprets the clauses of one sentence from left to right and writes down what each figure states.
// Takes clauses and the periods in force; gives drafts with offsets of the cleaned text.
import type { Clause, Group, Segment } from '../clauses.ts';
import type { PeriodState } from '../period.ts';
import { splitVerb, withoutOpeners } from '../verbs.ts';
import { closePlain, newChain, openClause, type Reading } from './chain.ts';
import type { Draft } from './draft.ts';
import { readFigures } from './figures.ts';
import { readRanks } from './rank-group.ts';
import { readRatio } from './ratio-group.ts';

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
      const next = clause.groups[order + 1];
      readGroup(group, {
        clause,
        lead: group.lead,
        tail: sharedTail(group, next),
        next,
        following: next ? undefined : following,
        order,
        chain,
        state,
        drafts,
        id: `${id}.${index + 1}.${order + 1}`,
      });
    });
    if (clause.groups.length === 0) closePlain(clause, chain);
    else chain.plain = '';
  });
  return drafts;
};

/** 1754户3735人脱贫: two figures that touch have one noun behind them. */
const sharedTail = (group: Group, next: Group | undefined): Segment =>
  next &&
  group.tail.text === '' &&
  next.lead.times.length === 0 &&
  (next.lead.text === '' || (bareVerb(group.lead.text) && next.lead.text.startsWith('、') && bareVerb(next.lead.text)))
    ? next.tail
    : group.tail;

/** 完成3个、启动4个微片区改造: verbs without an object of their own. */
const bareVerb = (text: string): boolean => {
  const { verb, object } = splitVerb(withoutOpeners(text));
  return verb !== '' && object === '';
};

const readGroup = (group: Group, reading: Reading): void => {
  const first = group.items[0]?.item;
  switch (first?.kind) {
    case 'figure':
      return readFigures(group, reading);
    case 'rank':
      return readRanks(group, reading);
    case 'ratio':
      return readRatio(first, reading);
    case undefined:
      return;
  }
};
