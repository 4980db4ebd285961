// The project's own engine, made once for the tests that build real documents.
import path from 'node:path';
import { auditReports } from '../../src/audit/audit.ts';
import { createEngine, type Engine } from '../../src/engine.ts';
import { realHost, sha256 } from '../../src/host.ts';
import { readProject } from '../../src/project.ts';
import { loadReport } from '../../src/report/load.ts';
import type { Subject } from '../../src/pipeline.ts';

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
export const subjectOf = async (file: string): Promise<Subject> => {
  const bytes = await realHost().read(path.join(root, file));
  const { value, diagnostics } = loadReport(file, bytes);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  const { indicators } = await projectEngine();
  const findings = auditReports([value.report], { indicators: { indicators: [...indicators] } });
  return { report: value.report, file, hash: sha256(bytes).slice(0, 8), findings };
};
