// Tells from a head (or an opening sentence) which part of the report begins and which years it is about.
// Takes the words of heads; gives part and period. Years come from the heads, the meeting and, last, from the caller.
import type { Line, Part } from './outline.ts';
import type { TitleBlock } from './title-block.ts';
import { readTime, resolveTime, type ReportYears, type Time } from './times.ts';
import { sectionPeriod } from './period.ts';

const planWords =
  /目标|任务|部署|安排|打算|建议|要求|思路|重点工作|计划|指导思想|展望|举措|做好|下一步|工作重点|下一阶段|总体考虑|工作重心|工作方向|奋斗/;
const reviewWords = /回顾|总结|成就|成绩|完成情况|基本情况|取得|过去|工作情况|主要工作及|走过/;
const manyYears =
  /五年|(?<!\d)5年|四年|三年|本届|任期|换届|“?[一二三四五六七八九十]{1,2}五”?(?:时期|期间|以来|规划)?(?=.*(?:回顾|总结|成就|完成|过去))|(?<!今年)以来/;

/** 区六届人大一次会议以来: the term of a government. */
const wholeTerm = /届(?:人大|人代会|人民代表大会)(?:第?[一二三四五六七八九十]次(?:会议)?)?以来/;

const timesIn = (text: string): Time[] => {
  const times: Time[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const read = readTime(text, at, at === 0);
    if (read) {
      times.push(read.time);
      at = read.end - 1;
    }
  }
  return times;
};

/** The part that a head opens; undefined when its words do not tell. */
export const headPart = (title: string, years: ReportYears): Part | undefined => {
  const times = timesIn(title);
  const future = times.some((time) => {
    const period = resolveTime(time, years);
    return period !== undefined && Number(period.slice(-4)) >= years.planned;
  });
  const past = times.some((time) => {
    const period = resolveTime(time, years);
    return period !== undefined && Number(period.slice(-4)) < years.planned;
  });
  const pastRange = times.some((time) => time.kind === 'range' && time.to < years.planned);
  if (/^\d{4}年(?:工作)?以来/.test(title) && !/五年/.test(title)) return 'review';
  if (wholeTerm.test(title) && !future) return 'span';
  if (/回顾|总结|成就/.test(title) && !/(?:今后|未来)/.test(title))
    return pastRange || manyYears.test(title) ? 'span' : 'review';
  if (future || /今后|未来|下一步/.test(title)) return planWords.test(title) || future ? 'plan' : undefined;
  if (past || (title.length <= 26 && reviewWords.test(title)))
    return planWords.test(title) && !reviewWords.test(title) && !past
      ? 'plan'
      : manyYears.test(title) || times.some((time) => time.kind === 'range')
        ? 'span'
        : 'review';
  // 主要预期目标, 政府工作总体要求: a head of its own, not words inside a longer one
  const aims =
    /^(?:今年|全年|全市|全区|全县|全省|主要|总体|政府|我们)?(?:的)?(?:工作|经济社会发展|政府工作|经济工作)?(?:的)?(?:主要|总体|预期|重点|指导|政策)?(?:目标任务|目标|指导思想|总体要求|要求|工作部署|重点工作|任务|工作任务|工作安排|政策取向|取向|工作建议|思路|思想|工作)(?:和|、|与|及|$)/;
  if (title.length <= 26 && aims.test(title)) return 'plan';
  return undefined;
};

/** The period that a head names; with an empty head, the one its part has by itself. */
export const headPeriod = (title: string, part: Part, years: ReportYears): string | undefined => {
  if (title === '') return sectionPeriod(part, years);
  const periods = timesIn(title).flatMap((time) => resolveTime(time, years) ?? []);
  if (part === 'plan') {
    const single = periods.find((period) => period === String(years.planned));
    if (single !== undefined) return single;
    const range = periods.find((period) => period.includes('-') && Number(period.slice(-4)) >= years.planned);
    return (
      range ??
      (/今后五年|未来五年|今后5年|未来5年|今后一个时期/.test(title)
        ? `${years.planned}-${years.planned + 4}`
        : undefined)
    );
  }
  if (part === 'span') return periods.find((period) => period.includes('-')) ?? sectionPeriod('span', years);
  if (part === 'review') return periods.find((period) => !period.includes('-') && Number(period) <= years.reviewed);
  return undefined;
};

