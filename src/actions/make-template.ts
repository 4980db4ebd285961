// Writes a new template to change: a small commented one, or a copy of one that there is.
import path from 'node:path';
import { notWritable } from '../batch/messages.ts';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import type { Project } from '../project.ts';
import type { Locale } from '../diagnostics/print.ts';
import { unknownTemplate } from './choose-targets.ts';
import { withComment } from './starter-files.ts';

/** Letters (Chinese too), digits, `-` and `_`: the name becomes a file name. */
export const isTemplateName = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,60}$/u.test(name);

const copied = {
  zh: (like: string) => `由 ${like} 复制而来，可以任意改。写法见软件的 docs/templates.zh-CN.md。`,
  en: (like: string) => `Copied from ${like}; change it as you like. How: docs/templates.md.`,
} as const;

/** The front matter's `name`, which `jianbao list` shows, becomes the new template's; and 新文件 in its title. */
const renamed = (template: string, name: string): string =>
  template
    .replace(/^name:.*$/mu, `name: { zh: ${name}, en: ${name} }`)
    .replace(
      /^(title: .*)新文件/mu,
      (_, before: string) => `${before}${/\p{Script=Han}/u.test(name) ? name : '新文件'}`,
    );

/**
 * Writes `templates/<name>.hbs` and gives its path. `like` names the template to copy; without it the small commented
 * one is written. Errors: fill/unknown-template for `like`; write/not-writable. Undefined without diagnostics when the
 * file is there already.
 */
export const makeTemplate = async (
  name: string,
  like: string | undefined,
  locale: Locale,
  project: Project,
  host: Host,
): Promise<Outcome<string>> => {
  const label = `templates/${name}.hbs`;
  const source = project.templates.find((template) => template.name === like);
  if (like !== undefined && source === undefined) {
    const known = project.templates.map((template) => template.name);
    return { diagnostics: [unknownTemplate(like, known)] };
  }
  const starter = path.join(project.packageFolder, 'starter', locale, 'template.hbs');
  const text =
    source === undefined
      ? renamed(new TextDecoder().decode(await host.read(starter)), name)
      : withComment(name === like ? source.text : renamed(source.text, name), copied[locale](source.name));
  try {
    const fresh = await host.createNew(
      path.join(project.root, 'templates', `${name}.hbs`),
      new TextEncoder().encode(text),
    );
    return fresh ? { value: label, diagnostics: [] } : { diagnostics: [] };
  } catch (error) {
    return { diagnostics: [notWritable(label, error)] };
  }
};
