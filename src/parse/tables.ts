// Takes GFM tables, gives the blocks that are written as tables: table, cards, chart, terms.
// Rows of a GFM table are never longer than its head, and shorter ones are filled up with empty cells.
import { isDecimal } from '../figures/decimal.ts';
import type { Alignment, Cards, Cell, Chart, Column, Inline, Row, Series, Table, Terms } from '../tree/tree.ts';
import type { Attributes } from './attributes.ts';
import { inlinesOf, plainTextOf } from './inlines.ts';
import type { MarkdownNode } from './markdown.ts';
import { badContent } from './messages.ts';
import type { Reader } from './reader.ts';

type GridCell = { readonly children: readonly Inline[]; readonly node: MarkdownNode };
export type Grid = {
  readonly head: readonly GridCell[];
  readonly rows: readonly (readonly GridCell[])[];
  readonly align: readonly Alignment[];
};

/** A GFM table read cell by cell; all rows have as many cells as the head. */
export const gridOf = (node: MarkdownNode, reader: Reader): Grid => {
  const rows = (node.children ?? []).map((row) =>
    (row.children ?? []).map((cell): GridCell => ({ children: inlinesOf(cell.children ?? [], reader), node: cell })),
  );
  const [head = [], ...body] = rows;
  const full = body.map((row) => head.map((cell, index) => row[index] ?? { children: [], node: cell.node }));
  return { head, rows: full, align: head.map((_, index) => node.align?.[index] ?? 'left') };
};

const onlyStrong = (cell: GridCell | undefined): readonly Inline[] | undefined => {
  const [first, ...rest] = cell?.children ?? [];
  return first?.kind === 'strong' && rest.length === 0 ? first.children : undefined;
};

const isEmpty = (cell: GridCell): boolean => cell.children.length === 0;

const alignments: readonly Alignment[] = ['left', 'center', 'right', 'decimal'];

const isAlignment = (word: string): word is Alignment => alignments.some((one) => one === word);

/** Numbers of an attribute such as `widths`, one for each column; all `fallback` when absent or wrong. */
export const widthsOf = (attributes: Attributes, count: number, fallback: number): readonly number[] => {
  const words = attributes.words('widths');
  const even = Array.from({ length: count }, () => fallback);
  if (words === undefined) return even;
  const numbers = words.map(Number);
  if (words.length === count && numbers.every((number) => number >= 0)) return numbers;
  attributes.wrong('widths', words.join(' '), { zh: `${count} 个数，用空格隔开`, en: `${count} numbers with spaces` });
  return even;
};

const alignOf = (attributes: Attributes, grid: Grid): readonly Alignment[] => {
  const words = attributes.words('align');
  if (words === undefined) return grid.align;
  if (words.length === grid.head.length && words.every(isAlignment)) return words.filter(isAlignment);
  attributes.wrong('align', words.join(' '), {
    zh: `${grid.head.length} 个词，可用 ${alignments.join('、')}`,
    en: `${grid.head.length} words of ${alignments.join(', ')}`,
  });
  return grid.align;
};

const says = (row: Row, index: number): boolean => !/^[\s—]*$/u.test(plainTextOf(row.cells[index]?.children ?? []));

/** Without the columns that say no more than a dash in any row. The first stays, and so do all where there are no rows. */
const dropSilent = ({ columns, rows }: Pick<Table, 'columns' | 'rows'>): Pick<Table, 'columns' | 'rows'> => {
  const body = rows.filter((row) => !row.group);
  const told = columns.map((_, index) => index === 0 || body.length === 0 || body.some((row) => says(row, index)));
  return {
    columns: columns.filter((_, index) => told[index]),
    rows: rows.map(({ group, cells }) => ({ group, cells: cells.filter((_, index) => told[index]) })),
  };
};

/** The columns and rows of a table; caption, notes and the rest are the caller's. */
export const tableOf = (grid: Grid, attributes: Attributes): Pick<Table, 'columns' | 'rows' | 'density'> => {
  const widths = widthsOf(attributes, grid.head.length, 0);
  const align = alignOf(attributes, grid);
  const columns = grid.head.map((cell, index): Column => ({
    header: cell.children,
    align: align[index] ?? 'left',
    width: widths[index] ?? 0,
  }));
  const rows = grid.rows.map((cells): Row => {
    const title = onlyStrong(cells[0]);
    const group = title !== undefined && cells.length > 1 && cells.slice(1).every(isEmpty);
    return {
      group,
      cells: cells.map((cell, index): Cell => ({ children: group && index === 0 ? title : cell.children })),
    };
  });
  const density = attributes.choice('density', ['normal', 'compact']);
  const table = { columns, rows };
  return { ...(attributes.choice('empty', ['keep', 'drop']) === 'drop' ? dropSilent(table) : table), density };
};

