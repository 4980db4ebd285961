// Reads the plan part: targets (expected values of indicators) and tasks, one commitment each with its figures.
// The paragraph of expected aims gives targets; the sections after it give tasks, parted at full stops and semicolons.
import type { Target, Task } from '../../report/schema.ts';
import type { CleanText } from '../clean.ts';
import { sourceSpan } from '../clean.ts';
import type { Fact } from '../fact.ts';
import type { Outline, OutlineSection } from '../outline.ts';
import { sentencesOf } from '../sentences.ts';
import { splitVerb, withoutOpeners } from '../verbs.ts';
import { slug } from './ids.ts';
import { amountOf, indicatorOf, nameOf, scopeOf } from './observations.ts';

export type Plan = { readonly targets: readonly Target[]; readonly tasks: readonly Task[] };

const isPlanned = (fact: Fact): boolean => fact.kind === 'target_level' || fact.kind === 'target_growth';
const aims = /(?:预期|主要|奋斗|发展|总体|工作|约束性)(?:的)?(?:目标|指标)|目标(?:是|为|任务是)[:：]/;

/** Whether a sentence states the aims of the year: it says so, or it names several known indicators in a row. */
const statesAims = (text: string, facts: readonly Fact[]): boolean => {
  if (facts.length === 0) return false;
  if (aims.test(text)) return facts.length >= 2 || /预期目标|主要目标/.test(text);
  return facts.filter((fact) => fact.indicator !== undefined).length >= 3;
};

/** Targets of the planned figures of one sentence; one indicator's level and growth go together. */
export const targetsOf = (facts: readonly Fact[], text: string, idOf: (wanted: string) => string): Target[] => {
  const targets: { -readonly [Key in keyof Target]: Target[Key] }[] = [];
  for (const fact of facts) {
    const indicator = indicatorOf(fact);
    const period = Number(fact.period.slice(-4));
    const key = fact.kind === 'target_growth' ? 'growth' : 'level';
    const same = targets.find(
      (each) => each.name === fact.subject && each.period === period && each[key] === undefined,
    );
    const scope = scopeOf(fact);
    const figure = { ...amountOf(fact), ...(key === 'growth' && scope.length > 0 && { qualifiers: scope }) };
    if (same) {
      same[key] = figure;
      continue;
    }
    targets.push({
      id: idOf(indicator),
      indicator,
      name: nameOf(fact),
      period,
      [key]: figure,
      ...(key === 'level' && scope.length > 0 && { qualifiers: scope }),
      ...(/约束性(?:指标|目标)(?:是|为)?[:：]/.test(text) && { constraint: true }),
      ...(fact.review !== undefined && { review: fact.review }),
      source: { section: fact.section, sentence: fact.sentence },
    });
  }
  return targets;
};

const relativeClause =
  /([^，；。、：]{2,20}?)(与[^，；。]{2,14}(?:基本)?同步(?:增长)?|(?:增长|增速)?(?:与|和)[^，；。]{2,14}(?:持平|同步))/g;

/** 进出口稳中提质, 地方一般公共预算收入实现正增长: a direction; 经济运行稳中有进 is a picture of the year, no target. */
const directionClause =
  /([^，；。、：]{0,10}(?:进出口|收入|投资|零售总额|外资|增加值)(?:总额)?)((?:力争)?(?:实现|保持)?正增长|稳中提质|稳中有升|稳中有增)/g;

/** 居民人均可支配收入与地区生产总值同步增长: a target without a figure of its own. */
const relativeTargets = (
  text: string,
  section: string,
  sentence: number,
  period: number,
  idOf: (wanted: string) => string,
  find: (name: string) => string | undefined,
): Target[] =>
  [...text.matchAll(relativeClause), ...text.matchAll(directionClause)].flatMap((match): Target[] => {
    const name = withoutOpeners(match[1] ?? '').replace(/(?:增长|增速|保持|实现)+$/, '');
    if (name.length < 2) return [];
    const indicator = find(name) ?? slug(name);
    return [{ id: idOf(indicator), indicator, name, period, relative: match[2] ?? '', source: { section, sentence } }];
  });

const deadlineOf = (text: string): string | undefined =>
  /(?:\d{4}年)?\d{1,2}月(?:底|末)?(?:前|之前|底)|(?:今年|年内|年底前?|上半年|下半年|三季度|全年|\d{4}年(?:(?:底|年底|末)前?|前))(?=[^度]|$)/.exec(
    text,
  )?.[0];

const relationOf = (fact: Fact): 'level' | 'growth' | 'share' => {
  if (fact.kind === 'target_growth') return 'growth';
  return fact.unit === '%' && /占|比重|比例/.test(fact.subject) ? 'share' : 'level';
};

/**
 * Parts a sentence into commitments: at semicolons, and at a comma where a second figure begins another one
 * (培育企业1家，专利申请突破400件). Gives stretches of the cleaned text.
 */
