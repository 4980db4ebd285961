// Reads what a cell of a table shows as a number: full-width digits, thousands separators, percent signs, marks of
// footnotes, brackets for negative values, the marks that statistics use for “no data”. Digits are never added.
import { narrow, withoutNoteMarks } from './headers.ts';
import { isUnit } from './units.ts';

export type CellRead =
  | { readonly kind: 'number'; readonly value: string; readonly unit?: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text' };

/** Blank, and the marks for no data, not applicable, too small for the unit (国家统计局 usage: 空格, …, #, —). */
const nothing = /^(?:|[-—–－_/\\.…·]+|\.{3,}|#|x|X|N\/?A|无|暂无|缺|不详|无数据)$/;

export const readCell = (text: string): CellRead => {
  const plain = withoutNoteMarks(narrow(text)).trim();
  if (nothing.test(plain)) return { kind: 'nothing' };
  const match =
    /^(?<open>\()?(?<sign>[-−–—+▲▼]|增长|下降|上升|减少|增加)?(?<digits>\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+|(?=\.\d))(?<fraction>\.\d+)?(?<close>\))?(?<unit>\D*)$/u.exec(
      plain.replaceAll('，', ','),
    );
  const groups = match?.groups;
  if (!groups) return { kind: 'text' };
  const { open, sign = '', digits = '', fraction = '', close, unit: rest = '' } = groups;
  if ((open === undefined) !== (close === undefined)) return { kind: 'text' };
  const whole = digits.replaceAll(/[, ]/g, '');
  if (/^0\d/.test(whole)) return { kind: 'text' };
  const unit = rest.trim();
  if (unit !== '' && !isUnit(unit)) return { kind: 'text' };
  const number = `${whole === '' ? '0' : whole}${fraction}`;
  const falls = open !== undefined || /^(?:[-−–—▼]|下降|减少)$/.test(sign);
  const value = falls && !/^0(?:\.0*)?$/.test(number) ? `-${number}` : number;
  return { kind: 'number', value, ...(unit !== '' && { unit }) };
};

/** A year and nothing else, as heads of columns and rows have it. */
export const isYear = (text: string): boolean => /^(?:19[5-9]\d|20\d\d)(?:年(?:度)?)?$/.test(narrow(text).trim());
