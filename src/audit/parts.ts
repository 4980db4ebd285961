// Parts against totals: parts of a ratio that should sum to 100; 其中 parts that exceed their whole; shares against the
// two levels; values that cannot be (a share above 100 %). Rounding of every part is allowed for.
import { compare, precisionOf } from '../figures/decimal.ts';
import {
  addIntervals,
  around,
  below,
  disjoint,
  divideIntervals,
  exactly,
  printInterval,
  stretch,
} from '../figures/interval.ts';
import type { Observation, Report } from '../report/schema.ts';
import {
  type AuditContext,
  type Rule,
  countCheck,
  evidenceAt,
  isWhole,
  levelOf,
  sameSentence,
  scopeOf,
} from './context.ts';
import type { Evidence } from './evidence.ts';
import { plainName } from './wording.ts';
import { type Finding, makeFinding } from './finding.ts';
import { type Weight, assumptions, onlyLastDigit, weigh } from './judgement.ts';

const observationsOf = (context: AuditContext): { report: Report; observation: Observation }[] =>
  context.reports.flatMap((report) =>
    report.sections.flatMap((section) => section.observations.map((observation) => ({ report, observation }))),
  );

/** The parts of a ratio (1:16:83) must sum to 100 within the rounding of each. */
export const checkSums: Rule = (context) =>
  observationsOf(context).flatMap(({ report, observation }): Finding[] => {
    const parts = observation.parts ?? [];
    if (parts.length < 3 || (observation.unit ?? '%') !== '%') return [];
    countCheck(context, 'sum');
    const sum = parts.map(({ value }) => around(value)).reduce(addIntervals);
    if (!disjoint(sum, exactly('100'))) return [];
    const evidence = parts.flatMap(
      (_, index) => evidenceAt(context, report, `${observation.id}.part-${index + 1}`) ?? [],
    );
    const digits = Math.max(...parts.map(({ value }) => precisionOf(value)));
    const weight = weigh(evidence);
    // A ratio far from 100 is of something else: 1:2:3 between three groups.
    if (below(sum, exactly('90')) || below(exactly('110'), sum)) return [];
    return [
      makeFinding({
        rule: 'sum',
        ...weight,
        evidence,
        name: observation.name,
        computation: {
          zh: `各部分之和为${printInterval(sum, digits)}，四舍五入的误差内不能等于100`,
          en: `the parts sum to ${printInterval(sum, digits)}, which rounding cannot bring to 100`,
        },
        ask: '请核对构成比',
      }),
    ];
  });

/** 其中: a part may not exceed its whole. */
export const checkWholes: Rule = (context) => {
  const all = observationsOf(context);
  return all.flatMap(({ report, observation }): Finding[] => {
    if (observation.partOf === undefined) return [];
    const whole = all.find((item) => item.report === report && item.observation.id === observation.partOf)?.observation;
    const part = levelOf(context, report, observation);
    const total = whole === undefined ? undefined : levelOf(context, report, whole);
    if (part === undefined || total === undefined || part.kind !== total.kind) return [];
    if (part.dimension !== total.dimension || part.dimension === '%' || part.period !== total.period) return [];
    countCheck(context, 'part');
    if (!below(total.coarse, part.coarse)) return [];
    const weight = weigh([total, part]);
    return [
      makeFinding({
        rule: 'part',
        ...weight,
        evidence: [total, part],
        name: part.name,
        computation: {
          zh: `“其中”${part.wording}大于总数${total.wording}`,
          en: `the part, ${part.wording}, exceeds the whole, ${total.wording}`,
        },
        ask: '请核对总数和其中数，并确认两者是否为包含关系',
      }),
    ];
  });
};

const plainOf = (text: string): string => text.replace(/比重|的|全(国|省|市|县|区)/gu, '');

/** The level of the whole that a share is stated of: a listed indicator of that name, in the same report and year. */
const wholeOf = (context: AuditContext, share: Evidence, of: string): Evidence | undefined => {
  const found = context.evidence.filter(
    (item) =>
      item.report === share.report &&
      item.period === share.period &&
      (item.kind === 'level' || item.kind === 'count') &&
      item.observation?.change !== true &&
      !item.ref.startsWith('target.') &&
      !item.ref.endsWith('.from') &&
      isWhole(context, item) &&
      isWhole(context, { indicator: item.indicator, plain: plainName(plainOf(of)) }),
  );
  return found.length === 1 || new Set(found.map(({ value }) => value)).size === 1 ? found[0] : undefined;
};

/** A whole that stands in another sentence may be a plan, or at other prices, than the share was taken of. */
const weighShare = (evidence: readonly Evidence[], together: boolean): Weight => {
  const weight = weigh(evidence);
  return together || weight.level !== 'conflict' ? weight : { level: 'unusual', assumption: assumptions.denominator };
};

/** 占…比重 against the two levels of the same year. */
export const checkShares: Rule = (context) =>
  context.evidence.flatMap((share): Finding[] => {
    const { observation, report } = share;
    const of = observation?.share?.of;
    if (observation === undefined || of === undefined || !share.ref.endsWith('.share') || share.dimension !== '%')
      return [];
    const level = levelOf(context, report, observation);
    const whole = wholeOf(context, share, of);
    if (level === undefined || whole === undefined || whole.ref === level.ref) return [];
    if (level.dimension !== whole.dimension || (level.kind !== 'level' && level.kind !== 'count')) return [];
    countCheck(context, 'share');
    const computed = stretch(divideIntervals(level.range, whole.range), '100');
    const coarse = stretch(divideIntervals(level.coarse, whole.coarse), '100');
    if (!disjoint(computed, share.range) || !disjoint(coarse, share.range)) return [];
    const evidence = [level, whole, share];
    const digits = (share.value === undefined ? 0 : precisionOf(share.value)) + 1;
    const weight = onlyLastDigit(share.value, computed)
      ? ({ level: 'note', assumption: assumptions.cut } as const)
      : weighShare(evidence, sameSentence(level, whole));
    return [
      makeFinding({
        rule: 'share',
        ...weight,
        evidence,
        name: share.name,
        computation: {
          zh: `按两个数值计算占${printInterval(computed, digits, '%')}，原文为${share.value ?? ''}%`,
          en: `the two levels give ${printInterval(computed, digits, '%')}, the text says ${share.value ?? ''} %`,
        },
        ask: '请核对比重及其分母',
      }),
    ];
  });

/** Values that cannot be: a share above 100 %, a rate named 率 above 100 %. */
export const checkBounds: Rule = (context) =>
  context.evidence.flatMap((item): Finding[] => {
    if (
      item.kind !== 'share' ||
      /完成|达标|增长/u.test(item.name) ||
      item.dimension !== '%' ||
      item.value === undefined ||
      scopeOf(item) !== ''
    )
      return [];
    countCheck(context, 'bounds');
    if (compare(item.value, '100') <= 0 && compare(item.value, '0') >= 0) return [];
    return [
      makeFinding({
        rule: 'bounds',
        level: item.certain ? 'unusual' : 'note',
        assumption: { zh: '所说不是比重', en: 'what is stated is no share' },
        evidence: [item],
        computation: {
          zh: `比重为${item.value}%，不在0到100之间`,
          en: `a share of ${item.value} % is not between 0 and 100`,
        },
        ask: '请核对该比重',
      }),
    ];
  });
