// What each key of a data file means, in both languages, with an example: the words of the JSON Schema, which editors
// show, of the hint for a key that is missing, and of docs/data-model.md. A test fails for a key that is not described.

export type Key = readonly [zh: string, en: string, example: string];

export type Shape = {
  /** Places in the schema that have this shape: `sections[].observations[]`; the empty one is the file itself. */
  readonly at: readonly string[];
  readonly title: { readonly zh: string; readonly en: string };
  readonly keys: Readonly<Record<string, Key>>;
  /** Whether the keys of a printed figure belong to it as well; they are shown once. */
  readonly figure?: true;
};

const observation = 'sections[].observations[]';

/** The keys of a printed figure, wherever one stands. */
export const figureKeys: Readonly<Record<string, Key>> = {
  value: [
    '数值，照原文写，位数保留：15.0 不是 15',
    'the number as printed; its digits are kept: 15.0 is not 15',
    '157.5',
  ],
  min: ['范围的下限（5%—10%）', 'lower end of a range (5%—10%)', '5'],
  max: ['范围的上限', 'upper end of a range', '10'],
  unit: ['单位，照原文', 'unit as printed', '亿元'],
  modifier: ['数字前后的限定词', 'the word that bounds or blurs the figure', '以上'],
  at: ['在原文中的位置：UTF-16 偏移，不含末位', 'place in the text: UTF-16 offsets, end exclusive', '[363, 370]'],
  cell: ['由表格导入的：在表里的哪一格', 'of an imported figure: its cell in the table', 'D5'],
  review: ['要人核对的原因；核过后删去', 'why a person should look; delete it when done', '原文没有写单位'],
};

const section: Key = ['出自哪一节，即 sections 里的 id', 'the section: an id of sections', '2.1'];

