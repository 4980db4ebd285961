// One fault of each kind planted into a PDF of ours: proof must name it, and nothing else.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Expectation } from '../../../src/proof/expectation.ts';
import type { RuleId } from '../../../src/proof/rules.ts';
import type { Report } from '../../../src/report/schema.ts';
import type { Theme } from '../../../src/theme/theme.ts';
import type { Block, Document } from '../../../src/tree/tree.ts';
import { editPdf, objectsOf, writeObjects } from './repack-pdf.ts';
import { blocks, body, documentOf, failuresOf, pdfOf, proofOf, reportOf, rulesOf, sample, setAs, t } from './sample.ts';

let clean: Uint8Array;
let report: Report;

beforeAll(async () => {
  [clean, report] = await Promise.all([pdfOf(sample), reportOf()]);
}, 60_000);

const failures = (bytes: Uint8Array, expectation: Partial<Expectation> = {}): readonly RuleId[] =>
  rulesOf(failuresOf(proofOf(bytes, expectation)));

/** Changes the content of one page, from 1. */
const editPage = (page: number, edit: (content: string) => string): Uint8Array => {
  const objects = objectsOf(clean);
  const pages = [...objects].filter(([, object]) => /stream\n[\s\S]*\/Pagination/.test(object));
  const [number, content] = pages.toSorted(([a], [b]) => a - b)[page - 1] ?? [0, ''];
  const made = edit(content);
  if (made === content) throw new Error('nothing was planted');
  return writeObjects(objects.set(number, made));
};

/** Changes the operators of a page's number. */
const editNumber = (page: number, edit: (operators: string) => string): Uint8Array =>
  editPage(page, (content) =>
    content.replace(/(\/Pagination>> BDC)([\s\S]*?)(EMC)/, (_, a: string, b: string, c: string) => a + edit(b) + c),
  );

describe('a clean document', () => {
  it('has no failure, held against its data and its tree', () => {
    const result = proofOf(clean, { reports: [report], document: sample });
    expect(result.findings).toEqual([]);
    expect(result).toMatchObject({ pages: 3, ours: true, gongwen: true, claims: ['PDF/UA-1', 'PDF/A-2A'] });
    expect(result.grid).toEqual({ pitch: 28.95, lines: 22, characters: 28 });
  });

  it('is told from its look to follow the standard', () => {
    expect(proofOf(clean, { rules: 'auto' }).gongwen).toBe(true);
  });

  it('stays clean when it is taken apart and written anew', () => {
    expect(proofOf(writeObjects(objectsOf(clean)), { reports: [report], document: sample }).findings).toEqual([]);
  });

  it('is judged on every line that it has', () => {
    const { lines } = proofOf(clean);
    expect(lines?.lines).toBeGreaterThan(40);
    expect(lines?.pairs).toBeGreaterThan(400);
    expect(lines?.extraMedian).toBeLessThanOrEqual(0.005);
  });
});

const catalog = /\/Type \/Catalog/;

