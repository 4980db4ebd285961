// Where things stand in a chart: how high it is, where the plot lies, how long the axis, which labels stand inside a bar
// and which are led out. Word and LibreOffice would each choose their own; a plan makes both draw the same.
// Takes a chart and its room in points; keeps to points, and gives fractions where DrawingML wants them.
import type { Chart, Series } from '../tree/tree.ts';
import { widthOf, type Drawing } from './drawing.ts';

/** A plot area in fractions of the chart. */
type PlotArea = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** The label of one series of a single stacked bar. */
type SliceLabel = {
  /** Where a label that does not fit its slice is moved to, in fractions of the chart; undefined when it fits. */
  readonly moved: { readonly x: number; readonly y: number } | undefined;
};

export type ChartPlan = {
  readonly chart: Chart;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** Undefined leaves the layout to the program that draws: charts with a legend. */
  readonly plot: PlotArea | undefined;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  /** Between categories, percent of a bar. */
  readonly gapWidth: number;
  /** How far bars of one category lie over each other, percent of a bar; below zero they stand apart. */
  readonly overlap: number;
  /** A single bar needs no name beside it: the title says what it is. */
  readonly named: boolean;
  /** One for each series of a single stacked bar, else none. */
  readonly slices: readonly SliceLabel[];
};

/** Around the plot, and between a label and what it labels, points. */
const margin = 4;

/** Between the bars of one category, points: labels are a little higher than their bars. */
const between = 2;

const numberOf = (value: string | null | undefined): number => Number(value ?? 0);

/** Whether a series' name stands with its first value: two series need no legend, one needs no name. */
export const namedSeries = (chart: Chart): boolean =>
  (chart.type !== 'stacked' && chart.series.length === 2) ||
  (chart.type === 'stacked' && chart.categories.length === 1);

export const hasLegend = (chart: Chart): boolean => !namedSeries(chart) && chart.series.length > 1;

/** The text of a label as Word composes it. */
const labelText = (chart: Chart, series: Series, index: number): string => {
  const value = series.values[index] ?? '';
  const first = series.values.findIndex((one) => one !== null);
  return namedSeries(chart) && index === first ? `${series.name} ${value}` : value;
};

const stackedPlan = (chart: Chart, width: number, drawing: Drawing): ChartPlan => {
  const { barHeight, barGap } = drawing.page.chart;
  const label = drawing.page.styles['chart-label'];
  const sums = chart.categories.map((_, index) =>
    chart.series.reduce((sum, series) => sum + numberOf(series.values[index]), 0),
  );
  const whole = Math.max(...sums, 0) || 1;
  const single = chart.categories.length === 1;
  const left = single ? 0 : categoryWidth(chart, width, drawing);
  const plotWidth = single ? width : width - left - margin;
  const widths = chart.series.map(
    (series) => widthOf(drawing, labelText(chart, series, 0), 'chart-label') + 2 * margin,
  );
  const slices = chart.series.map((series) => (numberOf(series.values[0]) / whole) * plotWidth);
  const fits = slices.map((slice, index) => slice >= (widths[index] ?? 0));
  const above = single && fits.includes(false) ? label.leading : 0;
  const bars = chart.categories.length * (2 * barHeight + barGap);
  const height = chart.height > 0 ? (chart.height * 72) / 25.4 : single ? 2 * barHeight + margin + above : bars + 34;
  const barThickness = height - margin - above;
  let start = 0;
  let free = 0;
  const labels = slices.map((slice, index): SliceLabel => {
    const from = start;
    start += slice;
    if (fits[index] === true) return { moved: undefined };
    const own = widths[index] ?? 0;
    const at = Math.max(from, free);
    free = at + own;
    return {
      moved: {
        x: (at + own / 2 - (from + slice / 2)) / width,
        y: -(barThickness / 2 + label.leading / 2) / height,
      },
    };
  });
  return {
    chart,
    width,
    height,
    plot: single
      ? { x: left / width, y: (margin / 2 + above) / height, w: plotWidth / width, h: barThickness / height }
      : undefined,
    minimum: 0,
    maximum: whole,
    gapWidth: single ? 0 : Math.round((50 * barGap) / barHeight),
    overlap: 100,
    named: !single,
    slices: single ? labels : [],
  };
};

/** What the names of the categories take at the left of bars, points. */
const categoryWidth = (chart: Chart, width: number, drawing: Drawing): number =>
  Math.min(
    width * 0.45,
    Math.max(...chart.categories.map((name) => widthOf(drawing, name, 'chart-label'))) + 2 * margin,
  );

