// What the gallery says is wrong.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** The page shows a blank sheet instead; the document itself is there. */
export const notDrawn = (file: string, error: unknown): Diagnostic => {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    severity: 'warning',
    code: 'gallery/not-drawn',
    file,
    message: { zh: `画不出首页的小图：${reason}`, en: `cannot draw a picture of its first page: ${reason}` },
    hint: { zh: '文件本身不受影响', en: 'the document itself is not affected' },
  };
};

/** The output folder has an `index.html` that someone else made. */
export const notOurs = (file: string): Diagnostic => ({
  severity: 'warning',
  code: 'gallery/not-ours',
  file,
  message: {
    zh: '输出文件夹里已有别处来的同名网页，没有改动它，也没有写浏览页',
    en: 'the output folder has a page of this name from elsewhere; it was left alone, and no page to browse was written',
  },
  hint: { zh: '换一个输出文件夹，或用 --no-gallery', en: 'choose another folder, or use --no-gallery' },
});
