// Shares as one stacked bar for each category: name and value inside each part, or led out under it where they do not fit.
// Parts differ in lightness and are parted by a white line, so the bar reads in grey.
import type { Chart } from '../tree/tree.ts';
import type { ChartLook } from './draw-chart.ts';
import type { BarSeries, SizedOption } from './echarts.ts';
import { labelOf, lengthOf } from './series.ts';

type Part = {
  readonly text: string;
  readonly left: number;
  readonly width: number;
  readonly inside: boolean;
  readonly x: number;
};

/** Where the labels of one bar stand, points from the bar's left end; led-out labels are moved apart. */
const partsOf = (chart: Chart, row: number, plot: number, look: ChartLook): Part[] => {
  const total = chart.series.reduce((sum, { values }) => sum + (lengthOf(values[row] ?? null) ?? 0), 0) || 1;
  let left = 0;
  let taken = 0;
  return chart.series.map(({ name, values }) => {
    const value = values[row] ?? null;
    const width = ((lengthOf(value) ?? 0) / total) * plot;
    const text = `${name} ${labelOf(value)}`;
    const wide = look.measure(text);
    const inside = wide + look.size * 0.6 <= width;
    const middle = left + width / 2;
    const x = inside ? middle : Math.min(Math.max(middle, taken + wide / 2, wide / 2), plot - wide / 2);
    if (!inside) taken = x + wide / 2 + look.size;
    const part = { text, left, width, inside, x };
    left += width;
    return part;
  });
};

export const stackedOption = (chart: Chart, look: ChartLook): SizedOption => {
  const { size, measure, colors } = look;
  const several = chart.categories.length > 1;
  const labelWidth = several ? Math.max(0, ...chart.categories.map(measure)) + size * 0.75 : 0;
  const plot = Math.max(size, look.width - labelWidth);
  const rows = chart.categories.map((_, row) => partsOf(chart, row, plot, look));
  const ledOut = rows.some((parts) => parts.some(({ inside }) => !inside));
  const barHeight = Math.max(look.barHeight * 1.5, size * 1.8);
  const below = ledOut ? size * 1.9 : 0;
  const pitch = barHeight + below + (several ? look.barGap : 0);
  const height = Math.max(look.height, chart.categories.length * pitch);
  const shades = [colors.slate, colors.mid, colors.pale, colors.paper] as const;
  const fills = chart.series.map((_, index) => shades[index % shades.length] ?? colors.pale);
  const totals = chart.categories.map((_, row) =>
    chart.series.reduce((sum, { values }) => sum + (lengthOf(values[row] ?? null) ?? 0), 0),
  );

  return {
    height,
    option: {
      // Bars stand in the middle of their bands: half of what the labels under them take is moved below the last band.
      grid: { left: labelWidth, right: 0, top: -below / 2, bottom: below / 2, outerBoundsMode: 'none' },
      xAxis: { type: 'value', show: false, min: 0, max: 1 },
      yAxis: {
        type: 'category',
        inverse: true,
        data: [...chart.categories],
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: {
          show: several,
          margin: size * 0.75,
          color: colors.ink,
          fontSize: size,
          fontFamily: look.family,
          fontWeight: look.weight,
          interval: 0,
        },
      },
      series: chart.series.map((one, index): BarSeries => ({
        type: 'bar',
        stack: 'shares',
        silent: true,
        barWidth: barHeight,
        itemStyle: {
          color: fills[index] ?? colors.pale,
          borderColor: index < 2 ? colors.paper : colors.mid,
          borderWidth: 0.5,
        },
        labelLayout: ({ dataIndex, rect }) => {
          const part = rows[dataIndex ?? 0]?.[index];
          if (part === undefined) return {};
          const y = part.inside ? rect.y + rect.height / 2 : rect.y + rect.height + size;
          return { x: labelWidth + part.x, y, align: 'center', verticalAlign: 'middle' };
        },
        data: one.values.map((value, row) => {
          const part = rows[row]?.[index];
          return {
            value: (lengthOf(value) ?? 0) / (totals[row] || 1),
            label: {
              show: value !== null,
              position: 'inside',
              formatter: () => part?.text ?? '',
              color: part?.inside === true && index === 0 ? colors.paper : colors.ink,
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
