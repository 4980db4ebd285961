import { describe, expect, it } from 'vitest';
import type { Block, Chart, Inline, Row, Table } from '../../../src/tree/tree.ts';
import { part, render, runText, theme } from './opened.ts';
import { sampleDocument, sampleSheet } from './sample-document.ts';

const xmlOf = async (...blocks: readonly Block[]): Promise<string> =>
  part(await render({ ...sampleDocument, blocks }), 'word/document.xml');

const text = (value: string): readonly Inline[] => [{ kind: 'text', text: value }];

const find = <Kind extends Block['kind']>(kind: Kind): Extract<Block, { kind: Kind }> => {
  const found = [...sampleDocument.blocks, ...sampleSheet.blocks].find((block) => block.kind === kind);
  if (found === undefined) throw new Error(`the sample has no ${kind}`);
  return found as Extract<Block, { kind: Kind }>; // the predicate says so
};

const chartXml = async (block: Chart): Promise<string> =>
  part(await render({ ...sampleDocument, blocks: [block] }), 'word/charts/chart1.xml');

describe('tables', () => {
  const table = find('table');

  const rowOf = (value: string): Row => ({
    group: false,
    cells: table.columns.map(() => ({ children: text(value) })),
  });

  /** Which rows, from the head on, are kept with the next. */
  const keptRows = async (rows: readonly Row[]): Promise<number[]> =>
    [...(await xmlOf({ ...table, rows })).matchAll(/<w:tr>.*?<\/w:tr>/gs)].flatMap(([row], index) =>
      row.includes('<w:keepNext') ? [index] : [],
    );

  it('repeat their head and never split a row', async () => {
    const rows = [...(await xmlOf(table)).matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
    expect(rows).toHaveLength(table.rows.length + 1);
    expect(rows[0]).toContain('<w:tblHeader/>');
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
  });

  it('have the three-line style and no vertical rule', async () => {
    const xml = await xmlOf(table);
    expect(xml).toContain('<w:tblStyle w:val="ThreeLineTable"/>');
    expect(xml).not.toMatch(/<w:(left|right|insideV) w:val="single"/);
  });

  it('have room between their text and their rules', async () => {
    const margins = /<w:tblCellMar>.*?<\/w:tblCellMar>/s.exec(await xmlOf(table))?.[0] ?? '';
    const sides = [...margins.matchAll(/<w:(top|left|bottom|right) [^>]*w:w="(\d+)"/g)].map(([, side, width]) => [
      side,
      Number(width),
    ]);
    expect(sides.map(([side]) => side)).toEqual(['top', 'left', 'bottom', 'right']);
    expect(sides.filter(([, width]) => Number(width) <= 0)).toEqual([]);
  });

  it('keep caption, head and short tables together', async () => {
    const rows = [...(await xmlOf(table)).matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row.includes('<w:keepNext'));
    expect(rows.at(-1)).toBe(false);
    expect(rows[0]).toBe(true);
  });

  it('have hairlines between rows where most of them run over lines, as in the PDF', async () => {
    const long = '新开工项目四十个，续建项目五十一个，竣工投产项目二十六个，争取到位资金若干';
    const hairlines = async (values: readonly string[]) =>
      ((await xmlOf({ ...table, rows: values.map(rowOf) })).match(/<w:tcBorders>/g) ?? []).length;
    expect(await hairlines(['短', '短', long])).toBe(0);
    expect(await hairlines(['短', long, long])).toBe(2 * table.columns.length);
  });

  it('let long tables run over pages, but leave no row of one line alone', async () => {
    const long = rowOf('新开工项目四十个，续建项目五十一个，竣工投产项目二十六个，争取到位资金若干');
    const short = Array.from({ length: 6 }, () => rowOf('短'));
    expect(await keptRows([...short, rowOf('短')])).toEqual([0, 1, 6]);
    expect(await keptRows([long, ...short, long])).toEqual([0]);
  });

  it('are as wide in their columns as the PDF found fit, to the twip', async () => {
    const columnWidths = new Map([[table, [200, 100, 90.016, 28.2]]]);
    const xml = part(await render({ ...sampleDocument, blocks: [table] }, { columnWidths }), 'word/document.xml');
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    const padding = 40 * (theme.pages['gongwen']?.table.cellPadding ?? 0);
    expect(widths.slice(1)).toEqual([2000, 1801, 564].map((width) => width + padding));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8845);
  });

  it('set group rows across', async () => {
    expect(await xmlOf(table)).toMatch(/<w:gridSpan w:val="4"\/>.*?<w:pStyle w:val="TableGroup"\/>/s);
  });

  it('set compact tables in styles one step smaller', async () => {
    const compact: Table = { ...table, density: 'compact' };
    const opened = await render({ ...sampleDocument, blocks: [compact] });
    expect(part(opened, 'word/document.xml')).toContain('<w:pStyle w:val="TableCellCompact"/>');
    expect(part(opened, 'word/styles.xml')).toMatch(/w:styleId="TableCellCompact".*?<w:sz w:val="21"\/>/s);
  });

  it('fill the width that they have', async () => {
    for (const columns of [table.columns, table.columns.map((column) => ({ ...column, width: 0 }))]) {
      const xml = await xmlOf({ ...table, columns });
      const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11906 - 1587 - 1474);
    }
  });
});

