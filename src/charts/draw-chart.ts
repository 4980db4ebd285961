// A chart of the tree as SVG in points, for the PDF: bars across, columns over time, or shares stacked in one bar.
// Values are drawn to scale from a zero base and printed as the report has them; series differ in lightness and outline,
// so the chart reads in grey. Text stays text, in the document's own faces.
import type { FontSet } from '../fonts/font-set.ts';
import { colorOf, type PageTheme, type Theme } from '../theme/theme.ts';
import { unreachable, type Chart } from '../tree/tree.ts';
import { barOption } from './bars.ts';
import { columnOption } from './columns.ts';
import { renderSvg, type SizedOption } from './echarts.ts';
import { stackedOption } from './stacked.ts';

/** Width and height in points; `draw` gives the SVG. A layout asks for the size only, and may come to nothing. */
export type ChartDrawing = { readonly width: number; readonly height: number; readonly draw: () => string };

export type ChartContext = {
  readonly theme: Theme;
  readonly page: PageTheme;
  readonly fonts: FontSet;
  readonly width: number;
};

/** What the kinds of chart share: sizes in points, colours, and the width of a label. */
export type ChartLook = {
  readonly width: number;
  /** Height that the template asks for, 0 for none. */
  readonly height: number;
  readonly size: number;
  readonly family: string;
  readonly weight: 'normal' | 'bold';
  readonly barHeight: number;
  readonly barGap: number;
  readonly hairline: number;
  readonly colors: Readonly<Record<'ink' | 'slate' | 'mid' | 'pale' | 'paper', string>>;
  readonly measure: (text: string) => number;
};

const lookOf = (chart: Chart, { theme, page, fonts, width }: ChartContext): ChartLook => {
  const style = page.styles['chart-label'];
  const face = fonts.resolve(style.role, style.bold);
  const color = (name: string): string => colorOf(theme, name);
  return {
    width,
    height: (chart.height * 72) / 25.4,
    size: style.size,
    family: face.family,
    weight: face.bold ? 'bold' : 'normal',
    barHeight: page.chart.barHeight,
    barGap: page.chart.barGap,
    hairline: page.rules.hairline,
    colors: {
      ink: color('ink'),
      slate: color('slate'),
      mid: color('mid'),
      pale: color('pale'),
      paper: color('paper'),
    },
    measure: (text) =>
      [...text].reduce((sum, character) => sum + face.advance(character.codePointAt(0) ?? 0), 0) * style.size,
  };
};

const optionOf = (chart: Chart, look: ChartLook): SizedOption => {
  switch (chart.type) {
    case 'bar':
      return barOption(chart, look);
    case 'column':
      return columnOption(chart, look);
    case 'stacked':
      return stackedOption(chart, look);
    default:
      return unreachable(chart.type);
  }
};

/** Plans a chart `context.width` wide. Same chart, same bytes. */
export const planChart = (chart: Chart, context: ChartContext): ChartDrawing => {
  const look = lookOf(chart, context);
  const sized = optionOf(chart, look);
  return { width: look.width, height: sized.height, draw: () => renderSvg(look, sized) };
};
