// Takes a sheet, gives its tables as a mapping file would describe them: which rows are heads, which are data, what each
// column holds. What cannot be told is left out and said; nothing is imported on a guess that could be wrong.
import type { Message } from '../diagnostics/diagnostic.ts';
import { joinLevels, narrow, readHead, wideBrackets, type HeadWords } from './headers.ts';
import { contentOf, figureRoles, guessColumn, isMeasure, type GuessContext } from './guess-column.ts';
import type { ColumnMap, TableMap } from './mapping.ts';
import { isYear, readCell } from './numbers.ts';
import { arePlaces, rowOfPlace } from './place-rows.ts';
import { cellAt, cellName, columnName, type Sheet } from './sheet.ts';
import { isUnit } from './units.ts';

/** What of a sheet was not understood: the cell it begins at, and why. */
export type Remark = { readonly cell: string; readonly message: Message };

export type GuessedTable = { readonly map: TableMap; readonly remarks: readonly Remark[] };

type RowKind = 'blank' | 'lone' | 'head' | 'data';

const unitLine = /(?<!填报|编报|报送|制表|编制|责任)(?:计量)?单位[:：]\s*(.+?)\s*[)）]?$/;
const noteLine = /^(?:注|附注|资料来源|数据来源|说明|备注)\d*[:：.、]/;

const kindOf = (row: readonly string[]): RowKind => {
  const texts = row.map((text) => text.trim());
  const shown = texts.filter((text) => text !== '');
  const distinct = new Set(shown);
  if (distinct.size === 0) return 'blank';
  const numbers = shown.filter((text) => !isYear(text) && readCell(text).kind === 'number');
  // 甲 乙 1 2 3: the columns counted, under their heads.
  if (
    shown.length > 2 &&
    shown.every((text) => /^(?:[甲乙丙丁]|\d{1,2})$/.test(text)) &&
    /^[甲乙]$/.test(shown[0] ?? '')
  )
    return 'head';
  if (numbers.length > 0) return 'data';
  if (distinct.size === 1) return 'lone';
  if (shown.some((text) => unitLine.test(narrow(text)))) return 'lone';
  const marks = shown.slice(1).filter((text) => readCell(text).kind === 'nothing');
  return marks.length === shown.length - 1 ? 'data' : 'head';
};

type Block = {
  readonly titles: readonly number[];
  readonly heads: readonly number[];
  readonly data: readonly number[];
};

/** Cuts a sheet into titles, heads and data. A head after data begins the next table. */
const blocksOf = (sheet: Sheet, isHead: (row: readonly string[]) => boolean): Block[] => {
  const blocks: Block[] = [];
  let [titles, heads, data]: [number[], number[], number[]] = [[], [], []];
  const close = (): void => {
    if (data.length > 0) blocks.push({ titles, heads, data });
    [titles, heads, data] = [[], [], []];
  };
  for (const [at, row] of sheet.rows.entries()) {
    const kind = kindOf(row);
    const first = row.find((text) => text.trim() !== '') ?? '';
    if (kind === 'blank' || (kind === 'lone' && noteLine.test(narrow(first).trim()))) continue;
    // Words among data are a head only where they say what columns hold; else they are a row without numbers.
    if (kind === 'head' && (data.length === 0 || isHead(row))) {
      if (data.length > 0) close();
      heads.push(at);
    } else if (kind === 'lone') {
      const isTitle = unitLine.test(narrow(first)) || row.filter((text) => text.trim() !== '').length > 1;
      if (data.length > 0 && isTitle) close();
      if (data.length === 0) titles.push(at);
    } else data.push(at);
  }
  close();
  return blocks;
};

const lastYear = (text: string): string | undefined => [...text.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/g)].at(-1)?.[1];

const unitOf = (texts: readonly string[]): string | undefined => {
  for (const text of texts) {
    const match = unitLine.exec(narrow(text).trim());
    const units = match?.[1]?.split(/[、,，;；\s]+/).filter((unit) => unit !== '%' && isUnit(unit));
    if (units?.length === 1) return units[0];
  }
  return undefined;
};

/** The column that names the rows: of those that hold words, the one with the most different ones. */
const nameColumn = (
  columns: ReadonlyMap<number, ColumnMap>,
  sheet: Sheet,
  rows: readonly number[],
): number | undefined => {
  const named = [...columns].filter(([, { as }]) => as === 'name').map(([column]) => column);
  const wordsIn = (column: number): number => new Set(rows.map((row) => cellAt(sheet, row, column))).size;
  return named.toSorted((a, b) => wordsIn(b) - wordsIn(a) || a - b)[0];
};

const noSuchPlace = ([place]: readonly string[]): Message =>
  place === undefined
    ? { zh: '每行是一个地方，不知道要哪一行；用 --place 指明', en: 'each row is a place; say which with --place' }
    : { zh: `每行是一个地方，没有“${place}”这一行`, en: `each row is a place, and none is “${place}”` };

