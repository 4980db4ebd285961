// The fifteen things that an extractor must handle, each with sentences of our own in the style of reports.
import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../src/extract/facts.ts';
import { factsOf, reportOf, told } from './report-of.ts';

/** Figures, each with the year that it is measured from. */
const bases = (text: string): readonly string[] =>
  factsOf({ review: text }).map(({ text: figure, base }) => (base === undefined ? figure : `${figure} ${base}`));

describe('chains under one subject', () => {
  it('keeps what a growth is measured by, and no bracket that belongs to a name', () => {
    const review =
      '一般公共预算收入7.8亿元，同口径增长2.3%；民生支出127亿元，增长7.2%（剔除棚改一次性因素）。' +
      '居民收入实际增长6.5%；生产总值265亿元（不含定州，下同），增长9%；实际利用外资增长11%。' +
      '工业总产值（1990年不变价）301亿元，增长17%。新能源（汽车）产值增长8%，细颗粒物（PM2.5）浓度下降4%。';
    expect(factsOf({ review }).map(({ text, qualifiers }) => [text, ...qualifiers].join(' '))).toEqual([
      '7.8亿元',
      '2.3% 同口径',
      '127亿元',
      '7.2% 剔除棚改一次性因素',
      '6.5% 实际',
      '265亿元 不含定州',
      '9%',
      '11%',
      '301亿元 不变价',
      '17%',
      '8%',
      '4%',
    ]);
  });

  it('ends the name of what is counted before the next figure, and before where people are sent', () => {
    expect(
      told({ review: '选派21名青年志愿者到偏远地区基层从事2—3年志愿服务，新建4家养老机构和14家长者饭堂。' }),
    ).toEqual(['21名 选派青年志愿者 level 2016', '4家 新建养老机构 count 2016', '14家 新建长者饭堂 count 2016']);
  });

  it('takes what 过去一年 opens inside a plan paragraph for the year past', () => {
    const plan = '做好2017年的工作十分重要。过去一年，成绩很大。城镇新增就业1168万人。\n今年要新增就业1000万人。';
    expect(told({ plan })).toEqual(['1168万人 城镇新增就业 level 2016', '1000万人 新增就业 target_level 2017']);
  });

  it('says of what part of the year a figure is', () => {
    const review = '1—11月工业总产值4500亿元，增长38%；全年投资增长9%。上半年价格下滑的情况下，粮食产量29万吨。';
    expect(factsOf({ review }).map(({ text, qualifiers }) => [text, ...qualifiers].join(' '))).toEqual([
      '4500亿元 1—11月',
      '38% 1—11月',
      '9%',
      '29万吨',
    ]);
  });

  it('names a first by what stands behind it, and what is ranked by its owner', () => {
    const review = '推出全市首个商标服务平台。外商投资5亿美元，总量、增速全省第二。农村改革工作全省名列第五。';
    const ranks = extractFacts(reportOf({ review })).filter((fact) => fact.kind === 'rank');
    expect(ranks.map(({ subject, scope, text }) => [subject, scope, text].join(' '))).toEqual([
      '推出商标服务平台 全市 全市首个',
      '外商投资总量、增速 全省 全省第二',
      '农村改革工作 全省 第五',
    ]);
  });

  it('carries on what growths are measured from, when the text says so, to the end of the paragraph', () => {
    expect(
      bases(
        '生产总值274.5亿元，比2012年（下同）增长11.7%；零售总额131亿元，增长12%。投资同比增长5%，税收增长7%。\n出口增长3%。',
      ),
    ).toEqual(['274.5亿元', '11.7% 2012', '131亿元', '12% 2012', '5%', '7% 2012', '3%']);
    expect(bases('与2013年比（下同），税收增长5%；出口增长8%。')).toEqual(['5% 2013', '8% 2013']);
    expect(bases('税收比2012年增长5%；出口增长8%。')).toEqual(['5% 2012', '8%']);
  });

  it('keeps 均 with the word that it belongs to', () => {
    const review =
      '城镇调查失业率平均为5.1%，空气优良天数平均为334天。城镇居民人均达到2万元，三项指标均达到100%。' +
      '医保财政补助标准提高到人均320元。';
    expect(factsOf({ review }).map(({ subject, text }) => `${subject} ${text}`)).toEqual([
      '城镇调查失业率 5.1%',
      '空气优良天数 334天',
      '城镇居民人均 2万元',
      '三项指标 100%',
      '医保财政补助标准 320元',
    ]);
  });

  it('gives names whole, without what is said of them', () => {
    const review =
      '新增文化设施6个，面积8000平方米。“保交楼”“保交房”交付率分别达100%和88.2%。事故起数下降17.9%、死亡人数下降15.3%。' +
      '按照上级要求关停企业30家。新增专精特新企业3家，科技型中小企业38家，在建项目43个。15个行业淘汰任务如期完成。' +
      '新增普惠小微企业贷款、先进制造业贷款、科技型企业贷款、绿色产业贷款超800亿元。';
    expect(told({ review }).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '6个 新增文化设施',
      '8000平方米 文化设施面积',
      '100% “保交楼”交付率',
      '88.2% “保交房”交付率',
      '17.9% 事故起数',
      '15.3% 事故死亡人数',
      '30家 关停企业',
      '3家 新增专精特新企业',
      '38家 新增科技型中小企业',
      '43个 在建项目',
      '15个 行业淘汰任务',
      '800亿元 新增普惠小微企业贷款等',
    ]);
  });

  it('tells the total from what is new, and a price from its goods', () => {
    const review =
      '新建服务站26个，累计达到198个。新增公司2家、总数达35家。3个贫困村如期脱贫。新增碧道40公里、郊野径25公里、总里程达到90公里。集采药品平均降价52%。' +
      '有意愿人员集中供养率达100%。打造示范企业4家、示范园区5个。6月底前完成管网45公里。';
    expect(told({ review }).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '26个 新建服务站',
      '198个 服务站',
      '2家 新增公司',
      '35家 公司总数',
      '3个 贫困村如期脱贫',
      '40公里 新增碧道',
      '25公里 新增郊野径',
      '90公里 总里程',
      '52% 集采药品价格',
      '100% 有意愿人员集中供养率',
      '4家 打造示范企业',
      '5个 打造示范园区',
      '45公里 管网',
    ]);
  });

  it('leaves the number of a listed item out of names and figures', () => {
    const items = ['39.引进人才21名。', '40.151件民生实事全部完成。', '3.5万名职工受益。'].join('\n');
    expect(told({ review: items })).toEqual([
      '21名 引进人才 level 2016',
      '151件 民生实事全部完成 count 2016',
      '3.5万名 职工受益 level 2016',
    ]);
  });

  it('lets growth, completion and later items inherit the subject', () => {
    expect(
      told({ review: '全年实际利用外资4200万美元，占年目标的105%，同比增长9.5%；新开工住宅项目12个，续建25个。' }),
    ).toEqual([
      '4200万美元 实际利用外资 level 2016',
      '105% 实际利用外资 target_completion_rate 2016',
      '9.5% 实际利用外资 growth_yoy 2016',
      '12个 新开工住宅项目 count 2016',
      '25个 续建住宅项目 count 2016',
    ]);
  });

  it('gives list items the verb of the first', () => {
    expect(told({ review: '新增高新技术企业9家、科技型中小企业67家。' })).toEqual([
      '9家 新增高新技术企业 count 2016',
      '67家 新增科技型中小企业 count 2016',
    ]);
  });

  it('takes the subject from a clause that only names it', () => {
    expect(told({ review: '义务教育巩固率，由95%提高到97%。' }).map((line) => line.split(' ')[1])).toEqual([
      '义务教育巩固率',
      '义务教育巩固率',
    ]);
  });
});

