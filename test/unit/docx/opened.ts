// Renders the sample documents and opens what came out: the parts of a .docx as text.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import { renderDocx, type DocxContext } from '../../../src/docx/render-docx.ts';
import { loadTheme } from '../../../src/theme/load-theme.ts';
import type { Document } from '../../../src/tree/tree.ts';
import { stubFonts } from './stub-fonts.ts';

const themeFile = new URL('../../../templates/theme.yaml', import.meta.url);
const themeText = readFileSync(themeFile, 'utf8');
const loaded = loadTheme('templates/theme.yaml', themeText, themeText);
if (loaded.value === undefined) throw new Error(JSON.stringify(loaded.diagnostics, null, 2));
export const theme = loaded.value;

const pageNumbers: ReadonlyMap<string, number> = new Map([
  ['review', 1],
  ['growth', 2],
  ['plan', 14],
]);

export const context: DocxContext = { theme, fonts: stubFonts, pageNumbers };

export type Opened = { readonly bytes: Uint8Array; readonly parts: ReadonlyMap<string, Uint8Array> };

export const open = (bytes: Uint8Array): Opened => ({ bytes, parts: new Map(Object.entries(unzipSync(bytes))) });

/** The document as DOCX, opened; the test fails when it is refused. */
export const render = async (document: Document, options: Partial<DocxContext> = {}): Promise<Opened> => {
  const outcome = await renderDocx(document, { ...context, ...options });
  expect(outcome.diagnostics).toEqual([]);
  return open(outcome.value?.bytes ?? new Uint8Array());
};

/** The text of a part; empty when there is none. */
export const part = ({ parts }: Opened, path: string): string => strFromU8(parts.get(path) ?? new Uint8Array());

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text of the runs of a WordprocessingML part, in order. */
export const runText = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text)
    .join('')
    .replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');

/** The style with this id, whole. */
export const styleOf = (opened: Opened, id: string): string =>
  part(opened, 'word/styles.xml').match(new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's'))?.[0] ?? '';
