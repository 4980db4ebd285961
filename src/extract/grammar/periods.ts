// Settles the period of one figure: its own time, the sentence's, the paragraph's, the section's; and in a section about
// several years, whether the figure is a stock (the end year) or a flow (the whole range).
import type { FactKind } from '../fact.ts';
import type { Lead } from '../lead.ts';
import { endOf, isRange, isStock, periodOf, startOf, yearBefore, type PeriodState } from '../period.ts';
import { leftSubject } from '../subject.ts';
import { splitVerb } from '../verbs.ts';
import type { Time } from '../times.ts';
import type { Reading } from './chain.ts';

export const standing = ({ chain, state }: Reading): string =>
  chain.period || state.current || state.sticky || state.section;

/** The period of a group before its kind is known. */
export const groupPeriod = (reading: Reading, lead: Lead): string => {
  const { chain, state } = reading;
  const times = [...lead.times, ...(lead.adjacent ? [lead.adjacent] : [])];
  const own = times.flatMap((time) => periodOf(time, state) ?? []).at(-1);
  if (own === undefined) {
    const period = standing(reading);
    const past =
      state.part === 'plan' && Number(startOf(period)) >= state.years.planned && tellsPast(reading.lead.text);
    return past ? String(state.years.reviewed) : period;
  }
  // the year of one end of a pair is not the time of the clauses after it
  if (lead.relation !== 'from' && lead.relation !== 'to') chain.period = own;
  return own;
};

/** The year that an unsaid base stands for. */
export const baseYear = (reading: Reading): string => {
  const { chain, state } = reading;
  if (chain.fromYear !== '') return chain.fromYear;
  const period = standing(reading);
  return Number(startOf(period)) >= state.years.planned ? String(state.years.reviewed) : yearBefore(period);
};

/** What a change is measured from, where a year is named: by the figure itself, by its sentence, or once for all (下同). */
export const comparedWith = ({ chain, state }: Reading, lead: Lead): Time | undefined =>
  lead.base ?? chain.base ?? (lead.yearOnYear || lead.average ? undefined : state.base);

const spanOf = ({ chain, state }: Reading): string | undefined => {
  if (chain.cluster && Number(chain.cluster.to) - Number(chain.cluster.from) > 1)
    return `${Number(chain.cluster.from) + 1}-${chain.cluster.to}`;
  const period = [state.current, state.sticky, state.section].find((each) => each !== '' && isRange(each));
  if (period !== undefined) return period;
  return state.years.span && state.part !== 'plan' ? `${state.years.span.from}-${state.years.span.to}` : undefined;
};

/** The period of a figure of a known kind. */
export const settlePeriod = (kind: FactKind, period: string, lead: Lead, wording: string, reading: Reading): string => {
  if (kind === 'growth_annual_avg' || (lead.average && kind === 'level')) {
    return isRange(period) || lead.yearOnYear ? period : (spanOf(reading) ?? period);
  }
  if (!isRange(period)) return period;
  switch (kind) {
    case 'multiple':
    case 'comparison_points':
      return endOf(period);
    case 'rank':
      return /连续|每年|历年|始终/.test(wording) ? period : endOf(period);
    case 'level':
    case 'count':
    case 'share':
      if (lead.cumulative) return period;
      if (lead.relation === 'to' || isStock(wording)) return endOf(period);
      // 救助达32万人次 is a sum of acts; 企业达36家 is a stock
      return /达到?[约近超]?(?:突破)?$/.test(wording) &&
        splitVerb(leftSubject(lead.subject, true)).verb === '' &&
        !/救助|投入|投资|新增|发放|减少|接待|完成|支出|经费|费达|补贴/.test(wording)
        ? endOf(period)
        : period;
    case 'growth_yoy':
      // 比2013年下降27.7% is said of the end year; without a base it is the change over the range
      return comparedWith(reading, lead) ? endOf(period) : period;
    case 'target_level':
    case 'target_growth':
    case 'target_completion_rate':
    case 'from_to':
      return period;
  }
};

/** Whether a figure of this period is planned: its last year is still to come, and the wording does not tell of the past. */
export const isPlanned = (period: string, state: PeriodState, wording: string): boolean => {
  const end = Number(endOf(period));
  if (end < state.years.planned) return false;
  return state.part === 'plan' ? !tellsPast(wording) : /将|力争|预计|计划|目标|到\ue000|确保|争取/.test(wording);
};

/** 已完成, 取消了原先的: done already; 已建成的…厂 names what is still to be worked on. */
const tellsPast = (wording: string): boolean =>
  /(?:已经?(?!建成的|有的|建的|列入|进入)[^的，]{0,12}|取消了[^，]{0,8}|我[国省市区县]有|现有|目前[^，]{0,6}|去年[^，]{0,10})$/.test(
    wording,
  );
