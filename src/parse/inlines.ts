// Takes the inline nodes of Markdown, gives inlines of the document tree.
// Text is kept as it is; a line end inside a paragraph is no space between Chinese characters. What looks like an
// address stays text (data must not make links), and so does `:word`, which is a directive only with a label.
import type { Inline, Text } from '../tree/tree.ts';
import { attributesOf } from './attributes.ts';
import type { MarkdownNode } from './markdown.ts';
import { badContent, misplacedDirective, unknownDirective, wantsContent } from './messages.ts';
import { openingOf, type Reader } from './reader.ts';

const inlineDirectives = ['fig', 'blank'] as const;

const wide = /[\p{Script=Han}\u2014\u2018-\u201D\u2026\u3000-\u303F\uFF00-\uFFEF]/u;

/** A line end between two texts: nothing beside a Chinese character or mark, else a space. */
const joint = (before: string, after: string): string =>
  wide.test([...before].at(-1) ?? '') || wide.test([...after][0] ?? '') ? '' : ' ';

const lastCharacters = (inline: Inline | undefined): string => {
  switch (inline?.kind) {
    case 'text':
    case 'figure':
      return inline.text;
    case 'strong':
    case 'emphasis':
    case 'link':
      return lastCharacters(inline.children.at(-1));
    default:
      return '';
  }
};

const firstCharacters = (inline: Inline | undefined): string => {
  switch (inline?.kind) {
    case 'text':
    case 'figure':
      return inline.text;
    case 'strong':
    case 'emphasis':
    case 'link':
      return firstCharacters(inline.children[0]);
    default:
      return '';
  }
};

const joinLines = (text: string, before: string, after: string): string =>
  text.replaceAll(/\n/gu, (mark, offset: number) =>
    joint(text.slice(0, offset) || before, text.slice(offset + mark.length) || after),
  );

/** Texts that touch made one, line ends inside made nothing or a space. */
const settle = (inlines: readonly Inline[]): Inline[] => {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text')
      merged[merged.length - 1] = { ...last, text: last.text + inline.text };
    else merged.push(inline);
  }
  return merged.flatMap((inline, index): Inline[] => {
    if (inline.kind !== 'text') return [inline];
    const text = joinLines(inline.text, lastCharacters(merged[index - 1]), firstCharacters(merged[index + 1]));
    return text === '' ? [] : [{ ...inline, text }];
  });
};

const plain = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => ('text' in inline ? inline.text : 'children' in inline ? plain(inline.children) : ''))
    .join('');

const isAddress = /^(https?:\/\/|mailto:|#)/u;

const textDirective = (node: MarkdownNode, reader: Reader): Inline[] => {
  const literal = (): Inline[] => [{ kind: 'text', text: reader.sourceOf(node), span: reader.spanOf(node) }];
  const bare = (node.children?.length ?? 0) === 0 && Object.keys(node.attributes ?? {}).length === 0;
  if (bare && !/[[{]/u.test(reader.sourceOf(node))) return literal();
  switch (node.name) {
    case 'fig': {
      const attributes = attributesOf(node, reader);
      const ref = attributes.text('ref', '');
      attributes.finish();
      if (ref === '') attributes.wrong('ref', '', { zh: '一个数据的编号', en: 'the id of a statement' });
      const text = plain(inlinesOf(node.children ?? [], reader));
      if (text === '') {
        reader.report(wantsContent('fig', { zh: '数', en: 'a figure' }), reader.spanOf(node));
      }
      return [{ kind: 'figure', text, ref, span: reader.spanOf(node) }];
    }
    case 'blank': {
      const attributes = attributesOf(node, reader);
      const em = attributes.number('em', 8);
      attributes.finish();
      return [{ kind: 'blank', em, description: plain(inlinesOf(node.children ?? [], reader)) }];
    }
    default:
      reader.report(unknownDirective(node.name ?? '', inlineDirectives), openingOf(node, reader));
      return literal();
  }
};

const inlineOf = (node: MarkdownNode, reader: Reader): Inline[] => {
  switch (node.type) {
    case 'text':
    case 'html': {
      const text: Text = { kind: 'text', text: node.value ?? '', ...(node.position && { span: reader.spanOf(node) }) };
      return [text];
    }
    case 'strong':
      return [{ kind: 'strong', children: inlinesOf(node.children ?? [], reader) }];
    case 'emphasis':
      return [{ kind: 'emphasis', children: inlinesOf(node.children ?? [], reader) }];
    case 'break':
      return [{ kind: 'break' }];
    case 'link': {
      const children = inlinesOf(node.children ?? [], reader);
      if (!reader.sourceOf(node).startsWith('[')) return children;
      if (!isAddress.test(node.url ?? '')) {
        reader.report(
          badContent(
            { zh: `链接地址“${node.url ?? ''}”不能用`, en: `the link "${node.url ?? ''}" cannot be used` },
            { zh: '地址应以 https:// 开头', en: 'an address begins with https://' },
          ),
          reader.spanOf(node),
        );
      }
      return [{ kind: 'link', target: node.url ?? '', children }];
    }
    case 'textDirective':
      return textDirective(node, reader);
    case 'leafDirective':
    case 'containerDirective':
      reader.report(
        misplacedDirective(node.name ?? '', { zh: '另起一行写', en: 'begin it on a line of its own' }),
        openingOf(node, reader),
      );
      return [];
    default:
      reader.report(
        badContent(
          { zh: `正文里不能用 Markdown 的 ${node.type}`, en: `Markdown ${node.type} has no form in a document` },
          { zh: '要这些字符本身，在前面加反斜线', en: 'put a backslash before it to print the characters' },
        ),
        reader.spanOf(node),
      );
      return [{ kind: 'text', text: reader.sourceOf(node) }];
  }
};

/** The inlines of a paragraph, cell, label or heading. */
export const inlinesOf = (nodes: readonly MarkdownNode[], reader: Reader): Inline[] =>
  settle(nodes.flatMap((node) => inlineOf(node, reader)));

/** The text of inlines without their marks. */
export const plainTextOf: (inlines: readonly Inline[]) => string = plain;
