// Takes a report, gives questions for discussion by section: its own, or some made from its figures when it has none.
// A made question names a figure that the report states and where; it asks, and claims nothing.
import type { Report } from '../report/schema.ts';
import { statementsOf, type Statement } from '../report/statements.ts';
import { figureView } from './view-rows.ts';
import type { FigureView, RowView, SectionView } from './view-shape.ts';

type Questions = SectionView['questions'];
type PlaceOf = (section: string, sentence: number | undefined) => string;

/** What is said before a figure, after the name of its indicator. */
const wordOf = (statement: Statement): string => {
  const falls = statement.value?.startsWith('-') === true;
  switch (statement.kind) {
    case 'growth_yoy':
      return falls ? '同比下降' : '同比增长';
    case 'growth_annual_avg':
      return falls ? '年均下降' : '年均增长';
    case 'target_growth':
      return falls ? '下降' : '增长';
    case 'target_completion_rate':
      return '完成目标的';
    case 'multiple':
      return '是原来的';
    case 'comparison_points':
      return falls ? '低于' : '高出';
    case 'level':
    case 'count':
    case 'share':
    case 'rate':
    case 'rank':
    case 'target_level':
      return '';
    default:
      return statement.kind;
  }
};

const figureOf = (statement: Statement): FigureView => {
  if (statement.text !== undefined) {
    return { text: statement.text, number: statement.text, unit: '', ref: statement.ref, plotted: '' };
  }
  const positive = wordOf(statement) === '' ? statement.value : statement.value?.replace(/^-/u, '');
  return figureView({ ...statement, value: positive }, statement.ref);
};

/** A question made from a row, and the figure that it is about. */
const made = (row: RowView): Omit<Questions[number], 'place'> | undefined => {
  if (row.completion) {
    return {
      text: `完成情况好于还是差于预期，哪些做法可以接着用？`,
      about: `${row.name}为${row.completion.of}的`,
      subject: row.completion,
    };
  }
  if (row.growth) {
    const falls = row.growth.word === '下降';
    const about = `${row.name}${row.growth.against}${row.growth.word}`;
    return {
      text: falls ? '下降的原因在哪里，怎样扭转？' : '增长主要靠什么，新的一年能不能接上？',
      about,
      subject: row.growth,
    };
  }
  const rank = row.ranks[0];
  if (rank) return { text: '这个位次靠什么得来，怎样保持？', about: `${row.name}${rank.label}`, subject: rank };
  if (row.value) return { text: '成效怎样检验，下一步做什么？', about: row.name, subject: row.value };
  return undefined;
};

const bareFigure = ({ text, number, unit, ref, plotted }: FigureView): FigureView => ({
  text,
  number,
  unit,
  ref,
  plotted,
});

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
      const place = statement?.source ? `报告${placeOf(statement.source.section, statement.source.sentence)}` : '';
      const about = statement ? `${statement.name}${wordOf(statement)}` : '';
      const subject = statement ? figureOf(statement) : null;
      found.set(question.area, [...(found.get(question.area) ?? []), { text: question.text, about, subject, place }]);
    }
    return found;
  }
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const section of report.sections.filter((one) => one.part !== 'plan')) {
    const items = section.observations.flatMap((observation): Questions[number][] => {
      const row = byId.get(observation.id);
      const question = row === undefined || row.optional ? undefined : made(row);
      if (row === undefined || question === undefined) return [];
      const subject = question.subject === null ? null : bareFigure(question.subject);
      return [{ ...question, subject, place: `报告${row.place}` }];
    });
    if (items.length > 0) found.set(section.id, items.slice(0, 3));
  }
  return found;
};
