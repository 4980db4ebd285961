import { describe, expect, it } from 'vitest';
import { composeParagraph, minContentWidth } from '../../../src/compose/compose.ts';
import { advances, drawn, drawnEnd, run, set, size, summary, texts } from './paragraphs.ts';

const widthOf = (text: string, character: string, em = 40): number | undefined =>
  advances(set(text, em)[0] ?? fail())
    .filter(([drawnCharacter]) => drawnCharacter === character)
    .map(([, width]) => width)
    .at(0);
/** Width of the longest line in a measure without end. */
const naturalWidth = (...runs: Parameters<typeof composeParagraph>[0]): number =>
  Math.max(...composeParagraph(runs, { measure: Infinity, align: 'left' }).map(({ width }) => width));
const fail = (): never => {
  throw new Error('no line was set');
};

describe('line start and line end (CLREQ; GB/T 15834 5.1)', () => {
  it.each(['，', '。', '、', '；', '：', '？', '！', '”', '’', '）', '》', '】', '〕', '·', '—', '～', '/', '%', ')'])(
    'never begins a line with %s',
    (mark) => {
      for (let em = 6; em <= 14; em += 1) {
        for (const line of texts(set(`全区经济运行总体平稳稳中向好${mark}结构不断优化升级`, em)).slice(1)) {
          expect(line.startsWith(mark)).toBe(false);
        }
      }
    },
  );

  it.each(['“', '‘', '（', '《', '〈', '【', '〔', '(', '/'])('never ends a line with %s', (mark) => {
    for (let em = 6; em <= 14; em += 1) {
      for (const line of texts(set(`全区经济运行总体平稳稳中向好${mark}结构不断优化升级`, em)).slice(0, -1)) {
        expect(line.endsWith(mark)).toBe(false);
      }
    }
  });

  it('begins a line with an opening quote after a hanzi', () => {
    expect(texts(set('我们坚持稳中求进的“四区”', 9))).toEqual(['我们坚持稳中求进的', '“四区”']);
  });

  it('looks through spaces that vanish at the line end', () => {
    expect(texts(set('全年完成投资（ 含续建项目）七项', 7)).every((line) => !/[（ ]$/.test(line))).toBe(true);
  });

  it('keeps —— and …… whole and off line starts', () => {
    for (let em = 6; em <= 14; em += 1) {
      const lines = texts(set('这一年我们做成了三件大事——修路、建校、办医，还有……不一而足。', em));
      expect(lines.filter((line) => /^[—…]|[^—]—$|[^…]…$/.test(line))).toEqual([]);
    }
  });

  it('lets —— begin a line where the profile is not strict', () => {
    const loose = { strictDashes: false, halfMarkAtEnd: true };
    expect(texts(set('做成三件大事——修路建校', 6, { profile: loose }))).toContain('——修路建校');
    expect(texts(set('做成三件大事——修路建校', 6))).not.toContain('——修路建校');
  });
});

describe('figures stay whole (house rule, issue 4)', () => {
  it.each([
    '157.5亿元',
    '5—10家',
    '2012—2016年',
    '7.1%',
    '1:16:83',
    '8—8.5%',
    '3D',
    '76543计划',
    'G20',
    '1200余万元',
    '13000多人',
    '6.9万人',
    '¥100',
    '35万㎡',
    '3.3亿美元',
    '1.2个百分点',
    '4月21日',
    '第3届',
    '35微克/立方米',
    '9亿—16亿',
    '63%～68%',
    '1.6％',
    '14,500人次',
    '24℃',
    '500kV',
    '5至10家',
    '8时30分',
    '－12.5%',
    '２５％',
    'PM2.5',
    '3个多月',
    '110千伏',
    '12万千瓦时',
  ])('%s', (figure) => {
    const before = '全年新增各类市场主体和就业人员';
    for (let em = 8; em <= 20; em += 0.5) {
      const lines = set(`${before}${figure}以上，同比明显增加，超额完成年度目标`, em);
      expect(lines.flatMap((line) => line.faults).filter((fault) => fault !== 'loose')).toEqual([]);
      expect(texts(lines).some((line) => line.includes(figure))).toBe(true);
    }
  });

  it('parts a year from its month, but not a month from its day', () => {
    const lines = texts(set('会议定于2017年4月21日召开', 8));
    expect(lines).toEqual(['会议定于2017年', '4月21日召开']);
  });

  it('holds a number and its unit that stand in two runs', () => {
    const lines = composeParagraph([run('全年实现地区生产总值157.5'), run('亿元', { style: 'bold' })], {
      measure: 14 * size,
      align: 'justify',
    });
    expect(texts(lines)).toEqual(['全年实现地区生产总值', '157.5亿元']);
    expect(lines[1]?.segments.map((segment) => segment.style)).toEqual(['body', 'bold']);
  });

  it('keeps an unbreakable run on one line, and tears it only when no line can hold it', () => {
    const figure = run('约一百五十七亿五千万元', { unbreakable: true });
    const wide = composeParagraph([run('地区生产总值'), figure], { measure: 14 * size, align: 'justify' });
    expect(texts(wide)).toEqual(['地区生产总值约', '一百五十七亿五千万元']);
    const tight = composeParagraph([run('地区生产总值'), figure], { measure: 8 * size, align: 'justify' });
    expect(tight.some((line) => line.faults.includes('split'))).toBe(true);
    expect(tight.every((line) => line.width <= 8 * size + 0.01)).toBe(true);
  });
});

