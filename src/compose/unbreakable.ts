// Finds the figures in a text that must stay on one line: numbers with their units, ranges, ratios, dates of a month.
// Takes clusters as arrays of classes and first code points, marks the boundaries inside each figure.
// House rule of issue 4 (CLREQ leaves h-digits_and_their_prefix_and_suffix empty; GB/T 15835—2011 keeps one number on one line).
// A hand-written scanner: each cluster is looked at a bounded number of times, so no text can make it slow.
import { Class, isDigitClass } from './classes.ts';

const units = `
元 美元 欧元 港元 港币 日元 英镑 人民币 角 分 % ％ ‰ ℃
人 人次 户 户次 家 家次 个 个月 个多月 个半月 个百分点 百分点 名 位 项 项次 件 件次 条 座 台 台套 辆 架 艘 套 所 处 场 场次 次 班 班次 倍 成 折 份 篇 本 册
部 集 张 块 片 株 棵 头 只 匹 羽 组 对 双 批 批次 期 届 级 类 种 款 例 起 宗 栋 幢 间 层 室 门 盏 眼 口 根 枚 瓶 箱 桶 袋 包 支 笔 单 轮 道 站 线 号 号线 号楼 号院 路 强 大 小
亩 公顷 平方 平方米 平方公里 平方千米 平米 立方 立方米 公里 千米 米 厘米 毫米 微米 纳米 里 海里 英寸 英里 寸 尺 丈
吨 公斤 千克 斤 克 毫克 微克 升 毫升 担 石 吨位 载重吨 总吨 标准箱 标箱 标煤 吨标准煤 吨标煤
瓦 千瓦 千瓦时 兆瓦 兆瓦时 吉瓦 度 伏 千伏 千伏安 兆伏安 安 赫兹 兆 兆赫 比特 字节 卡 焦
年 年间 年度 月 月份 日 号 时 点 分钟 秒 小时 天 周 周年 周岁 岁 季 季度 旬 世纪 年代 代 刻
床 床位 张床位 席 席位 学位 个学位 车位 个车位 车次 架次 航次 人份 人年 学时 课时 工时 亩次 字 词 句 行 页 版 版次 章 节 条款 步 格 点位 分贝 毫克当量
计划 工程 行动 战略 体系 模式
`
  .split(/\s+/)
  .filter((unit) => unit !== '');

/** Units by their first character, longest first. */
const unitsByFirst = new Map<number, readonly (readonly number[])[]>();
for (const unit of units) {
  const points = Array.from(unit, (character) => character.codePointAt(0) ?? 0);
  const first = points[0] ?? 0;
  const list = [...(unitsByFirst.get(first) ?? []), points].sort((a, b) => b.length - a.length);
  unitsByFirst.set(first, list);
}

const code = (character: string): number => character.codePointAt(0) ?? 0;
const multiples = new Set(Array.from('十百千万亿兆', code));
const roughly = new Set(Array.from('余多几来', code));
const ordinal = code('第');
const upTo = code('至');
const year = code('年');
const month = code('月');
const day = code('日');
const hour = code('时');
const oclock = code('点');
const minute = code('分');
const points = new Set(Array.from('.．', code));
const ratioMarks = new Set(Array.from(':：∶/／×', code));
const comma = code(',');

const isMinus = (kind: number): boolean => kind === Class.connector || kind === Class.hyphen;

/** Clusters of a paragraph: class and first code point of each; `n` of them. */
export type Clusters = { readonly n: number; readonly classes: Uint8Array; readonly codePoints: Uint32Array };

/**
 * Calls `join(i)` for each boundary (before cluster i) that a figure forbids to break, left to right within a figure.
 * Kept whole: 157.5亿元, 5—10家, 2012—2016年, 7.1%, 8—8.5%, 1:16:83, 3D, 76543计划, 1200余万元, ¥100, 35万㎡,
 * 7.1个百分点, 4月21日 (2017年 may part from it), 第3届, 微克/立方米 after its number, 9亿—16亿.
 */
