// The files of a working folder that `jianbao init` makes: what each is called and what stands in it, in the person's
// language. Texts to be read lie in the package's starter/; templates and schemas are the package's own.
import path from 'node:path';
import type { Host } from '../host.ts';
import { indicatorsJsonSchema, reportJsonSchema, schemaText } from '../report/json-schema.ts';
import type { Locale } from '../diagnostics/print.ts';
import type { PackageFile } from './find-package-file.ts';

export type StarterFile = {
  /** Path in the working folder, with `/`. */
  readonly to: string;
  readonly content: string | Uint8Array;
};

export const ciSystems = ['github', 'gitlab', 'none'] as const;
export type CiSystem = (typeof ciSystems)[number];

export type StarterWishes = {
  readonly locale: Locale;
  /** Whether the commented example is wanted; not when a report of one's own is at hand. */
  readonly example: boolean;
  readonly ci: CiSystem;
  /** The package's version, that CI installs. */
  readonly version: string;
  /** The file that the program was installed from, when it was one: it goes along. */
  readonly packageFile?: PackageFile | undefined;
};

/** Templates that people change first; the others come with the package until `jianbao new template` copies them. */
const templates = ['brief', 'factsheet', 'handout'];

const yours = {
  zh: '这份模板归你改；删去本文件，就恢复软件自带的。写法见软件的 docs/templates.zh-CN.md。',
  en: "This template is yours to change; delete the file to have the program's own back. How: docs/templates.md.",
} as const;

/** A template with a comment for its new owner under the front matter, in place of an earlier one. */
export const withComment = (template: string, comment: string): string =>
  Object.values(yours)
    .reduce((text, former) => text.replace(`{{!-- ${former} --}}\n`, ''), template)
    .replace(/^(---\n[^]*?\n---\n)/, (head) => `${head}{{!-- ${comment} --}}\n`);

/** What CI installs with `npm ci`, and the short commands. */
const packageJson = (from: string): string =>
  `${JSON.stringify(
    {
      private: true,
      scripts: { build: 'jianbao build', check: 'jianbao build --check', audit: 'jianbao audit' },
      dependencies: { jianbao: from },
    },
    undefined,
    2,
  )}\n`;

const ciFiles: Readonly<Record<CiSystem, readonly (readonly [from: string, to: string])[]>> = {
  github: [['ci/github.yml', '.github/workflows/jianbao.yml']],
  gitlab: [['ci/gitlab.yml', '.gitlab-ci.yml']],
  none: [],
};

/** All files of a new working folder, in the order that they are told. */
export const starterFiles = async (
  { locale, example, ci, version, packageFile }: StarterWishes,
  packageFolder: string,
  host: Host,
): Promise<readonly StarterFile[]> => {
  const read = async (...parts: string[]): Promise<string> =>
    new TextDecoder().decode(await host.read(path.join(packageFolder, ...parts)));
  const own = (name: string): Promise<string> => read('starter', locale, name);
  const files: StarterFile[] = [
    { to: 'README.md', content: await own('readme.md') },
    ...(example ? [{ to: 'data/example.yaml', content: await own('example.yaml') }] : []),
    { to: 'data/report.schema.json', content: schemaText(reportJsonSchema()) },
    { to: 'data/indicators.schema.json', content: schemaText(indicatorsJsonSchema()) },
    { to: 'data/indicators.yaml', content: await own('indicators.yaml') },
    { to: 'templates/theme.yaml', content: await own('theme.yaml') },
    ...(await Promise.all(
      templates.map(async (name) => ({
        to: `templates/${name}.hbs`,
        content: withComment(await read('templates', `${name}.hbs`), yours[locale]),
      })),
    )),
    { to: 'fonts/README.md', content: await own('fonts.md') },
    { to: 'package.json', content: packageJson(packageFile ? `file:${packageFile.name}` : `^${version}`) },
    ...(packageFile ? [{ to: packageFile.name, content: packageFile.bytes }] : []),
    { to: '.gitignore', content: await read('starter', 'gitignore') },
  ];
  for (const [from, to] of ciFiles[ci]) {
    if (await host.exists(path.join(packageFolder, 'starter', from))) {
      files.push({ to, content: await read('starter', from) });
    }
  }
  return files;
};
