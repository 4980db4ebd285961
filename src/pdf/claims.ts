// Whether a document may say that it keeps to PDF/UA-1 and PDF/A-2a: it claims both or neither.
// What holds for every document of ours (tags, fonts, colours, metadata) is seen to by the writer and checked by veraPDF
// in .ci/run; here is what depends on the document.
import type { Document } from '../tree/tree.ts';
import { codePointsOf, walkBlocks } from '../tree/walk.ts';

const isPrivateUse = (codePoint: number): boolean =>
  (codePoint >= 0xe000 && codePoint <= 0xf8ff) || codePoint >= 0xf0000;

/** Title and language (ISO 14289-1, 7.1 and 7.2), alternative texts (7.3), meaning of each character (ISO 19005-2, 6.2.11.7). */
export const mayClaim = (document: Document): boolean => {
  const { title, language } = document.meta;
  let isDescribed = true;
  walkBlocks(document, (block) => {
    if (block.kind === 'chart' && block.description.trim() === '') isDescribed = false;
  });
  return title.trim() !== '' && language !== '' && isDescribed && ![...codePointsOf(document)].some(isPrivateUse);
};
