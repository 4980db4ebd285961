// Reads time expressions: years, ranges, plan periods, and words that point at a year (去年, 目前, 五年来).
// A time is read once, by form; what year it means is settled by resolveTime with the years of the report.
// Takes cleaned text (half-width digits, no inner spaces).
import { isDigit, readChineseInteger } from './numbers.ts';

/** The years a report speaks of. Periods are written `2016` or `2012-2016`. */
export type ReportYears = {
  readonly reviewed: number;
  readonly planned: number;
  readonly span?: { readonly from: number; readonly to: number };
};

export type Time =
  /** A year by number, or by distance from the planned year: 去年 −1, 今年 0. */
  | {
      readonly kind: 'year';
      readonly year?: number;
      readonly offset?: number;
      /** 过去一年: what follows is all about it. */
      readonly broad?: true;
    }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  /** 五年来, 过去五年, 未来三年. */
  | { readonly kind: 'years'; readonly count: number; readonly direction: 'past' | 'future' | 'any' | 'before' }
  /** 2012年以来: from then to the year reviewed. */
  | { readonly kind: 'since'; readonly year: number }
  /** 全年, 一年来: the year the section is about. */
  | { readonly kind: 'whole' }
  /** 目前, 截至…: a stock at the end. */
  | { readonly kind: 'now' }
  /** 上半年, 1-11月, 9月: part of a year. */
  | { readonly kind: 'part'; readonly text?: string }
  /** 本届政府: the years summed up. */
  | { readonly kind: 'term'; readonly direction: 'past' | 'future' };

export type TimeRead = { readonly time: Time; readonly end: number };

const fixed: readonly (readonly [string, Time])[] = (
  [
    ['今年以来', { kind: 'year', offset: 0 }],
    ['今年', { kind: 'year', offset: 0 }],
    ['本年度', { kind: 'year', offset: 0 }],
    ['今明两年', { kind: 'year', offset: 0 }],
    ['明年', { kind: 'year', offset: 1 }],
    ['去年底', { kind: 'year', offset: -1 }],
    ['去年末', { kind: 'year', offset: -1 }],
    ['去年年底', { kind: 'year', offset: -1 }],
    ['去年', { kind: 'year', offset: -1 }],
    ['全年', { kind: 'whole' }],
    ['一年来', { kind: 'whole' }],
    ['一年多来', { kind: 'whole' }],
    ['一年中', { kind: 'whole' }],
    ['目前', { kind: 'now' }],
    ['至今', { kind: 'now' }],
    ['迄今', { kind: 'now' }],
    ['如今', { kind: 'now' }],
    ['截至', { kind: 'now' }],
    ['截止', { kind: 'now' }],
    ['年底', { kind: 'now' }],
    ['年末', { kind: 'now' }],
    ['五年累计', { kind: 'years', count: 5, direction: 'any' }],
    ['五年共', { kind: 'years', count: 5, direction: 'any' }],
    ['上半年', { kind: 'part', text: '上半年' }],
    ['下半年', { kind: 'part', text: '下半年' }],
    ['本届政府', { kind: 'term', direction: 'past' }],
    ['上届政府', { kind: 'term', direction: 'past' }],
    ['届期', { kind: 'term', direction: 'past' }],
    ['新一届政府', { kind: 'term', direction: 'future' }],
  ] satisfies [string, Time][]
).toSorted((a, b) => b[0].length - a[0].length);

const plans: Readonly<Record<string, readonly [number, number]>> = {
  六五: [1981, 1985],
  七五: [1986, 1990],
  八五: [1991, 1995],
  九五: [1996, 2000],
  十五: [2001, 2005],
  十一五: [2006, 2010],
  十二五: [2011, 2015],
  十三五: [2016, 2020],
  十四五: [2021, 2025],
  十五五: [2026, 2030],
};

