// Takes Markdown text, gives its syntax tree with places: the one file that knows unified and its plugins.
// What our documents have no form for is switched off here, so that it stays the characters it is: HTML, code in
// backticks or by indent, underlined headings, definitions. Emphasis beside Chinese marks works (`**“四区”**的`).
import remarkCjkFriendly from 'remark-cjk-friendly/parseOnly';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { figureSyntax, figureTree } from './figure-syntax.ts';
import { skeletonOf, withPlain } from './plain-lines.ts';
import { unified, type Processor } from 'unified';

type Point = { readonly line: number; readonly column: number };

/** A node of the Markdown tree as far as this project reads it; lines and columns count from 1. */
export type MarkdownNode = {
  readonly type: string;
  readonly children?: readonly MarkdownNode[];
  readonly value?: string;
  readonly depth?: number;
  readonly ordered?: boolean | null;
  readonly start?: number | null;
  readonly url?: string;
  readonly align?: readonly ('left' | 'right' | 'center' | null)[];
  readonly name?: string;
  readonly attributes?: Readonly<Record<string, string | null | undefined>>;
  readonly data?: { readonly directiveLabel?: boolean };
  readonly position?: { readonly start: Point; readonly end: Point };
};

/** Names of micromark constructs that must not act. */
const disabled = ['codeIndented', 'codeText', 'htmlFlow', 'htmlText', 'setextUnderline', 'definition', 'autolink'];

/** What looks like an address stays text (inlines.ts); looking for addresses takes a fifth of the time of parsing. */
const addresses = ['wwwAutolink', 'protocolAutolink', 'emailAutolink'];

type ParserData = { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };

function literal(this: Processor): void {
  const data: ParserData = this.data();
  (data.micromarkExtensions ??= []).push({ disable: { null: [...disabled, ...addresses] } });
  // The one transform that there is looks through the finished tree for addresses once more.
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => ({ ...(extension as object), transforms: [] }));
}

function figures(this: Processor): void {
  const data: ParserData = this.data();
  (data.micromarkExtensions ??= []).push(figureSyntax);
  (data.fromMarkdownExtensions ??= []).push(figureTree);
}

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .use(remarkCjkFriendly)
  .use(literal)
  .use(figures)
  .freeze();

/** The Markdown tree of a text with `\n` line ends. */
// The library's own node types are open-ended; what this project reads of them is MarkdownNode.
export const parseMarkdown = (text: string): MarkdownNode => processor.parse(text) as unknown as MarkdownNode;

/** The same tree in a third of the time, for a text without faults. */
export const parseFilled = (text: string): MarkdownNode => {
  const skeleton = skeletonOf(text);
  return withPlain(parseMarkdown(skeleton.text), skeleton);
};
