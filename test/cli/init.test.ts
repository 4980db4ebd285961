// A working folder from nothing: what init writes, what it leaves alone, and that everything in it works as it stands.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { loadReport } from '../../src/report/load.ts';
import { root } from '../helpers/project-engine.ts';
import { pdfText, squeeze } from '../helpers/read-text.ts';

const base = mkdtempSync(path.join(tmpdir(), 'jianbao-init-'));
let folder = '';
let count = 0;

const run = (cwd: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, XDG_CACHE_HOME: path.join(base, 'cache'), LANG: 'zh_CN.UTF-8', NO_COLOR: '1' };
    execFile('node', [path.join(root, 'dist/cli.js'), ...args], { cwd, env }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
const jianbao = (...args: string[]): ReturnType<typeof run> => run(folder, ...args);
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

const smallReport = `政府工作报告

——2026年2月10日在示例区第五届人民代表大会第六次会议上
示例区人民政府区长　张某

各位代表：
现在，我代表区人民政府，向大会报告工作，请予审议。

一、2025年工作回顾
2025年，全区地区生产总值完成186.3亿元，增长6.2%；固定资产投资完成92.4亿元，增长8.5%。一般公共预算收入12.75亿元，增长5%。

二、2026年工作安排
2026年，地区生产总值增长6%左右，固定资产投资增长8%以上。
${'坚持稳中求进，把项目建设摆在更加突出的位置。'.repeat(24)}
`;

beforeEach(() => {
  count += 1;
  folder = path.join(base, String(count));
  mkdirSync(folder);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('jianbao init', () => {
  it('makes a folder whose documents can be made at once, masthead from the theme', async () => {
    const { code, out } = await jianbao('init', '简报');
    expect(code).toBe(0);
    expect(out).toContain('jianbao build');
    const made = path.join(folder, '简报');
    const theme = path.join(made, 'templates/theme.yaml');
    writeFileSync(theme, readFileSync(theme, 'utf8').replace('masthead: 工作简报', 'masthead: 示例政情'));
    expect(await run(made, 'build', '-f', 'pdf')).toMatchObject({ code: 0, err: '' });
    const text = squeeze(await pdfText(readFileSync(path.join(made, 'output/shili-2026/brief.pdf'))));
    expect(text).toContain('示例政情');
    expect(text).toContain('186.3');
    expect(await run(made, 'audit')).toMatchObject({ code: 0, err: '' });
  });

  it('writes no file that is there, and says so', async () => {
    mkdirSync(path.join(folder, 'data'));
    writeFileSync(path.join(folder, 'data/example.yaml'), 'mine');
    writeFileSync(path.join(folder, '.gitignore'), 'mine');
    const { code, out } = await jianbao('init');
    expect(code).toBe(0);
    expect(out).toContain('data/example.yaml、.gitignore');
    expect(read('data/example.yaml')).toBe('mine');
    expect(existsSync(path.join(folder, 'templates/brief.hbs'))).toBe(true);
  });

  it('takes along the package file that it was installed from', async () => {
    writeFileSync(path.join(folder, 'jianbao-0.1.0.tgz'), 'bytes');
    writeFileSync(path.join(folder, 'package.json'), '{ "dependencies": { "jianbao": "file:jianbao-0.1.0.tgz" } }');
    const { out } = await jianbao('init', 'work');
    expect(out).toContain('npm install');
    expect(read('work/jianbao-0.1.0.tgz')).toBe('bytes');
    expect(JSON.parse(read('work/package.json'))).toMatchObject({
      dependencies: { jianbao: 'file:jianbao-0.1.0.tgz' },
    });
  });

  it('begins with reports of one’s own', async () => {
    writeFileSync(path.join(folder, 'a.txt'), smallReport);
    const { code, out } = await jianbao('init', 'work', '--from', 'a.txt');
    expect(code).toBe(0);
    expect(out).toContain('个数字');
    expect(existsSync(path.join(folder, 'work/data/example.yaml'))).toBe(false);
    expect((await run(path.join(folder, 'work'), 'build', '-t', 'brief', '-f', 'pdf')).code).toBe(0);
  });

  it('writes nothing when a report cannot be read', async () => {
    writeFileSync(path.join(folder, 'a.txt'), '');
    const { code, err } = await jianbao('init', 'work', '--from', 'a.txt');
    expect(code).toBe(1);
    expect(err).toContain('extract/no-text');
    expect(existsSync(path.join(folder, 'work'))).toBe(false);
  });

  it('has the same example in both languages but for the comments', () => {
    const [zh, en] = ['zh', 'en'].map((language) => {
      const file = `starter/${language}/example.yaml`;
      const { value, diagnostics } = loadReport(file, readFileSync(path.join(root, file)));
      expect(diagnostics).toEqual([]);
      return value?.report;
    });
    expect(en).toEqual(zh);
  });
});

describe('jianbao new template', () => {
  it('writes one that builds as it stands', async () => {
    await jianbao('init', '--ci', 'none');
    for (const args of [['卡片'], ['周报', '--like', 'brief']]) {
      expect((await jianbao('new', 'template', ...args)).code).toBe(0);
    }
    expect(read('templates/卡片.hbs')).toMatch(/^title: .*年卡片"$/m);
    expect((await jianbao('list')).out).toContain('周报');
    expect(await jianbao('build', '-t', '卡片,周报', '-f', 'pdf')).toMatchObject({ code: 0, err: '' });
    const text = await pdfText(readFileSync(path.join(folder, 'output/shili-2026/卡片.pdf')));
    expect(squeeze(text)).toContain('地区生产总值186.3亿元');
  });

  it.each([
    ['a name that is taken', ['brief'], 1],
    ['a name that is a path', ['../x'], 2],
    ['a template to copy that is not there', ['x', '--like', 'breif'], 1],
    ['no name', [], 2],
  ])('refuses %s', async (_, args, code) => {
    expect((await jianbao('new', 'template', ...args)).code).toBe(code);
    expect(existsSync(path.join(folder, 'templates'))).toBe(false);
  });
});
