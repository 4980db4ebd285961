// Composes facts into observations: a level with its growth, rank, completion, share, old level and multiple.
//   observation := level (growth | average | multiple | rank | share | completion | versus)*
// Facts join when they are of one sentence and one subject; a figure that finds its place taken opens a new observation.
import { withoutSign } from '../../figures/print.ts';
import type { Observation } from '../../report/schema.ts';
import type { Fact } from '../fact.ts';
import { slug } from './ids.ts';

/** What the schema calls a printed figure. */
export const printed = (
  fact: Fact,
): {
  value?: string;
  min?: string;
  max?: string;
  unit: string;
  modifier?: NonNullable<Fact['modifier']>;
  at: [number, number];
} => ({
  ...(fact.value !== null && { value: fact.value }),
  ...(fact.min !== undefined && { min: fact.min }),
  ...(fact.max !== undefined && { max: fact.max }),
  unit: fact.unit,
  ...(fact.modifier !== undefined && { modifier: fact.modifier }),
  at: [fact.start, fact.end],
});

/** A figure as it stands under its name: an amount of change without its sign, since the name says which way. */
export const amountOf = (fact: Fact): ReturnType<typeof printed> => {
  const figure = printed(fact);
  return fact.delta ? withoutSign(figure) : figure;
};

/** The name of what a figure measures: 农村贫困人口减少 for an amount of change, so that it is not taken for a level. */
export const nameOf = (fact: Fact): string => {
  const subject = fact.subject === '' ? fact.text : fact.subject;
  return fact.delta && fact.verb !== undefined && !subject.endsWith(fact.verb) ? `${subject}${fact.verb}` : subject;
};

const base = (subject: string): string =>
  subject.replace(/占[^占]*(?:比重|比例|份额)$/, '').replace(/(?:增幅|增速|总量|占比|比重)$/, '');

/** An observation under construction. */
type Draft = { -readonly [Key in keyof Observation]: Observation[Key] };

const kindOf = (fact: Fact): Observation['kind'] => {
  switch (fact.kind) {
    case 'count':
      return 'count';
    case 'share':
      return 'share';
    case 'level':
    case 'from_to':
    case 'target_level':
      return fact.unit === '%' || fact.unit === '‰' ? 'rate' : 'level';
    case 'growth_yoy':
    case 'growth_annual_avg':
    case 'multiple':
    case 'rank':
    case 'target_completion_rate':
    case 'comparison_points':
    case 'target_growth':
      return 'none';
  }
};

const rankOf = (fact: Fact): 'level' | 'growth' | 'other' =>
  /(?:增幅|增速|涨幅)$/.test(fact.subject) ? 'growth' : /(?:总量|规模|数量)$/.test(fact.subject) ? 'level' : 'other';

const isComposition = (fact: Fact): boolean =>
  fact.kind === 'share' && fact.qualifiers.some((text) => /\d:\d/.test(text));

/** Adds a fact to an observation of its sentence and subject; false when that place is taken. */
const attach = (draft: Draft, fact: Fact): boolean => {
  const figure = printed(fact);
  const { base: since } = fact;
  switch (fact.kind) {
    case 'growth_yoy':
      if (draft.growth) return false;
      draft.growth = {
        ...figure,
        ...basisOf(fact),
        ...ownScope(fact, draft),
        ...(since !== undefined && { base: since }),
      };
      return true;
    case 'growth_annual_avg':
      if (draft.average) return false;
      draft.average = { ...figure, ...basisOf(fact), ...ownScope(fact, draft), period: fact.period };
      return true;
    case 'multiple':
      if (draft.multiple) return false;
      draft.multiple = { ...figure, ...(since !== undefined && { base: since }) };
      return true;
    case 'target_completion_rate':
      if (draft.completion) return false;
      draft.completion = { ...figure, of: fact.scope ?? '目标' };
      return true;
    case 'comparison_points':
      if (fact.scope !== undefined && !draft.versus) {
        draft.versus = { ...figure, than: fact.scope };
        return true;
      }
      if (fact.scope !== undefined || draft.growth) return false;
      draft.growth = { ...figure, ...(since !== undefined && { base: since }) };
      return true;
    case 'rank':
      draft.ranks = [
        ...(draft.ranks ?? []),
        {
          ...(fact.value !== null && { place: Number(fact.value) }),
          text: fact.text,
          ...(fact.scope !== undefined && fact.scope !== '' && { scope: fact.scope }),
          of: rankOf(fact),
          at: [fact.start, fact.end],
        },
      ];
      return true;
    case 'share':
      if (draft.share || fact.scope === undefined || draft.kind === 'none') return false;
      draft.share = { ...figure, of: fact.scope };
      return true;
    case 'level':
    case 'count':
    case 'from_to':
    case 'target_level':
    case 'target_growth':
      return false;
  }
};

