// The border to ECharts: on the server, as SVG without scripts or hover styles. Classes, which it numbers from a counter
// of the process, are taken out, so that the same chart gives the same bytes.
import type { BarSeriesOption, ComposeOption, GridComponentOption } from 'echarts';
// The whole in one file: its parts by themselves come in 500 files, which take eight times as long to load.
import * as echarts from 'echarts/dist/echarts.esm.min.mjs';
import type { ChartLook } from './draw-chart.ts';

type ChartOption = ComposeOption<BarSeriesOption | GridComponentOption>;
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
