// Gives every figure of a group its subject, by the relation that leads to it and the class of its unit.
// The wording comes from the clause; what the clause leaves out comes from the chain.
import { TIME, type Clause } from '../clauses.ts';
import type { Lead } from '../lead.ts';
import { attributeAtEnd, isAttribute, isOutput, topicOf, verbAtEnd } from '../attributes.ts';
import { coordinate } from '../coordination.ts';
import { followsNoun, leftSubject, rightNoun } from '../subject.ts';
import { splitVerb, withoutOpeners } from '../verbs.ts';
import type { FigureToken } from '../tokens.ts';
import { inherited, type Chain, type Reading } from './chain.ts';

export const shareOf = (of: string): string => (of === '' ? '比' : /(?:比重|比例|份额)$/.test(of) ? of : `${of}比重`);

const dependent = /^(?:增速|增幅|增量|总量|占比|比重|总额|规模|人均|其余|降幅|单价|均价|体量|余额|存量|总数)$/;

/** 上市公司 of 新增上市公司: what a total is of. */
const withoutNew = (name: string): string =>
  name.replace(/^(?:新增|新建|新设立?|新培育|新认定|新引进|新改扩建|净增)(?=..)/, '');

/** The subject of a counted thing: verb from the left, noun from the right. */
const countedSubject = ({ lead: segment, tail, chain, clause, order }: Reading, lead: Lead): string => {
  const item = segment.text.startsWith('、');
  let left = leftSubject(lead.subject, true, followsNoun(tail.text));
  const { verb, object } = splitVerb(left);
  if (followsNoun(tail.text)) {
    const noun = rightNoun(tail.text);
    // names before the count (A、B和11条市政道路, A和B两个项目) are siblings or examples of what is counted
    if (left.includes('、') || /[、和及与]$/.test(segment.text)) left = verb;
    if (left === '' && item) left = chain.verb;
    else if (verb !== '') chain.verb = verb;
    else if (left === '') chain.verb = '';
    chain.noun = noun;
    const topic = noun.length <= 4 && object === '' ? chain.topic : '';
    chain.topic = topicOf(left) || chain.topic;
    return left + topic + noun;
  }
  if (left === '') {
    const before = chain.plain || inherited(chain);
    // 新建服务点26个，累计达到198个: the total is not of the new ones alone
    return lead.cumulative || /达到?$/.test(segment.text) ? withoutNew(before) : before;
  }
  if (verb !== '' && object === '') {
    chain.verb = verb;
    return left + chain.noun;
  }
  if (dependent.test(left)) {
    const owner = inherited(chain) || chain.plain;
    return (/^总[数量]$/.test(left) ? withoutNew(owner) : owner) + left;
  }
  // 新增专精特新企业3家，科技型中小企业38家: the comma goes on with what 新增 began
  const goesOn =
    clause.mark === '，' &&
    order === 0 &&
    !lead.linked &&
    lead.relation === 'none' &&
    /^(?:新增|净增|新培育|新认定)/.test(chain.verb) &&
    /(?:企业|机构|基地|平台|公司|小巨人)[”]?$/.test(left) &&
    !/其中|在建|已|累计|总/.test(segment.text);
  if (verb === '' && (item || goesOn) && chain.verb !== '' && !/(?:率|额|量|值|面积|收入)$/.test(left))
    return chain.verb + left;
  if (verb !== '') chain.verb = verb;
  if (/(?:级|类|型|性|以上|籍|种)$/.test(left) && chain.noun !== '') return left + chain.noun;
  if (dependent.test(left) || /^(?:平均)?每[天日月年周][均]?(?:新增|净增|增加)?$/.test(left))
    return inherited(chain) + left;
  chain.noun = object || left;
  return left;
};

