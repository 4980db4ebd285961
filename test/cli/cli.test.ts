// The command line as people run it: the compiled bin in a folder of its own, exit codes, what is written and said.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { runJianbao, type Ran } from '../helpers/command.ts';
import { docxText, pdfText, squeeze } from '../helpers/read-text.ts';
import { root } from '../helpers/project-engine.ts';
import { shortReport as report } from '../helpers/short-report.ts';

const base = mkdtempSync(path.join(tmpdir(), 'jianbao-cli-'));
let folder = '';
let count = 0;

/** One cache of cut fonts for all these folders. */
const jianbao = (...args: string[]): Promise<Ran> =>
  runJianbao(folder, args, { XDG_CACHE_HOME: path.join(base, 'cache'), LANG: 'zh_CN.UTF-8' });

const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};

const written = (): string[] =>
  existsSync(path.join(folder, 'output'))
    ? readdirSync(path.join(folder, 'output'), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(pdf|docx)$/.test(file))
        .toSorted()
    : [];

const pictures = (): string[] =>
  readdirSync(path.join(folder, 'output/index_files')).filter((name) => name.endsWith('.png'));

beforeEach(() => {
  count += 1;
  folder = path.join(base, String(count));
  mkdirSync(folder);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('help and usage', () => {
  it('answers in the language asked for', async () => {
    expect((await jianbao('--help')).out).toContain('用法');
    expect((await jianbao('--help', '--lang', 'en')).out).toContain('usage');
    expect((await jianbao('build', '--help')).out).toContain('--strict');
  });

  it.each([
    ['no command', []],
    ['an unknown command', ['bulid']],
    ['an unknown option', ['build', '--colour']],
    ['an unknown template', ['build', '-t', 'breif']],
    ['an unknown format', ['build', '-f', 'odt']],
    ['a wrong shard', ['build', '--shard', '3/2']],
    ['a wrong port', ['preview', '--port', '70000']],
  ])('ends with 2 for %s', async (_, args) => {
    expect((await jianbao(...args)).code).toBe(2);
    expect(written()).toEqual([]);
  });
});

describe('build', () => {
  it('makes the six documents of a report, then nothing, then those that a figure changed, and names it', async () => {
    write('data/a.yaml', report('hongqi-2017'));
    expect(await jianbao('build')).toMatchObject({ code: 0, err: '' });
    expect(written()).toHaveLength(6);
    expect((await jianbao('build')).out).toContain('未变 6');
    expect((await jianbao('build', '--check')).code).toBe(0);
    write('data/a.yaml', report('hongqi-2017', ['157.5', '158.2']));
    expect((await jianbao('build', '--check')).code).toBe(1);
    const { out } = await jianbao('build', '-t', 'brief,factsheet,handout');
    expect(out).toContain('地区生产总值（2016）157.5亿元 → 158.2亿元');
    expect(out).toContain('更新 6');
  });

  it('builds the good reports when one is bad, and says where it is bad', async () => {
    write('data/a.yaml', report('hongqi-2017', ['title: 红旗区2017年政府工作报告', 'titel: 2017']));
    write('data/b.yaml', report('muye-2017'));
    const { code, err } = await jianbao('build', '-t', 'brief');
    expect(code).toBe(1);
    expect(err).toContain('data/a.yaml:2:1 错误 check/unknown-key');
    expect(err).toContain('title');
    expect(written()).toEqual(['muye-2017/brief.docx', 'muye-2017/brief.pdf']);
  });

  it('takes no id that is a path', async () => {
    write('data/a.yaml', report('../x'));
    const { code, err } = await jianbao('build');
    expect(code).toBe(1);
    expect(err).toContain('check/wrong-value');
    expect(readdirSync(folder).toSorted()).not.toContain('x');
    expect(written()).toEqual([]);
  });

  it('lists inputs that aim at one folder, and writes nothing', async () => {
    write('data/a.yaml', report('hongqi-2017'));
    write('data/b.yaml', report('hongqi-2017'));
    const { code, err } = await jianbao('build');
    expect(code).toBe(1);
    expect(err).toContain('data/a.yaml、data/b.yaml');
    expect(err).toContain('write/same-path');
    expect(written()).toEqual([]);
  });

  it('sets rare characters, and names one that no font has', async () => {
    write('data/a.yaml', report('hongqi-2017', ['结构还不够优', '䶮、𬭎两处项目进度慢']));
    expect(await jianbao('build', '-t', 'brief')).toMatchObject({ code: 0, err: '' });
    const made = path.join(folder, 'output/hongqi-2017');
    expect(await pdfText(readFileSync(path.join(made, 'brief.pdf')))).toContain('䶮、𬭎两处');
    expect(docxText(readFileSync(path.join(made, 'brief.docx')))).toContain('䶮、𬭎两处');
    const before = readFileSync(path.join(made, 'brief.pdf'));
    write('data/a.yaml', report('hongqi-2017', ['结构还不够优', '\uE000处项目进度慢']));
    const { code, err } = await jianbao('build', '-t', 'brief');
    expect(code).toBe(1);
    expect(err).toContain('fonts/missing-glyph');
    expect(err).toContain('U+E000');
    expect(readFileSync(path.join(made, 'brief.pdf')).equals(before)).toBe(true);
  });

  it('prints what looks like markup as the characters it is', async () => {
    const text = '#甲 **乙** | 丙 ::: {{丁}} <b>戊</b> `己` [庚](x) &amp; 1. ~~辛~~ :fig[壬]{ref=x}';
    write('data/a.yaml', report('hongqi-2017', ['结构还不够优', JSON.stringify(text)]));
    expect(await jianbao('build', '-t', 'brief,handout')).toMatchObject({ code: 0, err: '' });
    for (const name of ['brief', 'handout']) {
      const file = path.join(folder, `output/hongqi-2017/${name}`);
      expect(await pdfText(readFileSync(`${file}.pdf`))).toContain(squeeze(text));
      expect(docxText(readFileSync(`${file}.docx`))).toContain(squeeze(text));
    }
  });

  it('points into a template of the project before anything is made', async () => {
    write('data/a.yaml', report('hongqi-2017'));
    write('templates/card.hbs', '---\ntitle: 卡\npage: gongwen\n---\n# {{raport.short}}\n{{shout "x"}}\n');
    const { code, err } = await jianbao('build', '-t', 'card');
    expect(code).toBe(1);
    expect(err).toContain('templates/card.hbs:5:');
    expect(err).toContain('fill/unknown-path');
    expect(err).toContain('fill/unknown-helper');
    expect(written()).toEqual([]);
  });

  it('finds data in deep folders, whatever they are called', { timeout: 120_000 }, async () => {
    const folders = ['data/河南省/新乡市/红旗区 街道/二〇一七 年/终稿', 'data/河南省/新乡市/牧野区/二〇一七 年/终稿'];
    write(`${folders[0]}/报告 终.yaml`, report('红旗区-2017'));
    write(`${folders[1]}/报告 终.yaml`, report('牧野区-2017', ['short: 红旗区', 'short: 牧野区']));
    expect(await jianbao('build', '-t', 'brief', '-f', 'docx')).toMatchObject({ code: 0, err: '' });
    expect(written()).toEqual(['牧野区-2017/brief.docx', '红旗区-2017/brief.docx']);
    const manifest = readFileSync(path.join(folder, 'output/manifest.json'), 'utf8');
    for (const place of folders) expect(manifest).toContain(`"source":"${place}/报告 终.yaml"`);

    rmSync(path.join(folder, 'data/河南省/新乡市/牧野区'), { recursive: true });
    expect((await jianbao('build', 'data/河南省', '-t', 'brief', '-f', 'docx')).out).toContain('未变 1，删除 1');
    expect(written()).toEqual(['红旗区-2017/brief.docx']);
  });

  it('writes a summary that a CI job can post', { timeout: 120_000 }, async () => {
    write('data/a.yaml', report('hongqi-2017'));
    write('data/b.yaml', report('muye-2017'));
    expect((await jianbao('build', '-t', 'brief', '-f', 'docx', '--summary', 'made/summary.md')).code).toBe(0);
    const summary = (): string => readFileSync(path.join(folder, 'made/summary.md'), 'utf8');
    expect(summary()).toBe('## 简报生成结果\n\n新建 2\n');

    const doubled =
      'observations:\n      - { id: x, indicator: gdp, name: 产值|一, period: 2016, value: 3, unit: 亿元, source: { section: 1, sentence: 1 } }';
    write('data/a.yaml', report('hongqi-2017', ['157.5', '158.2'], ['observations:', doubled]));
    write('data/b.yaml', report('muye-2017', ['title: 红旗区2017年政府工作报告', 'titel: 2017']));
    expect((await jianbao('build', '-t', 'brief', '-f', 'docx', '--summary', 'made/summary.md')).code).toBe(1);
    await expect(summary()).toMatchFileSnapshot('summary.md');
    rmSync(path.join(folder, 'data/a.yaml'));
    expect(
      (await jianbao('build', '-t', 'brief', '-f', 'docx', '--summary', 'made/summary.md', '--lang', 'en')).code,
    ).toBe(1);
    expect(summary()).toContain('removed 1 · failed 1');
    expect(summary()).toContain('### Documents that changed\n\n| document |\n| --- |\n| hongqi-2017/brief.docx |');
  });

  it('says that the output folder cannot be written', async () => {
    write('data/a.yaml', report('hongqi-2017'));
    write('output', 'a file where the folder should be');
    const { code, err } = await jianbao('build');
    expect(code).toBe(1);
    expect(err).toContain('write/not-writable');
  });

  it('says that a font cannot be read', async () => {
    write('data/a.yaml', report('hongqi-2017'));
    write('fonts/FZXBSJW.ttf', 'not a font');
    const config = readFileSync(path.join(root, 'fonts/fonts.yaml'), 'utf8');
    const named = /file: \[?'?"?([^'",\]\n]+\.ttf)/.exec(config)?.[1] ?? '';
    write(`fonts/${named.replaceAll('*', 'x')}`, 'not a font');
    const { code, err } = await jianbao('build');
    expect(code).toBe(1);
    expect(err).toContain('fonts/unreadable');
  });
});

describe('the page to browse', () => {
  it('comes with a build, keeps up with it, and is left out on request', async () => {
    write('data/a.yaml', report('hongqi-2017'));
    await jianbao('build', '-t', 'brief', '--no-gallery');
    expect(existsSync(path.join(folder, 'output/index.html'))).toBe(false);
    expect((await jianbao('build', '-t', 'brief', '--no-gallery', '--check')).code).toBe(0);

    // The documents are current: only the page and its picture are missing.
    const check = await jianbao('build', '-t', 'brief', '--check');
    expect(check.code).toBe(1);
    expect(check.out).toContain('index.html');
    expect((await jianbao('build', '-t', 'brief')).out).toContain('未变 2');
    const page = readFileSync(path.join(folder, 'output/index.html'), 'utf8');
    expect(page).toContain('红旗区2017年政府工作报告');
    expect(pictures()).toHaveLength(1);
    expect((await jianbao('build', '-t', 'brief', '--check')).code).toBe(0);

    const before = pictures();
    write('data/a.yaml', report('hongqi-2017', ['157.5', '158.2']));
    await jianbao('build', '-t', 'brief');
    expect(pictures()).toHaveLength(1);
    expect(pictures()).not.toEqual(before);

    rmSync(path.join(folder, 'data/a.yaml'));
    write('data/b.yaml', report('muye-2017'));
    await jianbao('build', '-t', 'brief', '-f', 'docx');
    expect(pictures()).toEqual([]);
    expect(readdirSync(path.join(folder, 'output/.gallery'))).toEqual(['muye-2017.json']);
  });
});

describe('extract and audit', () => {
  const text = [
    '政府工作报告',
    '——2017年3月2日在凤山县第九届人民代表大会第二次会议上',
    '凤山县人民政府县长　李明',
    '各位代表：',
    '现在，我代表县人民政府向大会报告工作，请予审议。',
    '一、2016年工作回顾',
    '全年地区生产总值完成120.5亿元，同比增长8.2%。一般公共预算收入9.6亿元，增长6.5%，总量居全市第二。',
    '五年来，固定资产投资由40亿元增加到60亿元，是2011年的3倍。新建学校12所，城镇新增就业5200人。',
    '二、2017年工作安排',
    '今年主要预期目标是：地区生产总值增长8%以上，城镇登记失业率控制在4%以内。新修公路30公里，改造老旧小区15个。',
    '各位代表，让我们同心协力，为建设美好凤山而奋斗！',
  ]
    .join('\n')
    .concat('\n', '全县上下团结一心，稳中求进，攻坚克难，扎实做好各项工作。'.repeat(15));

  it('reads a text into a data file, keeps what a person edits, and finds the conflict', async () => {
    write('fengshan-2017.txt', text);
    expect(await jianbao('extract', 'fengshan-2017.txt')).toMatchObject({ code: 0, err: '' });
    const file = path.join(folder, 'data/fengshan-2017.yaml');
    const made = readFileSync(file, 'utf8');
    expect(made).toContain('120.5');
    writeFileSync(file, made.replace('120.5', '120.6'));
    const again = await jianbao('extract', 'fengshan-2017.txt');
    expect(again.code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('120.6');
    const audit = await jianbao('audit', 'data', '--strict');
    expect(audit.out).toContain('1.5');
    expect(audit.code).toBe(1);
    expect((await jianbao('build', '-t', 'brief', '--strict')).code).toBe(1);
    expect((await jianbao('build', '-t', 'brief')).code).toBe(0);
  });

  it('writes facts, and says what is no report', async () => {
    write('fengshan-2017.txt', text);
    write('notes.txt', '今天开会，明天下乡。'.repeat(100));
    expect((await jianbao('extract', 'fengshan-2017.txt', '--facts', 'facts.json')).code).toBe(0);
    const { facts } = JSON.parse(readFileSync(path.join(folder, 'facts.json'), 'utf8')) as {
      facts: { start: number; end: number; value: string }[];
    };
    expect(facts.length).toBeGreaterThan(12);
    expect(facts.map(({ start, end }) => text.slice(start, end))).toContain('120.5亿元');
    const { code, err } = await jianbao('extract', 'notes.txt');
    expect(code).toBe(1);
    expect(err).toContain('extract/not-a-report');
  });
});

describe('list, fonts, schema', () => {
  it('shows what there is in a folder without data, and that nothing is wrong with it', async () => {
    const { code, out, err } = await jianbao('list');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/报告\n还没有[^]*模板[^]*brief/u);
    expect(JSON.parse((await jianbao('list', '--json')).out)).toMatchObject({ reports: [] });
  });

  it('names a font of the project by its path in it', async () => {
    const bundled = path.join(
      root,
      'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
    );
    mkdirSync(path.join(folder, 'fonts'));
    cpSync(bundled, path.join(folder, 'fonts/simsun.ttf'));
    const { code, out } = await jianbao('fonts');
    expect(code).toBe(0);
    expect(out).toMatch(/ fonts\/simsun\.ttf /);
    expect(out).not.toContain(folder);
  });

  it('tell what the project has', async () => {
    cpSync(path.join(root, 'data/hongqi-2017.yaml'), path.join(folder, 'data/hongqi-2017.yaml'), { recursive: true });
    expect((await jianbao('list')).out).toMatch(/hongqi-2017[^]*brief[^]*handout[^]*gongwen/);
    expect((await jianbao('fonts')).out).toMatch(/小标宋[^]*Noto Serif SC[^]*LXGW WenKai/);
    const printed = async (...kind: string[]): Promise<string> => (await jianbao('schema', ...kind)).out;
    for (const [kind, ...words] of [
      ['report'],
      ['report', 'report'],
      ['indicators', 'indicators'],
      ['comparison', 'comparison'],
    ])
      expect(await printed(...words)).toBe(readFileSync(path.join(root, `data/${kind}.schema.json`), 'utf8'));
    expect(JSON.parse(await printed('mapping'))).toMatchObject({ required: ['tables'], additionalProperties: false });
    const wrong = await jianbao('schema', 'comparisons');
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('comparison')]);
  });
});
