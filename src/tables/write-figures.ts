// Takes the rows of a report, gives the bytes of an XLSX, CSV or JSON file. Numbers are numbers in XLSX, with a format
// of as many decimals as the source has; CSV begins with a byte order mark, by which Excel knows that it is UTF-8.
// The same report gives the same bytes.
import { writeCsv } from 'hucre/csv';
import type { CellStyle } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { precisionOf } from '../figures/decimal.ts';
import type { Report } from '../report/schema.ts';
import { cellName } from './sheet.ts';
import { cellText, usedColumns, type FigureColumn, type FigureRow } from './figure-columns.ts';

export const tableFormats = ['xlsx', 'csv', 'json'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** Excel keeps fifteen digits of a number (specifications and limits); a longer one stays text. */
const isShort = (value: string): boolean => value.replaceAll(/\D/g, '').replace(/^0+/, '').length <= 15;

/** Properties of a file that would else bear the moment of writing. */
// oxlint-disable-next-line no-restricted-globals -- a fixed moment, so that the bytes do not depend on the clock
const fixed = new Date(Date.UTC(2000, 0, 1));

/** The head of a report as a sheet of two columns, by which an import knows what report the figures are of. */
export const headRows = (report: Report): readonly (readonly [key: string, value: string])[] =>
  [
    ['id', report.id],
    ['title', report.title],
    ['place.name', report.place.name],
    ['place.short', report.place.short],
    ['place.level', report.place.level],
    ['meeting.name', report.meeting.name],
    ['meeting.date', report.meeting.date ?? ''],
    ['years.reviewed', String(report.years.reviewed)],
    ['years.planned', String(report.years.planned ?? '')],
    ['years.span.from', String(report.years.span?.from ?? '')],
    ['years.span.to', String(report.years.span?.to ?? '')],
    ['source.title', report.source.title],
    ['source.file', report.source.file ?? ''],
    ['source.sha256', report.source.sha256 ?? ''],
  ].flatMap(([key = '', value = '']) => (value === '' ? [] : [[key, value] as const]));

const isNumber = ({ type }: FigureColumn): boolean => type === 'decimal' || type === 'integer';

export const figureSheet = '数字';
export const headSheet = '报告';

/** Column width in characters: wide enough for what stands in it, within reason. */
const widthOf = (texts: readonly string[]): number =>
  Math.min(40, Math.max(6, ...texts.map((text) => text.replaceAll(/[\u0100-\uffff]/g, '宽宽').length + 2)));

/** The columns that people read. The rest, which an import reads, is folded away behind the [+] over the columns. */
const shown: ReadonlySet<string> = new Set(
  '类别 指标 时期 数值 下限 上限 修饰 单位 增速 增速单位 名次说法 完成率 年均增长 任务 时限 牵头单位 出处'.split(' '),
);

const headStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF1F2' } },
} satisfies CellStyle;

const xlsxOf = async (report: Report, rows: readonly FigureRow[]): Promise<Uint8Array> => {
  const columns = usedColumns(rows);
  const texts = rows.map((row) => columns.map((column) => cellText(row, column)));
  const cells = new Map<string, { style: CellStyle }>();
  for (const index of columns.keys()) cells.set(`0,${index}`, { style: headStyle });
  const values = texts.map((row, at) =>
    row.map((text, index) => {
      const column = columns[index];
      if (text === '' || !column) return null;
      if (!isNumber(column) || !isShort(text)) return text;
      const places = precisionOf(text);
      cells.set(`${at + 1},${index}`, { style: { numFmt: places === 0 ? '0' : `0.${'0'.repeat(places)}` } });
      return Number(text);
    }),
  );
  return writeXlsx({
    properties: { created: fixed, modified: fixed, title: report.title },
    sheets: [
      {
        name: figureSheet,
        rows: [columns.map(({ header }) => header), ...values],
        cells,
        columns: columns.map(({ header }, index) => ({
          width: widthOf([header, ...texts.map((row) => row[index] ?? '')]),
          ...(!shown.has(header) && { outlineLevel: 1, hidden: true }),
        })),
        freezePane: { rows: 1, columns: 2 },
        autoFilter: { range: `A1:${cellName(values.length, columns.length - 1)}` },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: '$1:$1',
        },
      },
      { name: headSheet, rows: headRows(report).map((row) => [...row]), columns: [{ width: 16 }, { width: 40 }] },
    ],
  });
};

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front, as people type it there. Some pass over
 * white space before they look, and some take full-width marks for the plain ones.
 */
const escapeFormula = (text: string): string => (/^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text);

const csvOf = (rows: readonly FigureRow[]): Uint8Array => {
  const columns = usedColumns(rows);
  const lines = rows.map((row) =>
    columns.map((column) => {
      const text = cellText(row, column);
      return isNumber(column) ? text : escapeFormula(text);
    }),
  );
  const text = writeCsv([columns.map(({ header }) => header), ...lines], { bom: true, lineSeparator: '\r\n' });
  return new TextEncoder().encode(text);
};

const jsonOf = (report: Report, rows: readonly FigureRow[]): Uint8Array =>
  new TextEncoder().encode(
    `${JSON.stringify({ report: Object.fromEntries(headRows(report)), figures: rows }, undefined, 2)}\n`,
  );

export const writeFigures = async (report: Report, rows: readonly FigureRow[], to: TableFormat): Promise<Uint8Array> =>
  to === 'xlsx' ? xlsxOf(report, rows) : to === 'csv' ? csvOf(rows) : jsonOf(report, rows);
