// Takes a figure, gives its printed form in two parts for places where number and unit stand apart: cards, tables.
// The two parts put together are the figure as figures/print.ts prints it, modifier included.
import { printFigure, type PrintableFigure } from './print.ts';

/** `157.5` and `亿元`; `1000余` and `人`; `4.5` and `%以内`; a range of percentages is all number. */
export const splitFigure = (figure: PrintableFigure): { readonly number: string; readonly unit: string } => {
  const printed = printFigure(figure);
  const range = figure.value === undefined && figure.unit === '%';
  const at = range || figure.unit === '' ? printed.length : printed.lastIndexOf(figure.unit);
  return { number: printed.slice(0, at), unit: printed.slice(at) };
};
