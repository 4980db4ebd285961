// Makes the documents of one subject, and writes those that were made: what work on one report and on several share.
import path from 'node:path';
import type { Finding } from '../audit/finding.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Engine } from '../engine.ts';
import type { Card } from '../gallery/card.ts';
import { keepPicture } from '../gallery/write-gallery.ts';
import { sha256, type Host } from '../host.ts';
import { makeDocument } from '../pipeline.ts';
import type { Subject } from '../subject.ts';
import * as messages from './messages.ts';
import type { FindingCount, Format, Task, WrittenDocument } from './task.ts';

export const countFindings = (findings: readonly Finding[]): FindingCount => {
  const count = (level: string): number => findings.filter((one) => one.level === level && !one.accepted).length;
  return {
    conflict: count('conflict'),
    unusual: count('unusual'),
    note: count('note'),
    accepted: findings.filter((one) => one.accepted).length,
  };
};

/** What the gallery shows of the project: names of templates, masthead, colours. */
export const shownOf = ({ templates, theme }: Engine): Pick<Card, 'kinds' | 'look'> => ({
  kinds: Object.fromEntries([...templates.values()].map(({ name, frontMatter }) => [name, frontMatter.name])),
  look: { masthead: theme.briefing.masthead ?? '', red: theme.colors.red, slate: theme.colors.slate },
});

export type MadeDocument = {
  /** Path in the output folder. */
  readonly file: string;
  readonly template: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Milliseconds spent on it. For show only. */
  readonly spent: number;
};

/** Makes the documents of one subject, template by template; one that cannot be made does not stop the others. */
export const makeAll = async (
  id: string,
  subject: Subject,
  wanted: Task['documents'],
  engine: Engine,
  host: Host,
): Promise<{ readonly documents: readonly MadeDocument[]; readonly diagnostics: readonly Diagnostic[] }> => {
  const documents: MadeDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of new Set(wanted.map(({ template }) => template))) {
    const template = engine.templates.get(name);
    if (template === undefined || template.frontMatter.over !== subject.over) continue;
    const formats = wanted.filter((document) => document.template === name).map(({ format }) => format);
    const start = host.elapsed();
    const result = await makeDocument(subject, template, formats, engine);
    const spent = (host.elapsed() - start) / formats.length;
    diagnostics.push(...result.diagnostics);
    for (const file of result.value?.files ?? []) {
      documents.push({ file: `${id}/${name}.${file.format}`, template: name, spent, ...file });
    }
  }
  return { documents, diagnostics };
};

/** Writes documents, each whole or not at all; one that cannot be written does not stop the others. */
export const writeAll = async (
  made: readonly MadeDocument[],
  { out, gallery }: Task,
  host: Host,
): Promise<{ readonly written: readonly WrittenDocument[]; readonly diagnostics: readonly Diagnostic[] }> => {
  const written: WrittenDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { file, template, format, bytes, pages, spent } of made) {
    const hash = sha256(bytes);
    try {
      await host.replace(path.join(out, file), bytes);
      written.push({ template, format, sha256: hash, bytes: bytes.length, pages, spent });
    } catch (error) {
      diagnostics.push(messages.notWritable(file, error));
      continue;
    }
    if (!gallery || format !== 'pdf') continue;
    // Drawn here, where the bytes are at hand and the other lanes go on; the page itself is written after the manifest.
    const picture = await keepPicture(out, { file, sha256: hash }, bytes, host);
    diagnostics.push(...picture.diagnostics);
  }
  return { written, diagnostics };
};
