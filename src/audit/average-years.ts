// 年均增长 of several years against the growth of each of them, as the reports of those years gave it:
// (1 + g₁)(1 + g₂)…(1 + gₙ) to the power 1/n, less 1. Only where every year of the span has a report at hand.
import { compare } from '../figures/decimal.ts';
import {
  type Interval,
  disjoint,
  gapBetween,
  multiplyIntervals,
  printInterval,
  shift,
  stretch,
} from '../figures/interval.ts';
import { yearlyRate } from './average.ts';
import { type AuditContext, type Rule, countCheck, isWhole, sameWording, scopeOf } from './context.ts';
import { type Evidence, endYear, isSingleYear, startYear } from './evidence.ts';
import { type Finding, makeFinding } from './finding.ts';
import { weigh } from './judgement.ts';

/** Points by which the average of the span may depart from that of the years before it is called unusual. */
const yearsTolerance = '0.5';

const growthOf = (context: AuditContext, average: Evidence, year: number): Evidence | undefined => {
  const found = context.evidence.filter(
    (item) =>
      item.kind === 'growth_yoy' &&
      item.dimension === '%' &&
      item.indicator === average.indicator &&
      item.period === String(year) &&
      item.report.years.reviewed === year &&
      item.observation?.growth?.base === undefined &&
      isWhole(context, item) &&
      sameWording(item, average),
  );
  return found.find((item) => scopeOf(item) === '') ?? found[0];
};

/** Findings on the average of a span whose years are all at hand. */
export const checkAverageYears: Rule = (context) =>
  context.evidence.flatMap((average): Finding[] => {
    if (average.kind !== 'growth_annual_avg' || average.dimension !== '%' || isSingleYear(average.period)) return [];
    if (!isWhole(context, average) || average.value === undefined) return [];
    const [from, to] = [startYear(average.period), endYear(average.period)];
    const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    const growths = years.flatMap((year) => growthOf(context, average, year) ?? []);
    if (growths.length < years.length || years.length < 2 || years.length > 10) return [];
    countCheck(context, 'average-years');
    const total = growths
      .map(({ range }) => shift(stretch(range, '0.01'), '1'))
      .reduce((product: Interval, factor) => multiplyIntervals(product, factor));
    const rate = yearlyRate(total, years.length);
    if (!disjoint(rate, average.range) || compare(gapBetween(rate, average.range), yearsTolerance) <= 0) return [];
    const evidence = [...growths, average];
    return [
      makeFinding({
        rule: 'average-years',
        level: weigh(evidence, { across: true }).level,
        assumption: {
          zh: '各年增速后来作过修订，或口径不同',
          en: 'the growth of single years was revised since, or the scope changed',
        },
        evidence,
        computation: {
          zh: `${from}年至${to}年各年增速连乘，合年均${printInterval(rate, 1, '%')}，原文为${average.value}%`,
          en: `the growth of each year from ${from} to ${to} makes ${printInterval(rate, 1, '%')} a year, the text says ${average.value} %`,
        },
        ask: '请确认各年增速是否修订、与年均增速口径是否一致',
      }),
    ];
  });
