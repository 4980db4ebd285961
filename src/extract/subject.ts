// Works out what a figure is about, from the wording before it, the wording after it, and what went before.
// A subject is kept close to the report's own words: the governing verb and the noun, without openers and adverbs.
import { TIME } from './clauses.ts';
import { actionVerbs, lightVerbs, openers } from './lexicon.ts';

const longestFirst = (words: readonly string[], text: string): string | undefined =>
  words.find((word) => text.startsWith(word));

/** Takes openers, connectives and place words (同时, 全年, 我区) off the left of a subject. */
export const withoutOpeners = (text: string): string => {
  let rest = text.replaceAll(TIME, '');
  for (;;) {
    rest = rest.replace(/^[\s、，：:”"'’.）)—－\-●◆■的]+/, '');
    if (/^[“‘（(]/.test(rest) && !/[”’）)]/.test(rest)) rest = rest.slice(1);
    const word = longestFirst(openers, rest);
    if (word === undefined || startsCompound(rest)) return rest;
    rest = rest.slice(word.length);
  }
};

/** Words that begin like an opener: 对外贸易, 在建项目, 和平路, 实际利用外资, 共享单车, 将军. */
const compounds = [
  '对外',
  '对口',
  '对接',
  '在建',
  '在校',
  '在册',
  '在岗',
  '在读',
  '在库',
  '在园',
  '和平',
  '和谐',
  '实际利用',
  '实际到位',
  '实际使用',
  '实际吸收',
  '实际引进',
  '共享',
  '共建',
  '共同',
  '以工代赈',
  '以旧换新',
  '重点项目',
  '重点',
  '快速路',
  '快递',
  '为民',
  '为企',
  '为农',
  '经济',
  '平均预期',
  '平均每人',
  '平均工资',
  '现代',
  '初中',
  '初级',
  '初步',
  '末端',
  '底数',
  '内资',
  '内贸',
  '内河',
  '内需',
  '由于',
  '从业',
  '到位',
  '到账',
  '到期',
  '首次',
  '有效发明',
  '有效投资',
  '有机',
  '有线',
  '有色',
  '有轨',
  '有证',
  '各类',
  '各级',
  '各种',
  '全部工业',
  '全部财政',
  '全面',
  '已建',
  '向上争取',
  '也门',
  '又好',
  '总体',
  '能源',
  '能耗',
  '可再生',
  '可支配',
  '可燃',
  '合计',
  '将军',
  '其他',
  '把握',
  '另类',
  '在外',
  '再就业',
  '再生',
  '更新',
  '以上',
  '继续教育',
  '计划生育',
  '基本养老',
  '基本医疗',
  '基本农田',
  '基本公共',
  '完成',
  '积极',
  '高标准农田',
  '高质量就业',
  '高水平创新',
  '高水平大学',
  '在线',
  '预算内',
  '预算外',
  '预算',
  '净',
  '还款',
  '还迁',
  '还林',
  '实际',
  '率先',
  '一次性',
];
const keepsFirst = new Set([
  '经济',
  '总体',
  '全面',
  '积极',
  '实际',
  '重点',
  '合计',
  '以上',
  '率先',
  '初步',
  '首次',
  '完成',
]);
const startsCompound = (text: string): boolean =>
  compounds.some((word) => !keepsFirst.has(word) && text.startsWith(word)) ||
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
  /^(?:生产总值|出口(?:额|总|创汇|$|交货|贸易)|进口(?:额|总|$|贸易)|投资(?:额|总|强度|规模|者|$|占|增|完成|项目|到位)|建设(?:用地|项目|投资|工程|面积|兵团|$)|销售(?:额|收入|面积|$|产值|总)|发展(?:基金|速度|面|资金)|补助(?:标准|资金|金)|救助(?:资金|标准|站)|受益(?:群众|人|面|户)|服务(?:业|面积|收入|人次|中心|贸易|外包|区)|参保(?:人|率)|实现率|合作(?:社|项目|医疗)|研发(?:投入|经费|中心|机构|人员|平台|支出)|专利|转移(?:支付|性)|贷款(?:余额|$|总|增)|创新|通车里程|运营里程|联系|注册(?:资本|资金|会员|用户|企业)|流转(?:面积|率|土地)|整治面积|绿化(?:面积|率|覆盖|带)|造林面积|种植(?:面积|业)|上市(?:公司|企业)|挂牌企业|办结率|处理(?:率|能力)|覆盖(?:率|面|人)|建成区|规划(?:面积|用地|总|建设面积)|新增(?:面积|量)|形成|收储|补贴(?:资金|标准)|奖励(?:资金|标准)|储备(?:用地|粮|库)|减税降费|接待(?:游客|人次|能力|旅游)|减排|供水|供应量|控制|完成率|调解率|生产(?:能力|线|基地|企业|性|总)|带动就业|出让(?:收入|金|面积)|完善率|配套(?:资金|设施|面积))/.test(
    text,
  ) &&
  verb.length <= 2 &&
  !/^(?:带动|接待|减税|储备用地|新增)/.test(text);

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

const trailing = /(?:[、，：:“"‘《（(的了是]|分别|累计|共|已|达到|达|为|均|约|和|及|与|\ue000)+$/;

const trimRight = (text: string): string => {
  const plain = text.replaceAll(TIME, '');
  return /(?:惠及|普及|涉及|参与|给与|赋予|[预节集条合公签]约|作为|行为|发达|共享|目的|标的)$/.test(plain)
    ? plain
    : plain.replace(trailing, '');
};

/** A name of at most `limit` characters: the last part when it is too long, cut at a verb or a mark where there is one. */
const shorten = (text: string, limit = 26): string => {
  if (text.length <= limit) return text;
  const parts = text.split(/[、]/);
  const last = parts.at(-1) ?? text;
  if (last.length >= 4 && last.length <= limit) return last;
  return text.slice(-limit);
};

/** 作为重要支柱产业的金融业在强监管压力下: phrases of role and circumstance around the noun. */
const withoutFrame = (text: string): string =>
  text.replace(/^(?:作为|代表|面对)[^，]{2,16}的(?=..)/, '').replace(/在[^，在]{2,14}(?:下|基础上|情况下|中)$/, '');

/** The subject's own words from the left of a figure. Empty when the clause leaves the subject out. */
export const leftSubject = (text: string, counted: boolean, nounBehind = true): string => {
  let rest = trimRight(withoutExamples(trimRight(withoutOpeners(text)), nounBehind)).replace(/等$/, '');
  if (!counted) {
    for (;;) {
      const light = longestFirst(lightVerbs, rest);
      if (
        light === undefined ||
        rest.length - light.length < 2 ||
        /^(?:有效|有机|有线|为民|有色|达标|有轨|完成率)/.test(rest)
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
  return open === text.split('”').length ? text : text.replace(/[“”]/g, '');
};

/** The noun that a count goes with, from the right of a figure: 项目, 背街小巷全部整治完成. */
export const rightNoun = (text: string): string => {
  let rest = text.replaceAll(TIME, '').replace(/^(?:的|以上的?|以内的?|左右的?|“|多的?)/, '');
  // what a verb after the noun says (完成投资, 实现) belongs to the next figure
  const cut =
    /(?:，|。|；|、其中|，其中|总投资|完成投资|投资达|实现(?:产值|税|年)|分别|达到|占(?!地|补|用|道)|同比|，并|比(?:上|去)年|合计|总面积|总建筑面积|累计|年均)/.exec(
      rest,
    );
  if (cut && cut.index >= 1) rest = rest.slice(0, cut.index);
  rest = rest.replace(/["”“]/g, '');
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

/** Parts a coordination into `count` names, giving a shared head to parts that lack it. */
export const coordinate = (text: string, count: number): readonly string[] | undefined => {
  if (count < 2) return undefined;
  const parts = splitCoordination(text);
  if (parts.length === count) return shareHead(parts);
  if (parts.length > count) {
    // the last `count` parts: 扣除…、全市… before the list itself
    return undefined;
  }
  // 城乡居民: one word for two
  if (count === 2 && parts.length === 1 && /城乡/.test(text)) {
    return [text.replace('城乡', '城镇').replace('城镇常住居民', '城镇居民'), text.replace('城乡', '农村')];
  }
  const dual = /^(.*?)(国税|地税|进口|出口)?(总量和增速|总量、增速|数量和质量|起数和(?:死亡)?人数)$/.exec(text);
  if (dual && count === 2) return (dual[3] ?? '').split(/[和、]/).map((part) => (dual[1] ?? '') + part);
  return undefined;
};

const splitCoordination = (text: string): string[] => {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if ('（(“《'.includes(char)) depth += 1;
    else if ('）)”》'.includes(char)) depth -= 1;
    else if (depth === 0) {
      const word = text.startsWith('以及', at) ? '以及' : '、和及与'.includes(char) ? char : '';
      if (
        word !== '' &&
        !/和(?:谐|平|睦|美)|及(?:时|其)|普及|参与|总和|与会|涉及/.test(text.slice(Math.max(0, at - 1), at + 2)) &&
        at > from
      ) {
        parts.push(text.slice(from, at));
        at += word.length - 1;
        from = at + 1;
      }
    }
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part !== '');
};

const heads = [
  '人均可支配收入',
  '可支配收入',
  '人均纯收入',
  '增加值',
  '零售总额',
  '总产值',
  '产值',
  '产量',
  '面积',
  '总收入',
  '主营业务收入',
  '营业收入',
  '收入',
  '投资',
  '余额',
  '总额',
  '人数',
  '数量',
  '标准',
  '比重',
  '占比',
  '覆盖率',
  '浓度',
  '排放量',
  '率',
  '额',
  '量',
  '里程',
  '保有量',
  '补助',
  '价格',
  '规模',
  '企业',
  '项目',
  '机构',
  '平台',
  '人次',
  '户数',
  '增速',
  '吞吐量',
  '总量',
  '单位',
  '水平',
  '学校',
  '用户',
  '收费',
];

/** 城镇和农村居民人均可支配收入: the head of the last part goes with the earlier ones; a shared beginning goes with the later. */
const shareHead = (parts: readonly string[]): readonly string[] => {
  const last = parts.at(-1) ?? '';
  const head = heads.find((word) => last.endsWith(word) && last.length > word.length);
  const hasHead = (text: string): boolean => heads.some((word) => text.endsWith(word));
  return parts.map((part) =>
    head !== undefined && part !== last && !hasHead(part)
      ? part + (/居民/.test(last) && !part.includes('居民') && /^(?:城镇|农村)/.test(part) ? '居民' : '') + head
      : part,
  );
};

/** Nouns that name an attribute and need to be told of what: 总投资, 产值, 面积, 税收. */
const attributes =
  /^(?:已投资|已投入|已完成投资|总规模|总?投资(?:额|总额|规模)?|计划投资|计划总投资|年?产值|总产值|年?产量|销售(?:额|收入)|年销售收入|营业收入|利税|利润|税收|上缴税金|年?税收|纳税|总?面积|建筑面积|总建筑面积|占地(?:面积)?|规划面积|用地面积|总量|总数|总额|规模|增加值|存量|余额|出口额|交易额|成交额|合同额|签约额|协议额|金额|资金|总资金|国家级|省级|市级|增幅|增速|里程|总长|全长|总里程|投入|总投入|从业人员|带动就业|就业|注册资本|库容|装机容量|装机|合同利用外资|到位资金|引资额|协议投资|合同投资|合同引资|总户数|人口|数量|覆盖率|比例|比重|占比|年均|营收|收入|总收入|合格率|达标率|其余|新增|净增|累计|供水能力|处理能力|学位|床位|日均|价值|涉案金额|涉及|受益|受益人口|受益群众|惠及|惠及群众|补偿资金|总投资额|首期投资|年内投资|当年投资|年度投资|完成投资|到位|单价|均价|成本|年均增长|有|达产后.*)$/;

export const isAttribute = (text: string): boolean => attributes.test(text) || text.length <= 2;

/** 新乡863科技孵化器 in 助推新乡863科技孵化器成功获得5项荣誉: the noun between two verbs, whose attributes may follow. */
export const topicOf = (left: string): string => {
  const second = actionVerbs.find((verb) => left.endsWith(verb));
  if (second === undefined) return '';
  const before = left
    .slice(0, -second.length)
    .replace(/(?:成功|顺利|先后|已|累计|共|全年|新|又|再次|全部|全面|实际|直接|有效|可|将|就|率先)+$/, '');
  const { object } = splitVerb(withoutOpeners(before));
  return object.length >= 3 && object.length <= 16 && !object.includes('、') ? object : '';
};

const attributeEnds =
  /(?:总规模|规模|年产值|总产值|占地面积|占地|建筑面积|总建筑面积|规划面积|总投资额|总投资|计划投资|投资|总长度|总长|全长|年产|营业收入|注册资本|库容)$/;

/** 总投资 at the end of 重点抓好总投资: the attribute that the figure gives, whatever governs it. */
export const attributeAtEnd = (text: string, owned = false): string | undefined => {
  const word = attributeEnds.exec(text)?.[0];
  return word !== undefined && (owned || word === text || splitVerb(text).verb !== '') ? word : undefined;
};

/** What enterprises and parks yield: told of the ones counted just before. */
export const isOutput = (text: string): boolean =>
  /^(?:工业)?(?:增加值|总产值|产值|利税|利润|税收|主营业务收入|营业收入|销售收入|上缴税金|纳税|出口额?|交易额|销售额)$/.test(
    text,
  );

/** A left side that ends in a governing verb: 由政府统一发放. */
export const verbAtEnd = (text: string): boolean =>
  text.length > 2 &&
  actionVerbs.some((verb) => verb.length > 1 && text.endsWith(verb)) &&
  !isAttribute(text) &&
  !/(?:投资|收入|支出|补助|服务|合作|贷款|发展|建设|生产|销售|出口|进口|奖励|补贴|流转|覆盖|受益|创新|参与|投入|流转)$/.test(
    text,
  );
