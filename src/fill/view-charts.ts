// Takes rows and targets, gives what charts and foot notes print: growth against target, the structure, price basis.
import type { Indicator, Report } from '../report/schema.ts';
import { figureView, isYearly } from './view-rows.ts';
import type { RowView, View } from './view-shape.ts';

/** How many bars of growth a chart has before those of indicators outside the table are left to the tables. */
const enough = 4;

/**
 * Growth in per cent of the year reviewed with the target of the next year; indicators that have either, both first.
 * Results without a target are those of the table of indicators; others only where they are few, and no falls among
 * them: 检查频次下降85.7% would make every main indicator beside it a stub.
 */
export const growthRows = (
  report: Report,
  rows: readonly RowView[],
  planned: string,
  indicators: readonly Indicator[],
): View['growth'] => {
  const inTable = new Set(indicators.map(({ id }) => id));
  const found = new Map<string, View['growth'][number]>();
  for (const row of rows) {
    const percent = row.growth?.unit === '%' || row.growth?.word === '';
    if (found.has(row.indicator) || row.growth === null || !percent || row.growth.plotted === '') continue;
    if (!isYearly(row)) continue;
    const name = row.growth.basis === '' ? row.name : `${row.name}（${row.growth.basis}）`;
    found.set(row.indicator, { name, result: row.growth, target: null, planned });
  }
  for (const target of report.targets) {
    if (target.growth?.unit !== '%' || target.growth.value === undefined) continue;
    const { value, unit, qualifiers = [] } = target.growth;
    const goal = figureView({ value, unit }, `target.${target.id}.growth`);
    const before = found.get(target.indicator);
    // A growth and a target on different bases are no pair of bars.
    if (before?.result && before.result.basis !== qualifiers.join('，')) continue;
    found.set(target.indicator, {
      name: before?.name ?? (qualifiers.length > 0 ? `${target.name}（${qualifiers.join('，')}）` : target.name),
      result: before?.result ?? null,
      target: goal,
      planned,
    });
  }
  const all = [...found].map(([indicator, row]) => ({ row, known: inTable.has(indicator) }));
  const main = [
    ...all.filter(({ row }) => row.result && row.target),
    ...all.filter(({ row }) => row.target && !row.result),
    ...all.filter(({ row, known }) => row.result && !row.target && known),
  ];
  const other = all.filter(({ row, known }) => !row.target && !known && row.result?.sign !== '▼');
  return [...main, ...other.slice(0, Math.max(0, enough - main.length))].map(({ row }) => row);
};

/** The structure that the report states, three industries before any other; null when it states none. */
export const structureOf = (rows: readonly RowView[]): View['structure'] => {
  const structured = rows.filter((row) => row.parts.length > 1);
  const row = structured.find((one) => one.parts.length === 3) ?? structured[0];
  if (row === undefined) return null;
  return {
    name: row.name,
    period: `${row.period.replace('-', '—')}年`,
    unit: row.parts[0]?.value.unit ?? '%',
    parts: row.parts,
    ratio: row.parts.map((part) => part.value.plotted).join(':'),
  };
};

/** Notes for the foot: price basis, qualifiers as the report states them, what the dash means, whose figures they are. */
export const notesOf = (
  report: Report,
  rows: readonly RowView[],
  indicators: readonly Indicator[],
): readonly string[] => {
  const comparable = new Set(indicators.filter((one) => one.basis === 'comparable').map((one) => one.id));
  const basis = [...new Set(rows.filter((row) => row.growth && comparable.has(row.indicator)).map((row) => row.name))];
  const qualified = [
    ...new Set([
      ...rows
        .filter((row) => /口径|可比|现价|不含|剔除|包括/u.test(row.qualifiers))
        .map((row) => `${row.name}${row.qualifiers}`),
      // where a table has no room for the words, they stand at the foot
      ...rows.flatMap(({ name, growth }) => (growth && growth.basis.length > 7 ? [`${name}增速${growth.basis}`] : [])),
    ]),
  ];
  return [
    ...(basis.length > 0
      ? [`${basis.slice(0, 3).join('、')}${basis.length > 3 ? '等' : ''}绝对额按现价，增速按可比价。`]
      : []),
    ...(qualified.length > 0 ? [`口径：${qualified.slice(0, 6).join('；')}。`] : []),
    '“—”表示报告没有给出。',
    `数据取自${report.title}，范围为${report.place.short}。`,
  ];
};
