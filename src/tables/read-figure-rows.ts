// Reads a table that `jianbao export` wrote, edited or not: rows back to observations, targets and tasks.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatHint } from '../report/messages.ts';
import {
  observationSchema,
  targetSchema,
  taskSchema,
  type Observation,
  type Target,
  type Task,
} from '../report/schema.ts';
import { figureColumns, rowTypes, type FigureColumn } from './figure-columns.ts';
import * as messages from './messages.ts';
import type { PartSection, ReportPart } from './part.ts';
import { cellAt, cellName, type Sheet } from './sheet.ts';

const byHeader = new Map(figureColumns.map((column) => [column.header, column]));

/** Whether a sheet is a table of ours: the columns that are always written stand in its first row. */
export const isFigureSheet = (sheet: Sheet): boolean => {
  const heads = new Set(sheet.rows[0] ?? []);
  return figureColumns.every(({ always, header }) => always !== true || heads.has(header));
};

/** The head sheet that goes with it, as keys by path. */
export const readHeadSheet = (sheet: Sheet): ReadonlyMap<string, string> =>
  new Map(sheet.rows.flatMap(([key = '', value = '']) => (key === '' || value === '' ? [] : [[key, value] as const])));

const offsetsOf = (text: string): unknown => text.split('~').map(Number);

const valueOf = (text: string, { type, words }: FigureColumn): unknown => {
  if (type === 'flag') return text === '是' || /^true$/i.test(text);
  if (type === 'list') return text.split('；');
  if (type === 'offsets') return offsetsOf(text);
  if (type === 'integer') return Number(text);
  if (type === 'parts') {
    return text.split('；').map((part) => {
      const gap = part.lastIndexOf(' ');
      return { name: part.slice(0, gap), value: part.slice(gap + 1) };
    });
  }
  // An apostrophe keeps a text from being run as a formula (write-figures.ts).
  const plain = /^'\s*[=+\-@＝＋－＠]/.test(text) ? text.slice(1) : text;
  return Object.entries(words ?? {}).find(([, word]) => word === plain)?.[0] ?? plain;
};

type Plain = { [key: string]: unknown };

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const put = (row: Plain, [key = '', ...rest]: readonly string[], value: unknown): void => {
  if (rest.length === 0) {
    row[key] = value;
    return;
  }
  const inner = row[key];
  const next: Plain = isPlain(inner) ? inner : {};
  row[key] = next;
  put(next, rest, value);
};

const without = (row: Plain, ...keys: readonly string[]): Plain =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)));

/** The row as the data file writes it: ranks as a list, offsets of parts with their parts. */
const asObservation = (row: Plain): Plain => {
  const at = typeof row['partsAt'] === 'string' ? row['partsAt'].split('；') : [];
  const parts = Array.isArray(row['parts'])
    ? row['parts'].map((part: unknown, index) =>
        isPlain(part) && at[index] !== undefined && at[index] !== '' ? { ...part, at: offsetsOf(at[index]) } : part,
      )
    : undefined;
  return {
    ...without(row, 'type', 'section', 'place', 'ranks', 'parts', 'partsAt'),
    ...(isPlain(row['ranks']) && { ranks: Object.values(row['ranks']) }),
    ...(parts && { parts }),
  };
};

const figureKeys = ['value', 'min', 'max', 'modifier', 'unit', 'at', 'cell', 'review'];

const pick = (row: Plain, keys: readonly string[]): Plain =>
  Object.fromEntries(Object.entries(row).filter(([key]) => keys.includes(key)));

const asTarget = (row: Plain): Plain => {
  const level = pick(row, figureKeys);
  return {
    ...without(row, 'type', 'section', 'place', 'taskReview', ...figureKeys),
    period: Number(row['period']),
    ...(level['unit'] !== undefined && { level }),
    ...(row['taskReview'] !== undefined && { review: row['taskReview'] }),
  };
};

