// This year's result against the target that last year's report set: a note for each target missed or not reported.
// Targets that were met are in the table of target-table.ts and are no finding.
import { targetPairs } from './target-table.ts';
import { type Rule, countCheck } from './context.ts';
import { type Finding, makeFinding } from './finding.ts';

/** Notes on targets of listed indicators that the next report shows as missed, or passes over. */
export const checkTargets: Rule = (context) =>
  targetPairs(context).flatMap(({ target, result, outcome, name, year }): Finding[] => {
    if (target === undefined || !target.certain || result?.certain === false) return [];
    if (outcome !== 'no-report') countCheck(context, 'target');
    if (outcome === 'missed' && result !== undefined) {
      return [
        makeFinding({
          rule: 'target',
          level: 'note',
          evidence: [target, result],
          name,
          computation: {
            zh: `${year}年${target.wording}，实际${result.wording}，未达到`,
            en: `the ${year} target was ${target.wording}, the result ${result.wording}: not reached`,
          },
          ask: '如目标在年中作过调整，请注明',
        }),
      ];
    }
    if (outcome !== 'not-reported') return [];
    return [
      makeFinding({
        rule: 'target',
        level: 'note',
        evidence: [target],
        name,
        computation: {
          zh: `${year}年定有${target.wording}，下一年的报告中没有找到该指标的结果`,
          en: `the ${year} target was ${target.wording}; the next report gives no result`,
        },
        ask: '请补充该指标的完成情况',
      }),
    ];
  });