describe('from-to clusters', () => {
  const facts = factsOf({ span: '五年来，地区生产总值由82.4亿元增至126.5亿元，是2011年的1.5倍，年均增长9.1%。' });

  it('gives each end its year, one group and a role', () => {
    expect(facts.map(({ text, kind, period, role }) => [text, kind, period, role])).toEqual([
      ['82.4亿元', 'from_to', '2011', 'from'],
      ['126.5亿元', 'from_to', '2016', 'to'],
      ['1.5倍', 'multiple', '2016', undefined],
      ['9.1%', 'growth_annual_avg', '2012-2016', undefined],
    ]);
    expect(new Set(facts.map((fact) => fact.group)).size).toBe(1);
    expect(facts[2]?.base).toBe('2011');
  });

  it('takes the year named before the old level', () => {
    expect(told({ review: '规模以上企业由2014年的30家增加到41家。' })).toEqual([
      '30家 规模以上企业 from_to 2014',
      '41家 规模以上企业 from_to 2016',
    ]);
  });
});

describe('lists with 分别 and 均', () => {
  it('parts a coordination and shares its head', () => {
    expect(told({ review: '城镇居民和农村居民人均可支配收入分别增长8.1%和9.3%。' })).toEqual([
      '8.1% 城镇居民人均可支配收入 growth_yoy 2016',
      '9.3% 农村居民人均可支配收入 growth_yoy 2016',
    ]);
  });

  it('parts a list at its commas where a name of it holds 和', () => {
    const names = '信息传输软件和信息技术服务业、租赁和商务服务业';
    expect(told({ review: `${names}增加值分别增长10.9%、10.4%。` })).toEqual([
      '10.9% 信息传输软件和信息技术服务业增加值 growth_yoy 2016',
      '10.4% 租赁和商务服务业增加值 growth_yoy 2016',
    ]);
  });

  it('goes back to the figures before it', () => {
    expect(told({ review: '旅客吞吐量642万人次，货邮吞吐量20.3万吨，分别增长22.4%、31.1%。' }).slice(2)).toEqual([
      '22.4% 旅客吞吐量 growth_yoy 2016',
      '31.1% 货邮吞吐量 growth_yoy 2016',
    ]);
  });

  it('lends the unit of the last item to the others', () => {
    const [first, second] = factsOf({ review: '第二产业、第三产业比重分别提高6.5和2.3个百分点。' });
    expect([first?.text, first?.unit, second?.unit]).toEqual(['6.5', '个百分点', '个百分点']);
  });

  it('writes one fact for each subject of 均', () => {
    const facts = factsOf({ review: '水源地水质达标率、危险废物处置率均达到98%。' });
    expect(facts.map((fact) => fact.subject)).toEqual(['水源地水质达标率', '危险废物处置率']);
    expect(new Set(facts.map((fact) => fact.start)).size).toBe(1);
  });
});

