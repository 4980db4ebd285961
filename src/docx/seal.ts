// Makes a DOCX of the parts that docx wrote, reproducible and complete: parts that docx cannot write are put in, ids that
// it draws at random are numbered in the order of the text, and the archive gets a fixed order and time. Same input,
// same bytes.
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { Parts } from './docx-parts.ts';

/** The earliest time that a zip can hold; without a zone, because zip times have none. */
const zipTime = '1980-01-01T00:00:00';

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Word wants the content types first; the rest stands by name. */
const rank = (path: string): number => (path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : 2);

const levelOf = (path: string): 0 | 1 | 6 => (path.endsWith('.xlsx') ? 0 : path.endsWith('.odttf') ? 1 : 6);

const zipParts = (parts: Parts): Uint8Array => {
  const entries: Zippable = {};
  for (const path of [...parts.keys()].toSorted((a, b) => rank(a) - rank(b) || byCodeUnit(a, b))) {
    const content = parts.get(path) ?? '';
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    // Workbooks are archives already; outlines of glyphs hardly shrink more at a higher level.
    entries[path] = [bytes, { level: levelOf(path), mtime: zipTime }];
  }
  return zipSync(entries);
};

const partsOf = (archive: Uint8Array): Parts => new Map(Object.entries(unzipSync(archive)));

const edit = (parts: Parts, path: string, change: (xml: string) => string): void => {
  const content = parts.get(path);
  if (content === undefined) return;
  parts.set(path, change(typeof content === 'string' ? content : strFromU8(content)));
};

/** Gives each value of a capture a number in the order of occurrence. */
const numbered = (first: number): ((found: string) => number) => {
  const numbers = new Map<string, number>();
  return (found) => {
    const known = numbers.get(found);
    if (known !== undefined) return known;
    numbers.set(found, numbers.size + first);
    return numbers.size + first - 1;
  };
};

/** `word/_rels/document.xml.rels` belongs to `word/document.xml`. */
const ownerOf = (relationships: string): string => relationships.replace('_rels/', '').replace(/\.rels$/, '');

const renumberRelationships = (parts: Parts): void => {
  for (const path of [...parts.keys()].filter((name) => name.endsWith('.rels'))) {
    const number = numbered(1);
    edit(parts, path, (xml) => xml.replaceAll(/ Id="([^"]+)"/g, (_, id: string) => ` Id="rId${number(id)}"`));
    edit(parts, ownerOf(path), (xml) =>
      xml.replaceAll(
        / (r:(?:id|embed|link))="([^"]+)"/g,
        (_, name: string, id: string) => ` ${name}="rId${number(id)}"`,
      ),
    );
  }
};

/** Bookmarks and drawings are counted by docx over all documents of the process; here over this one. */
const renumberMarks = (xml: string): string => {
  const bookmark = numbered(0);
  const drawing = numbered(1);
  return xml
    .replaceAll(
      /(<w:bookmark(?:Start|End)\b[^>]*?) w:id="(\d+)"/g,
      (_, head: string, id: string) => `${head} w:id="${bookmark(id)}"`,
    )
    .replaceAll(/(<wp:docPr\b[^>]*?) id="(\d+)"/g, (_, head: string, id: string) => `${head} id="${drawing(id)}"`);
};

const sealWorkbook = (bytes: Uint8Array, moment: string): Uint8Array => {
  const parts = partsOf(bytes);
  edit(parts, 'docProps/core.xml', (xml) =>
    xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, head: string) => `${head}${moment}`),
  );
  renumberRelationships(parts);
  return zipParts(parts);
};

/** Parts that docx writes whether or not there is anything in them; ours have no notes and no properties of their own. */
const unused: readonly (readonly [part: string, relationships: string])[] = [
  ['word/footnotes.xml', 'word/_rels/document.xml.rels'],
  ['word/endnotes.xml', 'word/_rels/document.xml.rels'],
  ['docProps/custom.xml', '_rels/.rels'],
];

/** Takes them out with their type and the relationship that leads to them. */
const removeUnused = (parts: Parts): void => {
  for (const [part, relationships] of unused) {
    const name = part.split('/').at(-1) ?? part;
    parts.delete(part);
    parts.delete(part.replace(name, `_rels/${name}.rels`));
    edit(parts, '[Content_Types].xml', (xml) => xml.replace(new RegExp(`<Override [^>]*"/${part}"[^>]*/>`), ''));
    edit(parts, relationships, (xml) => xml.replace(new RegExp(`<Relationship [^>]*"/?(?:\\w+/)?${name}"[^>]*/>`), ''));
  }
};

export type SealOptions = {
  /** Parts to put in place of docx's, or beside them. */
  readonly parts: ReadonlyMap<string, string | Uint8Array>;
  /** Mends numbering.xml. */
  readonly finishNumbering?: (xml: string) => string;
  /** Mends the nth chart, from 0. */
  readonly finishChart: (xml: string, index: number) => string;
  /** The moment that embedded workbooks bear: `2017-04-21T00:00:00Z`. */
  readonly moment: string;
};

/** Seals the parts that docx wrote, which it changes. Gives the bytes of a .docx. */
export const seal = (parts: Parts, options: SealOptions): Uint8Array => {
  const { parts: given, finishNumbering, finishChart, moment } = options;
  removeUnused(parts);
  for (const [path, content] of given) parts.set(path, content);
  renumberRelationships(parts);
  edit(parts, 'word/document.xml', renumberMarks);
  if (finishNumbering !== undefined) edit(parts, 'word/numbering.xml', finishNumbering);
  for (const [path, content] of parts) {
    const chart = /^word\/charts\/chart(\d+)\.xml$/.exec(path);
    if (chart !== null) edit(parts, path, (xml) => finishChart(xml, Number(chart[1]) - 1));
    if (path.endsWith('.xlsx') && typeof content !== 'string') parts.set(path, sealWorkbook(content, moment));
  }
  return zipParts(parts);
};
