// The view of full and of sparse reports: selections by rule, every figure with its ref, nothing invented.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rowView } from '../../../src/fill/view-rows.ts';
import type { RowView } from '../../../src/fill/view-shape.ts';
import { buildView } from '../../../src/fill/view.ts';
import { loadIndicators, loadReport } from '../../../src/report/load.ts';
import { reportSchema, type Report } from '../../../src/report/schema.ts';
import { statementsOf } from '../../../src/report/statements.ts';
import { quyang, viewOf } from './sample.ts';

const data = path.resolve(import.meta.dirname, '../../../data');
const loaded = loadReport('data/hongqi-2017.yaml', readFileSync(path.join(data, 'hongqi-2017.yaml')));
const table = loadIndicators('data/indicators.yaml', readFileSync(path.join(data, 'indicators.yaml')));

const hongqi = (): Report => {
  if (!loaded.value) throw new Error('data/hongqi-2017.yaml cannot be read');
  return loaded.value.report;
};

const full = () => buildView(hongqi(), { indicators: table.value?.indicators ?? [], hash: '' });

const jobs = (id: string, value: string, period: string) => ({
  id,
  indicator: 'jobs-led',
  name: '带动就业',
  period,
  value,
  unit: '人',
  source: { section: '1.1', sentence: 1 },
});

/** What is asked and what is compared of the span of the sample, were these its observations. */
const ofSpan = (...observations: readonly object[]) => {
  const sections = quyang.sections.map((one) => (one.part === 'span' ? { ...one, observations } : one));
  const { questions, changes } = buildView(reportSchema.parse({ ...quyang, sections }), { indicators: [], hash: '' });
  const asked = questions.find(({ title }) => title === '五年来的变化')?.items ?? [];
  return { asked: asked.map(({ about }) => about), changed: changes.map(({ id }) => id) };
};

/** The sample with other rows in its review. */
const withReview = (observations: readonly Record<string, unknown>[], targets: readonly unknown[] = []): Report =>
  reportSchema.parse({
    ...quyang,
    sections: [{ id: '1', title: '回顾', part: 'review', observations }],
    targets,
    tasks: [],
    problems: [],
    questions: [],
    headline: undefined,
  });

const stated = (id: string, indicator: string, period: string, figures: Record<string, unknown>) => ({
  id,
  indicator,
  name: id,
  period,
  kind: 'value' in figures ? 'level' : 'none',
  source: { section: '1', sentence: 1 },
  ...figures,
});

const percent = (value: string, base?: string) => ({ growth: { value, unit: '%', ...(base && { base }) } });

