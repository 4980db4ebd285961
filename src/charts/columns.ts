// Columns over time: one group for each period, values above, periods below, the base line and nothing else.
import type { Chart } from '../tree/tree.ts';
import type { ChartLook } from './draw-chart.ts';
import type { BarSeries, SizedOption } from './echarts.ts';
import { extentOf, itemStyle, labelOf, lengthOf, solidBefore, wrapLabel } from './series.ts';

export const columnOption = (chart: Chart, look: ChartLook): SizedOption => {
  const { size, measure, colors } = look;
  const { series, categories } = chart;
  const pitch = look.width / Math.max(1, categories.length);
  const names = categories.map((name) => wrapLabel(name, pitch - size / 2, measure));
  const lines = Math.max(1, ...names.map(({ length }) => length));
  const bottom = lines * size * 1.2 + size * 0.5;
  const top = size * 1.5;
  const height = Math.max(look.height, top + bottom + look.barHeight * 6);
  const { low, high } = extentOf(chart);
  // The value of a column that falls stands below it, above the names of the periods.
  const below = low < 0 ? size * 1.5 : 0;
  const labels = series.flatMap(({ values }) => values.map(labelOf));
  // Labels of neighbouring columns must not touch: columns are at least as far apart as the widest label.
  const step = Math.max(look.barHeight * 1.5, ...labels.map((label) => measure(label) + size / 2));
  const barWidth = Math.max(1, Math.min(look.barHeight * 2, (pitch * 0.9) / Math.max(1, series.length)));
  const gap = Math.max(0, Math.min(step, pitch / series.length) - barWidth);

  return {
    height,
    option: {
      grid: { left: 0, right: 0, top, bottom: bottom + below, outerBoundsMode: 'none' },
      yAxis: { type: 'value', show: false, min: low, max: high || 1 },
      xAxis: {
        type: 'category',
        data: names.map((name) => name.join('\n')),
        axisTick: { show: false },
        axisLine: { onZero: true, lineStyle: { color: colors.ink, width: 0.5 } },
        axisLabel: {
          margin: size / 2 + below,
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
        barWidth,
        barGap: `${(gap / barWidth) * 100}%`,
        itemStyle: itemStyle(one, solidBefore(chart, index), look),
        data: one.values.map((value) => {
          const length = lengthOf(value);
          return {
            value: length ?? '-',
            label: {
              show: length !== null,
              position: (length ?? 0) < 0 ? 'bottom' : 'top',
              distance: size / 3,
              formatter: () => labelOf(value),
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
