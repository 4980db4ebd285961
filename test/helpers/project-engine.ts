// The project's own engine, made once for the tests that build real documents.
import path from 'node:path';
import { runAudit } from '../../src/audit/audit.ts';
import { createEngine, type Engine } from '../../src/engine.ts';
import type { Template } from '../../src/fill/template.ts';
import { realHost, sha256 } from '../../src/host.ts';
import { readProject } from '../../src/project.ts';
import { loadReport } from '../../src/report/load.ts';
import { loadSelection } from '../../src/report/selection.ts';
import { groupSubject, type PlaceSubject, type ReportSubject, type Subject } from '../../src/subject.ts';

export const root = path.resolve(import.meta.dirname, '../..');

let made: Promise<Engine> | undefined;

/** Templates, theme, indicators and fonts of this repository. */
export const projectEngine = async (): Promise<Engine> => {
  made ??= (async () => {
    const { project } = await readProject(root, root, realHost());
    const { value, diagnostics } = await createEngine(project, realHost());
    if (value === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
    return value;
  })();
  return made;
};

/** A data file of this repository as the pipeline takes it. */
export const subjectOf = async (file: string): Promise<ReportSubject> => {
  const bytes = await realHost().read(path.join(root, file));
  const { value, diagnostics } = loadReport(file, bytes);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  const { indicators } = await projectEngine();
  const audit = runAudit([value.report], { indicators: { indicators: [...indicators] } });
  return { over: 'report', report: value.report, file, hash: sha256(bytes).slice(0, 8), audit };
};

/** The data files of one made-up place, two of one year among them. */
export const yunheFiles = ['2021', '2022', '2022-new', '2024'].map(
  (name) => `test/examples/yunhe/data/yunhe-${name}.yaml`,
);

/** Data files of one place as the pipeline takes them together. */
export const placeSubjectOf = async (files: readonly string[]): Promise<PlaceSubject> => {
  const members = (await Promise.all(files.map(subjectOf))).map(({ report, file, hash }) => ({ report, file, hash }));
  const id = `place-${members[0]?.report.place.short ?? ''}`;
  return { over: 'place', id, members, file: id, hash: sha256(members.map(({ hash }) => hash).join('\n')).slice(0, 8) };
};

/** The comparison of the made-up place. */
export const yunheComparison = 'test/examples/yunhe/data/comparisons/yunhe.yaml';

/** Data files side by side, as a comparison says or each in its order. */
export const selectionSubjectOf = async (files: readonly string[], comparison?: string): Promise<Subject> => {
  const { members, hash } = await placeSubjectOf(files);
  const reports = members.map(({ report }) => report.id);
  if (comparison === undefined) {
    const selection = { id: 'several', title: '几份报告的主要指标比较', reports };
    return groupSubject('compare-several', members, hash, { selection, file: 'several.yaml' });
  }
  const { indicators } = await projectEngine();
  const bytes = await realHost().read(path.join(root, comparison));
  const { value, diagnostics } = loadSelection(comparison, bytes, {
    reports,
    indicators: indicators.map(({ id }) => id),
  });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return groupSubject(`compare-${value.id}`, members, hash, { selection: value, file: comparison });
};

/** What a template is made over, of these data files. */
export const subjectFor = async (template: Template, files: readonly string[]): Promise<Subject> => {
  switch (template.frontMatter.over) {
    case 'report':
      return subjectOf(files[0] ?? '');
    case 'place':
      return placeSubjectOf(files);
    case 'selection':
      return selectionSubjectOf(files);
  }
};