/** “十三五”时期, “十二五”末; the quotes may be “”, "" or none. Numbers of a 普法 plan (七五普法) are names. */
const readPlan = (text: string, start: number): TimeRead | undefined => {
  const quoted = '“"‘'.includes(text[start] ?? ' ');
  const at = quoted ? start + 1 : start;
  for (let length = 3; length >= 2; length -= 1) {
    const plan = plans[text.slice(at, at + length)];
    if (!plan) continue;
    let end = at + length;
    if (quoted !== '”"’'.includes(text[end] ?? ' ')) continue;
    if (quoted) end += 1;
    if (text.startsWith('普法', end)) return undefined;
    const rest = text.slice(end, end + 4);
    if (/^(期?末|时?期末|末期|收官)/.test(rest))
      return { time: { kind: 'year', year: plan[1] }, end: end + (/^(期?末|时期末|末期)/.exec(rest)?.[0].length ?? 0) };
    if (rest.startsWith('初')) return { time: { kind: 'year', year: plan[0] }, end: end + 1 };
    if (rest.startsWith('规划') && !/^规划(目标|的?目标)/.test(text.slice(end, end + 6)) && !quoted) return undefined;
    const tail = /^(时期以来|时期|期间|以来|五年|期内)/.exec(text.slice(end, end + 4))?.[0].length ?? 0;
    if (!quoted && tail === 0) return undefined;
    if (text.slice(end, end + tail).endsWith('以来'))
      return { time: { kind: 'since', year: plan[0] }, end: end + tail };
    return { time: { kind: 'range', from: plan[0], to: plan[1] }, end: end + tail };
  }
  return undefined;
};

const smallCount = (text: string, at: number): { value: number; end: number } | undefined => {
  if (isDigit(text[at])) {
    let end = at;
    while (isDigit(text[end])) end += 1;
    return end - at <= 2 ? { value: Number(text.slice(at, end)), end } : undefined;
  }
  return readChineseInteger(text, at);
};

/** 过去(的)五年, 近三年(来), 五年来, 未来五年, 今后5年, 五年间; and 五年 alone at the head of a clause. */
const readYears = (text: string, start: number, headOfClause: boolean): TimeRead | undefined => {
  const lead =
    /^(过去的?|刚刚过去的|近|最近|这|前|未来|今后|此后|接下来的?|下一个|第一个)/.exec(
      text.slice(start, start + 6),
    )?.[0] ?? '';
  const count = smallCount(text, start + lead.length);
  if (!count || count.value < 1 || count.value > 60) return undefined;
  let end = count.end;
  if (text[end] === '多') end += 1;
  if (text[end] !== '年') return undefined;
  end += 1;
  const past = /^(多来|以来|来|间|累计)/.exec(text.slice(end, end + 2))?.[0] ?? '';
  // 比前五年: the years before; 前五年 by itself is no time to go by
  if (lead === '前' && !/[比较与]/.test(text[start - 1] ?? ' ')) return undefined;
  if (lead === '' && past === '') {
    const bare =
      headOfClause &&
      count.value >= 2 &&
      (count.value <= 5 || count.value === 10) &&
      !/^(行动|规划|计划|[免期以之]|[，,、的]$|一|制|义|时间)/.test(text.slice(end, end + 2));
    if (!bare) return undefined;
  }
  if (lead === '前') return { time: { kind: 'years', count: count.value, direction: 'before' }, end };
  const future = /^(未来|今后|此后|接下来|下一个)/.test(lead);
  if (count.value === 1 && lead.includes('过去')) return { time: { kind: 'year', offset: -1, broad: true }, end };
  if (count.value === 1 && !future) return { time: { kind: 'whole' }, end: end + (past === '累计' ? 0 : past.length) };
  return {
    time: {
      kind: 'years',
      count: count.value,
      direction: future ? 'future' : lead === '' && past === '' ? 'any' : 'past',
    },
    end: end + (past === '累计' ? 0 : past.length),
  };
};

const fullYear = (text: string, at: number): { year: number; end: number } | undefined => {
  if (!/^(19[4-9]|20[0-9])\d/.test(text.slice(at, at + 4)) || isDigit(text[at + 4]) || text[at + 4] === '.')
    return undefined;
  return { year: Number(text.slice(at, at + 4)), end: at + 4 };
};

const chineseYear = (text: string, at: number): { year: number; end: number } | undefined => {
  const match = /^[一二][〇零○Ｏ0九][〇零○一二三四五六七八九]{2}(?=年)/.exec(text.slice(at, at + 5));
  if (!match) return undefined;
  const figures = [...match[0]].map((char) => ('〇零○Ｏ0'.includes(char) ? 0 : '一二三四五六七八九'.indexOf(char) + 1));
  return { year: Number(figures.join('')), end: at + 4 };
};