describe('view of the sample', () => {
  it('takes the headline by the order of the indicator table', () => {
    expect(viewOf().headline.map((row) => row.id)).toEqual(['gdp-2021', 'revenue-2021', 'trade-2021']);
  });

  it('opens parts with their own section and keeps the areas apart', () => {
    const { review, plan } = viewOf();
    expect(review).toMatchObject({
      title: '2021年工作回顾',
      opening: [{ id: '1' }],
      areas: [{ id: '1.1', short: '民生福祉持续增进' }],
    });
    expect(plan).toMatchObject({ title: '2022年重点工作', areas: [{ id: '3.1' }, { id: '其他工作' }] });
  });

  it('takes the one section of a part for its opening, so that its title stands once', () => {
    const { review } = viewOf(withReview([stated('gdp', 'gdp', '2021', { value: '95', unit: '亿元' })]));
    expect(review).toMatchObject({ title: '回顾', opening: [{ id: '1' }], areas: [] });
  });

  it('shows one card for a name and period', () => {
    const added = [jobs('jobs-a', '1000', '2021'), jobs('jobs-b', '800', '2021'), jobs('jobs-c', '3000', '2017-2021')];
    const report = reportSchema.parse({
      ...quyang,
      sections: quyang.sections.map((section) =>
        section.id === '1.1' ? { ...section, observations: [...section.observations, ...added] } : section,
      ),
    });
    const ids = viewOf(report).livelihood.map((row) => row.id);
    expect(ids).toContain('jobs-a');
    expect(ids).toContain('jobs-c');
    expect(ids).not.toContain('jobs-b');
  });

  it('keeps rhetorical figures off tables and cards', () => {
    const ids = viewOf().review.areas.flatMap((area) => [...area.details, ...area.cards].map((row) => row.id));
    expect(ids).toContain('jobs-2021');
    expect(ids).not.toContain('flood-2021');
  });

  it('sets growth of the year beside the target of the next', () => {
    expect(
      viewOf().growth.map(({ name, result, target }) => [name, result?.text ?? null, target?.text ?? null]),
    ).toEqual([
      ['地区生产总值', '6.5%', '7%'],
      ['一般公共预算收入', '持平', null],
      ['进出口总额', '12.5%', null],
    ]);
  });

  it('asks questions of its own when the report has none, each with a figure and its place', () => {
    const { questions } = viewOf();
    expect(questions.map(({ title, items }) => [title, items.length])).toEqual([
      ['2021年工作回顾', 3],
      ['民生福祉持续增进，群众更有获得感', 1],
      ['五年来的变化', 1],
    ]);
    expect(questions[0]?.items[0]).toMatchObject({
      about: '地区生产总值同比增长',
      subject: { text: '6.5%' },
      place: '本节第1句',
    });
    const texts = questions.flatMap(({ items }) => items.map(({ text }) => text));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('asks about and compares what has a name before what half a sentence stands for', () => {
    const from = { value: '1', unit: '人', period: '2016' };
    const long = { ...jobs('long', '5', '2021'), name: '足不出户就可知晓辖区内政务服务事项办事流程', from };
    const open = { ...jobs('open', '6', '2021'), name: '每千人学位数提升到', from };
    const short = { ...jobs('short', '7', '2021'), from };
    expect(ofSpan(long, open, short)).toEqual({ asked: [short.name], changed: ['short'] });
    expect(ofSpan(long, open)).toEqual({ asked: [long.name], changed: ['long', 'open'] });
  });

  it('says the level of an honour whose name does not', () => {
    const honours = [
      { name: '全国文明城市', level: 'national' },
      { name: '卫生城市', level: 'national' },
      { name: '全市先进单位', level: 'municipal' },
    ];
    const sections = quyang.sections.map((one) => (one.id === '1' ? { ...one, honours } : one));
    const view = buildView(reportSchema.parse({ ...quyang, sections }), { indicators: [], hash: '' });
    expect(view.honours.map(({ level }) => level)).toEqual(['', '国家级', '']);
  });

  it('notes the price basis of what it shows', () => {
    expect(viewOf().notes[0]).toBe('地区生产总值绝对额按现价，增速按可比价。');
  });

  it('does not change the report', () => {
    const before = structuredClone(quyang);
    viewOf();
    expect(quyang).toEqual(before);
  });
});

describe('view of 红旗区 2017', () => {
  it('holds the ref of every statement that is not rhetorical', () => {
    const refs = new Set<string>();
    JSON.stringify(full(), (key, value: unknown) => {
      if (key === 'ref' && typeof value === 'string') refs.add(value);
      return value;
    });
    const missing = statementsOf(hongqi()).filter((statement) => !statement.optional && !refs.has(statement.ref));
    expect(refs.size).toBeGreaterThan(150);
    expect(missing.map(({ ref }) => ref)).toEqual([]);
  });

  it('selects what the papers show', () => {
    const { headline, structure, changes, targets, review, plan, taskCount, changeUnit } = full();
    expect(headline.map((row) => row.name)).toHaveLength(6);
    expect(structure?.ratio).toBe('1:16:83');
    expect(changes.map((row) => row.multiple?.text ?? null)).toEqual(['1.8倍', '1.9倍', '2倍', null, null]);
    expect(changeUnit).toBe('亿元');
    expect([targets.length, review.areas.length, plan.areas.length]).toEqual([10, 9, 8]);
    expect(taskCount).toBe(hongqi().tasks.length);
  });
});

describe('view of a sparse report', () => {
  const sparse = reportSchema.parse({
    id: 'village',
    title: '工作报告',
    place: { name: '红石坎乡', short: '红石坎乡', level: 'township' },
    meeting: { name: '乡人民代表大会' },
    years: { reviewed: 2020 },
    source: { title: '工作报告' },
    sections: [{ id: '1', title: '全文', part: 'other' }],
  });

  it('has an empty text or list for all that is not stated', () => {
    const view = buildView(sparse, { indicators: [], hash: '' });
    expect(view).toMatchObject({ headline: [], cards: [], growth: [], structure: null, targets: [], questions: [] });
    expect(view.report).toMatchObject({ date: '', speaker: '', planned: '2021', spanLength: '' });
    expect(view.other.opening).toHaveLength(1);
  });
});

const rowOf = (name: string, value: string, unit: string): RowView =>
  rowView(
    {
      id: 'loans-2021',
      indicator: 'loans',
      name,
      period: '2021',
      kind: 'level',
      value,
      unit,
      change: true,
      source: { section: '1', sentence: 1 },
    },
    undefined,
    () => '',
  );

const said = (row: RowView): readonly string[] => [row.name, row.value?.text ?? ''];

describe('places in the report', () => {
  it('name a section by its title where its number is a bullet', () => {
    const report = structuredClone(quyang);
    const area = report.sections.find((section) => section.id === '1.1');
    if (area === undefined) throw new Error('the sample has no section 1.1');
    area.number = '——';
    const { review } = buildView(report, { indicators: [], hash: '' });
    const rows = [...review.opening, ...review.areas].flatMap((section) => section.rows);
    expect(rows.map(({ place }) => place)).toContain('一“民生福祉持续增进”第1句');
  });
});

describe('amounts of change', () => {
  it('are never printed as levels: the name says which way, the digits have no sign', () => {
    expect(said(rowOf('贷款余额', '631', '亿元'))).toEqual(['贷款余额增加', '631亿元']);
    expect(said(rowOf('农村贫困人口', '-1109', '万人'))).toEqual(['农村贫困人口减少', '1109万人']);
    expect(said(rowOf('农村贫困人口减少', '1109', '万人'))).toEqual(['农村贫困人口减少', '1109万人']);
    expect(said(rowOf('增速', '6', '位'))).toEqual(['增速前移', '6位']);
  });

  it('are not found where the level of the indicator is looked for', () => {
    expect(rowOf('贷款余额', '631', '亿元').indicator).toBe('');
  });
});

describe('figures of several years', () => {
  it('are no headline of the year reviewed while there are yearly ones', () => {
    const report = withReview([
      stated('gdp-total', 'gdp', '2017-2021', { value: '400', unit: '亿元', ...percent('30', '2016') }),
      stated('gdp-2021', 'gdp', '2021', percent('6.5')),
      stated('revenue-2021', 'revenue', '2021', percent('5')),
      stated('trade-2021', 'trade', '2021', percent('4')),
    ]);
    expect(viewOf(report).headline.map(({ id }) => id)).toEqual(['gdp-2021', 'revenue-2021', 'trade-2021']);
  });

  it('are no growth of the year, in the chart or beside a target', () => {
    const target = {
      id: 'gdp',
      indicator: 'gdp',
      name: '地区生产总值',
      period: 2022,
      growth: { value: '7', unit: '%' },
      source: { section: '1', sentence: 1 },
    };
    const report = withReview(
      [stated('gdp-2021', 'gdp', '2021', { value: '95', unit: '亿元', ...percent('74', '2016') })],
      [target],
    );
    const { growth, targets } = viewOf(report);
    expect(growth.map(({ result }) => result)).toEqual([null]);
    expect(targets.map(({ result, level }) => [result, level])).toEqual([[null, null]]);
  });
});

const namesOf = (rows: readonly Record<string, unknown>[]): readonly string[] =>
  viewOf(withReview(rows)).growth.map(({ name }) => name);

describe('the chart of growth', () => {
  it('shows indicators of the table, others only where those are few, and then no falls', () => {
    const others = [
      stated('访客', 'visitors', '2021', percent('9')),
      stated('检查频次', 'checks', '2021', percent('-85.7')),
    ];
    const main = ['gdp', 'revenue', 'trade'].map((id) => stated(id, id, '2021', percent('5')));
    expect(namesOf([...others, ...main])).toEqual(['gdp', 'revenue', 'trade', '访客']);
    expect(namesOf([...others, ...main, stated('jobs', 'jobs', '2021', percent('1'))])).not.toContain('访客');
  });
});

const inPoints = (name: string, value: string) => ({
  id: `t${value}`,
  indicator: 'deficit',
  name,
  period: 2022,
  level: { value, unit: '个百分点' },
  source: { section: '1', sentence: 1 },
});

describe('a target in points', () => {
  it('is an amount of change', () => {
    const report = withReview([], [inPoints('赤字率', '1'), inPoints('赤字率', '-0.5'), inPoints('占比提高', '2')]);
    expect(viewOf(report).targets.map(({ name, plain }) => `${name}${plain}`)).toEqual([
      '赤字率提高1个百分点',
      '赤字率下降0.5个百分点',
      '占比提高2个百分点',
    ]);
  });
});

const grown = (growth: Record<string, unknown>, qualifiers?: readonly string[]): RowView => {
  const report = reportSchema.parse({
    ...quyang,
    sections: [
      {
        id: '1',
        title: '回顾',
        part: 'review',
        observations: [
          {
            id: 'revenue',
            indicator: 'revenue',
            name: '财政收入',
            period: '2021',
            value: '7.21',
            unit: '亿元',
            growth: { value: '11.9', unit: '%', ...growth },
            ...(qualifiers && { qualifiers }),
            source: { section: '1', sentence: 1 },
          },
        ],
      },
    ],
    targets: [],
    tasks: [],
    problems: [],
    questions: [],
    headline: ['revenue'],
  });
  const [row] = buildView(report, { indicators: table.value?.indicators ?? [], hash: '' }).headline;
  if (row === undefined) throw new Error('no headline');
  return row;
};

describe('growth on another basis', () => {
  it('says its basis in place of 同比, or before 比2019年', () => {
    const sayings = [
      grown({}),
      grown({ qualifiers: ['同口径'] }),
      grown({ qualifiers: ['剔除不可比因素'], base: '2019' }),
      grown({ qualifiers: ['1990年不变价'] }),
      grown({}, ['按可比口径']),
      grown({}, ['预计']),
    ].map(({ growth }) => `${growth?.against}${growth?.word}`);
    expect(sayings).toEqual([
      '同比增长',
      '同口径增长',
      '剔除不可比因素比2019年增长',
      '按1990年不变价增长',
      '按可比口径增长',
      '同比增长',
    ]);
  });
});
