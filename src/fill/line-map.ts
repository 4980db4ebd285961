// Keeps track of which line of which template file each line of the filled text came from, so that a fault found in
// the filled text is shown where its author can mend it. Marks are control characters, which data cannot hold.
import type { LinePlace } from '../diagnostics/line-place.ts';

const open = '\u0001';
const close = '\u0002';

/** A file that text comes from; marks name it by its number in a list. */
export type MarkedFile = { readonly file: string; readonly lines: readonly string[] };

/** Text of a template without characters that are marks. */
export const withoutMarks = (text: string): string => text.replaceAll(open, '').replaceAll(close, '');

/** Content of a template with a mark before each of its lines; `line` is that of its first. */
export const markLines = (content: string, file: number, line: number): string =>
  content
    .split('\n')
    .map((text, index) => `${open}${file}:${line + index}${close}${text}`)
    .join('\n');

export type FilledLine = { readonly text: string; readonly place: LinePlace | undefined };

/** The lines of filled text without their marks, each with the place of the first text on it that a template gave. */
export const readLines = (marked: string, files: readonly MarkedFile[]): readonly FilledLine[] => {
  let last: LinePlace | undefined;
  return marked.split('\n').map((line) => {
    const [before = '', ...pieces] = line.split(open);
    const parts = pieces.map((piece) => {
      const [mark = '', rest = ''] = piece.split(close);
      const [file = 0, number = 1] = mark.split(':').map(Number);
      const source = files[file];
      return { rest, place: source && { file: source.file, line: number, text: source.lines[number - 1] ?? '' } };
    });
    const place = (parts.find(({ rest }) => rest !== '') ?? parts.at(-1))?.place ?? last;
    last = parts.at(-1)?.place ?? last;
    return { text: before + parts.map(({ rest }) => rest).join(''), place };
  });
};
