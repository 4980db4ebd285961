// Makes the card of a report where the report is at hand, in a worker: what it takes to make one (the readings of all
// hanzi) need not be loaded to read one.
import type { Finding } from '../audit/finding.ts';
import { statedText } from '../audit/finding.ts';
import { ruleNames } from '../audit/words.ts';
import type { Report } from '../report/schema.ts';
import type { Card } from './card.ts';
import { pinyinOf } from './pinyin.ts';

const levels: readonly Finding['level'][] = ['conflict', 'unusual', 'note'];

/** The card of a report with the findings of its audit. */
export const cardOf = (report: Report, findings: readonly Finding[], project: Pick<Card, 'kinds' | 'look'>): Card => {
  const open = findings.filter(({ accepted }) => accepted === undefined);
  return {
    short: report.place.short,
    level: report.place.level,
    meeting: report.meeting.name,
    date: report.meeting.date ?? '',
    speaker: report.speaker?.name ?? '',
    pinyin: pinyinOf(report.place.short),
    ...project,
    findings: levels
      .flatMap((level) => open.filter((finding) => finding.level === level))
      .map((finding) => ({
        level: finding.level,
        rule: ruleNames[finding.rule],
        name: finding.name,
        stated: statedText(finding.statements),
        computation: finding.computation,
        ...(finding.assumption && { assumption: finding.assumption }),
      })),
  };
};
