// Levels out of line with the year before: a listed indicator more than eight times, or less than an eighth of, last
// year's level where no growth is stated to judge by (growth.ts does that). Mostly a unit (万 for 亿) or a point misplaced.
import { compare, divide } from '../figures/decimal.ts';
import { middle } from '../figures/interval.ts';
import { type Rule, baseLevel, countCheck, isWhole } from './context.ts';
import { endYear, isSingleYear } from './evidence.ts';
import { type Finding, makeFinding } from './finding.ts';
import { assumptions } from './judgement.ts';

/** How many times last year's level a level may be before it is called out of line. */
const outOfLine = '8';

/** How many times its base an amount of money may be in one sentence. */
const outOfSentence = '1000';

/** Amounts of money of one sentence, from and to, a thousandfold apart. */
const checkSentence: Rule = (context) =>
  context.evidence.flatMap((level): Finding[] => {
    const { observation } = level;
    if (observation?.from === undefined || level.ref !== observation.id || level.dimension !== '元') return [];
    const base = baseLevel(context, level, endYear(observation.from.period));
    const ratio = base && divide(middle(level.range) ?? '0', middle(base.evidence.range) ?? '0');
    const inverse = ratio === undefined ? undefined : divide('1', ratio);
    if (base === undefined || ratio === undefined || inverse === undefined) return [];
    countCheck(context, 'magnitude');
    if (compare(ratio, outOfSentence) < 0 && compare(inverse, outOfSentence) < 0) return [];
    return [
      makeFinding({
        rule: 'magnitude',
        level: level.certain && base.evidence.certain ? 'unusual' : 'note',
        assumption: { zh: '确有上千倍的变化', en: 'the amount did change a thousandfold' },
        evidence: [base.evidence, level],
        computation: {
          zh: `由${base.evidence.value ?? ''}${base.evidence.unit}到${level.value ?? ''}${level.unit}，相差上千倍`,
          en: `from ${base.evidence.value ?? ''}${base.evidence.unit} to ${level.value ?? ''}${level.unit} is more than a thousandfold`,
        },
        ask: '请核对计量单位（万、亿）',
      }),
    ];
  });

/** Listed indicators that jump by an order of magnitude between two reports. */

const checkYears: Rule = (context) =>
  context.evidence.flatMap((level): Finding[] => {
    if (level.kind !== 'level' || !isSingleYear(level.period) || level.observation === undefined) return [];
    if (level.ref !== level.observation.id || level.observation.change === true || !isWhole(context, level)) return [];
    if (level.observation.growth !== undefined || level.report.years.reviewed !== endYear(level.period)) return [];
    const base = baseLevel(context, level, endYear(level.period) - 1);
    if (base === undefined || base.where === 'same' || !level.certain || !base.evidence.certain) return [];
    // 超500亿元 without a growth is seldom the indicator of the whole place.
    if (level.modifier !== undefined || base.evidence.modifier !== undefined) return [];
    const ratio = divide(middle(level.range) ?? '0', middle(base.evidence.range) ?? '0');
    const inverse = ratio === undefined ? undefined : divide('1', ratio);
    if (ratio === undefined || inverse === undefined) return [];
    countCheck(context, 'magnitude');
    if (compare(ratio, outOfLine) < 0 && compare(inverse, outOfLine) < 0) return [];
    return [
      makeFinding({
        rule: 'magnitude',
        level: 'unusual',
        assumption: assumptions.revised,
        evidence: [base.evidence, level],
        computation: {
          zh: `相邻两年的数值相差过大：${base.evidence.wording}，${level.wording}`,
          en: `the levels of two years in a row are far apart: ${base.evidence.wording}, ${level.wording}`,
        },
        ask: '请核对计量单位（万、亿）和小数点位置',
      }),
    ];
  });

/** Findings on levels that jump by an order of magnitude, within a sentence or between two reports. */
export const checkMagnitudes: Rule = (context) => [...checkSentence(context), ...checkYears(context)];
