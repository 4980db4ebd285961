// Markdown with directives to the tree: every form of the grammar once, and every fault with its place.
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/parse/parse.ts';
import { dump } from '../../../src/tree/dump.ts';
import type { Block } from '../../../src/tree/tree.ts';

const meta = {
  author: '',
  keywords: [],
  language: 'zh-CN',
  date: '2017-04-21',
  reportId: 'hongqi-2017',
  template: 'brief',
};
const run = (text: string) => parseDocument(text, { file: 'brief.md', meta });
const withHead = (body: string): string => `---\ntitle: 红旗区\n---\n${body}`;

const blocks = (body: string): readonly Block[] => {
  const { value, diagnostics } = run(withHead(body));
  expect(diagnostics).toEqual([]);
  return value?.document.blocks ?? [];
};

/** The dump of a body, without document, meta and page. */
const tree = (body: string): string => {
  const { value, diagnostics } = run(withHead(body));
  expect(diagnostics).toEqual([]);
  return value
    ? dump(value.document)
        .split('\n')
        .slice(3, -1)
        .map((line) => line.slice(2))
        .join('\n')
    : '';
};

/** Faults as `line:column code`, lines counted in the body. */
const faults = (body: string): string[] =>
  run(withHead(body)).diagnostics.map(({ span, code }) => `${(span?.line ?? 0) - 3}:${span?.column} ${code}`);

const ranked = (attributes: string): string =>
  tree(
    `:::table{widths="3 1 2"${attributes}}\n| 指标 | 位次 | 数值 |\n|---|---|---|\n| 甲 | — | 1 |\n| 乙 | | — |\n:::`,
  );