/** The subject of an amount or rate: the noun on the left; an attribute takes its owner from the right or from before. */
const measuredSubject = (reading: Reading, lead: Lead, figure: FigureToken): string => {
  const { chain, tail } = reading;
  const full = leftSubject(lead.subject, false, followsNoun(tail.text));
  const { verb, object } = splitVerb(full);
  const attribute = attributeAtEnd(full, tail.text.startsWith('的'));
  const left =
    attribute !== undefined &&
    (tail.text.startsWith('的') ||
      (verb !== '' && isAttribute(object) && !isAttribute(full) && !/规模|总量|总额/.test(object)))
      ? attribute
      : full;
  const bare = left === '' || (verb !== '' && object === '') || isAttribute(left) || verbAtEnd(left);
  // 以54亿元的成交价拍出
  if (full.endsWith('以') && tail.text.startsWith('的')) return full.slice(0, -1) + rightNoun(tail.text);
  const use = figure.class === 'money' ? purpose(tail.text) : undefined;
  if (use !== undefined && (bare || /(?:资金|经费|安排|计划)$/.test(left))) return use + left;
  if (bare && figure.class !== 'percent') {
    const ahead = tail.text === '' ? ownerAhead(reading, left) : undefined;
    if (ahead !== undefined) return ahead + left;
    if (tail.text.startsWith('的') && (reading.next || followsNoun(tail.text))) {
      const noun = ownedBy(reading);
      chain.noun = noun;
      return isAttribute(left) ? noun + left : left + noun;
    }
    if (followsNoun(tail.text) && lead.relation === 'none') return left + rightNoun(tail.text);
    if (left === '' && figure.class === 'money' && chain.history.length === 0 && reading.following) {
      const words = withoutOpeners(reading.following.plain.text.replaceAll(TIME, '')).slice(0, 16);
      if (reading.following.groups.length === 0 && words.length > 3) return words;
    }
  }
  if (
    figure.class === 'measure' &&
    lead.relation === 'none' &&
    !reading.next &&
    followsNoun(tail.text) &&
    !/[率额量值资积入程标]$/.test(left) &&
    !/^(?:大关|关口|台阶|目标|规模|以|的)/.test(tail.text)
  ) {
    return left + rightNoun(tail.text);
  }
  if (left === '') {
    if (figure.class === 'percent' && tail.text.startsWith('用于'))
      return `${rightNoun(tail.text.slice(2))}占${inherited(chain)}比重`;
    if (figure.class === 'percent' && followsNoun(tail.text) && lead.relation === 'none') return rightNoun(tail.text);
    return chain.plain || inherited(chain);
  }
  if (isAttribute(left)) {
    if (/投资/.test(left) && /(?:项目|工程|企业|园区?|中心|基地|厂|道路)$/.test(chain.noun)) return chain.noun + left;
    if (/^(?:投资|总投资|投入|累计投资|投入资金)$/.test(left)) {
      const owner = chain.plain || objectAhead(reading);
      if (owner !== '') return owner + left;
    }
    // 新增文化设施6个，面积超8000平方米: the area of what was counted just before
    if (/^(?:总)?(?:建筑|占地|用地|规划|营业|经营|种植|展览)?面积$/.test(left) && chain.noun.length >= 3)
      return chain.noun + left;
    if (chain.topic !== '' && left.length <= 6) return chain.topic + left;
    if (dependent.test(left) && inherited(chain) !== '') return inherited(chain) + left;
  }
  if (isOutput(left) && /(?:企业|园区|产业园|合作社|基地|集群|孵化器|开发区|集聚区|特色小镇|公司)$/.test(chain.noun))
    return chain.noun + left;
  // 新增碧道40公里、郊野径25公里
  if (
    verb === '' &&
    figure.class === 'measure' &&
    reading.lead.text.startsWith('、') &&
    !/^总|^垦|(?:复种|耕作|改造|治理)$/.test(left) &&
    /^(?:新增|新建)$/.test(chain.verb)
  )
    return chain.verb + left;
  if (verb !== '') chain.verb = verb;
  if (object !== '') chain.noun = object;
  return left;
};

/** 投资5亿元的养殖项目, 总投资126亿元的25个重点项目: the owner behind 的, past a count of its own. */
const ownedBy = ({ tail, next }: Reading): string => {
  const noun = rightNoun(tail.text);
  if (!next) return noun;
  return noun === '' || isAttribute(noun) || tail.text.endsWith('等') ? rightNoun(next.tail.text) : noun;
};

/** 安排1.5亿元用于购置医疗设备: what the money is for. */
const purpose = (tail: string): string | undefined => {
  const words = /^(?:资金|专项资金|经费)?(?:专项|主要|全部)?(?:用于|用在|支持|投向)([^，。]{2,20})/.exec(tail)?.[1];
  return words === undefined ? undefined : words;
};

/** What the next clause names as owner: 占地1100亩，总投资45亿元的项目; 投资300万元，实施饮水安全工程. */
const ownerAhead = ({ following, clause }: Reading, left: string): string | undefined => {
  if (!following) return undefined;
  const next = following.groups[0];
  if (next && next.tail.text.startsWith('的') && isAttribute(leftSubject(next.lead.text, false)))
    return rightNoun(next.tail.text);
  if (clause.mark === '，') return undefined;
  if (!/^(?:总?投资|计划投资|投入|累计投入|投入资金|筹资|筹措资金|争取资金|安排资金|整合资金)$/.test(left))
    return undefined;
  const object = plainObject(following);
  return object === '' ? undefined : object;
};

