// Mends a chart part after docx has written it, in what docx has no options for: the East Asian font, outlined targets,
// the plan's plot area and moved labels, the base line, labels that do not wrap, and the document's language.
// Works on the text of the part: docx writes it in one fixed form, which the tests of this folder hold it to.
import type { ChartPlan } from './chart-plan.ts';
import { color, type Drawing } from './drawing.ts';
import { tag } from './xml.ts';

const solid = (hex: string): string => tag('a:solidFill', {}, tag('a:srgbClr', { val: hex }));

const shape = (fill: string, line: string): string => tag('c:spPr', {}, fill, tag('a:ln', { w: 9525 }, solid(line)));

const fraction = (value: number): string => value.toFixed(4);

const plotLayout = ({ plot }: ChartPlan): string =>
  plot === undefined
    ? '<c:layout/>'
    : tag(
        'c:layout',
        {},
        tag(
          'c:manualLayout',
          {},
          tag('c:layoutTarget', { val: 'inner' }),
          tag('c:xMode', { val: 'edge' }),
          tag('c:yMode', { val: 'edge' }),
          ...(['x', 'y', 'w', 'h'] as const).map((side) => tag(`c:${side}`, { val: fraction(plot[side]) })),
        ),
      );

/** Targets are outlines; of a stacked bar every third part is pale and needs an edge. */
const outlineOf = (plan: ChartPlan, index: number, drawing: Drawing): string | undefined => {
  const slate = color(drawing, 'slate');
  if (plan.chart.type === 'stacked') {
    return index % 3 === 2 ? shape(solid(color(drawing, 'pale')), slate) : undefined;
  }
  return plan.chart.series[index]?.role === 'target' ? shape('<a:noFill/>', slate) : undefined;
};

const moveLabel = (series: string, plan: ChartPlan, index: number): string => {
  const moved = plan.slices[index]?.moved;
  if (moved === undefined) return series;
  const layout = tag(
    'c:layout',
    {},
    tag('c:manualLayout', {}, tag('c:x', { val: fraction(moved.x) }), tag('c:y', { val: fraction(moved.y) })),
  );
  return series
    .replace(/(<c:dLbl><c:idx val="0"\/>)/, `$1${layout}`)
    .replace('</c:dLbls>', `${noLeaderLines}</c:dLbls>`);
};

/** The axis is reduced to its base line, as in the PDF. */
const baseLine = (axis: string, drawing: Drawing): string =>
  axis.replace(/<a:ln .*?<\/a:ln>/s, tag('a:ln', { w: 6350 }, solid(color(drawing, 'ink'))));

/** Office 2013 and LibreOffice draw a line to each label that was moved, unless this says no. */
const noLeaderLines = tag(
  'c:extLst',
  {},
  tag(
    'c:ext',
    {
      uri: '{CE6537A1-D6FC-4f65-9D91-7224C49458BB}',
      'xmlns:c15': 'http://schemas.microsoft.com/office/drawing/2012/chart',
    },
    tag('c15:showLeaderLines', { val: 0 }),
  ),
);

const named = '<c:showSerName val="1"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';

/** The chart part as it is to be. */
export const finishChart = (xml: string, plan: ChartPlan, language: string, drawing: Drawing): string => {
  const label = drawing.page.styles['chart-label'];
  const { family } = drawing.fonts.resolve(label.role, label.bold);
  let index = -1;
  return xml
    .replaceAll('<a:ea typeface="+mn-ea"/>', tag('a:ea', { typeface: family }))
    .replaceAll('lang="en-US"', `lang="${language}"`)
    .replace('<c:lang val="en-US"/>', tag('c:lang', { val: language }))
    .replace('<c:plotArea><c:layout/>', `<c:plotArea>${plotLayout(plan)}`)
    .replace(/(<c:catAx>.*?<c:tickLblPos val=")nextTo"/s, '$1low"')
    .replace(/<c:catAx>.*?<\/c:catAx>/s, (axis) => baseLine(axis, drawing))
    .replaceAll(named, `${named}<c:separator> </c:separator>`)
    .replaceAll(/<c:dLbls>.*?<\/c:dLbls>/gs, (labels) => labels.replaceAll('wrap="square"', 'wrap="none"'))
    .replaceAll(/<c:ser>.*?<\/c:ser>/gs, (series) => {
      index += 1;
      const outline = outlineOf(plan, index, drawing);
      const drawn = outline === undefined ? series : series.replace(/<c:spPr>.*?<\/c:spPr>/s, outline);
      return moveLabel(drawn, plan, index);
    });
};
