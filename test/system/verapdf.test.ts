// What our PDFs claim, judged by veraPDF: PDF/UA-1 and PDF/A-2a for every template with every report of data/.
// Maven fetches veraPDF into node_modules/.cache (.ci/verapdf.xml names the version); the Java at hand runs it.
// Prints a line for each template and standard: rules and checks passed and failed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPdf } from '../../src/pdf/pdf.ts';
import { codePointsOf } from '../../src/tree/walk.ts';
import { projectEngine, root } from '../helpers/project-engine.ts';
import { sampleDocument, sampleSheet } from '../unit/docx/sample-document.ts';
import { makeDocuments, templateNames, type MadeDocuments } from './made-documents.ts';

const flavours = [
  ['PDF/UA-1', 'ua1'],
  ['PDF/A-2a', '2a'],
] as const;

/** Fetches the jars where they are not there yet; throws with Maven's own words when it cannot. */
const fetchVeraPdf = (): string => {
  const pom = path.join(root, '.ci/verapdf.xml');
  const version = /<artifactId>greenfield-apps<\/artifactId>\s*<version>([^<]+)/.exec(readFileSync(pom, 'utf8'))?.[1];
  const jars = path.join(root, `node_modules/.cache/verapdf-${version}`);
  if (!existsSync(path.join(jars, `greenfield-apps-${version}.jar`))) {
    mkdirSync(jars, { recursive: true });
    const copy = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';
    execFileSync('mvn', ['-q', '-B', '-f', pom, copy, `-DoutputDirectory=${jars}`], { stdio: 'pipe' });
  }
  return jars;
};

type Verdict = {
  readonly file: string;
  readonly rules: { readonly passed: number; readonly failed: number };
  readonly checks: { readonly passed: number; readonly failed: number };
  /** Clauses that are broken. */
  readonly broken: readonly string[];
};

/** The part of veraPDF's JSON that is read here. */
type VeraReport = {
  readonly report: {
    readonly jobs: readonly {
      readonly itemDetails: { readonly name: string };
      readonly validationResult?: readonly {
        readonly details: {
          readonly passedRules: number;
          readonly failedRules: number;
          readonly passedChecks: number;
          readonly failedChecks: number;
          readonly ruleSummaries: readonly { readonly clause: string; readonly description: string }[];
        };
      }[];
    }[];
  };
};

let jars = '';
let documents: MadeDocuments;
let files: readonly string[];

/** Judges every PDF of a folder. veraPDF ends with 1 when one is not as it should be; that is no error here. */
const judge = (folder: string, flavour: string): readonly Verdict[] => {
  const parameters = ['-f', flavour, '--format', 'json', '--loglevel', '0', '-r', folder];
  const command = ['-cp', path.join(jars, '*'), 'org.verapdf.apps.GreenfieldCliWrapper', ...parameters];
  let text = '';
  try {
    text = execFileSync('java', command, { encoding: 'utf8', maxBuffer: 1e8 });
  } catch (error) {
    const { status, stdout } = error as { readonly status: number | null; readonly stdout: string };
    if (status !== 1) throw error;
    text = stdout;
  }
  const { report } = JSON.parse(text) as VeraReport;
  return report.jobs.map(({ itemDetails, validationResult = [] }) => {
    const [result] = validationResult;
    if (result === undefined) throw new Error(`veraPDF could not read ${itemDetails.name}`);
    const { passedRules, failedRules, passedChecks, failedChecks, ruleSummaries } = result.details;
    return {
      file: itemDetails.name,
      rules: { passed: passedRules, failed: failedRules },
      checks: { passed: passedChecks, failed: failedChecks },
      broken: ruleSummaries.map(({ clause, description }) => `${clause} ${description}`),
    };
  });
};

/** Documents with every kind of block, since templates do not use them all. */
const samples = { 'every-block': sampleDocument, 'every-block-of-a-sheet': sampleSheet } as const;

const writeSamples = async (folder: string): Promise<readonly string[]> => {
  const { theme, fonts } = await projectEngine();
  mkdirSync(path.join(folder, 'samples'));
  return Promise.all(
    Object.entries(samples).map(async ([name, document]) => {
      const { value } = await renderPdf(document, { theme, fonts: await fonts.forDocument(codePointsOf(document)) });
      const file = path.join(folder, 'samples', `${name}.pdf`);
      writeFileSync(file, value?.bytes ?? new Uint8Array());
      return file;
    }),
  );
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

beforeAll(async () => {
  jars = fetchVeraPdf();
  documents = await makeDocuments();
  files = [...documents.made.flatMap(({ pdf }) => pdf ?? []), ...(await writeSamples(documents.folder))];
});

afterAll(() => documents.remove());

describe.each(flavours)('%s', (standard, flavour) => {
  it('holds for every template, and for every kind of block', () => {
    const verdicts = judge(documents.folder, flavour);
    expect(verdicts.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
    for (const template of [...templateNames, ...Object.keys(samples)]) {
      const own = verdicts.filter(({ file }) => path.basename(file, '.pdf') === template);
      const [first] = own;
      if (first === undefined) continue; // no PDF is asked of it
      const rules = `${first.rules.passed + first.rules.failed} rules`;
      const failed = `${sum(own.map((verdict) => verdict.rules.failed))} rules and ${sum(own.map(({ checks }) => checks.failed))} checks failed`;
      const passed = `${sum(own.map(({ checks }) => checks.passed))} checks passed`;
      console.log(`veraPDF ${standard} ${template}: ${own.length} files, ${rules}, ${passed}, ${failed}`);
    }
    expect(verdicts.flatMap(({ file, broken }) => broken.map((clause) => `${file}: ${clause}`))).toEqual([]);
    expect(verdicts.filter(({ rules, checks }) => rules.passed < 50 || checks.passed < 50)).toEqual([]);
  });
});

describe('a claim that does not hold', () => {
  it.each(flavours)('is found: %s of a file that says it is not tagged', (_, flavour) => {
    const folder = path.join(documents.folder, `planted-${flavour}`);
    mkdirSync(folder);
    const sound = documents.made.find(({ pdf }) => pdf !== undefined)?.pdf ?? '';
    const text = readFileSync(sound).toString('latin1');
    // As long as before, so that the file stays whole.
    const planted = text.replace('/Marked true', '/Marked null');
    expect(planted).not.toBe(text);
    writeFileSync(path.join(folder, 'planted.pdf'), planted, 'latin1');
    expect(judge(folder, flavour).map(({ rules }) => rules.failed > 0)).toEqual([true]);
  });
});
