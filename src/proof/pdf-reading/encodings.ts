// Codes of simple fonts to text when a font has no ToUnicode map: the standard encodings and glyph names.
// ISO 32000-1, Annex D, and the Adobe Glyph List as far as Western text and Chinese documents use it.

/** Codes 0x80 to 0x9F of Windows-1252, written out: TextDecoder of Node 20 takes them for control characters. */
const windowsHigh = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const windows = Array.from({ length: 256 }, (_, code) =>
  code >= 0x80 && code < 0xa0 ? (windowsHigh[code - 0x80] ?? '') : String.fromCharCode(code),
);

const decoded = (label: string): readonly string[] => {
  const decoder = new TextDecoder(label);
  return Array.from({ length: 256 }, (_, code) => decoder.decode(Uint8Array.of(code)));
};

/** StandardEncoding where it differs from ASCII. */
const standardHigh: Readonly<Record<number, string>> = {
  39: '’',
  96: '‘',
  161: '¡',
  162: '¢',
  163: '£',
  164: '⁄',
  165: '¥',
  167: '§',
  169: "'",
  170: '“',
  171: '«',
  172: '‹',
  173: '›',
  174: 'ﬁ',
  175: 'ﬂ',
  177: '–',
  178: '†',
  179: '‡',
  180: '·',
  182: '¶',
  183: '•',
  184: '‚',
  185: '„',
  186: '”',
  187: '»',
  188: '…',
  189: '‰',
  191: '¿',
  208: '—',
  225: 'Æ',
  232: 'Ł',
  233: 'Ø',
  241: 'æ',
  245: 'ı',
  248: 'ł',
  249: 'ø',
  251: 'ß',
};

const standard = Array.from(
  { length: 256 },
  (_, code) => standardHigh[code] ?? (code >= 32 && code < 127 ? String.fromCharCode(code) : ''),
);

/** The text of a code in a named encoding; StandardEncoding for a name that is none. */
export const encodingOf = (name: string): readonly string[] =>
  name === 'WinAnsiEncoding' ? windows : name === 'MacRomanEncoding' ? decoded('macintosh') : standard;

const names: Readonly<Record<string, string>> = {
  space: ' ',
  exclam: '!',
  quotedbl: '"',
  numbersign: '#',
  dollar: '$',
  percent: '%',
  ampersand: '&',
  quotesingle: "'",
  parenleft: '(',
  parenright: ')',
  asterisk: '*',
  plus: '+',
  comma: ',',
  hyphen: '-',
  minus: '−',
  period: '.',
  slash: '/',
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  colon: ':',
  semicolon: ';',
  less: '<',
  equal: '=',
  greater: '>',
  question: '?',
  at: '@',
  bracketleft: '[',
  backslash: '\\',
  bracketright: ']',
  asciicircum: '^',
  underscore: '_',
  grave: '`',
  braceleft: '{',
  bar: '|',
  braceright: '}',
  asciitilde: '~',
  quoteleft: '‘',
  quoteright: '’',
  quotedblleft: '“',
  quotedblright: '”',
  endash: '–',
  emdash: '—',
  ellipsis: '…',
  bullet: '•',
  periodcentered: '·',
  middot: '·',
  perthousand: '‰',
  degree: '°',
  multiply: '×',
  divide: '÷',
  plusminus: '±',
  yen: '¥',
  section: '§',
  fi: 'ﬁ',
  fl: 'ﬂ',
  nbspace: '\u00a0',
};

/** The text that a glyph name stands for (AGL specification); empty when it says nothing. */
export const textOfGlyphName = (name: string): string => {
  const [stem = ''] = name.split('.');
  const known = names[stem];
  if (known !== undefined) return known;
  if (/^[A-Za-z]$/.test(stem)) return stem;
  const unicode = /^(?:uni|u)([0-9A-F]{4,6})$/.exec(stem)?.[1];
  const point = unicode === undefined ? Number.NaN : Number.parseInt(unicode, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
};
