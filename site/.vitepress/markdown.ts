// The Markdown is written for a code host: files beside each other, the other language linked at the top, `{{` as it is.
// Here it is fitted to the site.
import type { MarkdownRenderer } from 'vitepress';

/** A link to a file of docs/ as a link to its page: `x.zh-CN.md#part` → `/x#part`, `x.md` → `/en/x`. */
const pageOf = (href: string): string => {
  const match = /^([\w-]+?)(\.zh-CN)?\.md(#.*)?$/u.exec(href);
  if (match === null) return href;
  const [, name, chinese, anchor = ''] = match;
  return `${chinese === undefined ? '/en' : ''}/${name === 'README' ? '' : name}${anchor}`;
};

export const fitMarkdown = (md: MarkdownRenderer): void => {
  md.core.ruler.push('site-links', ({ tokens, env }) => {
    const page: string = env.relativePath;
    const here = page
      .replace(/^en\//u, '')
      .replace(/\.md$/u, '')
      .replace(/^index$/u, 'README');
    const other = page.startsWith('en/') ? `${here}.zh-CN.md` : `${here}.md`;

    // A paragraph that is nothing but the link to the other language: the site has a switch.
    const at = tokens.findIndex(({ type, children }) => {
      const [open, , close, ...rest] = children ?? [];
      const isLink = type === 'inline' && open?.type === 'link_open' && close?.type === 'link_close';
      return isLink && rest.length === 0 && open.attrGet('href') === other;
    });
    if (at > 0) tokens.splice(at - 1, 3);

    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type === 'link_open') token.attrSet('href', pageOf(token.attrGet('href') ?? ''));
    }
  });

  // A line break in the source between two Chinese characters is no space.
  const han = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/u;
  const softbreak = md.renderer.rules.softbreak;
  md.renderer.rules.softbreak = (tokens, at, ...rest) => {
    const before =
      tokens
        .slice(0, at)
        .findLast(({ content }) => content !== '')
        ?.content.at(-1) ?? '';
    const after = tokens.slice(at + 1).find(({ content }) => content !== '')?.content[0] ?? '';
    return han.test(before) && han.test(after) ? '' : (softbreak?.(tokens, at, ...rest) ?? '\n');
  };

  // Vue takes `{{` for its own, in code as well.
  for (const kind of ['text', 'code_inline'] as const) {
    const render = md.renderer.rules[kind];
    md.renderer.rules[kind] = (...args) => (render?.(...args) ?? '').replaceAll('{{', '&#123;&#123;');
  }
};