describe('changes', () => {
  it('tells an increment from growth and from a multiple', () => {
    const facts = factsOf({ review: '存款余额比2010年增加24.5亿元，增长80%，是2010年的1.8倍；专利申请增长1倍。' });
    expect(facts.map(({ value, unit, kind, delta }) => [value, unit, kind, delta])).toEqual([
      ['24.5', '亿元', 'level', true],
      ['80', '%', 'growth_yoy', undefined],
      ['1.8', '倍', 'multiple', undefined],
      ['1', '倍', 'multiple', undefined],
    ]);
    expect(facts[0]?.base).toBe('2010');
  });

  it('keeps the verb of an amount of change, and takes 提升 for a part of an act where it is one', () => {
    const facts = factsOf({
      review: '优良天数增加36天，全市排名前移3个位次，新建公园28个、改造提升23个，完成绿化提升19万平方米。',
    });
    expect(facts.map(({ subject, value, unit, verb }) => [subject, `${value}${unit}`, verb])).toEqual([
      ['优良天数', '36天', '增加'],
      ['排名', '3个位次', '前移'],
      ['新建公园', '28个', undefined],
      ['改造提升公园', '23个', undefined],
      ['绿化提升', '19万平方米', undefined],
    ]);
  });

  it('reads a range with a full-width dash', () => {
    const [fact] = factsOf({ review: '地区生产总值增长6%－6.5%。' });
    expect([fact?.value, fact?.min, fact?.max, fact?.kind]).toEqual([null, '6', '6.5', 'growth_yoy']);
  });

  it('gives falls a minus, acts none', () => {
    const facts = factsOf({
      review: '单位生产总值能耗下降4.25%，贫困人口减少6800人，退出钢铁产能120万吨，亏损额同比－7%。',
    });
    expect(facts.map((fact) => fact.value)).toEqual(['-4.25', '-6800', '120', '-7']);
  });

  it('reads growth whose verb stands behind', () => {
    expect(told({ review: '商务服务业运行平稳，实现15%的高增长。' })).toEqual(['15% 商务服务业 growth_yoy 2016']);
  });

  it('reads a cut whose object stands before the rate', () => {
    expect(factsOf({ review: '全年压减会议20%。' }).map(({ value, subject, kind }) => [value, subject, kind])).toEqual([
      ['-20', '会议', 'growth_yoy'],
    ]);
  });

  it('keeps percentage points apart and says what is compared', () => {
    const [, points] = factsOf({ review: '工业主营业务收入增长12%，高出全市平均水平3.4个百分点。' });
    expect([points?.kind, points?.value, points?.scope]).toEqual(['comparison_points', '3.4', '全市平均水平']);
  });

  it('reads per mille', () => {
    expect(told({ review: '人口自然增长率控制在6.5‰以内。' })).toEqual(['6.5‰ 人口自然增长率 level 2016']);
  });
});