const asTask = (row: Plain, former: Task | undefined): Plain => {
  const figure = { ...pick(row, [...figureKeys, 'name', 'relation']) };
  return {
    ...pick(row, ['id', 'deadline', 'lead', 'support', 'optional', 'source']),
    area: isPlain(row['section']) ? row['section']['id'] : undefined,
    text: row['task'],
    figures: [...(former?.figures ?? []), figure],
    ...(row['taskReview'] !== undefined && { review: row['taskReview'] }),
  };
};

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** `place` names the sheet, so that a cell can be named; `taken` the rows that have ids so far, in other sheets too. */
export const readFigureRows = (sheet: Sheet, place: string, taken: Map<string, string>): ReportPart => {
  const columns = (sheet.rows[0] ?? []).map((header) => byHeader.get(header));
  const sections = new Map<string, Omit<PartSection, 'observations'> & { observations: Observation[] }>();
  const targets: Target[] = [];
  const tasks = new Map<string, Task>();
  const diagnostics: Diagnostic[] = [];
  const tell = (at: number, { path, message }: Issue): void => {
    const wanted = path.map(String).join('.');
    const found = columns.findIndex((one) => one?.path.join('.') === wanted);
    const name = columns[found]?.header ?? wanted;
    const value = found < 0 ? '' : cellAt(sheet, at, found).trim().slice(0, 40);
    const cell = `${place}${cellName(at, Math.max(0, found))}`;
    diagnostics.push(messages.rowRefused(cell, name, value, formatHint(message)));
  };
  /** Whether no row before has the id of this one; else it is told. */
  const isNew = (kind: string, id: string, at: number): boolean => {
    const first = taken.get(`${kind} ${id}`);
    const here = `${place}${cellName(at, Math.max(0, sheet.rows[0]?.indexOf('编号') ?? 0))}`;
    if (first === undefined) taken.set(`${kind} ${id}`, here);
    else diagnostics.push(messages.rowTwice(here, id, first));
    return first === undefined;
  };
  const keep = (section: Plain | undefined, other: string): { readonly observations: Observation[] } => {
    const id = String(section?.['id'] ?? other);
    const made = sections.get(id) ?? {
      id,
      number: String(section?.['number'] ?? ''),
      title: String(section?.['title'] ?? id),
      ...(section?.['short'] !== undefined && { short: String(section['short']) }),
      part: (['review', 'span', 'plan', 'other'] as const).find((one) => one === section?.['part']) ?? 'review',
      observations: [],
    };
    sections.set(id, made);
    return made;
  };
  for (let at = 1; at < sheet.rows.length; at += 1) {
    const row: Plain = {};
    for (const [index, column] of columns.entries()) {
      const text = cellAt(sheet, at, index).trim();
      if (column && text !== '') put(row, column.path, valueOf(text, column));
    }
    if (Object.keys(row).length === 0) continue;
    const section = isPlain(row['section']) ? row['section'] : undefined;
    if (row['type'] === rowTypes.target) {
      const read = targetSchema.safeParse(asTarget(row));
      if (read.success) {
        if (isNew('target', read.data.id, at)) targets.push(read.data);
      } else read.error.issues.slice(0, 1).forEach((issue) => tell(at, issue));
    } else if (row['type'] === rowTypes.task) {
      const read = taskSchema.safeParse(asTask(row, tasks.get(String(row['id']))));
      if (read.success) tasks.set(read.data.id, read.data);
      else read.error.issues.slice(0, 1).forEach((issue) => tell(at, issue));
    } else {
      const read = observationSchema.safeParse(asObservation(row));
      if (read.success) {
        if (isNew('observation', read.data.id, at))
          keep(section, read.data.source.section).observations.push(read.data);
      } else read.error.issues.slice(0, 1).forEach((issue) => tell(at, issue));
    }
    if (section) keep(section, '');
  }
  return { sections: [...sections.values()], targets, tasks: [...tasks.values()], head: new Map(), diagnostics };
};
