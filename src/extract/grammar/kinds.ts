// Decides what kind of statement a figure makes, from its unit and the relation that its lead names.
// A table in code: one line for each relation. The plan part turns levels into targets.
import { shareHeads } from '../lexicon.ts';
import type { FactKind } from '../fact.ts';
import type { Lead } from '../lead.ts';
import type { FigureToken } from '../tokens.ts';

export type Verdict = {
  readonly kind: FactKind;
  /** The printed magnitude is of a fall. */
  readonly negative: boolean;
  readonly delta: boolean;
};

const countable: ReadonlySet<string> = new Set(['thing']);

const plainKind = (figure: FigureToken): FactKind => (countable.has(figure.class) ? 'count' : 'level');

/** Kind of one figure outside from-to pairs; `planned` when it is about a year to come. */
export const decideKind = (figure: FigureToken, lead: Lead, planned: boolean): Verdict => {
  const verdict = (kind: FactKind, negative = false, delta = false): Verdict => ({
    kind: planned ? target(kind) : kind,
    negative,
    delta,
  });
  const percent = figure.class === 'percent';
  if (figure.class === 'points') return verdict('comparison_points', lead.falling);
  if (figure.class === 'multiple') return verdict('multiple', lead.relation === 'fall');
  switch (lead.relation) {
    case 'rise':
    case 'fall':
    case 'growth-head':
    case 'fall-head':
      if (!percent) return verdict(plainKind(figure), lead.falling, true);
      return verdict(lead.average ? 'growth_annual_avg' : 'growth_yoy', lead.falling);
    case 'share':
    case 'share-head':
      return verdict('share');
    case 'completion':
      return verdict('target_completion_rate');
    case 'above':
    case 'below':
      return verdict(percent ? 'comparison_points' : plainKind(figure), lead.falling);
    case 'times':
    case 'from':
    case 'to':
    case 'none':
      if (percent && shareHeads.some((word) => lead.subject.slice(-6).includes(word))) return verdict('share');
      return verdict(plainKind(figure));
  }
};

const target = (kind: FactKind): FactKind => {
  switch (kind) {
    case 'growth_yoy':
    case 'growth_annual_avg':
      return 'target_growth';
    case 'level':
    case 'count':
    case 'share':
    case 'multiple':
    case 'comparison_points':
      return 'target_level';
    case 'rank':
    case 'target_completion_rate':
    case 'from_to':
    case 'target_level':
    case 'target_growth':
      return kind;
  }
};
