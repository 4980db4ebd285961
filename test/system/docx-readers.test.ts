// Every template's DOCX as other programs read it: pandoc must find the headings, tables and paragraphs of the tree,
// python-docx must open it and find styles and properties. What was compared is printed, a line for each template.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocuments, templateNames, type MadeDocuments } from './made-documents.ts';
import { readByPandoc, readingOf } from './read-by-pandoc.ts';

let documents: MadeDocuments;

beforeAll(async () => {
  documents = await makeDocuments();
});

afterAll(() => documents.remove());

const withDocx = (template: string) =>
  documents.made.flatMap(({ docx, ...rest }) =>
    rest.template === template && docx !== undefined ? [{ ...rest, docx }] : [],
  );

const show = (row: readonly string[]): string => row.join('|');

describe('pandoc', () => {
  it.each(templateNames)('reads headings, tables and paragraphs of %s as the tree has them', (template) => {
    let [headings, tables, cells, paragraphs] = [0, 0, 0, 0];
    for (const { name, docx, document } of withDocx(template)) {
      const due = readingOf(document);
      const found = readByPandoc(docx);
      expect(found.headings, name).toEqual(due.headings);
      // Tables that lay out a page are tables to pandoc too: those of figures must be among them, in order.
      let at = 0;
      for (const table of due.tables) {
        const rows = table.map(show).join('\n');
        const index = found.tables.findIndex((one, place) => place >= at && one.map(show).join('\n') === rows);
        expect(index, `${name}: no such table:\n${rows}`).toBeGreaterThanOrEqual(0);
        at = index + 1;
        cells += table.flat().length;
      }
      expect(found.paragraphs, name).toEqual(due.paragraphs);
      headings += due.headings.length;
      tables += due.tables.length;
      paragraphs += due.paragraphs.length;
    }
    console.log(
      `pandoc ${template}: ${headings} headings, ${tables} tables of ${cells} cells, ${paragraphs} paragraphs, all as in the tree`,
    );
    expect(paragraphs).toBeGreaterThan(withDocx(template).length);
  });
});

/** What python-docx says of a file, as JSON. */
const script = `
import sys, json, docx
d = docx.Document(sys.argv[1])
def paragraphs(block):
    for p in block.paragraphs: yield p
    for t in block.tables:
        for r in t.rows:
            for c in r.cells: yield from paragraphs(c)
every = list(paragraphs(d))
core = d.core_properties
print(json.dumps({
  "paragraphs": len(every),
  "styles": sorted({p.style.name for p in every}),
  "headings": [p.text for p in every if p.style.name.startswith("Heading")],
  "direct": [r.text for p in every for r in p.runs if r.font.size is not None or r.font.color.rgb is not None],
  "tables": len(d.tables), "sections": len(d.sections),
  "title": core.title, "author": core.author, "language": core.language, "created": str(core.created),
  "odd_even": d.settings.odd_and_even_pages_header_footer,
}))`;

type PythonReading = {
  readonly paragraphs: number;
  readonly styles: readonly string[];
  readonly headings: readonly string[];
  readonly direct: readonly string[];
  readonly tables: number;
  readonly sections: number;
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly created: string;
  readonly odd_even: boolean;
};

describe('python-docx', () => {
  it.each(templateNames)('opens %s and finds its styles and properties', (template) => {
    for (const { name, docx, document } of withDocx(template)) {
      const found = JSON.parse(
        execFileSync('/usr/bin/python3', ['-c', script, docx], { encoding: 'utf8' }),
      ) as PythonReading;
      const { meta, page } = document;
      expect(found, name).toMatchObject({
        title: meta.title,
        author: meta.author,
        language: 'zh-CN',
        created: `${meta.date} 00:00:00`,
        odd_even: page.numbered,
        sections: 1,
      });
      expect(found.headings.length, name).toBe(readingOf(document).headings.length);
      console.log(
        `python-docx ${name}: ${found.paragraphs} paragraphs in ${found.styles.length} styles, ${found.headings.length} headings, ${found.tables} tables`,
      );
      // Looks come from styles; only a figure too wide for its card is set smaller by hand.
      expect(
        found.direct.filter((text) => /\p{Script=Han}{3}/u.test(text)),
        name,
      ).toEqual([]);
    }
  });
});

describe('fields', () => {
  it('wait for no update: none is dirty, and Word is not told to update on opening', () => {
    let fields = 0;
    for (const { name, docx } of templateNames.flatMap(withDocx)) {
      for (const [part, bytes] of Object.entries(unzipSync(readFileSync(docx)))) {
        if (!part.endsWith('.xml')) continue;
        const xml = strFromU8(bytes);
        fields += xml.split('<w:instrText').length - 1;
        expect(/w:dirty|<w:updateFields/.exec(xml)?.[0], `${name}: ${part}`).toBeUndefined();
      }
    }
    console.log(`fields: ${fields} in all files, none dirty`);
    expect(fields).toBeGreaterThan(0);
  });
});
