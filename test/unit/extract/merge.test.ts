// Extracting again after a person has edited the file: edits stay, the rest follows the text, every difference is told.
import { describe, expect, it } from 'vitest';
import { extractReport } from '../../../src/extract/extract.ts';
import { changeText, mergeReports } from '../../../src/extract/merge.ts';
import { loadReport } from '../../../src/report/load.ts';
import { updateReport, writeReport } from '../../../src/report/write.ts';
import type { Report } from '../../../src/report/schema.ts';
import { reportOf } from './report-of.ts';

const prose =
  '面对复杂严峻的形势，全县上下在县委的坚强领导下，团结一心，真抓实干，各项工作都取得了新的成绩，为今后发展打下了坚实的基础。'.repeat(
    8,
  );
const review =
  '全年地区生产总值完成82.4亿元，增长7.2%；固定资产投资60.3亿元，增长9%；新建学校6所，改造道路12条，新增就业2300人。';

const extracted = async (sentence: string): Promise<Report> => {
  const text = reportOf({ review: `${prose}\n${sentence}`, plan: '地区生产总值增长7.5%，新建幼儿园3所。' });
  const { value, diagnostics } = await extractReport('qinghe-2017.txt', new TextEncoder().encode(text));
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value.report;
};

const gdpOf = (report: Report): Report['sections'][number]['observations'][number] | undefined =>
  report.sections.flatMap((section) => section.observations).find((each) => each.name === '地区生产总值');

const edit = (report: Report, change: (copy: Report) => void): Report => {
  const copy = structuredClone(report);
  change(copy);
  return copy;
};

describe('mergeReports', () => {
  it('changes nothing when nothing has changed', async () => {
    const report = await extracted(review);
    expect(mergeReports(report, report, report)).toEqual({ report, changes: [] });
  });

  it('keeps an edit and says what the text has', async () => {
    const base = await extracted(review);
    const mine = edit(base, (copy) => {
      copy.summary = '导语由办公室写。';
      const gdp = gdpOf(copy);
      if (gdp) gdp.name = '全县生产总值';
    });
    const fresh = await extracted(review.replace('82.4亿元', '83.1亿元'));
    const { report, changes } = mergeReports(base, mine, fresh);
    const gdp = report.sections.flatMap((section) => section.observations).find((each) => each.name === '全县生产总值');
    expect([report.summary, gdp?.value]).toEqual(['导语由办公室写。', '83.1']);
    expect(changes.map((change) => change.kind)).toContain('updated');
  });

  it('lets the person win where both changed', async () => {
    const base = await extracted(review);
    const mine = edit(base, (copy) => {
      const gdp = gdpOf(copy);
      if (gdp) gdp.value = '82.5';
    });
    const { report, changes } = mergeReports(base, mine, await extracted(review.replace('82.4亿元', '83.1亿元')));
    expect(gdpOf(report)?.value).toBe('82.5');
    const kept = changes.find((change) => change.kind === 'kept' && change.path.endsWith('/value'));
    expect([kept?.mine, kept?.fresh]).toEqual(['82.5', '83.1']);
    expect(kept && changeText(kept).zh).toContain('保留人工修改');
  });

  it('does not bring back what the person took out, nor keep what the text has lost', async () => {
    const base = await extracted(review);
    const mine = edit(base, (copy) => {
      for (const section of copy.sections)
        section.observations = section.observations.filter((each) => !each.name.includes('学校'));
    });
    const { report, changes } = mergeReports(base, mine, await extracted(review.replace('，改造道路12条', '')));
    const names = report.sections.flatMap((section) => section.observations).map((each) => each.name);
    expect(names.filter((name) => /学校|道路/.test(name))).toEqual([]);
    expect(changes.some((change) => change.kind === 'gone')).toBe(true);
  });

  it('without the former extraction replaces nothing and adds what is new', async () => {
    const mine = await extracted(review);
    const { report, changes } = mergeReports(
      undefined,
      mine,
      await extracted(review.replace('82.4', '90').replace('。', '，新建医院2所。')),
    );
    expect(gdpOf(report)?.value).toBe('82.4');
    expect(changes.some((change) => change.kind === 'added' && change.path.includes('医院'))).toBe(true);
  });
});

describe('writing', () => {
  it('writes what the loader reads back the same', async () => {
    const report = await extracted(review);
    const loaded = loadReport('qinghe-2017.yaml', writeReport(report));
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.value?.report).toEqual(report);
  });

  it('keeps comments and digits when it updates a file', async () => {
    const base = await extracted(review);
    const text = writeReport(base).replace('sections:', '# 办公室核对过\nsections:');
    const fresh = await extracted(review.replace('60.3亿元', '61.0亿元'));
    const updated = updateReport(text, mergeReports(base, base, fresh).report);
    expect(updated).toContain('# 办公室核对过');
    expect(updated).toContain('value: 61.0');
    expect(loadReport('qinghe-2017.yaml', updated).value?.report).toEqual(mergeReports(base, base, fresh).report);
  });
});
