// Takes a sheet and the map of one of its tables, gives the figures that stand there, each with its cell. A figure whose
// indicator, period or unit is not said is not taken: it is listed with its cell.
import type { Message } from '../diagnostics/diagnostic.ts';
import { scale } from '../figures/decimal.ts';
import { dimensionOf } from '../figures/unit.ts';
import type { Indicator } from '../report/schema.ts';
import { readHead } from './headers.ts';
import type { Remark } from './guess-tables.ts';
import { rowsOf, type ColumnMap, type Role, type TableMap } from './mapping.ts';
import { isYear, readCell } from './numbers.ts';
import { cellAt, cellName, columnOf, type Sheet } from './sheet.ts';
import { classOf } from './units.ts';

/** One number of a table with all that is said of it. */
export type TableFigure = {
  readonly role: Exclude<Role, 'name' | 'period' | 'unit' | 'skip'>;
  readonly indicator: string;
  readonly name: string;
  readonly period: string;
  readonly value: string;
  readonly unit: string;
  readonly cell: string;
  readonly basis?: 'current' | 'comparable';
  readonly scope?: string;
  readonly of?: string;
  /** The year that a growth is measured from, where it is not the year before. */
  readonly base?: string;
};

export type TableContext = {
  readonly find: (name: string) => string | undefined;
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** The id of an indicator that the table of indicators does not have. */
  readonly newId: (name: string) => string;
};

const isMoney = (unit: string): boolean => classOf(unit) === 'money';

/** 第三产业 in a row of its own, in money or with a growth, is the value added of that industry. */
const industryOf = (
  name: string,
  role: TableFigure['role'],
  unit: string,
  find: TableContext['find'],
): string | undefined =>
  /^第[一二三]产业$/.test(name) && (isMoney(unit) || role === 'growth' || role === 'average' || role === 'rank')
    ? find(`${name}增加值`)
    : undefined;

/** Names of what is counted or measured otherwise: 银行网点数, 货运量, 绿化面积. */
const notMoney = /(?:[率比数量]|比重|系数|人口|面积|里程|长度|人员|密度|时间|床位|程度)$/;

/** Whether the unit over the whole table can be that of an indicator: 亿元 over a table is not the unit of 人口. */
const suits = (unit: string, name: string, indicator: Indicator | undefined): boolean => {
  if (indicator?.unit !== undefined) return dimensionOf(indicator.unit) === dimensionOf(unit);
  return !(isMoney(unit) && notMoney.test(name) && !/(?:绝对|决算|预算|完成|累计|合计)数$|总量$/.test(name));
};

const percents: ReadonlySet<Role> = new Set(['growth', 'average', 'share', 'completion']);

/** The kind of figure that a row's own words say, such as 地区生产总值增速 among values. */
const figureRole = (role: Role | undefined): TableFigure['role'] =>
  role === undefined || role === 'name' || role === 'period' || role === 'unit' || role === 'skip' ? 'value' : role;

type Words = {
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  readonly period?: string | undefined;
};

