// Cuts a stretch of cleaned text into sentences: up to 。！？ or a line end. Quotation marks and brackets that close
// right after the stop belong to the sentence; the number of a listed item (12.) before it does not. Sentences are
// numbered from 1 within the stretch.

export type Sentence = {
  readonly start: number;
  readonly end: number;
  readonly number: number;
  /** The first sentence of a paragraph. */
  readonly paragraphHead: boolean;
};

/** The most characters of a sentence. */
const longest = 2000;

const itemNumber = /^(\d{1,3})[.．、]/;

/** The sentences of text[start, end). */
export const sentencesOf = (text: string, start: number, end: number): Sentence[] => {
  const sentences: Sentence[] = [];
  let from = start;
  let paragraphHead = true;
  let item = 0;
  /** Length of 12. before an item; 40.151件 has a number only after an item 39. */
  const numberLength = (at: number): number => {
    const match = itemNumber.exec(text.slice(at, at + 4));
    if (!match) return 0;
    const number = Number(match[1]);
    if (/\d/.test(text[at + match[0].length] ?? '') && number !== item + 1) return 0;
    item = number;
    return match[0].length;
  };
  const push = (to: number): void => {
    let first = from;
    while (first < to && (text[first] === '\n' || text[first] === ' ')) first += 1;
    if (paragraphHead) first += numberLength(first);
    if (first < to) sentences.push({ start: first, end: to, number: sentences.length + 1, paragraphHead });
    paragraphHead = false;
    from = to;
  };
  for (let at = start; at < end; at += 1) {
    const char = text[at]!;
    if (char === '\n') {
      push(at);
      paragraphHead = true;
      from = at + 1;
    } else if (at - from >= longest) {
      // no sentence is so long: a text without stops must not make the grammar look ever further
      push(at);
    } else if ('。！？!?'.includes(char)) {
      let to = at + 1;
      while (to < end && '”’）)」』"'.includes(text[to]!)) to += 1;
      push(to);
      at = to - 1;
    }
  }
  push(end);
  return sentences;
};
