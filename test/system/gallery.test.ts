// The page to browse in a real browser, Debian's Chromium: from the file system, as someone opens it who has only the
// folder, and served by `jianbao preview`. What an assistive technology would stumble over is looked for by axe.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const work = mkdtempSync(path.join(tmpdir(), 'jianbao-gallery-'));
const out = path.join(work, 'output');

let browser: Browser;

beforeAll(async () => {
  execFileSync('node', ['dist/cli.js', 'build', 'data', '--out', out], { cwd: root });
  browser = await chromium.launch({
    executablePath: execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim(),
    args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking'],
  });
});
afterAll(async () => {
  await browser?.close();
  rmSync(work, { recursive: true, force: true });
});

type Opened = { readonly page: Page; readonly problems: string[] };

/** A page with what its console complains of, and every request that leaves the machine. */
const open = async (address: string, scheme: 'light' | 'dark' = 'light', width = 1440): Promise<Opened> => {
  const context = await browser.newContext({
    colorScheme: scheme,
    viewport: { width, height: 900 },
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    if (!/^(?:file:|data:|http:\/\/127\.0\.0\.1:)/.test(request.url())) problems.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  return { page, problems };
};

const index = pathToFileURL(path.join(out, 'index.html')).href;

const titles = async (page: Page): Promise<readonly string[]> =>
  page.locator('article:visible h3').evaluateAll((heads) => heads.map((head) => head.textContent ?? ''));

/** Sum of what moved on the page since it was opened, as browsers count it. In the browser's words: this code runs there. */
const layoutShift = `new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (sum += value)))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(sum), 500);
})`;

type AxeResult = {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly target: readonly string[] }[];
  }[];
  readonly passes: readonly unknown[];
};

/** Serious and critical findings of axe, with the elements. */
const findings = async (page: Page): Promise<readonly string[]> => {
  // Run by the browser's debugger: the page itself forbids scripts that are not its own.
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate<AxeResult>('axe.run()');
  expect(passes.length).toBeGreaterThan(20);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
};

