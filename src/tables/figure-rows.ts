// Takes a Report, gives its figures as rows for a table: observations, targets, the figures of tasks. What a row holds
// is enough to put the same figures into a report again (read-figure-rows.ts).
import type { Observation, Report, Section, Source, Target, Task } from '../report/schema.ts';
import { rowTypes, type FigureRow } from './figure-columns.ts';

/** Where a figure stands, for people: `一、2016年工作回顾，第2句`, or `主要指标.xlsx“Sheet1”D5`. */
const placeText = (
  source: Source | undefined,
  cell: string | undefined,
  sections: ReadonlyMap<string, Section>,
): string => {
  if (source === undefined) return '';
  if (source.file !== undefined)
    return `${source.file}${source.sheet === undefined ? '' : `“${source.sheet}”`}${cell ?? ''}`;
  const section = sections.get(source.section);
  const name = section === undefined ? source.section : `${section.number}${section.title}`;
  return `${name}${source.sentence === undefined ? '' : `，第${source.sentence}句`}`;
};

const sectionOf = (section: Section | undefined): FigureRow =>
  section === undefined
    ? {}
    : {
        section: {
          id: section.id,
          number: section.number,
          title: section.title,
          ...(section.short !== undefined && { short: section.short }),
          part: section.part,
        },
      };

const observationRow = (observation: Observation, section: Section, place: string): FigureRow => {
  const at = observation.parts?.map((part) => part.at?.join('~') ?? '') ?? [];
  return {
    type: rowTypes.observation,
    ...observation,
    ...sectionOf(section),
    ...(at.some((one) => one !== '') && { partsAt: at.join('；') }),
    place,
  };
};

const targetRow = (target: Target, section: Section | undefined, place: string): FigureRow => {
  const { level, review, ...rest } = target;
  return {
    type: rowTypes.target,
    ...rest,
    period: String(target.period),
    ...level,
    ...sectionOf(section),
    ...(review !== undefined && { taskReview: review }),
    place,
  };
};

const taskRows = (task: Task, section: Section | undefined, place: string): FigureRow[] =>
  task.figures.map((figure): FigureRow => ({
    type: rowTypes.task,
    ...figure,
    ...sectionOf(section),
    id: task.id,
    task: task.text,
    ...(task.deadline !== undefined && { deadline: task.deadline }),
    ...(task.lead !== undefined && { lead: task.lead }),
    ...(task.support.length > 0 && { support: task.support }),
    ...(task.optional !== undefined && { optional: task.optional }),
    ...(task.review !== undefined && { taskReview: task.review }),
    ...(task.source && { source: task.source }),
    place,
  }));

/** All figures of a report in the order of its data file. */
export const figureRows = (report: Report): FigureRow[] => {
  const sections = new Map(report.sections.map((section) => [section.id, section]));
  return [
    ...report.sections.flatMap((section) =>
      section.observations.map((one) => observationRow(one, section, placeText(one.source, one.cell, sections))),
    ),
    ...report.targets.map((one) =>
      targetRow(
        one,
        sections.get(one.source.section),
        placeText(one.source, one.level?.cell ?? one.growth?.cell, sections),
      ),
    ),
    ...report.tasks.flatMap((one) => taskRows(one, sections.get(one.area), placeText(one.source, undefined, sections))),
  ];
};
