// The Markdown is written for a code host: files beside each other, the other language linked at the top, `{{` as it is.
// Here it is fitted to the site.
import path from 'node:path';
import type { MarkdownRenderer } from 'vitepress';
import { rewrites, root } from './pages.ts';

/** `x.zh-CN.md#part` in docs/ → the page `/x#part`; files without a page are a fault. */
const pageOf = (href: string, from: string): string => {
  const [file = '', ...anchor] = href.split('#');
  if (!file.endsWith('.md') || /^[a-z]+:/u.test(file)) return href;
  const target = path
    .relative(root, path.resolve(path.dirname(from), file))
    .split(path.sep)
    .join('/');
  const page = rewrites[target];
  // An unknown one is left to the site's own check for dead links.
  if (page === undefined) return href;
  return [`/${page.replace(/(^|\/)index\.md$/u, '$1').replace(/\.md$/u, '')}`, ...anchor].join('#');
};

export const fitMarkdown = (md: MarkdownRenderer): void => {
  md.core.ruler.push('site-links', ({ tokens, env }) => {
    const from: string = env.realPath ?? env.path;
    const other = path.basename(
      from.endsWith('.zh-CN.md') ? from.replace('.zh-CN.md', '.md') : from.replace('.md', '.zh-CN.md'),
    );

    // A paragraph that is nothing but the link to the other language: the site has a switch.
    const at = tokens.findIndex(({ type, children }) => {
      const [open, , close, ...rest] = children ?? [];
      const isLink = type === 'inline' && open?.type === 'link_open' && close?.type === 'link_close';
      return isLink && rest.length === 0 && open.attrGet('href') === other;
    });
    if (at > 0) tokens.splice(at - 1, 3);

    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type === 'link_open') token.attrSet('href', pageOf(token.attrGet('href') ?? '', from));
    }
  });

  // Vue takes `{{` for its own, in code as well.
  for (const kind of ['text', 'code_inline'] as const) {
    const render = md.renderer.rules[kind];
    md.renderer.rules[kind] = (...args) => (render?.(...args) ?? '').replaceAll('{{', '&#123;&#123;');
  }
};