const wantColumns = (grid: Grid, count: number, names: string, node: MarkdownNode, reader: Reader): boolean => {
  if (grid.head.length === count) return true;
  reader.report(
    badContent(
      {
        zh: `这里的表应有 ${count} 栏，现有 ${grid.head.length} 栏`,
        en: `this table needs ${count} columns, but has ${grid.head.length}`,
      },
      { zh: `各栏依次是：${names}`, en: `the columns are: ${names}` },
    ),
    reader.spanOf(node),
  );
  return false;
};

const inCell = (row: readonly GridCell[], index: number): readonly Inline[] => row[index]?.children ?? [];

export const cardsOf = (node: MarkdownNode, attributes: Attributes, reader: Reader): Omit<Cards, 'kind'> => {
  const grid = gridOf(node, reader);
  const good = wantColumns(grid, 4, 'label | value | unit | note', node, reader);
  return {
    perRow: Math.max(1, attributes.integer('per-row', 3)),
    size: attributes.choice('size', ['large', 'small']),
    cards: good
      ? grid.rows.map((row) => ({
          label: inCell(row, 0),
          value: inCell(row, 1),
          unit: inCell(row, 2),
          note: inCell(row, 3),
        }))
      : [],
  };
};

export const termsOf = (node: MarkdownNode, attributes: Attributes, reader: Reader): Omit<Terms, 'kind'> => {
  const grid = gridOf(node, reader);
  const good = wantColumns(grid, 2, 'term | explanation', node, reader);
  return {
    perRow: attributes.choice('per-row', ['1', '2']) === '2' ? 2 : 1,
    entries: good ? grid.rows.map((row) => ({ term: inCell(row, 0), explanation: inCell(row, 1) })) : [],
  };
};

const roles = ['result', 'target', 'base'] as const;
const isRole = (word: string): word is Series['role'] => roles.some((role) => role === word);

const rolesOf = (attributes: Attributes, count: number): readonly Series['role'][] => {
  const words = attributes.words('roles');
  const plain = Array.from({ length: count }, (): Series['role'] => 'result');
  if (words === undefined) return plain;
  if (words.length === count && words.every(isRole)) return words.filter(isRole);
  attributes.wrong('roles', words.join(' '), {
    zh: `${count} 个词，可用 ${roles.join('、')}`,
    en: `${count} words of ${roles.join(', ')}`,
  });
  return plain;
};

const numberOf = (cell: GridCell, reader: Reader): string | null => {
  const text = plainTextOf(cell.children).trim().replace(/^−/u, '-');
  if (text === '' || text === '—' || text === '-') return null;
  if (isDecimal(text)) return text;
  reader.report(
    badContent(
      { zh: `图里的“${text}”不是数`, en: `"${text}" in a chart is not a number` },
      {
        zh: '只写数，单位写在 unit 里；没有数写 —',
        en: 'write the number alone, the unit in unit; — where there is none',
      },
    ),
    reader.spanOf(cell.node.children?.[0] ?? cell.node),
  );
  return null;
};

type ChartData = Pick<Chart, 'categories' | 'series' | 'refs'>;

/** Categories from the first column, one series from each of the others. */
export const chartDataOf = (node: MarkdownNode, attributes: Attributes, reader: Reader): ChartData => {
  const grid = gridOf(node, reader);
  const names = grid.head.slice(1).map((cell) => plainTextOf(cell.children));
  const seriesRoles = rolesOf(attributes, names.length);
  return {
    categories: grid.rows.map((row) => plainTextOf(inCell(row, 0))),
    series: names.map((name, index) => ({
      name,
      role: seriesRoles[index] ?? 'result',
      values: grid.rows.map((row) => {
        const cell = row[index + 1];
        return cell ? numberOf(cell, reader) : null;
      }),
    })),
    refs: grid.rows.flatMap((row) =>
      row.flatMap((cell) => cell.children.flatMap((inline) => (inline.kind === 'figure' ? [inline.ref] : []))),
    ),
  };
};