export const applyTable = (
  sheet: Sheet,
  map: TableMap,
  { find, indicators, newId }: TableContext,
): { readonly figures: readonly TableFigure[]; readonly remarks: readonly Remark[] } => {
  const figures: TableFigure[] = [];
  const remarks: Remark[] = [];
  const taken = new Set<string>();
  const columns = Object.entries(map.columns).map(([name, column]) => [columnOf(name), column] as const);
  const columnAs = (role: Role): number | undefined => columns.find(([, { as }]) => as === role)?.[0];
  const [names, periods, units] = [columnAs('name'), columnAs('period'), columnAs('unit')];
  const tell = (row: number, column: number, message: Message): void => {
    remarks.push({ cell: cellName(row, column), message });
  };

  const wordsOf = (label: string, row: ReturnType<typeof readHead>, column: ColumnMap): Words => {
    const chosen = map.names[label];
    const name = row.name ?? column.name;
    const id = column.indicator ?? chosen ?? (name === undefined ? undefined : (find(name) ?? newId(name)));
    return { name, id };
  };

  const [first, last] = rowsOf(map.rows);
  for (let at = first; at <= last; at += 1) {
    const label = names === undefined ? '' : cellAt(sheet, at, names).trim();
    if (map.names[label] === 'skip') continue;
    const row = readHead(label, (text) => find(text) !== undefined);
    const rowPeriod = periods === undefined ? row.period : readHead(cellAt(sheet, at, periods), () => false).period;
    for (const [index, column] of columns) {
      const { as } = column;
      if (as === 'name' || as === 'period' || as === 'unit' || as === 'skip') continue;
      const text = cellAt(sheet, at, index);
      const read = readCell(text);
      if (read.kind === 'nothing') continue;
      if (read.kind === 'text') {
        tell(at, index, { zh: `“${text.trim()}”不是数字`, en: `“${text.trim()}” is no number` });
        continue;
      }
      const role = as === 'value' ? figureRole(row.role) : as;
      const { name, id } = wordsOf(label, row, column);
      if (id === undefined || name === undefined) {
        if (!isYear(text))
          tell(at, index, { zh: `不知道 ${text.trim()} 是哪个指标`, en: `it is not said what ${text.trim()} is` });
        continue;
      }
      if (row.partOfYear !== undefined) {
        tell(at, index, { zh: `“${label}”不是全年数`, en: `“${label}” is not of a whole year` });
        continue;
      }
      const period = [rowPeriod, column.period, map.year].find((one) => one !== undefined && /^\d{4}$/.test(one));
      if (period === undefined) {
        tell(at, index, { zh: `${name}：不知道是哪一年`, en: `${name}: the year is not said` });
        continue;
      }
      const said =
        read.unit ??
        (units === undefined ? undefined : cellAt(sheet, at, units).trim() || undefined) ??
        row.unit ??
        column.unit;
      const unit =
        role === 'rank'
          ? '位'
          : percents.has(role)
            ? said !== undefined && /^(?:%|‰|个?百分点)$/.test(said)
              ? said
              : '%'
            : (said ?? map.unit);
      if (unit === undefined) {
        tell(at, index, { zh: `${name}：没有单位`, en: `${name}: no unit is given` });
        continue;
      }
      if (said === undefined && !percents.has(role) && role !== 'rank' && !suits(unit, name, indicators.get(id))) {
        tell(at, index, {
          zh: `${name}：表上的单位“${unit}”与这个指标不合`,
          en: `${name}: the table's unit “${unit}” does not suit it`,
        });
        continue;
      }
      // Ranks may be several; of the other kinds an indicator has one in a year.
      const indicator = industryOf(name, role, unit, find) ?? id;
      const key = [role, indicator, period, ...(role === 'rank' ? [column.scope ?? '', column.of ?? ''] : [])].join(
        ' ',
      );
      if (taken.has(key)) {
        tell(at, index, {
          zh: `${name}（${period}）在表里出现两次`,
          en: `${name} (${period}) stands in the table twice`,
        });
        continue;
      }
      taken.add(key);
      const basis = column.basis ?? row.basis;
      const of = column.of ?? row.of;
      const scope = column.scope ?? row.scope;
      const base = column.base ?? row.base;
      figures.push({
        role,
        indicator,
        name,
        period,
        value: column.times === undefined ? read.value : scale(read.value, exponentOf(column.times)),
        unit,
        cell: cellName(at, index),
        ...(basis !== undefined && { basis }),
        ...(of !== undefined && { of }),
        ...(scope !== undefined && { scope }),
        ...(base !== undefined && Number(base) !== Number(period) - 1 && { base }),
      });
    }
  }
  return { figures, remarks };
};

/** 100 is 2, 0.01 is -2. */
const exponentOf = (times: string): number => (times.startsWith('0.') ? -(times.length - 2) : times.length - 1);