describe('blocks at the foot', () => {
  it('hang at the foot of the text area', async () => {
    const xml = await xmlOf(find('imprint'));
    expect(xml).toMatch(/<w:tblpPr [^>]*w:tblpYSpec="bottom"/);
    expect(xml).toMatch(/<w:tblpPr [^>]*w:vertAnchor="margin"/);
    expect(xml).toMatch(/<\/w:tbl><w:p>/);
  });

  it('begin their further lines under the first character after the label', async () => {
    const imprint = find('imprint');
    const xml = await xmlOf({ ...imprint, left: [text('报送：区委、区人大常委会、区政府、区政协领导')] });
    // Three characters of 14 pt.
    expect(xml).toContain('<w:ind w:left="840" w:hanging="840"/>');
    expect(await xmlOf({ ...imprint, left: [text('红旗区人民政府办公室')] })).not.toContain('w:hanging');
  });
});

/** The spacing of the first title, where it has one of its own. */
const spacingOf = async (...blocks: readonly Block[]): Promise<string | undefined> =>
  /<w:pStyle w:val="Title"\/>(?:<w:keepNext\/>)?(<w:spacing [^>]*>)?/.exec(await xmlOf(...blocks))?.[1];

describe('titles', () => {
  const title = find('title');
  it('have no space over them at the top of the document, nor between their lines', async () => {
    expect(await spacingOf({ ...title, subtitles: [text('2017年')] })).toBe('<w:spacing w:after="0" w:before="0"/>');
    expect(await spacingOf({ ...title, subtitles: [] })).toBe('<w:spacing w:before="0"/>');
    expect(await spacingOf(find('masthead'), { ...title, subtitles: [] })).toBeUndefined();
  });
});

describe('tables with titles of groups', () => {
  it('keep a title with the row under it', async () => {
    const group = { group: true, cells: [{ children: text('经济') }] };
    const xml = await xmlOf({ ...find('table'), rows: [group, ...find('table').rows] });
    expect(xml).toMatch(/<w:pStyle w:val="TableGroup\w*"\/><w:keepNext\/>/);
  });
});

/** The lines of a title with this text. */
const titleLines = async (value: string): Promise<readonly string[]> => {
  const xml = await xmlOf({ ...find('title'), children: text(value), subtitles: [] });
  return runText(xml.replaceAll('<w:br/>', '<w:t>|</w:t>')).split('|');
};

describe('headings', () => {
  it('stand in the outline without a gap, whatever level the first has', async () => {
    const levels = [2, 4, 1, 2] as const;
    const headings = levels.map((level, index): Block => ({
      kind: 'heading',
      level,
      id: `h${index}`,
      number: '',
      children: text('民生'),
    }));
    const found = [
      ...(await xmlOf(...headings)).matchAll(/<w:pStyle w:val="Heading(\d)"\/>(?:(?!<w:p>).)*?<\/w:pPr>/gs),
    ];
    const own = found.map(
      ([properties, level]) => `${level}:${/<w:outlineLvl w:val="(\d)"\/>/.exec(properties)?.[1] ?? 'style'}`,
    );
    expect(own).toEqual(['2:0', '4:1', '1:style', '2:style']);
  });
});

describe('a title', () => {
  it('of two lines breaks in sense, as in the PDF', async () => {
    expect(await titleLines('红旗区2016年经济社会发展主要成效和2017年重点工作安排情况')).toEqual([
      '红旗区2016年经济社会发展主要成效',
      '和2017年重点工作安排情况',
    ]);
  });

  it('of one line, or of three, is left to Word', async () => {
    expect(await titleLines('红旗区2017年政府工作报告要点')).toHaveLength(1);
    expect(await titleLines('红旗区人民政府关于落实政府工作报告'.repeat(3))).toHaveLength(1);
  });
});

