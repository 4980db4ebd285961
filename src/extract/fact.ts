// The Fact: one figure of a report text with what it states. What extractFacts gives, the facts file lists and
// assemble.ts composes into observations. Kinds and conventions: docs/extract.md.
import type { Modifier } from '../report/schema.ts';

export type FactKind =
  | 'level'
  | 'count'
  | 'share'
  | 'growth_yoy'
  | 'growth_annual_avg'
  | 'multiple'
  | 'rank'
  | 'target_completion_rate'
  | 'comparison_points'
  | 'from_to'
  | 'target_level'
  | 'target_growth';

/** One figure as printed. Offsets count UTF-16 units of the source text, end exclusive. */
export type Fact = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Decimal text, negative for falls; null for a range or a rank without a place. */
  readonly value: string | null;
  readonly min?: string;
  readonly max?: string;
  readonly unit: string;
  readonly subject: string;
  /** Id of the table of indicators, when the subject is one of its names. */
  readonly indicator?: string;
  readonly kind: FactKind;
  /** `2016` or `2012-2016`. */
  readonly period: string;
  /** The year compared with, when it is named. */
  readonly base?: string;
  readonly modifier?: Modifier;
  readonly qualifiers: readonly string[];
  /** Facts of one from-to cluster share a group. */
  readonly group?: string;
  readonly role?: 'from' | 'to';
  /** What a rank is over, what a share is of, what a comparison is with, which target is completed. */
  readonly scope?: string;
  /** An absolute change, not a level. */
  readonly delta?: true;
  /** The verb of an absolute change as printed: 增加, 精简, 前移. */
  readonly verb?: string;
  /** A distinction without a printed place, a background figure. */
  readonly optional?: true;
  /** Why a person should look at it. */
  readonly review?: string;
  readonly section: string;
  /** Which sentence of its section, from 1. */
  readonly sentence: number;
};
