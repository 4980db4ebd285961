// Looks at the finished site: every link and picture leads to a file of it, every #anchor to an id there, and no page
// loads anything from the network. Ends with 1 and a list when something does not hold.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const dist = path.resolve(import.meta.dirname, 'dist');
const base = process.env.SITE_BASE ?? '/';
const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
const htmlOf = new Map(pages.map((page) => [page, readFileSync(path.join(dist, page), 'utf8')]));
const idsOf = new Map(
  [...htmlOf].map(([page, html]) => [page, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]))]),
);
const plain = (text) => decodeURIComponent(text.replaceAll('&amp;', '&'));

const problems = [];
for (const [page, html] of htmlOf) {
  for (const [, tag, attributes] of html.matchAll(/<(a|img|link|script|source|iframe)\b([^>]*)>/g)) {
    const address = /\s(?:href|src)="([^"]*)"/.exec(attributes)?.[1];
    if (address === undefined || address.startsWith('data:')) continue;
    if (/^([a-z]+:)?\/\//.test(address)) {
      if (tag !== 'a') problems.push(`${page}: loads ${address}`);
      continue;
    }
    const [file, anchor = ''] = plain(address).split('#');
    let target = path.posix.join('/', path.dirname(page), file);
    if (file === '') target = `/${page}`;
    else if (file.startsWith('/')) target = `/${path.posix.relative(base, file)}${file.endsWith('/') ? '/' : ''}`;
    const found = [target, `${target}.html`, `${target.replace(/\/$/, '')}/index.html`].find(
      (candidate) => path.extname(candidate) !== '' && existsSync(path.join(dist, candidate)),
    );
    if (found === undefined) problems.push(`${page}: ${address} leads nowhere`);
    else if (anchor !== '' && !idsOf.get(found.slice(1))?.has(anchor))
      problems.push(`${page}: ${address} has no such part`);
  }
}
for (const asset of readdirSync(path.join(dist, 'assets')).filter((file) => file.endsWith('.css'))) {
  const css = readFileSync(path.join(dist, 'assets', asset), 'utf8');
  for (const [, address] of css.matchAll(/url\(["']?((?:https?:)?\/\/[^"')]+)/g))
    problems.push(`${asset}: loads ${address}`);
}

for (const problem of problems) console.error(problem);
console.log(`${pages.length} pages, ${problems.length} problems`);
process.exitCode = pages.length > 0 && problems.length === 0 ? 0 : 1;