const commitments = (
  clean: CleanText,
  from: number,
  to: number,
  figureAt: (start: number, end: number) => boolean,
): { start: number; end: number }[] => {
  const parts: { start: number; end: number }[] = [];
  let start = from;
  let clause = from;
  let figured = false;
  for (let at = from; at <= to; at += 1) {
    const char = at < to ? (clean.text[at] ?? '') : '；';
    if (!'，；,;'.includes(char)) continue;
    const own = figureAt(clause, at);
    if (own && figured && clause > start) {
      parts.push({ start, end: clause - 1 });
      start = clause;
    }
    figured = figured || own;
    if (char === '；' || char === ';') {
      parts.push({ start, end: at });
      start = at + 1;
      figured = false;
    }
    clause = at + 1;
  }
  return parts;
};

/** The commitments of a sentence, each with the figures that stand in it. */
const tasksOf = (
  clean: CleanText,
  from: number,
  to: number,
  facts: readonly Fact[],
  section: OutlineSection,
  sentence: number,
  idOf: (wanted: string) => string,
): Task[] => {
  const planned = facts.filter(isPlanned);
  const within = (start: number, end: number): Fact[] => {
    const [a, b] = sourceSpan(clean, start, end);
    return planned.filter((fact) => fact.start >= a && fact.end <= b);
  };
  return commitments(clean, from, to, (start, end) => within(start, end).length > 0).flatMap(
    ({ start, end }): Task[] => {
      const text = clean.text.slice(start, end).replace(/^[\s，、①-⑳]+|[\s。！？，]+$/g, '');
      const own = within(start, end);
      if (!isCommitment(text, own.length)) return [];
      const deadline = deadlineOf(text);
      const review = own.find((fact) => fact.review !== undefined)?.review;
      const figures = own.map((fact) => ({
        name: nameOf(fact),
        relation: relationOf(fact),
        ...amountOf(fact),
        ...(scopeOf(fact).length > 0 && { qualifiers: scopeOf(fact) }),
      }));
      return [
        {
          id: idOf(`${section.id}-${slug(withoutOpeners(text), 14)}`),
          area: section.id,
          text: text.length > 160 ? `${text.slice(0, 159)}…` : text,
          figures,
          ...(deadline !== undefined && { deadline }),
          support: [],
          ...(own.length > 0 && own.every((fact) => fact.optional) && { optional: true }),
          ...(review !== undefined && { review }),
          source: { section: section.id, sentence },
        },
      ];
    },
  );
};

/** 做好今年政府工作，要以……为指导; 今年政府工作的总体要求是：…… */
const principle =
  /^(?:今年，?)?(?:我们)?要?(?:做好|搞好|抓好)?(?:今年|明年|\d{4}年)?的?，?[省市区县]?政府工作的?(?:总体要求|总的要求|总体思路|基本思路|指导思想|，?要[以在坚高全深])/;

/** A commitment says what will be done; a short lead-in, an appeal or a principle is none. */
const isCommitment = (text: string, figures: number): boolean => {
  if (figures > 0) return true;
  if (
    text.length < 14 ||
    principle.test(text) ||
    /^(?:各位代表|我们(?:坚信|相信|要清醒)|让我们|今年(?:是|工作的|政府工作)|\d{4}年是)/.test(text)
  )
    return false;
  const plain = withoutOpeners(text);
  return (
    splitVerb(plain).verb !== '' ||
    /(?:建设|完成|推进|实施|加强|开展|落实|改造|启动|提升|完善|建立)/.test(plain.slice(0, 24))
  );
};

/** Reads targets and tasks; `find` knows the table of indicators. */
export const readPlan = (
  clean: CleanText,
  outline: Outline,
  facts: readonly Fact[],
  ids: { readonly target: (wanted: string) => string; readonly task: (wanted: string) => string },
  find: (name: string) => string | undefined,
): Plan => {
  const targets: Target[] = [];
  const tasks: Task[] = [];
  const bySentence = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = `${fact.section}/${fact.sentence}`;
    bySentence.set(key, [...(bySentence.get(key) ?? []), fact]);
  }
  const parents = new Set(
    outline.sections.filter((section) => section.level === 2).map((section) => section.id.split('.')[0]),
  );
  const counts = new Map<string, number>();
  for (const section of outline.sections) {
    if (section.part !== 'plan') continue;
    const before = counts.get(section.id) ?? 0;
    let last = before;
    for (const { start, end, number } of sentencesOf(clean.text, section.bodyStart, section.end)) {
      last = before + number;
      const own = bySentence.get(`${section.id}/${last}`) ?? [];
      const text = clean.text.slice(start, end);
      const planned = own.filter(isPlanned);
      if (statesAims(text, planned)) {
        targets.push(
          ...targetsOf(planned, text, ids.target),
          ...relativeTargets(text, section.id, last, outline.years.planned, ids.target, find),
        );
        continue;
      }
      // the opening of a part that has sections of its own tells the situation, not what will be done
      if (section.level === 1 && parents.has(section.id) && planned.length === 0) continue;
      tasks.push(...tasksOf(clean, start, end, own, section, last, ids.task));
    }
    counts.set(section.id, last);
  }
  return { targets, tasks };
};
