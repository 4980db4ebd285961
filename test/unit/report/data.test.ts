// The reports in data/ hold together, state what their sources state, and say it in our own words.
// What compares with the source texts needs the folder ../shared beside the repository; without it those tests are
// skipped with the reason in their name.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadIndicators, loadReport } from '../../../src/report/load.ts';
import type { Report } from '../../../src/report/schema.ts';
import { statementsOf } from '../../../src/report/statements.ts';
import type { Statement } from '../../../src/report/statements.ts';

const data = path.resolve(import.meta.dirname, '../../../data');
const shared = path.resolve(import.meta.dirname, '../../../../shared');
const files = readdirSync(data).filter((name) => name.endsWith('.yaml') && name !== 'indicators.yaml');

const load = (name: string): Report => {
  const { value, diagnostics } = loadReport(name, readFileSync(path.join(data, name)));
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error(`${name} does not load`);
  return value.report;
};

test('the table of indicators loads, with a headline order that has no gap', () => {
  const { value, diagnostics } = loadIndicators('indicators.yaml', readFileSync(path.join(data, 'indicators.yaml')));
  expect(diagnostics).toEqual([]);
  const order = value?.indicators.flatMap(({ headline }) => headline ?? []).toSorted((a, b) => a - b) ?? [];
  expect(order).toEqual(order.map((_, index) => index + 1));
});

describe.each(files)('%s', (name) => {
  test('is complete enough for every document kind', () => {
    const report = load(name);
    const plan = report.sections.filter((section) => section.part === 'plan');
    expect(report.sections.filter((section) => section.summary === undefined)).toEqual([]);
    expect(statementsOf(report).length).toBeGreaterThanOrEqual(60);
    expect(report.tasks.length).toBeGreaterThanOrEqual(15);
    expect(report.headline).toHaveLength(6);
    for (const list of [report.targets, report.problems, report.terms, report.questions]) expect(list).not.toEqual([]);
    for (const { area } of report.questions) expect(plan.map(({ id }) => id)).toContain(area);
    for (const { short = '' } of report.sections) expect([...short].length).toBeLessThanOrEqual(12);
  });

  test('gives every figure its place in the source', () => {
    expect(statementsOf(load(name)).filter((statement) => !statement.at || !statement.source?.sentence)).toEqual([]);
  });
});

// ---------------------------------------------------------------- against the source texts

const here = existsSync(shared) ? '' : ' (skipped: no ../shared beside the repository)';
const withSources = describe.skipIf(here !== '');

const sourceOf = (report: Report): string =>
  readFileSync(path.join(shared, 'reports', report.source.file ?? ''), 'utf8');

const numerals: Readonly<Record<string, string>> = {
  一: '1',
  两: '2',
  四: '4',
  五: '5',
  六: '6',
  二十: '20',
  三十: '30',
  三百: '300',
};

/** Whether the source says the value at the place; signs of falls stand in the verb. */
const says = (text: string, statement: Statement): boolean => {
  if (statement.text !== undefined && text.includes(statement.text)) return true;
  const values = [statement.value, statement.min, statement.max].flatMap((value) => value?.replace('-', '') ?? []);
  const said = new Set<string>(text.match(/\d+(\.\d+)?/g));
  for (const [word, value] of Object.entries(numerals)) if (text.includes(word)) said.add(value);
  return values.length > 0 && values.every((value) => said.has(value));
};

/** The longest run that two texts share, in characters; lists of names do not count as one run. */
const longestCopied = (text: string, source: string): string => {
  let longest = '';
  for (const piece of text.split(/[、（）\s]/)) {
    for (let start = 0; start + longest.length < piece.length; start += 1) {
      while (source.includes(piece.slice(start, start + longest.length + 1)) && start + longest.length < piece.length)
        longest = piece.slice(start, start + longest.length + 1);
    }
  }
  return longest;
};

const ownTexts = (report: Report): string[] => [
  report.summary ?? '',
  ...report.sections.flatMap(({ summary = '', observations, projects }) => [
    summary,
    ...observations.map(({ text = '' }) => text),
    ...projects.map(({ status = '' }) => status),
  ]),
  ...report.problems.map(({ text }) => text),
  ...report.tasks.map(({ text }) => text),
  ...report.terms.map(({ text = '' }) => text),
  ...report.questions.map(({ text }) => text),
];

withSources.each(files)(`%s against its source${here}`, (name) => {
  test('is made from the very text that it names', () => {
    const report = load(name);
    const file = path.join(shared, 'reports', report.source.file ?? '');
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(report.source.sha256);
  });

  test('states at each place what the source says there', () => {
    const report = load(name);
    const source = sourceOf(report);
    const wrong = statementsOf(report).filter(
      (statement) => !statement.at || !says(source.slice(...statement.at), statement),
    );
    expect(wrong.map(({ ref, value, at }) => [ref, value, at && source.slice(...at)])).toEqual([]);
  });

  test('copies no sentence: no run of sixteen characters', () => {
    const report = load(name);
    const source = sourceOf(report);
    const copied = ownTexts(report).map((text) => longestCopied(text, source));
    expect(copied.filter((run) => run.length >= 16)).toEqual([]);
  });
});

type Gold = {
  readonly id: string;
  readonly subject: string;
  readonly value: number | null;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  readonly period: string;
  readonly kind: string;
  readonly modifier?: string;
  readonly also?: { readonly period?: readonly string[] };
};

/** Kinds that the annotation and the statements name differently. */
const family = (kind: string): string => (kind === 'from_to' || kind === 'rate' ? 'level' : kind);

withSources(`hongqi-2017.yaml against the hand-made annotation${here}`, () => {
  test('has a statement for each fact, with the same value, unit, period, kind and bound', () => {
    // The annotation is our own JSON file; its shape is told in its README.
    const gold = JSON.parse(readFileSync(path.join(shared, 'gold/hongqi-2017.json'), 'utf8')) as Gold[];
    const report = load('hongqi-2017.yaml');
    const statements = statementsOf(report);
    const missing = gold.filter((fact) => {
      const periods = new Set([fact.period.replace(' target', ''), ...(fact.also?.period ?? [])]);
      return !statements.some(
        (statement) =>
          statement.at?.[0] === fact.start &&
          statement.at[1] === fact.end &&
          family(statement.kind) === family(fact.kind) &&
          (fact.value === null || Number(statement.value) === fact.value) &&
          statement.unit === fact.unit &&
          periods.has(statement.period) &&
          statement.modifier === fact.modifier,
      );
    });
    // A target that is given only in relation to another has no figure to state.
    expect(missing.map(({ subject }) => subject)).toEqual(['居民人均可支配收入']);
    expect(report.targets.find(({ id }) => id === 'income')?.relative).toBe('与地区生产总值同步增长');
  });

  test('asks three questions for each of the eight work areas', () => {
    const { questions } = load('hongqi-2017.yaml');
    const areas = questions.map(({ area }) => area);
    expect(areas.toSorted()).toEqual(
      ['3.1', '3.2', '3.3', '3.4', '3.5', '3.6', '3.7', '3.8'].flatMap((id) => [id, id, id]),
    );
    expect(questions.filter(({ ref }) => ref === undefined)).toEqual([]);
  });
});
