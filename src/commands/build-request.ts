// What the options of `jianbao build` ask for, or what is wrong with them.
import type { Format } from '../batch/task.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { OptionValues } from '../parse-arguments.ts';
import type { Project } from '../project.ts';
import type { Terminal } from '../terminal.ts';

const listOption = (value: OptionValues[string]): readonly string[] | undefined =>
  typeof value === 'string'
    ? value
        .split(/[,，]/)
        .map((item) => item.trim())
        .filter((item) => item !== '')
    : undefined;

const isFormat = (value: string): value is Format => value === 'pdf' || value === 'docx';

export type BuildTargets = { readonly templates: readonly string[]; readonly formats: readonly Format[] };

/** Templates that every build makes; others are made when asked for by name. */
const everyday: readonly string[] = ['brief', 'factsheet', 'handout'];

/** What of the options is wrong usage, or the templates and formats to make. */
export const readTargets = (options: OptionValues, project: Project, terminal: Terminal): BuildTargets | string => {
  const zh = terminal.locale === 'zh';
  const known = project.templates.map(({ name }) => name);
  const own = project.templates.filter(({ label }) => !label.startsWith('jianbao:')).map(({ name }) => name);
  const usual = project.root === project.packageFolder ? everyday : [...new Set([...everyday, ...own])];
  const templates = listOption(options['template']) ?? usual.filter((name) => known.includes(name));
  for (const name of templates) {
    if (known.includes(name)) continue;
    const hint = didYouMean(name, known)?.[terminal.locale] ?? '';
    return zh ? `没有模板“${name}”。${hint}` : `there is no template “${name}”; ${hint}`;
  }
  const formats = listOption(options['format']) ?? ['pdf', 'docx'];
  const wrong = formats.find((format) => !isFormat(format));
  if (wrong !== undefined) {
    return zh ? `没有格式“${wrong}”，可选 pdf、docx` : `there is no format “${wrong}”; choose pdf or docx`;
  }
  return { templates: [...new Set(templates)], formats: [...new Set(formats.filter(isFormat))] };
};

/** Milliseconds that one report may take: two minutes unless told, 0 for no limit. */
export const readTimeout = (value: OptionValues[string]): number => Math.max(0, Number(value ?? 120)) * 1000;

/** `2/5` as shard 2 of 5; the whole when nothing is asked; undefined when it is written wrongly. */
export const readShard = (
  value: OptionValues[string],
): { readonly index: number; readonly count: number } | undefined => {
  if (value === undefined) return { index: 1, count: 1 };
  const match = /^(\d{1,5})\/(\d{1,5})$/.exec(String(value));
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  return match && index >= 1 && index <= count ? { index, count } : undefined;
};