const guessTable = (sheet: Sheet, { titles, heads, data }: Block, context: GuessContext): GuessedTable => {
  const remarks: Remark[] = [];
  const above = titles.flatMap((row) => [...new Set(sheet.rows[row] ?? [])]).filter((text) => text.trim() !== '');
  const title = above.map((text) => wideBrackets(narrow(text).trim())).find((text) => !unitLine.test(text));
  const year = lastYear(title ?? '') ?? lastYear(sheet.name) ?? context.year;
  const width = Math.max(...[...heads, ...data].map((row) => sheet.rows[row]?.length ?? 0));
  const top = heads[0] ?? data[0] ?? 0;
  const columns = new Map<number, ColumnMap>();
  const words = new Map<number, HeadWords>();
  // 2016年1—11月主要指标: nothing in the table is of a whole year. A growth beside 1—11月 is of these months too.
  const titlePart = title === undefined ? undefined : readHead(title, () => false).partOfYear;
  let part = titlePart;
  for (let column = 0; column < width; column += 1) {
    const levels = [...new Set(heads.map((row) => cellAt(sheet, row, column).trim()))].filter(
      (text) => text !== '' && !/^(?:[甲乙丙丁]|\d{1,2})$/.test(text),
    );
    const head = joinLevels(levels.map((text) => readHead(text, (name) => context.find(name) !== undefined)));
    part = head.partOfYear ?? (isMeasure(head.role) ? part : titlePart);
    const dated = part === undefined || head.period !== undefined ? head : { ...head, partOfYear: part };
    const guess = guessColumn(dated, levels.join(' '), contentOf(sheet, data, column), year, context);
    if (guess.map) columns.set(column, guess.map);
    if (guess.remark) remarks.push({ cell: cellName(top, column), message: guess.remark });
    words.set(column, head);
  }
  const labelled = nameColumn(columns, sheet, data);
  const labels = labelled === undefined ? [] : data.map((row) => cellAt(sheet, row, labelled).trim());
  const ofPlaces = arePlaces(labels) && [...words.values()].some(({ name }) => name !== undefined);
  const placeRow = ofPlaces ? rowOfPlace(labels, context.places) : undefined;
  const names = placeRow === undefined ? labelled : undefined;
  if (ofPlaces && placeRow === undefined && labelled !== undefined) {
    remarks.push({ cell: cellName(data[0] ?? 0, labelled), message: noSuchPlace(context.places) });
  }
  const periods = [...columns].filter(([, { as, period }]) => as === 'value' && period !== undefined);
  const latest =
    periods
      .map(([, { period = '' }]) => period)
      .toSorted()
      .at(-1) ?? year;
  for (const [column, map] of columns) {
    if (map.as === 'name' && column !== names) columns.set(column, { as: 'skip' });
    if (!figureRoles.has(map.as)) continue;
    if (ofPlaces && names !== undefined) {
      columns.set(column, { as: 'skip' });
      continue;
    }
    // A growth without a year of its own is that of the latest year of the table.
    const hasPeriodColumn = [...columns.values()].some(({ as }) => as === 'period');
    if (map.period === undefined && !hasPeriodColumn && latest !== undefined)
      columns.set(column, { ...map, period: latest });
    if (names !== undefined && map.name !== undefined) {
      columns.set(column, { as: 'skip' });
      const text = map.name;
      remarks.push({
        cell: cellName(top, column),
        message: {
          zh: `不知道“${text}”这一列是什么：行和列都有名称`,
          en: `the column “${text}” is not understood: rows and columns both have names`,
        },
      });
    }
  }
  const label = (row: number): string => (names === undefined ? '' : cellAt(sheet, row, names).trim());
  const known = new Map<string, string>();
  for (const row of data) {
    const { name } = readHead(label(row), (text) => context.find(text) !== undefined);
    const id = name === undefined ? undefined : context.find(name);
    if (id !== undefined) known.set(label(row), id);
  }
  const unit = unitOf([...above, ...heads.flatMap((row) => sheet.rows[row] ?? [])]);
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- it is of use here only
  const span = (rows: readonly number[]): string => {
    const [first = 0, last = first] = [rows[0], rows.at(-1)];
    return first === last ? String(first + 1) : `${first + 1}-${last + 1}`;
  };
  return {
    map: {
      sheet: sheet.name,
      ...(title !== undefined && { title }),
      ...(heads.length > 0 && { header: span(heads) }),
      rows: span(placeRow === undefined ? data : data.slice(placeRow, placeRow + 1)),
      ...(unit !== undefined && { unit }),
      ...(year !== undefined && { year }),
      columns: Object.fromEntries([...columns].map(([column, map]) => [columnName(column), map])),
      names: Object.fromEntries(known),
    },
    remarks,
  };
};

/** Whether cells of a row are words for columns: a year, a unit, 指标, 增速. */
const saysColumns = (row: readonly string[], { find }: GuessContext): boolean =>
  row.some((text) => {
    const { role, period, unit } = readHead(text, (name) => find(name) !== undefined);
    return (
      role === 'name' ||
      role === 'period' ||
      period !== undefined ||
      (unit !== undefined && isUnit(narrow(text).trim()))
    );
  });

/** The tables of a sheet from top to bottom. */
export const guessTables = (sheet: Sheet, context: GuessContext): GuessedTable[] =>
  blocksOf(sheet, (row) => saysColumns(row, context)).map((block) => guessTable(sheet, block, context));
