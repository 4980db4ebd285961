// Takes figures of several reports side by side, gives the view of a template over a selection: tables with marks, charts
// of what can be compared, where each figure stands.
import { isComparable, type ComparedCell, type ComparedRow, type Difference } from '../audit/comparison.ts';
import type { Member } from '../report/series.ts';
import type { Selection } from '../report/selection-schema.ts';
import { citing, memberView, type CitedView } from './cited.ts';
import type { SelectionView } from './selection-shape.ts';

export type SelectionContext = {
  /** Id of the group: `compare-shenzhen-2023`. */
  readonly id: string;
  readonly selection: Selection;
  /** Unit that issues the paper; empty when the theme names none. */
  readonly issuer: string;
  readonly hash: string;
  /** Rows of audit/comparison.ts over the members in their order. */
  readonly rows: readonly ComparedRow[];
};

/** Reports that stand side by side in one table. */
const abreast = 8;

/** Charts of the first indicators that can be drawn. */
const mostCharts = 6;

const measureNames = { level: '数额', growth: '增速' } as const;
const basisNames = { current: '按现价', comparable: '按可比价' } as const;

/** ① to ⑳, then digits in brackets. */
export const markOf = (count: number): string =>
  count <= 20 ? String.fromCodePoint(0x2460 + count - 1) : `[${count}]`;

const isOne = (words: readonly string[]): boolean => new Set(words).size === 1;

/** Names of the reports in the heads of columns: by place, by year, or by both. */
const headsOf = (members: readonly Member[]): readonly string[] => {
  const places = members.map(({ report }) => report.place.short);
  const years = members.map(({ report }) => `${report.years.reviewed}年`);
  const plain = isOne(places) ? years : isOne(years) ? places : places.map((place, index) => `${place}${years[index]}`);
  // Two reports of one place and year stay apart by their ids.
  return plain.map((head, index) =>
    plain.filter((one) => one === head).length > 1 ? `${head}（${members[index]?.report.id}）` : head,
  );
};

const reasonOf = (difference: Difference): string => {
  switch (difference.kind) {
    case 'scope':
      return difference.text === '' ? '没有注明口径' : difference.text;
    case 'basis':
      return basisNames[difference.basis];
    case 'name':
      return `报告称“${difference.text}”`;
    case 'unit':
      return `单位是${difference.text}`;
    case 'converted':
      return '换算了单位，报告为';
  }
};

/** Lists in parts of at most `most`, of like size. */
const partsOf = (count: number, most: number): readonly (readonly [from: number, to: number])[] => {
  const parts = Math.max(1, Math.ceil(count / most));
  const size = Math.ceil(count / parts);
  return Array.from({ length: parts }, (_, index) => [index * size, Math.min(count, (index + 1) * size)] as const);
};

type ComparedChart = SelectionView['charts'][number]['left'];

/** Charts two by two, side by side. */
const pairsOf = (charts: readonly ComparedChart[]): SelectionView['charts'] =>
  charts.flatMap((left, index) => (index % 2 === 0 ? [{ left, right: charts[index + 1] ?? null }] : []));

/** What a reader must know of how figures stand side by side. */
export const selectionNotes: readonly string[] = [
  '各份报告的数，是它回顾的那一年的数。',
  '带①等记号的，口径、价格基础、单位或名称与同一行其他的数不同，见表下说明，不宜直接比较；换算了单位的可以比较。',
  '图只画可以比较的数。报告没有给出的，写未报告。',
];

/** A figure of a table whose rows name the unit: the words beside the number stay, the unit goes. */
const withoutUnit = (one: CitedView): CitedView => {
  const { text, unitOnly } = one;
  const at = unitOnly === '' ? -1 : text.lastIndexOf(unitOnly);
  const bare = at < 0 ? text : text.replaceAll(unitOnly, '');
  const sign = one.word.includes('下降') && !bare.startsWith('−') ? '−' : '';
  return { ...one, text: `${sign}${bare}` };
};

export const buildSelectionView = (members: readonly Member[], context: SelectionContext): SelectionView => {
  const heads = headsOf(members);
  const citers = members.map(citing);
  const marks: SelectionView['marks'][number][] = [];
  const cite = (cell: ComparedCell, index: number, own: string): CitedView | null =>
    cell.evidence === undefined ? null : (citers[index]?.(cell.evidence.ref, own) ?? null);

  const rows = context.rows.map((row) => {
    const cells = row.cells.map((cell, index): SelectionView['tables'][number]['rows'][number]['cells'][number] => {
      const figure = cite(cell, index, row.name);
      if (figure === null) return { figure: null, text: '未报告', mark: '' };
      const { differences, value } = cell;
      if (differences.length === 0) return { figure: withoutUnit(figure), text: '', mark: '' };
      const mark = markOf(marks.length + 1);
      const isConverted = differences.some(({ kind }) => kind === 'converted');
      const reason = differences.map(reasonOf).join('，');
      const name = `${row.name}${measureNames[row.measure]}`;
      marks.push({ mark, name, head: heads[index] ?? '', reason, figure: isConverted ? figure : null });
      if (isConverted) return { figure: null, text: value ?? '', mark };
      return { figure: differences.some(({ kind }) => kind === 'unit') ? figure : withoutUnit(figure), text: '', mark };
    });
    const scope = row.scope === '' ? '' : `（${row.scope}）`;
    const comparable = row.cells.filter(isComparable).length;
    return { name: `${row.name}${scope}`, measure: measureNames[row.measure], unit: row.unit, comparable, cells };
  });

  const places = new Set(members.map(({ report }) => report.place.short));
  const charts = context.rows.flatMap((row): ComparedChart[] => {
    const drawn = row.cells.flatMap((cell, index) => {
      const figure = cite(cell, index, row.name);
      if (figure === null || !isComparable(cell) || cell.value === undefined) return [];
      const isConverted = cell.differences.length > 0;
      // A bar cannot say 突破 or 近: its label does.
      const { modifier } = cell.evidence ?? {};
      const label = `${heads[index] ?? ''}${modifier === undefined ? '' : `（${modifier}）`}`;
      return [{ label, figure: isConverted ? null : figure, text: isConverted ? cell.value : '' }];
    });
    const name = `${row.name}${row.measure === 'growth' ? '增速' : ''}`;
    return drawn.length < 2 ? [] : [{ name, unit: row.unit, overTime: places.size === 1, rows: drawn }];
  });

  const parts = partsOf(members.length, abreast);
  const origin = (row: ComparedRow, index: number): string => {
    const cell = row.cells[index];
    return cell === undefined ? '' : (cite(cell, index, row.name)?.place ?? '—');
  };
  return {
    selection: { id: context.id, title: context.selection.title, issuer: context.issuer },
    reports: members.map(memberView),
    tables: parts.map(([from, to]) => ({
      heads: heads.slice(from, to),
      rows: rows.map((row) => ({ ...row, cells: row.cells.slice(from, to) })),
    })),
    charts: pairsOf(charts.slice(0, mostCharts)),
    marks,
    origins: parts.map(([from, to]) => ({
      heads: heads.slice(from, to),
      rows: context.rows.map((row) => ({
        name: `${row.name}${measureNames[row.measure]}`,
        cells: members.slice(from, to).map((_, index) => origin(row, from + index)),
      })),
    })),
    notes: selectionNotes,
    hash: context.hash,
  };
};