const planted: readonly (readonly [string, readonly RuleId[], () => Uint8Array])[] = [
  [
    'a font without its program',
    ['font/not-embedded'],
    () => editPdf(clean, /\/FontFile2/, (o) => o.replace(/\/FontFile2 \d+ 0 R/, '')),
  ],
  [
    'a font without ToUnicode',
    ['font/no-unicode', 'text/unreadable'],
    () => editPdf(clean, /\/Subtype \/Type0[\s\S]*WenKai/, (o) => o.replace(/\/ToUnicode \d+ 0 R/, '')),
  ],
  ['glyph 0', ['font/notdef', 'text/unreadable'], () => editPage(1, (c) => c.replace('[<0001', '[<0000'))],
  [
    'glyphs without outline',
    ['font/blank'],
    () =>
      editPdf(clean, /^<<[^>]*\/Length1/, (object) => {
        // The offsets of all glyphs become those of the first, which makes them empty.
        const at = object.indexOf('stream\n') + 7;
        const font = Buffer.from(object.slice(at), 'latin1');
        const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
        const loca = tables.find((record) => font.toString('latin1', record, record + 4) === 'loca') ?? 0;
        const start = font.readUInt32BE(loca + 8);
        font.fill(0, start, start + font.readUInt32BE(loca + 12));
        return object.slice(0, at) + font.toString('latin1');
      }),
  ],
  ['another paper', ['page/size'], () => editPdf(clean, /\/MediaBox/, (o) => o.replace(/595\.\d+/, '612'))],
  [
    'lines moved to the left',
    ['page/margins', 'page/outside', 'page-number/side'],
    () => editPage(1, (c) => c.replace(/stream\n/, 'stream\n1 0 0 1 -12 0 cm\n')),
  ],
  ['no page number', ['page-number/missing'], () => editNumber(2, (o) => o.replace(/\[<\w+>\] TJ/, ''))],
  [
    'the number of another page',
    ['page-number/value'],
    () => {
      const [, first = ''] =
        /\/Pagination>> BDC[\s\S]*?(\[<\w+>\]) TJ/.exec([...objectsOf(clean).values()].join('\n')) ?? [];
      return editNumber(2, (o) => o.replace(/\[<\w+>\]/, first));
    },
  ],
  ['a page number without dashes', ['page-number/form'], () => editNumber(1, (o) => o.replace(/\[<\w{4}/, '[-1000 <'))],
  [
    'a page number at the wrong side',
    ['page-number/side'],
    () => editNumber(2, (o) => o.replace(/-1 [\d.]+ /, '-1 400 ')),
  ],
  [
    'a page number too high',
    ['page-number/place'],
    () =>
      editNumber(2, (o) => o.replace(/(-1 [\d.]+ )([\d.]+)/, (_, a: string, y: string) => a + String(Number(y) - 6))),
  ],
  ['a small page number', ['page-number/size'], () => editNumber(2, (o) => o.replace(/ 14 Tf/, ' 12 Tf'))],
  [
    'a figure without alternative text',
    ['tag/alternative'],
    () => editPdf(clean, /\/S \/Figure/, (o) => o.replace(/\/Alt \([\s\S]*?(?<!\\)\)(?=\n)/, '')),
  ],
  ['no language', ['tag/language'], () => editPdf(clean, catalog, (o) => o.replace('/Lang (zh-CN)', ''))],
  [
    'a title that is not shown',
    ['tag/title'],
    () => editPdf(clean, /\/DisplayDocTitle/, (o) => o.replace('/DisplayDocTitle true', '')),
  ],
  [
    'text outside the tags',
    ['tag/unmarked'],
    () => editPage(3, (c) => c.replace(/\/P <<\/MCID \d+>> BDC/, '/Span BMC')),
  ],
  ['no tags', ['tag/none'], () => editPdf(clean, catalog, (o) => o.replace(/\/StructTreeRoot \d+ 0 R/, ''))],
  ['a level left out', ['tag/heading-order'], () => editPdf(clean, /\/S \/H2/, (o) => o.replace('/H2', '/H3'))],
  [
    'a table head without scope',
    ['tag/table-head'],
    () => editPdf(clean, /\/Scope/, (o) => o.replace('/Scope /Column', '')),
  ],
  ['no bookmarks', ['tag/bookmarks'], () => editPdf(clean, catalog, (o) => o.replace(/\/Outlines \d+ 0 R/, ''))],
  [
    'a gap that reads as a space',
    ['text/gap'],
    () => editPage(1, (c) => c.replace(/(\/H1 <<\/MCID 1>> BDC[\s\S]*?<0003>)13/, '$1-150')),
  ],
  [
    'a mark in the cell of another',
    ['text/overlap'],
    () => editPage(1, (c) => c.replace(/(\/H1 <<\/MCID 1>> BDC[\s\S]*?<0001>)13/, '$1500')),
  ],
  [
    'a damaged cross-reference',
    ['file/damaged'],
    () =>
      Buffer.from(
        Buffer.from(clean)
          .toString('latin1')
          .replace(/startxref\n\d+/, 'startxref\n7'),
        'latin1',
      ),
  ],
  [
    'encryption',
    ['file/encrypted'],
    () => {
      const objects = objectsOf(clean);
      return writeObjects(objects.set(0, (objects.get(0) ?? '').replace('<<', '<< /Encrypt << /Filter /Standard >>')));
    },
  ],
  ['no PDF at all', ['file/unreadable'], () => new TextEncoder().encode('%PDF-1.7\nnothing more')],
];

describe('faults planted into the file', () => {
  it.each(planted)('%s', (_, due, plant) => {
    expect(failures(plant())).toEqual([...due].toSorted());
  });
});

const noticed: readonly (readonly [string, RuleId, () => Uint8Array])[] = [
  [
    'a whole font',
    'font/whole',
    () => {
      const named = [...objectsOf(clean)].map(
        ([number, object]) => [number, object.replaceAll(/(\/(?:BaseFont|FontName) \/)[A-Z]{6}\+/g, '$1')] as const,
      );
      return writeObjects(new Map(named));
    },
  ],
  ['a Type 3 font', 'font/type3', () => editPdf(clean, /\/Subtype \/Type0/, (o) => o.replace('/Type0', '/Type3'))],
  [
    'hanzi spread apart',
    'line/stretched',
    () => editPage(1, (c) => c.replace(/(?:<\w{4}>1[23]){20,}/, (shown) => shown.replaceAll(/>1[23]/g, '>-200'))),
  ],
];

describe('faults that are noticed', () => {
  it.each(noticed)('%s', (_, due, plant) => {
    const { findings } = proofOf(plant());
    expect(findings.filter(({ rule }) => rule === due).map(({ severity }) => severity)).toContain('notice');
  });
});

const set: readonly (readonly [string, readonly RuleId[], readonly string[]])[] = [
  ['a stop at a line start', ['line/start'], ['地区生产总值增长了', '，财政收入也增长了不少']],
  ['a connector at a line start', ['line/start'], ['全区上下坚持了五年即从前年', '—今年止的各项工作都有进展']],
  ['an opening mark at a line end', ['line/end'], ['各部门都报送了《', '公报》并附上了说明']],
  ['a slash at a line end', ['line/slash-end'], ['两种口径分别是现价/', '可比价并且都列在表里']],
  ['a torn dash', ['line/dash-torn'], ['目标只有一个—', '—争第一并且要年年争第一']],
  ['a figure torn from its unit', ['line/figure-torn'], ['地区生产总值达到157.5', '亿元并且还在增长之中']],
  ['a torn word', ['line/word-torn'], ['统计上常用的指标是GD', 'P这三个字母的缩写']],
  ['a character alone', ['line/orphan'], ['全区上下坚持稳中求进的总基调把服务业当成主业来', '抓']],
];

describe('lines set badly', () => {
  it.each(set)(
    '%s',
    async (_, due, lines) => {
      const bytes = await pdfOf(documentOf([...blocks.slice(0, 2), setAs(...lines)]));
      const found = failuresOf(proofOf(bytes));
      expect(rulesOf(found)).toEqual(due);
      expect(found[0]).toMatchObject({ page: 1, line: expect.any(Number) });
    },
    30_000,
  );

  it('a dash at a line start is noticed only', async () => {
    const bytes = await pdfOf(documentOf([setAs('目标只有一个', '——争第一并且要年年争第一')]));
    const { findings } = proofOf(bytes);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['line/dash-start', 'notice']]);
  });
});

