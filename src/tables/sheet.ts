// A sheet as people see it: the text that each cell shows, merged cells filled, cells named as in a spreadsheet.

/** Rows and columns from 0, both ends inclusive. */
export type Merge = {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
};

export type Sheet = {
  readonly name: string;
  /** The text shown in each cell; what a merged cell shows stands in all the cells it covers. */
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly Merge[];
  /** Cells whose value cannot be told: a formula without a stored result, an error value. */
  readonly broken: readonly { readonly row: number; readonly column: number; readonly text: string }[];
};

/** `A`, `Z`, `AA` for a column from 0. */
export const columnName = (column: number): string => {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
};

/** The column of a name, from 0. */
export const columnOf = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** `D5` for a row and a column from 0. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

export const cellAt = (sheet: Sheet, row: number, column: number): string => sheet.rows[row]?.[column] ?? '';

/** Fills the cells that a merged cell covers with what it shows. */
export const fillMerges = (rows: readonly (readonly string[])[], merges: readonly Merge[]): string[][] => {
  const filled = rows.map((row) => [...row]);
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const text = rows[startRow]?.[startCol] ?? '';
    if (text === '') continue;
    for (let row = startRow; row <= Math.min(endRow, filled.length - 1); row += 1) {
      const line = filled[row] ?? [];
      for (let column = startCol; column <= endCol; column += 1) {
        while (line.length <= column) line.push('');
        line[column] = text;
      }
    }
  }
  return filled;
};
