// Takes a figure, gives its printed form in two parts for places where number and unit stand apart: cards, tables.
// The two parts put together are the figure as figures/print.ts prints it; 余 and 多 go with the unit, so that digits
// line up.
import { printFigure, type PrintableFigure } from './print.ts';

/** `157.5` and `亿元`; `1000` and `余人`; `4.5` and `%以内`; `近30` and `家`; a range of percentages is all number. */
export const splitFigure = (figure: PrintableFigure): { readonly number: string; readonly unit: string } => {
  const printed = printFigure(figure);
  if (figure.value === undefined && figure.unit === '%') return { number: printed, unit: '' };
  const value = figure.value ?? figure.max ?? figure.min ?? '';
  const digits = value.replace(/^-/u, '');
  const at = digits === '' ? printed.length : printed.lastIndexOf(digits) + digits.length;
  return { number: printed.slice(0, at), unit: printed.slice(at) };
};
