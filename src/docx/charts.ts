// Charts as Word's own, with their workbook, so that a clerk can edit the data. Results are solid, targets outlined,
// labels keep the precision of the report. docx draws what its options hold; finish-chart.ts mends the rest.
import { Paragraph, type FileChild } from 'docx';
import { ChartRun, type ChartFont, type ChartPointLabel, type ChartSeries } from 'docx/charts';
import type { Chart, Series } from '../tree/tree.ts';
import { textOf } from '../tree/walk.ts';
import { hasLegend, namedSeries, planChart, type ChartPlan } from './chart-plan.ts';
import { color, type Drawing } from './drawing.ts';
import { drawInlines } from './inlines.ts';
import { withSpace, type Space } from './spacing.ts';
import { extraStyles, styles } from './style-names.ts';

/**
 * The number format that shows a decimal text as it is written, with a true minus: `7.1` as `0.0`, `15` as `0`. A sign
 * that is no ASCII stands in quotes: Office takes a format for damaged that holds it bare.
 */
const numberFormat = (value: string): string => {
  const point = value.indexOf('.');
  const digits = point === -1 ? '0' : `0.${'0'.repeat(value.length - point - 1)}`;
  return `${digits};"−"${digits}`;
};

/** The format that most values of a series have; the first of equals. */
const commonFormat = (series: Series): string => {
  const counts = new Map<string, number>();
  for (const value of series.values) {
    if (value === null) continue;
    const format = numberFormat(value);
    counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? numberFormat('0');
};

const fillOf = (chart: Chart, series: Series, index: number, drawing: Drawing): string => {
  if (chart.type === 'stacked') return color(drawing, (['slate', 'mid', 'pale'] as const)[index % 3] ?? 'mid');
  return color(drawing, series.role === 'base' ? 'mid' : 'slate');
};

/** Labels of single values: those whose precision differs, and the first, which names the series. */
const pointLabels = (chart: Chart, series: Series, font: ChartFont): (ChartPointLabel | undefined)[] => {
  const common = commonFormat(series);
  const first = series.values.findIndex((value) => value !== null);
  return series.values.map((value, index) => {
    if (value === null) return undefined;
    const named = namedSeries(chart) && index === first;
    const format = numberFormat(value);
    return named || format !== common ? { value: true, seriesName: named, numberFormat: format, font } : undefined;
  });
};

const drawSeries = (plan: ChartPlan, font: ChartFont, drawing: Drawing): ChartSeries[] => {
  const { chart } = plan;
  const stacked = chart.type === 'stacked';
  return chart.series.map((series, index) => {
    const onDark = stacked && index % 3 === 0 && plan.slices[index]?.moved === undefined;
    const own = onDark ? { ...font, color: color(drawing, 'paper') } : font;
    return {
      name: series.name,
      // A length to draw; the label is written by the format of the text.
      values: series.values.map((value) => (value === null ? null : Number(value))),
      color: fillOf(chart, series, index, drawing),
      dataLabels: {
        value: true,
        numberFormat: commonFormat(series),
        position: stacked ? 'center' : 'outsideEnd',
        font: own,
      },
      pointLabels: pointLabels(chart, series, own),
    };
  });
};

/** Points to pixels of 1/96 inch, which docx sizes charts in. */
const pixels = (points: number): number => (points * 4) / 3;

const chartRun = (plan: ChartPlan, name: string, drawing: Drawing): ChartRun => {
  const { chart } = plan;
  const label = drawing.page.styles['chart-label'];
  const face = drawing.fonts.resolve(label.role, label.bold);
  const font: ChartFont = { name: face.family, size: label.size, bold: face.bold, color: color(drawing, 'ink') };
  const common = {
    categories: chart.categories,
    series: drawSeries(plan, font, drawing),
    font: { name: face.family, bold: face.bold },
    legend: hasLegend(chart) ? ({ position: 'top', font } as const) : (false as const),
    categoryAxis: { font, reverseOrder: chart.type !== 'column', visible: plan.named },
    valueAxis: {
      visible: false,
      gridlines: false,
      ...(plan.minimum === undefined ? {} : { minimum: plan.minimum }),
      ...(plan.maximum === undefined ? {} : { maximum: plan.maximum }),
    },
    chartArea: { fill: 'none', border: 'none' as const },
    transformation: { width: pixels(plan.width), height: pixels(plan.height) },
    altText: { name, description: chart.description, title: textOf(chart.title) },
    gapWidth: plan.gapWidth,
  };
  switch (chart.type) {
    case 'column':
      return new ChartRun({ type: 'column', ...common, overlap: plan.overlap });
    case 'bar':
      return new ChartRun({ type: 'bar', ...common, overlap: plan.overlap });
    case 'stacked':
      return new ChartRun({ type: 'bar', ...common, stacking: 'stacked' });
  }
};

/** Notes what the labels are written with: the charts' text is no run of the document. */
const noteCharacters = (chart: Chart, drawing: Drawing): void => {
  const { role, bold } = drawing.page.styles['chart-label'];
  const texts = [...chart.categories, ...chart.series.flatMap((series) => [series.name, ...series.values])];
  for (const text of [...texts, '0123456789.− ']) if (text !== null) drawing.faceRuns(text, role, bold);
};

/** The title as a paragraph in the reading order, and the chart in a line of its own. */
export const drawChart = (chart: Chart, room: number, drawing: Drawing, space: Space): FileChild[] => {
  const plan = planChart(chart, room, drawing);
  drawing.charts.push(plan);
  noteCharacters(chart, drawing);
  const title =
    chart.title.length === 0
      ? []
      : [
          new Paragraph({
            style: styles['chart-title'].id,
            ...withSpace('chart-title', space, drawing.page),
            children: drawInlines(chart.title, 'chart-title', drawing),
          }),
        ];
  return [
    ...title,
    new Paragraph({
      style: extraStyles.figure,
      children: [chartRun(plan, `图${drawing.charts.length}`, drawing)],
    }),
  ];
};
