// Takes a template's text, gives the partials it may use: those of templates/partials, and templates that it names.
// {{> factsheet}} prints the body of factsheet.hbs, so that one sheet can be set on several sizes of paper.
import type { PartialSource } from './template.ts';

const calls = /\{\{~?#?>\s*([\p{L}\p{N}_-]+)/gu;

const namesIn = (text: string): readonly string[] => [...text.matchAll(calls)].map(([, name = '']) => name);

/** A template without its front matter, whose lines stay empty so that places are those of the file. */
const bodyOf = (text: string): string =>
  text.replace(/^\uFEFF?---[^]*?\n---[^\n]*/u, (head) => head.replaceAll(/[^\n]/gu, ''));

/** `partials`, with the bodies of the templates that `text` calls by name, directly or through others. */
export const withBodies = (
  text: string,
  partials: ReadonlyMap<string, PartialSource>,
  templates: ReadonlyMap<string, PartialSource>,
): ReadonlyMap<string, PartialSource> => {
  const all = new Map(partials);
  const look = (source: string): void => {
    for (const name of namesIn(source)) {
      const template = templates.get(name);
      if (all.has(name) || template === undefined) continue;
      const body = bodyOf(template.text);
      all.set(name, { file: template.file, text: body });
      look(body);
    }
  };
  look(text);
  for (const partial of partials.values()) look(partial.text);
  return all;
};
