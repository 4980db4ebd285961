// Tells figures from numbers in names: 863计划, 3D, 5G, 110千伏, 三个代表, 十四五, 二期, 80岁以上老人, 亿元以上项目.
// Takes a number with its unit and the text around it; each rule is a named predicate, listed in docs/extract.md.
import type { FigureToken } from './tokens.ts';

/** Nouns that make a small Chinese count a set phrase: 三个代表, 五大体系, 四项制度. */
const setNouns = [
  '方面',
  '环节',
  '原则',
  '关键',
  '意识',
  '确立',
  '维护',
  '攻坚',
  '战略',
  '阶段',
  '层面',
  '文明',
  '代表',
  '率先',
  '转变',
  '走在',
  '全覆盖',
  '一批',
  '统筹',
  '定位',
  '维度',
  '抓手',
  '引擎',
  '时期',
  '坚持',
  '必须',
  '坚定',
  '要素',
  '特色',
  '主题',
  '体系',
  '板块',
  '不',
  '规定',
  '职能',
  '制度',
  '工作',
  '任务',
  '措施',
  '举措',
  '机制',
  '主张',
  '结合',
  '轮子',
  '自信',
  '大局',
  '看齐',
  '基本',
  '务必',
  '问题',
  '因素',
  '方向',
  '领域',
  '优势',
  '步骤',
  '百年',
  '循环',
  '市场',
  '布局',
  '全面',
  '责任',
  '清单',
  '工夫',
  '样板',
  '常态',
  '代办',
  '率',
  '有',
  '意见',
  '到位',
  '同步',
  '支撑',
  '专项',
  '导向',
  '理念',
  '最',
  '更',
  '新',
  '重要',
  '重大',
  '一流',
  '高地',
  '中心',
  '增长极',
  '突破',
  '跨越',
  '提升',
  '翻番',
  '倍增',
  '革命',
  '闸门',
  '遵循',
  '确保',
  '建设年',
  '年',
  '月',
  '个',
  '以',
  '就',
  '层次',
  '方针',
  '结构',
  '主体',
  '龙头',
  '机遇',
  '平台',
  '工程',
  '行动',
  '计划',
  '改革',
  '政策',
  '指标',
  '底线',
  '红线',
  '战',
  '硬仗',
  '实事',
  '大事',
  '关系',
  '优先',
  '共同',
  '整治',
  '治理',
  '创建',
  '创新',
  '主导产业',
  '支柱产业',
  '战役',
  '过硬',
  '强化',
  '着力',
  '突出',
  '抓好',
  '加快',
  '推进',
  '先行',
  '示范',
  '倾斜',
  '延伸',
  '满意',
  '评价',
  '监督',
  '联动',
  '合一',
  '融合',
  '高于',
  '确权',
  '挂钩',
  '清零',
  '安全',
  '权',
  '转化',
  '千亿',
  '百亿',
  '万亿',
  '片区',
  '组团',
  '新城',
  '街道',
  '全程',
  '环境',
  '生活',
  '小时',
  '半',
  '月内',
  '台阶',
  '基础',
  '条件',
];

const startsWithAny = (text: string, at: number, words: readonly string[]): boolean =>
  words.some((word) => text.startsWith(word, at));

