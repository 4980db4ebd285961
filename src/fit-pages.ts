// Lays a document out on its pages, and tighter by its declared order until it keeps to its page limit.
// Takes a tree, gives the tree that both formats draw and its PDF layout; arrange/fit.ts says what may be given up.
import { doesNotFit, fitSteps, leadingSteps, shortSteps, tighten, type FitStep } from './arrange/fit.ts';
import type { Outcome } from './diagnostics/diagnostic.ts';
import type { FontSet } from './fonts/font-set.ts';
import type { PdfLayout } from './pdf/pdf.ts';
import type { Theme } from './theme/theme.ts';
import type { Document } from './tree/tree.ts';

export type Fitted = { readonly document: Document; readonly pdf: PdfLayout };

export type FitContext = {
  readonly theme: Theme;
  readonly fonts: FontSet;
  /** The template's file, for messages. */
  readonly file: string;
  /** Whether the document is made as DOCX too. */
  readonly docx: boolean;
};

/** Lays out the document after these steps. */
type LayOut = (steps: readonly FitStep[]) => Promise<Outcome<Fitted>>;

const pointsPerMillimetre = 72 / 25.4;

/** Points left over for which it is worth trying to bring rows back: a line of a table. */
const roomWorthFilling = 18;

/** Points on the last page below which a brief in short that needs a page less is the better one. */
const halfEmpty = 300;

/** Points on the last page that are too few for a page: three lines of notes. */
const straggling = 48;

/**
 * Points that a limited document keeps free at its end when it is made as DOCX too: Word and LibreOffice squeeze less
 * and take a line more here and there. Two lines of text on the grid, two of a table on a free page.
 */
const reserveOf = (document: Document, { theme, docx }: FitContext): number => {
  const page = theme.pages[document.page.name];
  if (page === undefined || !docx) return 0;
  return 2 * (page.grid === undefined ? page.styles['table-cell'] : page.styles.body).leading;
};

/** Points by which a layout misses its page limit with `reserve` points kept free; at most 0 when it fits. */
const excessOf = ({ pdf }: Fitted, reserve: number): number =>
  pdf.overflow > 0 ? pdf.overflow + reserve : reserve - pdf.spare;

/** What may save the last page where it is hardly worth one, the least first. */
const waysToSavePage = (document: Document, { pages, last }: PdfLayout): readonly (readonly FitStep[])[] => {
  const { limit } = document.page;
  // A source line or two on a page of their own: a little less leading brings them back.
  if (limit === 0) {
    return pages > 1 && last < straggling
      ? leadingSteps(document)
          .slice(0, 2)
          .map((step) => [step])
      : [];
  }
  // Two pages of which the second is mostly white are one page said at too great length.
  const short = pages === limit && last < halfEmpty ? shortSteps(document) : [];
  return short.length === 0 ? [] : [short];
};

/** The document on a page less than `whole` takes; undefined where nothing saves one. */
const withPageLess = async (document: Document, { pdf }: Fitted, layOut: LayOut): Promise<Fitted | undefined> => {
  for (const steps of waysToSavePage(document, pdf)) {
    const { value } = await layOut(steps);
    if (value && value.pdf.pages < pdf.pages) return value;
  }
  return undefined;
};

type Try = { readonly count: number; readonly fitted: Fitted };

/**
 * The fewest steps that fit, between a try that does not and one that does. Each step gives up more than the one before:
 * they lie about where the excess comes to nothing on the way; every second try halves, where that guess goes astray.
 */
const fewest = async (
  steps: readonly FitStep[],
  tries: { readonly over: Try; readonly good: Try },
  excess: (fitted: Fitted) => number,
  layOut: LayOut,
): Promise<Outcome<Try>> => {
  let { over, good } = tries;
  for (let halve = false; good.count - over.count > 1; halve = !halve) {
    const between = good.count - over.count;
    const share = excess(over.fitted) / (excess(over.fitted) - excess(good.fitted));
    const guess = halve || !(share > 0) ? Math.floor(between / 2) : Math.ceil(share * between);
    const count = over.count + Math.min(Math.max(guess, 1), between - 1);
    const { value, diagnostics } = await layOut(steps.slice(0, count));
    if (value === undefined) return { diagnostics };
    if (excess(value) <= 0) good = { count, fitted: value };
    else over = { count, fitted: value };
  }
  return { value: good, diagnostics: [] };
};

/** The last step may have given up more than was wanting: what went before it comes back, the dearest first. */
const refilled = async (
  steps: readonly FitStep[],
  { count: taken, fitted }: Try,
  excess: (fitted: Fitted) => number,
  layOut: LayOut,
): Promise<Outcome<Fitted>> => {
  const last = steps.slice(taken - 1, taken);
  let best = fitted;
  for (let [least, most] = [0, taken - 1]; most > least && excess(best) < -roomWorthFilling;) {
    const count = Math.floor((least + most) / 2);
    const { value, diagnostics } = await layOut([...steps.slice(0, count), ...last]);
    if (value === undefined) return { diagnostics };
    if (excess(value) > 0) least = count + 1;
    else [most, best] = [count, value];
  }
  return { value: best, diagnostics: [] };
};

/** Error: arrange/does-not-fit when it passes its limit with all given up. Nothing is clipped or set smaller. */
export const fitPages = async (document: Document, context: FitContext): Promise<Outcome<Fitted>> => {
  const { layOutPdf } = await import('./pdf/pdf.ts');
  const layOut: LayOut = async (given) => {
    const candidate = tighten(document, given);
    const { value, diagnostics } = await layOutPdf(candidate, context);
    return value === undefined ? { diagnostics } : { value: { document: candidate, pdf: value }, diagnostics };
  };
  const { value: whole, diagnostics } = await layOut([]);
  if (whole === undefined) return { diagnostics };
  const less = await withPageLess(document, whole, layOut);
  if (less) return { value: less, diagnostics };
  const reserve = reserveOf(document, context);
  if (excessOf(whole, reserve) <= 0) return { value: whole, diagnostics };

  const steps = fitSteps(document);
  const tightest = await layOut(steps);
  if (tightest.value === undefined) return tightest;
  const { overflow, pages } = tightest.value.pdf;
  if (overflow > 0) return { diagnostics: [doesNotFit(document, pages, overflow / pointsPerMillimetre, context.file)] };

  // The reserve is a wish: a document that can give up nothing more may fill its last page.
  const wish = excessOf(tightest.value, reserve) <= 0 ? reserve : 0;
  const excess = (fitted: Fitted): number => excessOf(fitted, wish);
  if (excess(whole) <= 0) return { value: whole, diagnostics };
  const ends = { over: { count: 0, fitted: whole }, good: { count: steps.length, fitted: tightest.value } };
  const found = await fewest(steps, ends, excess, layOut);
  if (found.value === undefined) return { diagnostics: found.diagnostics };
  const best = await refilled(steps, found.value, excess, layOut);
  return best.value === undefined ? best : { value: best.value, diagnostics };
};
