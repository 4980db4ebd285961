// READ FIRST: one document, one stage a line.
//
//   Report, or several ──fill──▶ Markdown ──parse──▶ tree ──arrange──▶ tree ──check glyphs──▶ ──fit──▶ PDF, DOCX
//
// Each stage gives a value and what it found wrong; the first error ends the document and nothing of it is written.
import { hasErrors, type Diagnostic, type Outcome } from './diagnostics/diagnostic.ts';
import { arrangeDocument } from './arrange/arrange.ts';
import type { Engine } from './engine.ts';
import { fillTemplate } from './fill/fill.ts';
import type { Template } from './fill/template.ts';
import { fitPages } from './fit-pages.ts';
import { checkGlyphs } from './fonts/check-glyphs.ts';
import { markFamilies } from './fonts/mark-families.ts';
import { sha256 } from './host.ts';
import { parseDocument } from './parse/parse.ts';
import { viewOf, type Subject } from './subject.ts';
import type { Document } from './tree/tree.ts';
import { codePointsOf } from './tree/walk.ts';

export type Format = 'pdf' | 'docx';

export type MadeFile = { readonly format: Format; readonly bytes: Uint8Array; readonly pages: number };

export type MadeDocument = { readonly document: Document; readonly files: readonly MadeFile[] };

/** Data and template to a document tree, ready to be laid out. */
export const makeTree = (subject: Subject, template: Template, engine: Engine): Outcome<Document> => {
  // The view holds all that a template may print; nothing else of the data can reach a page.
  const { view, meta, diagnostics: choosing } = viewOf(subject, engine);

  // Values are escaped while they are filled in, so that data can never become markup.
  const filled = fillTemplate(template, view);
  if (filled.value === undefined) return { diagnostics: filled.diagnostics };

  const parsed = parseDocument(filled.value, {
    file: template.file,
    placeOf: filled.placeOf,
    meta: { ...meta, template: template.name },
  });
  if (parsed.value === undefined) return { diagnostics: [...filled.diagnostics, ...parsed.diagnostics] };

  // Numbers, captions, contents and descriptions are worked out on the whole tree.
  const arranged = arrangeDocument(parsed.value.document, { numbers: parsed.value.frontMatter.numberHeadings });
  const diagnostics = [...choosing, ...filled.diagnostics, ...parsed.diagnostics, ...arranged.diagnostics];
  return arranged.value === undefined ? { diagnostics } : { value: arranged.value, diagnostics };
};

/** Six characters made from what a document says: the subsets that it embeds go under names of its own. */
const markOf = ({ meta, blocks }: Document): string =>
  sha256(JSON.stringify([meta, blocks]))
    .slice(0, 6)
    .toUpperCase();

/** Makes one document in the formats wanted. */
export const makeDocument = async (
  subject: Subject,
  template: Template,
  formats: readonly Format[],
  engine: Engine,
): Promise<Outcome<MadeDocument>> => {
  const trail = [{ zh: `数据：${subject.file}`, en: `for ${subject.file}` }];
  const withTrail = (found: readonly Diagnostic[]): Diagnostic[] =>
    found.map((diagnostic) => ({ trail, file: template.file, ...diagnostic }));

  const tree = makeTree(subject, template, engine);
  if (tree.value === undefined) return { diagnostics: withTrail(tree.diagnostics) };

  // A document embeds what its own characters need, whatever else the batch holds.
  const fonts = await engine.fonts.forDocument(codePointsOf(tree.value));
  const missing = checkGlyphs(tree.value, fonts);
  if (hasErrors(missing)) return { diagnostics: withTrail([...tree.diagnostics, ...missing]) };

  // The PDF layout settles what fits and where headings fall; both formats draw the tree that came of it.
  const fitted = await fitPages(tree.value, {
    theme: engine.theme,
    fonts,
    file: template.file,
    docx: template.frontMatter.formats.includes('docx'),
  });
  if (fitted.value === undefined) return { diagnostics: withTrail([...tree.diagnostics, ...fitted.diagnostics]) };
  const { document, pdf } = fitted.value;

  const files: MadeFile[] = [];
  const diagnostics = [...tree.diagnostics, ...fitted.diagnostics];
  for (const format of formats) {
    if (format === 'pdf') {
      const drawn = await pdf.draw();
      diagnostics.push(...drawn.diagnostics);
      if (drawn.value) files.push({ format, bytes: drawn.value, pages: pdf.pages });
      continue;
    }
    const { renderDocx } = await import('./docx/render-docx.ts');
    const { embed } = template.frontMatter;
    const docx = await renderDocx(document, {
      theme: engine.theme,
      // Whole fonts are the same in every document and the machine's are what they are: both go under their own names.
      fonts: embed === 'whole' || embed === 'none' ? fonts : markFamilies(fonts, markOf(document)),
      embed,
      pageNumbers: pdf.headingPages,
      gridSpaces: pdf.gridSpaces,
      ruledLines: pdf.ruledLines,
      columnWidths: pdf.columnWidths,
    });
    diagnostics.push(...docx.diagnostics);
    if (docx.value) files.push({ format, bytes: docx.value.bytes, pages: 0 });
  }
  return hasErrors(diagnostics)
    ? { diagnostics: withTrail(diagnostics) }
    : { value: { document, files }, diagnostics: withTrail(diagnostics) };
};