describe('from the file system', () => {
  it('shows every report and file, with pictures that move nothing when they come', async () => {
    const { page, problems } = await open(index);
    expect(await titles(page)).toHaveLength(3);
    expect(await page.locator('#shown').textContent()).toBe('3 份报告 · 18 个文件');
    const first = page.locator('article img').first();
    await expect.poll(() => first.evaluate((image: { naturalWidth: number }) => image.naturalWidth)).toBe(300);
    expect(await page.evaluate<number>(layoutShift)).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('searches by place, pinyin, year and kind, and says when nothing is found', async () => {
    const { page, problems } = await open(index);
    const query = page.locator('#query');
    const found: Record<string, number> = {};
    for (const text of ['红旗区', 'hqq', 'HongQiQu', '2014', '保定 讲义', '没有这个']) {
      await query.fill(text);
      found[text] = (await titles(page)).length;
    }
    expect(found).toEqual({ 红旗区: 1, hqq: 1, HongQiQu: 1, '2014': 1, '保定 讲义': 1, 没有这个: 0 });
    expect(await page.locator('#none').isVisible()).toBe(true);
    await page.locator('#clear').click();
    expect(await titles(page)).toHaveLength(3);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('filters, keeps the choice in the address, and orders by year', async () => {
    const { page } = await open(index);
    await page.locator('select[name=place]').selectOption({ label: '河北省保定市 (1)' });
    expect(await titles(page)).toEqual(['保定市2014年政府工作报告']);
    await page.locator('input[name=kind][value=brief]').check();
    await page.locator('input[name=format][value=docx]').check();
    expect(await page.locator('#shown').textContent()).toBe('1 份报告（共 3 份） · 1 个文件');
    const again = await open(page.url());
    expect(await again.page.locator('#shown').textContent()).toBe('1 份报告（共 3 份） · 1 个文件');
    await again.page.context().close();

    await page.locator('#clear').click();
    await page.locator('input[name=group][value=year]').check({ force: true });
    expect(await page.locator('h2:visible').allTextContents()).toEqual(['2019', '2017', '2014']);
    await page.locator('input[name=found][value=conflict]').check();
    expect(await titles(page)).toEqual(['红旗区2017年政府工作报告']);
    await page.context().close();
  });

  it('shows open findings beside the documents, in both languages', async () => {
    const { page } = await open(index);
    const details = page.locator('details.findings').first();
    expect(await details.locator('summary').textContent()).toMatch(/数字核对.*处矛盾/);
    await details.locator('summary').click();
    expect(await details.locator('li').count()).toBeGreaterThan(5);
    await page.locator('#language').selectOption('en');
    expect(await details.locator('summary').textContent()).toMatch(/Audit.*conflicts/);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    // What was chosen stays.
    await page.reload();
    expect(await page.locator('h1').textContent()).toBe('Documents');
    await page.context().close();
  });

  it('opens a PDF and downloads a DOCX', async () => {
    const { page, problems } = await open(index);
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      page.locator('article').first().getByRole('link', { name: '打开' }).first().click(),
    ]);
    await expect.poll(() => opened.url()).toMatch(/\/brief\.pdf$/);
    // From the file system a browser shows a PDF in place of saving it: the page itself stays.
    await page.locator('article').first().getByRole('link', { name: '下载 PDF' }).first().click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('article').first().getByRole('link', { name: '下载 Word' }).first().click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.docx$/);
    expect(
      readFileSync(await file.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('can be used from the keyboard', async () => {
    const { page } = await open(index);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('documents');
    await page.keyboard.press('/');
    await page.keyboard.type('hqq');
    expect(await titles(page)).toHaveLength(1);
    await page.context().close();
  });

  it('fits a phone, without scrolling sideways', async () => {
    const { page } = await open(index, 'light', 390);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(await page.locator('#choices').getAttribute('open')).toBeNull();
    await page.context().close();
  });

  it.each([
    ['light', 'zh', 1440],
    ['light', 'en', 390],
    ['dark', 'zh', 390],
    ['dark', 'en', 1440],
  ] as const)('has nothing serious for axe to find: %s, %s, %i wide', async (scheme, language, width) => {
    const { page } = await open(index, scheme, width);
    await page.locator('#language').selectOption(language);
    await page.locator('details.findings summary').first().click();
    expect(await findings(page)).toEqual([]);
    await page.locator('input[name=view][value=list]').check({ force: true });
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });
});

/** `jianbao preview` in a folder with one report. */
const preview = async (folder: string) => {
  const child = spawn('node', [path.join(root, 'dist/cli.js'), 'preview', '--port', '0', '--lang', 'zh'], {
    cwd: folder,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => (said += text));
  }
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  await vi.waitFor(() => expect(said).toContain('http://127.0.0.1:'), { timeout: 60_000 });
  return {
    address: /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0] ?? '',
    said: () => said,
    interrupt: async (): Promise<number | null> => {
      child.kill('SIGINT');
      return ended;
    },
  };
};

describe('jianbao preview', () => {
  const folder = path.join(work, 'project');
  const data = path.join(folder, 'data/hongqi-2017.yaml');
  let served: Awaited<ReturnType<typeof preview>>;

  beforeAll(async () => {
    cpSync(path.join(root, 'data/hongqi-2017.yaml'), data);
    served = await preview(folder);
  });
  afterAll(async () => {
    await served?.interrupt();
  });

  it('shows the documents, opens a PDF, and downloads a DOCX under a name that tells what it is', async () => {
    const { page, problems } = await open(served.address);
    await page.locator('article').first().waitFor({ timeout: 120_000 });
    expect(await titles(page)).toEqual(['红旗区2017年政府工作报告']);
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: '打开' }).first().click(),
    ]);
    await expect.poll(() => opened.url()).toBe(`${served.address}hongqi-2017/brief.pdf`);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 Word' }).first().click(),
    ]);
    expect(file.suggestedFilename()).toBe('红旗区2017年政府工作报告-简报.docx');
    expect(await findings(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('shows a change of the data, keeping what was chosen, and what is wrong with it until it is mended', async () => {
    const { page, problems } = await open(`${served.address}#view=list&kind=brief`);
    const size = page.locator('.document:visible .download').first();
    await size.waitFor({ timeout: 120_000 });
    const [text, shown] = [readFileSync(data, 'utf8'), page.locator('article h3')];
    writeFileSync(data, text.replace('title: 红旗区2017年政府工作报告', 'title: 红旗区第十四届一次会议政府工作报告'));
    await shown.filter({ hasText: '红旗区第十四届一次会议' }).waitFor({ timeout: 60_000 });
    expect(await page.locator('.document:visible').count()).toBe(1);
    expect(await page.evaluate('document.documentElement.dataset.view')).toBe('list');

    writeFileSync(data, text.replace('value: 157.5', 'value: many'));
    await page.locator('#live h2').waitFor({ timeout: 60_000 });
    expect(await page.locator('#live').textContent()).toMatch(/错误.*data\/hongqi-2017\.yaml:\d+:\d+/su);
    expect(await shown.first().textContent()).toContain('红旗区第十四届一次会议');
    expect(await findings(page)).toEqual([]);

    writeFileSync(data, text);
    await shown.filter({ hasText: '红旗区2017年政府工作报告' }).waitFor({ timeout: 60_000 });
    expect(await page.locator('#live').isVisible()).toBe(false);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('ends cleanly, and says so in the page', async () => {
    const { page } = await open(served.address);
    expect(await served.interrupt()).toBe(0);
    await expect.poll(() => page.locator('#live').textContent()).toContain('预览已结束');
    await page.context().close();
  });
});
