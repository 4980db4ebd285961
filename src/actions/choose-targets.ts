// Which templates and formats a build makes: those asked for by name, else those of every day.
import type { Format } from '../batch/task.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Project } from '../project.ts';

export type Targets = { readonly templates: readonly string[]; readonly formats: readonly Format[] };

/** Templates that every build makes; others are made when asked for by name. */
const everyday: readonly string[] = ['brief', 'factsheet', 'handout'];

const isFormat = (value: string): value is Format => value === 'pdf' || value === 'docx';

/** fill/unknown-template, with the near name. */
export const unknownTemplate = (name: string, known: readonly string[]): Diagnostic => {
  const hint = didYouMean(name, known);
  return {
    severity: 'error',
    code: 'fill/unknown-template',
    message: { zh: `没有模板“${name}”`, en: `there is no template “${name}”` },
    ...(hint && { hint }),
  };
};

const unknownFormat = (name: string): Diagnostic => ({
  severity: 'error',
  code: 'check/wrong-value',
  message: { zh: `没有格式“${name}”`, en: `there is no format “${name}”` },
  hint: { zh: '可选 pdf、docx', en: 'choose pdf or docx' },
});

/** The templates of every day, with a project's own where it has some. */
export const usualTemplates = (project: Project): readonly string[] => {
  const known = new Set(project.templates.map(({ name }) => name));
  const own = project.templates.filter(({ label }) => !label.startsWith('jianbao:')).map(({ name }) => name);
  const usual = project.root === project.packageFolder ? everyday : [...new Set([...everyday, ...own])];
  return usual.filter((name) => known.has(name));
};

/** Without a value when a template or a format that was asked for does not exist. */
export const chooseTargets = (
  wanted: { readonly templates?: readonly string[] | undefined; readonly formats?: readonly string[] | undefined },
  project: Project,
): Outcome<Targets> => {
  const known = project.templates.map(({ name }) => name);
  const templates = wanted.templates ?? usualTemplates(project);
  const formats = wanted.formats ?? ['pdf', 'docx'];
  const diagnostics = [
    ...templates.filter((name) => !known.includes(name)).map((name) => unknownTemplate(name, known)),
    ...formats.filter((name) => !isFormat(name)).map(unknownFormat),
  ];
  return diagnostics.length > 0
    ? { diagnostics }
    : {
        value: { templates: [...new Set(templates)], formats: [...new Set(formats.filter(isFormat))] },
        diagnostics,
      };
};
