// Tells attributes (总投资, 面积, 税收) from nouns that stand for themselves, and finds whose they are.
import { actionVerbs } from './lexicon.ts';
import { splitVerb, withoutOpeners } from './verbs.ts';

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
  /(?:总额|金额|总规模|规模|年产值|总产值|占地面积|占地|建筑面积|总建筑面积|规划面积|总投资额|总投资|计划投资|投资|总长度|总长|全长|年产|营业收入|注册资本|库容)$/;

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