describe('neighbours', () => {
  it('are tables with something between them, or Word would make one of them', async () => {
    const xml = await xmlOf(find('cards'), find('cards'), find('imprint'));
    expect(xml).not.toMatch(/<\/w:tbl><w:tbl>/);
  });

  it('open a page by the paragraph itself where there is one', async () => {
    const heading = find('heading');
    const xml = await xmlOf(heading, { kind: 'pagebreak' }, heading, { kind: 'pagebreak' }, find('cards'));
    expect(xml).toContain('<w:pStyle w:val="Heading1"/><w:pageBreakBefore/>');
    expect(xml).toMatch(/<w:pStyle w:val="Spacer"\/><w:pageBreakBefore\/>/);
    expect(xml).not.toContain('<w:br w:type="page"');
  });

  it('stand apart by the space of a paragraph, which falls away at the top of a page', async () => {
    const xml = await xmlOf(find('heading'), find('cards'), find('paragraph'));
    expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/>(?:(?!<\/w:pPr>).)*<w:spacing w:after="120"\/>/);
    expect(xml).toMatch(/<\/w:tbl><w:p><w:pPr>(?:(?!<\/w:pPr>).)*<w:spacing w:before="120"\/>/);
  });
});

describe('columns', () => {
  it('may break over pages: no cell opens with a paragraph that its style keeps', async () => {
    const columns: Block = { kind: 'columns', columns: [[find('heading')], [find('table')]], widths: [1, 1] };
    const xml = await xmlOf(columns);
    expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/><w:keepNext w:val="(?:false|0)"\/>/);
    expect(xml).toMatch(/<w:pStyle w:val="Caption"\/><w:keepNext w:val="(?:false|0)"\/>/);
    expect(await xmlOf(find('heading'), find('table'))).not.toMatch(/<w:keepNext w:val/);
  });
});

describe('lists', () => {
  it('count each from its own start', async () => {
    const list = find('list');
    const opened = await render({ ...sampleDocument, blocks: [list, { ...list, start: 1 }] });
    const numbering = part(opened, 'word/numbering.xml');
    expect(
      [...numbering.matchAll(/<w:start w:val="(\d+)"\/><w:numFmt w:val="decimal"/g)].map(([, start]) => start),
    ).toEqual(expect.arrayContaining(['3', '1']));
    const used = [...part(opened, 'word/document.xml').matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(used).size).toBe(2);
  });
});

/** Three cards a row, one of them filled. */
const cardOf = (value: string): Block => ({
  kind: 'cards',
  perRow: 3,
  size: 'large',
  cards: [{ label: text('地区生产总值'), value: text(value), unit: text('亿元'), note: [] }],
});

/** Sizes that runs of such a card set by themselves. */
const ownSizes = async (value: string) =>
  [...(await xmlOf(cardOf(value))).matchAll(/<w:sz w:val="(\d+)"/g)].map(([, size]) => size);

describe('cards', () => {
  it('set a word before the number like the unit, so that the number alone is large', async () => {
    const xml = await xmlOf(cardOf('突破90'));
    expect(xml).toMatch(/<w:rStyle w:val="CardUnit"\/>(?:(?!<w:r>).)*突破<.*?>90<.*?<w:rStyle w:val="CardUnit"\/>/s);
    expect(runText(xml)).toContain('突破90亿元');
  });

  it('set a value too wide for its card smaller, and no other', async () => {
    expect(await ownSizes('157.5')).toEqual([]);
    expect((await ownSizes('12345678901234567890.12')).length).toBe(1);
  });
});

describe('writing lines', () => {
  it('are rows of the pitch asked for', async () => {
    const xml = await xmlOf({ kind: 'lines', count: 5, pitch: 8 });
    expect(xml.match(/<w:trHeight w:val="454" w:hRule="exact"\/>/g)).toHaveLength(5);
  });

  it('fill half a page when they are to fill the page', async () => {
    const xml = await xmlOf({ kind: 'lines', count: 0, pitch: 8 });
    expect(xml.match(/<w:trHeight /g)).toHaveLength(14);
  });

  it('fill the page as in the PDF, but for two lines and one for each ten pages, where that is known', async () => {
    const lines = { kind: 'lines', count: 0, pitch: 8 } as const;
    const made = await render({ ...sampleDocument, blocks: [lines] }, { ruledLines: new Map([[lines, 9]]) });
    expect(part(made, 'word/document.xml').match(/<w:trHeight /g)).toHaveLength(6);
  });
});

