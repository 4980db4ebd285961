// Reads a composition 1:16:83: one share for each part, named by industry when the ratio is that of the three industries.
import { readLead } from '../lead.ts';
import { endOf, isRange, periodOf } from '../period.ts';
import { leftSubject } from '../subject.ts';
import type { RatioToken } from '../tokens.ts';
import type { Reading } from './chain.ts';
import { baseYear, groupPeriod, isPlanned } from './periods.ts';
import { leftOut } from './subjects.ts';

const industries = ['第一产业', '第二产业', '第三产业'];

export const readRatio = (ratio: RatioToken, reading: Reading): void => {
  const { chain, state, drafts } = reading;
  const lead = readLead(reading.lead, 'ratio');
  const { pending } = chain;
  const name = pending?.subjects[0] ?? (leftSubject(lead.subject, false) || leftOut(chain));
  const byIndustry =
    ratio.parts.length === 3 && (name === '' || /产业|三产|一二三|三次/.test(name + reading.lead.text));
  const from = lead.relation === 'from';
  const period = groupPeriod(reading, lead);
  const named = lead.adjacent && periodOf(lead.adjacent, state);
  const year = from ? (named ?? baseYear(reading)) : isRange(period) ? endOf(period) : period;
  const planned = !from && isPlanned(year, state, reading.lead.text);
  const id = pending?.id ?? `c${reading.id}`;
  ratio.parts.forEach((part, index) => {
    drafts.push({
      start: ratio.start,
      end: ratio.end,
      value: part,
      unit: '%',
      subject: byIndustry ? `${industries[index]!}占比` : `${name}第${index + 1}项`,
      kind: planned ? 'target_level' : 'share',
      period: year,
      qualifiers: [`${name || '三次产业比例'} ${ratio.parts.join(':')}`],
      ...((from || pending) && { group: `${id}.${index + 1}`, role: from ? ('from' as const) : ('to' as const) }),
    });
  });
  chain.pending = from ? { subjects: [name || '三次产业比例'], id, from: year } : undefined;
  chain.subjects = [name || '三次产业比例'];
};