describe('ratios', () => {
  it.each([':', '：', '∶', '︰'])('reads three industries parted by %s', (colon) => {
    const facts = factsOf({ review: `三次产业比例达到3${colon}37${colon}60。` });
    expect(facts.map(({ value, subject, kind }) => [value, subject, kind])).toEqual([
      ['3', '第一产业占比', 'share'],
      ['37', '第二产业占比', 'share'],
      ['60', '第三产业占比', 'share'],
    ]);
  });

  it('reads a change of ratio', () => {
    const facts = factsOf({ review: '三次产业结构由2015年的4.5:48:47.5调整为4:46:50。' });
    expect(facts.map((fact) => fact.period)).toEqual(['2015', '2015', '2015', '2016', '2016', '2016']);
  });
});

describe('modifiers and ranges', () => {
  it.each([
    ['带动就业1000余人', '1000', '余'],
    ['旅游收入突破49亿元', '49', '突破'],
    ['投放贷款近5亿元', '5', '近'],
    ['绿化覆盖率达到40%以上', '40', '以上'],
    ['新增就业3000人左右', '3000', '左右'],
    ['发明专利不低于140件', '140', '不低于'],
    ['发放补助1200余万元', '1200', '余'],
  ])('%s', (sentence, value, modifier) => {
    const [fact] = factsOf({ review: `${sentence}。` });
    expect([fact?.value, fact?.modifier]).toEqual([value, modifier]);
  });

  it('reads a range as one figure with two ends', () => {
    const [count, rate] = factsOf({ plan: '引进科技企业5-10家，工业增加值增长8%—8.5%。' });
    expect([count?.value, count?.min, count?.max, count?.unit]).toEqual([null, '5', '10', '家']);
    expect([rate?.min, rate?.max, rate?.kind]).toEqual(['8', '8.5', 'target_growth']);
  });
});

describe('ranks', () => {
  it('takes scope and place, and what is ranked', () => {
    const facts = factsOf({ review: '固定资产投资135亿元，增幅五县第一；第三产业增加值60亿元，总量位居全市第三。' });
    expect(
      facts.filter((fact) => fact.kind === 'rank').map(({ text, value, subject }) => [text, value, subject]),
    ).toEqual([
      ['五县第一', '1', '固定资产投资增幅'],
      ['全市第三', '3', '第三产业增加值总量'],
    ]);
  });

  it('takes ordinals and appeals for none', () => {
    expect(
      told({ review: '第三产业加快发展，成功举办第二届书画展，坚持质量第一、效益优先，把民生摆在首位。' }),
    ).toEqual([]);
  });
});

