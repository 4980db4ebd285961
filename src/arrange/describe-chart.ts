// Takes a chart, gives one sentence with its figures: the alternative text of its picture.
import type { Chart } from '../tree/tree.ts';
import { textOf } from '../tree/walk.ts';

const withUnit = (value: string, unit: string): string => `${value.replace(/^-/u, '−')}${unit}`;

/** `主要指标增速：地区生产总值，2016年增速7.1%、2017年目标8%；…。` A stacked chart is read as its parts. */
export const describeChart = (chart: Chart): string => {
  const title = textOf(chart.title).replace(/^图\d+\u3000/u, '');
  const single = chart.series.length === 1;
  const clauses = chart.categories.map((category, index) => {
    const values = chart.series.flatMap((series) => {
      const value = series.values[index];
      if (value === null || value === undefined) return [];
      return [`${single ? '' : series.name}${withUnit(value, chart.unit)}`];
    });
    return values.length === 0 ? '' : `${category}${single ? '' : '，'}${values.join('、')}`;
  });
  const said = clauses.filter((clause) => clause !== '').join('；');
  return `${title === '' ? '' : `${title}：`}${said}。`;
};
