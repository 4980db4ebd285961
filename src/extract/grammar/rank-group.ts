// Reads places in a ranking: 增幅四区第一, 总量位居全市第一, 均居全国首位; each ranked thing is a fact of its own.
import { timesIn, type Group } from '../clauses.ts';
import { readLead } from '../lead.ts';
import { followsNoun, leftSubject, rightNoun } from '../subject.ts';
import { splitVerb } from '../verbs.ts';
import { remember, type Reading } from './chain.ts';
import { baseYear, groupPeriod, settlePeriod } from './periods.ts';
import { everyName, leftOut } from './subjects.ts';

const rankLinks =
  /(?:连续\S{0,3}年?|位次|稳居|跃居|位居|位列|名列|列|排名|排在|排位|排|高居|跻身|进入|跃升至|跃升到|升至|上升至|上升到|提升至|提升到|前移至|居于|居|处于|处在|走在|勇夺|夺得|取得|获得|荣获|获|夺|保持|达到|继续|均|都|成为|为|是|仍|在|由|从|到|至|上升|跃升|提升|前进|上移|再次|首次|双双)+$/;

/** Attributes that are ranked but are not named by themselves. */
const ranked =
  /^(?:增幅|增速|降幅|总量|总额|规模|增量|排名|综合排名|名次|质量|数量|总数|占比|比重|.{0,2}增幅|.{0,2}增速|.{0,2}排名|(?:总量|总额|规模|增速|增幅)[、和](?:总量|总额|规模|增速|增幅))$/;

/** 全省 in 改革工作全省名列第五: the scope stands before the verb. */
const scopeBefore = /(?<=..)(全国|全省|全市|全区|全县|全球|世界)$/;

export const readRanks = (group: Group, reading: Reading): void => {
  const { chain, drafts } = reading;
  for (const { item: rank } of group.items) {
    if (rank.kind !== 'rank') continue;
    const text = reading.lead.text.replace(rankLinks, '');
    const times = reading.lead.times.slice(0, timesIn(text));
    const lead = readLead({ ...reading.lead, text, times }, 'rank');
    const whole = leftSubject(lead.subject, false).replace(rankLinks, '');
    const scope = rank.scope === '' ? (scopeBefore.exec(whole)?.[1] ?? '') : rank.scope;
    const left = rank.scope === '' ? whole.replace(scopeBefore, '') : whole;
    const each = lead.each || /均|都|双双|分别/.test(reading.lead.text);
    const names: string[] = [
      ...(left === ''
        ? each && chain.history.length > 1
          ? chain.history
          : [leftOut(chain)]
        : ranked.test(left)
          ? [leftOut(chain) + left]
          : ((each ? everyName(left) : undefined) ?? [left])),
    ];
    // what is ranked may only stand in the list's own name (连续上榜百强区前三) or behind (以全市第一的成绩通过…)
    if (names.length === 1 && (names[0] === '' || (left === '' && /百强|百佳|榜|[0-9十]强/.test(rank.scope)))) {
      const named = /(?:百强|百佳|榜|评|赛|考核|指数|排名)/.test(rank.scope)
        ? rank.scope
        : /^的(?:优异)?(?:成绩|名次)?(.{2,16})/.exec(reading.tail.text)?.[1];
      if (named !== undefined) names.splice(0, 1, named);
    }
    // 出台全国首个…实施意见: what is the first stands behind
    if (names.length === 1 && rank.vague && followsNoun(reading.tail.text)) {
      const { verb, object } = splitVerb(left);
      if (object === '') names.splice(0, 1, verb + rightNoun(reading.tail.text));
    }
    const from = /(?:由|从)(?:\ue000|上年|去年)?的?(?:居|列|排|位居|位列)?$/.test(reading.lead.text);
    const period = from
      ? baseYear(reading)
      : settlePeriod('rank', groupPeriod(reading, lead), lead, reading.lead.text, reading);
    for (const subject of names) {
      drafts.push({
        start: rank.start,
        end: rank.end,
        value: rank.place === undefined ? null : String(rank.place),
        unit: '位',
        subject,
        kind: 'rank',
        period,
        qualifiers: [],
        scope,
        ...(rank.vague && { optional: true as const }),
        ...(subject === '' && { review: '没有找到排名的对象' }),
      });
    }
    if (left !== '' && !ranked.test(left)) remember(chain, names);
  }
};
