// Report texts: damaged prose, prose put together of pieces that the grammar looks for, and pieces repeated very often;
// extracted and assembled, and what comes of it must load. DOCX and PDF carriers are damaged as files.
/* oxlint-disable unicorn/no-useless-spread -- lists of words are written several to a line */
import * as fc from 'fast-check';
import { extractReport } from '../../../src/extract/extract.ts';
import { loadReport } from '../../../src/report/load.ts';
import type { IndicatorTable } from '../../../src/report/schema.ts';
import { writeReport } from '../../../src/report/write.ts';
import { damagedArchives } from '../archive.ts';
import { bytesOf, type Answer, type Input, type Kind } from '../kind.ts';
import { damageBytes, damageText, edits } from '../mutate.ts';

/** What the grammar of figures, times, ranks and heads looks for, and marks that open and do not close. */
const pieces = [
  ...[
    '地区生产总值',
    '一般公共预算收入',
    '城镇居民人均可支配收入',
    '第三产业',
    '项目',
    '投资',
    '企业',
    '工业',
    '粮食产量',
  ],
  ...[
    '增长',
    '下降',
    '达到',
    '完成',
    '突破',
    '新增',
    '占',
    '同比',
    '比上年',
    '年均',
    '由',
    '从',
    '增加到',
    '提高',
    '分别',
    '均',
    '其中',
  ],
  ...[
    '157.5',
    '7.1',
    '-3',
    '１２',
    '一百二十',
    '十几',
    '数百',
    '百分之三十',
    '三分之一',
    '1:16:83',
    '5-10',
    '8%—8.5%',
    '0.5‰',
  ],
  ...[
    '亿元',
    '万美元',
    '%',
    '个百分点',
    '公里',
    '万亩',
    '户',
    '位',
    '倍',
    '千瓦',
    '人次',
    '余',
    '以上',
    '左右',
    '不低于',
  ],
  ...['2016年', '2012—2016年', '五年来', '上年', '今年', '全年', '去年', '“十二五”', '上半年', '截至目前', '1至12月'],
  ...[
    '全市第一',
    '四区第一',
    '位居',
    '前三',
    '，',
    '、',
    '；',
    '。',
    '：',
    '“',
    '”',
    '（',
    '）',
    '《',
    '》',
    '——',
    '\n',
    ' ',
    '　',
  ],
  ...[
    '一、',
    '（一）',
    '1.',
    '第一部分',
    '一是',
    '各位代表',
    '附件',
    '名词解释',
    '[1]',
    '①',
    '年目标',
    '的',
    '和',
    '与',
    '了',
    '年',
  ],
];

const prose = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 400 }).map((all) => all.join(''));

/** One, two or three pieces thousands of times: what an expression that goes back and forth would drown in. */
const pumped = fc
  .tuple(
    fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 }),
    fc.integer({ min: 50, max: 4000 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 4 }),
  )
  .map(([unit, times, tail]) => unit.join('').repeat(times) + tail.join(''));

/** A text within a report, so that it is read as one. */
const within = (seed: string, piece: string, at: number): string => {
  const lines = seed.split('\n');
  return lines.toSpliced(1 + (at % lines.length), 0, piece).join('\n');
};

const answerOf =
  (indicators: IndicatorTable): Kind['answer'] =>
  async (input): Promise<Answer> => {
    const extracted = await extractReport(input.name, bytesOf(input), { indicators });
    const sources = new Map<string, string>();
    if (extracted.value === undefined) return { accepted: false, diagnostics: extracted.diagnostics, sources };
    const { report, facts, text } = extracted.value;
    const faults: string[] = [];
    const loaded = loadReport('data/a.yaml', writeReport(report));
    for (const { message, span } of loaded.diagnostics.slice(0, 3))
      faults.push(`what was extracted does not load: ${message.en} (line ${span?.line})`);
    for (const { start, end, text: stated } of facts)
      if (start < 0 || end > text.length || start >= end) faults.push(`“${stated}” stands at ${start}–${end}`);
    return { accepted: true, diagnostics: extracted.diagnostics, sources, faults: faults.slice(0, 5) };
  };

export const reportTextKind = (seeds: readonly string[], indicators: IndicatorTable): Kind => {
  const seed = fc.constantFrom(...seeds);
  const damaged = fc.tuple(seed, edits).map(([text, done]): Input['content'] => damageText(text, done, pieces, seeds));
  const put = fc.tuple(seed, fc.oneof(prose, pumped), fc.nat(999)).map(([text, piece, at]) => within(text, piece, at));
  const utf16 = fc.tuple(damaged, edits).map(([text, done]): Input['content'] => {
    const bytes = Buffer.from(`\ufeff${String(text)}`, 'utf16le');
    return damageBytes(bytes, done.slice(0, 1));
  });
  return {
    name: 'report text',
    inputs: fc
      .oneof(
        { weight: 5, arbitrary: damaged },
        { weight: 4, arbitrary: put },
        { weight: 1, arbitrary: utf16 },
        { weight: 1, arbitrary: fc.tuple(seed, edits).map(([text, done]) => damageBytes(Buffer.from(text), done)) },
      )
      .map((content): Input => ({ name: 'texts/区_2017.txt', content })),
    answer: answerOf(indicators),
  };
};

export const reportDocxKind = (seeds: readonly Uint8Array[], indicators: IndicatorTable): Kind => ({
  name: 'report DOCX',
  inputs: damagedArchives(seeds, /document/).map((content): Input => ({ name: 'texts/区_2017.docx', content })),
  answer: answerOf(indicators),
});

export const reportPdfKind = (seeds: readonly Uint8Array[], indicators: IndicatorTable): Kind => ({
  name: 'report PDF',
  inputs: fc
    .tuple(fc.constantFrom(...seeds), edits)
    .map(([bytes, done]): Input => ({ name: 'texts/区_2017.pdf', content: damageBytes(bytes, done) })),
  answer: answerOf(indicators),
});
