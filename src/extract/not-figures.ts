// Tells figures from numbers in names: 863计划, 3D, 5G, 110千伏, 三个代表, 十四五, 二期, 80岁以上老人, 亿元以上项目.
// Takes a number with its unit and the text around it; each rule is a named predicate, listed in docs/extract.md.
import { isSetPhrase } from './set-phrases.ts';
import { isThreshold } from './thresholds.ts';
import type { FigureToken } from './tokens.ts';

/** Stuck to Latin letters, + or another number: PM2.5, 3D, 1+6, G20, 5G. */
const isPartOfName = (text: string, { start, end, class: unitClass }: FigureToken): boolean => {
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  // 40.151件: the number of a listed item stands before it
  const listed = before === '.' && /(?:^|\n)\d{1,3}\.$/.test(text.slice(Math.max(0, start - 5), start));
  if ((/[A-Za-z+＋×*#.]/.test(before) && !listed) || (/[-—]/.test(before) && /[A-Za-z]/.test(text[start - 2] ?? ' ')))
    return true;
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
  // 500米范围, 3公里半径: how far, not how much
  if (/米|公里$/.test(unit) && /^(?:范围|半径|内)/.test(after)) return true;
  if (unit === '路' && !/^(?:视频|摄像|监控|高清|探头)/.test(after) && text.slice(start, end).length < 5) return true;
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
