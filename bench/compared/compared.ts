// What is set by all that are compared: the same paragraphs, page, type size, pitch, measure and font bytes.
// Takes a folder of plain texts; gives texts, and the setting each maker keeps to.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { realHost } from '../../src/host.ts';
import { createEngine, type Engine } from '../../src/engine.ts';
import type { Face, FontSet } from '../../src/fonts/font-set.ts';
import { readProject } from '../../src/project.ts';

export type ComparedText = {
  /** File name without its ending. */
  readonly name: string;
  /** Each is set as a paragraph of body text, the first as well. */
  readonly paragraphs: readonly string[];
};

/** Makes a PDF of a text; what may be kept from one document to the next has been loaded before. */
export type Maker = {
  readonly name: 'jianbao' | 'pdfmake' | 'typst';
  readonly version: string;
  readonly make: (text: ComparedText) => Promise<Uint8Array>;
};

const points = (mm: number): number => (mm * 72) / 25.4;

/** GB/T 9704—2012: 156 × 225 mm, 22 lines of 28 characters of 16 pt, first line two characters in. */
export const page = {
  left: points(28),
  right: points(26),
  top: points(37),
  bottom: points(35),
  size: 16,
  leading: 28.95,
  /** Added to each character so that 28 of them fill the line. */
  tracking: points(156) / 28 - 16,
  indent: points(156) / 14,
} as const;

/** Quotes typed straight become those of Chinese text, so that no maker need guess them. */
const curled = (paragraph: string): string => {
  let open = false;
  return paragraph.replaceAll('"', () => {
    open = !open;
    return open ? '“' : '”';
  });
};

/** The `.txt` files of a folder, at most `limit`, spread evenly over the names; a line is a paragraph. */
export const readTexts = (folder: string, limit = Infinity): readonly ComparedText[] => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  const step = Math.max(1, names.length / limit);
  const chosen = names.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  return chosen.map((name) => ({
    name: name.slice(0, -'.txt'.length),
    paragraphs: readFileSync(path.join(folder, name), 'utf8')
      .split(/\r?\n/)
      .map((line) => curled(line.replaceAll(/[\s\u3000]+/gu, ' ').trim()))
      .filter((line) => line !== ''),
  }));
};

export type Setup = { readonly engine: Engine; readonly fonts: FontSet; readonly face: Face };

/** This project's engine, and the one face that all makers set the texts in: with every character of them. */
export const setUp = async (root: string, texts: readonly ComparedText[]): Promise<Setup> => {
  const host = realHost();
  const { project } = await readProject(root, root, host);
  const { value: engine, diagnostics } = await createEngine(project, host);
  if (engine === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  const codePoints = new Set<number>();
  for (const { paragraphs } of texts) {
    for (const paragraph of paragraphs)
      for (const character of paragraph) codePoints.add(character.codePointAt(0) ?? 0);
  }
  const fonts = await engine.fonts.forDocument(codePoints);
  return { engine, fonts, face: fonts.resolve('fangsong', false) };
};
