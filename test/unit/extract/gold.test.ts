// The hand-made annotation of a real report, where it is at hand: the extractor is held to what it has reached.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractReport } from '../../../src/extract/extract.ts';
import { loadIndicators, loadReport } from '../../../src/report/load.ts';
import { writeReport } from '../../../src/report/write.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const shared = path.resolve(root, '../shared');
const report = path.join(shared, 'reports/hongqi-2017.txt');
const scorer = path.join(shared, 'gold/score-facts.mjs');
const atHand = existsSync(report) && existsSync(scorer);

// The report and its annotation are not part of the repository.
describe.runIf(atHand)('hongqi-2017', () => {
  it('reaches the shares that issue 3 asks for', async () => {
    const { value } = await extractReport(report, readFileSync(report));
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'facts-')), 'facts.json');
    writeFileSync(file, JSON.stringify({ facts: value?.facts }));
    const gold = path.join(shared, 'gold/hongqi-2017.json');
    const printed = execFileSync(process.execPath, [scorer, file, gold], { encoding: 'utf8' });
    const [recall = 0, precision = 0] = [...(/found.*/.exec(printed)?.[0] ?? '').matchAll(/([\d.]+)%/g)].map((match) =>
      Number(match[1]),
    );
    const right = Number(/all right\s+recall ([\d.]+)%/.exec(printed)?.[1]);
    expect(recall).toBeGreaterThanOrEqual(99);
    expect(precision).toBeGreaterThanOrEqual(98);
    expect(right).toBeGreaterThanOrEqual(95);
  });

  it('composes observations, targets, tasks that load without a fault', async () => {
    const table = path.join(root, 'data/indicators.yaml');
    const indicators = loadIndicators('indicators.yaml', readFileSync(table)).value;
    const { value } = await extractReport(report, readFileSync(report), indicators ? { indicators } : {});
    const loaded = loadReport('hongqi-2017.yaml', value ? writeReport(value.report) : '');
    expect(loaded.diagnostics).toEqual([]);
    const gdp = loaded.value?.report.sections
      .flatMap((section) => section.observations)
      .find((each) => each.indicator === 'gdp' && each.from);
    expect([gdp?.value, gdp?.from?.value, gdp?.from?.period, gdp?.multiple?.value, gdp?.average?.value]).toEqual([
      '157.5',
      '107.7',
      '2011',
      '1.8',
      '10.6',
    ]);
    expect(loaded.value?.report.targets.find((target) => target.indicator === 'gdp')?.growth?.value).toBe('8');
    expect(loaded.value?.report.tasks.length).toBeGreaterThan(50);
  });
});
