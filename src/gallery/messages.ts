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
