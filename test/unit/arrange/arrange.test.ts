// Numbers, ids, contents, descriptions; and what holds nothing is left out.
import { describe, expect, it } from 'vitest';
import { arrangeDocument } from '../../../src/arrange/arrange.ts';
import { parseDocument } from '../../../src/parse/parse.ts';
import { dump } from '../../../src/tree/dump.ts';
import type { Document } from '../../../src/tree/tree.ts';

const parsed = (body: string): Document => {
  const { value, diagnostics } = parseDocument(`---\ntitle: 讲义\n---\n${body}`, {
    file: 'handout.md',
    meta: {
      author: '',
      keywords: [],
      language: 'zh-CN',
      date: '2017-04-21',
      reportId: 'hongqi-2017',
      template: 'handout',
    },
  });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value.document;
};

const arranged = (body: string, numbers = true): string[] => {
  const { value } = arrangeDocument(parsed(body), { numbers });
  return value
    ? dump(value)
        .split('\n')
        .slice(3, -1)
        .map((line) => line.slice(2))
    : [];
};

const table = (caption: string): string => `:::table[${caption}]\n| 甲 |\n|---|\n| 1 |\n:::\n`;

describe('numbers', () => {
  it('numbers headings by level, anew under each higher one, and gives ids by place', () => {
    expect(arranged('# 回顾\n\n## 项目\n\n### 招商\n\n#### 外资\n\n## 城市\n\n# 计划\n\n## 任务')).toEqual([
      'heading level=1 id="h1" 一、回顾',
      'heading level=2 id="h1_1" （一）项目',
      'heading level=3 id="h1_1_1" 1．招商',
      'heading level=4 id="h1_1_1_1" （1）外资',
      'heading level=2 id="h1_2" （二）城市',
      'heading level=1 id="h2" 二、计划',
      'heading level=2 id="h2_1" （一）任务',
    ]);
  });

  it('numbers captions of tables and charts apart, through columns and groups', () => {
    const chart = ':::chart[增速]{unit="%"}\n| 甲 | 乙 |\n|---|---|\n| 丙 | 1 |\n:::\n';
    const body = `${table('目标')}\n:::::columns\n::::column\n${table('任务')}::::\n::::column\n${chart}::::\n:::::\n\n| 甲 |\n|---|\n| 1 |\n\n${chart}`;
    const lines = arranged(body);
    expect(lines.filter((line) => /table|chart/u.test(line)).map((line) => line.trim())).toEqual([
      'table density="normal" 表1\u3000目标',
      'table density="normal" 表2\u3000任务',
      'chart type="bar" unit="%" 图1\u3000增速',
      'table density="normal"',
      'chart type="bar" unit="%" 图2\u3000增速',
    ]);
  });

  it('leaves numbers out when the template does not ask for them', () => {
    expect(arranged(`# 回顾\n\n${table('目标')}`, false).slice(0, 2)).toEqual([
      'heading level=1 id="h1" 回顾',
      'table density="normal" 目标',
    ]);
  });
});

describe('contents', () => {
  it('lists headings down to its depth with numbers and ids', () => {
    expect(arranged('::contents[目录]{depth=1}\n\n# 回顾\n\n## 项目\n\n# 计划').slice(0, 3)).toEqual([
      'contents depth=1 目录',
      '  entry 1 #h1 一、回顾',
      '  entry 1 #h2 二、计划',
    ]);
  });
});

const chartOf = (values: string): string => `:::chart[图]\n| 甲 | 乙 | 丁 |\n|---|---|---|\n| 丙 | ${values} |\n:::`;

describe('charts', () => {
  it('are described in a sentence with their figures, absent ones left out', () => {
    const lines = arranged(
      ':::chart[主要指标增速，%]{unit="%" roles="result target"}\n| 指标 | 2016年增速 | 2017年目标 |\n|---|---|---|\n| 生产总值 | 7.1 | 8 |\n| 进出口 | -3.0 | |\n:::',
    );
    expect(lines.at(-1)).toBe(
      '  description 主要指标增速，%：生产总值，2016年增速7.1%、2017年目标8%；进出口，2016年增速−3.0%。',
    );
  });

  it('keep the description that the template gives', () => {
    expect(arranged(':::chart[图]\n| 甲 | 乙 |\n|---|---|\n| 丙 | 1 |\n\n::description[一句话]\n:::').at(-1)).toBe(
      '  description 一句话',
    );
  });

  it('lose series without a value, and go when none is left', () => {
    expect(arranged(chartOf('1 | —')).filter((line) => line.includes('result'))).toEqual(['  result 乙: 1']);
    expect(arranged(chartOf('— | —'))).toEqual([]);
  });
});

describe('empty parts', () => {
  it('go, and a lone column stands by itself', () => {
    expect(
      arranged(
        ':::::columns\n::::column\n:::table[甲]\n| 甲 |\n|---|\n:::\n::::\n::::column\n乙\n::::\n:::::\n\n:::cards\n| | | | |\n|---|---|---|---|\n:::\n\n:::keep\n:::',
      ),
    ).toEqual(['paragraph role="body" 乙']);
    expect(arranged('姓名:blank[姓名]')).toEqual(['paragraph role="body" 姓名{blank 8 姓名}']);
  });

  it('do not change the document given', () => {
    const document = parsed(`# 回顾\n\n${table('目标')}`);
    const before = structuredClone(document);
    arrangeDocument(document, { numbers: true });
    expect(document).toEqual(before);
  });
});
