// Takes the figures of one table, gives sections with observations, and targets. The year looked back on makes one
// section, earlier years another, so that a brief of one year does not take them for this year's.
import type { Observation, Section, Target } from '../report/schema.ts';
import type { TableFigure } from './apply-table.ts';
import type { ReportPart } from './part.ts';
import { classOf } from './units.ts';

export type TablePlace = {
  /** File and sheet as they are kept in the source of each figure. */
  readonly file: string;
  readonly sheet: string;
  /** Id and title of the section that the figures go into. */
  readonly section: string;
  readonly title: string;
  readonly reviewed: number;
};

const kindOf = ({ unit, name }: TableFigure): Observation['kind'] => {
  const kind = classOf(unit);
  if (kind === 'percent') return name.endsWith('率') ? 'rate' : 'share';
  return kind === 'people' || kind === 'thing' ? 'count' : 'level';
};

const figureOf = ({ value, unit, cell }: TableFigure): { value: string; unit: string; cell: string } => ({
  value,
  unit,
  cell,
});

const observationOf = (
  figures: readonly TableFigure[],
  id: string,
  place: TablePlace,
  section: string,
): Observation | undefined => {
  const find = (role: TableFigure['role']): TableFigure | undefined => figures.find((one) => one.role === role);
  const value = find('value');
  const any = value ?? figures.find(({ role }) => role !== 'target');
  if (!any) return undefined;
  const [growth, average, share, completion] = [find('growth'), find('average'), find('share'), find('completion')];
  const ranks = figures.filter(({ role }) => role === 'rank');
  return {
    id,
    indicator: any.indicator,
    name: any.name,
    period: any.period,
    kind: value ? kindOf(value) : 'none',
    ...(value && figureOf(value)),
    ...(growth && {
      growth: {
        ...figureOf(growth),
        ...(growth.basis && { basis: growth.basis }),
        ...(growth.base && { base: growth.base }),
      },
    }),
    ...(average && { average: figureOf(average) }),
    ...(share && { share: { ...figureOf(share), of: share.of ?? '合计' } }),
    ...(completion && { completion: { ...figureOf(completion), of: completion.of ?? '年计划' } }),
    ...(ranks.length > 0 && {
      ranks: ranks.map(({ value: text, scope, cell, of }) => ({
        place: Number(text),
        text: `${scope ?? ''}第${text}位`,
        ...(scope !== undefined && { scope }),
        of: of === 'growth' ? ('growth' as const) : ('level' as const),
        cell,
      })),
    }),
    source: { section, file: place.file, sheet: place.sheet },
  };
};

/** `older` years stand in a section of their own. */
export const makePart = (figures: readonly TableFigure[], place: TablePlace): ReportPart => {
  const groups = new Map<string, TableFigure[]>();
  for (const figure of figures) {
    const key = `${figure.indicator}-${figure.period}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  const targets: Target[] = [];
  const now: Observation[] = [];
  const before: Observation[] = [];
  const older = `${place.section}-历年`;
  for (const [key, group] of groups) {
    const period = Number(group[0]?.period);
    const current = period === place.reviewed;
    const observation = observationOf(group, key, place, current ? place.section : older);
    if (observation) (current ? now : before).push(observation);
    const target = group.find(({ role }) => role === 'target');
    if (target) {
      targets.push({
        id: `${target.indicator}-${target.period}`,
        indicator: target.indicator,
        name: target.name,
        period,
        level: figureOf(target),
        source: { section: place.section, file: place.file, sheet: place.sheet },
      });
    }
  }
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- it is of use here only
  const section = (id: string, title: string, part: Section['part'], observations: readonly Observation[]) => ({
    id,
    number: '',
    title,
    part,
    observations,
  });
  return {
    sections: [
      ...(now.length > 0 || targets.length > 0 ? [section(place.section, place.title, 'review', now)] : []),
      ...(before.length > 0
        ? [section(older, place.title.includes('历年') ? place.title : `${place.title}（历年）`, 'other', before)]
        : []),
    ],
    targets,
    tasks: [],
    head: new Map(),
    diagnostics: [],
  };
};
