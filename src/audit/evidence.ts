// The statements of a report as the audit reasons over them: each with the interval it can stand for, in base units,
// the words it is printed with, and whether its reading is certain (nothing marked for review).
import { type DecimalText, divide, isNegative, precisionOf, round } from '../figures/decimal.ts';
import { type Interval, coarseInterval, figureInterval, stretch } from '../figures/interval.ts';
import { printFigure } from '../figures/print.ts';
import { dimensionOf, toBaseUnit } from '../figures/unit.ts';
import type { Observation, Report, Source } from '../report/schema.ts';
import { oneWriting, plainName } from './wording.ts';
import { type Statement, type StatementKind, statementsOf } from '../report/statements.ts';

export type Evidence = {
  readonly report: Report;
  readonly ref: string;
  readonly kind: StatementKind;
  readonly indicator: string;
  readonly name: string;
  /** The name without small words around it, and that in one spelling: see wording.ts. */
  readonly plain: string;
  readonly subject: string;
  /** `2016` or `2012-2016`. */
  readonly period: string;
  /** As printed, with its verb. */
  readonly wording: string;
  readonly value?: DecimalText;
  /** The value in whole base units. */
  readonly amount?: DecimalText;
  readonly unit: string;
  /** What the unit counts: `元`, `%`. */
  readonly dimension: string;
  /** What the figure can stand for, in whole base units (元, not 亿元; a percentage stays a percentage). */
  readonly range: Interval;
  /** The same, with round numbers read as rounded: see figures/interval.ts. */
  readonly coarse: Interval;
  readonly modifier?: string;
  /** Nothing of it is marked for review. */
  readonly certain: boolean;
  readonly qualifiers: readonly string[];
  readonly source?: Source;
  readonly observation?: Observation;
};

/** The last year of a period: 2016 for `2012-2016`. */
export const endYear = (period: string): number => Number(period.slice(-4));
/** The first year of a period. */
export const startYear = (period: string): number => Number(period.slice(0, 4));
export const isSingleYear = (period: string): boolean => period.length === 4;

/** A computed value in base units as a figure beside `like` would be printed: its unit, and a digit more when it has few. */
export const inPrintedUnit = (value: DecimalText, like: Pick<Evidence, 'unit' | 'value'>): string => {
  const printed = like.value ?? '0';
  const places = precisionOf(printed) + (printed.replace(/\D/g, '').length < 3 ? 1 : 0);
  return `${round(divide(value, toBaseUnit('1', like.unit)) ?? value, places)}${like.unit}`;
};

const changeVerb = (value: DecimalText | undefined, unit: string): string =>
  value !== undefined && isNegative(value) ? '下降' : unit === '个百分点' ? '提高' : '增长';

const withoutSign = (statement: Statement): string =>
  printFigure({
    ...statement,
    ...(statement.value !== undefined && { value: statement.value.replace(/^-/, '') }),
  });

const wordingOf = (statement: Statement): string => {
  const { observation, kind, value, unit } = statement;
  const figure = withoutSign(statement);
  switch (kind) {
    case 'growth_yoy': {
      const base = observation?.growth?.base;
      return `${statement.name}${base === undefined ? '' : `比${base}年`}${changeVerb(value, unit)}${figure}`;
    }
    case 'growth_annual_avg':
      return `${statement.name}年均${changeVerb(value, unit)}${figure}`;
    case 'multiple': {
      const base = observation?.multiple?.base;
      return base === undefined ? `${statement.name}${figure}` : `${statement.name}是${base}年的${figure}`;
    }
    case 'target_completion_rate':
      return `${statement.name}为${observation?.completion?.of ?? '目标'}的${figure}`;
    case 'comparison_points':
      return `${statement.name}比${observation?.versus?.than ?? ''}${value !== undefined && isNegative(value) ? '低' : '高'}${figure}`;
    case 'rank':
      return `${statement.name}${statement.text ?? ''}`;
    case 'target_growth':
      return `${statement.name}目标${changeVerb(value, unit)}${figure}`;
    case 'target_level':
      return `${statement.name}目标${figure}`;
    case 'level':
    case 'count':
    case 'share':
    case 'rate':
      return `${statement.name}${observation?.change === true ? changeVerb(value, unit) : ''}${figure}`;
  }
};

const reviewOf = ({ observation, ref }: Statement): string | undefined => {
  if (observation === undefined) return undefined;
  if (observation.review !== undefined) return observation.review;
  const part = ref.slice(observation.id.length + 1);
  switch (part) {
    case 'from':
      return observation.from?.review;
    case 'growth':
      return observation.growth?.review;
    case 'average':
      return observation.average?.review;
    case 'multiple':
      return observation.multiple?.review;
    case 'share':
      return observation.share?.review;
    case 'completion':
      return observation.completion?.review;
    case 'versus':
      return observation.versus?.review;
    default:
      return undefined;
  }
};

const scaled = (range: Interval, unit: string): Interval => stretch(range, toBaseUnit('1', unit));

/** All statements of a report that hold a number, as evidence, in the order of the data file. */
export const evidenceOf = (report: Report): Evidence[] =>
  statementsOf(report).flatMap((statement): Evidence[] => {
    const range = figureInterval(statement);
    const coarse = coarseInterval(statement);
    if (range === undefined || coarse === undefined) return [];
    return [
      {
        report,
        ref: statement.ref,
        kind: statement.kind,
        indicator: statement.indicator,
        name: statement.name,
        plain: plainName(statement.name),
        subject: oneWriting(statement.name),
        period: statement.period,
        wording: wordingOf(statement),
        unit: statement.unit,
        dimension: dimensionOf(statement.unit),
        range: scaled(range, statement.unit),
        coarse: scaled(coarse, statement.unit),
        certain: reviewOf(statement) === undefined,
        qualifiers: statement.qualifiers,
        ...(statement.value !== undefined && {
          value: statement.value,
          amount: toBaseUnit(statement.value, statement.unit),
        }),
        ...(statement.modifier !== undefined && { modifier: statement.modifier }),
        ...(statement.source && { source: statement.source }),
        ...(statement.observation && { observation: statement.observation }),
      },
    ];
  });

/**
 * Whether a growth is surely that of one year: not against another year, nor beside a rise from an earlier one, where it
 * may be the yearly average (由2018年的917亿元跃升至2022年的1427亿元，年均增速9.1%).
 */
export const isYearOnYear = ({ observation, period }: Pick<Evidence, 'observation' | 'period'>): boolean =>
  observation?.growth?.base === undefined &&
  (observation?.from === undefined || endYear(observation.from.period) === endYear(period) - 1);
