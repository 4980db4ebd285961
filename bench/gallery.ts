// Opens the page of an output folder in Chromium, from the file system, and prints how long people wait: for the first
// view (first contentful paint, and until the page answers), for a search, a choice, another order; medians of runs.
// A search ends when its result is laid out and painted. Usage: bench/gallery.ts OUTPUT [RUNS], Chromium as `chromium`.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';

const [folder = 'output', runs = '9'] = process.argv.slice(2);

/** Milliseconds from an action to two frames later, when what it changed has been painted. Runs in the browser. */
const timed = (action: string): string => `new Promise((resolve) => {
  const start = performance.now();
  ${action}
  const laidOut = document.body.offsetHeight && performance.now() - start;
  requestAnimationFrame(() => requestAnimationFrame(() => resolve({ laidOut, painted: performance.now() - start })));
})`;

const type = (text: string): string =>
  `const q = document.getElementById('query'); q.value = ${JSON.stringify(text)}; q.dispatchEvent(new Event('input', { bubbles: true }));`;
const check = (name: string, value: string): string =>
  `const c = document.querySelector('input[name=${name}][value=${value}]'); c.checked = true; c.dispatchEvent(new Event('input', { bubbles: true }));`;

const actions: Readonly<Record<string, string>> = {
  'search: one letter': type('s'),
  'search: pinyin initials': type('szs'),
  'search: place and year': type('罗湖 2017'),
  'search: nothing found': type('没有这个'),
  'search: cleared': type(''),
  'filter: one kind': check('kind', 'brief'),
  'order: by year': check('group', 'year'),
  'view: list': check('view', 'list'),
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const times = new Map<string, number[]>();
const enter = (name: string, value: number): void => {
  times.set(name, [...(times.get(name) ?? []), value]);
};

const firstView = async (page: Page): Promise<void> => {
  const { paint, ready } = await page.evaluate<{ paint: number; ready: number }>(`({
    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    ready: performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd,
  })`);
  enter('first view: painted', paint);
  enter('first view: answers', ready);
};

const browser = await chromium.launch({
  executablePath: execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim(),
  args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking'],
});
for (let run = 0; run < Number(runs); run += 1) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(pathToFileURL(path.resolve(folder, 'index.html')).href);
  await page.waitForTimeout(200);
  await firstView(page);
  for (const [name, action] of Object.entries(actions)) {
    const { laidOut, painted } = await page.evaluate<{ laidOut: number; painted: number }>(timed(action));
    enter(`${name}, laid out`, laidOut);
    enter(`${name}, painted`, painted);
  }
  await context.close();
}
await browser.close();
for (const [name, values] of times) {
  console.log(
    `${name.padEnd(40)} ${median(values).toFixed(0).padStart(6)} ms   most ${Math.max(...values).toFixed(0)}`,
  );
}
