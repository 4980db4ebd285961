// Looks at lines that are already set, ours or not, and names the rules of line composition that they break.
// Takes the lines of one paragraph as text, top to bottom; sees what text shows (what starts and ends a line, what is
// torn between lines), not widths. The composer itself decides by ties (ties.ts); both read classes.ts.
import { Class, classOf, isDigitClass, isSpace, isWordPart } from './classes.ts';
import { findFigures, type Clusters } from './unbreakable.ts';

export type LineRule =
  /** A closing mark, stop, connector, · or / begins a line. CLREQ prohibition_rules_for_line_start_end; GB/T 15834 5.1.1–5.1.9. */
  | 'line-start'
  /** An opening mark ends a line. CLREQ, same clause; GB/T 15834 5.1.3. */
  | 'line-end'
  /** / ends a line. GB/T 15834 5.1.9. */
  | 'slash-end'
  /** —— or …… parted over two lines. GB/T 15834 5.1.4, 5.1.5. */
  | 'dash-torn'
  /** —— or …… begins a line; the strict level of CLREQ only. */
  | 'dash-start'
  /** A number parted from its unit, sign or the other end of its range. House rule, issue 4. */
  | 'figure-torn'
  /** A word of Latin letters parted without a hyphen. CLREQ, mixed text; house rule for addresses. */
  | 'word-torn'
  /** One character alone, with or without marks, on the last line. 孤字不成行. */
  | 'orphan';

/** `line` counts from 0 and is the line that begins or ends wrongly; for what is torn, the upper of the two. */
export type BrokenRule = { readonly line: number; readonly rule: LineRule };

/** The rules broken by the lines of one paragraph. Spaces at line ends may be there or not. */
export const brokenRules = (lines: readonly string[]): readonly BrokenRule[] => {
  const found: BrokenRule[] = [];
  // Combining marks go with the character before them, as in the composer.
  const pointsOfLines = lines.map((line) =>
    Array.from(line, (character) => character.codePointAt(0) ?? 0).filter((point) => classOf(point) !== Class.extend),
  );
  const points = pointsOfLines.flat();
  const classes = Uint8Array.from(points, classOf);
  const clusters: Clusters = { n: points.length, classes, codePoints: Uint32Array.from(points) };
  const torn = new Uint8Array(points.length + 1);
  findFigures(clusters, (boundary) => {
    torn[boundary] = 1;
  });

  let boundary = 0;
  pointsOfLines.forEach((line, index) => {
    const start = boundary;
    boundary += line.length;
    let first = start;
    while (first < boundary && isSpace(classes[first] ?? 0)) first += 1;
    if (first === boundary) return;
    let last = boundary - 1;
    while (isSpace(classes[last] ?? 0)) last -= 1;
    const kind = classes[first] ?? Class.word;
    if (index > 0) {
      const before = start > 0 ? (classes[start - 1] ?? Class.word) : Class.word;
      const isPair = classes[first + 1] === kind;
      const inWord = isWordPart(before) && isWordPart(classes[first + 1] ?? Class.lineEnd);
      const isDash = kind === Class.dash || kind === Class.ellipsis;
      if (isDash && before === kind) found.push({ line: index - 1, rule: 'dash-torn' });
      else if (startsWrongly(kind, isPair, inWord, points[first] ?? 0)) {
        found.push({ line: index, rule: 'line-start' });
      } else if (isDash) found.push({ line: index, rule: 'dash-start' });
      if (torn[start] === 1) found.push({ line: index - 1, rule: 'figure-torn' });
      else if (isWordPart(before) && isWordPart(kind)) found.push({ line: index - 1, rule: 'word-torn' });
    }
    if (index < lines.length - 1) {
      const end = classes[last] ?? Class.word;
      if (end === Class.opening || end === Class.latinOpening) found.push({ line: index, rule: 'line-end' });
      else if (end === Class.slash) found.push({ line: index, rule: 'slash-end' });
    } else if (index > 0 && countCharacters(classes, first, last) === 1) found.push({ line: index, rule: 'orphan' });
  });
  return found;
};

const startsWrongly = (kind: number, isPair: boolean, inWord: boolean, point: number): boolean => {
  switch (kind) {
    case Class.closing:
    case Class.comma:
    case Class.stop:
    case Class.dot:
    case Class.connector:
    case Class.slash:
    case Class.latinClosing:
    case Class.hyphen:
      return true;
    case Class.latinStop:
      return !inWord;
    case Class.dash:
      // A single dash is a connector, two are 破折号.
      return !isPair && point === 0x2014;
    default:
      return false;
  }
};

const countCharacters = (classes: Uint8Array, first: number, last: number): number => {
  let count = 0;
  for (let i = first; i <= last; i += 1) {
    const kind = classes[i] ?? Class.word;
    if (kind === Class.word || kind === Class.hanzi || kind === Class.suffix || isDigitClass(kind)) count += 1;
  }
  return count;
};