const afterScale = (text: string): readonly string[] =>
  texts(composeParagraph([run('开发规模'), run(text, { unbreakable: true })], { measure: 7 * size, align: 'left' }));

describe('a figure that the caller marks', () => {
  it('parts from what is said before its number', () => {
    expect(afterScale('超100万平')).toEqual(['开发规模超', '100万平']);
    expect(afterScale('全国经济类第5位')[0]).toBe('开发规模全国经');
    expect(afterScale('“强市”考核第一名')).toEqual(['开发规模“强', '市”考核第一名']);
  });

  it('parts from the bound after its unit', () => {
    expect(afterScale('900万人以上')).toEqual(['开发规模', '900万人以上']);
    expect(afterScale('5.5%左右')).toEqual(['开发规模5.5%', '左右']);
  });

  it('is whole when it is a short rank or a place to write in', () => {
    expect(afterScale('全市前列')).toEqual(['开发规模', '全市前列']);
    expect(afterScale('＿＿＿＿＿＿')).toEqual(['开发规模', '＿＿＿＿＿＿']);
  });
});

describe('words and addresses', () => {
  it('breaks Latin text at spaces only', () => {
    const lines = texts(set('国际标准化组织的英文全称是International Organization for Standardization', 18));
    expect(
      lines
        .map((line) => line.trim())
        .join(' ')
        .includes('International Organization for Standardization'),
    ).toBe(true);
    expect(lines.filter((line) => /\s$/.test(line))).toEqual([]);
  });

  it('tears an address that no line can hold, never before its marks, and says so', () => {
    const lines = set('全文见https://www.example.org/zfgzbg/2017/04/report-of-the-district-government.html', 20);
    expect(lines.every((line) => line.width <= 20 * size + 0.01)).toBe(true);
    const torn = lines.filter((line) => line.faults.includes('split')).map(drawn);
    expect(torn.length).toBeGreaterThan(0);
    expect(texts(lines).filter((line) => /^[/.\-:]/.test(line))).toEqual([]);
  });

  it('tears a word of letters alone that is wider than the line', () => {
    const lines = set('A'.repeat(100), 10);
    expect(texts(lines).join('')).toBe('A'.repeat(100));
    expect(lines.every((line) => line.width <= 100.01)).toBe(true);
  });

  it('obeys no-break spaces and word joiners', () => {
    expect(texts(set('红旗区人民政府区长\u00a0郑某某', 10)).some((line) => line.includes('长\u00a0郑'))).toBe(true);
    expect(texts(set('红旗区人民政府区长\u2060郑某某', 9)).some((line) => line.includes('长\u2060郑'))).toBe(true);
  });
});

