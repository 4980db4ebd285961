// Laws that hold for every report and template: same bytes twice, the same words in tree, PDF and DOCX, no figure lost.
import { describe, expect, it } from 'vitest';
import { printFigure } from '../../src/figures/print.ts';
import { renderPdf } from '../../src/pdf/pdf.ts';
import { makeDocument, type MadeDocument } from '../../src/pipeline.ts';
import { statementsOf } from '../../src/report/statements.ts';
import { codePointsOf } from '../../src/tree/walk.ts';
import { projectEngine, subjectFor, subjectOf, yunheFiles } from '../helpers/project-engine.ts';
import { docxText, firstOutOfOrder, pdfText, squeeze, treeRuns } from '../helpers/read-text.ts';

const files = ['data/baoding-2014.yaml', 'data/guowuyuan-2019.yaml', 'data/hongqi-2017.yaml'];
const templates = ['brief', 'factsheet', 'glossary', 'handout', 'pocket', 'poster', 'tasks'];

const make = async (file: string | readonly string[], name: string): Promise<MadeDocument> => {
  const engine = await projectEngine();
  const template = engine.templates.get(name);
  if (template === undefined) throw new Error(`no template ${name}`);
  const { value, diagnostics } = await makeDocument(
    await subjectFor(template, [file].flat()),
    template,
    ['pdf', 'docx'],
    engine,
  );
  if (value === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return value;
};

const bytesOf = ({ files: made }: MadeDocument, format: string): Uint8Array =>
  made.find((one) => one.format === format)?.bytes ?? new Uint8Array();

describe.each(files)('%s', (file) => {
  it.each(templates)('%s: the same bytes twice', async (name) => {
    const [first, second] = [await make(file, name), await make(file, name)];
    expect(Buffer.from(bytesOf(first, 'pdf')).equals(bytesOf(second, 'pdf'))).toBe(true);
    expect(Buffer.from(bytesOf(first, 'docx')).equals(bytesOf(second, 'docx'))).toBe(true);
  });

  it.each(templates)('%s: the words of the tree, in order, in PDF and DOCX', async (name) => {
    const made = await make(file, name);
    const runs = treeRuns(made.document);
    expect(runs.length).toBeGreaterThan(30);
    expect(firstOutOfOrder(runs, await pdfText(bytesOf(made, 'pdf')))).toBeUndefined();
    expect(firstOutOfOrder(runs, docxText(bytesOf(made, 'docx')))).toBeUndefined();
  });

  it('leaves Word two lines of room at the end of a brief', async () => {
    const engine = await projectEngine();
    const { document } = await make(file, 'brief');
    const fonts = await engine.fonts.forDocument(codePointsOf(document));
    const { value } = await renderPdf(document, { theme: engine.theme, fonts });
    expect(value?.pages).toBeLessThanOrEqual(2);
    expect(value?.spare).toBeGreaterThanOrEqual(2 * 28.95);
  });

  it('states every figure that is not optional in the handout, with its unit', async () => {
    const made = await make(file, 'handout');
    const { report } = await subjectOf(file);
    const pdf = await pdfText(bytesOf(made, 'pdf'));
    const docx = docxText(bytesOf(made, 'docx'));
    // In tables the unit stands in a column of its own: 157.5 亿元 is one figure over two cells.
    const missing = statementsOf(report)
      .filter(({ optional, kind }) => !optional && kind !== 'rank')
      .map((statement) => squeeze(printFigure(statement).replace(/^[−-]/u, '')))
      .filter((text) => !pdf.includes(text) || !docx.includes(text));
    expect(missing).toEqual([]);
  });
});

describe('a free page', () => {
  it('gives up a little leading for lines that would stand alone on the last one', async () => {
    const { document, files: made } = await make('data/hongqi-2017.yaml', 'targets');
    expect(made.find(({ format }) => format === 'pdf')?.pages).toBe(1);
    expect(document.leading).toBeLessThan(1);
  });
});

describe('yunhe, several reports', () => {
  it.each(['targets', 'compare'])('%s: the same bytes twice', async (name) => {
    const [first, second] = [await make(yunheFiles, name), await make(yunheFiles, name)];
    expect(first.document.blocks.length).toBeGreaterThan(5);
    expect(Buffer.from(bytesOf(first, 'pdf')).equals(bytesOf(second, 'pdf'))).toBe(true);
    expect(Buffer.from(bytesOf(first, 'docx')).equals(bytesOf(second, 'docx'))).toBe(true);
  });

  it('targets: the same whatever order the reports come in', async () => {
    const [first, second] = [await make(yunheFiles, 'targets'), await make(yunheFiles.toReversed(), 'targets')];
    expect(second.document.blocks.slice(0, -1)).toEqual(first.document.blocks.slice(0, -1)); // the last bears the hash
  });

  it.each(['targets', 'compare'])('%s: the words of the tree, in order, in PDF and DOCX', async (name) => {
    const made = await make(yunheFiles, name);
    const runs = treeRuns(made.document);
    expect(runs.length).toBeGreaterThan(30);
    expect(firstOutOfOrder(runs, await pdfText(bytesOf(made, 'pdf')))).toBeUndefined();
    expect(firstOutOfOrder(runs, docxText(bytesOf(made, 'docx')))).toBeUndefined();
  });
});