describe('charts', () => {
  const chart = find('chart');
  it('are native, with a workbook, and say their figures to those who cannot see them', async () => {
    const opened = await render({ ...sampleDocument, blocks: [chart] });
    expect([...opened.parts.keys()].filter((path) => path.endsWith('.xlsx'))).toHaveLength(1);
    expect(part(opened, 'word/document.xml')).toContain(`descr="${chart.description}"`);
    expect(runText(part(opened, 'word/document.xml'))).toContain('主要指标同比增速，%');
  });

  it('print each value in the precision of the report', async () => {
    const series = (await chartXml(chart)).match(/<c:ser>.*?<\/c:ser>/s)?.[0] ?? '';
    const formats = [...series.matchAll(/<c:dLbl><c:idx val="(\d)"\/>.*?formatCode="([^"]+)"/gs)].map(
      ([, index, format]) => `${index} ${format}`,
    );
    // 7.1 and 15 and 12.35: one decimal is the common format, the others say their own.
    expect(formats).toEqual(['0 0.0;&quot;−&quot;0.0', '1 0;&quot;−&quot;0', '2 0.00;&quot;−&quot;0.00']);
  });

  it('draw results solid and targets as outlines', async () => {
    const [result = '', target = ''] = [...(await chartXml(chart)).matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(
      ([one]) => one,
    );
    expect(result).toMatch(/<c:spPr><a:solidFill><a:srgbClr val="2F4858"\/>/);
    expect(target).toMatch(/<c:spPr><a:noFill\/><a:ln w="9525"><a:solidFill><a:srgbClr val="2F4858"\/>/);
  });

  it('set all text in the page’s face and the document’s language', async () => {
    const xml = await chartXml(chart);
    expect(xml).not.toContain('+mn-');
    expect(xml).not.toContain('en-US');
    expect(xml).toContain('<a:ea typeface="Noto Sans SC"/>');
  });

  it('start bars at zero and leave room for labels', async () => {
    const xml = await chartXml(chart);
    const [, maximum = ''] = /<c:max val="([\d.]+)"\/>/.exec(xml) ?? [];
    expect(xml).toContain('<c:min val="0"/>');
    expect(Number(maximum)).toBeGreaterThan(15);
  });

  it('let the axis run below zero when a value does, with room for its label too', async () => {
    const falling: Chart = { ...chart, series: [{ name: '2016年', values: ['7.1', '-3.2', '5'], role: 'result' }] };
    const xml = await chartXml(falling);
    const [minimum = 0, maximum = 0] = ['min', 'max'].map((end) =>
      Number(new RegExp(`<c:${end} val="(-?[\\d.]+)"/>`).exec(xml)?.[1]),
    );
    expect(minimum).toBeLessThan(-3.2 - (maximum - minimum) / 50);
    expect(maximum).toBeGreaterThan(7.1 + (maximum - minimum) / 50);
  });

  it('stand apart in pairs and on a base line of ink', async () => {
    const pair: Chart = {
      ...chart,
      series: chart.series.flatMap((one) => [one, { ...one, name: '目标' }]).slice(0, 2),
    };
    const xml = await chartXml(pair);
    expect(Number(/<c:overlap val="(-?\d+)"\/>/.exec(xml)?.[1])).toBeLessThan(0);
    expect(/<c:catAx>.*?<a:ln w="6350"><a:solidFill><a:srgbClr val="1A1A1A"\/>/s.test(xml)).toBe(true);
  });

  it('stand as columns with room above for their labels, as narrow as in the PDF', async () => {
    const years: Chart = { ...chart, type: 'column', categories: ['2012年', '2013年', '2014年'] };
    const xml = await chartXml(years);
    expect(Number(/<c:gapWidth val="(\d+)"\/>/.exec(xml)?.[1])).toBeGreaterThan(200);
    expect(Number(/<c:y val="([\d.]+)"\/>/.exec(xml)?.[1])).toBeGreaterThan(0.05);
  });

  it('lead out the label of a slice too thin for it', async () => {
    const shares: Chart = {
      ...chart,
      type: 'stacked',
      categories: ['2016年'],
      series: ['1', '16', '83'].map((value, index) => ({
        name: `第${index + 1}产业`,
        values: [value],
        role: 'result',
      })),
    };
    const series = [...(await chartXml(shares)).matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([one]) => one);
    expect(series.map((one) => one.includes('<c:manualLayout>'))).toEqual([true, false, false]);
    expect(await chartXml(shares)).toContain('<c:max val="100"/>');
    // A single bar fills the width, with no name beside it and no line to its label.
    expect(await chartXml(shares)).toContain('<c:x val="0.0000"/>');
    expect(await chartXml(shares)).toMatch(/<c:catAx>.*?<c:delete val="1"\/>/s);
    expect(await chartXml(shares)).toContain('<c15:showLeaderLines val="0"/>');
  });
});