const themed =
  (change: (page: Theme['pages'][string]) => Theme['pages'][string]) =>
  (theme: Theme): Theme => {
    const page = theme.pages['gongwen'];
    if (page === undefined) throw new Error('the theme has no gongwen page');
    return { ...theme, pages: { ...theme.pages, gongwen: change(page) } };
  };

describe('pages set by another grid', () => {
  it('24 lines', async () => {
    const change = themed((page) => ({
      ...page,
      styles: { ...page.styles, body: { ...page.styles.body, leading: 26.5 } },
    }));
    expect(failures(await pdfOf(sample, change))).toContain('page/lines');
  });

  it('27 characters', async () => {
    const change = themed((page) => ({ ...page, grid: { lines: 22, characters: 27 } }));
    expect(failures(await pdfOf(sample, change))).toEqual(['page/characters']);
  });

  it('a left margin of 32 mm', async () => {
    const change = themed((page) => ({ ...page, margins: { ...page.margins, left: 32, right: 22 } }));
    const found = failures(await pdfOf(sample, change));
    expect(found).toContain('page/margins');
    expect(found).not.toContain('line/not-flush');
  });

  it('more pages than allowed', () => {
    const limited: Document = { ...sample, page: { ...sample.page, limit: 2 } };
    expect(failures(clean, { document: limited })).toEqual(['page/limit']);
  });

  it('a heading at the foot of a page', async () => {
    const [title, head, ...rest] = blocks;
    const parted = [title, head, { kind: 'pagebreak' } as const, ...rest].filter(
      (block): block is Block => block !== undefined,
    );
    expect(failures(await pdfOf(documentOf(parted)))).toEqual(['page/heading-alone']);
  });
});

