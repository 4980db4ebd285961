// A document that holds every kind of block and inline, for the tests of the DOCX writer.
// Figures carry over from the work report of 红旗区; the sentences are written for the test.
import type { Block, Document, Figure, Inline, Row } from '../../../src/tree/tree.ts';

const t = (text: string): Inline[] => [{ kind: 'text', text }];
const figure = (text: string): Figure => ({ kind: 'figure', text, ref: 'gdp-2016' });
const row = (...texts: readonly string[]): Row => ({
  group: false,
  cells: texts.map((text) => ({ children: t(text) })),
});
const group = (text: string): Row => ({ group: true, cells: [{ children: t(text) }] });

const body = (text: string): Block => ({ kind: 'paragraph', role: 'body', children: t(text) });

const longText =
  '全区上下坚持“稳中求进”工作总基调，地区生产总值达到157.5亿元，同比增长7.1%；一般公共预算收入完成9.32亿元——增速居全市四区第一。'.repeat(
    3,
  );

const opening: readonly Block[] = [
  {
    kind: 'masthead',
    name: t('红旗区情'),
    issue: t('第3期'),
    unit: t('红旗区人民政府办公室'),
    date: t('2017年4月21日'),
  },
  {
    kind: 'title',
    children: t('二〇一七年政府工作报告讲义'),
    subtitles: [t('红旗区第十四届人民代表大会第一次会议'), t('2017年4月21日')],
  },
  {
    kind: 'contents',
    title: t('目录'),
    depth: 2,
    entries: [
      { level: 1, id: 'review', number: '一、', children: t('过去五年') },
      { level: 2, id: 'growth', number: '（一）', children: t('经济增长') },
      { level: 1, id: 'plan', number: '二、', children: t('今年安排') },
    ],
  },
];

const text: readonly Block[] = [
  { kind: 'paragraph', role: 'lead', children: t('本期摘要：全年主要目标如期完成，四区争第一的势头没有变。') },
  { kind: 'heading', level: 1, id: 'review', number: '一、', children: t('过去五年') },
  { kind: 'heading', level: 2, id: 'growth', number: '（一）', children: t('经济增长') },
  {
    kind: 'paragraph',
    role: 'body',
    children: [
      { kind: 'strong', children: t('总量。') },
      { kind: 'text', text: '地区生产总值' },
      figure('157.5亿元'),
      { kind: 'text', text: '，“十二五”以来' },
      { kind: 'emphasis', children: t('《统计公报》') },
      { kind: 'text', text: '连年刊载；' },
      { kind: 'link', target: 'https://www.example.cn/report?id=1', children: t('原文') },
      { kind: 'text', text: '与' },
      { kind: 'link', target: '#plan', children: t('今年安排') },
      { kind: 'text', text: '可对照。姓名' },
      { kind: 'blank', em: 8, description: '姓名' },
      { kind: 'break' },
      { kind: 'text', text: '特殊字符 <b>&"\'** | ::: {{ # 照原样印出。' },
    ],
  },
  body(longText),
  { kind: 'heading', level: 3, id: 'h3', number: '1．', children: t('第三级') },
  { kind: 'heading', level: 4, id: 'h4', number: '（1）', children: t('第四级') },
  {
    kind: 'list',
    ordered: true,
    start: 3,
    items: [
      [{ kind: 'paragraph', role: 'body', children: t('第一项任务') }, body('第一项的说明。')],
      [{ kind: 'paragraph', role: 'body', children: t('第二项任务') }],
    ],
  },
  { kind: 'list', ordered: false, start: 1, items: [[{ kind: 'paragraph', role: 'body', children: t('不编号的项') }]] },
  { kind: 'rule' },
];

