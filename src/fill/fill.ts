// Takes a template that was read and a view, gives the filled text: front matter and Markdown with directives.
// The title is the one line of the front matter that data reaches; it is written as a quoted YAML string.
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { Template } from './template.ts';
import type { View } from './view-shape.ts';

export const fillTemplate = (template: Template, view: View): Outcome<string> => {
  const { title, body, diagnostics } = template.render(view);
  if (diagnostics.length > 0) return { diagnostics };
  const head = template.head.map((line, index) =>
    index === template.titleLine ? `title: ${JSON.stringify(title.trim())}` : line,
  );
  const text = body.replaceAll(/\n{3,}/gu, '\n\n').replaceAll(/^\n+|\n+$/gu, '');
  return { value: `---\n${head.join('\n')}\n---\n\n${text}\n`, diagnostics };
};
