// Takes text from data, gives Markdown that reads as exactly those characters: data can never become markup.
// Every ASCII mark gets a backslash; line ends and tabs become one space, or nothing between Chinese characters;
// spaces at either end are written as references, for Markdown would drop them.

const wide = /[\p{Script=Han}\u2014\u2018-\u201D\u2026\u3000-\u303F\uFF00-\uFFEF]/u;
const lineEnds = /[\t ]*[\n\v\f\r\u0085\u2028\u2029][\t\n\v\f\r\u0085\u2028\u2029 ]*/gu;

const isControl = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xfeff || code === 0xfffe || code === 0xffff;
};

/** The text on one line, as it will be printed: line ends folded, control characters gone, lone surrogates U+FFFD. */
export const foldLines = (text: string): string => {
  const folded = text
    .replaceAll(lineEnds, (mark: string, offset: number) => {
      const before = /.$/su.exec(text.slice(0, offset))?.[0] ?? '';
      const after = /^./su.exec(text.slice(offset + mark.length))?.[0] ?? '';
      return before === '' || after === '' || wide.test(before) || wide.test(after) ? '' : ' ';
    })
    .replaceAll('\t', ' ')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD');
  return [...folded].filter((character) => !isControl(character)).join('');
};

/** Markdown for a text, inside a paragraph, a heading, a table cell or a directive's label. */
export const escapeMarkdown = (text: string): string =>
  foldLines(text)
    .replaceAll(/[!-/:-@[-`{-~]/gu, String.raw`\$&`)
    .replace(/^ +/u, (spaces) => '&#x20;'.repeat(spaces.length))
    .replace(/ +$/u, (spaces) => '&#x20;'.repeat(spaces.length));

/** For a directive's attribute between double quotes. */
export const escapeAttribute = (text: string): string =>
  foldLines(text).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
