// The names of rules and levels, in both languages: for the terminal, the sheet and the docs.
import type { Message } from '../diagnostics/diagnostic.ts';
import type { AuditRule, FindingLevel } from './finding.ts';
import type { TargetOutcome } from './target-table.ts';

export const levelNames: Readonly<Record<FindingLevel, Message>> = {
  conflict: { zh: '矛盾', en: 'conflict' },
  unusual: { zh: '存疑', en: 'unusual' },
  note: { zh: '提示', en: 'note' },
};

export const ruleNames: Readonly<Record<AuditRule, Message>> = {
  multiple: { zh: '倍数与两年数值', en: 'multiple and levels' },
  average: { zh: '年均增速与两年数值', en: 'yearly average and levels' },
  'average-multiple': { zh: '年均增速与倍数', en: 'yearly average and multiple' },
  'average-years': { zh: '年均增速与各年增速', en: 'yearly average and single years' },
  growth: { zh: '增速与两年数值', en: 'growth and levels' },
  increment: { zh: '增减量与两年数值', en: 'increment and levels' },
  'level-growth': { zh: '增速与上年报告数', en: "growth and last year's report" },
  completion: { zh: '完成率与目标', en: 'completion and target' },
  sum: { zh: '构成比之和', en: 'sum of parts' },
  part: { zh: '其中数与总数', en: 'part and whole' },
  share: { zh: '比重与数值', en: 'share and levels' },
  structure: { zh: '产业占比前后不一', en: "two values of a sector's share" },
  'two-values': { zh: '同一指标两个数', en: 'one indicator, two values' },
  restated: { zh: '与当年报告不一', en: 'differs from the report of that year' },
  'same-value': { zh: '两个名称一个数', en: 'one value, two names' },
  target: { zh: '目标与结果', en: 'target and result' },
  magnitude: { zh: '数量级', en: 'order of magnitude' },
  points: { zh: '百分点与百分比', en: 'points and per cent' },
  bounds: { zh: '取值范围', en: 'range of values' },
};

export const outcomeNames: Readonly<Record<TargetOutcome, Message>> = {
  met: { zh: '完成', en: 'met' },
  missed: { zh: '未完成', en: 'missed' },
  unclear: { zh: '无法比较', en: 'not comparable' },
  'not-reported': { zh: '未报告', en: 'not reported' },
  'no-report': { zh: '无该年报告', en: 'no report of that year' },
  'no-target': { zh: '未列目标', en: 'no target' },
};