const withText = async (text: string): Promise<Uint8Array> =>
  pdfOf(documentOf([...blocks.slice(0, 2), body(...t(text))]));

describe('against the data and the tree', () => {
  it('a figure that the data do not have', async () => {
    const result = proofOf(await withText('地区生产总值157.6亿元。'), { reports: [report] });
    expect(rulesOf(failuresOf(result))).toEqual(['figure/not-in-data']);
    expect(failuresOf(result)[0]).toMatchObject({ page: 1, found: { zh: '“157.6亿元”' } });
  });

  it('a figure with another unit', async () => {
    const result = proofOf(await withText('地区生产总值157.5万元。'), { reports: [report] });
    expect(failuresOf(result)).toMatchObject([{ rule: 'figure/unit', due: { zh: '157.5亿元' } }]);
  });

  it('dates, ordinals, numbers of tables and the mark of the data are no figures', async () => {
    const text = '2017年4月21日，第14届人大会议，见表3和图2。2012—2016年共编了第9章（1）。数据指纹 96849115。';
    const found = failures(await withText(text), { reports: [report] });
    expect(found.filter((rule) => rule.startsWith('figure/'))).toEqual([]);
  });

  it('numbers in names of files, and spans of years that the data speak of, are no figures', async () => {
    const known = { ...report, title: `${report.title}，连续12年增长` };
    const found = failures(await withText('district_红旗区_2017。连续12年超过目标。'), { reports: [known] });
    expect(found.filter((rule) => rule.startsWith('figure/'))).toEqual([]);
    const unknown = failures(await withText('连续13年超过目标。'), { reports: [known] });
    expect(unknown).toContain('figure/not-in-data');
  });

  it('a single stacked bar without its name is whole', async () => {
    const shares: Block = {
      kind: 'chart',
      type: 'stacked',
      title: t('三次产业比例，%'),
      unit: '%',
      categories: ['2016年'],
      series: ['第一产业', '第二产业'].map((name, index) => ({
        name,
        values: [['17', '83'][index] ?? ''],
        role: 'result',
      })),
      refs: [],
      description: '第一产业17%，第二产业83%。',
      height: 0,
    };
    const document = documentOf([shares]);
    expect(failures(await pdfOf(document), { document })).toEqual([]);
  });

  it('words that say how a figure changed are no unit of it', async () => {
    const named = { ...report, title: '世界500强与空气质量指数3.9' };
    const good = failures(await withText('世界500强同比增长，空气质量指数3.9同比下降。'), { reports: [named] });
    expect(good.filter((rule) => rule.startsWith('figure/'))).toEqual([]);
    const bad = failures(await withText('世界500家同比增长，空气质量指数3.9个同比下降。'), { reports: [named] });
    expect(bad.filter((rule) => rule.startsWith('figure/'))).not.toEqual([]);
  });

  it('a figure that cites another statement', () => {
    const wrong = documentOf([body({ kind: 'figure', text: '6.8亿元', ref: 'gdp-2016' })]);
    const found = failuresOf(proofOf(clean, { reports: [report], document: wrong })).filter(({ rule }) =>
      rule.startsWith('figure/'),
    );
    expect(found).toMatchObject([{ rule: 'figure/reference', due: { zh: '157.5亿元' } }]);
  });

  it('text that is not on the page', () => {
    const [first, ...rest] = blocks;
    const more = documentOf(
      [first, body(...t('页上没有这一段话。')), ...rest].filter((block): block is Block => block !== undefined),
    );
    const found = failuresOf(proofOf(clean, { document: more }));
    expect(found).toMatchObject([{ rule: 'text/missing', page: 1, text: '页上没有这一段话。' }]);
  });

  it('text that stands elsewhere', () => {
    const [title, first, paragraph, ...rest] = blocks;
    const last = rest.at(-1);
    const swapped = [title, first, ...rest.slice(0, -1), last, paragraph].filter(
      (block): block is Block => block !== undefined,
    );
    const found = proofOf(clean, { document: documentOf(swapped) }).findings;
    expect(rulesOf(found)).toEqual(['text/extra', 'text/order']);
  });

  it('text that the tree has not', () => {
    const fewer = documentOf(blocks.filter((_, index) => index !== 2));
    const { findings } = proofOf(clean, { document: fewer });
    expect(findings).toMatchObject([{ rule: 'text/extra', severity: 'notice', page: 1 }]);
  });
});