const basisOf = (fact: Fact): { basis?: 'current' | 'comparable' } =>
  fact.qualifiers.some((text) => /可比价|不变价|^实际|扣除价格|剔除价格|物价因素/.test(text))
    ? { basis: 'comparable' }
    : {};

/** Qualifiers of a growth that what grew does not have: 235.6亿元，同口径增长11.9%. */
const ownScope = (fact: Fact, { qualifiers = [] }: Pick<Draft, 'qualifiers'>): { qualifiers?: string[] } => {
  const own = scopeOf(fact).filter((text) => !qualifiers.includes(text));
  return own.length > 0 ? { qualifiers: own } : {};
};

/** What the report says of a figure's scope, without the printed ratio of a composition. */
export const scopeOf = (fact: Fact): string[] => fact.qualifiers.filter((text) => !/\d:\d/.test(text));

const opened = (fact: Fact, indicator: string, id: string): Draft => {
  const source = { section: fact.section, sentence: fact.sentence };
  const kind = kindOf(fact);
  // a growth that stands alone keeps its own
  const qualifiers = kind === 'none' && fact.kind.startsWith('growth') ? [] : scopeOf(fact);
  const { at, ...figure } = amountOf(fact);
  const draft: Draft = {
    id,
    indicator,
    name: nameOf(fact),
    period: fact.period,
    kind,
    ...(kind !== 'none' && { ...figure, at }),
    ...(fact.delta && { change: true }),
    ...(qualifiers.length > 0 && { qualifiers }),
    ...(fact.optional && { optional: true }),
    ...(fact.review !== undefined && { review: fact.review }),
    source,
  };
  if (kind === 'none') attach(draft, fact);
  return draft;
};

/** What a ratio is of, without the ratio itself. */
const compositionName = (fact: Fact | undefined): string =>
  fact?.qualifiers.find((text) => /\d:\d/.test(text))?.replace(/[\s\d.:]+$/, '') || '构成比';

const compositionOf = (facts: readonly Fact[], id: string): Draft => {
  const [first] = facts;
  const name = compositionName(first);
  return {
    id,
    indicator: first?.indicator ?? slug(name),
    name,
    period: first?.period ?? '',
    kind: 'share',
    unit: '%',
    parts: facts.map((fact) => ({ name: fact.subject, value: fact.value ?? '0', at: [fact.start, fact.end] })),
    source: { section: first?.section ?? '', sentence: first?.sentence ?? 1 },
  };
};

/** The indicator's id: that of the table, or one made of the subject's own words. */
export const indicatorOf = (fact: Fact): string =>
  fact.indicator ?? slug(base(fact.subject) || fact.subject || fact.text);

const indicatorName = (fact: Fact): string => (isComposition(fact) ? slug(compositionName(fact)) : indicatorOf(fact));

/** Composes the facts of one section, in order. `idOf` keeps ids distinct over the report. */
export const composeObservations = (facts: readonly Fact[], idOf: (wanted: string) => string): Observation[] => {
  const drafts: { draft: Draft; subject: string; sentence: number; from?: string }[] = [];
  let open: Fact[] = [];
  const flush = (): void => {
    const [first] = open;
    if (first)
      drafts.push({
        draft: compositionOf(open, idOf(`${indicatorName(first)}-${first.period}`)),
        subject: base(first.subject),
        sentence: first.sentence,
      });
    open = [];
  };
  for (const fact of facts) {
    if (isComposition(fact)) {
      if (open[0] && open[0].start !== fact.start) flush();
      open.push(fact);
      continue;
    }
    flush();
    const subject = base(fact.subject);
    const near = drafts.findLast((each) => each.sentence === fact.sentence && each.subject === subject);
    if (fact.role === 'to' && fact.group !== undefined) {
      const old = drafts.findLast(
        (each) => each.from === fact.group && each.draft.from === undefined && each.subject === subject,
      );
      if (old) {
        const { value, min, max, unit, modifier, at } = old.draft;
        const from = {
          period: old.draft.period,
          ...(value !== undefined && { value }),
          ...(min !== undefined && { min }),
          ...(max !== undefined && { max }),
          unit: unit ?? fact.unit,
          ...(modifier && { modifier }),
          ...(at && { at }),
        };
        const next = opened(fact, indicatorOf(fact), `${indicatorOf(fact)}-${fact.period}`);
        Object.assign(old.draft, { ...next, id: old.draft.id, from });
        delete old.from;
        continue;
      }
    }
    if (near && attach(near.draft, fact)) {
      if (fact.review !== undefined) near.draft.review ??= fact.review;
      continue;
    }
    const indicator = indicatorOf(fact);
    const entry = { draft: opened(fact, indicator, `${indicator}-${fact.period}`), subject, sentence: fact.sentence };
    drafts.push(fact.role === 'from' && fact.group !== undefined ? { ...entry, from: fact.group } : entry);
  }
  flush();
  return drafts.map(({ draft }) =>
    draft.parts ? draft : { ...draft, id: idOf(`${draft.indicator}-${draft.period}`) },
  );
};
