// Takes the bytes of an Excel or CSV file, gives its sheets as texts. A number is read with the decimals that its cell
// shows: a workbook keeps binary floats, and digits that nobody sees are none of the source's (157.49999999999997).
import { unzipSync } from 'fflate';
import { parseCsv } from 'hucre/csv';
import { formatValue } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { readOds } from 'hucre/ods';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { decodeReport } from '../extract/decode.ts';
import { roundAsShown, roundSignificant } from '../figures/decimal.ts';
import * as messages from './messages.ts';
import { fillMerges, type Merge, type Sheet } from './sheet.ts';

const megabytes = 20;
const unpackedMegabytes = 200;

/** What the parts of a workbook say that they unpack to, in bytes; the reader holds each part to what it says. */
const unpackedSize = (bytes: Uint8Array): number => {
  let size = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize;
      return false;
    },
  });
  return size;
};

/** Excel keeps fifteen significant digits; the rest of a binary float is noise. */
const significant = 15;

/** Decimals that a number format shows; undefined for one that is not plain digits. */
const decimalsOf = (format: string): number | undefined => {
  const [positive = ''] = format.split(';');
  const plain = positive.replaceAll(/\[[^\]]*\]|"[^"]*"|[_*\\]./g, '');
  const match = /^[^0#?.]*[0#?,]*[0#?](?:\.([0#?]+))?(,*)(%?)[^0#?.]*$/.exec(plain);
  if (!match || /[eEyYdDhHsS/@]/.test(plain) || match[2] !== '') return undefined;
  return (match[1]?.length ?? 0) + (match[3] === '%' ? 2 : 0);
};

/** The text of a number as its cell shows it. */
export const shownNumber = (value: number, format: string | undefined): string => {
  const exact = roundSignificant(String(value), significant);
  if (format === undefined || format === '' || /^(?:general|@)$/i.test(format)) return exact;
  const decimals = decimalsOf(format);
  // Rounded here in decimal: a binary 1.005 would show as 1.00 where Excel shows 1.01.
  return formatValue(Number(decimals === undefined ? exact : roundAsShown(exact, decimals)), format);
};

// oxlint-disable-next-line no-restricted-globals -- the type of a cell that holds a date, as the library gives it
const dateText = (value: Date | string, format: string | undefined): string => {
  const day = typeof value === 'string' ? value.slice(0, 10) : value.toISOString().slice(0, 10);
  return format !== undefined && !/d/i.test(format) && !/m/i.test(format) ? `${day.slice(0, 4)}年` : day;
};

type ReadSheet = Awaited<ReturnType<typeof readXlsx>>['sheets'][number];

const sheetOf = (sheet: ReadSheet): Sheet => {
  const broken: { row: number; column: number; text: string }[] = [];
  const rows = sheet.rows.map((values, row) =>
    values.map((value, column): string => {
      const cell = sheet.cells?.get(`${row},${column}`);
      const format = cell?.style?.numFmt;
      const result = cell?.type === 'formula' ? (cell.formulaResult ?? value) : value;
      if (cell?.type === 'formula' && (result === null || result === undefined)) {
        broken.push({ row, column, text: `=${cell.formula ?? ''}` });
        return '';
      }
      if (result === null || result === undefined) return '';
      if (
        cell?.type === 'error' ||
        (typeof result === 'string' && /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)$/.test(result))
      ) {
        broken.push({ row, column, text: String(result) });
        return '';
      }
      if (typeof result === 'number') return shownNumber(result, format);
      // oxlint-disable-next-line no-restricted-globals -- the type of a cell that holds a date, as the library gives it
      if (cell?.type === 'date' || result instanceof Date)
        // oxlint-disable-next-line no-restricted-globals -- the type of a cell that holds a date, as the library gives it
        return dateText(result instanceof Date ? result : String(result), format);
      return String(result);
    }),
  );
  const merges: readonly Merge[] = sheet.merges ?? [];
  return { name: sheet.name, rows: fillMerges(rows, merges), merges, broken };
};

const isHidden = (sheet: ReadSheet): boolean => sheet.hidden === true || sheet.veryHidden === true;

/** Reads .xlsx, .xlsm, .ods, .csv, .tsv and .txt tables. Codes: import/unreadable, extract/bad-encoding. */
export const readWorkbook = async (file: string, bytes: Uint8Array): Promise<Outcome<readonly Sheet[]>> => {
  if (bytes.length === 0) return { diagnostics: [messages.empty(file)] };
  if (bytes.length > megabytes * 1_000_000) return { diagnostics: [messages.tooLarge(file, megabytes)] };
  // Compound File Binary, the first eight bytes of [MS-CFB] 2.2: an old .xls, or a workbook with a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { diagnostics: [messages.oldExcel(file)] };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    try {
      if (unpackedSize(bytes) > unpackedMegabytes * 1_000_000)
        return { diagnostics: [messages.unpacksTooLarge(file, unpackedMegabytes)] };
      const read = /\.ods$/i.test(file) ? readOds : readXlsx;
      const { sheets } = await read(bytes, { readStyles: true });
      return { value: sheets.filter((sheet) => !isHidden(sheet)).map(sheetOf), diagnostics: [] };
    } catch {
      return { diagnostics: [messages.badWorkbook(file)] };
    }
  }
  const decoded = decodeReport(bytes);
  if ('fault' in decoded) return { diagnostics: [messages.notTable(file)] };
  const text = decoded.text.replace(/^\uFEFF/, '');
  if (/^\s*<(?:html|table|\?xml)/i.test(text)) return { diagnostics: [messages.notTable(file)] };
  const rows = parseCsv(text).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  const name = (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[^.]+$/, '');
  return { value: [{ name, rows, merges: [], broken: [] }], diagnostics: [] };
};