/** 投资4196万元，开发整理土地3.4万亩: what the money went into, named with its own figure. */
const objectAhead = ({ following, tail }: Reading): string => {
  const next = following?.groups[0];
  if (!next || tail.text !== '') return '';
  const { verb, object } = splitVerb(leftSubject(next.lead.text, true));
  if (verb === '' && !/^对?$/.test(withoutOpeners(next.lead.text))) return '';
  return (verb + (object || rightNoun(next.tail.text))).slice(0, 16);
};

/** The object of a clause that opens with a verb: 人畜饮水安全工程 in 继续实施人畜饮水安全工程. */
const plainObject = (clause: Clause): string => {
  const text = withoutOpeners(clause.plain.text.replaceAll(TIME, ''));
  const { verb, object } = splitVerb(text);
  return verb === '' ? '' : object.replace(/等$/, '').slice(0, 16);
};

/** 按不低于5%的幅度压减一般性支出: what is cut stands behind the rate. */
const behindRate = (tail: string): string | undefined =>
  /^的?(?:幅度|比例|速度)(?:压减|压缩|削减|减少|递增|增长|增加)([^，。]{2,16})$/.exec(tail)?.[1];

/** The one subject of a group. */
const subjectOf = (reading: Reading, lead: Lead, figure: FigureToken): string => {
  const { chain } = reading;
  const left = leftSubject(lead.subject, false);
  switch (lead.relation) {
    case 'rise':
    case 'fall':
    case 'growth-head':
    case 'fall-head':
    case 'completion':
    case 'above':
    case 'below':
    case 'times':
      if (left === '')
        return figure.class === 'points' && chain.rate !== '' ? chain.rate : chain.plain || inherited(chain);
      if (dependent.test(left) || left.startsWith('占')) return inherited(chain) + left;
      // 生产安全事故起数下降17.9%、死亡人数下降15.3%
      if (left === '死亡人数') return (/^.*事故/.exec(inherited(chain))?.[0] ?? '') + left;
      // 药品平均降价52%
      if (lead.priced && !left.includes('价')) return `${left}价格`;
      return behindRate(reading.tail.text) ?? left;
    case 'share':
      if (left === '' && reading.tail.text.startsWith('用于'))
        return `${rightNoun(reading.tail.text.slice(2))}占${shareOf(lead.of ?? '')}`;
      if (dependent.test(left)) return `${inherited(chain)}${left}占${shareOf(lead.of ?? '')}`;
      return `${left || chain.plain || inherited(chain)}占${shareOf(lead.of ?? '')}`;
    case 'share-head':
      return dependent.test(left) || /^(?:比例|份额)$/.test(left) || left.startsWith('占')
        ? inherited(chain) + left
        : left;
    case 'from':
    case 'to':
    case 'none': {
      const own = withoutOpeners(lead.subject);
      if (own.startsWith('占') && !/^占(?:地|用|补)/.test(own)) return inherited(chain) + own.replace(/的$/, '');
      return figure.class === 'thing' || figure.class === 'people'
        ? countedSubject(reading, lead)
        : measuredSubject(reading, lead, figure);
    }
  }
};

/** One subject for each item of a list; several for one item under 均. */
export const subjectsFor = (reading: Reading, lead: Lead, count: number, figure: FigureToken): readonly string[] => {
  const { chain } = reading;
  const own = withoutOpeners(lead.subject);
  if (count > 1) {
    // the quotation marks part “保交楼”“保交房”交付率
    const named = own.includes('”“') ? own : leftSubject(lead.subject, false);
    const parts = own === '' ? undefined : coordinate(named, count);
    if (parts) return parts.map((part) => (lead.relation === 'share' ? `${part}占${shareOf(lead.of ?? '')}` : part));
    if (own === '' && chain.plain !== '') {
      const plain = coordinate(chain.plain, count);
      if (plain) return plain;
    }
    if (own === '' && chain.subjects.length === count) return chain.subjects;
    if (own === '' && chain.history.length >= count) return chain.history.slice(-count);
  }
  if (count === 1 && lead.each) {
    const names =
      own === '' ? (chain.history.length > 1 ? chain.history : undefined) : everyName(leftSubject(lead.subject, false));
    if (names)
      return own !== '' && lead.relation === 'share'
        ? names.map((name) => `${name}占${shareOf(lead.of ?? '')}`)
        : names;
  }
  const single = subjectOf(reading, lead, figure);
  return Array.from({ length: count }, () => single);
};

/** The names of a coordination of two to four, for 均. */
export const everyName = (text: string): readonly string[] | undefined => {
  for (let count = 4; count >= 2; count -= 1) {
    const names = coordinate(text, count);
    if (names) return names;
  }
  return undefined;
};

/** What a chain offers when a rank or ratio leaves its subject out. */
export const leftOut = (chain: Chain): string => inherited(chain) || chain.plain;
