// A small report for tests of fill: a county with two areas, one fall, ranks, a structure and targets.
import { reportSchema, type Indicator, type Report } from '../../../src/report/schema.ts';
import { readTemplate, type Template } from '../../../src/fill/template.ts';
import { fillTemplate } from '../../../src/fill/fill.ts';
import { buildView } from '../../../src/fill/view.ts';
import type { View } from '../../../src/fill/view-shape.ts';
import { parseDocument, type ParseContext } from '../../../src/parse/parse.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import type { Document } from '../../../src/tree/tree.ts';

const indicators: readonly Indicator[] = [
  {
    id: 'gdp',
    name: '地区生产总值',
    aliases: [],
    group: 'economy',
    basis: 'comparable',
    direction: 'more',
    headline: 1,
  },
  {
    id: 'revenue',
    name: '一般公共预算收入',
    aliases: [],
    group: 'finance',
    basis: 'current',
    direction: 'more',
    headline: 2,
  },
  { id: 'trade', name: '进出口总额', aliases: [], group: 'trade', basis: 'current', direction: 'more', headline: 3 },
  { id: 'jobs', name: '城镇新增就业', aliases: [], group: 'livelihood', basis: 'current', direction: 'more' },
];

const source = (section: string, sentence: number) => ({ section, sentence });

export const quyang: Report = reportSchema.parse({
  id: 'quyang-2022',
  title: '曲阳县2022年政府工作报告',
  place: { name: '河北省保定市曲阳县', short: '曲阳县', level: 'county' },
  meeting: { name: '曲阳县第十七届人民代表大会第二次会议', date: '2022-02-18' },
  speaker: { name: '石志新', office: '县长' },
  years: { reviewed: 2021, planned: 2022, span: { from: 2017, to: 2021 } },
  source: { title: '政府工作报告' },
  sections: [
    {
      id: '1',
      number: '一、',
      title: '2021年工作回顾',
      part: 'review',
      summary: '全年经济稳中有进。',
      observations: [
        {
          id: 'gdp-2021',
          indicator: 'gdp',
          name: '地区生产总值',
          period: '2021',
          value: '95.0',
          unit: '亿元',
          growth: { value: '6.5', unit: '%' },
          ranks: [{ place: 3, text: '全市第三', scope: '全市', of: 'growth' }],
          source: source('1', 1),
        },
        {
          id: 'revenue-2021',
          indicator: 'revenue',
          name: '一般公共预算收入',
          period: '2021',
          value: '7.21',
          unit: '亿元',
          growth: { value: '0.0', unit: '%' },
          completion: { value: '103', unit: '%', of: '年目标' },
          source: source('1', 1),
        },
        {
          id: 'trade-2021',
          indicator: 'trade',
          name: '进出口总额',
          period: '2021',
          value: '3.4',
          unit: '亿元',
          growth: { value: '-12.5', unit: '%' },
          source: source('1', 2),
        },
      ],
    },
    {
      id: '1.1',
      number: '（一）',
      title: '民生福祉持续增进，群众更有获得感',
      part: 'review',
      observations: [
        {
          id: 'jobs-2021',
          indicator: 'jobs',
          name: '城镇新增就业',
          period: '2021',
          value: '1000',
          unit: '人',
          modifier: '余',
          source: source('1.1', 1),
        },
        {
          id: 'structure-2021',
          indicator: 'structure',
          name: '三次产业比例',
          period: '2021',
          kind: 'share',
          unit: '%',
          parts: [
            { name: '第一产业占比', value: '15' },
            { name: '第二产业占比', value: '30' },
            { name: '第三产业占比', value: '55' },
          ],
          source: source('1.1', 2),
        },
        {
          id: 'flood-2021',
          indicator: 'flood',
          name: '洪水重现期',
          period: '2021',
          value: '50',
          unit: '年',
          optional: true,
          source: source('1.1', 3),
        },
      ],
    },
    {
      id: '2',
      number: '二、',
      title: '五年来的变化',
      part: 'span',
      observations: [
        {
          id: 'gdp-span',
          indicator: 'gdp',
          name: '地区生产总值',
          period: '2021',
          value: '95.0',
          unit: '亿元',
          from: { period: '2016', value: '61.2', unit: '亿元' },
          multiple: { value: '1.6', unit: '倍', base: '2016' },
          source: source('2', 1),
        },
      ],
    },
    { id: '3', number: '三、', title: '2022年重点工作', part: 'plan' },
    { id: '3.1', number: '（一）', title: '狠抓项目建设', part: 'plan' },
  ],
  targets: [
    {
      id: 'gdp',
      indicator: 'gdp',
      name: '地区生产总值',
      period: 2022,
      growth: { value: '7', unit: '%', modifier: '以上' },
      source: source('3', 1),
    },
    {
      id: 'unemployment',
      indicator: 'unemployment',
      name: '城镇登记失业率',
      period: 2022,
      level: { value: '4.5', unit: '%', modifier: '以内' },
      source: source('3', 1),
    },
    {
      id: 'income',
      indicator: 'income',
      name: '居民人均可支配收入',
      period: 2022,
      relative: '与经济增长同步',
      source: source('3', 1),
    },
  ],
  tasks: [
    {
      id: 'projects',
      area: '3.1',
      text: '开工一批重点项目',
      figures: [{ name: '新开工项目', value: '20', unit: '个' }],
      deadline: '6月底前',
    },
    { id: 'stray', area: '其他工作', text: '做好双拥工作' },
  ],
});

/** A view of the sample report, with its title replaced when a test needs a text of its own. */
export const viewOf = (report: Report = quyang): View => buildView(report, { indicators, hash: '0a1b2c3d' });

export const head = '---\ntitle: "{{report.short}}"\npage: gongwen\n---\n';

export const read = (
  body: string,
  partials: Readonly<Record<string, string>> = {},
): { template?: Template; diagnostics: readonly Diagnostic[] } => {
  const files = new Map(
    Object.entries(partials).map(([name, text]) => [name, { file: `templates/partials/${name}.hbs`, text }]),
  );
  const { value, diagnostics } = readTemplate(
    'sample',
    /^\uFEFF?---/u.test(body) ? body : head + body,
    'templates/sample.hbs',
    files,
  );
  return { diagnostics, ...(value && { template: value }) };
};

/** The filled text with its front matter. */
export const fillWhole = (
  body: string,
  view: View = viewOf(),
  partials: Readonly<Record<string, string>> = {},
): string => {
  const { template, diagnostics } = read(body, partials);
  if (!template) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'));
  const filled = fillTemplate(template, view);
  if (filled.value === undefined) throw new Error(filled.diagnostics.map(({ message }) => message.en).join('\n'));
  return filled.value;
};

/** The filled Markdown without its front matter. */
export const fill = (body: string, view: View = viewOf(), partials: Readonly<Record<string, string>> = {}): string =>
  fillWhole(body, view, partials)
    .replace(/^---\n.*?\n---\n\n/su, '')
    .replace(/\n$/u, '');

export const parse = (
  text: string,
  context: Pick<ParseContext, 'placeOf'> & { file: string } = { file: 'sample.md' },
): { document?: Document; diagnostics: readonly Diagnostic[] } => {
  const { value, diagnostics } = parseDocument(text.startsWith('---') ? text : `---\ntitle: 曲阳县\n---\n\n${text}`, {
    ...context,
    meta: {
      author: '',
      keywords: [],
      language: 'zh-CN',
      date: '2022-02-18',
      reportId: 'quyang-2022',
      template: 'sample',
    },
  });
  return { diagnostics, ...(value && { document: value.document }) };
};
