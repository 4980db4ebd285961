// The document tree to a PDF: tree → definition (pure data) → bytes. Pages hold what the template's order says.
// The layout engine and the chart library are loaded when the first document needs them.
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { FontSet } from '../fonts/font-set.ts';
import type { Theme } from '../theme/theme.ts';
import type { Block, Document, Table } from '../tree/tree.ts';
import { blockNodes } from './blocks.ts';
import { mayClaim } from './claims.ts';
import type { Definition } from './definition.ts';
import { pageName, pageOf } from './page.ts';
import { resolveStyles, type Builder } from './styles.ts';
import { tableWidths } from './tables.ts';

/** A document on its pages, not drawn yet. */
export type PdfLayout = {
  readonly pages: number;
  /** Points of content beyond the pages that the document may take; 0 when it fits or has no limit. */
  readonly overflow: number;
  /** Points left on the last page that it may take; without end when there is a whole page left, or no limit. */
  readonly spare: number;
  /** Points that the last page uses. */
  readonly last: number;
  /** The page, from 1, that each heading id falls on. */
  readonly headingPages: ReadonlyMap<string, number>;
  /** Points added above a block of the document to bring text back on the page's grid; not there where none are. */
  readonly gridSpaces: ReadonlyMap<Block, number>;
  /** How many lines to write on a block was given. */
  readonly ruledLines: ReadonlyMap<Block, number>;
  /** The widths of the columns of each table, points without padding. */
  readonly columnWidths: ReadonlyMap<Table, readonly number[]>;
  /** Draws it; once. */
  readonly draw: () => Promise<Outcome<Uint8Array>>;
};

export type PdfResult = Omit<PdfLayout, 'draw'> & { readonly bytes: Uint8Array };

export type PdfContext = { readonly theme: Theme; readonly fonts: FontSet };

const holdsChart = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => {
    if (block.kind === 'chart') return true;
    if (block.kind === 'columns') return block.columns.some(holdsChart);
    if (block.kind === 'group') return holdsChart(block.blocks);
    return block.kind === 'list' && block.items.some(holdsChart);
  });

/** The definition of a document: plain data, to be written or compared. Undefined when the theme has no page at all. */
export const defineDocument = async (
  document: Document,
  { theme, fonts }: PdfContext,
): Promise<Definition | undefined> => {
  const page = pageOf(theme, fonts, document);
  const pageTheme = theme.pages[pageName(theme, document)];
  if (page === undefined || pageTheme === undefined) return undefined;
  const charts = holdsChart(document.blocks) ? await import('../charts/draw-chart.ts') : undefined;
  const { meta } = document;
  const builder: Builder = {
    document,
    theme,
    pageTheme,
    styles: resolveStyles(theme, pageTheme, document.leading),
    fonts,
    page,
    width: page.width - page.margins.left - page.margins.right,
    planChart: (chart, width) =>
      charts === undefined
        ? { width, height: 0, draw: () => '' }
        : charts.planChart(chart, { theme, page: pageTheme, fonts, width }),
  };
  return {
    page,
    content: blockNodes(builder, document.blocks),
    info: {
      title: meta.title,
      subject: meta.subject,
      author: meta.author,
      keywords: meta.keywords.join(', '),
      language: meta.language,
      date: meta.date,
      claims: mayClaim(document),
    },
  };
};

/** The outcome of `work`; pdf/layout when the libraries under it throw. */
const orFailure = async <Value>(document: Document, work: () => Promise<Value> | Value): Promise<Outcome<Value>> => {
  try {
    return { value: await work(), diagnostics: [] };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return {
      diagnostics: [
        {
          severity: 'error',
          code: 'pdf/layout',
          message: { zh: `无法排成 PDF：${detail}`, en: `the document could not be set as PDF: ${detail}` },
          ...(document.meta.template === '' ? {} : { file: document.meta.template }),
        },
      ],
    };
  }
};

/** What the layout tells of each node of the content, by the block that it came from; what is 0 is left out. */
const byBlock = ({ blocks }: Document, values: readonly number[]): ReadonlyMap<Block, number> =>
  new Map(
    blocks
      .filter(({ kind }) => kind !== 'pagebreak')
      .flatMap((block, index) => (values[index] ? [[block, values[index]] as const] : [])),
  );

/** Lays a document out on its pages. A layout is cheap beside drawing: the fit of a limited document tries several. */
export const layOutPdf = (document: Document, context: PdfContext): Promise<Outcome<PdfLayout>> =>
  orFailure(document, async () => {
    const definition = await defineDocument(document, context);
    if (definition === undefined) throw new RangeError(`theme ${context.theme.name} has no page ${document.page.name}`);
    const { layOut, writePdf } = await import('./bytes.ts');
    const laidOut = layOut(definition, context.fonts);
    const { layout, pageHeight, targets } = laidOut;
    const pages = layout.pages.length;
    const { limit } = document.page;
    return {
      pages,
      // A page too many is too much, though nothing stands on it.
      overflow: limit > 0 && pages > limit ? Math.max(1, (pages - limit - 1) * pageHeight + layout.lastHeight) : 0,
      spare: limit > 0 && pages >= limit ? Math.max(0, pageHeight - layout.lastHeight) : Number.POSITIVE_INFINITY,
      last: layout.lastHeight,
      headingPages: new Map([...targets].map(([id, target]) => [id, target.page + 1])),
      gridSpaces: byBlock(document, layout.gridSpaces),
      ruledLines: byBlock(document, layout.ruledLines),
      columnWidths: tableWidths(definition.content),
      draw: () => orFailure(document, () => writePdf(laidOut, context.fonts)),
    };
  });

/** Sets a document as PDF (issue 4). Same document, theme and fonts: same bytes. */
export const renderPdf = async (document: Document, context: PdfContext): Promise<Outcome<PdfResult>> => {
  const laidOut = await layOutPdf(document, context);
  if (laidOut.value === undefined) return { diagnostics: laidOut.diagnostics };
  const { draw, ...found } = laidOut.value;
  const drawn = await draw();
  return drawn.value === undefined
    ? { diagnostics: drawn.diagnostics }
    : { value: { ...found, bytes: drawn.value }, diagnostics: [] };
};