describe('inlines', () => {
  it('sets emphasis beside Chinese marks', () => {
    expect(tree('建设**“四区”**的要求，*《决定》*提出')).toBe(
      'paragraph role="body" 建设{strong “四区”}的要求，{em 《决定》}提出',
    );
  });

  it('keeps as text what documents have no form for', () => {
    const text =
      '`代码` <b>粗</b> ~甲~ www.gov.cn https://www.gov.cn/ a@b.cn 12:30 原料:钢铁 ::: [甲] {乙} <https://a.cn>';
    expect(tree(text)).toBe(`paragraph role="body" ${text.replaceAll('{', String.raw`\{`)}`);
  });

  it('joins lines without a space beside Chinese, with one between Latin words', () => {
    expect(tree('经济平稳，\n服务业当家\nGDP\ngrows :fig[7.1%]{ref=g}\n左右')).toBe(
      'paragraph role="body" 经济平稳，服务业当家GDP grows {fig 7.1% <g>}左右',
    );
  });

  it('reads figures, blanks, breaks and links', () => {
    expect(
      tree('值:fig[157\\.5亿元]{ref="gdp-2016.growth"}，姓名:blank[姓名]{em=6}\\\n[网页](https://www.gov.cn/)'),
    ).toBe(
      'paragraph role="body" 值{fig 157.5亿元 <gdp-2016.growth>}，姓名{blank 6 姓名}{break}{link https://www.gov.cn/ 网页}',
    );
  });

  it('gives places in the filled text', () => {
    const [first] = blocks('\n甲:fig[1亿元]{ref=a}');
    expect(first).toMatchObject({
      span: { file: 'brief.md', line: 5, column: 1 },
      children: [{ kind: 'text' }, { kind: 'figure', span: { file: 'brief.md', line: 5, column: 2 } }],
    });
  });
});

describe('blocks', () => {
  it('reads headings, lists, rules and plain tables', () => {
    expect(
      tree(
        '# 一级\n\n#### 四级\n\n甲\n---\n乙\n\n3. 丙\n4. 丁\n   - 戊\n\n| 指标 | 数值 |\n|:--|--:|\n| **经济** | |\n| 甲\\|乙 | 1 |',
      ),
    ).toBe(
      [
        'heading level=1 一级',
        'heading level=4 四级',
        'paragraph role="body" 甲',
        'rule',
        'paragraph role="body" 乙',
        'list ordered=true start=3',
        '  item',
        '    paragraph role="body" 丙',
        '  item',
        '    paragraph role="body" 丁',
        '    list',
        '      item',
        '        paragraph role="body" 戊',
        'table density="normal"',
        '  column left 0 指标',
        '  column right 0 数值',
        '  group 经济 | ',
        '  row 甲|乙 | 1',
      ].join('\n'),
    );
  });

  it('reads heads and feet', () => {
    expect(
      tree(
        ':::masthead\n::name[红旗区政情简报]\n::issue[第1期]\n::unit[办公室]\n::date[2017年4月21日]\n:::\n\n:::banner\n::title[一页纸]\n::aside[河南]\n::aside[会议]\n:::\n\n:::title\n::main[讲义]\n::sub[会议]\n:::\n\n:::imprint\n::left[报送：区委]\n::right[共印300份]\n:::',
      ),
    ).toBe(
      'masthead\n  name 红旗区政情简报\n  issue 第1期\n  unit 办公室\n  date 2017年4月21日\nbanner 一页纸\n  aside 河南\n  aside 会议\ntitle 讲义\n  sub 会议\nimprint\n  left 报送：区委\n  right 共印300份',
    );
  });

  it('reads tables, cards and terms with their attributes', () => {
    expect(
      tree(
        ':::table[主要:fig[1]{ref=a}指标]{widths="2 1.5" align="left decimal" density=compact yields=2 keep=4}\n| 指标 | 数值 |\n|---|---|\n| 甲 | 1 |\n\n::note[注：现价]\n:::\n\n:::cards{per-row=4 size=small yields=1 keep=0}\n| | | | |\n|---|---|---|---|\n| 甲 | 1 | 亿元 | 同比 |\n:::\n\n:::terms{per-row=2}\n| 名词 | 解释 |\n|---|---|\n| 两改 | 改造 |\n:::',
      ),
    ).toBe(
      'table density="compact" yields=2 keep=4 主要{fig 1 <a>}指标\n  column left 2 指标\n  column decimal 1.5 数值\n  row 甲 | 1\n  note 注：现价\ncards perRow=4 size="small" yields=1 keep=0\n  card 甲 | 1 | 亿元 | 同比\nterms perRow=2\n  term 两改 | 改造',
    );
  });

  it('leaves out the columns of a table that say nothing, where it is asked to', () => {
    expect(ranked(' empty=drop')).toBe(
      'table density="normal"\n  column left 3 指标\n  column left 2 数值\n  row 甲 | 1\n  row 乙 | —',
    );
    expect(ranked('')).toContain('column left 1 位次');
  });

  it('reads charts: series from columns, null from a dash, refs from figures', () => {
    expect(
      blocks(
        ':::chart[增速，%]{type=bar unit="%" roles="result target" height=60}\n| 指标 | 2016年 | 2017年目标 |\n|---|---|---|\n| 生产总值 | :fig[−7.10]{ref=g} | 8 |\n| 投资 | — | |\n\n::description[文字]\n:::',
      ),
    ).toMatchObject([
      {
        kind: 'chart',
        type: 'bar',
        unit: '%',
        height: 60,
        categories: ['生产总值', '投资'],
        series: [
          { name: '2016年', role: 'result', values: ['-7.10', null] },
          { name: '2017年目标', role: 'target', values: ['8', null] },
        ],
        refs: ['g'],
        description: '文字',
      },
    ]);
  });

  it('reads columns, groups, paragraphs of a role and leaves', () => {
    expect(
      tree(
        ':::::columns{widths="2 1"}\n::::column\n:::lead\n导语\n:::\n::::\n::::column\n乙\n::::\n:::::\n\n::::foot\n:::note{yields=3}\n注\n:::\n::::\n\n::lines{count=12 pitch=8.5}\n\n::contents[目录]{depth=1}\n\n::pagebreak',
      ),
    ).toBe(
      'columns widths="2 1"\n  column\n    paragraph role="lead" 导语\n  column\n    paragraph role="body" 乙\ngroup role="foot"\n  paragraph role="note" yields=3 注\nlines count=12 pitch=8.5\ncontents depth=1 目录\npagebreak',
    );
  });
});

describe('faults', () => {
  it.each([
    ['甲\n\n:::tabel\n文\n:::', '3:1 parse/unknown-directive'],
    ['::pagbreak', '1:1 parse/unknown-directive'],
    ['甲:figg[1]{ref=a}', '1:2 parse/unknown-directive'],
    [':::column\n甲\n:::', '1:1 parse/unknown-directive'],
    ['::lead[甲]', '1:1 parse/unknown-directive'],
    [':::lead\n甲', '1:1 parse/unclosed-directive'],
    [':::lines{count=3}\n:::', '1:1 parse/unknown-directive'],
    ['甲\n\n:::', '3:1 parse/unclosed-directive'],
    [':::table{widht="1"}\n| 甲 |\n|---|\n| 1 |\n:::', '1:10 parse/bad-attribute'],
    [':::table{widths="1 2"}\n| 甲 |\n|---|\n| 1 |\n:::', '1:10 parse/bad-attribute'],
    [':::table{align="middle"}\n| 甲 |\n|---|\n| 1 |\n:::', '1:10 parse/bad-attribute'],
    [':::cards{per-row=three}\n| | | | |\n|---|---|---|---|\n| 甲 | 1 | 亿元 | |\n:::', '1:10 parse/bad-attribute'],
    [':::chart{type=pie}\n| 甲 | 乙 |\n|---|---|\n| 丙 | 1 |\n:::', '1:10 parse/bad-attribute'],
    ['甲:fig[1]', '1:2 parse/bad-attribute'],
    [':::chart\n| 甲 | 乙 |\n|---|---|\n| 丙 | 一 |\n:::', '4:7 parse/bad-content'],
    [':::cards\n| 甲 | 乙 |\n|---|---|\n| 丙 | 1 |\n:::', '2:1 parse/bad-content'],
    [':::table\n甲\n:::', '1:1 parse/bad-content'],
    [':::lead\n- 甲\n:::', '2:1 parse/bad-content'],
    [':::masthead\n甲\n:::', '2:1 parse/bad-content'],
    ['> 甲', '1:1 parse/bad-content'],
    ['```\n甲\n```', '1:1 parse/bad-content'],
    ['![图](a.png)', '1:1 parse/bad-content'],
    ['[甲](javascript:alert(1))', '1:1 parse/bad-content'],
    ['~~甲~~', '1:1 parse/bad-content'],
    ['##### 甲', '1:1 parse/bad-content'],
    [':::table[甲]{widths=}}\n甲\n:::', '1:1 parse/bad-content'],
  ])('%j', (body, fault) => {
    expect(faults(body)).toContain(fault);
    expect(run(withHead(body)).value).toBeUndefined();
  });

  it('finds an inner directive with as many colons as the outer one', () => {
    expect(faults(':::columns\n:::column\n甲\n:::\n:::')).toEqual([
      '2:1 parse/unclosed-directive',
      '5:1 parse/unclosed-directive',
    ]);
  });

  it('reads CRLF and a byte order mark as the same document', () => {
    const text = withHead('# 甲\n\n乙\n丙\n\n:::lead\n丁\n:::');
    expect(run(`\uFEFF${text.replaceAll('\n', '\r\n')}`).value).toEqual(run(text).value);
  });
});
