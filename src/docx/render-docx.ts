// The DOCX writer: a document tree to the bytes of a .docx that Word opens without asking, with named styles, native
// charts and embedded faces. Draws the tree (blocks.ts), then packs and seals it (bytes.ts).
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { FontSet } from '../fonts/font-set.ts';
import type { Theme } from '../theme/theme.ts';
import type { Document } from '../tree/tree.ts';
import { drawBlocks } from './blocks.ts';
import { toBytes } from './bytes.ts';
import { startDrawing, type LaidOut } from './drawing.ts';
import type { Embedding } from './embed.ts';
import { spacer, thinnest } from './layout-table.ts';
import { geometryOf, pageNumberText } from './page.ts';
import { nothing } from './spacing.ts';

export type DocxContext = Partial<LaidOut> & {
  readonly theme: Theme;
  readonly fonts: FontSet;
  /** What is embedded of each face; the characters of the document by default. */
  readonly embed?: Embedding;
};

/** Writes a document as DOCX. `docx/invalid` when the theme has no such page or docx refuses what it was given. */
export const renderDocx = async (
  document: Document,
  context: DocxContext,
): Promise<Outcome<{ readonly bytes: Uint8Array }>> => {
  const page = context.theme.pages[document.page.name];
  if (page === undefined) {
    return failed(`版式中没有页面“${document.page.name}”`, `the theme has no page "${document.page.name}"`);
  }
  const geometry = geometryOf(document.page, page);
  const { theme, fonts } = context;
  const drawing = startDrawing(theme, page, fonts, geometry, document.leading, context);
  try {
    const place = { room: geometry.textWidth, keep: false, opensPage: false, space: nothing };
    const blocks = drawBlocks(document.blocks, place, drawing);
    const number = page.styles['page-number'];
    if (document.page.numbered) drawing.faceRuns(pageNumberText, number.role, number.bold);
    const bytes = await toBytes({
      document,
      drawing,
      // A section must end with a paragraph, and a table at the foot needs one to hang on.
      blocks: [...blocks, spacer({ height: thinnest })],
      embed: context.embed ?? 'subset',
    });
    return { value: { bytes }, diagnostics: [] };
  } catch (error) {
    // docx checks what it is given and throws, for instance on a chart value that is no number.
    const reason = error instanceof Error ? error.message : String(error);
    return failed(`无法生成 DOCX：${reason}`, `the DOCX cannot be written: ${reason}`);
  }
};

const failed = (zh: string, en: string): Outcome<{ readonly bytes: Uint8Array }> => ({
  diagnostics: [{ severity: 'error', code: 'docx/invalid', message: { zh, en } }],
});
