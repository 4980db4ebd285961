// Keeps track of the time that figures are about: the section's own period, what a paragraph or sentence opens with,
// and whether a figure of a several-year section is a stock (end year) or a flow (the whole range).
import { resolveTime, type ReportYears, type Time } from './times.ts';
import type { Part } from './outline.ts';

/** The periods in force at a place of the text. Periods are `2016` or `2012-2016`. */
export type PeriodState = {
  readonly years: ReportYears;
  readonly part: Part;
  /** The section's own period. */
  readonly section: string;
  /** What a sentence's opening time set, until the paragraph ends; empty when none has. */
  current: string;
  /** What a paragraph like 2017年是… set for the rest of a part about several years; empty when none has. */
  sticky: string;
  /** What （下同） behind 比2012年 says of the growths after it, until the paragraph ends. */
  base: Time | undefined;
};

export const sectionPeriod = (part: Part, years: ReportYears): string => {
  switch (part) {
    case 'span':
      return years.span ? `${years.span.from}-${years.span.to}` : String(years.reviewed);
    case 'plan':
      return String(years.planned);
    case 'review':
    case 'other':
      return String(years.reviewed);
  }
};

export const isRange = (period: string): boolean => period.includes('-');
export const endOf = (period: string): string => period.slice(-4);
export const startOf = (period: string): string => period.slice(0, 4);

/** The period before a range of years, or the year before a year: the base that is left unsaid. */
export const yearBefore = (period: string): string => String(Number(startOf(period)) - 1);

/** The period that a time sets at this place; undefined when it sets none (全年, 9月). */
export const periodOf = (time: Time, state: PeriodState): string | undefined => {
  if (time.kind === 'whole') return state.part === 'plan' ? String(state.years.planned) : String(state.years.reviewed);
  if (time.kind === 'years' && time.direction === 'any' && state.part === 'plan') {
    const range = state.section.includes('-')
      ? state.section
      : `${state.years.planned}-${state.years.planned + time.count - 1}`;
    return range;
  }
  if (time.kind === 'now') return endOf(state.current || state.sticky || state.section);
  return resolveTime(time, state.years);
};

/** Words that make a figure a state at the end of a range, not a sum over it. */
export const isStock = (wording: string): boolean =>
  /目前|现有|已有|拥有|存量|总数|总量达|保有量|生产总值|财政收入|预算收入|可支配收入|纯收入|零售总额|工业总产值|总资产|余额|积累|结余|储备|覆盖率|占比|比重|增至|升至|提高到|稳定在|保持在|达标率|普及率|城镇化率|参保率|入学率|失业率|总里程|通车里程|累计达|人均|寿命|总人口|建成区/.test(
    wording,
  );
