// Takes what is to be built and the project's files, gives the request of a batch: the data files found, the documents
// wanted with their recipes, and a name for this state of the project. Nothing is written.
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { readFonts, readIndicators, readTemplates } from '../engine.ts';
import type { Template } from '../fill/template.ts';
import { sha256, type Host } from '../host.ts';
import type { Project } from '../project.ts';
import type { BatchRequest } from './outlook.ts';
import { inShard } from './plan.ts';
import { engineHash, recipeOf } from './recipe.ts';
import { scanInputs } from './scan.ts';
import { noSelections, selectionGroups } from './selections.ts';
import type { Format } from './task.ts';

/** What a person asks to be built. */
export type BatchOrder = {
  /** Data files and folders of them, from the project's root. */
  readonly places: readonly string[];
  readonly templates: readonly string[];
  readonly formats: readonly Format[];
  /** Output folder, absolute. */
  readonly out: string;
  /** Whether conflicts that the audit finds are errors. */
  readonly strict: boolean;
  /** Write the page to browse the documents, `index.html`. */
  readonly gallery: boolean;
  /** Only shard `index` of `count`, from 1. */
  readonly shard: { readonly index: number; readonly count: number };
  readonly jobs?: number;
};

export type PreparedBatch = {
  /** Absent when nothing can be built: the fonts cannot be used. */
  readonly request?: BatchRequest;
  /** Tells one state of templates, theme, fonts and engine from another. */
  readonly setup: string;
  /** Tells one state of the fonts from another; empty when they cannot be used. */
  readonly fonts: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Texts of data files that the diagnostics point into, by label. */
  readonly sources: ReadonlyMap<string, string>;
};

/** Texts of the project's own files, by label: what diagnostics of templates and theme point into. */
export const projectTexts = (project: Project): ReadonlyMap<string, string> =>
  new Map(
    [...project.templates, ...project.partials, project.theme, project.fontsConfig, ...project.indicators].map(
      ({ label, text }) => [label, text],
    ),
  );

/** `engine` is the hash of our own code where it is known already. */
export const prepareBatch = async (
  order: BatchOrder,
  project: Project,
  host: Host,
  engine?: string,
): Promise<PreparedBatch> => {
  const fonts = await readFonts(project, host);
  if (fonts.value === undefined || hasErrors(fonts.diagnostics)) {
    return { setup: '', fonts: '', diagnostics: fonts.diagnostics, sources: new Map() };
  }
  const templates = readTemplates(project);
  const made: ReadonlyMap<string, Template> = templates.value ?? new Map();
  const { fingerprint } = fonts.value;
  const parts = { engine: engine ?? (await engineHash(project, host)), fonts: fingerprint, options: '' };
  const wanted = order.templates.flatMap((template) =>
    order.formats
      .filter((format) => made.get(template)?.frontMatter.formats.includes(format))
      .map((format) => ({
        template,
        format,
        recipe: recipeOf(project, template, format, parts),
        over: made.get(template)?.frontMatter.over ?? 'report',
      })),
  );
  const scan = await scanInputs(order.places, project.root, host);
  const selections = wanted.some(({ over }) => over === 'selection')
    ? await selectionGroups(
        order.places,
        scan.inputs,
        (readIndicators(project).value ?? []).map(({ id }) => id),
        project.root,
        host,
      )
    : noSelections;
  const known = new Set(project.templates.map(({ name }) => name));
  return {
    request: {
      root: project.root,
      out: order.out,
      inputs: scan.inputs,
      selections,
      wanted,
      offered: (template, format) =>
        known.has(template) && (made.get(template)?.frontMatter.formats.includes(format) ?? true),
      strict: order.strict,
      gallery: order.gallery,
      mine: (report) => inShard(report, order.shard.index, order.shard.count),
      ...(order.jobs !== undefined && { jobs: Math.max(1, Math.floor(order.jobs)) }),
    },
    setup: sha256([parts.engine, parts.fonts, ...wanted.map(({ recipe }) => recipe)].join('\n')),
    fonts: fingerprint,
    diagnostics: [...fonts.diagnostics, ...templates.diagnostics, ...scan.diagnostics, ...selections.diagnostics],
    sources: new Map([...scan.sources, ...selections.sources]),
  };
};
