// Takes a statement of one of several reports, gives it as a document over all of them prints it: the figure with the
// word before it, the report's own name where it is not the indicator's, its scope, and where it stands.
// The ref says whose it is: `luohu-2019/gdp-2018.growth`.
import { printFigure, withoutSign } from '../figures/print.ts';
import { splitFigure } from '../figures/split.ts';
import type { Member } from '../report/series.ts';
import { statementsOf, type Statement } from '../report/statements.ts';
import { record, text, type ShapeOf } from './shape.ts';
import { placeIn } from './source-place.ts';
import { wordOf } from './statement-figure.ts';
import { changeName, falls } from './view-rows.ts';
import { figureFields } from './view-shape.ts';

/**
 * A figure of one of several reports: `word` stands before it (增长), `report` and `place` say where it comes from,
 * `unitOnly` is the unit without 左右 and the like.
 */
export const citedShape = record({
  ...figureFields,
  unitOnly: text,
  name: text,
  word: text,
  qualifiers: text,
  report: text,
  place: text,
});
export type CitedView = ShapeOf<typeof citedShape>;

/** A report of the group: `title` for the list of sources, `file` and `hash` to trace it. */
export const memberShape = record({
  id: text,
  title: text,
  place: text,
  reviewed: text,
  planned: text,
  meeting: text,
  date: text,
  file: text,
  hash: text,
});
export type MemberView = ShapeOf<typeof memberShape>;

/** Two reports of one year: the one that was used, the one that was left, and why. */
export const passedOverShape = record({ year: text, used: text, left: text, reason: text });

const wordBefore = (statement: Statement): string => {
  const { kind, observation } = statement;
  const down = falls(statement);
  const base = kind === 'growth_yoy' ? observation?.growth?.base : undefined;
  if (base !== undefined) return `比${base.replace('-', '—')}年${down ? '下降' : '增长'}`;
  if (kind === 'growth_yoy' || kind === 'target_growth') return down ? '下降' : '增长';
  return wordOf(statement);
};

const says = (statement: Statement): boolean => wordBefore(statement) !== '' || statement.observation?.change === true;

/** Gives the statements of one report as they are cited; `own` is what the indicator is called, left out of the name. */
export const citing = ({ report }: Member): ((ref: string, own: string) => CitedView | null) => {
  const place = placeIn(report);
  const statements = new Map(statementsOf(report).map((statement) => [statement.ref, statement]));
  return (ref, own) => {
    const statement = statements.get(ref);
    if (statement === undefined) return null;
    const { observation, source, qualifiers } = statement;
    const printable = says(statement) ? withoutSign(statement) : statement;
    const name =
      observation?.change === true && ref === observation.id ? changeName(statement.name, statement) : statement.name;
    return {
      text: statement.text ?? printFigure(printable),
      ...splitFigure(printable),
      ref: `${report.id}/${ref}`,
      plotted: statement.value ?? '',
      unitOnly: statement.unit,
      name: name === own ? '' : name,
      word: wordBefore(statement),
      qualifiers: qualifiers.join('，'),
      report: report.title,
      place: source === undefined ? '' : place(source.section, source.sentence),
    };
  };
};

export const memberView = ({ report, file, hash }: Member): MemberView => ({
  id: report.id,
  title: report.title,
  place: report.place.name,
  reviewed: String(report.years.reviewed),
  planned: String(report.years.planned ?? report.years.reviewed + 1),
  meeting: report.meeting.name,
  date: report.meeting.date ?? '',
  file,
  hash,
});