describe('widths of marks', () => {
  it('gives adjacent marks one and a half em (CLREQ)', () => {
    expect(widthOf('他说“好”，于是', '”')).toBe(0.5);
    expect(widthOf('（“四区”）', '（')).toBe(0.5);
    expect(widthOf('《意见》《办法》', '》')).toBe(0.5);
    expect(widthOf('甲，乙', '，')).toBe(1);
  });

  it('halves a mark at the line end (GB/T 15834 5.1.10)', () => {
    const line = set('各位代表，大家好', 4.5)[0] ?? fail();
    expect(drawn(line)).toBe('各位代表，');
    expect(line.width).toBeCloseTo(45, 6);
    expect(advances(line).at(-1)).toEqual(['，', 0.5]);
    expect(advances(set('各位代表：', 30)[0] ?? fail()).at(-1)).toEqual(['：', 0.5]);
  });

  it('keeps the whole em at the line end where the house wants it, and squeezes it first', () => {
    const profile = { halfMarkAtEnd: false };
    expect(advances(set('各位代表，大家好', 5, { profile })[0] ?? fail()).at(-1)).toEqual(['，', 1]);
    expect(advances(set('各位，代表，大家好', 5.75, { profile })[0] ?? fail()).at(-1)).toEqual(['，', 0.75]);
  });

  it('trims an opening mark at the start of every line but the first', () => {
    const lines = set('“四区”联动各项工作（含各类专项资金）', 13, { indent: 20, align: 'left' });
    expect(lines[0]?.segments[0]?.x).toBe(20);
    const second = lines.find((line) => drawn(line).startsWith('（'));
    expect(second?.segments[0]?.x).toBe(-5);
    const trimmed = set('“四区”联动', 10, { indent: 20, profile: { trimIndent: true } });
    expect(trimmed[0]?.segments[0]?.x).toBe(15);
  });

  it('sets —— to two em and · to half an em whatever the face draws', () => {
    expect(advances(set('总理——李某', 20)[0] ?? fail())).toEqual([
      ['总', 1],
      ['理', 1],
      ['—', 1],
      ['—', 1],
      ['李', 1],
      ['某', 1],
    ]);
    const dotted = set('卡尔·马克思', 20)[0] ?? fail();
    expect(dotted.width).toBeCloseTo(55, 6);
  });

  it('lets one mark hang only where the profile says so', () => {
    const profile = { hangingMarks: true };
    const line = set('各位代表，大家好', 4, { profile })[0] ?? fail();
    expect(drawn(line)).toBe('各位代表，');
    expect(line.width).toBeCloseTo(40, 6);
  });
});

describe('gap between hanzi and Latin (CLREQ)', () => {
  it('is a quarter em beside letters and digits, none beside marks', () => {
    expect(advances(set('实现157家，GDP', 20)[0] ?? fail())).toEqual([
      ['实', 1],
      ['现', 1.25],
      ['1', 0.5],
      ['5', 0.5],
      ['7', 0.75],
      ['家', 1],
      ['，', 1],
      ['G', 0.55],
      ['D', 0.55],
      ['P', 0.55],
    ]);
  });

  it('takes the place of a space that was typed there', () => {
    expect(naturalWidth(run('实现 157 家'))).toBeCloseTo(naturalWidth(run('实现157家')), 6);
  });

  it('shrinks to an eighth and grows to a half, and no further', () => {
    const gaps: number[] = [];
    for (let em = 10; em < 30; em += 0.1) {
      for (const line of set('新增5家企业7个项目9条道路11所学校13处公园', em)) {
        const all = advances(line);
        all.slice(0, -1).forEach(([character, width], i) => {
          if (/\p{Script=Han}/u.test(character) && /\d/.test(all[i + 1]?.[0] ?? '')) gaps.push(width - 1);
        });
      }
    }
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0.124);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(0.501);
    expect(Math.min(...gaps)).toBeLessThan(0.2);
    expect(Math.max(...gaps)).toBeGreaterThan(0.4);
  });
});

