// Holds the text of a finished file against the text of the tree: all of it there, in order, and what else there is.
// White space does not count, nor do rules to write on; a piece is looked for a little ahead of the last one found, so
// that one missing piece does not make all that follow seem out of order.
import type { Ledger, Place } from './finding.ts';
import type { TextPiece } from './tree-text.ts';

/** Text of the file in reading order, with its place; `figure` for text inside a drawing. */
export type FileText = { readonly text: string; readonly place: Place; readonly figure: boolean };

const plain = (text: string): string => text.replaceAll(/[\s\u00a0\u200b\u2060\ufeff_＿]+/gu, '').replaceAll('−', '-');

/** How much unexpected text may stand between two pieces before another explanation is sought. */
const slack = 60;
/** How many pieces ahead are looked for when one is not found. */
const lookAhead = 4;

/** What a file adds of its own: page numbers in contents, labels of lists. */
const addition = /^(?:[\d.…·—•●○◆■□▪–-]|[（(]\d+[)）]|\d+[.．、])*$/u;

/** The flow of a file as one string that knows the place of each character. */
const joinTexts = (texts: readonly FileText[]) => {
  const starts: number[] = [];
  let text = '';
  for (const one of texts) {
    starts.push(text.length);
    text += plain(one.text);
  }
  const placeAt = (offset: number): Place => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return texts[low]?.place ?? {};
  };
  return { text, placeAt };
};

const withoutText = ({ page, line, part }: Place): Place => ({
  ...(page === undefined ? {} : { page }),
  ...(line === undefined ? {} : { line }),
  ...(part === undefined ? {} : { part }),
});

const compareFlow = (pieces: readonly string[], texts: readonly FileText[], ledger: Ledger): void => {
  const { text, placeAt } = joinTexts(texts);
  let cursor = 0;
  let pending: string[] = [];

  const report = (piece: string, instead: string): void => {
    const place = { ...withoutText(placeAt(Math.min(cursor, Math.max(0, text.length - 1)))), text: piece };
    if (text.includes(piece) && piece.length > 3) {
      ledger.add('text/order', place, { zh: '不在应在的位置', en: 'stands elsewhere' });
      return;
    }
    const found =
      instead === ''
        ? { zh: '页上没有', en: 'not on the page' }
        : { zh: `页上是“${instead.slice(0, 40)}”`, en: `the page has “${instead.slice(0, 40)}”` };
    ledger.add('text/missing', place, found, { zh: `“${piece.slice(0, 40)}”`, en: `“${piece.slice(0, 40)}”` });
  };

  /** Text between the last piece found and the next. */
  const settle = (until: number): void => {
    const between = text.slice(cursor, until);
    const isOwn = addition.test(between);
    pending.forEach((piece, index) => report(piece, index === 0 && !isOwn ? between : ''));
    if (pending.length === 0 && !isOwn) {
      ledger.add(
        'text/extra',
        { ...withoutText(placeAt(cursor)), text: between },
        {
          zh: '文档里没有这些文字',
          en: 'not in the document',
        },
      );
    }
    pending = [];
  };

  pieces.forEach((piece, index) => {
    const at = text.indexOf(piece, cursor);
    const isNear = at >= 0 && at - cursor <= slack;
    const lost = pending.reduce((sum, one) => sum + one.length, 0);
    const later = pieces.slice(index + 1, index + 1 + lookAhead).some((next, step) => {
      const found = next.length < 2 ? -1 : text.indexOf(next, cursor);
      return found >= 0 && found - cursor <= slack + 2 * (piece.length + lost) + 10 * step;
    });
    if (at < 0 || (!isNear && later)) {
      pending.push(piece);
      return;
    }
    settle(at);
    cursor = at + piece.length;
  });
  settle(text.length);
};

/** Compares and adds what is missing, misplaced or extra. */
export const compareText = (pieces: readonly TextPiece[], texts: readonly FileText[], ledger: Ledger): void => {
  ledger.check('text/missing', 'text/order', 'text/extra');
  const flow = pieces.filter(({ chart }) => !chart).map(({ text }) => plain(text));
  compareFlow(
    flow.filter((text) => text !== ''),
    texts.filter(({ figure }) => !figure),
    ledger,
  );
  const drawn = texts.filter(({ figure }) => figure);
  const inside = plain(drawn.map(({ text }) => text).join(''));
  const lost = new Set<string>();
  for (const { text, chart } of pieces) {
    const piece = plain(text);
    if (!chart || piece === '' || inside.includes(piece) || lost.has(piece)) continue;
    lost.add(piece);
    ledger.add(
      'text/missing',
      { ...withoutText(drawn[0]?.place ?? {}), text },
      {
        zh: '图里没有',
        en: 'not in the chart',
      },
    );
  }
};
