// Figures out and in again: the same figures, the same bytes.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { loadReport } from '../../../src/report/load.ts';
import type { Report } from '../../../src/report/schema.ts';
import { statementsOf } from '../../../src/report/statements.ts';
import { writeReport } from '../../../src/report/write.ts';
import { figureRows } from '../../../src/tables/figure-rows.ts';
import { importWorkbook } from '../../../src/tables/import-workbook.ts';
import { mergePart } from '../../../src/tables/merge-part.ts';
import { newReport } from '../../../src/tables/new-report.ts';
import { writeFigures, type TableFormat } from '../../../src/tables/write-figures.ts';
import { root } from '../../helpers/project-engine.ts';

const example = (id: string): Report => {
  const { value, diagnostics } = loadReport(id, readFileSync(path.join(root, `data/${id}.yaml`)));
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value.report;
};

const figuresOf = (report: Report): unknown[] =>
  statementsOf(report)
    .map((statement) => ({ ...statement, observation: undefined }))
    .toSorted((a, b) => (a.ref < b.ref ? -1 : 1));

describe.each(['hongqi-2017', 'baoding-2014', 'guowuyuan-2019'])('%s', (id) => {
  const report = example(id);

  it.each(['xlsx', 'csv'] satisfies TableFormat[])('exported as %s and imported has the same figures', async (to) => {
    const bytes = await writeFigures(report, figureRows(report), to);
    const { value, diagnostics } = await importWorkbook(`${id}.${to}`, bytes, {
      indicators: [],
      places: [],
      locale: 'en',
    });
    expect(diagnostics).toEqual([]);
    if (!value) throw new Error('nothing was read');
    const mine = newReport(value, { file: `${id}.${to}`, sha256: '0'.repeat(64) }, { place: report.place.name });
    const merged = mergePart(mine, undefined, value.part, 'data/x.yaml', 'x.xlsx');
    const loaded = loadReport('x.yaml', writeReport(merged.report));
    expect(loaded.diagnostics).toEqual([]);
    if (!loaded.value) throw new Error('it does not load');
    // A task's figure is of the planned year, which a CSV does not say of the report.
    expect(figuresOf({ ...loaded.value.report, years: report.years })).toEqual(figuresOf(report));
    if (to === 'xlsx') {
      const { id: name, title, place, meeting, years } = loaded.value.report;
      expect({ id: name, title, place, years, meeting: meeting.name }).toEqual({
        id,
        title: report.title,
        place: report.place,
        years: report.years,
        meeting: report.meeting.name,
      });
    }
  });

  it.each(['xlsx', 'csv', 'json'] satisfies TableFormat[])('gives the same bytes twice as %s', async (to) => {
    const [once, twice] = [0, 1].map(() => writeFigures(report, figureRows(report), to));
    expect(Buffer.from(await (once as Promise<Uint8Array>))).toEqual(Buffer.from(await (twice as Promise<Uint8Array>)));
  });
});

it('writes numbers as numbers with the decimals of the source, and where they stand', async () => {
  const report = example('hongqi-2017');
  const { sheets } = await readXlsx(await writeFigures(report, figureRows(report), 'xlsx'), { readStyles: true });
  const [heads = [], ...rows] = sheets[0]?.rows ?? [];
  const at = (name: string): number => heads.indexOf(name);
  const row = rows.findIndex((cells) => cells[at('编号')] === 'gdp-2016');
  expect(rows[row]?.[at('数值')]).toBe(157.5);
  expect(sheets[0]?.cells?.get(`${row + 1},${at('数值')}`)?.style?.numFmt).toBe('0.0');
  expect(rows[row]?.[at('出处')]).toBe('一、2016年工作回顾，第2句');
  expect(rows[row]?.[at('增速口径')]).toBe('可比价');
});

it('begins a CSV with the mark that Excel tells UTF-8 by, and lets no text run as a formula', async () => {
  const report = example('hongqi-2017');
  const [first] = figureRows(report);
  const bytes = await writeFigures(report, [{ ...first, name: '=1+1' }], 'csv');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toContain("'=1+1");
});
