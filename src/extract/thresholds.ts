// Size classes are no values: 亿元以上项目, 投资500万元以上的企业, 80岁以上老人, 产值超亿元企业, 10亿元级项目.
import type { FigureToken } from './tokens.ts';

/** Things that are classed by how many people they have: 300人以上企业, 20户以上自然村. */
const peopled =
  /^的?(?:企业|单位|村|自然村|乡镇|城市|聚居|聚会|会议|老人|老年人|小区|家庭|工地|场所|学校|大型|规模|城镇|建制镇)/;

const thresholdTail = /^(?:（含）|\(含\))?(?:及|或)?(?:以上|以下|以内)/;

/** 投资500万元以上的项目, 亿元以上企业, 80岁以上老人: a size class, not a value. */
export const isThreshold = (text: string, { start, end, class: unitClass }: FigureToken): boolean => {
  if (unitClass === 'percent' || unitClass === 'points' || unitClass === 'multiple' || unitClass === 'thing')
    return false;
  const tail = thresholdTail.exec(text.slice(end, end + 6))?.[0];
  if (tail !== undefined) {
    const rest = text.slice(end + tail.length, end + tail.length + 6);
    if (unitClass === 'people') return peopled.test(rest);
    // 发行5亿元以上专项债券: money of that kind, not a class of things
    if (/^(?:的?专项)?(?:债券|资金|贷款|补贴|补助|基金|消费券|信贷|授信|税费)/.test(rest)) return false;
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
  if (unitClass === 'money' && text[end] === '级') return true;
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
