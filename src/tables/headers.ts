// Reads the words at the head of a row or column: 地区生产总值（亿元）, 2016年, 比上年增长（%）, 全市位次. What is left
// when period, unit and the kind of figure are taken away is the name of an indicator.
import type { Role } from './mapping.ts';
import { isUnit } from './units.ts';

export type HeadWords = {
  readonly name?: string;
  readonly role?: Role;
  /** A year; `this` and `last` stand for the table's own year and the one before it. */
  readonly period?: string | 'this' | 'last';
  /** A period that is no whole year: 1—11月, 一季度. Its figures are not annual. */
  readonly partOfYear?: string;
  readonly unit?: string;
  readonly basis?: 'current' | 'comparable';
  readonly scope?: string;
  readonly of?: string;
  /** The year that a growth is measured from: 比2011年增长. */
  readonly base?: string;
};

/** Full-width forms narrowed, but not circled digits and the like, which NFKC would turn into digits. */
export const narrow = (text: string): string =>
  text
    .replaceAll(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');

/** Brackets as Chinese text has them, where narrowing made them ASCII: 固定资产投资（不含农户）. */
export const wideBrackets = (text: string): string =>
  /\p{Script=Han}/u.test(text) ? text.replaceAll('(', '（').replaceAll(')', '）') : text;

/** Marks that point to a footnote: ①, *, ¹, (注1). */
export const withoutNoteMarks = (text: string): string =>
  text
    .replaceAll(/[\u2460-\u2473\u2776-\u277f\u00b9\u00b2\u00b3\u2070-\u2079*†‡※#△]+/g, (mark, at: number) =>
      at > 0 && /[\u00b2\u00b3]/.test(mark) && text.slice(0, at).endsWith('m') ? mark : '',
    )
    .replaceAll(/[([（【](?:注\d*|注释\d*|\d)[)\]）】]/g, '');

/** Words without the spaces that spread them out (地 区 生 产 总 值) and without their numbering (一、 1. （一）). */
const tidy = (text: string): string =>
  withoutNoteMarks(narrow(text))
    .replaceAll(/\s+/g, (gap, at: number, whole: string) =>
      /[A-Za-z]/.test(whole[at - 1] ?? '') && /[A-Za-z]/.test(whole[at + gap.length] ?? '') ? ' ' : '',
    )
    .replace(/^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d{1,2}[、.．](?!\d)|\(\d{1,2}\)|[-—·•]+)/u, '')
    .replace(/^其中[:：]?/, '');

const growthWords =
  /(?:比|较|同比|与)?(?:上年|去年|上年同期|同期)?(?:可比价|现价|名义|实际)?(?:增长速度|增长率|增长|增速|增幅|增减率|增减|升降|±)(?:幅度)?(?:\(?[±+-]*%\)?)?$|^(?:同比|环比上年|比上年|比去年)$|^(?:同比)?(?:增长|增减|±)[±%()]*$/;

const roleOf = (
  text: string,
): { readonly role?: Role; readonly rest: string; readonly of?: string; readonly scope?: string } => {
  if (/^(?:指标|指标名称|项目|项目名称|名称|类别|主要指标|统计指标)$/.test(text)) return { role: 'name', rest: '' };
  if (/^(?:单位|计量单位)$/.test(text)) return { role: 'unit', rest: '' };
  if (/^(?:年份|年度|时间|时期|年)$/.test(text)) return { role: 'period', rest: '' };
  if (/^(?:序号|编号|代码|指标代码|备注|说明|注|数据来源|来源|责任单位|牵头单位|填报单位)$/.test(text))
    return { role: 'skip', rest: '' };
  if (/(?:指数)$|上年=100|以.*为100/.test(text)) return { role: 'skip', rest: text };
  const average = /(?:年均|平均)(?:增长速度|增长率|增长|增速|增幅)(?:%|\(%\))?$/.exec(text);
  if (average) return { role: 'average', rest: text.slice(0, average.index) };
  const rank =
    /(全[国省市区县]|全省[^\s]{0,2}|[一二三四五六七八九十]+区|[一二三四五六七八九十]+县)?(?:位次|排名|名次|位居|排位)$/.exec(
      text,
    );
  if (rank) {
    const before = roleOf(text.slice(0, rank.index));
    const of = before.role === 'growth' ? 'growth' : undefined;
    return {
      role: 'rank',
      rest: before.rest,
      ...(of !== undefined && { of }),
      ...(rank[1] !== undefined && { scope: rank[1] }),
    };
  }
  const done =
    /(?:完成|占)?(年度|全年|年)?(计划|目标|任务|预算)(?:完成率|的%|完成%|%|的比重)$|^完成(年度|全年|年)?(计划|目标|任务|预算)\(?%\)?$|^(?:完成率|完成进度|进度)$/.exec(
      text,
    );
  if (done) return { role: 'completion', rest: text.slice(0, done.index), of: `年${done[2] ?? done[4] ?? '计划'}` };
  const share = /占(.{1,14}?)(?:的)?(?:比重|比例|%)$/.exec(text);
  if (share) return { role: 'share', rest: text.slice(0, share.index), of: share[1] ?? '' };
  if (/^(?:比重|占比|构成|所占比重)$/.test(text)) return { role: 'share', rest: '' };
  if (/(?:年度|年|全年)?(?:计划|目标|预期|计划数|目标数|预算数|预期目标|目标值)$/.test(text))
    return {
      role: 'target',
      rest: text.replace(/(?:年度|年|全年)?(?:计划|目标|预期|计划数|目标数|预算数|预期目标|目标值)$/, ''),
    };
  const growth = growthWords.exec(text);
  if (growth) return { role: 'growth', rest: text.slice(0, growth.index) };
  const value =
    /^(?:绝对额|绝对值|绝对量|绝对数|总量|数值|数量|数额|金额|实绩|实际|实际数|实际值|完成|完成额|完成数|完成情况|实际完成|累计|累计完成|本年累计|全年累计|决算数|指标值|值|合计)$/.exec(
      text,
    );
  return value ? { role: 'value', rest: '' } : { rest: text };
};

/** A bracket at the end or inside that holds a unit, a basis or a period is taken out; others stay with the name. */
const brackets = (text: string): { readonly rest: string; readonly found: Partial<HeadWords> } => {
  let found: Partial<HeadWords> = {};
  const rest = text.replaceAll(/[([【]([^()[\]【】]{1,14})[)\]】]/g, (whole, inside: string) => {
    const plain = inside.replace(/^(?:计量)?单位[:：]?/, '');
    if (isUnit(plain)) found = { ...found, unit: plain };
    else if (/[±+-]+%|^%$/.test(plain)) found = { ...found, unit: '%' };
    else if (/^(?:按)?(?:可比价|可比价格|不变价|不变价格)(?:计算)?$/.test(plain))
      found = { ...found, basis: 'comparable' };
    else if (/^(?:按)?(?:现价|当年价|当年价格|现行价格)(?:计算)?$/.test(plain)) found = { ...found, basis: 'current' };
    else return whole;
    return '';
  });
  return { rest, found };
};

const periodOf = (text: string): { readonly rest: string; readonly found: Partial<HeadWords> } => {
  const base = /[比较与]((?:19|20)\d\d)年?(?:同期)?(?=.*(?:增|减|升|降|±))/.exec(text);
  if (base?.[1] !== undefined) {
    const { rest, found } = periodOf(text.replace(base[0], ''));
    return { rest, found: { ...found, base: base[1] } };
  }
  const part =
    /(?:(?:19|20)\d\d年?)?(?:1?\d[-—–~至](?:[1-9]|1[01])月|[一二三四1-4]季度|上半年|前[三3]季度|(?<!\d)(?:[1-9]|1[0-2])月(?:份)?)/.exec(
      text,
    );
  if (part) return { rest: text.replace(part[0], ''), found: { partOfYear: part[0] } };
  const day = /^((?:19|20)\d\d)-\d\d-\d\d$/.exec(text);
  if (day?.[1] !== undefined) return { rest: '', found: { period: day[1] } };
  const year = /((?:19|20)\d\d)(?:年(?:度|末|底)?(?:1[-—–~至]12月)?|(?!\d|[-—–.]))/.exec(text);
  if (year?.[1] !== undefined) return { rest: text.replace(year[0], ''), found: { period: year[1] } };
  const word = /^(?:本年度?|当年|本期|今年|报告期)|^(?:上年度?|去年|上期|上年同期)(?!增)/.exec(text);
  if (word) return { rest: text.slice(word[0].length), found: { period: /^[上去]/.test(word[0]) ? 'last' : 'this' } };
  return { rest: text, found: {} };
};

/** `isName` tells names of indicators, which are left whole: 人口自然增长率 is no growth of 人口自然. */
export const readHead = (text: string, isName: (name: string) => boolean): HeadWords => {
  const plain = tidy(text);
  if (plain === '') return {};
  if (isUnit(plain)) return { unit: plain };
  const bracketed = brackets(plain);
  // A unit after a comma, a dash or a stroke: 粮食产量，万吨.
  const tail = /^(.*?)[,，:：/](?:单位[:：]?)?([^,，:：/]{1,8}(?:\/[^,，:：/]{1,6})?)$/.exec(bracketed.rest);
  const unit = tail?.[2] !== undefined && isUnit(tail[2]) ? tail[2] : undefined;
  const base = { ...bracketed.found, ...(unit !== undefined && { unit }) };
  const dated = periodOf((unit === undefined ? bracketed.rest : (tail?.[1] ?? '')).replace(/[:：,，]$/, ''));
  const words = { ...base, ...dated.found };
  const rest = dated.rest.replace(/^[的、,，]+/, '');
  if (rest === '') return words;
  const { role, rest: name, of, scope } = roleOf(rest);
  // 地区生产总值增速 is a growth, though a finder of names may know it as 地区生产总值.
  const isGrowth = (role === 'growth' || role === 'average') && name !== '' && isName(wideBrackets(name));
  if ((isName(wideBrackets(rest)) && !isGrowth) || rest.endsWith('自然增长率'))
    return { ...words, name: wideBrackets(rest) };
  return {
    ...words,
    ...(role !== undefined && { role }),
    ...(of !== undefined && of !== '' && { of }),
    ...(scope !== undefined && { scope }),
    ...(name !== '' && { name: wideBrackets(name.replace(/[:：,，的]+$/, '')) }),
  };
};

/** The levels of one column's head put together, from the top: 一般公共预算 over 收入 is one name. */
export const joinLevels = ([first = {}, ...rest]: readonly HeadWords[]): HeadWords => {
  const [level, ...below] = rest;
  if (level === undefined) return first;
  const name = [first.name, level.name].filter((word) => word !== undefined).join('');
  // 增速 under 全市位次 is the rank of the growth.
  const ofGrowth = first.role === 'rank' && level.role === 'growth';
  const role = level.role === 'value' || ofGrowth ? (first.role ?? level.role) : (level.role ?? first.role);
  const joined = {
    ...first,
    ...level,
    ...(name !== '' && { name }),
    ...(role !== undefined && { role }),
    ...(ofGrowth && { of: 'growth' }),
  };
  return joinLevels([joined, ...below]);
};
