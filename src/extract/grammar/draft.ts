// A fact before its offsets are brought to the source and its indicator is looked up.
import type { FactKind } from '../fact.ts';

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
  readonly verb?: string;
  readonly optional?: true;
  readonly review?: string;
};