describe('filling', () => {
  it('squeezes brackets before commas, and commas before stops', () => {
    const line = set('甲（乙）丙，丁戊。己庚辛壬', 10.25)[0] ?? fail();
    const widths = new Map(advances(line));
    expect(drawn(line)).toBe('甲（乙）丙，丁戊。己庚');
    expect([widths.get('甲'), widths.get('）'), widths.get('，'), widths.get('。')]).toEqual([0.625, 0.625, 1, 1]);
  });

  it('closes the gaps beside digits before it spreads hanzi beyond the limit, and not before that', () => {
    const text = '初次就业率77.8%，同比增长1.2个百分点。全市第一，再创新高';
    const closed = set(text, 18.3)[0] ?? fail();
    expect(drawn(closed)).toBe('初次就业率77.8%，同比增长1.2个百分点。');
    expect(drawnEnd(closed)).toBeCloseTo(183, 6);
    expect(closed.ratio).toBe(-1);
    // With hanzi enough before the figure the line is spread instead, and the gaps stand at their widest.
    const long = `初次就业率77.8%，同比增长${'甲'.repeat(28)}1.2个百分点。全市第一，再创新高`;
    const spread = set(long, 46.3)[0] ?? fail();
    expect(drawn(spread)).not.toContain('1.2');
    expect(spread.ratio).toBeGreaterThan(0);
  });

  it('spreads what remains over the gaps between cells alone', () => {
    const line = set('坚持以人民为中心的发展思想是我们的根本立场', 9.9)[0] ?? fail();
    expect(drawnEnd(line)).toBeCloseTo(99, 6);
    const [first, ...rest] = advances(line).map(([, width]) => width);
    expect(rest.slice(0, -1).every((width) => width === first)).toBe(true);
    expect(rest.at(-1)).toBe(1);
  });

  it('widens the quad after a lead-in by half an em before it spreads hanzi', () => {
    const half = advances(set('民生　保障性安居工程开工建设新建', 13.5)[0] ?? fail());
    expect(half.map(([, width]) => width)).toEqual([1, 1, 1.5, ...Array.from({ length: 10 }, () => 1)]);
    const more = advances(set('民生　保障性安居工程开工建设，新建', 13.9)[0] ?? fail());
    expect(more[2]?.[1]).toBe(1.5);
    expect(more[3]?.[1]).toBeGreaterThan(1);
  });

  it('takes up to half an em from the quad after a lead-in, after all that CLREQ lets a line take', () => {
    const line = set('民生　保障性安居工程开工建设新建', 13.7)[0] ?? fail();
    expect(drawn(line)).toBe('民生　保障性安居工程开工建设');
    expect(advances(line).map(([, width]) => width)).toEqual([1, 1, 0.7, ...Array.from({ length: 11 }, () => 1)]);
    const marked = set('民生　保障性安居：工程开工建设，新建', 14.7)[0] ?? fail();
    expect(drawn(marked)).toBe('民生　保障性安居：工程开工建设，');
    const widths = new Map(advances(marked));
    expect(widths.get('：')).toBeCloseTo(0.5, 6);
    expect(widths.get('　')).toBeCloseTo(0.7, 6);
  });

  it('lets the gap between a mark and a figure take its share of the spread', () => {
    const widths = advances(set('目标以内，3项工作完成得好，157.5亿元投资', 13.9)[0] ?? fail());
    const at = widths.findIndex(([character]) => character === '，');
    expect(widths[at]?.[1]).toBeGreaterThan(1);
    expect(widths[at]?.[1]).toBe(widths[0]?.[1]);
  });

  it('puts nothing inside a figure or around its connector', () => {
    const line = set('力争引进重点企业5—10家落户本区各园', 17.4)[0] ?? fail();
    const widths = advances(line);
    const at = widths.findIndex(([character]) => character === '—');
    expect(widths[at]).toEqual(['—', 1]);
    expect(widths[at - 1]).toEqual(['5', 0.5]);
  });

  it('fills 28 cells of 16 pt into 156 mm by tracking', () => {
    const measure = (156 / 25.4) * 72;
    const lines = composeParagraph([run('全'.repeat(56), { size: 16, tracking: measure / 28 - 16 })], {
      measure,
      align: 'justify',
    });
    expect(texts(lines).map((line) => line.length)).toEqual([28, 28]);
    expect(lines[0]?.ratio).toBeCloseTo(0, 6);
    expect(lines[0]?.width).toBeCloseTo(measure, 6);
  });

  it('leaves no single hanzi on the last line', () => {
    for (let length = 12; length < 60; length += 1) {
      const last = texts(set(`${'新'.repeat(length)}。`, 11)).at(-1) ?? fail();
      expect(last.length).toBeGreaterThan(2);
    }
  });

  it('breaks the paragraph as a whole: an early line gives way for a later one', () => {
    const text = '全年完成房屋征收35万平方米拆除违章建筑5.8万平方米开工建设项目完成投资计划的百分之百以上工作';
    const worst = Math.max(...set(text, 16).map((line) => line.ratio));
    expect(worst).toBeLessThan(0.1);
  });
});

