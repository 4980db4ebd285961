// Takes a report, gives questions for discussion by section: its own, or some made from its figures when it has none.
// A made question names a figure that the report states and where; it asks, and claims nothing.
import type { Report } from '../report/schema.ts';
import { statementsOf, type Statement } from '../report/statements.ts';
import { printFigure } from '../figures/print.ts';
import type { RowView, SectionView } from './view-shape.ts';

type Questions = SectionView['questions'];
type PlaceOf = (section: string, sentence: number | undefined) => string;

const printed = (statement: Statement): string => statement.text ?? printFigure(statement);

const made = (row: RowView): string | undefined => {
  const value = row.value?.text ?? '';
  if (row.completion && value !== '') {
    return `${row.name}${value}，为${row.completion.of}的${row.completion.text}，靠的是哪些做法，哪些可以接着用？`;
  }
  if (row.growth && row.growth.word === '下降')
    return `${row.name}${row.growth.word}${row.growth.text}，原因在哪里，怎样扭转？`;
  if (row.growth)
    return `${row.name}${value === '' ? '' : `${value}，`}${row.growth.against}${row.growth.word}${row.growth.text}，新的一年主要靠什么支撑？`;
  if (row.ranks.length > 0) return `${row.name}${row.ranks[0]?.text ?? ''}，与先进地方相比差距在哪里？`;
  if (value !== '') return `${row.name}${value}，成效怎样检验，下一步做什么？`;
  return undefined;
};

/** Questions by section id; at most three made ones to a section. */
export const questionsOf = (
  report: Report,
  rows: readonly RowView[],
  placeOf: PlaceOf,
): ReadonlyMap<string, Questions> => {
  const found = new Map<string, Questions[number][]>();
  if (report.questions.length > 0) {
    const statements = new Map(statementsOf(report).map((statement) => [statement.ref, statement]));
    for (const question of report.questions) {
      const statement = question.ref === undefined ? undefined : statements.get(question.ref);
      const source = statement?.source ? `报告${placeOf(statement.source.section, statement.source.sentence)}` : '';
      const place = statement ? `${statement.name}${printed(statement)}，${source}` : '';
      found.set(question.area, [
        ...(found.get(question.area) ?? []),
        { text: question.text, place: place.replace(/，$/u, '') },
      ]);
    }
    return found;
  }
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const section of report.sections.filter((one) => one.part !== 'plan')) {
    const items = section.observations.flatMap((observation): Questions[number][] => {
      const row = byId.get(observation.id);
      const text = row === undefined || row.optional ? undefined : made(row);
      return text === undefined || row === undefined ? [] : [{ text, place: `报告${row.place}` }];
    });
    if (items.length > 0) found.set(section.id, items.slice(0, 3));
  }
  return found;
};
