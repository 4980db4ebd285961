// Page numbers of a PDF: there, counting on, of the form `— 1 —`, at their place and size. GB/T 9704—2012, 7.5.
import { pagesInWords, type Ledger, type Place } from '../finding.ts';
import type { OpenedPdf } from '../pdf-reading/open.ts';
import { readArtifactLines, type TextLine } from '../pdf-reading/lines.ts';
import { rounded } from '../statistics.ts';
import { mmOf, pointsOf, textArea } from './geometry.ts';

const numberForm = /^[—–―‐－\-·\s]*(\d{1,4})[—–―‐－\-·\s]*$/u;

type PageNumber = { readonly line: TextLine; readonly value: number };

/** The number in the foot of a page: the lowest line that holds nothing else. */
const numberOf = (pdf: OpenedPdf, page: number): PageNumber | undefined => {
  const own = pdf.pages[page - 1];
  if (own === undefined) return undefined;
  const ordinary = pdf.paragraphs.flatMap(({ lines }) => lines.filter((line) => line.page === page));
  const candidates = [...readArtifactLines(own), ...ordinary].filter(isPageNumber);
  const [lowest] = candidates.toSorted((a, b) => b.baseline - a.baseline);
  const value = Number(numberForm.exec(lowest?.text.trim() ?? '')?.[1] ?? 0);
  return lowest === undefined ? undefined : { line: lowest, value };
};

/** Whether a line of the flow is a page number, as files without tags have them. */
export const isPageNumber = (line: TextLine): boolean =>
  numberForm.test(line.text.trim()) && line.baseline > textArea.bottom;

const size = 14;
/** Print may be off by a millimetre; a glance could not tell less. */
const tolerance = pointsOf(1);

const judgePlace = ({ line }: PageNumber, page: number, place: Place, ledger: Ledger): void => {
  const text = line.text.trim();
  if (!/^— \d+ —$/u.test(text)) {
    const due = `— ${page} —`;
    ledger.add('page-number/form', place, { zh: `“${text}”`, en: `“${text}”` }, { zh: `“${due}”`, en: `“${due}”` });
  }
  if (Math.abs(line.size - size) > 0.3) {
    const found = `${rounded(line.size, 1)} pt`;
    ledger.add('page-number/size', place, { zh: found, en: found }, { zh: '14 pt（4 号）', en: '14 pt' });
  }
  const isOdd = page % 2 === 1;
  const [edge, due] = isOdd ? [line.right, textArea.right - size] : [line.left, textArea.left + size];
  if (Math.abs(edge - due) > tolerance) {
    const inset = rounded(mmOf(isOdd ? textArea.right - edge : edge - textArea.left), 1);
    const side: readonly [string, string] = isOdd ? ['右', 'right'] : ['左', 'left'];
    ledger.add(
      'page-number/side',
      place,
      { zh: `距版心${side[0]}边 ${inset} mm`, en: `${inset} mm from the ${side[1]} edge of the text area` },
      { zh: `居${side[0]}空一字（4.9 mm）`, en: `at the ${side[1]}, one character in (4.9 mm)` },
    );
  }
  // An em dash is drawn about a third of an em above the baseline.
  const drop = line.baseline - 0.35 * line.size - textArea.bottom;
  if (Math.abs(drop - pointsOf(7)) > tolerance) {
    const found = `${rounded(mmOf(drop), 1)} mm`;
    ledger.add('page-number/place', place, { zh: found, en: found }, { zh: '7 mm', en: '7 mm' });
  }
};

/** `numbered`: whether the template asks for numbers; undefined when that is not known. */
export const judgePageNumbers = (pdf: OpenedPdf, numbered: boolean | undefined, ledger: Ledger): void => {
  if (numbered === false) return;
  ledger.check('page-number/missing');
  const numbers = pdf.pages.map(({ number }) => numberOf(pdf, number));
  const shift = (numbers[0]?.value ?? 1) - 1;
  // One page needs no number unless the template asks for it. Pages without one are told together.
  const missing = pdf.pages.filter((_, index) => numbers[index] === undefined).map(({ number }) => number);
  const [firstMissing] = missing;
  if (firstMissing !== undefined && (pdf.pages.length > 1 || numbered === true)) {
    const all = missing.length === pdf.pages.length;
    const where = pagesInWords(missing);
    ledger.add(
      'page-number/missing',
      { page: firstMissing },
      {
        zh: missing.length === 1 ? '没有页码' : all ? '各页都没有页码' : `${where.zh}没有页码`,
        en: missing.length === 1 ? 'no page number' : all ? 'no page has a number' : `no number on ${where.en}`,
      },
    );
  }
  pdf.pages.forEach(({ number }, index) => {
    const found = numbers[index];
    if (found === undefined) return;
    ledger.check('page-number/value', 'page-number/form', 'page-number/side', 'page-number/place', 'page-number/size');
    const place: Place = { page: number, text: found.line.text };
    const due = number + shift;
    if (found.value !== due) {
      ledger.add(
        'page-number/value',
        place,
        { zh: String(found.value), en: String(found.value) },
        {
          zh: String(due),
          en: String(due),
        },
      );
    }
    judgePlace(found, due, place, ledger);
  });
};
