// READ FIRST: one document, one stage a line.
//
//   Report, or several ──fill──▶ Markdown ──parse──▶ tree ──arrange──▶ tree ──check glyphs──▶ ──fit──▶ PDF, DOCX
//
// Each stage gives a value and what it found wrong; the first error ends the document and nothing of it is written.
import { hasErrors, type Diagnostic, type Outcome } from './diagnostics/diagnostic.ts';
import { arrangeDocument } from './arrange/arrange.ts';
import { doesNotFit, fitSteps, leadingSteps, shortSteps, tighten } from './arrange/fit.ts';
import type { Engine } from './engine.ts';
import { fillTemplate } from './fill/fill.ts';
import type { Template } from './fill/template.ts';
import { checkGlyphs } from './fonts/check-glyphs.ts';
import type { FontSet } from './fonts/font-set.ts';
import { markFamilies } from './fonts/mark-families.ts';
import { sha256 } from './host.ts';
import { parseDocument } from './parse/parse.ts';
import type { PdfLayout } from './pdf/pdf.ts';
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

const pointsPerMillimetre = 72 / 25.4;

/** Points left over for which it is worth trying to bring rows back: a line of a table. */
const roomWorthFilling = 18;

/** Points on the last page below which a brief in short that needs a page less is the better one. */
const halfEmpty = 300;

/** Points on the last page that are too few for a page: three lines of notes. */
const straggling = 48;

type Fitted = { readonly document: Document; readonly pdf: PdfLayout };

/**
 * Points that a limited document keeps free at its end when it is made as DOCX too: Word and LibreOffice squeeze less
 * and take a line more here and there. Two lines of text on the grid, two of a table on a free page.
 */
const reserveOf = (document: Document, { frontMatter }: Template, { theme }: Engine): number => {
  const page = theme.pages[document.page.name];
  if (page === undefined || !frontMatter.formats.includes('docx')) return 0;
  return 2 * (page.grid === undefined ? page.styles['table-cell'] : page.styles.body).leading;
};

/** Points by which a layout misses its page limit with `reserve` points kept free; at most 0 when it fits. */
const excessOf = ({ pdf }: Fitted, reserve: number): number =>
  pdf.overflow > 0 ? pdf.overflow + reserve : reserve - pdf.spare;

/** Lays the document out, tighter and tighter by the declared order, until it keeps to its page limit. */
const fit = async (
  document: Document,
  template: Template,
  engine: Engine,
  fonts: FontSet,
): Promise<Outcome<Fitted>> => {
  const { layOutPdf } = await import('./pdf/pdf.ts');
  const layOut = async (candidate: Document): Promise<Outcome<Fitted>> => {
    const { value, diagnostics } = await layOutPdf(candidate, { theme: engine.theme, fonts });
    return value === undefined ? { diagnostics } : { value: { document: candidate, pdf: value }, diagnostics };
  };
  const reserve = reserveOf(document, template, engine);
  const whole = await layOut(tighten(document, []));
  if (whole.value && whole.value.pdf.pages > 1 && whole.value.pdf.last < straggling) {
    // A source line or two on a page of their own: a little less leading brings them back.
    for (const step of document.page.limit === 0 ? leadingSteps(document).slice(0, 2) : []) {
      const { value } = await layOut(tighten(document, [step]));
      if (value && value.pdf.pages < whole.value.pdf.pages) return { value, diagnostics: whole.diagnostics };
    }
  }
  if (whole.value && whole.value.pdf.pages === document.page.limit && whole.value.pdf.last < halfEmpty) {
    // Two pages of which the second is mostly white are one page said at too great length.
    const short = shortSteps(document);
    const { value } = short.length === 0 ? {} : await layOut(tighten(document, short));
    if (value && value.pdf.pages < whole.value.pdf.pages) return { value, diagnostics: whole.diagnostics };
  }
  if (whole.value === undefined || excessOf(whole.value, reserve) <= 0) return whole;

  const steps = fitSteps(document);
  const tightest = await layOut(tighten(document, steps));
  if (tightest.value === undefined) return tightest;
  if (tightest.value.pdf.overflow > 0) {
    const { overflow, pages } = tightest.value.pdf;
    return { diagnostics: [doesNotFit(document, pages, overflow / pointsPerMillimetre, template.file)] };
  }
  // The reserve is a wish: a document that can give up nothing more may fill its last page.
  const wish = excessOf(tightest.value, reserve) <= 0 ? reserve : 0;
  const excess = (fitted: Fitted): number => excessOf(fitted, wish);
  if (excess(whole.value) <= 0) return whole;

  // Each step gives up more than the one before. The fewest that fit lie about where the excess comes to nothing on the
  // way between a try that does not fit and one that does; every second try halves, where that guess goes astray.
  let over = { count: 0, fitted: whole.value };
  let good = { count: steps.length, fitted: tightest.value };
  for (let halve = false; good.count - over.count > 1; halve = !halve) {
    const between = good.count - over.count;
    const share = excess(over.fitted) / (excess(over.fitted) - excess(good.fitted));
    const guess = halve || !(share > 0) ? Math.floor(between / 2) : Math.ceil(share * between);
    const count = over.count + Math.min(Math.max(guess, 1), between - 1);
    const tried = await layOut(tighten(document, steps.slice(0, count)));
    if (tried.value === undefined) return tried;
    if (excess(tried.value) <= 0) good = { count, fitted: tried.value };
    else over = { count, fitted: tried.value };
  }
  // The last step may have given up more than was wanting: what went before it comes back, the dearest first.
  const last = steps.slice(good.count - 1, good.count);
  for (let least = 0, most = good.count - 1; most > least && excess(good.fitted) < -roomWorthFilling;) {
    const count = Math.floor((least + most) / 2);
    const tried = await layOut(tighten(document, [...steps.slice(0, count), ...last]));
    if (tried.value === undefined) return tried;
    if (excess(tried.value) > 0) least = count + 1;
    else {
      most = count;
      good = { ...good, fitted: tried.value };
    }
  }
  return { value: good.fitted, diagnostics: whole.diagnostics };
};

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
  const fitted = await fit(tree.value, template, engine, fonts);
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
