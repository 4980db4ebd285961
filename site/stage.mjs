// Lays the Markdown of docs/ out as the site wants it, in pages/: `x.zh-CN.md` becomes `x.md`, `x.md` becomes `en/x.md`,
// README the first page of its language. The site's own renaming does not reach its search, which then mixes languages.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const docs = path.resolve(import.meta.dirname, '../docs');
const pages = path.resolve(import.meta.dirname, 'pages');

rmSync(pages, { recursive: true, force: true });
mkdirSync(path.join(pages, 'en'), { recursive: true });
for (const file of readdirSync(docs).filter((name) => name.endsWith('.md'))) {
  const [, name, chinese] = /^(.*?)(\.zh-CN)?\.md$/.exec(file);
  const page = `${name === 'README' ? 'index' : name}.md`;
  cpSync(path.join(docs, file), path.join(pages, chinese === undefined ? 'en' : '', page));
}
for (const folder of ['pictures', 'en/pictures']) {
  cpSync(path.join(docs, 'pictures'), path.join(pages, folder), { recursive: true });
}
