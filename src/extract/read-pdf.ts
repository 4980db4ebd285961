// Takes the bytes of a PDF, gives its text, a line for each paragraph: lines of a page are joined where one runs to the
// right margin and the next begins at the left. Page numbers are left out. A scan has no text and gives none.
// pdfjs-dist is imported only here and only when a PDF comes, since it is large.
export type PdfText = { readonly text: string } | { readonly fault: 'unreadable' };

type Piece = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
type Line = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly y: number;
};

/** The most pages that are read; a report has at most a hundred. */
export const mostPdfPages = 400;

const linesOf = (pieces: readonly Piece[]): Line[] => {
  const lines: Line[] = [];
  let current: Piece[] = [];
  const close = (): void => {
    if (current.length === 0) return;
    const sorted = current.toSorted((a, b) => a.x - b.x);
    const last = sorted.at(-1)!;
    const text = sorted
      .map((piece) => piece.text)
      .join('')
      .trim();
    if (text !== '') {
      lines.push({
        text,
        left: sorted.find((piece) => piece.text.trim() !== '')?.x ?? sorted[0]!.x,
        right: last.x + last.width,
        height: Math.max(...sorted.map((piece) => piece.height)),
        y: sorted[0]!.y,
      });
    }
    current = [];
  };
  for (const piece of pieces) {
    const first = current[0];
    if (first && Math.abs(first.y - piece.y) > Math.max(first.height, piece.height) * 0.5) close();
    current.push(piece);
  }
  close();
  return lines;
};

const isPageNumber = (text: string): boolean => /^[-—–－\s]*\d{1,3}[-—–－\s]*$/.test(text);

/** Joins lines to paragraphs: a full line goes on in the next unless that one is indented. */
const paragraphsOf = (pages: readonly (readonly Line[])[]): string => {
  const all = pages.flat();
  const left = quantile(
    all.map((line) => line.left),
    0.1,
  );
  const right = quantile(
    all.map((line) => line.right),
    0.9,
  );
  const paragraphs: string[] = [];
  let open = false;
  for (const line of all) {
    const em = line.height || 12;
    const indented = line.left > left + em * 1.2;
    if (open && !indented) paragraphs[paragraphs.length - 1] += line.text;
    else paragraphs.push(line.text);
    open = line.right > right - em * 2.2;
  }
  return paragraphs.join('\n');
};

const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
};

/** Reads the text of a PDF; see the head of the file. */
export const readPdf = async (bytes: Uint8Array): Promise<PdfText> => {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // pdf.js takes the buffer over, so it gets a copy; fonts and scripts are not needed for the text
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
  });
  try {
    const document = await task.promise;
    const pages: Line[][] = [];
    for (let number = 1; number <= Math.min(document.numPages, mostPdfPages); number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      const pieces = content.items.flatMap((item): Piece[] =>
        'str' in item
          ? [
              {
                text: item.str,
                x: Number(item.transform[4]),
                y: Number(item.transform[5]),
                width: item.width,
                height: item.height,
              },
            ]
          : [],
      );
      pages.push(linesOf(pieces).filter((line) => !isPageNumber(line.text)));
      page.cleanup();
    }
    return { text: paragraphsOf(pages) };
  } catch {
    return { fault: 'unreadable' };
  } finally {
    await task.destroy();
  }
};
