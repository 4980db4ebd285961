// Takes a template that was read and a view, gives the filled text: front matter and Markdown with directives.
// The title is the one line of the front matter that data reaches; it is written as a quoted YAML string.
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { LinePlace } from '../diagnostics/line-place.ts';
import type { FilledLine } from './line-map.ts';
import type { AnyView, Template } from './template.ts';

/** Filled text, and the line of the template or partial that one of its lines came from (lines from 1). */
export type Filled = Outcome<string> & { readonly placeOf: (line: number) => LinePlace | undefined };

/** Runs of empty lines made one, none at either end. */
const trimLines = (lines: readonly FilledLine[]): readonly FilledLine[] => {
  const kept = lines.filter((line, index) => line.text !== '' || (lines[index - 1]?.text ?? '') !== '');
  return kept.at(-1)?.text === '' ? kept.slice(0, -1) : kept;
};

export const fillTemplate = (template: Template, view: AnyView): Filled => {
  const { title, body, diagnostics } = template.render(view);
  const head = template.head.map((line, index) =>
    index === template.titleLine ? `title: ${JSON.stringify(title.trim())}` : line,
  );
  const lines: readonly FilledLine[] = [
    ...['---', ...head, '---', ''].map((text, index) => ({
      text,
      place: { file: template.file, line: index + 1, text: template.head[index - 1] ?? text },
    })),
    ...trimLines(body),
  ];
  const placeOf = (line: number): LinePlace | undefined => lines[line - 1]?.place;
  if (diagnostics.length > 0) return { diagnostics, placeOf };
  return { value: `${lines.map(({ text }) => text).join('\n')}\n`, diagnostics, placeOf };
};
