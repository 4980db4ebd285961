// Takes a code point, gives the class that line composition knows it by.
// One byte a character from a table, so that the inner loops compare small numbers and allocate nothing.
// Classes follow CLREQ's table of punctuation and GB/T 15834—2011, 5.1; the rest of Unicode falls to word, hanzi or mark.

/** The classes, as numbers for typed arrays. `…` marks draw in one em with a blank half; `latin…` ones are narrow. */
export const Class = {
  /** Letters of scripts set in words, and symbols that go with them. */
  word: 0,
  digit: 1,
  /** Hanzi, kana, hangul, full-width letters, emoji: one cell each, a break on either side. */
  hanzi: 2,
  /** Full-width digits: a cell each, but parts of a number. */
  fullDigit: 3,
  /** “ ‘ （ 《 〈 【 〔 「 『: blank half at the left. */
  opening: 4,
  /** ” ’ ） 》 〉 】 〕 」 』: blank half at the right. */
  closing: 5,
  /** ， 、 ； ：: blank half at the right. */
  comma: 6,
  /** 。 ？ ！ ．: blank half at the right. */
  stop: 7,
  /** · */
  dot: 8,
  /** — as half of —— or as a connector. */
  dash: 9,
  /** … */
  ellipsis: 10,
  /** – ～ － ~ and the hyphen beside hanzi. */
  connector: 11,
  /** / ／ */
  slash: 12,
  latinOpening: 13,
  latinClosing: 14,
  /** , . ; : ! ? as they stand in Latin text or were typed for the full-width marks. */
  latinStop: 15,
  /** ¥ $ € ± before a number. */
  prefix: 16,
  /** % ‰ ℃ ㎡ after a number. */
  suffix: 17,
  /** U+0022 and U+0027, which open and close by turns. */
  straightQuote: 18,
  hyphen: 19,
  /** Symbols without a gap beside hanzi: + = & # @. */
  symbol: 20,
  space: 21,
  /** U+00A0, U+202F. */
  noBreakSpace: 22,
  /** U+3000. */
  fullSpace: 23,
  /** U+200B: no width, may break. */
  breakable: 24,
  /** U+2060, U+FEFF: no width, no break. */
  joiner: 25,
  /** Line end in the text. */
  lineEnd: 26,
  /** Belongs to the character before it: combining marks, variation selectors, U+200D. */
  extend: 27,
} as const;
type ClassCode = (typeof Class)[keyof typeof Class];

const unresolved = 255;
const table = new Uint8Array(0x10000).fill(unresolved);

const setRange = (code: ClassCode, ...ranges: readonly (readonly [number, number])[]): void => {
  for (const [from, to] of ranges) table.fill(code, from, to + 1);
};
const setAll = (code: ClassCode, characters: string): void => {
  for (const character of characters) table[character.codePointAt(0) ?? 0] = code;
};

setRange(Class.word, [0x21, 0x2ff], [0x370, 0x482], [0xd800, 0xf8ff]);
// Signs, numerals in circles, arrows and shapes stand in a cell of their own in Chinese text.
setRange(Class.hanzi, [0x2150, 0x218f], [0x2190, 0x21ff], [0x2200, 0x23ff], [0x2460, 0x27bf], [0x2e80, 0x2fff]);
setRange(Class.hanzi, [0x3000, 0xa4cf], [0xa960, 0xa97f], [0xac00, 0xd7ff], [0xf900, 0xfaff], [0xfe30, 0xfe4f]);
setRange(Class.hanzi, [0xff00, 0xffee]);
setRange(Class.suffix, [0x3380, 0x33df]);
setRange(Class.digit, [0x30, 0x39]);
setRange(Class.fullDigit, [0xff10, 0xff19]);
setRange(
  Class.extend,
  [0x300, 0x36f],
  [0x302a, 0x302f],
  [0x3099, 0x309a],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0x1160, 0x11ff],
);
setRange(
  Class.extend,
  [0x200c, 0x200f],
  [0x202a, 0x202e],
  [0x2061, 0x2064],
  [0x2066, 0x206f],
  [0, 8],
  [0xe, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
);
setAll(Class.extend, '\u00ad');
setAll(Class.opening, '“‘（《〈【〔「『〖〘〚［｛｟〝﹙﹛﹝');
setAll(Class.closing, '”’）》〉】〕」』〗〙〛］｝｠〞〟﹚﹜﹞');
setAll(Class.comma, '，、；：');
setAll(Class.stop, '。？！．');
setAll(Class.dot, '·・‧•');
setAll(Class.dash, '—―⸺⸻─');
setAll(Class.ellipsis, '…⋯');
setAll(Class.connector, '–～〜－~‒−∼∶');
setAll(Class.slash, '/／');
setAll(Class.latinOpening, '([{');
setAll(Class.latinClosing, ')]}');
setAll(Class.latinStop, ',.;:!?');
setAll(Class.prefix, '¥￥$€£￡＄±＋≥≤≈＞＜>＃№§');
setAll(Class.suffix, '%％‰‱°′″℃℉');
setAll(Class.straightQuote, '"\'');
setAll(Class.hyphen, '-\u2010\u2011');
setAll(Class.symbol, '+=&#@*|\\^_`×÷');
setAll(Class.space, ' \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f');
setAll(Class.noBreakSpace, '\u00a0\u202f\u2007');
setAll(Class.fullSpace, '\u3000');
setAll(Class.breakable, '\u200b');
setAll(Class.joiner, '\u2060\ufeff');
setAll(Class.lineEnd, '\n\r\v\f\u0085\u2028\u2029');

const combining = /^\p{M}$/u;

/** The class of a code point; each is worked out once. Unassigned and private characters count as words. */
export const classOf = (codePoint: number): ClassCode => {
  if (codePoint < 0x10000) {
    const known = table[codePoint] ?? unresolved;
    // The table holds nothing but class codes once the mark for "not yet known" is ruled out.
    if (known !== unresolved) return known as ClassCode;
    const found = combining.test(String.fromCharCode(codePoint)) ? Class.extend : Class.word;
    table[codePoint] = found;
    return found;
  }
  if (codePoint >= 0x20000 && codePoint < 0x40000) return Class.hanzi;
  if (codePoint >= 0x1f3fb && codePoint <= 0x1f3ff) return Class.extend;
  if (codePoint >= 0x1f000 && codePoint < 0x20000) return Class.hanzi;
  if (codePoint >= 0xe0000 && codePoint < 0xe1000) return Class.extend;
  return combining.test(String.fromCodePoint(codePoint)) ? Class.extend : Class.word;
};

/** Regional indicators pair up into flags. */
export const isRegional = (codePoint: number): boolean => codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;

export const isDigitClass = (code: number): boolean => code === Class.digit || code === Class.fullDigit;

/** Letters and narrow digits: what words are made of. */
export const isWordPart = (code: number | undefined): boolean => code === Class.word || code === Class.digit;

/** Marks with their blank half at the right. */
export const closesRight = (code: number): boolean =>
  code === Class.closing || code === Class.comma || code === Class.stop;

/** Narrow characters that run together into words and addresses. */
export const isLatin = (code: number): boolean => code <= Class.digit || (code >= Class.slash && code <= Class.symbol);

/** Spaces that vanish at a line end. */
export const isSpace = (code: number): boolean =>
  code === Class.space || code === Class.fullSpace || code === Class.breakable;

/** Cells of the Chinese grid, to which tracking applies and between which space may be spread. */
export const isCell = (code: number): boolean => code >= Class.hanzi && code <= Class.stop;
