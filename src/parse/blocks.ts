// Takes the block nodes of Markdown, gives blocks of the document tree; directives go to parse/directives.ts.
// Directives hold blocks in turn, so they are given the way back here.
import type { Block, Heading } from '../tree/tree.ts';
import { directiveBlocks } from './directives.ts';
import { inlinesOf } from './inlines.ts';
import type { MarkdownNode } from './markdown.ts';
import { badContent } from './messages.ts';
import { paragraphOf } from './paragraphs.ts';
import type { Reader } from './reader.ts';
import { gridOf, tableOf } from './tables.ts';
import { attributesOf } from './attributes.ts';

const levelOf = (node: MarkdownNode, reader: Reader): Heading['level'] => {
  switch (node.depth) {
    case 1:
    case 2:
    case 3:
    case 4:
      return node.depth;
    default:
      reader.report(
        badContent(
          { zh: '标题最多四级', en: 'headings go down to level four' },
          { zh: '用 # 到 ####', en: 'use # to ####' },
        ),
        reader.spanOf(node),
      );
      return 4;
  }
};

const blockOf = (node: MarkdownNode, reader: Reader): readonly Block[] => {
  const span = reader.spanOf(node);
  switch (node.type) {
    case 'yaml':
      return [];
    case 'heading':
      return [
        {
          kind: 'heading',
          level: levelOf(node, reader),
          id: '',
          number: '',
          children: inlinesOf(node.children ?? [], reader),
          span,
        },
      ];
    case 'paragraph':
      return [paragraphOf(node, 'body', reader)];
    case 'list':
      return [
        {
          kind: 'list',
          ordered: node.ordered === true,
          start: node.start ?? 1,
          items: (node.children ?? []).map((item) => blocksOf(item.children ?? [], reader)),
          span,
        },
      ];
    case 'table':
      return [
        { kind: 'table', caption: [], notes: [], ...tableOf(gridOf(node, reader), attributesOf(node, reader)), span },
      ];
    case 'thematicBreak':
      return [{ kind: 'rule', span }];
    case 'containerDirective':
    case 'leafDirective':
      return directiveBlocks(node, reader, (nodes) => blocksOf(nodes, reader));
    default:
      reader.report(
        badContent(
          { zh: `文件里没有 Markdown 的 ${node.type} 这种块`, en: `Markdown ${node.type} has no form in a document` },
          { zh: '要这些字符本身，在前面加反斜线', en: 'put a backslash before it to print the characters' },
        ),
        span,
      );
      return [];
  }
};

/** Blocks in their order. Problems go to the reader's list. */
export const blocksOf = (nodes: readonly MarkdownNode[], reader: Reader): Block[] =>
  nodes.flatMap((node) => blockOf(node, reader));
