// Title blocks and sections in the layouts that reports come in, and where the body ends.
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/extract/clean.ts';
import { readOutline } from '../../../src/extract/outline.ts';
import { reportOf } from './report-of.ts';

const outlineOf = (text: string, year?: number): ReturnType<typeof readOutline> =>
  readOutline(cleanText(text).text, year);
const told = (text: string, year?: number): string[] =>
  outlineOf(text, year).sections.map(({ id, title, part, period }) => [id, title, part, period].join(' '));

const body = '全县干部群众团结一心、真抓实干，各项工作取得了新的成绩，为今后的发展打下了坚实的基础。';

const reviewing = (head: string): string =>
  `各位代表：\n现在，我代表区人民政府向大会报告工作。\n一、${head}\n${body}\n二、2016年工作安排\n${body}`;

describe('title block', () => {
  it('reads meeting, date, speaker, office and place', () => {
    const { meeting, date, speaker, office, place, years } = outlineOf(reportOf({ review: body }));
    expect({ meeting, date, speaker, office, place }).toEqual({
      meeting: '清河县第十六届人民代表大会第一次会议',
      date: '2017-03-08',
      speaker: '周文清',
      office: '清河县人民政府县长',
      place: '清河县',
    });
    expect(years).toEqual({ reviewed: 2016, planned: 2017, span: { from: 2012, to: 2016 } });
  });

  it('takes the caller’s year when the text names none', () => {
    const text = `各位代表：\n现在，我代表区政府报告工作。\n过去一年，${body}\n今年，我们要重点做好以下工作，努力实现各项目标任务。${body}`;
    expect(outlineOf(text, 2014).years.reviewed).toBe(2013);
    expect(outlineOf(text).yearsKnown).toBe(false);
  });
});

describe('sections', () => {
  it('tells review, several years and plan by their heads', () => {
    expect(told(reportOf({ review: body, span: body, plan: body })).slice(1)).toEqual([
      '1 2016年工作回顾 review 2016',
      '2 过去五年工作回顾 span 2012-2016',
      '3 2017年主要任务 plan 2017',
    ]);
  });

  it('does not take the 5年 of 2015年 for five years, nor 今年以来', () => {
    expect(told(reviewing('2015年工作回顾'))[1]).toBe('1 2015年工作回顾 review 2015');
    expect(told(reviewing('2015年和今年以来工作回顾'))[1]).toBe('1 2015年和今年以来工作回顾 review 2015');
    expect(told(reviewing('区六届人大一次会议以来的工作'), 2016)[1]).toBe(
      '1 区六届人大一次会议以来的工作 span 2011-2015',
    );
  });

  it('takes dashed heads on lines of their own, not the sentences that open the paragraphs between them', () => {
    const paragraph = `消费拉动作用增强。${body}`;
    const review = ['——结构不断优化。', paragraph, '——动能快速成长。', paragraph, '——生活持续改善。', paragraph].join(
      '\n',
    );
    expect(told(reportOf({ review })).slice(1, 5)).toEqual([
      '1 2016年工作回顾 review 2016',
      '1.1 结构不断优化 review 2016',
      '1.2 动能快速成长 review 2016',
      '1.3 生活持续改善 review 2016',
    ]);
  });

  it('begins the body where the report speaks for whom, when the greeting is left out', () => {
    const text = `现在，我代表区人民政府向大会作工作报告。\n过去五年工作回顾\n${body}\n未来五年工作\n${body}`;
    expect(told(text, 2016).slice(1)).toEqual(['1 过去五年工作回顾 span 2011-2015', '2 未来五年工作 plan 2016-2020']);
  });

  it('reads run-in heads with and without numbers', () => {
    const numbered = `（一）农业稳步发展。${body}\n（二）工业提质增效。${body}`;
    const bare = [`综合实力迈上新台阶。${body}`, `城乡面貌发生新变化。${body}`, `民生保障取得新进展。${body}`].join(
      '\n',
    );
    expect(told(reportOf({ review: numbered, span: bare })).slice(1, 8)).toEqual([
      '1 2016年工作回顾 review 2016',
      '1.1 农业稳步发展 review 2016',
      '1.2 工业提质增效 review 2016',
      '2 过去五年工作回顾 span 2012-2016',
      '2.1 综合实力迈上新台阶 span 2012-2016',
      '2.2 城乡面貌发生新变化 span 2012-2016',
      '2.3 民生保障取得新进展 span 2012-2016',
    ]);
  });

  it('keeps a subsection in its part whatever its head speaks of', () => {
    const text = reportOf({ review: `（一）坚决贯彻落实中央各项工作部署，推动经济持续健康发展。${body}` });
    expect(told(text)).toContain('1.1 坚决贯彻落实中央各项工作部署，推动经济持续健康发展 review 2016');
  });

  it('reads plans of several years', () => {
    const text = `各位代表：\n一、“十二五”工作回顾\n${body}\n二、“十三五”时期主要目标\n${body}\n三、2016年工作安排\n${body}`;
    expect(told(text, 2016).slice(1)).toEqual([
      '1 “十二五”工作回顾 span 2011-2015',
      '2 “十三五”时期主要目标 plan 2016-2020',
      '3 2016年工作安排 plan 2016',
    ]);
  });

  it('finds the plan of a report without heads', () => {
    const text = `各位代表：\n2015年，${body}\n${body}\n${body}\n2016年是“十三五”开局之年，政府工作的总体要求是稳中求进。${body}\n${body}`;
    expect(told(text, 2016).some((line) => line.includes('plan 2016'))).toBe(true);
  });
});

describe('the end of the body', () => {
  it('leaves out a glossary with and without a head', () => {
    const glossary =
      '1.两山：指绿水青山就是金山银山。\n2.三产：是指第三产业，2015年占比45%。\n3.五网：即水网、电网、路网、气网、信息网。';
    for (const tail of [`名词解释\n${glossary}`, glossary]) {
      const outline = outlineOf(`${reportOf({ review: body, plan: body })}\n${tail}`);
      expect(outline.sections.at(-1)?.end).toBe(outline.bodyEnd);
      expect(cleanText(`${reportOf({ review: body, plan: body })}\n${tail}`).text.slice(outline.bodyEnd)).toContain(
        '1.两山',
      );
    }
  });

  it('keeps an annex that is no glossary', () => {
    const outline = outlineOf(
      `${reportOf({ review: body, plan: body })}\n附件\n2017年十件民生实事\n一、新建幼儿园3所。`,
    );
    expect(outline.sections.some((section) => section.title.includes('新建幼儿园'))).toBe(true);
  });
});

describe('cleanText', () => {
  it('joins broken lines, narrows digits, drops footnote marks, and keeps every place', () => {
    const source = '全年完成投资１２．５亿元[3]，项目进展\n顺利，建成 学校 6 所。\n\n第二段。';
    const { text, offsets } = cleanText(source);
    expect(text).toBe('全年完成投资12.5亿元，项目进展\n顺利，建成学校6所。\n第二段。');
    expect(source.slice(offsets[6], (offsets[9] ?? 0) + 1)).toBe('１２．５');
  });
});
