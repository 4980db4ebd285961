// The bundled templates over the bundled data: the filled text and the tree of one report as golden files, and laws
// over every report. When something breaks, the first file that changed names the stage.
// To write the golden files again, and then look at what changed: npx vitest run test/examples -u
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrangeDocument } from '../../src/arrange/arrange.ts';
import { withBodies } from '../../src/fill/bodies.ts';
import { fillTemplate } from '../../src/fill/fill.ts';
import { readTemplate, type Template } from '../../src/fill/template.ts';
import { buildView } from '../../src/fill/view.ts';
import { parseDocument } from '../../src/parse/parse.ts';
import { loadIndicators, loadReport } from '../../src/report/load.ts';
import type { Report } from '../../src/report/schema.ts';
import { statementsOf } from '../../src/report/statements.ts';
import { dump } from '../../src/tree/dump.ts';
import type { Document } from '../../src/tree/tree.ts';
import { inlinesOf, walkBlocks, walkInlines } from '../../src/tree/walk.ts';

const root = path.resolve(import.meta.dirname, '../..');
const textOf = (...parts: readonly string[]): string => readFileSync(path.join(root, ...parts), 'utf8');

const partials = new Map(
  readdirSync(path.join(root, 'templates/partials'))
    .filter((name) => name.endsWith('.hbs'))
    .map((name) => [
      name.replace(/\.hbs$/u, ''),
      { file: `templates/partials/${name}`, text: textOf('templates/partials', name) },
    ]),
);
const templateNames = ['brief', 'factsheet', 'glossary', 'handout', 'pocket', 'tasks'] as const;
const bodies = new Map(
  templateNames.map((name) => [name, { file: `templates/${name}.hbs`, text: textOf(`templates/${name}.hbs`) }]),
);
const templates = new Map(
  templateNames.map((name) => {
    const file = `templates/${name}.hbs`;
    return [name, readTemplate(name, textOf(file), file, withBodies(textOf(file), partials, bodies))] as const;
  }),
);
const templateOf = (name: (typeof templateNames)[number]): Template => {
  const read = templates.get(name);
  if (!read?.value) throw new Error(JSON.stringify(read?.diagnostics, null, 1));
  return read.value;
};

const table = loadIndicators('data/indicators.yaml', textOf('data/indicators.yaml'));
const reports = readdirSync(path.join(root, 'data'))
  .filter((name) => name.endsWith('.yaml') && name !== 'indicators.yaml')
  .map((name): [string, Report] => {
    const { value, diagnostics } = loadReport(`data/${name}`, textOf('data', name));
    if (!value) throw new Error(JSON.stringify(diagnostics, null, 1));
    return [value.report.id, value.report];
  });

const make = (report: Report, template: Template): { readonly text: string; readonly document: Document } => {
  const filled = fillTemplate(
    template,
    buildView(report, { indicators: table.value?.indicators ?? [], hash: '0a1b2c3d' }),
  );
  expect(filled.diagnostics).toEqual([]);
  const parsed = parseDocument(filled.value ?? '', {
    file: template.file,
    placeOf: filled.placeOf,
    meta: {
      author: report.briefing.issuer ?? '',
      keywords: [],
      language: 'zh-CN',
      date: report.meeting.date ?? '',
      reportId: report.id,
      template: template.name,
    },
  });
  expect(parsed.diagnostics).toEqual([]);
  const arranged =
    parsed.value && arrangeDocument(parsed.value.document, { numbers: parsed.value.frontMatter.numberHeadings }).value;
  if (!arranged) throw new Error('no document');
  return { text: filled.value ?? '', document: arranged };
};

describe('hongqi-2017', () => {
  const report = reports.find(([id]) => id === 'hongqi-2017')?.[1];

  it.each(templateNames)('%s', async (name) => {
    if (!report) throw new Error('data/hongqi-2017.yaml is missing');
    const { text, document } = make(report, templateOf(name));
    const expected = path.join(import.meta.dirname, 'hongqi-2017', 'expected');
    await expect(text).toMatchFileSnapshot(path.join(expected, `${name}.md`));
    await expect(dump(document)).toMatchFileSnapshot(path.join(expected, `${name}.tree.txt`));
  });
});

/** Refs of the figures that a reader sees in running text, cells and cards. */
const figureRefs = (document: Document): ReadonlySet<string> => {
  const refs = new Set<string>();
  walkBlocks(document, (block) => {
    for (const inlines of inlinesOf(block)) {
      walkInlines(inlines, (inline) => {
        if (inline.kind === 'figure') refs.add(inline.ref);
      });
    }
  });
  return refs;
};

describe.each(reports)('%s', (_, report) => {
  it('has every figure that is not rhetorical in its handout', () => {
    const refs = figureRefs(make(report, templateOf('handout')).document);
    const missing = statementsOf(report).filter((statement) => !statement.optional && !refs.has(statement.ref));
    expect(missing.map(({ ref }) => ref)).toEqual([]);
  });

  it.each(templateNames)('makes the same %s twice, from a report that stays as it was', (name) => {
    const before = structuredClone(report);
    const template = templateOf(name);
    expect(make(report, template)).toEqual(make(report, template));
    expect(report).toEqual(before);
  });

  it.each(templateNames)('names only statements of the report in its %s', (name) => {
    const known = new Set(statementsOf(report).map(({ ref }) => ref));
    const unknown = [...figureRefs(make(report, templateOf(name)).document)].filter((ref) => !known.has(ref));
    expect(unknown).toEqual([]);
  });
});
