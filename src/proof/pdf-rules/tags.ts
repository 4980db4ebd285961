// Tags of a PDF and what goes with them: title, language, alternative texts, heading levels, table heads, bookmarks.
// Required of files that claim PDF/UA and of ours; of others only noticed.
import type { Ledger } from '../finding.ts';
import type { OpenedPdf } from '../pdf-reading/open.ts';
import type { StructureElement } from '../pdf-reading/structure.ts';
import type { RuleId } from '../rules.ts';
import type { Message } from '../../diagnostics/diagnostic.ts';

/** The page of an element: its own content's, or the first of those under it. */
const pageOf = (element: StructureElement): number | undefined => {
  const [first] = element.content;
  if (first !== undefined && first.page > 0) return first.page;
  for (const kid of element.kids) {
    const page = pageOf(kid);
    if (page !== undefined) return page;
  }
  return undefined;
};

const place = (element: StructureElement): { readonly page?: number } => {
  const page = pageOf(element);
  return page === undefined ? {} : { page };
};

/** `strict`: whether a fault makes the file fail. */
export const judgeTags = (pdf: OpenedPdf, strict: boolean, ledger: Ledger): void => {
  const { structure, metadata, pages, paragraphs } = pdf;
  ledger.check('tag/none', 'tag/title', 'tag/language');
  const add = (id: RuleId, at: { readonly page?: number }, found: Message): void =>
    ledger.add(id, at, found, undefined, strict);
  if (metadata.title === '') add('tag/title', {}, { zh: '没有标题', en: 'no title' });
  else if (!metadata.displaysTitle) {
    add('tag/title', {}, { zh: '窗口显示的是文件名', en: 'the window shows the file name' });
  }
  if (metadata.language === '') add('tag/language', {}, { zh: '没有标明语言', en: 'no language' });
  if (structure === undefined || !metadata.marked) {
    add('tag/none', {}, { zh: '没有标签', en: 'no tags' });
    return;
  }
  ledger.check('tag/unmarked', 'tag/alternative', 'tag/heading-order', 'tag/table-head', 'tag/bookmarks');
  for (const { number, unmarked, glyphs } of pages) {
    const lost = glyphs.filter(
      ({ mark }) => mark.artifact === '' && mark.mcid >= 0 && structure.elementOf(number, mark.mcid) === undefined,
    ).length;
    if (unmarked > 0) {
      add('tag/unmarked', { page: number }, { zh: `${unmarked} 处没有标记`, en: `${unmarked} paintings are unmarked` });
    }
    if (lost > 0) {
      add(
        'tag/unmarked',
        { page: number },
        { zh: `${lost} 个字不属于任何标签`, en: `${lost} glyphs belong to no tag` },
      );
    }
  }
  let level = 0;
  const headings: StructureElement[] = [];
  for (const element of structure.elements) {
    if (element.type === 'Figure' && element.alt === '' && element.actualText === '') {
      add('tag/alternative', place(element), { zh: '图没有替代文字', en: 'a figure has no alternative text' });
    }
    if (element.type === 'TH' && element.scope === '') {
      add('tag/table-head', place(element), { zh: '表头没有范围', en: 'a table head has no scope' });
    }
    const heading = /^H(\d)$/.exec(element.type);
    if (heading === null) continue;
    const own = Number(heading[1]);
    headings.push(element);
    if (own > level + 1) {
      add('tag/heading-order', place(element), { zh: `H${level} 之后是 H${own}`, en: `H${own} follows H${level}` });
    }
    level = own;
  }
  judgeBookmarks(pdf, headings, paragraphs, ledger);
};

const plain = (text: string): string => text.replaceAll(/\s+/gu, '');

const judgeBookmarks = (
  { metadata }: OpenedPdf,
  headings: readonly StructureElement[],
  paragraphs: OpenedPdf['paragraphs'],
  ledger: Ledger,
): void => {
  const bookmarks = new Set(metadata.bookmarks.map(plain));
  for (const heading of headings) {
    const paragraph = paragraphs.find(({ element }) => element === heading);
    if (paragraph === undefined || plain(paragraph.text) === '' || bookmarks.has(plain(paragraph.text))) continue;
    ledger.add(
      'tag/bookmarks',
      { ...place(heading), text: paragraph.text },
      {
        zh: '标题没有书签',
        en: 'the heading has no bookmark',
      },
    );
  }
};
