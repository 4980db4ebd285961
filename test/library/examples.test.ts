// The examples of docs/library.md run as a program of a user's would: with the package's name, in a folder of their own.
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../helpers/project-engine.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'jianbao-examples-'));
const examples = path.join(root, 'examples');

const run = (name: string): Promise<{ readonly out: string; readonly err: string }> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, XDG_CACHE_HOME: path.join(folder, 'cache'), NO_COLOR: '1' };
    execFile('node', [path.join(examples, `${name}.mjs`)], { cwd: folder, env }, (error, out, err) => {
      if (error) reject(error);
      else resolve({ out, err });
    });
  });

const text = `红旗区2017年政府工作报告
——2017年4月21日在红旗区第十四届人民代表大会第一次会议上
各位代表：
现在，我代表区人民政府，向大会报告工作，请予审议。
一、2016年工作回顾
过去的一年，全区经济平稳运行。${'全区上下真抓实干，各项工作都有进展。'.repeat(20)}
地区生产总值完成157.5亿元，同比增长7.1%。固定资产投资完成135.1亿元，增长15%。社会消费品零售总额89.6亿元，增长12.5%。
新建小学6所，改造老旧小区12个。新增学位2万。
二、2017年工作安排
地区生产总值增长8%，固定资产投资增长10%。
`;

beforeAll(() => {
  cpSync(path.join(root, 'data', 'hongqi-2017.yaml'), path.join(folder, 'data', 'hongqi-2017.yaml'));
  writeFileSync(path.join(folder, 'report.txt'), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('examples', () => {
  const expected: Readonly<Record<string, readonly (string | RegExp)[]>> = {
    'one-report': ['hongqi-2017/brief.pdf 2 pages over 100 KB'],
    'own-template': ['hongqi-2017/card.docx'],
    folder: ['created hongqi-2017/factsheet.pdf'],
    'read-text': ['红旗区2017年政府工作报告', '原文没有写单位'],
    'audit-years': ['conflict 关于“地区生产总值”', '河南省新乡市红旗区 2017 地区生产总值目标增长8% no-report'],
    tables: ['6 figures, 2 in the report already', '主要指标.csv B6', '银行网点数：表上的单位“亿元”与这个指标不合'],
    'proof-bytes': [/hongqi-2017\/factsheet\.pdf is fine \d+ rules/],
  };

  it('has an expectation for each', () => {
    expect(
      readdirSync(examples)
        .filter((name) => name.endsWith('.mjs'))
        .toSorted(),
    ).toEqual(
      Object.keys(expected)
        .map((name) => `${name}.mjs`)
        .toSorted(),
    );
  });

  it.each(Object.entries(expected))('%s', async (name, parts) => {
    const { out, err } = await run(name);
    expect(err.trim()).toBe('');
    for (const part of parts) expect(out).toMatch(part);
  });

  it('folder leaves alone what is current, and names the figure that changed', async () => {
    expect((await run('folder')).out).toBe('unchanged hongqi-2017/factsheet.pdf\n');
    const file = path.join(folder, 'data', 'hongqi-2017.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('157.5', '158.5'));
    expect((await run('folder')).out).toMatch(
      /^changed hongqi-2017\/factsheet\.pdf\n地区生产总值: 157\.5亿元 → 158\.5亿元/,
    );
  });
});