const figures: readonly Block[] = [
  {
    kind: 'table',
    caption: t('表1　主要指标'),
    columns: [
      { header: t('指标'), align: 'left', width: 2 },
      { header: t('总量'), align: 'decimal', width: 1 },
      { header: t('增速（%）'), align: 'decimal', width: 1 },
      { header: t('位次'), align: 'center', width: 0 },
    ],
    rows: [
      group('经济'),
      row('地区生产总值（亿元）', '157.5', '7.1', '四区第一'),
      row('固定资产投资（亿元）', '183', '15', '四区第二'),
      group('民生'),
      row('城镇居民人均可支配收入（元）', '29006.25', '−0.35', '—'),
    ],
    notes: [t('注：绝对额按现价，增速按可比价。')],
    density: 'normal',
  },
  {
    kind: 'cards',
    perRow: 3,
    size: 'large',
    cards: ['地区生产总值', '财政收入', '固定资产投资', '社会消费品零售总额'].map((label, index) => ({
      label: t(label),
      value: t(['157.5', '9.32', '183', '96.8'][index] ?? ''),
      unit: t('亿元'),
      note: t('▲ 同比增长7.1%'),
    })),
  },
  {
    kind: 'chart',
    type: 'bar',
    title: t('主要指标同比增速，%'),
    unit: '%',
    categories: ['地区生产总值', '固定资产投资', '社会消费品零售总额'],
    series: [
      { name: '2016年实绩', values: ['7.1', '15', '12.35'], role: 'result' },
      { name: '2017年目标', values: ['8', null, '11.5'], role: 'target' },
    ],
    refs: ['gdp-2016'],
    description: '地区生产总值增长7.1%，固定资产投资增长15%，社会消费品零售总额增长12.35%。',
    height: 0,
  },
  {
    kind: 'columns',
    widths: [2, 1],
    columns: [
      [
        { kind: 'paragraph', role: 'flush', children: t('左栏文字。') },
        {
          kind: 'chart',
          type: 'stacked',
          title: t('三次产业结构，%'),
          unit: '%',
          categories: ['2016年'],
          series: [
            { name: '一产', values: ['1'], role: 'result' },
            { name: '二产', values: ['16'], role: 'result' },
            { name: '三产', values: ['83'], role: 'result' },
          ],
          refs: [],
          description: '第一、二、三产业之比为1∶16∶83。',
          height: 0,
        },
      ],
      [
        {
          kind: 'table',
          caption: [],
          columns: [
            { header: t('年份'), align: 'left', width: 0 },
            { header: t('总量'), align: 'right', width: 0 },
          ],
          rows: [row('2012年', '112'), row('2016年', '157.5')],
          notes: [],
          density: 'compact',
        },
      ],
    ],
  },
];

const closing: readonly Block[] = [
  { kind: 'pagebreak' },
  { kind: 'heading', level: 1, id: 'plan', number: '二、', children: t('今年安排') },
  {
    kind: 'terms',
    perRow: 2,
    entries: ['两学一做', '一招四引', '四区争第一'].map((term) => ({
      term: t(term),
      explanation: t('指报告中的一项工作部署，释义以正式文件为准。'),
    })),
  },
  {
    kind: 'terms',
    perRow: 1,
    entries: [{ term: t('76543计划'), explanation: t('指本级政府提出的一组年度目标。') }],
  },
  {
    kind: 'group',
    role: 'keep',
    blocks: [
      { kind: 'paragraph', role: 'question', children: t('完成全年目标，难点在哪里？') },
      { kind: 'paragraph', role: 'source', children: t('来源：报告第二部分第3句。') },
    ],
  },
  { kind: 'lines', count: 3, pitch: 8 },
  { kind: 'paragraph', role: 'note', children: t('注：以上由办公室整理。') },
  { kind: 'imprint', left: [t('报：区委'), t('送：区人大、区政协')], right: [t(''), t('共印80份')] },
];

/** Every kind of block on the gridded page. */
export const sampleDocument: Document = {
  kind: 'document',
  meta: {
    title: '二〇一七年政府工作报告讲义',
    subject: '会议讲义',
    author: '红旗区人民政府办公室',
    keywords: ['红旗区', '政府工作报告'],
    language: 'zh-CN',
    date: '2017-04-21',
    reportId: 'hongqi-2017',
    template: 'handout',
  },
  page: { name: 'gongwen', size: 'A4', orientation: 'portrait', limit: 0, numbered: true },
  blocks: [...opening, ...text, ...figures, ...closing],
  leading: 1,
};

/** The same figures on the free page, with a banner and a foot. */
export const sampleSheet: Document = {
  ...sampleDocument,
  page: { name: 'sheet', size: 'A4', orientation: 'portrait', limit: 1, numbered: false },
  blocks: [
    { kind: 'banner', title: t('红旗区2016年主要数据'), aside: [t('新乡市红旗区'), t('第十四届人大一次会议')] },
    ...figures,
    { kind: 'group', role: 'foot', blocks: [{ kind: 'paragraph', role: 'note', children: t('来源：政府工作报告。') }] },
  ],
};
