// Takes cleaned text, gives the report's outline: title block, the sections with their parts and periods, the body's
// bounds. Knows the layouts 一、/（一）/1./——/第一部分, run-in heads, bare heads and reports without any.
// What stands before the body (page furniture) and after its close (glossaries) belongs to no section.
import { readYearsOf } from './parts.ts';
import { sectionsOf } from './sections.ts';
import { readTitleBlock, type TitleBlock } from './title-block.ts';
import type { ReportYears } from './times.ts';

/** What a section is: review of the last year, of several years, plan, or neither. */
export type Part = 'review' | 'span' | 'plan' | 'other';

/** A section of the body. Offsets are those of the cleaned text; `level` 1 is 一、 and 2 is （一）. */
export type OutlineSection = {
  readonly id: string;
  readonly level: 1 | 2;
  readonly number: string;
  readonly title: string;
  readonly part: Part;
  /** `2016` or `2012-2016`: what its figures are about unless they say otherwise. */
  readonly period: string;
  /** A further stretch of a section that its subsections interrupted: no head of its own. */
  readonly continues: boolean;
  /** The head itself names the period. */
  readonly ownPeriod: boolean;
  /** Where its text begins, its head included. */
  readonly start: number;
  /** Where its text begins behind the head. */
  readonly bodyStart: number;
  readonly end: number;
};

export type Outline = TitleBlock & {
  readonly years: ReportYears;
  readonly sections: readonly OutlineSection[];
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** Whether a year was found at all; without one the years are guessed and every period is to be reviewed. */
  readonly yearsKnown: boolean;
};

export type Line = { readonly text: string; readonly start: number; readonly end: number };

export type Head = {
  readonly level: 1 | 2;
  readonly number: string;
  readonly title: string;
  readonly start: number;
  readonly bodyStart: number;
};

export const linesOf = (text: string): Line[] => {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end > start) lines.push({ text: text.slice(start, end), start, end });
    start = end + 1;
  }
  return lines;
};

const numbered =
  /^(第[一二三四五六七八九十]{1,2}(?:部分|章)|[一二三四五六七八九十]{1,3}[、.．，]|[（(][一二三四五六七八九十]{1,3}[)）]、?)/;

