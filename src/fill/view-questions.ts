// Takes a report, gives questions for discussion by section: its own, or some made from its figures when it has none.
// A made question names a figure that the report states and where; it asks, and claims nothing.
import type { Report } from '../report/schema.ts';
import { statementsOf } from '../report/statements.ts';
import { isClause } from './select.ts';
import { figureOf, wordOf } from './statement-figure.ts';
import type { FigureView, RowView, SectionView } from './view-shape.ts';

type Questions = SectionView['questions'];
type PlaceOf = (section: string, sentence: number | undefined) => string;

/** What is asked of a figure, by its kind: one after the other, so that neighbours do not ask the same. */
const askings = {
  completion: ['完成情况好于还是差于预期，哪些做法可以接着用？', '与年初的目标差在哪里，原因是什么？'],
  growth: [
    '增长主要靠什么，新的一年能不能接上？',
    '哪些方面拉动最大，后劲在哪里？',
    '这个速度与计划相比如何，还有哪些短板要补？',
  ],
  fall: ['下降的主要原因是什么，是否在预期之内？', '降下来的是哪些方面，下一步怎样安排？'],
  rank: ['这个位次靠什么得来，怎样保持？', '与前后位次的地区相比，长处和差距各在哪里？'],
  value: ['成效怎样检验，下一步做什么？', '与往年相比变化在哪里，怎样巩固？', '各方面的感受如何，还有哪些没有做到？'],
} as const;

type Made = Pick<Questions[number], 'about' | 'subject'> & { readonly kind: keyof typeof askings };

/** What a question made from a row asks about. */
const made = (row: RowView): Made | undefined => {
  if (row.completion) {
    return { kind: 'completion', about: `${row.name}为${row.completion.of}的`, subject: row.completion };
  }
  if (row.growth) {
    const about = `${row.name}${row.growth.against}${row.growth.word}`;
    return { kind: row.growth.word === '下降' ? 'fall' : 'growth', about, subject: row.growth };
  }
  const rank = row.ranks[0];
  if (rank) return { kind: 'rank', about: `${row.name}${rank.label}`, subject: rank };
  if (row.value) return { kind: 'value', about: row.name, subject: row.value };
  return undefined;
};

const bareFigure = ({ text, number, unit, ref, plotted }: FigureView): FigureView => ({
  text,
  number,
  unit,
  ref,
  plotted,
});

/** Three to ask about: what has a name; of what only half a sentence stands for, one where there is nothing else. */
const worthAsking = <Row extends { readonly named: boolean }>(rows: readonly Row[]): readonly Row[] => {
  const named = rows.filter((row) => row.named);
  return named.length > 0 ? named.slice(0, 3) : rows.slice(0, 1);
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
      const place = statement?.source ? `报告${placeOf(statement.source.section, statement.source.sentence)}` : '';
      const about = statement ? `${statement.name}${wordOf(statement)}` : '';
      const subject = statement ? figureOf(statement) : null;
      found.set(question.area, [...(found.get(question.area) ?? []), { text: question.text, about, subject, place }]);
    }
    return found;
  }
  const byId = new Map(rows.map((row) => [row.id, row]));
  const asked = { completion: 0, growth: 0, fall: 0, rank: 0, value: 0 };
  for (const section of report.sections.filter((one) => one.part !== 'plan')) {
    const rowsToAsk = section.observations.flatMap((observation) => {
      const row = byId.get(observation.id);
      const question = row === undefined || row.optional ? undefined : made(row);
      if (row === undefined || question === undefined) return [];
      return [{ ...question, named: !isClause(row.name), sentence: observation.source.sentence }];
    });
    const items = worthAsking(rowsToAsk).map(({ kind, about, subject, sentence }): Questions[number] => {
      const texts = askings[kind];
      const text = texts[asked[kind] % texts.length] ?? '';
      asked[kind] += 1;
      // The group of questions is named after the section.
      const place = sentence === undefined ? '' : `本节第${sentence}句`;
      return { text, about, subject: subject === null ? null : bareFigure(subject), place };
    });
    if (items.length > 0) found.set(section.id, items);
  }
  return found;
};