export const shapes: readonly Shape[] = [
  {
    at: [''],
    title: { zh: '报告', en: 'Report' },
    keys: {
      $schema: [
        'JSON 数据文件用来指明 Schema；YAML 写在首行注释里',
        'names the schema in a JSON file; YAML does so in a comment',
        './report.schema.json',
      ],
      id: [
        '编号，也是输出文件夹的名字；不能含 / 等路径符号',
        'id, and name of the output folder; never a path',
        'hongqi-2017',
      ],
      title: ['标题', 'title', '红旗区2017年政府工作报告'],
      place: ['地方', 'place', '{ name: …, short: …, level: county }'],
      meeting: ['会议', 'meeting', '{ name: …, date: 2017-04-21 }'],
      speaker: ['报告人', 'who delivered it', '{ name: …, office: 区长 }'],
      years: ['回顾哪年、计划哪年', 'year reviewed, year planned', '{ reviewed: 2016, planned: 2017 }'],
      source: ['原文', 'the text it comes from', '{ title: 政府工作报告 }'],
      briefing: ['简报的报头和版记', 'masthead and imprint of the brief', '{ masthead: 政情简报, issue: 1 }'],
      summary: ['导语，自己写，三到四行', 'lead in your own words, three or four lines', '2016年，经济平稳增长……'],
      headline: [
        '头条指标：观测的 id，按次序；不写则按指标表取',
        'headline figures: ids of observations in order; by the table of indicators when absent',
        '[gdp-2016, revenue-2016]',
      ],
      sections: ['章节，至少一个', 'sections, at least one', '见下'],
      problems: ['报告自己讲的问题', 'problems that the report admits', '- text: 结构还不够优'],
      targets: ['目标', 'targets', '见下'],
      tasks: ['任务', 'tasks', '见下'],
      terms: ['名词解释', 'terms to be explained', '- term: 两改'],
      questions: ['讲义里的讨论题', 'questions for discussion, in the handout', '- { area: 3.1, text: … }'],
      accepted: ['核对过、接受下来的结论', 'findings of the audit that were checked and accepted', '见下'],
      replaces: [
        '同一地方同一年有两份报告时，本份代替的那份的编号',
        'of two reports of one place and year: the ids of those that this one replaces',
        '[luohu-2021]',
      ],
    },
  },
  {
    at: ['place'],
    title: { zh: '地方 place', en: 'place' },
    keys: {
      name: ['全称', 'full name', '河南省新乡市红旗区'],
      short: ['简称，用在标题里', 'short name, for titles', '红旗区'],
      level: ['级别', 'level', 'county'],
    },
  },
  {
    at: ['meeting'],
    title: { zh: '会议 meeting', en: 'meeting' },
    keys: {
      name: ['名称', 'name', '区第十四届人民代表大会第一次会议'],
      date: ['日期', 'date', '2017-04-21'],
      place: ['地点，如某会堂', 'where it was held', '区会议中心'],
    },
  },
  {
    at: ['speaker'],
    title: { zh: '报告人 speaker', en: 'speaker' },
    keys: {
      name: ['姓名', 'name', '张三'],
      office: ['职务', 'office', '区人民政府区长'],
    },
  },
  {
    at: ['years'],
    title: { zh: '年份 years', en: 'years' },
    keys: {
      reviewed: ['回顾的年份', 'the year reviewed', '2016'],
      planned: [
        '计划的年份；不写为回顾的下一年',
        'the year planned; the one after the year reviewed when absent',
        '2017',
      ],
      span: ['多年回顾的起止年', 'first and last year of a review of several years', '{ from: 2012, to: 2016 }'],
    },
  },
  {
    at: ['years.span'],
    title: { zh: '多年回顾 years.span', en: 'years.span' },
    keys: {
      from: ['第一年', 'first year', '2012'],
      to: ['最后一年', 'last year', '2016'],
    },
  },
  {
    at: ['source'],
    title: { zh: '原文 source（整份报告）', en: 'source (of the report)' },
    keys: {
      title: ['原文标题，印在页脚的资料来源里', 'title of the text, printed as the source at the foot', '政府工作报告'],
      file: ['原文文件名', 'name of the file', 'hongqi-2017.txt'],
      sha256: ['原文文件的 SHA-256，证明出自哪个文件', 'SHA-256 of the file, to prove which one it was', '084db80b…'],
      note: [
        '口径等说明，给整理数据的人看，不印出来',
        'remarks on scope for whoever keeps the data; not printed',
        '过去五年指2012—2016年',
      ],
    },
  },
  {
    at: ['briefing'],
    title: { zh: '报头和版记 briefing', en: 'briefing' },
    keys: {
      masthead: ['报头名称', 'masthead', '政情简报'],
      issue: ['期号', 'issue number', '3'],
      issuer: ['编印单位', 'who issues it', '区政府办公室'],
      date: ['印发日期；也是文件属性里的日期', 'date of issue; also the date in the properties', '2017-04-25'],
      recipients: ['报送单位', 'recipients', '[区委、区人大常委会]'],
      copies: ['印数', 'copies printed', '300'],
    },
  },
  {
    at: ['sections[]'],
    title: { zh: '章节 sections[]', en: 'sections[]' },
    keys: {
      id: ['编号，出处和任务用它引用', 'id that sources and tasks refer to', '1.2'],
      number: ['原文序号；没有则为空', 'number as printed; empty when there is none', '（二）'],
      title: ['标题', 'title', '2016年工作回顾'],
      short: [
        '短题，作段首用，不超过12字',
        'short title for the head of a paragraph, at most 12 characters',
        '项目引资',
      ],
      part: ['属于回顾、多年回顾、计划还是其他', 'review, review of several years, plan, or other', 'review'],
      summary: ['摘要，自己写', 'summary in your own words', '三项主要指标保持增长。'],
      observations: ['数据', 'observations', '见下'],
      honours: ['荣誉', 'honours', '- { name: 全国文明城区, level: national }'],
      projects: ['点名的项目', 'projects that are named', '- { name: 某产业园, status: 开工 }'],
    },
  },
  {
    at: [observation],
    figure: true,
    title: { zh: '数据 observations[]', en: 'observations[]' },
    keys: {
      id: ['编号，头条、“其中”用它引用', 'id that headline and partOf refer to', 'gdp-2016'],
      indicator: [
        '指标编号，见指标表；表里没有的可以自拟',
        'id of the indicator, see the table of indicators; your own when it is not listed',
        'gdp',
      ],
      name: ['这份报告的说法', 'the wording of this report', '地区生产总值'],
      period: ['时期：一年，或起止年', 'a year, or a range of years', '2016'],
      kind: [
        '数值的性质；none 表示只有增速或名次',
        'kind of value; none when there is only a growth or a rank',
        'level',
      ],
      change: ['是增减量，不是总量', 'an amount of change, not a level', 'true'],
      growth: ['增速', 'growth', "{ value: 7.1, unit: '%' }"],
      average: ['年均增速', 'average growth a year', "{ value: 10.6, unit: '%' }"],
      from: ['由多少增至本值', 'the value that it rose or fell from', '{ value: 107.7, unit: 亿元, period: 2011 }'],
      multiple: ['是某年的几倍', 'how many times the value of a year', '{ value: 1.8, unit: 倍, base: 2011 }'],
      ranks: ['位次', 'ranks', '- { place: 1, text: 四区第一, of: growth }'],
      share: ['占什么的比重', 'share of a whole', "{ value: 55, unit: '%', of: 生产总值 }"],
      completion: ['完成目标的比例', 'part of a target that was reached', "{ value: 103, unit: '%', of: 年目标 }"],
      versus: ['高于或低于谁', 'above or below another', '{ value: 3, unit: 个百分点, than: 全市平均 }'],
      parts: ['构成，如三次产业', 'composition, such as the three sectors', '- { name: 一产, value: 1 }'],
      partOf: ['“其中”：所属数据的 id', 'the observation that this is a part of', 'revenue-2016'],
      qualifiers: ['口径用语', 'words on scope', '[按可比口径]'],
      text: ['说明，自己写', 'context in your own words', '营改增后的口径'],
      optional: ['修辞或背景数字，不必上表', 'rhetorical or background; need not be printed', 'true'],
      source: ['出处', 'where it stands', '{ section: 1, sentence: 2 }'],
    },
  },
  {
    at: [
      `${observation}.growth`,
      `${observation}.average`,
      `${observation}.multiple`,
      'targets[].growth',
      'targets[].level',
    ],
    figure: true,
    title: { zh: '增速、年均增速、倍数、目标值', en: 'growth, average, multiple, target' },
    keys: {
      basis: ['现价 current，可比价 comparable', 'at current or comparable prices', 'comparable'],
      base: ['与何时相比；不写为上年', 'compared with; the year before when absent', '2011'],
      period: ['年均增速的时期；不写随数据', 'period of an average; that of the observation when absent', '2012-2016'],
      qualifiers: ['增速自己的口径，与增速一起印出', 'words on scope of the growth alone, printed with it', '[同口径]'],
    },
  },
  {
    at: [
      `${observation}.from`,
      `${observation}.share`,
      `${observation}.completion`,
      `${observation}.versus`,
      'tasks[].figures[]',
    ],
    figure: true,
    title: { zh: '由多少、比重、完成率、对比、任务的数字', en: 'from, share, completion, versus, figures of tasks' },
    keys: {
      period: ['由哪年的数', 'period of the earlier value', '2011'],
      of: ['占什么；什么目标', 'of what whole, of what target', '全市'],
      than: ['与谁相比', 'compared with whom', '全市平均水平'],
      name: ['任务数字的名称', 'what a figure of a task is', '新建小学'],
      relation: ['任务数字是总量、增速还是比重', 'whether a figure of a task is a level, a growth or a share', 'level'],
      qualifiers: ['任务数字的口径', 'words on scope of a figure of a task', '[同口径]'],
    },
  },
  {
    at: [`${observation}.ranks[]`],
    title: { zh: '位次 ranks[]', en: 'ranks[]' },
    keys: {
      place: ['名次；原文只说前列时不写', 'the place; absent where the text says only 前列', '1'],
      text: ['原文说法', 'as printed', '四区第一'],
      scope: ['范围', 'among whom', '四区'],
      of: ['排的是总量、增速还是其他', 'rank of the level, of the growth or of something else', 'growth'],
      at: figureKeys['at'] ?? ['', '', ''],
      cell: figureKeys['cell'] ?? ['', '', ''],
      review: figureKeys['review'] ?? ['', '', ''],
    },
  },
  {
    at: [`${observation}.parts[]`],
    title: { zh: '构成 parts[]', en: 'parts[]' },
    keys: {
      name: ['名称', 'name', '第三产业'],
      value: ['数值，单位同整条数据', 'value, in the unit of the observation', '83'],
      at: figureKeys['at'] ?? ['', '', ''],
    },
  },
  {
    at: [
      `${observation}.source`,
      'sections[].honours[].source',
      'sections[].projects[].source',
      'problems[].source',
      'targets[].source',
      'tasks[].source',
      'terms[].source',
    ],
    title: { zh: '出处 source（每条数据、目标、任务……）', en: 'source (of an observation, target, task…)' },
    keys: {
      section,
      sentence: ['该节第几句，从1数起', 'which sentence of the section, from 1', '2'],
      at: ['整句的位置，写法同数字的 at', 'place of the sentence, as with figures', '[350, 420]'],
      file: ['由表格导入的：文件名', 'of imported figures: name of the file', '主要指标.xlsx'],
      sheet: ['由表格导入的：工作表', 'of imported figures: the sheet', '2016年'],
    },
  },
  {
    at: ['sections[].honours[]'],
    title: { zh: '荣誉 honours[]', en: 'honours[]' },
    keys: {
      name: ['名称', 'name', '全国文明城区'],
      level: ['级别', 'level', 'national'],
      by: ['授予单位', 'who gave it', '中央文明委'],
      source: ['出处', 'where it stands', '{ section: 1.3 }'],
    },
  },
  {
    at: ['sections[].projects[]'],
    title: { zh: '项目 projects[]', en: 'projects[]' },
    keys: {
      name: ['名称', 'name', '某产业园'],
      status: ['进展', 'how far it is', '开工建设'],
      source: ['出处', 'where it stands', '{ section: 1.1 }'],
    },
  },
  {
    at: ['problems[]'],
    title: { zh: '问题 problems[]', en: 'problems[]' },
    keys: {
      text: ['问题，自己写', 'the problem, in your own words', '结构还不够优'],
      source: ['出处', 'where it stands', '{ section: 2 }'],
    },
  },
  {
    at: ['targets[]'],
    title: { zh: '目标 targets[]', en: 'targets[]' },
    keys: {
      id: ['编号', 'id', 'gdp-2017'],
      indicator: ['指标编号', 'id of the indicator', 'gdp'],
      name: ['这份报告的说法', 'the wording of this report', '地区生产总值'],
      period: ['哪一年的目标', 'the year it is for', '2017'],
      level: ['要达到的数值', 'the level to reach', '{ value: 160, unit: 亿元 }'],
      growth: ['要达到的增速', 'the growth to reach', "{ value: 8, unit: '%' }"],
      relative: ['相对目标', 'a target set by another figure', '与地区生产总值同步增长'],
      constraint: ['约束性指标', 'a binding target', 'true'],
      qualifiers: ['口径用语', 'words on scope', '[按可比口径]'],
      review: figureKeys['review'] ?? ['', '', ''],
      source: ['出处', 'where it stands', '{ section: 3, sentence: 1 }'],
    },
  },
  {
    at: ['tasks[]'],
    title: { zh: '任务 tasks[]', en: 'tasks[]' },
    keys: {
      id: ['编号', 'id', 't1'],
      area: ['所属工作：sections 里的 id', 'the work it belongs to: an id of sections', '3.1'],
      text: ['做什么，自己写', 'what is to be done, in your own words', '新建小学，增加学位'],
      figures: ['任务的数字', 'figures of the task', '- { name: 新建小学, value: 6, unit: 所 }'],
      deadline: ['完成时限', 'deadline', '2017年底'],
      lead: ['牵头单位', 'lead unit', '区教体局'],
      support: ['配合单位', 'supporting units', '[区财政局]'],
      optional: ['不必上表', 'need not be printed', 'true'],
      review: figureKeys['review'] ?? ['', '', ''],
      source: ['出处', 'where it stands', '{ section: 3.7 }'],
    },
  },
  {
    at: ['terms[]'],
    title: { zh: '名词 terms[]', en: 'terms[]' },
    keys: {
      term: ['名词', 'the term', '两改'],
      text: [
        '解释，自己写；不写则讲义里这一格空着',
        'explanation in your own words; left open in the handout when absent',
        '城中村改造和旧城改造',
      ],
      source: ['出处', 'where it stands', '{ section: 3.2 }'],
    },
  },
  {
    at: ['questions[]'],
    title: { zh: '讨论题 questions[]', en: 'questions[]' },
    keys: {
      area: ['所属工作：sections 里的 id', 'the work it belongs to: an id of sections', '3.1'],
      text: ['问题', 'the question', '项目引资最缺什么？'],
      ref: ['有关数字的编号', 'ref of the figure it is about', 'fai-2016.growth'],
    },
  },
  {
    at: ['accepted[]'],
    title: { zh: '接受的结论 accepted[]', en: 'accepted[]' },
    keys: {
      finding: ['结论编号，由 jianbao audit 给出', 'id of the finding, from jianbao audit', 'average-8af4b998'],
      reason: ['为何接受', 'why it is accepted', '2011年后统计起点提高'],
      by: ['谁核的', 'who checked', '统计局'],
    },
  },
];

/** The table of indicators, data/indicators.yaml. */
export const indicatorKeys: Readonly<Record<string, Key>> = {
  id: ['编号，各份报告共用', 'id, shared by all reports', 'gdp'],
  name: ['标准名称', 'standard name', '地区生产总值'],
  aliases: [
    '报告里的其他说法；全表里一种说法只能出现一次',
    'other wordings; each only once in the table',
    '[生产总值, GDP]',
  ],
  unit: ['常用单位', 'usual unit', '亿元'],
  group: ['类别', 'group', 'economy'],
  basis: ['增速按现价还是可比价', 'growth at current or comparable prices', 'comparable'],
  direction: ['越大越好 more，越小越好 less', 'whether more or less is better', 'more'],
  headline: ['头条次序', 'order in the headline', '1'],
};