/** A numbered head at the line's start; a run-in head ends at the first full stop. */
const numberedHead = (line: Line): Head | undefined => {
  const number = numbered.exec(line.text)?.[0];
  if (number === undefined) return undefined;
  const rest = line.text.slice(number.length).replace(/^[\s:：]+/, '');
  const lead = line.text.length - rest.length;
  const stop = /[。：:；！]/.exec(rest.slice(0, 60));
  if (!stop && rest.length > 60) return undefined;
  const title = rest.slice(0, stop ? stop.index : rest.length);
  if (title.length < 2) return undefined;
  const level = /^[（(]/.test(number) ? 2 : 1;
  return {
    level,
    number,
    title,
    start: line.start,
    bodyStart: line.start + lead + (stop ? stop.index + 1 : rest.length),
  };
};

/** A head without number: a short line without full stop among long ones that speaks of a year's work or plan. */
const bareHead = (line: Line, next: Line | undefined): Head | undefined => {
  if (line.text.length > 34 || /[。；！？!?，]$/.test(line.text) || !next || next.text.length < 40) return undefined;
  if (!/回顾|总结|安排|部署|工作|目标|任务|建议|展望|成就/.test(line.text) || /^各位代表|报告$/.test(line.text))
    return undefined;
  if (!/\d{4}年|过去|今年|今后|未来|五年|以来|下一步|主要任务|重点工作|总体要求/.test(line.text)) return undefined;
  return { level: 1, number: '', title: line.text.replace(/[：:]$/, ''), start: line.start, bodyStart: line.end };
};

const glossaryHead =
  /^[※*【[]*(?:名词解释|有关名词|名词注释|注释|相关名词|专业名词|报告名词|《政府工作报告》(?:名词|注释|有关)|注[:：]|名词术语|部分名词|词语解释|用语解释|有关用语|备注|重要名词|.{0,12}名词解释$|.{0,12}(?:注释|用语说明|名词说明)$)/;
/** An annex is a glossary only when it says so: 附件 may also hold ten promises with their figures. */
const annexHead = /^(?:附件|附[:：]|附录|附$)/;
const isGlossary = (line: Line, next: Line | undefined): boolean =>
  glossaryHead.test(line.text) ||
  (annexHead.test(line.text) && /名词|注释|解释|用语|术语|说明/.test(line.text + (next?.text.slice(0, 30) ?? '')));
const furniture =
  /^(?:责任编辑|编辑[:：]|来源[:：]|上一篇|下一篇|打印|关闭|扫一扫|分享到|相关(?:文章|阅读|链接)|版权所有|主办[:：]|附件下载|网站地图|【打印|\[打印)/;

/** 1.术语：是指…, [1]“术语”：…, or the first of numbered lines that each explain a term. */
const isExplanation = (line: Line, next: Line | undefined): boolean =>
  /^(?:[[【(（]?\d{1,3}[\]】)）.、．]?)?[“"]?(?!—)[^。]{2,40}[”"]?[:：](?:是?指|即|简称|包括|“)/.test(line.text) ||
  (/^[[【(（]?\d{1,3}[\]】)）.、．][^。，]{2,40}[:：]/.test(line.text) &&
    /^[[【(（]?\d{1,3}[\]】)）.、．][^。，]{2,40}[:：]/.test(next?.text ?? ''));

/** The body: from 各位代表 (or the first long line) to the glossary or the page's foot. */
const bodyBounds = (lines: readonly Line[], length: number): { start: number; end: number; first: number } => {
  const greeting = lines.findIndex(
    (line) =>
      /^各位(?:代表|领导|委员)/.test(line.text) ||
      /^(?:主席团|主任)?[^，。]{0,8}各位代表[:：!！]/.test(line.text) ||
      // the greeting left out
      /^(?:现在，?)?(?:我|下面，?我)(?:谨|受.{2,20}委托，)?代表.{1,20}(?:政府|管委会|管理委员会)，?向大会/.test(
        line.text,
      ),
  );
  const long = lines.findIndex((line) => line.text.length > 60);
  // in a text without a greeting, 各位代表 first comes in the middle; a page's own abstract is one long line
  const before = greeting < 0 ? 0 : lines.slice(0, greeting).filter((line) => line.text.length > 120).length;
  const first = greeting >= 0 && greeting < lines.length * 0.5 && before < 3 ? greeting : Math.max(0, long);
  const after = lines.findIndex(
    (line, index) =>
      index > first + 3 &&
      line.start > length * 0.5 &&
      line.text.length < 60 &&
      (isGlossary(line, lines[index + 1]) || furniture.test(line.text)),
  );
  // a glossary without a head: numbered explanations (1.术语：是指…) after the closing call
  const call = (line: Line): boolean =>
    /让我们|各位代表|团结在|紧密团结|征程|蓝图/.test(line.text) &&
    /(?:奋斗|努力|贡献|篇章|前进|胜利|拼搏|力量|精彩|辉煌|局面|未来|跨越|答卷|谢谢大家|谢谢)[^。！!]{0,14}[！!。]$/.test(
      line.text,
    );
  const close = lines.findLastIndex((line) => line.start > length * 0.28 && line.text.length > 20 && call(line));
  const explains = (line: Line | undefined, index: number): boolean =>
    line !== undefined && isExplanation(line, lines[index + 1]);
  const explained = lines.findIndex((line, index) => {
    if (index <= Math.max(close, first) || line.start <= length * (close > 0 ? 0.28 : 0.6) || !explains(line, index))
      return false;
    // one line with a colon is no glossary: most of the next few explain terms too
    const next = [1, 2, 3, 4].filter((step) => index + step < lines.length);
    return next.filter((step) => explains(lines[index + step], index + step)).length * 2 >= next.length;
  });
  const ends = [after, close >= 0 && explained >= 0 ? explained : -1].filter((index) => index >= 0);
  const end = ends.length > 0 ? lines[Math.min(...ends)]!.start : length;
  return { start: lines[first]?.start ?? 0, end, first };
};

/** Reads the outline of a cleaned report text; `fallbackYear` is the meeting's year when the text names none. */
export const readOutline = (text: string, fallbackYear?: number): Outline => {
  const lines = linesOf(text);
  const bounds = bodyBounds(lines, text.length);
  const title = readTitleBlock(lines, bounds.first);
  const body = lines.filter((line) => line.start >= bounds.start && line.start < bounds.end);
  const heads = body.flatMap((line, index) => numberedHead(line) ?? bareHead(line, body[index + 1]) ?? []);
  const { years, known } = readYearsOf(title, heads, body, fallbackYear);
  return {
    ...title,
    years,
    yearsKnown: known,
    bodyStart: bounds.start,
    bodyEnd: bounds.end,
    sections: sectionsOf(heads, body, bounds, years),
  };
};
