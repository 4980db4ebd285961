// What the gallery's files are called. The page and the folder beside it bear the pair of names that browsers give to a
// saved page, so that people (and the Windows Explorer, which moves such a pair together) see that they belong together.
import { sha256 } from '../host.ts';

/** The page, in the output folder. */
export const pageFile = 'index.html';

/** Pictures of first pages, in the output folder. */
export const picturesFolder = 'index_files';

/** What each report says of itself, one file a report, in the output folder: not part of the page, hence hidden. */
export const cardsFolder = '.gallery';

/** Goes into the names of pictures: another value draws all anew. Change it with the size or the drawing. */
const drawing = 'height 424, 4 bits a channel';

/** Name of the picture of a PDF's first page, without what drawing it adds: made from the hash of the PDF. */
export const pictureKey = (pdf: string): string => sha256(`${drawing}\n${pdf}`).slice(0, 16);

/** `3fa9c1d2e4b5a697-300.png`: the width in the name, so that the page knows it without opening the file. */
export const pictureFile = (key: string, width: number): string => `${key}-${width}.png`;

const pattern = /^([0-9a-f]{16})-([1-9]\d{0,3})\.png$/;

/** Key and width of a picture of ours by its name; undefined for any other file, which is not ours to remove. */
export const readPictureFile = (name: string): { readonly key: string; readonly width: number } | undefined => {
  const [, key, width] = pattern.exec(name) ?? [];
  return key === undefined ? undefined : { key, width: Number(width) };
};
