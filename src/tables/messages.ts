// The texts of what can be wrong with a table that is imported: message and hint for each fault, in both languages.
import type { Diagnostic, DiagnosticCode, Message } from '../diagnostics/diagnostic.ts';

const fault = (
  severity: Diagnostic['severity'],
  code: DiagnosticCode,
  file: string,
  message: Message,
  hint?: Message,
): Diagnostic => ({ severity, code, file, message, ...(hint && { hint }) });

export const empty = (file: string): Diagnostic =>
  fault('error', 'import/unreadable', file, { zh: '文件是空的', en: 'the file is empty' });

export const tooLarge = (file: string, megabytes: number): Diagnostic =>
  fault(
    'error',
    'import/unreadable',
    file,
    { zh: `文件超过 ${megabytes} MB`, en: `the file is larger than ${megabytes} MB` },
    { zh: '只留要用的工作表再试', en: 'keep only the sheets that are wanted' },
  );

export const unpacksTooLarge = (file: string, megabytes: number): Diagnostic =>
  fault(
    'error',
    'import/unreadable',
    file,
    { zh: `解开以后超过 ${megabytes} MB`, en: `it unpacks to more than ${megabytes} MB` },
    { zh: '只留要用的工作表和单元格再试', en: 'keep only the sheets and cells that are wanted' },
  );

export const oldExcel = (file: string): Diagnostic =>
  fault(
    'error',
    'import/unreadable',
    file,
    { zh: '这是旧版 .xls 文件，或加了密码', en: 'this is an old .xls file, or one with a password' },
    { zh: '用 Excel 或 WPS 另存为 .xlsx 再试', en: 'save it as .xlsx in Excel or WPS' },
  );

export const badWorkbook = (file: string): Diagnostic =>
  fault(
    'error',
    'import/unreadable',
    file,
    { zh: '不是完好的 Excel 文件', en: 'this is no sound Excel file' },
    { zh: '用 Excel 或 WPS 打开，另存为 .xlsx 再试', en: 'open it in Excel or WPS and save it again as .xlsx' },
  );

export const notTable = (file: string): Diagnostic =>
  fault(
    'error',
    'import/unreadable',
    file,
    { zh: '不是 Excel 或 CSV 表格', en: 'this is no Excel or CSV table' },
    { zh: '给 .xlsx 或 .csv 文件', en: 'give an .xlsx or .csv file' },
  );

export const noFigures = (file: string): Diagnostic =>
  fault(
    'error',
    'import/no-figures',
    file,
    { zh: '没有认出任何数字', en: 'no figure was understood' },
    {
      zh: '用 --draft-map 写出对照文件，说明各列是什么，再用 --map 导入',
      en: 'write a mapping file with --draft-map, say what each column is, and import with --map',
    },
  );

/** `place` is file, sheet and cell: `主要指标.xlsx“Sheet1”D5`. */
export const notUnderstood = (place: string, message: Message, hint?: Message): Diagnostic =>
  fault('warning', 'import/not-understood', place, message, hint);

/** The report states the figure; what more the table says of it was left out. */
export const notAdded = (
  place: string,
  { name, period }: { readonly name: string; readonly period: string },
  more: readonly Message[],
  id: string,
): Diagnostic =>
  notUnderstood(
    place,
    {
      zh: `${name}（${period}）报告里已有，表里的${more.map(({ zh }) => zh).join('、')}没有加上`,
      en: `${name} (${period}) is in the report; the table's ${more.map(({ en }) => en).join(', ')} was not added`,
    },
    { zh: `要用就写进数据文件的 ${id}`, en: `to use it, write it under ${id} in the data file` },
  );

/** A row of an exported table that does not suit the data model: `name` is the head of the column at fault. */
export const rowRefused = (place: string, name: string, value: string, wanted: Message | undefined): Diagnostic =>
  notUnderstood(
    place,
    value === ''
      ? { zh: `这一行没有导入：没有填${name}`, en: `the row was not imported: ${name} is empty` }
      : { zh: `这一行没有导入：${name}不能是“${value}”`, en: `the row was not imported: ${name} cannot be “${value}”` },
    wanted,
  );

export const rowTwice = (place: string, id: string, first: string): Diagnostic =>
  notUnderstood(place, {
    zh: `这一行没有导入：编号 ${id} 在 ${first} 用过了`,
    en: `the row was not imported: the id ${id} stands in ${first} already`,
  });

/** What the report that a table would make has wrong with it: nothing of it is written, so the place is the table. */
export const notImported = (file: string, { message, hint }: Pick<Diagnostic, 'message' | 'hint'>): Diagnostic =>
  fault(
    'error',
    'import/not-understood',
    file,
    { zh: `没有导入：${message.zh}`, en: `nothing was imported: ${message.en}` },
    hint,
  );

export const conflict = (place: string, message: Message): Diagnostic =>
  fault('warning', 'import/conflict', place, message, {
    zh: '数据文件里的没有动；核对后自行改正',
    en: 'the data file was left as it is; check and correct it yourself',
  });
