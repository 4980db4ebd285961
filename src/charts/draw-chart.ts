// placeholder
import type { FontSet } from '../fonts/font-set.ts';
import type { PageTheme, Theme } from '../theme/theme.ts';
import type { Chart } from '../tree/tree.ts';

export type ChartDrawing = { readonly svg: string; readonly height: number };
export type ChartContext = {
  readonly theme: Theme;
  readonly page: PageTheme;
  readonly fonts: FontSet;
  readonly width: number;
};
export const drawChart = (_chart: Chart, context: ChartContext): ChartDrawing => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${context.width}" height="60"><rect x="0" y="0" width="100" height="20" fill="#2F4858"/></svg>`,
  height: 60,
});
