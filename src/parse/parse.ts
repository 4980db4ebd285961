// Takes filled text (Markdown with directives and front matter), gives the document tree with places in that text, or in
// the template where the caller knows which line came from which.
// All problems are found in one go; a document with an error is not given on. Headings have no id or number yet:
// that is arrange's work.
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { Document, DocumentMeta } from '../tree/tree.ts';
import { blocksOf } from './blocks.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { parseFilled, parseMarkdown, type MarkdownNode } from './markdown.ts';
import { noFrontMatter } from './messages.ts';
import { makeReader, type PlaceOf } from './reader.ts';

export type ParseContext = {
  /** What the filled text is called in messages. */
  readonly file: string;
  /** Where its lines came from; places are then those of the template, not of the filled text. */
  readonly placeOf?: PlaceOf;
  /** What the report says of the document; title and subject stand in the front matter. */
  readonly meta: Omit<DocumentMeta, 'title' | 'subject'>;
};

/** A document and what its template asked besides the page. */
export type ParsedDocument = { readonly document: Document; readonly frontMatter: FrontMatter };

const read = (source: string, root: MarkdownNode, context: ParseContext): Outcome<ParsedDocument> => {
  const reader = makeReader(source, context.file, context.placeOf ?? (() => undefined));
  const head = root.children?.[0];
  if (head?.type !== 'yaml') {
    reader.report(noFrontMatter(), { file: context.file, line: 1, column: 1 });
    return { diagnostics: reader.diagnostics };
  }
  const front = readFrontMatter(head.value ?? '', { file: context.file, line: 2 });
  const blocks = blocksOf(root.children ?? [], reader);
  const diagnostics = [...front.diagnostics, ...reader.diagnostics];
  if (front.value === undefined || diagnostics.length > 0) return { diagnostics };
  const { title, subject, page } = front.value;
  return {
    value: {
      document: { kind: 'document', meta: { title, subject, ...context.meta }, page, blocks, leading: 1 },
      frontMatter: front.value,
    },
    diagnostics,
  };
};

export const parseDocument = (text: string, context: ParseContext): Outcome<ParsedDocument> => {
  const source = text.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n');
  const fast = read(source, parseFilled(source), context);
  return fast.value === undefined ? read(source, parseMarkdown(source), context) : fast;
};
