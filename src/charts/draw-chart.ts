// A chart of the tree as SVG in points, for the PDF: bars across, columns over time, or shares stacked in one bar.
// Values are drawn to scale from a zero base and printed as the report has them; series differ in lightness and outline,
// so the chart reads in grey. Text stays text, in the document's own faces.
import type { FontSet } from '../fonts/font-set.ts';
import { colorOf, type PageTheme, type Theme } from '../theme/theme.ts';
import { unreachable, type Chart } from '../tree/tree.ts';
import { barOption } from './bars.ts';
import { columnOption } from './columns.ts';
import { renderSvg } from './echarts.ts';
import { stackedOption } from './stacked.ts';

/** `height` and the drawing's width are points. */
export type ChartDrawing = { readonly svg: string; readonly height: number };

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

const draw = (chart: Chart, look: ChartLook): ChartDrawing => {
  switch (chart.type) {
    case 'bar':
      return renderSvg(look, barOption(chart, look));
    case 'column':
      return renderSvg(look, columnOption(chart, look));
    case 'stacked':
      return renderSvg(look, stackedOption(chart, look));
    default:
      return unreachable(chart.type);
  }
};

type Drawn = { readonly context: ChartContext; readonly drawing: ChartDrawing };

/** The last drawing of a chart that is still in use: the tries of a limited document share those that gave up no row. */
const drawn = new WeakMap<Chart, Drawn>();

const isSame = (a: ChartContext, b: ChartContext): boolean =>
  a.width === b.width && a.page === b.page && a.theme === b.theme && a.fonts === b.fonts;

/** Draws a chart `context.width` wide. Same chart, same bytes. */
export const drawChart = (chart: Chart, context: ChartContext): ChartDrawing => {
  const known = drawn.get(chart);
  if (known !== undefined && isSame(known.context, context)) return known.drawing;
  const drawing = draw(chart, lookOf(chart, context));
  drawn.set(chart, { context, drawing });
  return drawing;
};
