// Works out what a figure is about, from the wording before it, the wording after it, and what went before.
// A subject is kept close to the report's own words: the governing verb and the noun, without openers and adverbs.
import { TIME } from './clauses.ts';
import { lightVerbs } from './lexicon.ts';
import { longestFirst, splitVerb, withoutOpeners } from './verbs.ts';

/**
 * 国际商务中心、新中康等 before 27个项目, and 忆通壹世界、诚城常青藤等重点项目: names given as examples are no part of
 * the subject. The governing verb before them and the noun after them stay.
 */
export const withoutExamples = (text: string, nounBehind = true): string => {
  const at = text.lastIndexOf('等');
  if (at < 2 || /^等(?:级|待|额|价|同|次|候|教育)/.test(text.slice(at)) || /[中高初平均优对]$/.test(text.slice(0, at)))
    return text;
  const noun = text.slice(at + 1).replace(/^(?:一批|多个|多项|各类)/, '');
  // 新增企业和个体工商户等超过1100万户: the names are what is counted
  if (noun === '' && !nounBehind) return text.slice(0, at);
  const names = text.slice(0, at);
  if (noun.length > 12 || (noun !== '' && !/[、”》]/.test(names) && names.length > 12)) return text;
  const { verb } = splitVerb(names.replace(/^[“《]/, ''));
  return verb + noun;
};

const trailing = /(?:[、，：:“"‘《（(的了是−－-]|分别|累计|共|已|达到|达|为|均|约|和|及|与|\ue000)+$/;

const trimRight = (text: string): string => {
  // 失业率平均为, 补助标准提高到人均
  const plain = text
    .replaceAll(TIME, '')
    .replace(/(?<=..)平均(?:为|达到?)?$/, '')
    .replace(/(?<=..)(?:由|从|(?:提高|增加)到)(?:每?[年月])?人均$/, '');
  return /(?:惠及|普及|涉及|参与|给与|赋予|[预节集条合公签]约|作为|行为|发达|共享|目的|标的|[人户日亩地年]均)$/.test(
    plain,
  )
    ? plain
    : plain.replace(trailing, '');
};

/** A name of at most `limit` characters: the last part when it is too long, cut at a verb or a mark where there is one. */
const shorten = (text: string, limit = 26): string => {
  if (text.length <= limit) return text;
  const parts = text.split(/[、]/);
  // 新增普惠小微贷款、制造业贷款、…、绿色贷款: the last alone would be one of them only
  const head = text.slice(-2);
  const [first = ''] = parts;
  if (parts.length >= 3 && first.length <= limit - 3 && parts.every((part) => part.endsWith(head))) return `${first}等`;
  const last = parts.at(-1) ?? text;
  if (last.length >= 4 && last.length <= limit) return last;
  return text.slice(-limit);
};

/** 作为重要支柱产业的金融业在强监管压力下: phrases of role and circumstance around the noun. */
const withoutFrame = (text: string): string =>
  text
    .replace(/^(?:作为|代表|面对)[^，]{2,16}的(?=..)/, '')
    .replace(/^按照?[^，]{2,12}?(?:要求|部署|原则|安排|规定)(?=.{2})/, '')
    .replace(/在[^，在]{2,14}(?:下|基础上|情况下|中)$/, '')
    .replace(/实现双$|^[一二两三四五六七八九十\d]+年$/, '')
    .replace(/(?<=..)(?:统一|一律|连续[一二三四五六七八九十\d]+年|始终)$/, '')
    .replace(/(?:连续|首次|历史性)?(?:跨越|突破|连跨|迈上|跨上|站上)[^，]{0,10}(?:大关|台阶|关口)$/, '');

/** The subject's own words from the left of a figure. Empty when the clause leaves the subject out. */
export const leftSubject = (text: string, counted: boolean, nounBehind = true): string => {
  let rest = trimRight(withoutExamples(trimRight(withoutOpeners(text)), nounBehind)).replace(/等$/, '');
  if (!counted) {
    for (;;) {
      const light = longestFirst(lightVerbs, rest);
      if (
        light === undefined ||
        rest.length - light.length < 2 ||
        /^(?:有意愿|有需求|有条件|有效|有机|有线|为民|有色|达标|有轨|完成率)/.test(rest)
      )
        break;
      rest = withoutOpeners(rest.slice(light.length).replace(/^了/, ''));
      if (/^(?:投资|产值|税收)$/.test(rest)) return light.slice(0, 2) + rest;
    }
  } else {
    rest = rest.replace(/^(?:实现了?|力争|确保)(?=..)/, '');
  }
  rest = withoutFrame(rest);
  // 已投资800万元 is not the whole investment
  if (/^(?:投资|投入|完成投资)$/.test(rest) && /已(?:完成)?投[资入]$/.test(text)) rest = `已${rest}`;
  return evenQuotes(shorten(trimRight(rest)));
};

/** Takes quotation marks off when trimming has left one of a pair. */
const evenQuotes = (text: string): string => {
  const open = text.split('“').length;
  const even = open === text.split('”').length ? text : text.replace(/[“”]/g, '');
  return even.split('"').length % 2 === 1 ? even : even.replaceAll('"', '');
};

/** The noun that a count goes with, from the right of a figure: 项目, 背街小巷全部整治完成. */
export const rightNoun = (text: string): string => {
  let rest = text.replaceAll(TIME, '').replace(/^(?:的|以上的?|以内的?|左右的?|“|多的?)/, '');
  // what a verb after the noun says (完成投资, 实现) belongs to the next figure
  const cut =
    /(?:，|。|；|、其中|，其中|总投资|(?:产值|营收|税收|销售额)(?:超|达|突破|过)|完成投资|投资达|实现(?:产值|税|年)|分别|达到|占(?!地|补|用|道)|同比|，并|比(?:上|去)年|合计|总面积|总建筑面积|累计|年均)/.exec(
      rest,
    );
  if (cut && cut.index >= 1) rest = rest.slice(0, cut.index);
  // 志愿者到欠发达地区基层从事2—3年服务: where they go and for how long is no part of what is counted
  rest = rest
    .replace(/(?<=.{2})到[^，]{2,}(?:从事|基层|一线|工作|任职|挂职|服务)[^，]*$/, '')
    .replace(/(?<=.{2})(?:年度任务)?(?:如期完成|也?正在|可以)[^，]*$|(?<=.{2})(?:工作)?基本(?:完成|结束|建成)$/, '')
    .replace(/(?<=.{2})[、和与及]\d[\d.余多万]*[家个项座届条处所天大人名件套台场岁][^，]*$/, '')
    .replace(/(?<=[\u4e00-\u9fff]{2})\d[\d—～~-]*$/, '')
    .replace(/["”“]/g, '');
  return rest.length > 20 ? rest.slice(0, 20) : trimRight(rest);
};

/** Whether what follows a figure is a noun that it counts; a verb phrase or nothing is not. */
export const followsNoun = (text: string): boolean => {
  const rest = text.replaceAll(TIME, '').replace(/^(?:的|左右|以上)/, '');
  if (rest === '' || /^[、，的]/.test(rest)) return text.startsWith('的') && rest !== '';
  return !/^(?:用于|用来|左右|，|。|同比|分别|其中|以上$|比|较(?!大|小|高|好|多|强)|以$|是|均|也|并|和$|居(?!民|住|家)|列(?!入)|位居|位列|占|为|达|，|且|时|后|内$|到$|增|降|于)/.test(
    rest,
  );
};
