import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { auditReports, isOpen, runAudit, staleAcceptances } from '../../../src/audit/audit.ts';
import { printFindings } from '../../../src/audit/print-findings.ts';
import { auditView } from '../../../src/audit/view.ts';
import { loadIndicators, loadReport } from '../../../src/report/load.ts';
import type { Report } from '../../../src/report/schema.ts';
import { fromTo, indicators, reportWith, times } from './fixture.ts';

const gdp = fromTo('gdp', '地区生产总值', '107.7', '157.5', { multiple: times('1.8') });
const findings = auditReports([reportWith({ span: [gdp] })], { indicators });
const [first] = findings;

const read = (file: string): string => readFileSync(new URL(`../../../data/${file}`, import.meta.url), 'utf8');

describe('findings', () => {
  test('an id stays with the figures and changes when one is changed', () => {
    const again = auditReports([reportWith({ span: [gdp] })], { indicators });
    expect(again[0]?.id).toBe(first?.id);
    expect(first?.id).toMatch(/^multiple-[0-9a-f]{8}$/);
    const changed = fromTo('gdp', '地区生产总值', '107.7', '157.5', { multiple: times('1.9') });
    expect(auditReports([reportWith({ span: [changed] })], { indicators })[0]?.id).not.toBe(first?.id);
  });

  test('an accepted finding carries its reason and is no longer open', () => {
    const accepted = [
      { finding: first?.id ?? '', reason: '基期数按普查修订' },
      { finding: 'multiple-00000000', reason: '旧' },
    ];
    const report = reportWith({ span: [gdp], accepted });
    const found = auditReports([report], { indicators });
    expect(found[0]?.accepted).toBe('基期数按普查修订');
    expect(found.filter(isOpen)).toEqual([]);
    expect(staleAcceptances([report], found)).toEqual([{ report: 'hongqi-2017', finding: 'multiple-00000000' }]);
    expect(auditView(runAudit([report], { indicators }))).toMatchObject({ conflicts: 0, acceptedCount: 1, groups: [] });
  });

  test('the order of the reports given does not matter', () => {
    const earlier = reportWith({
      reviewed: 2015,
      review: [{ ...fromTo('revenue', '财政收入', '3.5', '6.7'), period: '2015' }],
    });
    const later = reportWith({
      review: [
        { ...fromTo('revenue', '财政收入', '6.0', '6.5'), from: { period: '2015', value: '6.0', unit: '亿元' } },
      ],
    });
    expect(auditReports([later, earlier], { indicators })).toEqual(auditReports([earlier, later], { indicators }));
  });
});

describe('output', () => {
  test('a block for the terminal, in both languages', () => {
    const zh = printFindings(findings, 'zh');
    expect(zh).toContain(`矛盾　地区生产总值　倍数与两年数值　${first?.id ?? ''}`);
    expect(zh).toContain('  · 二“过去五年工作回顾”第1句：地区生产总值是2011年的1.8倍（2016）');
    expect(zh.endsWith('矛盾1项，存疑0项，提示0项；已接受0项')).toBe(true);
    expect(printFindings(findings, 'en')).toContain('the two levels give 1.461—1.464 times');
  });

  test('rows of the sheet', () => {
    const view = auditView(runAudit([reportWith({ span: [gdp] })], { indicators }));
    expect(view).toMatchObject({ total: 1, conflicts: 1, unusual: 0, notes: 0 });
    expect(view.groups).toHaveLength(1);
    expect(view.groups[0]).toMatchObject({
      title: '矛盾',
      items: [{ number: 1, level: '矛盾', rule: '倍数与两年数值' }],
    });
    expect(view.groups[0]?.items[0]?.statements[2]).toMatchObject({
      text: '地区生产总值是2011年的1.8倍',
      period: '2016年',
    });
    expect(view).toMatchObject({ figures: 3, checked: 2 });
    expect(view.checks).toEqual([
      { rule: '倍数与两年数值', count: 1, found: 1 },
      { rule: '数量级', count: 1, found: 0 },
    ]);
  });

  test('an audit that finds nothing still says what it compared', () => {
    const agreed = fromTo('gdp', '地区生产总值', '107.7', '157.5', { multiple: times('1.5') });
    const view = auditView(runAudit([reportWith({ span: [agreed] })], { indicators }));
    expect(view).toMatchObject({ total: 0, groups: [], checked: 2 });
    expect(auditView(runAudit([], { indicators }))).toMatchObject({ total: 0, figures: 0, checked: 0, checks: [] });
  });
});

describe('the report of 红旗区', () => {
  const table = loadIndicators('indicators.yaml', read('indicators.yaml')).value;
  const report: Report | undefined = loadReport('hongqi-2017.yaml', read('hongqi-2017.yaml')).value?.report;
  const found = auditReports(report ? [report] : [], { indicators: table ?? { indicators: [] } });
  const seen = found.map(({ rule, level, name }) => `${level} ${rule} ${name}`);

  test('every inconsistency found by hand is named, at its level', () => {
    expect(seen.filter((item) => !item.startsWith('note'))).toEqual([
      'conflict multiple 地区生产总值',
      'conflict multiple 规模以上工业增加值',
      'conflict average 规模以上工业增加值',
      'conflict average 全社会固定资产投资',
      'conflict average 社会消费品零售总额',
      'conflict structure 第三产业占比',
      'unusual average 地区生产总值',
    ]);
  });

  test('the one note is the value with two names, and nothing that holds is reported', () => {
    expect(seen.filter((item) => item.startsWith('note'))).toEqual(['note same-value 工业增加值']);
    expect(found.some(({ indicator }) => indicator === 'fiscal-revenue')).toBe(false);
  });
});