/** Where the axis must begin and end so that every label has its room beside its bar, on either side of zero. */
const axisOf = (
  chart: Chart,
  plotWidth: number,
  drawing: Drawing,
): { readonly minimum: number; readonly maximum: number } => {
  const bars = chart.series.flatMap((series) =>
    series.values.map((value, index) => {
      const label = value === null ? 0 : widthOf(drawing, labelText(chart, series, index), 'chart-label') + 2 * margin;
      return { value: numberOf(value), label };
    }),
  );
  const none = { value: 0, label: 0 };
  const right = [none, ...bars.filter(({ value }) => value >= 0)];
  const left = [none, ...bars.filter(({ value }) => value < 0)];
  // Points to a unit: what the longest bars of both sides leave when their labels have their room.
  const scale = Math.min(
    ...right.flatMap((over) =>
      left.map((under) => {
        const length = over.value - under.value;
        return length === 0
          ? Number.POSITIVE_INFINITY
          : Math.max(plotWidth / 4, plotWidth - over.label - under.label) / length;
      }),
    ),
  );
  return {
    minimum: Math.min(...left.map(({ value, label }) => value - label / scale)),
    maximum: Math.max(...right.map(({ value, label }) => value + label / scale)),
  };
};

const barPlan = (chart: Chart, width: number, drawing: Drawing): ChartPlan => {
  const { barHeight, barGap } = drawing.page.chart;
  const legend = hasLegend(chart);
  const bars = chart.series.length;
  const slots = chart.categories.length * (bars * barHeight + (bars - 1) * between + barGap);
  // As high as in the PDF: half a gap stands over the first bar and under the last.
  const height = chart.height > 0 ? (chart.height * 72) / 25.4 : slots + (legend ? 20 : 0);
  const left = categoryWidth(chart, width, drawing);
  const plotWidth = width - left - margin;
  const negative = chart.series.some((series) => series.values.some((value) => numberOf(value) < 0));
  const { minimum, maximum } = axisOf(chart, plotWidth, drawing);
  return {
    chart,
    width,
    height,
    plot: legend ? undefined : { x: left / width, y: 0, w: plotWidth / width, h: 1 },
    minimum: !negative ? 0 : legend ? undefined : minimum,
    maximum: legend || minimum === maximum ? undefined : maximum,
    gapWidth: Math.round((100 * barGap) / barHeight),
    overlap: -Math.round((100 * between) / barHeight),
    named: true,
    slices: [],
  };
};

/** Widest gap that Word and LibreOffice leave between categories, percent of a column. */
const widestGap = 500;

/** Columns as wide and as far apart as in the PDF (charts/columns.ts), with room for their labels and names. */
const columnPlan = (chart: Chart, width: number, drawing: Drawing): ChartPlan => {
  const { barHeight } = drawing.page.chart;
  const { size } = drawing.page.styles['chart-label'];
  const count = Math.max(1, chart.series.length);
  const pitch = width / Math.max(1, chart.categories.length);
  const labels = chart.series.flatMap(({ values }) =>
    values.map((value) => widthOf(drawing, value ?? '', 'chart-label')),
  );
  const step = Math.max(barHeight * 1.5, ...labels.map((label) => label + size / 2));
  const bar = Math.max(1, Math.min(barHeight * 2, (pitch * 0.9) / count));
  const apart = Math.max(0, Math.min(step, pitch / count) - bar);
  const free = pitch - count * bar - (count - 1) * apart;
  const [above, below] = [size * 1.5, size * 1.7 + margin];
  const height = Math.max((chart.height * 72) / 25.4, above + below + barHeight * 6);
  const negative = chart.series.some((series) => series.values.some((value) => numberOf(value) < 0));
  const isPlanned = !negative && !hasLegend(chart);
  return {
    chart,
    width,
    height,
    plot: isPlanned ? { x: 0, y: above / height, w: 1, h: (height - above - below) / height } : undefined,
    minimum: negative ? undefined : 0,
    maximum: isPlanned ? Math.max(...chart.series.flatMap(({ values }) => values.map(numberOf)), 0) || 1 : undefined,
    gapWidth: Math.min(widestGap, Math.max(0, Math.round((100 * free) / bar))),
    overlap: -Math.min(100, Math.round((100 * apart) / bar)),
    named: true,
    slices: [],
  };
};

/** The plan of a chart in `room` twips. */
export const planChart = (chart: Chart, room: number, drawing: Drawing): ChartPlan => {
  const width = room / 20;
  switch (chart.type) {
    case 'stacked':
      return stackedPlan(chart, width, drawing);
    case 'bar':
      return barPlan(chart, width, drawing);
    case 'column':
      return columnPlan(chart, width, drawing);
  }
};