/** A paragraph that opens the plan in a report without heads. */
export const isPlanOpening = (text: string, years: ReportYears): boolean => {
  const head = text.slice(0, 90);
  const names = head.includes('今年') || head.includes(`${years.planned}年`) || head.includes('新的一年');
  return (
    names &&
    /(?:今年|新的一年|\d{4}年)(?:是|，|的?工作|政府工作|经济社会|全[省市区县]|我们要|要|，我们|各项)/.test(head) &&
    /(?:目标|总体要求|指导思想|要(?:坚持|以|全面|重点|按照|着力)|重点|关键|之年|之后|收官|开局|任务|做好)/.test(
      text.slice(0, 260),
    )
  );
};

/** The years of the report: from its heads first, then the meeting's date, then the years most named. */
export const readYearsOf = (
  title: TitleBlock,
  heads: readonly { readonly title: string }[],
  body: readonly Line[],
  fallbackYear?: number,
): { years: ReportYears; known: boolean } => {
  // the latest year that heads of one sort name
  const named = (pattern: RegExp, wanted: (head: string) => boolean): number | undefined => {
    const found = heads.flatMap((head) =>
      wanted(head.title) ? Number(pattern.exec(head.title)?.[1] ?? Number.NaN) : Number.NaN,
    );
    const years = found.filter((year) => !Number.isNaN(year));
    return years.length > 0 ? Math.max(...years) : undefined;
  };
  const meeting = title.date === undefined ? undefined : Number(title.date.slice(0, 4));
  const reviewedHead = named(/((?:19|20)\d\d)年(?!以后).{0,14}(?:回顾|总结|情况|主要工作$)/, (head) =>
    /回顾|总结|情况|成就|成绩/.test(head),
  );
  const plannedHead = named(
    /((?:19|20)\d\d)年.{0,16}(?:目标|任务|部署|安排|要求|建议|重点|思路|工作)/,
    (head) => !/回顾|总结|情况|成就|成绩/.test(head),
  );
  const opening = body
    .slice(0, 12)
    .map((line) => line.text.slice(0, 400))
    .join('\n');
  const openingYear = /(?:过去的一?年|一年来|^|\n)?((?:19|20)\d\d)年[，是,]/.exec(opening)?.[1];
  const titleYear = /((?:19|20)\d\d)年/.exec(title.title ?? '')?.[1];
  let reviewed: number | undefined;
  if (reviewedHead !== undefined && (meeting === undefined || Math.abs(meeting - reviewedHead) <= 1))
    reviewed = reviewedHead;
  else if (plannedHead !== undefined && (meeting === undefined || Math.abs(meeting - plannedHead) <= 1))
    reviewed = plannedHead - 1;
  else if (meeting !== undefined) reviewed = meeting - 1;
  else if (titleYear !== undefined) reviewed = Number(titleYear) - 1;
  else if (fallbackYear !== undefined) reviewed = fallbackYear - 1;
  else if (openingYear !== undefined) reviewed = Number(openingYear);
  const known = reviewed !== undefined;
  const year = reviewed ?? mostNamedYear(body);
  const text = heads.map((head) => head.title).join('\n') + '\n' + opening;
  const many =
    /(?:过去|五年来|“?[十一二三四五六七八九]{1,3}五”?(?:时期|期间)|本届政府).{0,30}/.test(text) || wholeTerm.test(text);
  const count = /过去的?(四|4)年|四年来/.test(text)
    ? 4
    : /过去的?(三|3)年|三年来/.test(text) && !/过去的?五年|五年来/.test(text)
      ? 3
      : 5;
  return {
    years: { reviewed: year, planned: year + 1, ...(many && { span: { from: year - count + 1, to: year } }) },
    known,
  };
};

const mostNamedYear = (body: readonly Line[]): number => {
  const counts = new Map<number, number>();
  for (const line of body.slice(0, 80)) {
    for (const match of line.text.matchAll(/((?:19|20)\d\d)年/g))
      counts.set(Number(match[1]), (counts.get(Number(match[1])) ?? 0) + 1);
  }
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best?.[0] ?? 2000;
};
