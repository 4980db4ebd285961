// Parts of Markdown pages that are written from something else: a page keeps them between two comments, so that it
// reads well wherever it is shown, and a test holds them to their source. `npm run docs:write` writes them anew.

/** What a region holds: `file examples/folder.mjs` or `commands`; undefined when nothing of this name is known. */
export type Source = (name: string) => string | undefined;

const region = /(<!-- from ([^\n]+?) -->\n)[^]*?(<!-- end -->)/g;

/** The page as it should be. Throws for a region that has no source: the name is mistyped. */
export const fillRegions = (page: string, source: Source): string =>
  page.replaceAll(region, (_, open: string, name: string, close: string) => {
    const content = source(name);
    if (content === undefined) throw new Error(`nothing is known of “${name}”`);
    return `${open}${content.trim()}\n${close}`;
  });

const languages: Readonly<Record<string, string>> = { hbs: 'handlebars', mjs: 'js', sh: 'sh', ts: 'ts', yaml: 'yaml' };

/** A file as a block of code. */
export const codeBlock = (file: string, text: string): string => {
  const language = languages[file.split('.').at(-1) ?? ''] ?? '';
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
};
