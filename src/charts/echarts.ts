// The border to ECharts: only the parts that the charts use, on the server, as SVG without scripts or hover styles.
// Classes, which it numbers from a counter of the process, are taken out, so that the same chart gives the same bytes.
import { BarChart, type BarSeriesOption } from 'echarts/charts';
import { GridComponent, type GridComponentOption } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartLook } from './draw-chart.ts';

echarts.use([BarChart, GridComponent, SVGRenderer]);

type ChartOption = echarts.ComposeOption<BarSeriesOption | GridComponentOption>;
export type BarSeries = BarSeriesOption;

/** A chart's option with the height that it needs, points. */
export type SizedOption = { readonly option: ChartOption; readonly height: number };

export const renderSvg = (look: ChartLook, { option, height }: SizedOption): string => {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: look.width, height });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: look.family, fontSize: look.size, fontWeight: look.weight, color: look.colors.ink },
    ...option,
  });
  const drawn = chart.renderToSVGString();
  chart.dispose();
  return (
    drawn
      .replace(/<style[^]*?<\/style>/g, '')
      .replace(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
      // Boxes for the pointer to meet: neither filled nor stroked.
      .replace(/<(path|rect)(?![^>]*stroke=)[^>]*fill="none"[^>]*><\/\1>\n?/g, '')
  );
};
