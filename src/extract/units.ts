// The lexicon of units and measure words, and the reader that finds the unit after a number.
// A unit has a class: it decides with the wording around it what kind of statement a figure makes.
// To teach the extractor a new unit, add it to one of the lists; the longest entry wins.

export type UnitClass =
  'money' | 'percent' | 'points' | 'multiple' | 'measure' | 'people' | 'thing' | 'duration' | 'age' | 'none';

export type UnitRead = { readonly unit: string; readonly class: UnitClass; readonly end: number };

const lists: Readonly<Record<Exclude<UnitClass, 'none'>, string>> = {
  money: '元 美元 港元 港币 欧元 日元 英镑 人民币 元人民币 卢比 澳元 新台币 元（人民币） 块钱 元钱',
  percent: '% ‰',
  points: '个百分点 百分点 个千分点 千分点 个点 个基点',
  multiple: '倍 番',
  measure: [
    '平方公里 平方千米 平方米 ㎡ 平米 m2 m² 公顷 亩 平方 亩次',
    '公里 千米 米 厘米 毫米 海里 华里 km 延米 车道公里 皮长公里 纤芯公里 芯公里 吨公里 人公里 单线公里 管程公里',
    '立方米 立方 方 升 毫升 m³ 标准立方米 标方 土石方 立方米/日 吨/日 吨/天 立方米/天',
    '吨 公斤 千克 克 斤 担 吨标准煤 吨标煤 标准煤 载重吨 总吨 蒸吨 吨级',
    '千瓦时 千瓦 兆瓦 兆瓦时 瓦 度 度电 千伏安 兆伏安 kVA kW MW GW 吉瓦 吉瓦时 kWh 马力 焦耳 大卡 蒸吨/小时 瓦时',
    '标箱 标准箱 TEU 箱 ℃ 摄氏度 分贝 微克/立方米 毫克/升 毫克/立方米 毫克/L μg/m³ 微克每立方米 毫米汞柱 微克 毫克 微克/升',
    'EFLOPS PFLOPS P Gbps Mbps 标准机架 机架',
    '星级 分',
  ].join(' '),
  people: '人 名 位 人次 人口 户 户次 户籍 人份 人/次 人（次） 户（次） 人·次 人/天 人/年 人/万人',
  thing: [
    '个 家 所 项 件 座 台 场 处 条 套 间 张 辆 艘 架 支 只 头 株 棵 眼 口 部 栋 幢 宗 起 例 批 批次 次 场次 班 班次 对 门 册 卷 份',
    '篇 幅 枚 块 片 道 根 盏 床 列 节 组 队 粒 本 款 笔 把 台次 列次 艘次 架次 车次 航次 辆次 单 颗 段 环 种 类 扇 瓶 顶 羽 匹 尾 眼井',
    '台（套） 台套 台/套 套（台） 家（次） 家次 件（次） 件次 项次 项（次） 场（次） 个（次） 个次 处次 台(套) 家(次) 件(次) 架(次) 部（集） 辆（台） 个/万人 件/万人',
    '个位次 位次 个名次 名次 村 村次 乡镇 杆 盘 袋 包 宗地 车位 床位 学位 路视频 路 席 轮 桶 集 标段 连冠 金 银 铜 金牌 银牌 铜牌 县 市 大',
  ].join(' '),
  duration:
    '年 个月 月 天 日 小时 分钟 秒 周 个工作日 工作日 季度 个季度 学时 课时 课 年度 个小时 机时 周年 毫秒 时辰 世纪 年多 个半月',
  age: '岁 周岁',
};

const lexicon: ReadonlyMap<string, UnitClass> = new Map(
  Object.entries(lists).flatMap(([unitClass, words]) =>
    // the key of a Record literal is a UnitClass by its type
    words.split(' ').map((word): [string, UnitClass] => [word, unitClass as UnitClass]),
  ),
);
const longest = Math.max(...[...lexicon.keys()].map((word) => word.length));

/** Denominators: 元/平方米, 吨/人, 微克/立方米, 元/人·年. */
const readDenominator = (text: string, at: number): number => {
  if (text[at] !== '/') return at;
  const unit =
    longestEntry(text, at + 1) ?? (/[人月年日天亩户吨时秒生床]/.test(text[at + 1] ?? '') ? text[at + 1] : undefined);
  if (unit === undefined) return at;
  const end = at + 1 + unit.length;
  return text[end] === '·' || text[end] === '/' ? (longestEntry(text, end + 1)?.length ?? -1) + end + 1 : end;
};

const longestEntry = (text: string, at: number): string | undefined => {
  for (let length = Math.min(longest, text.length - at); length > 0; length -= 1) {
    const word = text.slice(at, at + length);
    if (lexicon.has(word)) return word;
  }
  return undefined;
};

/** Words that begin like a unit and are none: 人均 (8 人均…), 家庭, 分别, 方面, 点多, 年均. */
const notUnits = [
  '人均',
  '人才',
  '人民',
  '人员',
  '家庭',
  '家长',
  '分别',
  '方面',
  '方针',
  '方向',
  '条件',
  '项目部',
  '度假',
  '年均',
  '年代',
  '年轻',
  '月份',
  '日均',
  '次产业',
  '级别',
  '期间',
  '期货',
  '面积',
  '面临',
  '点亮',
  '层次',
  '步骤',
  '里程',
  '米级',
  '部分',
  '部门',
  '部署',
  '号',
  '件套',
  '位居',
  '位列',
  '位于',
  '站式',
  '体',
  '线',
  '强',
  '只争',
  '道路',
  '门户',
  '种植',
  '类似',
  '本地',
  '户外',
  '户籍',
  '户均',
  '对口',
  '位次',
  '张力',
  '年级',
  '学年',
  '成为',
  '成功',
  '成立',
  '成效',
  '成果',
  '成本',
  '成绩',
  '成都',
  '成渝',
  '银行',
  '金融',
  '村级',
  '村民',
  '村庄',
  '楼宇',
  '点位',
  '站点',
  '集中',
  '集群',
  '集约',
  '集团',
  '班子',
  '包括',
  '包容',
  '席位',
  '台风',
  '台湾',
  '道德',
  '度电',
  '方案',
  '方便',
  '方式',
  '方位',
  '方法',
  '分校',
  '分店',
  '分园',
  '分局',
  '级以上',
  '里面',
  '面向',
];

/** The unit that begins at `at`: the longest entry, with a denominator when one follows. */
export const readUnit = (text: string, at: number): UnitRead | undefined => {
  const word = longestEntry(text, at);
  if (word === undefined) return undefined;
  const unitClass = lexicon.get(word);
  if (unitClass === undefined) return undefined;
  // 14家长者饭堂 counts homes of 长者
  if (word.length === 1 && !text.startsWith('家长者', at) && notUnits.some((entry) => text.startsWith(entry, at)))
    return undefined;
  // P, G, MB … stand before letters only inside names (5G, PM)
  if (/^[A-Za-z]/.test(word) && /[A-Za-z0-9]/.test(text[at + word.length] ?? '')) return undefined;
  const end = readDenominator(text, at + word.length);
  return { unit: text.slice(at, end), class: unitClass, end };
};
