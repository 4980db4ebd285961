// A small document of three pages by the rules of official documents, made with the real writers and fonts, and the
// report that its figures come from. Tests plant one fault at a time into its files.
import { renderDocx } from '../../../src/docx/render-docx.ts';
import { renderPdf } from '../../../src/pdf/pdf.ts';
import type { Expectation } from '../../../src/proof/expectation.ts';
import type { ProofFinding } from '../../../src/proof/finding.ts';
import { proofFile, type ProofResult } from '../../../src/proof/proof.ts';
import type { RuleId } from '../../../src/proof/rules.ts';
import type { Report } from '../../../src/report/schema.ts';
import type { Theme } from '../../../src/theme/theme.ts';
import type { Block, Document, Inline } from '../../../src/tree/tree.ts';
import { codePointsOf } from '../../../src/tree/walk.ts';
import { projectEngine, subjectOf } from '../../helpers/project-engine.ts';

export const t = (text: string): Inline[] => [{ kind: 'text', text }];
const figure = (text: string, ref: string): Inline => ({ kind: 'figure', text, ref });

export const body = (...children: readonly Inline[]): Block => ({ kind: 'paragraph', role: 'body', children });

/** A paragraph whose lines end where the text says so: what a bad composer would have set. */
export const setAs = (...lines: readonly string[]): Block => ({
  kind: 'paragraph',
  role: 'body',
  children: lines.flatMap((text, index): Inline[] => [
    ...(index === 0 ? [] : [{ kind: 'break' as const }]),
    { kind: 'text', text },
  ]),
});

const heading = (level: 1 | 2, number: string, text: string): Block => ({
  kind: 'heading',
  level,
  id: text,
  number,
  children: t(text),
});

const long =
  '全区上下坚持稳中求进的总基调把服务业当成主业来抓把项目当成抓手来推城市面貌和民生保障都上了新的台阶干部群众的精气神也有了新的变化';

const rows = [
  ['地区生产总值', '157.5', '亿元'],
  ['全社会固定资产投资', '135.1', '亿元'],
  ['公共财政一般预算收入', '6.8', '亿元'],
  ['工业增加值', '12.8', '亿元'],
  ['第三产业增加值', '131', '亿元'],
  ['实际利用外资', '7800', '万美元'],
] as const;

export const blocks: readonly Block[] = [
  { kind: 'title', children: t('红旗区经济运行情况'), subtitles: [] },
  heading(1, '一、', '总量与速度'),
  body(...t('地区生产总值'), figure('157.5亿元', 'gdp-2016'), ...t('，比上年'), ...t('增长7.1%。')),
  body(...t(`${long}${long}${long}。`)),
  heading(2, '（一）', '主要指标'),
  {
    kind: 'table',
    caption: t('表1　主要指标'),
    density: 'normal',
    notes: [],
    columns: [
      { header: t('指标'), align: 'left', width: 3 },
      { header: t('数值'), align: 'decimal', width: 1 },
      { header: t('单位'), align: 'left', width: 1 },
    ],
    rows: rows.map((cells) => ({ group: false, cells: cells.map((cell) => ({ children: t(cell) })) })),
  },
  { kind: 'pagebreak' },
  heading(1, '二、', '结构与后劲'),
  body(...t(`${long}${long}${long}${long}。`)),
  {
    kind: 'chart',
    type: 'bar',
    title: t('主要指标增速'),
    unit: '%',
    categories: ['地区生产总值', '实际利用外资'],
    series: [{ name: '2016年增速', values: ['7.1', '12.5'], role: 'result' }],
    refs: ['gdp-2016.growth'],
    description: '地区生产总值增长7.1%，实际利用外资增长12.5%。',
    height: 0,
  },
  { kind: 'pagebreak' },
  heading(1, '三、', '今年安排'),
  body(...t(`${long}${long}。`)),
];

export const documentOf = (given: readonly Block[], page: Partial<Document['page']> = {}): Document => ({
  kind: 'document',
  meta: {
    title: '红旗区经济运行情况',
    subject: '',
    author: '红旗区人民政府办公室',
    keywords: [],
    language: 'zh-CN',
    date: '2017-04-21',
    reportId: 'hongqi-2017',
    template: 'sample',
  },
  page: { name: 'gongwen', size: 'A4', orientation: 'portrait', limit: 0, numbered: true, ...page },
  blocks: given,
  leading: 1,
});

export const sample = documentOf(blocks);

export const reportOf = async (): Promise<Report> => (await subjectOf('data/hongqi-2017.yaml')).report;

/** The document as PDF; `change` may alter the theme first. */
export const pdfOf = async (
  document: Document,
  change: (theme: Theme) => Theme = (theme) => theme,
): Promise<Uint8Array> => {
  const engine = await projectEngine();
  const fonts = await engine.fonts.forDocument(codePointsOf(document));
  const { value, diagnostics } = await renderPdf(document, { theme: change(engine.theme), fonts });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value.bytes;
};

export const docxOf = async (document: Document): Promise<Uint8Array> => {
  const engine = await projectEngine();
  const fonts = await engine.fonts.forDocument(codePointsOf(document));
  const { value, diagnostics } = await renderDocx(document, { theme: engine.theme, fonts, pageNumbers: new Map() });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value.bytes;
};

export const proofOf = (bytes: Uint8Array, expectation: Partial<Expectation> = {}): ProofResult =>
  proofFile('sample', bytes, { rules: 'gongwen', ...expectation });

export const failuresOf = (result: ProofResult): readonly ProofFinding[] =>
  result.findings.filter(({ severity }) => severity === 'failure');

/** The rules broken, each once, sorted. */
export const rulesOf = (findings: readonly ProofFinding[]): readonly RuleId[] =>
  [...new Set(findings.map(({ rule }) => rule))].toSorted();
