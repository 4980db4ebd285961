// Reads the left edge of a wording: takes openers off, finds the governing verbs and what they govern.
// Words come from lexicon.ts; nouns that only look like openers or verbs (对外贸易, 投资额) are told apart here.
import { TIME } from './clauses.ts';
import { actionVerbs, openers } from './lexicon.ts';
import { compounds, openingCompounds } from './nouns.ts';

/** The first word of a list, longest first, that a text begins with. */
export const longestFirst = (words: readonly string[], text: string): string | undefined =>
  words.find((word) => text.startsWith(word));

const beforeTime = new RegExp(`${TIME}(?:前(?![海期列沿端三两十])|之前|以前)`, 'gu');

/** Takes openers, connectives and place words (同时, 全年, 我区) off the left of a subject. */
export const withoutOpeners = (text: string): string => {
  // 6月底前完成: the 前 belongs to the time; 前海, 前期 do not
  let rest = text.replace(beforeTime, '').replaceAll(TIME, '');
  for (;;) {
    rest = rest.replace(/^[①-⑳\s、，：:”"'’.）)—－\-●◆■的]+/, '');
    if (/^[“‘（(]/.test(rest) && !/[”’）)]/.test(rest)) rest = rest.slice(1);
    const word = longestFirst(openers, rest);
    if (word === undefined || startsCompound(rest)) return rest;
    rest = rest.slice(word.length);
  }
};

const startsCompound = (text: string): boolean =>
  compounds.some((word) => !openingCompounds.has(word) && text.startsWith(word)) ||
  /^(?:重点[项建工企产行]|高标准农田|实际[利到使吸引])/.test(text);

export const startsWithVerb = (text: string): string | undefined => longestFirst(actionVerbs, text);

/** The governing verbs at the head of a text, and what they govern. */
export const splitVerb = (text: string): { readonly verb: string; readonly object: string } => {
  let verb = '';
  let object = text;
  for (;;) {
    const next = startsWithVerb(object);
    if (next === undefined || notVerbHere(object, next)) break;
    verb += next;
    object = object
      .slice(next.length)
      .replace(/^(?:了|和|、|并|或|及)(?=.)/, (mark, _at: number, whole: string) =>
        mark === '了' || startsWithVerb(whole.slice(1)) ? '' : mark,
      );
    if (verb.length > 12) break;
  }
  return { verb, object };
};

/** 建设用地, 生产总值, 出口额, 投资额, 发展中…: nouns that begin like a verb. */
const notVerbHere = (text: string, verb: string): boolean =>
  /^(?:生产总值|出口(?:额|总|创汇|$|交货|贸易)|进口(?:额|总|$|贸易)|投资(?:额|总|强度|规模|者|$|占|增|完成|项目|到位)|建设(?:用地|项目|投资|工程|面积|兵团|$)|销售(?:额|收入|面积|$|产值|总)|发展(?:基金|速度|面|资金)|补助(?:标准|资金|金)|救助(?:资金|标准|站)|受益(?:群众|人|面|户)|服务(?:业|面积|收入|人次|中心|贸易|外包|区)|参保(?:人|率)|实现率|合作(?:社|项目|医疗)|研发(?:投入|经费|中心|机构|人员|平台|支出)|专利|转移(?:支付|性)|贷款(?:余额|$|总|增)|创新|通车里程|运营里程|联系|注册(?:资本|资金|会员|用户|企业)|流转(?:面积|率|土地)|整治面积|绿化(?:面积|率|覆盖|带)|造林面积|种植(?:面积|业)|上市(?:公司|企业)|挂牌企业|办结率|处理(?:率|能力)|示范(?:园|区|企业|基地|点|县|镇|村|项目|街|社区|学校|单位)|覆盖(?:率|面|人)|建成区|规划(?:面积|用地|总|建设面积)|新增(?:面积|量)|形成|收储|补贴(?:资金|标准)|奖励(?:资金|标准)|储备(?:用地|粮|库)|减税降费|接待(?:游客|人次|能力|旅游)|减排|供水|供应量|控制|完成率|调解率|生产(?:能力|线|基地|企业|性|总)|带动就业|出让(?:收入|金|面积)|完善率|配套(?:资金|设施|面积))/.test(
    text,
  ) &&
  verb.length <= 2 &&
  !/^(?:带动|接待|减税|储备用地|新增)/.test(text);
