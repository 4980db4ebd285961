// Small reports for the tests of the audit: only the observations and targets under test, the rest as the schema asks.
import { type IndicatorTable, type Report, indicatorTableSchema, reportSchema } from '../../../src/report/schema.ts';

type Plain = Record<string, unknown>;

const section = (id: string, number: string, title: string, part: string, observations: readonly Plain[]): Plain => ({
  id,
  number,
  title,
  part,
  observations: observations.map((one, index) => ({ source: { section: id, sentence: index + 1 }, ...one })),
});

export type Given = {
  readonly place?: string;
  readonly reviewed?: number;
  readonly review?: readonly Plain[];
  readonly span?: readonly Plain[];
  readonly targets?: readonly Plain[];
  readonly accepted?: readonly { finding: string; reason: string }[];
};

/** A report of a county for the year reviewed, 2016 when not said. */
export const reportWith = ({
  place = '红旗区',
  reviewed = 2016,
  review = [],
  span = [],
  targets = [],
  accepted = [],
}: Given): Report =>
  reportSchema.parse({
    id: `${place === '红旗区' ? 'hongqi' : place}-${reviewed + 1}`,
    title: `${place}${reviewed + 1}年政府工作报告`,
    place: { name: place, short: place, level: 'county' },
    meeting: { name: `${place}人民代表大会` },
    years: { reviewed, planned: reviewed + 1 },
    source: { title: '政府工作报告' },
    sections: [
      section('1', '一、', `${reviewed}年工作回顾`, 'review', review),
      section('2', '二、', '过去五年工作回顾', 'span', span),
    ],
    targets: targets.map((one) => ({ source: { section: '1' }, ...one })),
    accepted,
  });

export const indicators: IndicatorTable = indicatorTableSchema.parse({
  indicators: [
    {
      id: 'gdp',
      name: '地区生产总值',
      aliases: ['国内生产总值', '生产总值', 'GDP'],
      group: 'economy',
      basis: 'comparable',
    },
    { id: 'industry', name: '工业增加值', group: 'industry', basis: 'comparable' },
    { id: 'industry-above-scale', name: '规模以上工业增加值', group: 'industry', basis: 'comparable' },
    { id: 'tertiary', name: '第三产业增加值', group: 'economy', basis: 'comparable' },
    { id: 'investment', name: '全社会固定资产投资', aliases: ['固定资产投资'], group: 'investment' },
    { id: 'retail', name: '社会消费品零售总额', group: 'trade' },
    { id: 'revenue', name: '财政收入', group: 'finance' },
    { id: 'budget-revenue', name: '一般公共预算收入', aliases: ['公共财政一般预算收入'], group: 'finance' },
    { id: 'expenditure', name: '财政支出', group: 'finance' },
    { id: 'foreign-capital', name: '实际利用外资', group: 'trade' },
    { id: 'unemployment', name: '城镇登记失业率', group: 'livelihood', direction: 'less' },
  ],
});

/** 由 … 增至 … with what the sentence adds. */
export const fromTo = (indicator: string, name: string, from: string, to: string, more: Plain = {}): Plain => ({
  id: `${indicator}-span`,
  indicator,
  name,
  period: '2016',
  value: to,
  unit: '亿元',
  from: { period: '2011', value: from, unit: '亿元' },
  ...more,
});

export const average = (value: string, more: Plain = {}): Plain => ({ value, unit: '%', period: '2012-2016', ...more });
export const times = (value: string, more: Plain = {}): Plain => ({ value, unit: '倍', base: '2011', ...more });