export const findFigures = (text: Clusters, join: (boundary: number) => void): void => {
  const { n, classes, codePoints } = text;
  let first = 0;
  while (first < n && !isDigitClass(classes[first] ?? 0)) first += 1;
  if (first === n) return;

  const classAt = (i: number): number => (i >= 0 && i < n ? (classes[i] ?? Class.lineEnd) : Class.lineEnd);
  const pointAt = (i: number): number => (i < n ? (codePoints[i] ?? 0) : 0);
  const isDigit = (i: number): boolean => isDigitClass(classAt(i));
  const joinTo = (from: number, to: number): void => {
    for (let i = from + 1; i < to; i += 1) join(i);
  };

  /** Length of the longest known unit at i, 0 for none. */
  const unitAt = (i: number): number => {
    const candidates = unitsByFirst.get(pointAt(i));
    if (candidates === undefined) return 0;
    for (const candidate of candidates) {
      let k = 1;
      while (k < candidate.length && pointAt(i + k) === candidate[k]) k += 1;
      if (k === candidate.length) return k;
    }
    return 0;
  };

  const isUnit = (i: number): boolean => classAt(i) === Class.suffix || unitAt(i) > 0;

  /** End of the number at i: digits with point, thousands, ratio marks between digits. */
  const numberEnd = (i: number): number => {
    let j = i;
    while (isDigit(j)) {
      j += 1;
      const point = pointAt(j);
      if (!isDigit(j + 1)) continue;
      if (points.has(point) || ratioMarks.has(point)) j += 1;
      else if (point === comma && isGroupOfThree(j + 1)) j += 1;
    }
    return j;
  };
  const isGroupOfThree = (i: number): boolean => isDigit(i) && isDigit(i + 1) && isDigit(i + 2) && !isDigit(i + 3);

  let i = first;
  while (i < n) {
    if (!isDigit(i)) {
      i += 1;
      continue;
    }
    // The sign, currency or 第 before the number; a word before it (G20, PM2.5) is joined as a word.
    let start = i;
    while (start > 0 && (classAt(start - 1) === Class.prefix || pointAt(start - 1) === ordinal) && i - start < 3)
      start -= 1;
    // A minus is a sign only where no number or word stands before it.
    if (
      start === i &&
      start > 0 &&
      isMinus(classAt(start - 1)) &&
      !isDigit(start - 2) &&
      classAt(start - 2) !== Class.word
    ) {
      start -= 1;
    }
    const opensWithWord = start > 0 && classAt(start - 1) === Class.word;

    let j = numberEnd(i);
    let dated = 0;
    for (;;) {
      const digitsEnd = j;
      while (classAt(j) === Class.word && j - digitsEnd < 8) j += 1;
      const lettered = j > digitsEnd;
      if ((classAt(j) === Class.space || classAt(j) === Class.noBreakSpace) && isUnit(j + 1)) j += 1;
      const beforeMultiple = j;
      while (roughly.has(pointAt(j)) || (multiples.has(pointAt(j)) && unitAt(j) < 2)) j += 1;
      if (j > beforeMultiple && classAt(j) === Class.space && isUnit(j + 1)) j += 1;
      const approximate = j > beforeMultiple && roughly.has(pointAt(j - 1));
      const unitStart = j;
      j += unitAt(j);
      while (classAt(j) === Class.suffix) j += 1;
      const bare = j === unitStart && (j === beforeMultiple || approximate);
      // A number leans on the hanzi after it even where the unit is not in the list: 30余款, 16字方针.
      if (bare && !lettered && !opensWithWord && classAt(j) === Class.hanzi) j += 1;
      // Compound units: 微克/立方米, 元/人.
      while (classAt(j) === Class.slash && j > unitStart) {
        const length = unitAt(j + 1);
        if (length > 0) j += 1 + length;
        else if (classAt(j + 1) === Class.word) j += 2;
        else break;
      }
      const last = pointAt(j - 1);
      if (last === year) dated = 1;
      else if (dated === 1 && last === month) dated = 2;

      // What follows without a break: the day after a month, minutes after the hour, the other end of a range.
      if ((last === month || last === hour || last === oclock || last === minute) && isDigit(j)) {
        j = numberEnd(j);
        continue;
      }
      if (last === upTo && isDigit(j)) {
        j = numberEnd(j);
        continue;
      }
      const connector = classAt(j);
      const isConnector = connector === Class.connector || connector === Class.hyphen || connector === Class.dash;
      if (isConnector && classAt(j + 1) !== connector) {
        let next = j + 1;
        if (classAt(next) === Class.prefix) next += 1;
        if (isDigit(next)) {
          // Two whole dates are too long to keep together: the second may start a line, the connector may not.
          if (dated === 2 || (last === day && j - start > 8)) {
            j += 1;
            break;
          }
          j = numberEnd(next);
          continue;
        }
      }
      break;
    }
    joinTo(start, j);
    i = Math.max(j, i + 1);
  }
};
