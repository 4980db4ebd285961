// From an empty folder to the printer, as someone does who was given the package file and a report: each step of
// docs/start.md, by the commands that it names, with the exit codes and the files that it promises.
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../helpers/project-engine.ts';
import { pdfText, squeeze } from '../helpers/read-text.ts';
import { installPacked, runIn, type Ran } from './packed.ts';

const report = `政府工作报告

——2017年2月10日在示例区第五届人民代表大会第六次会议上

示例区人民政府区长　张某

各位代表：

现在，我代表区人民政府，向大会报告工作，请予审议。

一、2016年工作回顾

2016年，全区地区生产总值完成157.5亿元，增长7.1%；固定资产投资完成92.4亿元，增长8.5%。一般公共预算收入6.8亿元，增长1.6%。

二、2017年工作安排

2017年，地区生产总值增长8%左右，固定资产投资增长12%以上。

${'坚持稳中求进，把项目建设摆在更加突出的位置。'.repeat(24)}
`;

const papers = mkdtempSync(path.join(tmpdir(), 'jianbao-new-user-'));
const folder = path.join(papers, '示例区');
let packageFile = '';

const jianbao = (...args: string[]): Ran => runIn(folder, 'npx', ['--no', 'jianbao', ...args], { LANG: 'zh_CN.UTF-8' });
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
const edit = (file: string, from: string | RegExp, to: string): void => {
  const before = read(file);
  writeFileSync(path.join(folder, file), before.replace(from, to));
  expect(read(file)).not.toBe(before);
};
const briefText = async (id: string): Promise<string> =>
  squeeze(await pdfText(readFileSync(path.join(folder, 'output', id, 'brief.pdf'))));

const id = '示例区2017年政府工作报告';
const data = `data/${id}.yaml`;

beforeAll(() => {
  packageFile = installPacked(papers);
  writeFileSync(path.join(papers, 'report.md'), report);
  expect(runIn(papers, 'pandoc', ['report.md', '-o', `${id}.docx`]).code).toBe(0);
});
afterAll(() => rmSync(papers, { recursive: true }));