describe('completion and scope', () => {
  it('reads completion of plans of other wordings', () => {
    expect(told({ review: '重点项目完成年度投资计划的140%。' })).toEqual(['140% 重点项目 target_completion_rate 2016']);
  });

  it('keeps the scope phrase with the figures after it', () => {
    const facts = factsOf({ span: '按可比口径计算，财政收入由3.1亿元增至5.2亿元。' });
    expect(facts.map((fact) => fact.qualifiers)).toEqual([['按可比口径计算'], ['按可比口径计算']]);
  });
});

describe('numbers that are no figures', () => {
  it.each([
    '一批亿元以上项目签约落位',
    '规模以上企业运行平稳，投资500万元以上的项目顺利推进',
    '863孵化器、3D打印产业园、76543计划和5G网络加快建设',
    '110千伏变电站和107国道改造扎实推进',
    '“三个一百”工程、“1+6”文件和“四区争第一”深入人心',
    '三年行动计划和十四届三次全会部署全面落实',
    '24小时值班、15分钟生活圈、80岁以上老人优待政策全面落实',
    '党的十八届三中、四中全会精神落地生根',
  ])('%s', (sentence) => {
    expect(told({ review: `${sentence}。` })).toEqual([]);
  });
});

describe('wholes and parts', () => {
  it('reads a share of what is named', () => {
    const facts = factsOf({ review: '高新技术产业增加值20亿元，占规模以上工业增加值的31%。' });
    expect(facts[1]?.subject).toBe('高新技术产业增加值占规模以上工业增加值比重');
  });

  it('tells an attribute whose it is', () => {
    expect(told({ review: '启动了占地300亩，总投资6.5亿元的电商产业园项目。' })).toEqual([
      '300亩 电商产业园项目占地 level 2016',
      '6.5亿元 电商产业园项目总投资 level 2016',
    ]);
  });

  it('reads what an amount went into', () => {
    expect(told({ review: '投资800万元，完成南关小学扩建工程。' })).toEqual([
      '800万元 南关小学扩建工程投资 level 2016',
    ]);
  });
});

describe('periods', () => {
  it('changes inside a paragraph', () => {
    expect(told({ span: '五年来，累计修路320公里。2016年，建成公园6个。' })).toEqual([
      '320公里 修路 level 2012-2016',
      '6个 建成公园 count 2016',
    ]);
  });

  it('takes a stock at the end of a range', () => {
    expect(told({ span: '五年来，全县企业达到820家，累计修路60公里。' })).toEqual([
      '820家 企业 count 2016',
      '60公里 修路 level 2012-2016',
    ]);
  });

  it('takes a target year that is named', () => {
    expect(told({ plan: '到2020年，森林覆盖率达到35%。' })).toEqual(['35% 森林覆盖率 target_level 2020']);
  });

  it('turns levels into targets in the plan part', () => {
    expect(told({ plan: '地区生产总值增长7.5%，城镇登记失业率控制在4.5%以内。' })).toEqual([
      '7.5% 地区生产总值 target_growth 2017',
      '4.5% 城镇登记失业率 target_level 2017',
    ]);
  });
});

describe('number forms', () => {
  it.each([
    ['财政收入１２．５亿元', '12.5', '亿元'],
    ['总产值1.295万亿元', '1.295', '万亿元'],
    ['惠及群众1亿3千多万人', '13000', '万人'],
    ['三分之二的行政村通了公交', '66.67', '%'],
    ['财政支出的一半用于民生', '50', '%'],
    ['占全县人口近六成', '60', '%'],
    ['出口增长两倍', '2', '倍'],
    ['荣获六项国家级荣誉', '6', '项'],
    ['交付房源3,000套', '3000', '套'],
    ['增长8．5％', '8.5', '%'],
  ])('%s', (sentence, value, unit) => {
    const [fact] = factsOf({ review: `${sentence}。` });
    expect([fact?.value, fact?.unit]).toEqual([value, unit]);
  });

  it('joins a number that a line end breaks', () => {
    const [fact] = factsOf({ review: '全县各项事业稳步发展。全年完成固定资产投资13\n5.1亿元，增长9%。' });
    expect([fact?.value, fact?.unit]).toEqual(['135.1', '亿元']);
  });
});