describe('alignment, line ends, measures', () => {
  it('centres lines of like length', () => {
    const lines = set('红旗区人民政府关于二〇一六年工作情况的报告', 16, { align: 'center' });
    expect(texts(lines).map((line) => line.length)).toEqual([10, 11]);
    expect(lines[0]?.segments[0]?.x).toBeCloseTo(30, 6);
  });

  it('sets ragged text at natural width', () => {
    const lines = set('全年实现地区生产总值157.5亿元，同比增长7.1%', 12, { align: 'left' });
    expect(lines.every((line) => line.ratio === 0 && line.segments[0]?.x === 0)).toBe(true);
    const right = set('红旗区人民政府', 10, { align: 'right' });
    expect(right[0]?.segments[0]?.x).toBeCloseTo(30, 6);
  });

  it('ends lines where the text does, and sets those at natural width', () => {
    const lines = set('主要指标\n一、生产总值\r\n\n二、投资', 20);
    expect(texts(lines)).toEqual(['主要指标', '一、生产总值', '', '二、投资']);
    expect(lines.every((line) => line.last)).toBe(true);
    expect(lines.map((line) => [line.start, line.end, line.next])).toEqual([
      [0, 4, 5],
      [5, 11, 13],
      [13, 13, 14],
      [14, 18, 18],
    ]);
  });

  it('gives one line for empty text', () => {
    expect(set('', 10)).toHaveLength(1);
    expect(composeParagraph([], { measure: 100, align: 'left' })).toHaveLength(1);
  });

  it('follows a measure that changes from line to line', () => {
    const lines = composeParagraph([run('全'.repeat(30))], {
      measure: (index) => (index < 2 ? 50 : 100),
      align: 'justify',
    });
    expect(texts(lines).map((line) => line.length)).toEqual([5, 5, 10, 10]);
  });

  it('measures for tables: the whole on one line, and the widest piece', () => {
    expect(naturalWidth(run('甲乙\n甲乙丙丁'))).toBeCloseTo(40, 6);
    expect(minContentWidth([run('完成投资157.5亿元，增长')])).toBeCloseTo(10 * (4 * 0.5 + 0.55 + 0.25 + 2 + 0.5), 6);
    expect(minContentWidth([run('全年')])).toBeCloseTo(10, 6);
    expect(naturalWidth()).toBe(0);
  });

  it('sets a paragraph alike whatever was set before it', () => {
    const text = '全年完成投资157.5亿元，增长7.1%；“四区”建设实现12—15家企业落户，';
    const alone = set(text, 9);
    const long = set(text.repeat(200), 30);
    expect(set(text, 9)).toEqual(alone);
    expect(set(text.repeat(200), 30)).toEqual(long);
    expect(set('全区', 9)).toEqual(set('全区', 9));
  });

  it('mixes sizes and keeps segments end to end', () => {
    const lines = composeParagraph(
      [run('157.5', { size: 26, style: 'value' }), run('亿元', { size: 10.5, style: 'unit' })],
      {
        measure: 200,
        align: 'left',
      },
    );
    const [value, unit] = lines[0]?.segments ?? [];
    expect(unit?.x).toBeCloseTo((value?.x ?? 0) + (value?.width ?? 0), 9);
    expect(value?.adjust).toHaveLength(5);
  });
});

it('sets paragraphs in the style of a report', async () => {
  const paragraphs = [
    '——2016年，全区上下坚持“四区争第一、全市争先进”的目标，地区生产总值达到157.5亿元，同比增长7.1%；固定资产投资135.1亿元，增长3.8%，增幅居四区第一。',
    '（一）服务业加快发展。第三产业增加值131亿元，三次产业比例为1:16:83；新引进跨境电商66家（其中2012—2016年累计5—10家重点企业），带动就业1000余人，空气质量优良天数增加12天，PM2.5平均浓度降至78微克/立方米……',
    '各位代表：《政府工作报告》（征求意见稿）已于2017年4月21日印发，详见https://www.example.org/zfgzbg/2017/report.html。',
  ];
  const measure = (156 / 25.4) * 72;
  const golden = paragraphs
    .map((text) =>
      composeParagraph([run(text, { size: 16, tracking: measure / 28 - 16 })], {
        measure,
        indent: (2 * measure) / 28,
        align: 'justify',
      })
        .map((line) => drawn(line) + `\n    ` + summaryTail(summary(line)))
        .join('\n'),
    )
    .join('\n\n');
  await expect(`${golden}\n`).toMatchFileSnapshot('expected/report-paragraphs.txt');
});

const summaryTail = (text: string): string => text.split('\n    ')[1] ?? '';
