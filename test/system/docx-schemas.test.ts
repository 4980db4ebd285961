// Every part of every template's DOCX, and of the workbooks in it, by the transitional schemas of ISO/IEC 29500-4,
// through xmllint. The schemas are no part of this repository: without them the check is skipped and says so.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutIgnorable } from '../helpers/without-ignorable.ts';
import { makeDocuments, schemas, templateNames, type MadeDocuments } from './made-documents.ts';

/** The schema of a part by its path; undefined for parts of the package itself, which these schemas do not hold. */
const schemaOf = (part: string): string | undefined => {
  if (/^(?:word|xl)\/theme\//.test(part)) return 'dml-main.xsd';
  if (/^word\/charts\/[^/]+\.xml$/.test(part)) return 'dml-chart.xsd';
  if (/^word\/[^/]+\.xml$/.test(part)) return 'wml.xsd';
  if (/^xl\/(?:worksheets\/|tables\/)?[^/]+\.xml$/.test(part)) return 'sml.xsd';
  if (part === 'docProps/app.xml') return 'shared-documentPropertiesExtended.xsd';
  return part === 'docProps/custom.xml' ? 'shared-documentPropertiesCustom.xsd' : undefined;
};

type Part = { readonly name: string; readonly xml: string };

/** XML parts of an archive and of the workbooks in it. */
const partsOf = (archive: Uint8Array, within = ''): readonly Part[] =>
  Object.entries(unzipSync(archive)).flatMap(([part, bytes]) => {
    if (part.endsWith('.xlsx')) return partsOf(bytes, `${part}!`);
    return /\.(?:xml|rels)$/.test(part) ? [{ name: within + part, xml: strFromU8(bytes) }] : [];
  });

/** Faults of files by one schema, as xmllint words them. */
const faultsOf = (schema: string, files: readonly string[]): readonly string[] => {
  try {
    execFileSync('xmllint', ['--noout', '--schema', path.join(schemas ?? '', schema), ...files], { stdio: 'pipe' });
    return [];
  } catch (error) {
    const { stderr } = error as { readonly stderr: Buffer };
    return stderr
      .toString()
      .split('\n')
      .filter((line) => line !== '' && !line.endsWith(' validates'));
  }
};

const absent = schemas === undefined ? ' (skipped: the schemas are not beside the repository)' : '';

describe.skipIf(schemas === undefined)(`transitional schemas${absent}`, () => {
  let documents: MadeDocuments;

  beforeAll(async () => {
    documents = await makeDocuments();
  });

  afterAll(() => documents.remove());

  /** Writes the parts of files to disk as they are to be judged; gives the paths by schema. */
  const unpack = (files: readonly string[], folder: string): ReadonlyMap<string, readonly string[]> => {
    const bySchema = new Map<string, string[]>();
    for (const [index, file] of files.entries()) {
      for (const { name, xml } of partsOf(readFileSync(file))) {
        const plain = withoutIgnorable(xml); // throws on what is no XML
        const schema = schemaOf(name.split('!').at(-1) ?? '');
        if (schema === undefined) continue;
        const to = path.join(documents.folder, folder, String(index), name);
        mkdirSync(path.dirname(to), { recursive: true });
        writeFileSync(to, plain);
        bySchema.set(schema, [...(bySchema.get(schema) ?? []), to]);
      }
    }
    return bySchema;
  };

  it.each(templateNames)('hold for every part of %s', (template) => {
    const files = documents.made.flatMap(({ template: own, docx }) => (own === template ? (docx ?? []) : []));
    const bySchema = unpack(files, `parts-${template}`);
    const faults = [...bySchema].flatMap(([schema, parts]) => faultsOf(schema, parts));
    const counts = [...bySchema].map(([schema, parts]) => `${parts.length} by ${schema}`).join(', ');
    console.log(`schemas ${template}: ${files.length} files, parts ${counts}; ${faults.length} faults`);
    expect(faults).toEqual([]);
    if (files.length > 0) expect(bySchema.get('wml.xsd')?.length).toBeGreaterThanOrEqual(4 * files.length);
  });

  it('find a planted fault: properties after the text of their paragraph', () => {
    const sound = documents.made.find(({ docx }) => docx !== undefined)?.docx ?? '';
    const main = partsOf(readFileSync(sound)).find(({ name }) => name === 'word/document.xml');
    const planted = (main?.xml ?? '').replace(/<w:p>(<w:pPr>.*?<\/w:pPr>)(<w:r>.*?<\/w:r>)/s, '<w:p>$2$1');
    expect(planted).not.toBe(main?.xml);
    const file = path.join(documents.folder, 'planted.xml');
    writeFileSync(file, withoutIgnorable(planted));
    expect(faultsOf('wml.xsd', [file]).length).toBeGreaterThan(0);
  });
});
