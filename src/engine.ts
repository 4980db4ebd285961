// All that documents are made with, read and checked once: templates, theme, indicators, fonts.
// A worker makes one engine and uses it for every report it is given.
import { hasErrors, type Diagnostic, type Outcome } from './diagnostics/diagnostic.ts';
import { withBodies } from './fill/bodies.ts';
import { readTemplate, type PartialSource, type Template } from './fill/template.ts';
import { readFontConfig } from './fonts/font-config.ts';
import { loadFonts, type FontLibrary } from './fonts/load-fonts.ts';
import type { Host } from './host.ts';
import { labelOf, type Project, type SourceFile } from './project.ts';
import { loadIndicators } from './report/load.ts';
import type { Indicator } from './report/schema.ts';
import { loadTheme } from './theme/load-theme.ts';
import type { Theme } from './theme/theme.ts';
import path from 'node:path';

export type Engine = {
  readonly templates: ReadonlyMap<string, Template>;
  readonly theme: Theme;
  readonly indicators: readonly Indicator[];
  readonly fonts: FontLibrary;
};

/** Files by the name that templates call them by. */
export const sourcesByName = (files: readonly SourceFile[]): ReadonlyMap<string, PartialSource> =>
  new Map(files.map(({ name, label, text }) => [name, { file: label, text }]));

/** Checks all templates of a project; one with a fault is left out, and its faults are told. */
export const readTemplates = (project: Project): Outcome<ReadonlyMap<string, Template>> => {
  const [partials, bodies] = [sourcesByName(project.partials), sourcesByName(project.templates)];
  const templates = new Map<string, Template>();
  const diagnostics: Diagnostic[] = [];
  for (const { name, text, label } of project.templates) {
    const read = readTemplate(name, text, label, withBodies(text, partials, bodies));
    diagnostics.push(...read.diagnostics);
    if (read.value) templates.set(name, read.value);
  }
  return { value: templates, diagnostics };
};

/** The project's indicators over the package's: an entry of the same id takes its place. */
export const readIndicators = (project: Project): Outcome<readonly Indicator[]> => {
  const byId = new Map<string, Indicator>();
  const diagnostics: Diagnostic[] = [];
  for (const { label, text } of project.indicators) {
    const table = loadIndicators(label, text);
    diagnostics.push(...table.diagnostics);
    for (const indicator of table.value?.indicators ?? []) byId.set(indicator.id, indicator);
  }
  return { value: [...byId.values()], diagnostics };
};

/** Fonts of a project, from the cache where they have been cut before. */
export const readFonts = async (project: Project, host: Host): Promise<Outcome<FontLibrary>> => {
  const config = readFontConfig(project.fontsConfig.label, project.fontsConfig.text);
  if (!config.value) return { diagnostics: config.diagnostics };
  const folders = [...new Set([project.fontsFolder, path.join(project.packageFolder, 'fonts')])];
  return loadFonts(config.value, host, {
    cacheDir: project.cacheFolder,
    folders,
    labelOf: (file) => labelOf(file, project.root, project.packageFolder),
  });
};

/** Reads everything; without a value when the theme or the fonts cannot be used. */
export const createEngine = async (project: Project, host: Host): Promise<Outcome<Engine>> => {
  const packageTheme =
    project.root === project.packageFolder
      ? project.theme.text
      : new TextDecoder().decode(await host.read(path.join(project.packageFolder, 'templates', 'theme.yaml')));
  const templates = readTemplates(project);
  const theme = loadTheme(project.theme.label, project.theme.text, packageTheme);
  const indicators = readIndicators(project);
  const fonts = await readFonts(project, host);
  const diagnostics = [...templates.diagnostics, ...theme.diagnostics, ...indicators.diagnostics, ...fonts.diagnostics];
  if (!templates.value || !theme.value || !indicators.value || !fonts.value || hasErrors(fonts.diagnostics)) {
    return { diagnostics };
  }
  return {
    value: {
      templates: templates.value,
      theme: theme.value,
      indicators: indicators.value,
      fonts: fonts.value,
    },
    diagnostics,
  };
};
