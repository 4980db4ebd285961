// Takes a report's text as it was read, gives the text that the grammar reads and the way back: for every character
// its offset in the source. Half-width digits, no inner spaces, no footnote marks, broken lines joined again.
// Nothing is reworded; one pass, linear in the length.

/** Cleaned text with the source offset of every UTF-16 unit, and one more for the end. */
export type CleanText = { readonly text: string; readonly offsets: Int32Array; readonly source: string };

const fullWidth = (code: number): string | undefined => {
  // digits and letters of the full-width block; its punctuation stays, the grammar knows both
  if ((code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)) {
    return String.fromCharCode(code - 0xfee0);
  }
  return {
    0xff05: '%',
    0xfe6a: '%',
    0xff0f: '/',
    0xff5e: '～',
    0x2236: ':',
    0xfe30: ':',
    0x2013: '-',
    0x2012: '-',
    0x2015: '—',
  }[code];
};

const isSpace = (char: string): boolean => /[ \t\u00a0\u3000\u2002-\u200b\ufeff\u202f]/.test(char);
const isLatin = (char: string | undefined): boolean => char !== undefined && /[A-Za-z]/.test(char);
const isDigit = (char: string | undefined): boolean => char !== undefined && /[0-9０-９]/.test(char);

/** Length of a footnote mark at `at`: [12], 【1】, ［3］, 〔2〕, ①. Longer brackets are text. */
const footnoteLength = (source: string, at: number): number => {
  const open = source[at] ?? '';
  const close = { '[': ']', '【': '】', '［': '］', '〔': '〕' }[open];
  if (close !== undefined) {
    let end = at + 1;
    while (end < at + 5 && (isDigit(source[end]) || source[end] === ' ' || source[end] === '注')) end += 1;
    return end > at + 1 && source[end] === close ? end - at + 1 : 0;
  }
  const code = open.charCodeAt(0);
  // circled numbers after a word are marks; at the head of a line or sentence they number an item
  const marks = code >= 0x2460 && code <= 0x2473;
  return marks && at > 0 && !/[\s。；：:，]/.test(source[at - 1] ?? ' ') ? 1 : 0;
};

const headingStart =
  /^(?:[一二三四五六七八九十]{1,3}[、，.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．][^\d]|第[一二三四五六七八九十]+[章节部]|——|—|各位代表|[一二三四五六七八九十]是|[●◆■★▲①-⑳])/;
const sentenceEnd = /[。！？!?；;：:”"』」）)】\]…]$/;

/** Whether a line goes on in the next: prose that stops without a closing mark, as in hard-wrapped files. */
const goesOn = (line: string, next: string): boolean => {
  // a line that begins with a mark belongs to the one before; so does what follows such a piece
  if (/^[，、；：。,;:）”】]/.test(next)) return true;
  if (/^[，、；：,;]/.test(line) && !sentenceEnd.test(line)) return !headingStart.test(next);
  if (line.length < 12 || sentenceEnd.test(line) || headingStart.test(next)) return false;
  if (/[，、]$/.test(line)) return line.length > 20;
  const tail = line.slice(Math.max(line.lastIndexOf('。'), line.lastIndexOf('；')) + 1);
  return (
    (line.includes('。') || (line.length > 40 && line.includes('，') && !headingStart.test(line))) && tail.length > 0
  );
};

/** Cleans a text; see the head of the file. */
export const cleanText = (source: string): CleanText => {
  const offsets = new Int32Array(source.length + 1);
  const out: string[] = [];
  const put = (char: string, at: number): void => {
    offsets[out.length] = at;
    out.push(char);
  };
  let at = 0;
  let pending = '';
  while (at <= source.length) {
    let lineEnd = source.indexOf('\n', at);
    if (lineEnd < 0) lineEnd = source.length;
    const raw = source.slice(at, lineEnd);
    const line = raw.trim();
    if (line !== '') {
      if (out.length > 0 && !goesOn(pending, line)) put('\n', Math.max(0, at - 1));
      cleanLine(source, at, lineEnd, put, out);
      pending = line;
    }
    at = lineEnd + 1;
  }
  const text = out.join('');
  offsets[text.length] = source.length;
  return { text, offsets: offsets.slice(0, text.length + 1), source };
};

const cleanLine = (
  source: string,
  start: number,
  end: number,
  put: (char: string, at: number) => void,
  out: readonly string[],
): void => {
  for (let at = start; at < end; at += 1) {
    const char = source[at]!;
    if (char === '\r') continue;
    if (isSpace(char)) {
      let next = at + 1;
      while (next < end && isSpace(source[next]!)) next += 1;
      const [before, after] = [out.at(-1), source[next]];
      // a space means something only between Latin words, and between two numbers, which it keeps apart
      if ((isLatin(before) && isLatin(after)) || (isDigit(before) && isDigit(after))) put(' ', at);
      at = next - 1;
      continue;
    }
    const mark = footnoteLength(source, at);
    if (mark > 0) {
      at += mark - 1;
      continue;
    }
    // a percent sign that a page conversion turned into a placeholder
    if (char === '_' && source.startsWith('_M_M_', at)) {
      put('%', at);
      at += 4;
      continue;
    }
    // decimal points written full width or as a middle dot; thousands separators
    const between = isDigit(out.at(-1)) && isDigit(source[at + 1]);
    if ((char === '．' || char === '·' || char === '•') && between) {
      put('.', at);
      continue;
    }
    if (
      (char === ',' || char === '，') &&
      between &&
      /^[,，][0-9０-９]{3}(?![0-9０-９.．])/.test(source.slice(at, at + 5)) &&
      separates(out, char)
    )
      continue;
    put(fullWidth(char.charCodeAt(0)) ?? char, at);
  }
};

/** 3,000 has at most three digits before its comma; a full-width comma parts two numbers. */
const separates = (out: readonly string[], char: string): boolean => {
  if (char !== ',') return false;
  let count = 0;
  while (/[0-9]/.test(out[out.length - 1 - count] ?? ' ')) count += 1;
  return count <= 3;
};

/** The place in the source of a stretch of cleaned text, end exclusive. */
export const sourceSpan = (clean: CleanText, start: number, end: number): readonly [number, number] => {
  const from = clean.offsets[start] ?? clean.source.length;
  // the end is one past the last character's own place, so that a mark or space behind it is not taken in
  const last = clean.offsets[Math.max(start, end - 1)] ?? from;
  const long = clean.source.startsWith('_M_M_', last) ? 5 : 1;
  return [from, Math.min(clean.source.length, last + long)];
};
