// What helpers write, seen as Markdown; figures carry the ref of their statement.
import { describe, expect, it } from 'vitest';
import { fill, quyang, viewOf } from './sample.ts';

const rows = '{{#each headline as |row|}}';
const each = (inner: string): string[] => fill(`${rows}${inner}¶{{/each}}`).split('¶').slice(0, -1);

const gist = (em: number): string =>
  fill(`{{#each review.opening}}{{gist this em=${em}}}{{/each}}`)
    .replaceAll(/:fig\[(.*?)\]\{.*?\}/gu, '$1')
    .replaceAll('\\', '');

/** What stands behind a growth with these qualifiers in a table. */
const marked = (...qualifiers: readonly string[]): string => {
  const sections = quyang.sections.map((section) => ({
    ...section,
    observations: section.observations.map((one) =>
      one.growth ? { ...one, growth: { ...one.growth, qualifiers: [...qualifiers] } } : one,
    ),
  }));
  const view = viewOf({ ...quyang, sections });
  const filled = fill('{{#each (take headline 1) as |row|}}{{signedChange row.growth}}{{/each}}', view);
  return filled.slice(filled.indexOf('}') + 1);
};

describe('figures', () => {
  it('keep number, unit, modifier and precision together', () => {
    expect(each('{{figure row.value}}')).toEqual([
      String.raw`:fig[95\.0亿元]{ref="gdp-2021"}`,
      String.raw`:fig[7\.21亿元]{ref="revenue-2021"}`,
      String.raw`:fig[3\.4亿元]{ref="trade-2021"}`,
    ]);
    expect(fill('{{#each livelihood as |row|}}{{amount row.value}}|{{row.unit}}{{/each}}')).toBe(
      ':fig[1000]{ref="jobs-2021"}|余人',
    );
  });

  it('mark a growth on a basis of its own where no words stand beside it', () => {
    expect([marked(), marked('同口径'), marked('剔除证券交易印花税因素')]).toEqual(['', '（同口径）', '（另有口径）']);
  });

  it('say a change with sign and word, and a standstill in words', () => {
    expect(each('{{change row.growth}}')).toEqual([
      String.raw`▲ 同比增长&#x20;:fig[6\.5\%]{ref="gdp-2021.growth"}`,
      '— 同比:fig[持平]{ref="revenue-2021.growth"}',
      String.raw`▼ 同比下降&#x20;:fig[12\.5\%]{ref="trade-2021.growth"}`,
    ]);
    expect(each('{{signedChange row.growth}}')).toEqual([
      String.raw`:fig[6\.5\%]{ref="gdp-2021.growth"}`,
      String.raw`:fig[0\.0\%]{ref="revenue-2021.growth"}`,
      String.raw`:fig[−12\.5\%]{ref="trade-2021.growth"}`,
    ]);
    expect(each('{{plot row.growth}}')[2]).toBe(String.raw`:fig[\-12\.5]{ref="trade-2021.growth"}`);
  });

  it('write a dash where a table has no figure, and nothing in running text', () => {
    expect(each('{{cell row.completion}}')).toEqual(['—', String.raw`:fig[103\%]{ref="revenue-2021.completion"}`, '—']);
    expect(each('{{figure row.share}}')).toEqual(['', '', '']);
  });

  it('name the scope of a rank and what is ranked', () => {
    expect(each('{{rankList row none="—"}}')).toEqual(['增幅:fig[全市第三]{ref="gdp-2021.rank-1"}', '—', '—']);
  });
});

describe('phrases', () => {
  it('state all of a row in one clause', () => {
    expect(each('{{sentence row}}')).toEqual([
      String.raw`地区生产总值:fig[95\.0亿元]{ref="gdp-2021"}，同比增长:fig[6\.5\%]{ref="gdp-2021.growth"}，增幅:fig[全市第三]{ref="gdp-2021.rank-1"}`,
      String.raw`一般公共预算收入:fig[7\.21亿元]{ref="revenue-2021"}，同比:fig[持平]{ref="revenue-2021.growth"}，为年目标的:fig[103\%]{ref="revenue-2021.completion"}`,
      String.raw`进出口总额:fig[3\.4亿元]{ref="trade-2021"}，同比下降:fig[12\.5\%]{ref="trade-2021.growth"}`,
    ]);
    expect(fill('{{#each changes}}{{sentence this}}{{/each}}')).toBe(
      String.raw`地区生产总值由2016年的:fig[61\.2亿元]{ref="gdp-span.from"}增至:fig[95\.0亿元]{ref="gdp-span"}，是2016年的:fig[1\.6倍]{ref="gdp-span.multiple"}`,
    );
  });

  it('state the aim of a target with its bound in words', () => {
    expect(fill('{{#each targets}}{{name}}{{aim this}}；{{/each}}')).toBe(
      String.raw`地区生产总值增长:fig[7\%以上]{ref="target.gdp.growth"}；城镇登记失业率:fig[4\.5\%以内]{ref="target.unemployment.level"}；居民人均可支配收入与经济增长同步；`,
    );
  });

  it('keep a gist within its room, the whole figure or none', () => {
    expect(gist(19)).toBe('地区生产总值95.0亿元，同比增长6.5%。');
    expect(gist(13)).toBe('地区生产总值95.0亿元。');
    expect(gist(9)).toBe('全年经济稳中有进。');
    // Nothing fits: the shortest clause runs on to a second line.
    expect(gist(8)).toBe('进出口总额3.4亿元。');
    expect(gist(60)).toContain('进出口总额3.4亿元');
  });

  it('number tasks through all areas, stray ones last', () => {
    expect(
      fill('{{#each plan.areas}}{{title}}{{#each tasks}}{{number}}{{text}}{{measures this}}；{{/each}}{{/each}}'),
    ).toBe('狠抓项目建设1开工一批重点项目新开工项目:fig[20个]{ref="task.projects.1"}；其他工作2做好双拥工作—；');
  });
});

describe('words', () => {
  it.each([
    ['{{numeral 12}}', '十二'],
    ['{{numeral 0 plus=20}}', '二十'],
    ['{{numeral 0 plus=20 arabic=true}}', '20'],
    ['{{longDate "2017-04-21"}}', '2017年4月21日'],
    ['{{scaled "13000" "人"}}', String.raw`1\.3万人`],
    ['{{scaled "7800" "万美元"}}', '7800万美元'],
    ['{{scaled "12260000000" "元"}}', String.raw`122\.6亿元`],
    ['{{scaled "13579" "人"}}', '13579人'],
    ['{{join (words "甲" "" "乙") with="，"}}', '甲，乙'],
    ['{{default "" "乙"}}', '乙'],
    ['{{concat report.short "数据"}}', '曲阳县数据'],
    ['{{#if (and (gt 3 2) (not (eq "a" "b")) (or "" hash))}}是{{/if}}', '是'],
    [
      '{{size (take targets 2)}}{{size (drop targets 2)}}{{size (firstHalf targets)}}{{size (secondHalf targets)}}',
      '2121',
    ],
    ['{{size (both targets (take targets 2))}}', '5'],
  ])('%s', (body, text) => {
    expect(fill(body, viewOf())).toBe(text);
  });
});
