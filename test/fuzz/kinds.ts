// All kinds of hostile input, made once: the files of this repository are what they begin with.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { renderDocx } from '../../src/docx/render-docx.ts';
import { createEngine, sourcesByName } from '../../src/engine.ts';
import { realHost } from '../../src/host.ts';
import { renderPdf } from '../../src/pdf/pdf.ts';
import { makeDocument } from '../../src/pipeline.ts';
import type { ReportSubject } from '../../src/subject.ts';
import { readProject } from '../../src/project.ts';
import { loadReport } from '../../src/report/load.ts';
import { figureRows } from '../../src/tables/figure-rows.ts';
import { writeFigures } from '../../src/tables/write-figures.ts';
import type { Document } from '../../src/tree/tree.ts';
import { codePointsOf } from '../../src/tree/walk.ts';
import { packageFolder } from '../../src/version.ts';
import type { Kind } from './kind.ts';
import { dataKind } from './kinds/data.ts';
import { proofDocxKind, proofPdfKind } from './kinds/finished.ts';
import { markdownKind } from './kinds/markdown.ts';
import { reportDocxKind, reportPdfKind, reportTextKind } from './kinds/report-text.ts';
import { settingKinds } from './kinds/settings.ts';
import { csvKind, workbookKind } from './kinds/tables.ts';
import { templateKind } from './kinds/template.ts';

export type Seeds = {
  /** A folder of data files to begin with besides the repository's own. */
  readonly data?: string | undefined;
  /** A folder of report texts. */
  readonly texts?: string | undefined;
  /** One of how many data files is laid out too; 0 for none. */
  readonly laidOut: number;
};

const root = packageFolder();
const own = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const filesIn = (folder: string | undefined, ending: string): readonly string[] =>
  folder === undefined
    ? []
    : readdirSync(folder)
        .filter((name) => name.endsWith(ending))
        .map((name) => readFileSync(path.join(folder, name), 'utf8'));

const withValue = (text: string): { readonly text: string; readonly value: unknown } => ({ text, value: parse(text) });

/** The text of a report as a document, so that it can be had as PDF and DOCX. */
const printed = (text: string): Document => ({
  kind: 'document',
  meta: {
    title: '政府工作报告',
    subject: '',
    author: '',
    keywords: [],
    language: 'zh-CN',
    date: '2017-03-08',
    reportId: 'a',
    template: 'a',
  },
  page: { name: 'gongwen', size: 'A4', orientation: 'portrait', limit: 0, numbered: true },
  blocks: text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', role: 'body', children: [{ kind: 'text', text: line }] })),
  leading: 1,
});

export const makeKinds = async (seeds: Seeds): Promise<readonly Kind[]> => {
  const { project } = await readProject(root, root, realHost());
  const { value: engine, diagnostics } = await createEngine(project, realHost());
  if (engine === undefined) throw new Error(JSON.stringify(diagnostics));
  const { theme } = engine;

  const example = own('starter/zh/example.yaml');
  const small = [example, own('examples/smallest.yaml'), own('starter/en/example.yaml')];
  const subjects = small.slice(0, 2).map((text): ReportSubject => {
    const loaded = loadReport('data/a.yaml', text);
    if (loaded.value === undefined) throw new Error('the starter does not load');
    return {
      over: 'report',
      report: loaded.value.report,
      file: 'data/a.yaml',
      hash: '01234567',
      audit: { findings: [], figures: 0, checks: [] },
    };
  });
  const [subject] = subjects;
  if (subject === undefined) throw new Error('no subject');
  const large = [own('data/hongqi-2017.yaml'), own('data/guowuyuan-2019.yaml'), ...filesIn(seeds.data, '.yaml')];

  const report = own('test/fuzz/seeds/report.txt');
  const texts = [report, ...filesIn(seeds.texts, '.txt')];
  const indicators = { indicators: [...engine.indicators] };
  const document = printed(report);
  const fonts = await engine.fonts.forDocument(codePointsOf(document));
  const pdf = await renderPdf(document, { theme, fonts });
  const docx = await renderDocx(document, { theme, fonts, pageNumbers: new Map() });

  const brief = engine.templates.get('brief');
  const made = brief && (await makeDocument(subject, brief, ['pdf', 'docx'], engine));
  const bytesOf = (format: string): Uint8Array[] =>
    (made?.value?.files ?? []).filter((file) => file.format === format).map(({ bytes }) => bytes);
  const expectation = {
    rules: 'auto' as const,
    report: subject.report,
    ...(made?.value && { document: made.value.document }),
  };
  const fixture = (name: string): string => path.join(root, 'test/unit/tables/fixtures', name);
  const workbooks = [
    readFileSync(fixture('主要指标.xlsx')),
    readFileSync(fixture('目标完成.xlsx')),
    await writeFigures(subject.report, figureRows(subject.report), 'xlsx'),
  ];
  const exported = new TextDecoder().decode(await writeFigures(subject.report, figureRows(subject.report), 'csv'));
  const templateTexts = new Map(
    [...project.templates, ...project.partials].map(({ label, text }): [string, string] => [label, text]),
  );
  const templates = [
    ...project.templates.map(({ text }) => text),
    own('examples/card.hbs'),
    own('starter/zh/template.hbs'),
  ];

  return [
    dataKind('data', small.map(withValue), engine, templateTexts, seeds.laidOut),
    dataKind('data of whole reports', large.map(withValue), engine, templateTexts, seeds.laidOut),
    templateKind(templates, sourcesByName(project.partials), sourcesByName(project.templates), subjects, engine),
    markdownKind(templates),
    reportTextKind(texts, indicators),
    reportDocxKind(docx.value === undefined ? [] : [docx.value.bytes], indicators),
    reportPdfKind(pdf.value === undefined ? [] : [pdf.value.bytes], indicators),
    csvKind([readFileSync(fixture('国民经济.csv'), 'utf8'), exported], engine.indicators),
    workbookKind(workbooks, engine.indicators),
    ...settingKinds(project.theme.text, [own('starter/zh/theme.yaml')], project.fontsConfig.text, [
      own('starter/zh/indicators.yaml'),
      own('data/indicators.yaml'),
    ]),
    proofPdfKind(bytesOf('pdf'), expectation),
    proofDocxKind(bytesOf('docx'), expectation),
  ];
};
