// Every template of templates/ with every report of data/, made once by the pipeline itself: the trees that documents
// were laid out from, and their files in a folder of their own, for other programs to open. A template that is added
// is checked without being named here.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeDocument } from '../../src/pipeline.ts';
import type { Document } from '../../src/tree/tree.ts';
import { projectEngine, root, subjectFor } from '../helpers/project-engine.ts';

export type Made = {
  /** `hongqi-2017/brief`. */
  readonly name: string;
  readonly template: string;
  /** The tree that both files draw. */
  readonly document: Document;
  /** Paths of the files; a template makes the formats that it names. */
  readonly pdf?: string;
  readonly docx?: string;
};

export type MadeDocuments = { readonly folder: string; readonly made: readonly Made[]; readonly remove: () => void };

/** Names of the template files. */
export const templateNames = readdirSync(path.join(root, 'templates'))
  .filter((name) => name.endsWith('.hbs'))
  .map((name) => path.basename(name, '.hbs'));

/** Makes them all, one after the other. Throws on the first that cannot be made. */
export const makeDocuments = async (): Promise<MadeDocuments> => {
  const engine = await projectEngine();
  const folder = mkdtempSync(path.join(tmpdir(), 'jianbao-'));
  const made: Made[] = [];
  const reports = readdirSync(path.join(root, 'data')).filter((name) => /-\d{4}\.yaml$/.test(name));
  for (const report of reports) {
    for (const template of templateNames) {
      const found = engine.templates.get(template);
      if (found === undefined) throw new Error(`the template ${template} cannot be read`);
      // A comparison needs several: the report first, then the others.
      const others = found.frontMatter.over === 'selection' ? reports.filter((other) => other !== report) : [];
      const subject = await subjectFor(
        found,
        [report, ...others].map((name) => `data/${name}`),
      );
      const { value, diagnostics } = await makeDocument(subject, found, found.frontMatter.formats, engine);
      if (value === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
      const name = `${path.basename(report, '.yaml')}/${template}`;
      mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
      const files = value.files.map(({ format, bytes }) => {
        const file = path.join(folder, `${name}.${format}`);
        writeFileSync(file, bytes);
        return [format, file] as const;
      });
      made.push({ name, template, document: value.document, ...Object.fromEntries(files) });
    }
  }
  return { folder, made, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

const schemaFolder = path.join(root, '../shared/schemas/ooxml/ISO-IEC29500-4_2016');

/** The transitional schemas of ISO/IEC 29500-4, which are no part of this repository. */
export const schemas = existsSync(schemaFolder) ? schemaFolder : undefined;
