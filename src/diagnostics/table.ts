// Takes rows of cells, gives lines of text with the columns lined up in terminal cells (a hanzi takes two).
import stringWidth from 'string-width';

export type TableColumn = { readonly header: string; readonly align: 'left' | 'right' };

const pad = (text: string, width: number, align: 'left' | 'right'): string => {
  const room = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? room + text : text + room;
};

/** One line for the heads, one for each row; no rules, two spaces between columns. */
export const textTable = (columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string[] => {
  const widths = columns.map((column, index) =>
    Math.max(stringWidth(column.header), ...rows.map((row) => stringWidth(row[index] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map((column, index) => pad(cells[index] ?? '', widths[index] ?? 0, column.align))
      .join('  ')
      .trimEnd();
  return [line(columns.map((column) => column.header)), ...rows.map(line)];
};
