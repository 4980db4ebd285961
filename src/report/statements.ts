// Takes a Report, gives every figure it states as a flat list: what proof compares pages with, what audit reasons over.
// A statement's ref is stable: the path of ids down to the figure, `gdp-2016`, `gdp-2016.growth`, `target.gdp.growth`.
import type { Observation, PrintedFigure, Report, Source } from './schema.ts';

export type StatementKind =
  | 'level'
  | 'count'
  | 'share'
  | 'rate'
  | 'growth_yoy'
  | 'growth_annual_avg'
  | 'multiple'
  | 'rank'
  | 'target_completion_rate'
  | 'comparison_points'
  | 'target_level'
  | 'target_growth';

export type Statement = {
  readonly ref: string;
  readonly kind: StatementKind;
  readonly indicator: string;
  readonly name: string;
  /** `2016`, `2012-2016`. */
  readonly period: string;
  /** Decimal text; absent for a range or a rank without a number. */
  readonly value?: string;
  readonly min?: string;
  readonly max?: string;
  readonly unit: string;
  readonly modifier?: string;
  /** The printed wording of a rank. */
  readonly text?: string;
  readonly qualifiers: readonly string[];
  readonly source?: Source;
  readonly at?: readonly [number, number];
  /** The observation it belongs to; absent for targets and tasks. */
  readonly observation?: Observation;
  readonly optional: boolean;
};

const printed = (figure: PrintedFigure): Pick<Statement, 'value' | 'min' | 'max' | 'unit' | 'modifier' | 'at'> => ({
  unit: figure.unit,
  ...(figure.value !== undefined && { value: figure.value }),
  ...(figure.min !== undefined && { min: figure.min }),
  ...(figure.max !== undefined && { max: figure.max }),
  ...(figure.modifier !== undefined && { modifier: figure.modifier }),
  ...(figure.at !== undefined && { at: figure.at }),
});

/** All figures of one observation, the level first. */
export const observationStatements = (observation: Observation): Statement[] => {
  const base = {
    indicator: observation.indicator,
    name: observation.name,
    period: observation.period,
    qualifiers: observation.qualifiers ?? [],
    source: observation.source,
    observation,
    optional: observation.optional ?? false,
  };
  const ref = observation.id;
  const list: Statement[] = [];
  if (observation.kind !== 'none' && observation.unit !== undefined && observation.parts === undefined) {
    list.push({
      ...base,
      ...printed({ ...observation, unit: observation.unit }),
      ref,
      kind: observation.kind,
    });
  }
  if (observation.from) {
    list.push({
      ...base,
      ...printed(observation.from),
      ref: `${ref}.from`,
      kind: 'level',
      period: observation.from.period,
    });
  }
  /** Qualifiers of the observation and those of a growth alone. */
  const scoped = (own: readonly string[] = []): Pick<Statement, 'qualifiers'> => ({
    qualifiers: [...base.qualifiers, ...own],
  });
  if (observation.growth) {
    const { growth } = observation;
    list.push({ ...base, ...scoped(growth.qualifiers), ...printed(growth), ref: `${ref}.growth`, kind: 'growth_yoy' });
  }
  if (observation.average) {
    list.push({
      ...base,
      ...scoped(observation.average.qualifiers),
      ...printed(observation.average),
      ref: `${ref}.average`,
      kind: 'growth_annual_avg',
      period: observation.average.period ?? observation.period,
    });
  }
  if (observation.multiple)
    list.push({ ...base, ...printed(observation.multiple), ref: `${ref}.multiple`, kind: 'multiple' });
  if (observation.share) {
    list.push({
      ...base,
      ...printed(observation.share),
      ref: `${ref}.share`,
      kind: 'share',
      name: `${observation.name}占${observation.share.of}比重`,
    });
  }
  if (observation.completion) {
    list.push({
      ...base,
      ...printed(observation.completion),
      ref: `${ref}.completion`,
      kind: 'target_completion_rate',
    });
  }
  if (observation.versus) {
    list.push({ ...base, ...printed(observation.versus), ref: `${ref}.versus`, kind: 'comparison_points' });
  }
  for (const [index, part] of (observation.parts ?? []).entries()) {
    list.push({
      ...base,
      ref: `${ref}.part-${index + 1}`,
      kind: 'share',
      name: part.name,
      value: part.value,
      unit: observation.unit ?? '%',
      ...(part.at && { at: part.at }),
    });
  }
  for (const [index, rank] of (observation.ranks ?? []).entries()) {
    list.push({
      ...base,
      ref: `${ref}.rank-${index + 1}`,
      kind: 'rank',
      unit: '位',
      text: rank.text,
      ...(rank.place !== undefined && { value: String(rank.place) }),
      ...(rank.at && { at: rank.at }),
    });
  }
  return list;
};

/** Every figure of the report, in the order of the data file. Task and target refs begin with `task.` and `target.`. */
export const statementsOf = (report: Report): Statement[] => [
  ...report.sections.flatMap((section) => section.observations.flatMap(observationStatements)),
  ...report.targets.flatMap((target): Statement[] => {
    const base = {
      indicator: target.indicator,
      name: target.name,
      period: String(target.period),
      qualifiers: target.qualifiers ?? [],
      source: target.source,
      optional: false,
    };
    return [
      ...(target.level
        ? [{ ...base, ...printed(target.level), ref: `target.${target.id}.level`, kind: 'target_level' as const }]
        : []),
      ...(target.growth
        ? [
            {
              ...base,
              qualifiers: [...base.qualifiers, ...(target.growth.qualifiers ?? [])],
              ...printed(target.growth),
              ref: `target.${target.id}.growth`,
              kind: 'target_growth' as const,
            },
          ]
        : []),
    ];
  }),
  ...report.tasks.flatMap((task) =>
    task.figures.map((figure, index): Statement => ({
      ...printed(figure),
      ref: `task.${task.id}.${index + 1}`,
      kind: figure.relation === 'growth' ? 'target_growth' : 'target_level',
      indicator: '',
      name: figure.name,
      period: String(report.years.planned ?? report.years.reviewed + 1),
      qualifiers: figure.qualifiers ?? [],
      ...(task.source && { source: task.source }),
      optional: task.optional ?? false,
    })),
  ),
];