describe('from a report', () => {
  it('init makes a folder with its data, and goes by npx without another installation', () => {
    const { code, out, err } = runIn(papers, 'npx', [
      '--no',
      'jianbao',
      'init',
      '示例区',
      '--from',
      `${id}.docx`,
      '--lang',
      'zh',
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`${data}：`);
    expect(out).not.toContain('npm install');
    expect(read(data)).toContain('value: 157.5');
    // The first line names the schema, by which editors complete keys.
    expect(read(data)).toMatch(/^# yaml-language-server: \$schema=\.\/report\.schema\.json\n/);
    expect(JSON.parse(read('data/report.schema.json'))).toHaveProperty('properties.sections');
    expect(JSON.parse(read('package.json'))).toHaveProperty('dependencies.jianbao', `file:${packageFile}`);
    expect(existsSync(path.join(folder, packageFile))).toBe(true);
  });

  it('build makes the documents of every day and the page to browse', async () => {
    const { code, err } = jianbao('build');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const names = ['brief', 'factsheet', 'handout'].flatMap((name) => [`${name}.docx`, `${name}.pdf`]);
    expect(readdirSync(path.join(folder, 'output', id)).toSorted()).toEqual(names);
    expect(read('output/index.html')).toContain(id);
    expect(await briefText(id)).toContain('157.5亿元');
    expect(jianbao('build', '--check')).toMatchObject({ code: 0, err: '' });
  });

  it('the theme gives masthead and issuer', async () => {
    edit('templates/theme.yaml', /masthead: .*/, 'masthead: 示例区政情');
    edit('templates/theme.yaml', /# issuer: .*/, 'issuer: 示例区政府办公室');
    expect(jianbao('build', '--check').code).toBe(1);
    expect(jianbao('build', '-t', 'brief', '-f', 'pdf')).toMatchObject({ code: 0, err: '' });
    expect(await briefText(id)).toContain('示例区政情示例区政府办公室');
  });

  it('a fault in a template is told with its line, and nothing is made', () => {
    const before = readFileSync(path.join(folder, 'output', id, 'brief.pdf'));
    edit('templates/brief.hbs', 'take headline 6', 'take headlin 6');
    const { code, err } = jianbao('build', '-t', 'brief');
    expect(code).toBe(1);
    expect(err).toMatch(/templates\/brief\.hbs:\d+:\d+ 错误 fill\/unknown-path/);
    expect(err.match(/错误/g)).toHaveLength(1);
    expect(readFileSync(path.join(folder, 'output', id, 'brief.pdf')).equals(before)).toBe(true);
    edit('templates/brief.hbs', 'take headlin 6', 'take headline 6');
  });

  it('a new template builds as it is', () => {
    expect(jianbao('new', 'template', '快讯')).toMatchObject({ code: 0, err: '' });
    expect(jianbao('build', '-t', '快讯', '-f', 'pdf')).toMatchObject({ code: 0, err: '' });
    expect(existsSync(path.join(folder, 'output', id, '快讯.pdf'))).toBe(true);
  });

  it('a fault in the data is told with its line, and the other report is made', () => {
    writeFileSync(path.join(folder, 'data/b.yaml'), read(data).replace(`id: ${id}`, 'id: b').replace('157.5', '157,5'));
    const { code, err } = jianbao('build', '-t', 'brief', '-f', 'pdf');
    expect(code).toBe(1);
    expect(err).toMatch(/data\/b\.yaml:\d+:\d+ 错误 check\/wrong-value\nvalue 不能是 157,5/);
    rmSync(path.join(folder, 'data/b.yaml'));
    expect(jianbao('build', '-t', 'brief', '-f', 'pdf')).toMatchObject({ code: 0, err: '' });
  });

  it('a table is imported, each figure with its cell, and what differs is told', () => {
    copyFileSync(path.join(root, 'test/unit/tables/fixtures/年鉴.xlsx'), path.join(folder, '年鉴.xlsx'));
    const { code, out, err } = jianbao('import', '年鉴.xlsx', '--sheet', '1-2 主要指标', '--into', data);
    expect(code).toBe(0);
    expect(out).toContain(`年鉴.xlsx → ${data}`);
    expect(err).toContain('银行营业网点数：表上的单位“亿元”与这个指标不合');
    expect(read(data)).toMatch(/id: tertiary-value-added-2016,.*value: 130\.5,.*cell: B7/);
    expect(jianbao('build')).toMatchObject({ code: 0, err: '' });
  });

  it.each(['xlsx', 'csv', 'json'])('figures are exported as %s, and nothing is stale by it', (format) => {
    const { code, out } = jianbao('export', data, '--to', format);
    expect(code).toBe(0);
    expect(out).toContain(`export/${id}.${format}`);
    if (format !== 'xlsx') expect(read(`export/${id}.${format}`)).toContain('157.5');
    expect(jianbao('import', `export/${id}.${format === 'json' ? 'csv' : format}`, '--into', data)).toMatchObject({
      code: 0,
      err: '',
    });
    expect(jianbao('build', '--check').code).toBe(0);
  });

  it('proof finds the documents as they should be', () => {
    expect(jianbao('proof', 'output')).toMatchObject({ code: 0, err: '' });
  });
});

it('an empty folder gets an example that builds in English, too', () => {
  const there = path.join(papers, 'example');
  const run = (...args: string[]): Ran => runIn(there, 'npx', ['--no', 'jianbao', ...args], { LANG: 'en_GB.UTF-8' });
  expect(runIn(papers, 'npx', ['--no', 'jianbao', 'init', 'example']).out).toContain('made 14 files');
  const { code, out } = run('build', '-f', 'pdf');
  expect(code).toBe(0);
  expect(out).toContain('created 3');
  expect(run('frob')).toMatchObject({ code: 2, err: 'there is no command “frob”\nhint: run jianbao help\n' });
});