/** Stuck to Latin letters, + or another number: PM2.5, 3D, 1+6, G20, 5G. */
const isPartOfName = (text: string, { start, end, class: unitClass }: FigureToken): boolean => {
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  if (/[A-Za-z+＋×*#.]/.test(before) || (/[-—]/.test(before) && /[A-Za-z]/.test(text[start - 2] ?? ' '))) return true;
  if (unitClass === 'none' && /[A-Za-z+＋×*]/.test(after)) return true;
  return /[+＋×]/.test(after);
};

/** 万/亿 at the end of a count without unit (新增学位2万, 8000多万) is a figure; 863 and 12345 are not. */
const isBareNumber = (text: string, { end, unit, class: unitClass, bare, value, min }: FigureToken): boolean => {
  if (unitClass !== 'none' || bare) return false;
  if (min !== undefined) return true;
  if (
    /[万亿]$/.test(unit) &&
    value !== '' &&
    /^(?![级大元强能里岁])[\u4e00-\u9fff]/.test(text[end] ?? '') &&
    !/^(?:大关|台阶|级|规模|目标|众|目)/.test(text.slice(end, end + 2))
  )
    return false;
  return !(/[万亿]$/.test(unit) && value !== '' && /^[，,；;。、：:）)余多\n]?$/.test(text[end] ?? ''));
};

const ordinalBefore = /[第每各这那某另首同唯统初再十百千零几数上]$/;

/** Small counts in Chinese numerals are figures only with a plain measure word and a noun that is no set phrase. */
const isSetPhrase = (text: string, figure: FigureToken): boolean => {
  // 百分之百 and 百分百 are said for 'wholly'
  if (figure.style === 'fraction' && figure.value === '100') return true;
  if (figure.style !== 'chinese') return false;
  const { start, end, unit, class: unitClass } = figure;
  const before = text.slice(Math.max(0, start - 2), start);
  if (before.endsWith('第')) return true;
  if (unitClass === 'multiple') return unit === '成' && !/^[，,；;。、以左的]/.test(text[end] ?? '。');
  if (unitClass === 'percent') return false;
  // 百, 千, 十 with no digit before are round words (千亩良田, 百企兴百村) unless something says how near
  if (/[十百千]/.test(text[start] ?? '') && figure.value.replace(/0+$/, '') === '1') {
    const near = /(近|超|逾|达|突破|超过|约|过|增至|到)$/.test(before) || figure.blur !== '';
    if (!near || /[几数上]$/.test(before)) return true;
    if (unitClass === 'none') return true;
  }
  if (figure.value === '1') return true;
  if (unitClass === 'duration' || unitClass === 'age' || unitClass === 'none' || unitClass === 'points')
    return unitClass !== 'points';
  if (
    !'个家所项条件座处台套名人户支辆艘对栋张场万亿千元'.includes(unit[0] ?? ' ') &&
    unitClass !== 'money' &&
    unitClass !== 'measure'
  )
    return true;
  if (unitClass === 'measure' && /[近超逾]$/.test(before)) return false;
  if (unitClass === 'measure')
    return unit === '分' || unit === '度' || unit === '星级' || !/[万亿余多]/.test(text.slice(start, end));
  // 六个稳：…, 三个“百分之百”
  if (Number(figure.value) < 13 && /^[“"]|^[^，。；、]{1,4}[:：]/.test(text.slice(end, end + 6))) return true;
  if (ordinalBefore.test(before)) return true;
  if (/[前后头下近]$/.test(before) && figure.value.length === 1) return true;
  if (unitClass === 'money' || unitClass === 'people') return false;
  if (Number(figure.value) < 10 && startsWithAny(text, end, setNouns)) return true;
  // 两个, 三项 with nothing after: 两手抓
  return /^[，,；;。、：:）)”\n]/.test(text[end] ?? '。') && figure.value.length === 1 && unit === '个';
};

/** Things that are classed by how many people they have: 300人以上企业, 20户以上自然村. */
const peopled =
  /^的?(?:企业|单位|村|自然村|乡镇|聚居|聚会|会议|老人|老年人|小区|家庭|工地|场所|学校|大型|规模|城镇|建制镇)/;

const thresholdTail = /^(?:（含）|\(含\))?(?:及|或)?(?:以上|以下|以内)/;

/** 投资500万元以上的项目, 亿元以上企业, 80岁以上老人: a size class, not a value. */
const isThreshold = (text: string, { start, end, class: unitClass }: FigureToken): boolean => {
  if (unitClass === 'percent' || unitClass === 'points' || unitClass === 'multiple' || unitClass === 'thing')
    return false;
  const tail = thresholdTail.exec(text.slice(end, end + 6))?.[0];
  if (tail !== undefined) {
    const rest = text.slice(end + tail.length, end + tail.length + 6);
    if (unitClass === 'people') return peopled.test(rest);
    return /^[的\u4e00-\u9fff“]/.test(rest) && !/^(?:和|及|并|且|至|左右|就业|增长|收入(?:，|。))/.test(rest);
  }
  if (unitClass === 'people' || unitClass === 'money') {
    // 培育3个设计师超千人的基地: a class of the things counted just before
    const clause = text.slice(Math.max(0, start - 22), start);
    const counted = /\d(?:多|余)?(?:个|家|项|名|条|户|所|座)[^，。；、\d]{0,12}[超过上破逾达近](?:过)?$/.test(clause);
    if (counted && (text[end] === '的' || /^(?:总部)?(?:企业|项目|产业)/.test(text.slice(end, end + 4)))) return true;
    if (
      /[超过上破逾]$/.test(clause) &&
      !clause.endsWith('通过') &&
      /^[千百十]/.test(text.slice(start, end)) &&
      text[end] === '的'
    )
      return true;
  }
  if (
    unitClass === 'none' &&
    /[超过上破逾]$/.test(text.slice(Math.max(0, start - 1), start)) &&
    /^(?:企业|项目|产业|园区|楼宇|镇|村|县)/.test(text.slice(end, end + 2))
  )
    return true;
  if (unitClass !== 'money') return false;
  const before = text.slice(Math.max(0, start - 2), start);
  return (
    /[超过上破逾]$/.test(before) &&
    !before.endsWith('通过') &&
    /^的?(?:企业|项目|楼宇|产业|集群|园区|乡镇|镇|村|县|产品|品牌|基地|街道|行业|单位|商家|大(?!关))/.test(
      text.slice(end, end + 4),
    )
  );
};

const durationCue =
  /(?:达|达到|为|至|到|缩短|压缩|压减|减少|增加|延长|提前|仅用|用时|只用|平均|增至|提速|缩短了|再减|少|多|累计|优于|均超过|实现|由|从|的|突破|超|超过|近|天数)$/;
const durationNoun =
  /(?:天数|时间|时限|工期|周期|年限|寿命|期限|时长|缩短|压缩|压减|优良|达标|蓝天|好天|提前|二级|良好)/;

/** Spans of time are figures where time is what is measured (由30天缩短到7天, 优良天数251天), not in 三年行动, 24小时. */
const isIdleDuration = (text: string, { start, end, unit, class: unitClass, style }: FigureToken): boolean => {
  if (unitClass === 'age') return !/(?:寿命|年龄|岁数)/.test(text.slice(Math.max(0, start - 14), start));
  if (unitClass !== 'duration') return false;
  if (style === 'chinese' || /世纪|周年|年代/.test(unit)) return true;
  if (
    /^(?:内|前|后|来|以来|时|免|无|不|行动|生活圈|经济圈|交通圈|圈|期|计划|规划|间|热线|服务|自助|在线|值班|平均)/.test(
      text.slice(end, end + 4),
    )
  )
    return true;
  const before = text.slice(Math.max(0, start - 16), start);
  const clause = before.slice(
    Math.max(before.lastIndexOf('，'), before.lastIndexOf('。'), before.lastIndexOf('；')) + 1,
  );
  if (/连续$|持续$|近$|未来$|这$/.test(clause)) return true;
  if (unit === '天' && /优良|达标|蓝天|好天|天数/.test(clause)) return false;
  return !(durationCue.test(clause) && durationNoun.test(clause + text.slice(end, end + 8)));
};

/** Parts of names whatever the style: 二期, 四号线, 500强, 110千伏, 24小时, 95后, 九大行动. */
const isNamedPart = (text: string, { start, end, unit, class: unitClass }: FigureToken): boolean => {
  const after = text.slice(end, end + 4);
  const before = text.slice(Math.max(0, start - 2), start);
  if (/[第]$/.test(before)) return true;
  // 前1%学科: a class of excellence
  if (unitClass === 'percent' && before.endsWith('前')) return true;
  if (/^(?:19|20)\d\d$/.test(text.slice(start, end - unit.length)) && /^[卷款版批]$/.test(unit)) return true;
  if (unit === '路' && !/^[，、。；]|^视频|^摄像|^监控|^高清|^探头/.test(after)) return true;
  if (unit === '个' && /^(?:方面|[百千万]?亿?(?:元|级)?(?:台阶|大关|关口))/.test(text.slice(end, end + 8))) return true;
  if (unit.endsWith('大')) return true;
  if (unit === '次' && /^产业|^供水|^创业|^开发|^会议|^全会|^党代/.test(after)) return true;
  if (unit === '位' && /^一体|^数|^次/.test(after)) return true;
  if (unit === '人' && /^制|^床位|^间/.test(after)) return true;
  if (
    (unit === '村' ||
      unit === '县' ||
      unit === '市' ||
      unit === '大' ||
      unit === '金' ||
      unit === '银' ||
      unit === '铜') &&
    unitClass === 'thing'
  ) {
    return !/^[，,；;。、：:）)\n]/.test(text[end] ?? '。') || !/[个共达为现]$|\d$/.test(before);
  }
  if (unit === '米' && /^(?:高|长|宽|范围)/.test(after) === false && /^[级线]/.test(after)) return true;
  if (unit === '对' && /^[口一应接]/.test(after)) return true;
  if (unit === '场' && after.startsWith('景')) return true;
  if (unit === '轮' && /^(?:驱动|中央)/.test(after)) return true;
  if (unit === '分' && !/[^\d]$/.test(before)) return true;
  return false;
};

/** Things are whole: 4个工业4.0项目, 2.0版. */
const isVersion = (text: string, { start, unit, class: unitClass, value }: FigureToken): boolean =>
  unitClass === 'thing' &&
  value.includes('.') &&
  !/^[十百千万亿]/.test(unit) &&
  !/每|千人|人均|户均|平均|由|从|增至|提高到|达到?$/.test(text.slice(Math.max(0, start - 14), start));

/** Whether a number with its unit states a quantity. */
export const isFigure = (text: string, figure: FigureToken): boolean =>
  !isPartOfName(text, figure) &&
  !isBareNumber(text, figure) &&
  !isVersion(text, figure) &&
  !isNamedPart(text, figure) &&
  !isSetPhrase(text, figure) &&
  !isThreshold(text, figure) &&
  !isIdleDuration(text, figure);