/** 2016年, 2016年底, 2012-2016年, 2012年至2016年, 2012年以来, 2016年9月5日, 2020年前. */
const readCalendar = (text: string, start: number): TimeRead | undefined => {
  const first = fullYear(text, start) ?? chineseYear(text, start);
  if (!first) return undefined;
  let end = first.end;
  const named = text[end] === '年' || text.startsWith('年', end);
  if (named) end += 1;
  if (text[end] === '度') end += 1;
  const dash = /^(—{1,2}|-|–|~|～|至|到)/.exec(text.slice(end, end + 2))?.[0];
  if (dash !== undefined) {
    const second = fullYear(text, end + dash.length);
    if (second && text[second.end] === '年' && second.year > first.year) {
      return { time: { kind: 'range', from: first.year, to: second.year }, end: second.end + 1 };
    }
  }
  if (!named) return undefined;
  // 自2012年分区以来: an event may stand between
  const event = /^[^，。；、：\d]{0,8}?以来/.exec(text.slice(end, end + 10))?.[0];
  if (event !== undefined) return { time: { kind: 'since', year: first.year }, end: end + event.length };
  const tail = /^(年底|年末|底|末|初|前|全年|当年|同期|度)/.exec(text.slice(end, end + 2))?.[0] ?? '';
  if (tail === '前' && /^前[十百]|^前(三|四)?[个季]/.test(text.slice(end, end + 3)))
    return { time: { kind: 'year', year: first.year }, end };
  end += tail.length;
  const month = readMonth(text, end);
  if (month) end = month.end;
  return { time: { kind: 'year', year: first.year }, end };
};

/** 9月, 9月26日, 1-11月, 前三季度, 一季度, 前11个月. */
const readMonth = (text: string, start: number): TimeRead | undefined => {
  const match =
    /^(\d{1,2}[-—–~～至到])?(\d{1,2}|[一二三四五六七八九十]{1,2})月(份|底|末|初)?((\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?(?!个)/.exec(
      text.slice(start, start + 14),
    ) ?? /^(前(三|3|两|2)个?季度|[一二三四]季度|前\d{1,2}个月)/.exec(text.slice(start, start + 6));
  if (!match || match[0] === '') return undefined;
  // 1-11月, 前三季度 are what a figure is of; 9月26日 is when something happened
  const span = match[1] !== undefined || /季度|前/.test(match[0]);
  return { time: span ? { kind: 'part', text: match[0] } : { kind: 'part' }, end: start + match[0].length };
};

/** The time expression that begins at `start`. `headOfClause` lets 五年 stand for 五年来 (五年全国公路投资…). */
export const readTime = (text: string, start: number, headOfClause: boolean): TimeRead | undefined => {
  const char = text[start] ?? '';
  if (isDigit(text[start - 1]) || (text[start - 1] === '.' && isDigit(char))) return undefined;
  const calendar = readCalendar(text, start);
  if (calendar) return calendar;
  if ('“"‘六七八九十'.includes(char)) {
    const plan = readPlan(text, start);
    if (plan) return plan;
  }
  const years = readYears(text, start, headOfClause);
  if (years) return years;
  for (const [word, time] of fixed) {
    if (text.startsWith(word, start)) return { time, end: start + word.length };
  }
  return readMonth(text, start);
};

/** The period that a time means, written `2016` or `2012-2016`; undefined when it sets none of its own. */
export const resolveTime = (time: Time, years: ReportYears): string | undefined => {
  switch (time.kind) {
    case 'year':
      return String(time.year ?? years.planned + (time.offset ?? 0));
    case 'range':
      return `${time.from}-${time.to}`;
    case 'years':
      if (time.direction === 'before') {
        const first = (years.span?.from ?? years.reviewed - time.count + 1) - time.count;
        return `${first}-${first + time.count - 1}`;
      }
      if (time.direction === 'future') return `${years.planned}-${years.planned + time.count - 1}`;
      return `${years.reviewed - time.count + 1}-${years.reviewed}`;
    case 'since':
      // What is said of a time after the year reviewed is of that year alone: 2016年以来 in a report on 2015.
      return time.year >= years.reviewed ? String(time.year) : `${time.year}-${years.reviewed}`;
    case 'term':
      if (time.direction === 'future') return `${years.planned}-${years.planned + 4}`;
      return years.span ? `${years.span.from}-${years.span.to}` : undefined;
    case 'whole':
    case 'now':
    case 'part':
      return undefined;
  }
};
