// Charts as Word's own, with their workbook, so that a clerk can edit the data. Results are solid, targets outlined,
// labels keep the precision of the report. docx draws the chart; `finishChart` mends what it has no options for.
import { Paragraph, type FileChild } from 'docx';
import { ChartRun, type ChartFont, type ChartPointLabel, type ChartSeries } from 'docx/charts';
import type { Chart, Series } from '../tree/tree.ts';
import { textOf } from '../tree/walk.ts';
import { color, type Drawing } from './drawing.ts';
import { drawInlines } from './inlines.ts';
import { twips, twipsOfMm } from './page.ts';
import { extraStyles, styles } from './style-names.ts';

/** A chart's lengths are given in pixels of 1/96 inch, which is 15 twips. */
const twipsOfPixel = 15;

/** The number format that shows a decimal text as it is written: `7.1` as `0.0`, `15` as `0`. */
export const numberFormat = (value: string): string => {
  const point = value.indexOf('.');
  return point === -1 ? '0' : `0.${'0'.repeat(value.length - point - 1)}`;
};

/** The format that most values of a series have; the first of equals. */
const commonFormat = (series: Series): string => {
  const counts = new Map<string, number>();
  for (const value of series.values) {
    if (value === null) continue;
    const format = numberFormat(value);
    counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '0';
};

const fillOf = (chart: Chart, series: Series, index: number, drawing: Drawing): string => {
  if (chart.type === 'stacked') return color(drawing, (['slate', 'mid', 'pale'] as const)[index % 3] ?? 'mid');
  return color(drawing, series.role === 'base' ? 'mid' : 'slate');
};

/** Whether names of series stand in the first labels: two series need no legend, one needs no name. */
const namedInLabels = (chart: Chart): boolean => chart.type !== 'stacked' && chart.series.length === 2;

const pointLabels = (chart: Chart, series: Series, font: ChartFont): (ChartPointLabel | undefined)[] => {
  const common = commonFormat(series);
  const first = series.values.findIndex((value) => value !== null);
  return series.values.map((value, index) => {
    if (value === null) return undefined;
    const named = namedInLabels(chart) && index === first;
    const format = numberFormat(value);
    return named || format !== common ? { value: true, seriesName: named, numberFormat: format, font } : undefined;
  });
};

/** Bars start at zero; a stacked bar fills the width. */
const axisEnds = (chart: Chart): { readonly minimum?: number; readonly maximum?: number } => {
  const values = chart.series.flatMap((series) => series.values.map((value) => Number(value ?? 0)));
  if (chart.type !== 'stacked') return values.some((value) => value < 0) ? {} : { minimum: 0 };
  const sums = chart.categories.map((_, index) =>
    chart.series.reduce((sum, series) => sum + Number(series.values[index] ?? 0), 0),
  );
  return { minimum: 0, maximum: Math.max(...sums) };
};

/** The height of the drawing in twips, from the number of bars unless the template gives it. */
const heightOf = (chart: Chart, drawing: Drawing): number => {
  if (chart.height > 0) return twipsOfMm(chart.height);
  const { barHeight, barGap } = drawing.page.chart;
  const frame = chart.type === 'stacked' || chart.series.length > 2 ? 34 : 14;
  switch (chart.type) {
    case 'bar':
      return twips(chart.categories.length * (chart.series.length * barHeight + barGap) + frame);
    case 'stacked':
      return twips(chart.categories.length * (2 * barHeight + barGap) + frame);
    case 'column':
      return twips(12 * barHeight + frame);
  }
};

/** The title as a paragraph in the reading order, and the chart in a line of its own. */
export const drawChart = (chart: Chart, room: number, drawing: Drawing): FileChild[] => {
  const label = drawing.page.styles['chart-label'];
  const face = drawing.fonts.resolve(label.role, label.bold);
  const font: ChartFont = { name: face.family, size: label.size, bold: face.bold, color: color(drawing, 'ink') };
  const texts = [...chart.categories, ...chart.series.flatMap((series) => [series.name, ...series.values])];
  for (const text of [...texts, '0123456789.-']) if (text !== null) drawing.faceRuns(text, label.role, label.bold);
  drawing.charts.push(chart);
  const stacked = chart.type === 'stacked';
  const series = chart.series.map((one, index): ChartSeries => {
    const onDark = stacked && index % 3 === 0;
    const own = onDark ? { ...font, color: color(drawing, 'paper') } : font;
    return {
      name: one.name,
      // Drawn as a length only; labels are written by the format of the text.
      values: one.values.map((value) => (value === null ? null : Number(value))),
      color: fillOf(chart, one, index, drawing),
      dataLabels: {
        value: true,
        numberFormat: commonFormat(one),
        position: stacked ? 'center' : 'outsideEnd',
        font: own,
      },
      pointLabels: pointLabels(chart, one, own),
    };
  });
  const { barHeight, barGap } = drawing.page.chart;
  const common = {
    categories: chart.categories,
    series,
    font: { name: face.family, bold: face.bold },
    legend: stacked || chart.series.length > 2 ? ({ position: 'top', font } as const) : (false as const),
    categoryAxis: { font, reverseOrder: chart.type !== 'column' },
    valueAxis: { visible: false, gridlines: false, ...axisEnds(chart) },
    chartArea: { fill: 'none', border: 'none' as const },
    transformation: {
      width: Math.floor(room / twipsOfPixel),
      height: Math.round((heightOf(chart, drawing) * drawing.leading) / twipsOfPixel),
    },
    altText: { name: `图${drawing.charts.length}`, description: chart.description, title: textOf(chart.title) },
    gapWidth: Math.round((100 * barGap) / barHeight),
  };
  return [
    ...(chart.title.length === 0
      ? []
      : [
          new Paragraph({
            style: styles['chart-title'].id,
            children: drawInlines(chart.title, 'chart-title', drawing),
          }),
        ]),
    new Paragraph({
      style: extraStyles.figure,
      children: [
        new ChartRun(
          chart.type === 'column'
            ? { type: 'column', ...common, overlap: 0 }
            : { type: 'bar', ...common, ...(stacked ? { stacking: 'stacked' as const } : { overlap: 0 }) },
        ),
      ],
    }),
  ];
};

const outline = (hex: string): string =>
  `<c:spPr><a:noFill/><a:ln w="9525"><a:solidFill><a:srgbClr val="${hex}"/></a:solidFill></a:ln></c:spPr>`;

/**
 * Mends a chart part that docx has written: the East Asian font is the chart's own and not the system's, targets are
 * outlines, a named label separates name and value by a space, and the language is the document's.
 */
export const finishChart = (xml: string, chart: Chart, language: string, drawing: Drawing): string => {
  const label = drawing.page.styles['chart-label'];
  const { family } = drawing.fonts.resolve(label.role, label.bold);
  let index = -1;
  return xml
    .replaceAll('<a:ea typeface="+mn-ea"/>', `<a:ea typeface="${family}"/>`)
    .replaceAll('lang="en-US"', `lang="${language}"`)
    .replace('<c:lang val="en-US"/>', `<c:lang val="${language}"/>`)
    .replaceAll(
      '<c:showSerName val="1"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>',
      '<c:showSerName val="1"/><c:showPercent val="0"/><c:showBubbleSize val="0"/><c:separator> </c:separator>',
    )
    .replaceAll(/<c:dLbls?>.*?<\/c:dLbls?>/gs, (labels) => labels.replaceAll('wrap="square"', 'wrap="none"'))
    .replaceAll(/<c:ser>.*?<\/c:ser>/gs, (series) => {
      index += 1;
      const outlined = chart.type === 'stacked' ? index % 3 === 2 : chart.series[index]?.role === 'target';
      return outlined ? series.replace(/<c:spPr>.*?<\/c:spPr>/s, outline(color(drawing, 'slate'))) : series;
    });
};
