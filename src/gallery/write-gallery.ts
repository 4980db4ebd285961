// Writes the page of an output folder and the pictures that it shows, from what the folder holds. Runs after the
// manifest is written, under its lock. Makes only what is not there: a run with nothing to do writes nothing.
// The pictures are ours: those whose document is gone are removed.
import path from 'node:path';
import { fewAtOnce, filesAtOnce } from '../batch/few-at-once.ts';
import type { Manifest } from '../batch/manifest.ts';
import { notWritable } from '../batch/messages.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { cardFile, readCard, type Card } from './card.ts';
import { collectPage } from './collect.ts';
import { pageFile, pictureFile, pictureKey, picturesFolder, readPictureFile } from './file-names.ts';
import { notDrawn, notOurs } from './messages.ts';
import { renderPage, type PageSources } from './render-page.ts';

const pageSources = async (host: Host): Promise<PageSources> => {
  const read = async (name: string): Promise<string> =>
    new TextDecoder().decode(await host.read(path.join(import.meta.dirname, 'page', name)));
  const [page, report, label, style, script] = await Promise.all(
    ['page.hbs', 'report.hbs', 'label.hbs', 'page.css', 'page.js'].map(read),
  );
  return { page: page ?? '', report: report ?? '', label: label ?? '', style: style ?? '', script: script ?? '' };
};

type Pictures = {
  /** Width by key, of those that there are and that a document of the manifest is shown by. */
  readonly widths: Map<string, number>;
  /** PDFs that have no picture, by key. */
  readonly missing: ReadonlyMap<string, string>;
  /** Files of pictures that no document is shown by. */
  readonly stale: readonly string[];
};

const lookAtPictures = async (out: string, manifest: Manifest, host: Host): Promise<Pictures> => {
  const wanted = new Map(
    manifest.documents
      .filter(({ format, sha256 }) => format === 'pdf' && sha256 !== '')
      .map(({ sha256, file }) => [pictureKey(sha256), file]),
  );
  const widths = new Map<string, number>();
  const stale: string[] = [];
  // Where it cannot be read no picture can be written either, and that is told.
  const inside = await host.list(path.join(out, picturesFolder)).catch(() => []);
  for (const { name, folder } of inside) {
    const picture = folder ? undefined : readPictureFile(name);
    if (picture === undefined) continue;
    if (wanted.has(picture.key)) widths.set(picture.key, picture.width);
    else stale.push(name);
  }
  return { widths, stale, missing: new Map([...wanted].filter(([key]) => !widths.has(key))) };
};

const readCards = async (out: string, manifest: Manifest, host: Host): Promise<ReadonlyMap<string, Card>> => {
  const cards = await fewAtOnce(manifest.reports, filesAtOnce, ({ id }) =>
    readCard(path.join(out, cardFile(id)), host),
  );
  return new Map(
    manifest.reports.flatMap(({ id }, index) => {
      const card = cards[index];
      return card ? [[id, card] as const] : [];
    }),
  );
};

const makePage = async (
  out: string,
  manifest: Manifest,
  widths: ReadonlyMap<string, number>,
  host: Host,
): Promise<Uint8Array> => {
  const content = collectPage(manifest, await readCards(out, manifest, host), widths);
  return new TextEncoder().encode(renderPage(content, await pageSources(host)));
};

/** What a page of ours has in its head, whoever altered it since. */
const mark = '<meta name="generator" content="jianbao">';

/** The page that is there; someone else's `index.html` is not ours to replace. */
const pageThere = async (
  file: string,
  host: Host,
): Promise<{ readonly bytes?: Uint8Array; readonly foreign: boolean }> => {
  const bytes = await host.read(file).catch(() => undefined);
  return bytes === undefined
    ? { foreign: false }
    : { bytes, foreign: !new TextDecoder().decode(bytes.subarray(0, 2000)).includes(mark) };
};

const isSame = (a: Uint8Array | undefined, b: Uint8Array): boolean => a !== undefined && Buffer.compare(a, b) === 0;

/** Draws the first page of a PDF and keeps the picture in the output folder. Gives its width. `file` is for messages. */
export const keepPicture = async (
  out: string,
  { file, sha256 }: { readonly file: string; readonly sha256: string },
  pdf: Uint8Array,
  host: Host,
): Promise<Outcome<number>> => {
  const { drawPicture } = await import('./draw-picture.ts');
  const drawn = await drawPicture(pdf).catch((error: unknown) => notDrawn(file, error));
  if ('severity' in drawn) return { diagnostics: [drawn] };
  const picture = path.join(picturesFolder, pictureFile(pictureKey(sha256), drawn.width));
  return host.replace(path.join(out, picture), drawn.png).then(
    () => ({ value: drawn.width, diagnostics: [] }),
    (error: unknown) => ({ diagnostics: [notWritable(picture, error)] }),
  );
};

/** Whether the page and its pictures are as they would be written. Changes nothing. */
export const isGalleryCurrent = async (out: string, manifest: Manifest, host: Host): Promise<boolean> => {
  const { bytes, foreign } = await pageThere(path.join(out, pageFile), host);
  if (foreign) return true; // a build would leave it as it is
  const { widths, missing, stale } = await lookAtPictures(out, manifest, host);
  if (missing.size > 0 || stale.length > 0) return false;
  return isSame(bytes, await makePage(out, manifest, widths, host));
};

/** Writes what is missing or has changed, removes pictures that are no longer shown. */
export const writeGallery = async (out: string, manifest: Manifest, host: Host): Promise<readonly Diagnostic[]> => {
  const diagnostics: Diagnostic[] = [];
  try {
    const { bytes, foreign } = await pageThere(path.join(out, pageFile), host);
    if (foreign) return [notOurs(pageFile)];
    const { widths, missing, stale } = await lookAtPictures(out, manifest, host);
    // As a rule the workers have drawn them; what is missing was removed, or made by a build without a gallery.
    const hashes = new Map(manifest.documents.map(({ file, sha256 }) => [file, sha256]));
    for (const [key, file] of missing) {
      const pdf = await host.read(path.join(out, file)).catch((error: unknown) => notDrawn(file, error));
      if ('severity' in pdf) {
        diagnostics.push(pdf);
        continue;
      }
      const picture = await keepPicture(out, { file, sha256: hashes.get(file) ?? '' }, pdf, host);
      diagnostics.push(...picture.diagnostics);
      if (picture.value !== undefined) widths.set(key, picture.value);
    }
    const page = await makePage(out, manifest, widths, host);
    if (!isSame(bytes, page)) await host.replace(path.join(out, pageFile), page);
    for (const name of stale) await host.remove(path.join(out, picturesFolder, name));
  } catch (error) {
    diagnostics.push(notWritable(pageFile, error));
  }
  return diagnostics;
};
