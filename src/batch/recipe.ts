// The hash of all that shapes a document besides its data: template and partials, theme, indicator table, fonts, engine.
// A document whose data hash and recipe are those of its manifest entry is current.
import path from 'node:path';
import { sourcesByName } from '../engine.ts';
import { withBodies } from '../fill/bodies.ts';
import { sha256, type Host } from '../host.ts';
import type { Project } from '../project.ts';
import { packageVersion } from '../version.ts';

/** Hash of our own code and the versions of what it runs on, so that a new release builds everything anew. */
export const engineHash = async (project: Project, host: Host): Promise<string> => {
  const own = path.join(project.packageFolder, 'dist');
  const parts: string[] = [packageVersion()];
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await host.list(folder)) {
      const full = path.join(folder, entry.name);
      if (entry.folder) await walk(full);
      else if (entry.name.endsWith('.js')) parts.push(`${entry.name} ${(await host.digest(full)).sha256}`);
    }
  };
  await walk(own);
  return sha256(parts.join('\n'));
};

export type RecipeParts = { readonly engine: string; readonly fonts: string; readonly options: string };

/** Recipe of one template in one format. All partials count, used or not, and templates that it prints the body of. */
export const recipeOf = (project: Project, template: string, format: string, parts: RecipeParts): string => {
  const source = project.templates.find((candidate) => candidate.name === template);
  return sha256(
    [
      source?.text ?? '',
      ...[...withBodies(source?.text ?? '', sourcesByName(project.partials), sourcesByName(project.templates))].map(
        ([name, { text }]) => `${name}\n${text}`,
      ),
      project.theme.text,
      ...project.indicators.map((table) => table.text),
      project.fontsConfig.text,
      parts.fonts,
      parts.engine,
      parts.options,
      format,
    ]
      .map(sha256)
      .join('\n'),
  );
};
