// Completion rates: result ÷ rate is the implied target, which is compared with the target that an earlier report set.
// A target set as growth is first turned into a level with last year's result. Nothing is said where no target is known.
import { compare, precisionOf } from '../figures/decimal.ts';
import {
  type Interval,
  disjoint,
  divideIntervals,
  exactly,
  middle,
  multiplyIntervals,
  printInterval,
  shift,
  stretch,
} from '../figures/interval.ts';
import { type AuditContext, type Rule, baseLevel, countCheck, levelOf, sameSubject } from './context.ts';
import { type Evidence, endYear, inPrintedUnit, isSingleYear } from './evidence.ts';
import { type Finding, makeFinding } from './finding.ts';
import { weigh } from './judgement.ts';

type KnownTarget = { readonly range: Interval; readonly evidence: readonly Evidence[] };

const onlyOne = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

const targetFor = (context: AuditContext, level: Evidence): KnownTarget | undefined => {
  const year = endYear(level.period);
  const set = context.evidence.filter(
    (item) => item.ref.startsWith('target.') && endYear(item.period) === year && sameSubject(context, item, level),
  );
  const stated = onlyOne(set.filter((item) => item.kind === 'target_level' && item.dimension === level.dimension));
  if (stated !== undefined) return { range: stated.range, evidence: [stated] };
  const growth = onlyOne(set.filter((item) => item.kind === 'target_growth' && item.dimension === '%'));
  const base = baseLevel(context, level, year - 1);
  if (growth === undefined || base === undefined) return undefined;
  const factor = shift(stretch(growth.range, '0.01'), '1');
  return { range: multiplyIntervals(base.evidence.range, factor), evidence: [base.evidence, growth] };
};

/** The target that a level and its completion rate imply, in base units. */
const impliedTarget = (level: Evidence, completion: Evidence): Interval =>
  divideIntervals(level.range, stretch(completion.range, '0.01'));

/** Findings on completion rates whose target is known from the report that set it. */
export const checkCompletions: Rule = (context) =>
  context.evidence.flatMap((completion): Finding[] => {
    const { observation, report } = completion;
    if (completion.kind !== 'target_completion_rate' || completion.dimension !== '%' || !observation) return [];
    // A rate of a five-year or a stage target says nothing about the year's.
    if (
      !/年|全年|年度/u.test(observation.completion?.of ?? '') ||
      /五年|规划|半年/u.test(observation.completion?.of ?? '')
    )
      return [];
    const level = levelOf(context, report, observation);
    if (level === undefined || !isSingleYear(level.period)) return [];
    const known = targetFor(context, level);
    if (known === undefined) return [];
    countCheck(context, 'completion');
    const implied = impliedTarget(level, completion);
    if (!disjoint(implied, known.range)) return [];
    const centre = middle(known.range);
    const rate =
      centre === undefined || compare(centre, '0') <= 0 ? undefined : divideIntervals(level.range, exactly(centre));
    if (rate === undefined) return [];
    const digits = precisionOf(completion.value ?? '0') + 1;
    const evidence = [...known.evidence, level, completion];
    const weight = weigh(evidence, { across: true });
    return [
      makeFinding({
        rule: 'completion',
        ...weight,
        ...(weight.level === 'unusual' && {
          assumption: {
            zh: '年中调整了目标，或考核目标与报告目标不同',
            en: 'the target was changed during the year, or another one is meant',
          },
        }),
        evidence,
        name: level.name,
        computation: {
          zh: `按完成率推算目标为${inPrintedUnit(middle(implied) ?? '0', level)}，上年所定目标合${inPrintedUnit(centre ?? '0', level)}，按后者应为${printInterval(stretch(rate, '100'), digits, '%')}`,
          en: `the rate implies a target of ${inPrintedUnit(middle(implied) ?? '0', level)}, the one set was ${inPrintedUnit(centre ?? '0', level)}, which makes ${printInterval(stretch(rate, '100'), digits, '%')}`,
        },
        ask: '请确认完成率所对应的目标',
      }),
    ];
  });
