// The workbook that a chart brings along: its cells by sheet and address, as text.
// ECMA-376-1, 18.2, 18.3 and 18.4; only what charts refer to is read: values, shared and inline strings.
import { openPackage } from './package.ts';
import { attribute, childOf, childrenOf, descendantsOf, textOf } from './xml.ts';

export type Workbook = {
  /** Values of `Sheet1!$B$2:$B$9`, row by row; empty cells are empty texts. Undefined for what cannot be read. */
  readonly valuesOf: (formula: string) => readonly string[] | undefined;
};

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64, 0);

const columnLetters = (number: number): string =>
  number === 0 ? '' : columnLetters(Math.floor((number - 1) / 26)) + String.fromCharCode(65 + ((number - 1) % 26));

const range =
  /^(?:'(?<quoted>[^']+)'|(?<plain>[^!]+))!\$?(?<c1>[A-Z]+)\$?(?<r1>\d+)(?::\$?(?<c2>[A-Z]+)\$?(?<r2>\d+))?$/u;

/** More cells than any chart has are not asked for. */
const mostCells = 10_000;

/** Undefined when the bytes are no workbook. */
export const openWorkbook = (bytes: Uint8Array): Workbook | undefined => {
  const book = openPackage(bytes);
  const root = book?.xml(book.main);
  if (book === undefined || root?.name !== 'workbook') return undefined;
  const links = book.relationshipsOf(book.main);
  const stringsPart = links.find(({ type }) => type === 'sharedStrings')?.target ?? '';
  const strings = childrenOf(book.xml(stringsPart), 'si').map(textOf);
  const sheets = new Map<string, ReadonlyMap<string, string>>();
  for (const sheet of childrenOf(childOf(root, 'sheets'), 'sheet')) {
    const part = links.find(({ id }) => id === attribute(sheet, 'r:id'))?.target ?? '';
    const cells = descendantsOf(book.xml(part), 'c').map((cell): [string, string] => {
      const value = textOf(childOf(cell, 'v'));
      const type = attribute(cell, 't');
      const text =
        type === 's' ? (strings[Number(value)] ?? '') : type === 'inlineStr' ? textOf(childOf(cell, 'is')) : value;
      return [attribute(cell, 'r') ?? '', text];
    });
    sheets.set(attribute(sheet, 'name') ?? '', new Map(cells));
  }
  return {
    valuesOf: (formula) => {
      const found = range.exec(formula)?.groups;
      const cells = sheets.get(found?.['quoted'] ?? found?.['plain'] ?? '');
      if (found === undefined || cells === undefined) return undefined;
      const [left, top] = [columnNumber(found['c1'] ?? ''), Number(found['r1'])];
      const [right, bottom] = [columnNumber(found['c2'] ?? found['c1'] ?? ''), Number(found['r2'] ?? found['r1'])];
      if ((right - left + 1) * (bottom - top + 1) > mostCells) return undefined;
      const values: string[] = [];
      for (let row = top; row <= bottom; row += 1) {
        for (let column = left; column <= right; column += 1)
          values.push(cells.get(`${columnLetters(column)}${row}`) ?? '');
      }
      return values;
    },
  };
};
