// `importTable` and `exportFigures`: tables of figures (Excel, CSV) into a report, figures of reports as tables.
// Values in, values out: nothing is written.
import path from 'node:path';
import { readReports } from '../actions/read-reports.ts';
import { notReadable } from '../batch/messages.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { readIndicators } from '../engine.ts';
import { sha256 } from '../host.ts';
import { loadReport } from '../report/load.ts';
import type { Report } from '../report/schema.ts';
import { figureRows } from '../tables/figure-rows.ts';
import { importWorkbook } from '../tables/import-workbook.ts';
import { readMapping } from '../tables/mapping.ts';
import { mergePart } from '../tables/merge-part.ts';
import { newReport } from '../tables/new-report.ts';
import { writeFigures, type TableFormat } from '../tables/write-figures.ts';
import { openProject, type FileInput, type ProjectOptions, type ReportInput } from './input.ts';

export type { TableFormat } from '../tables/write-figures.ts';

export type ImportOptions = ProjectOptions & {
  /** The report to add to; a new one is made when absent. */
  readonly into?: ReportInput;
  /** A mapping file: what rows and columns are, where it cannot be guessed. */
  readonly mapping?: FileInput;
  /** Only this sheet. */
  readonly sheet?: string;
  /** The year of tables that do not say it: `'2016'`. */
  readonly year?: string;
  /** The place of a new report, and the row that is wanted where each row is a place. */
  readonly place?: string;
  /** The id of a new report. */
  readonly id?: string;
};

type Found = { readonly diagnostics: readonly Diagnostic[]; readonly sources: ReadonlyMap<string, string> };

export type ImportResult = Found & {
  /** The report with the figures of the table; absent when the table or the report cannot be read. */
  readonly report?: Report;
  /** Number of figures that were understood. */
  readonly count: number;
  /** Number of those that the report stated already, with the same value. */
  readonly same: number;
  /** The text of a mapping file with what was guessed, to be corrected. */
  readonly mapping: string;
};

/** Reads a table (.xlsx, .ods, .csv). What was not understood is in the diagnostics, by cell: `import/not-understood`. */
export const importTable = async (input: FileInput, options: ImportOptions = {}): Promise<ImportResult> => {
  const { into, mapping: mapFile, sheet, year, place, id } = options;
  const given = [input, ...(mapFile === undefined ? [] : [mapFile]), ...(into === undefined ? [] : [into])];
  const { project, host, inputs, diagnostics: opening } = await openProject(given, options);
  const known = readIndicators(project);
  const diagnostics: Diagnostic[] = [...opening, ...known.diagnostics];
  const sources = new Map<string, string>();
  const read = async (at: number): Promise<{ readonly label: string; readonly bytes: Uint8Array } | undefined> => {
    const { path: file = '', label = '' } = inputs[at] ?? {};
    const bytes = await host.read(file).catch((error: unknown) => void diagnostics.push(notReadable(label, error)));
    if (bytes && at > 0) sources.set(label, new TextDecoder().decode(bytes));
    return bytes && { label, bytes };
  };
  const none = (): ImportResult => ({ count: 0, same: 0, mapping: '', diagnostics, sources });

  const table = await read(0);
  const map = mapFile === undefined ? undefined : await read(1);
  const mapping = map && readMapping(map.label, map.bytes);
  const data = into === undefined ? undefined : await read(inputs.length - 1);
  const mine = data && loadReport(data.label, data.bytes);
  diagnostics.push(...(mapping?.diagnostics ?? []), ...(mine?.diagnostics ?? []));
  if (!table || hasErrors(diagnostics)) return none();

  const own = mine?.value?.report;
  const { value: workbook, diagnostics: reading } = await importWorkbook(table.label, table.bytes, {
    indicators: known.value ?? [],
    mapping: mapping?.value,
    year,
    sheet,
    locale: 'zh',
    places: own ? [own.place.name, own.place.short] : place === undefined ? [] : [place],
    ...(own && { reviewed: own.years.reviewed }),
  });
  diagnostics.push(...reading);
  if (!workbook) return none();
  if (hasErrors(diagnostics)) return { ...none(), mapping: workbook.draft };
  const file = path.basename(table.label);
  const target = own ?? newReport(workbook, { file, sha256: sha256(table.bytes) }, { id, place });
  const merged = mergePart(target, undefined, workbook.part, data?.label ?? `${target.id}.yaml`, table.label);
  diagnostics.push(...merged.diagnostics);
  const { count, draft } = workbook;
  return { report: merged.report, count, same: merged.same, mapping: draft, diagnostics, sources };
};

export type ExportOptions = ProjectOptions & {
  /** XLSX when absent. */
  readonly to?: TableFormat;
};

export type ExportResult = Found & {
  /** One table a report, with the name that `jianbao export` gives it. */
  readonly tables: readonly { readonly report: string; readonly file: string; readonly bytes: Uint8Array }[];
};

/** The figures of reports as tables, with unit, growth, rank and source: the bytes of XLSX, CSV or JSON. */
export const exportFigures = async (
  input: ReportInput | readonly ReportInput[],
  options: ExportOptions = {},
): Promise<ExportResult> => {
  const { to = 'xlsx' } = options;
  const { project, host, inputs, diagnostics } = await openProject([input].flat() as readonly ReportInput[], options);
  const known = readIndicators(project);
  const places = inputs.map(({ label }) => label);
  const read = await readReports(places, project.root, { indicators: [...(known.value ?? [])] }, host);
  const tables = await Promise.all(
    read.reports.map(async ({ report }) => ({
      report: report.id,
      file: `${report.id}.${to}`,
      bytes: await writeFigures(report, figureRows(report), to),
    })),
  );
  return { tables, diagnostics: [...diagnostics, ...known.diagnostics, ...read.diagnostics], sources: read.sources };
};
