// READ FIRST of this folder: the bytes of a workbook to what it gives a report.
//
//   bytes ──read──▶ sheets ──guess, or map──▶ tables ──apply──▶ figures with cells ──▶ sections, targets
//
// A table that `jianbao export` wrote is known by its columns and read as it is.
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { indicatorFinder } from '../extract/indicators.ts';
import { slug } from '../extract/assemble/ids.ts';
import { compare } from '../figures/decimal.ts';
import { convert } from '../figures/unit.ts';
import type { Indicator } from '../report/schema.ts';
import { applyTable, type TableContext, type TableFigure } from './apply-table.ts';
import { guessTables, type GuessedTable, type Remark } from './guess-tables.ts';
import { makePart } from './make-part.ts';
import { draftMapping, type Mapping } from './mapping.ts';
import * as messages from './messages.ts';
import { joinParts, type ReportPart } from './part.ts';
import { isFigureSheet, readFigureRows, readHeadSheet } from './read-figure-rows.ts';
import { readWorkbook } from './read-workbook.ts';
import { cellName, type Sheet } from './sheet.ts';
import { headSheet } from './write-figures.ts';

export type ImportContext = {
  readonly indicators: readonly Indicator[];
  readonly mapping?: Mapping | undefined;
  /** The year of tables that do not say it. */
  readonly year?: string | undefined;
  /** The year that the report looks back on; the latest year of the tables by default. */
  readonly reviewed?: number | undefined;
  readonly places: readonly string[];
  readonly locale: 'zh' | 'en';
  /** Only this sheet. */
  readonly sheet?: string | undefined;
};

export type ImportedWorkbook = {
  readonly part: ReportPart;
  /** Number of figures taken. */
  readonly count: number;
  readonly reviewed: number | undefined;
  /** What the first table is called. */
  readonly title: string | undefined;
  /** The text of a mapping file with what was guessed. */
  readonly draft: string;
};

type Applied = {
  readonly sheet: Sheet;
  readonly guess: GuessedTable;
  readonly figures: readonly TableFigure[];
  readonly remarks: readonly Remark[];
};

/** A table's name as the title of a section: without its number, and without a place before the year. */
const sectionTitle = (title: string): string => {
  const bare = title.replace(/^(?:附?表)?\s*\d+(?:[-－—.]\d+)*[、.．:：]?\s+(?=\S)/, '').trim();
  return bare.replace(/^[^（(]*?(?=(?:19|20)\d\d年[^）)]{2})/, '').trim() || title;
};

/** The name of a sheet, where a person gave it one. */
const nameOfSheet = (sheet: string, file: string): string =>
  /^(?:sheet|工作表|表)\s*\d*$/i.test(sheet) ? file.replace(/\.[^.]+$/, '') : sheet;

const tablesOf = (sheets: readonly Sheet[], context: ImportContext, table: TableContext): Applied[] => {
  const guessed = ({ find }: TableContext, sheet: Sheet): GuessedTable[] =>
    context.mapping
      ? context.mapping.tables.filter((map) => map.sheet === sheet.name).map((map) => ({ map, remarks: [] }))
      : guessTables(sheet, { find, places: context.places, ...(context.year !== undefined && { year: context.year }) });
  return sheets.flatMap((sheet) =>
    guessed(table, sheet).map((guess): Applied => {
      const { figures, remarks } = applyTable(sheet, guess.map, table);
      return { sheet, guess, figures, remarks: [...guess.remarks, ...remarks] };
    }),
  );
};

/** An indicator of a year belongs to the first table that has it; what later tables say of it is compared and told. */
const firstOnly = (
  applied: readonly Applied[],
  placeOf: (sheet: Sheet) => string,
): { readonly figures: readonly (readonly TableFigure[])[]; readonly diagnostics: readonly Diagnostic[] } => {
  const owner = new Map<string, { readonly at: number; readonly figures: TableFigure[] }>();
  const diagnostics: Diagnostic[] = [];
  const figures = applied.map((table, at) =>
    table.figures.filter((figure) => {
      const key = `${figure.indicator} ${figure.period}`;
      const first = owner.get(key) ?? { at, figures: [] };
      owner.set(key, first);
      if (first.at === at) {
        first.figures.push(figure);
        return true;
      }
      const other = first.figures.find(({ role }) => role === figure.role);
      const place = `${placeOf(table.sheet)}${figure.cell}`;
      const said = `${figure.name}（${figure.period}）`;
      const sheet = applied[first.at]?.sheet.name ?? '';
      if (other === undefined) {
        diagnostics.push(
          messages.notUnderstood(place, {
            zh: `${said}已从“${sheet}”导入，这一项没有加上`,
            en: `${said} was imported from “${sheet}”; this was not added`,
          }),
        );
      } else if (!sameValue(other, figure)) {
        diagnostics.push(
          messages.conflict(place, {
            zh: `${said}这里是 ${figure.value}${figure.unit}，“${sheet}”${other.cell} 是 ${other.value}${other.unit}`,
            en: `${said} is ${figure.value}${figure.unit} here, ${other.value}${other.unit} in “${sheet}”${other.cell}`,
          }),
        );
      }
      return false;
    }),
  );
  return { figures, diagnostics };
};

