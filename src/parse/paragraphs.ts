// Takes a paragraph of Markdown, gives a paragraph of the document tree.
// A paragraph whose text begins like a directive was meant as one: that is a problem, never silent text.
import type { Paragraph, ParagraphRole } from '../tree/tree.ts';
import { inlinesOf } from './inlines.ts';
import type { MarkdownNode } from './markdown.ts';
import { badContent, strayFence } from './messages.ts';
import type { Reader } from './reader.ts';

/** Lines of a paragraph that were meant as a directive's opening or closing, and could not be read as one. */
const checkFences = (node: MarkdownNode, reader: Reader): void => {
  for (const line of reader.sourceOf(node).split('\n')) {
    const text = line.trim();
    if (/^:{3,}$/u.test(text)) reader.report(strayFence(), reader.spanOfPart(node, text));
    else if (/^:{2,}\p{L}/u.test(text)) {
      reader.report(
        badContent(
          { zh: '这一行不能读成指令', en: 'this line cannot be read as a directive' },
          {
            zh: '指令独占一行，前面空一行，写作 :::name[文字]{key="value"}',
            en: 'a directive stands on its own line after a blank one, as :::name[text]{key="value"}',
          },
        ),
        reader.spanOf(node),
      );
    }
  }
};

/** A paragraph in the role that its container gives it. */
export const paragraphOf = (node: MarkdownNode, role: ParagraphRole, reader: Reader): Paragraph => {
  checkFences(node, reader);
  return { kind: 'paragraph', role, children: inlinesOf(node.children ?? [], reader), span: reader.spanOf(node) };
};
