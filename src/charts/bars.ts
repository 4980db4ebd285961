// Horizontal bars for comparisons: names at the left, values at the ends of the bars, no axis but the zero line.
// With two series the bars of the first row that has both carry the series' names, in place of a legend.
import type { Chart } from '../tree/tree.ts';
import type { ChartLook } from './draw-chart.ts';
import type { BarSeries, SizedOption } from './echarts.ts';
import { extentOf, itemStyle, labelOf, lengthOf, solidBefore, wrapLabel } from './series.ts';

const between = 2;

export const barOption = (chart: Chart, look: ChartLook): SizedOption => {
  const { size, measure, colors } = look;
  const { series, categories } = chart;
  const space = size * 0.75;
  const labelWidth = Math.min(look.width * 0.4, Math.max(0, ...categories.map(measure)) + 1);
  const names = categories.map((name) => wrapLabel(name, labelWidth, measure));
  const named =
    series.length > 1
      ? Math.max(
          0,
          categories.findIndex((_, row) => series.every(({ values }) => (values[row] ?? null) !== null)),
        )
      : -1;
  const texts = series.map(({ name, values }) =>
    values.map((value, row) => (row === named ? `${labelOf(value)}（${name}）` : labelOf(value))),
  );
  const { low, high } = extentOf(chart);
  // Labels stand outside the bars: the plot leaves room for them so that the longest bar's label fits exactly.
  const plotFor = (left: number, right: number): number =>
    Math.max(size, look.width - labelWidth - space - left - right);
  const widest = (sign: 1 | -1): number =>
    Math.max(
      0,
      ...series.flatMap(({ values }, index) =>
        values.map((value, row) =>
          (lengthOf(value) ?? 0) * sign > 0 ? measure(texts[index]?.[row] ?? '') + space : 0,
        ),
      ),
    );
  // A long label on a short bar needs no room beyond the longest bar.
  const reach = (plot: number): number =>
    Math.max(
      0,
      ...series.flatMap(({ values }, index) =>
        values.map((value, row) => {
          const length = lengthOf(value) ?? 0;
          if (length <= 0) return 0;
          return (
            (length / (high - low || 1)) * plot +
            measure(texts[index]?.[row] ?? '') +
            space -
            (high / (high - low || 1)) * plot
          );
        }),
      ),
    );
  const left = low < 0 ? widest(-1) : 0;
  let right = widest(1);
  for (let round = 0; round < 4; round++) right = reach(plotFor(left, right));

  const rowHeight = series.length * look.barHeight + (series.length - 1) * between;
  const lines = Math.max(1, ...names.map(({ length }) => length));
  const pitch = Math.max(rowHeight, lines * size * 1.2) + look.barGap;
  const height = Math.max(look.height, categories.length * pitch);

  return {
    height,
    option: {
      grid: { left: labelWidth + space + left, right, top: 0, bottom: 0, outerBoundsMode: 'none' },
      xAxis: { type: 'value', show: false, min: low, max: high || 1 },
      yAxis: {
        type: 'category',
        inverse: true,
        data: names.map((name) => name.join('\n')),
        axisTick: { show: false },
        axisLine: { onZero: true, lineStyle: { color: colors.ink, width: 0.5 } },
        axisLabel: {
          margin: space + left,
          color: colors.ink,
          fontSize: size,
          fontFamily: look.family,
          fontWeight: look.weight,
          lineHeight: size * 1.2,
          interval: 0,
        },
      },
      series: series.map((one, index): BarSeries => ({
        type: 'bar',
        silent: true,
        barWidth: look.barHeight,
        barGap: `${(between / look.barHeight) * 100}%`,
        itemStyle: itemStyle(one, solidBefore(chart, index), look),
        data: one.values.map((value, row) => {
          const length = lengthOf(value);
          return {
            value: length ?? '-',
            label: {
              show: length !== null,
              position: (length ?? 0) < 0 ? 'left' : 'right',
              distance: space / 2,
              formatter: () => texts[index]?.[row] ?? '',
              color: colors.ink,
              fontSize: size,
              fontFamily: look.family,
              fontWeight: look.weight,
            },
          };
        }),
      })),
    },
  };
};