const sameValue = (a: TableFigure, b: TableFigure): boolean => {
  const converted = a.unit === b.unit ? b.value : convert(b.value, b.unit, a.unit);
  return converted !== undefined && compare(a.value, converted) === 0;
};

/** `label` names the file in messages, `name` in the sources of figures. Codes: import/*. */
export const importWorkbook = async (
  label: string,
  bytes: Uint8Array,
  context: ImportContext,
): Promise<Outcome<ImportedWorkbook>> => {
  const read = await readWorkbook(label, bytes);
  if (!read.value) return { diagnostics: read.diagnostics };
  const file = label.split(/[\\/]/).at(-1) ?? label;
  const sheets = read.value.filter(({ name }) => context.sheet === undefined || name === context.sheet);
  const placeOf = (sheet: Sheet): string =>
    `${label}${read.value?.length === 1 && sheet.name === file.replace(/\.[^.]+$/, '') ? ' ' : `“${sheet.name}”`}`;
  const diagnostics: Diagnostic[] = [];

  const exported = sheets.filter(isFigureSheet);
  if (exported.length > 0 && !context.mapping) {
    const head = sheets.find(({ name }) => name === headSheet);
    const taken = new Map<string, string>();
    const part = joinParts(exported.map((sheet) => readFigureRows(sheet, placeOf(sheet), taken)));
    const count =
      part.sections.flatMap(({ observations }) => observations).length + part.targets.length + part.tasks.length;
    const whole = { ...part, head: head ? readHeadSheet(head) : part.head };
    return {
      value: { part: whole, count, reviewed: context.reviewed, title: undefined, draft: '' },
      diagnostics: part.diagnostics,
    };
  }

  const known = indicatorFinder({ indicators: [...context.indicators] });
  const exact = new Set(context.indicators.flatMap(({ name, aliases }) => [name, ...aliases]));
  // What a bracket leaves out makes it another indicator: 固定资产投资（不含农户）.
  const finder = (name: string): string | undefined =>
    /[（(][^）)]*(?:含|包括|除|口径|以上|以下|其中)/.test(name) && !exact.has(name) ? undefined : known(name);
  const table: TableContext = {
    find: finder,
    indicators: new Map(context.indicators.map((indicator) => [indicator.id, indicator])),
    newId: (name) => slug(name),
  };
  const applied = tablesOf(sheets, context, table);
  for (const { sheet, remarks } of applied) {
    diagnostics.push(
      ...remarks.map(({ cell, message }) => messages.notUnderstood(`${placeOf(sheet)}${cell}`, message)),
    );
  }
  for (const sheet of sheets) {
    diagnostics.push(
      ...sheet.broken.map(({ row, column, text }) =>
        messages.notUnderstood(`${placeOf(sheet)}${cellName(row, column)}`, {
          zh: `公式没有存下结果，或出错：${text}`,
          en: `a formula without a stored result, or an error: ${text}`,
        }),
      ),
    );
    if (
      sheet.rows.some((row) => row.some((text) => text.trim() !== '')) &&
      !applied.some((one) => one.sheet === sheet)
    ) {
      diagnostics.push(messages.notUnderstood(placeOf(sheet), { zh: '没有认出表格', en: 'no table was found here' }));
    }
  }
  const draft = draftMapping(
    applied.map(({ guess }) => guess.map),
    (at) => (applied[at]?.remarks ?? []).map(({ cell, message }) => `${cell} ${message[context.locale]}`),
    context.locale,
  );
  const once = firstOnly(applied, placeOf);
  diagnostics.push(...once.diagnostics);
  const figures = once.figures.flat();
  const latest = figures.filter(({ role }) => role !== 'target').map(({ period }) => Number(period));
  const reviewed = context.reviewed ?? (latest.length > 0 ? Math.max(...latest) : undefined);
  const base = slug(file.replace(/\.[^.]+$/, ''), 20);
  const parts = applied.map(({ sheet, guess }, at) => {
    const title = guess.map.title ?? nameOfSheet(sheet.name, file);
    const nth = applied.slice(0, at).filter((one) => one.sheet === sheet).length;
    const section = `表-${base}${sheets.length > 1 && slug(sheet.name, 20) !== base ? `-${slug(sheet.name, 16)}` : ''}${nth > 0 ? `-${nth + 1}` : ''}`;
    return makePart(once.figures[at] ?? [], {
      file,
      sheet: sheet.name,
      section,
      title: sectionTitle(title),
      reviewed: reviewed ?? 0,
    });
  });
  if (figures.length === 0) diagnostics.push(messages.noFigures(label));
  return {
    value: { part: joinParts(parts), count: figures.length, reviewed, title: applied[0]?.guess.map.title, draft },
    diagnostics,
  };
};
