// Takes the heads that were found, gives the sections of the body: parts, periods, ids, bounds.
// Subsections without numbers are found here: paragraphs that open with a short sentence of their own (综合实力迈上新台阶。).
// A paragraph after them that opens without one belongs to the section above again, as a further stretch of it.
import type { Head, Line, OutlineSection, Part } from './outline.ts';
import { headPart, headPeriod, isPlanOpening } from './parts.ts';
import type { ReportYears } from './times.ts';

type Bounds = { readonly start: number; readonly end: number };

/** The sections of a body, in order and without gaps. */
export const sectionsOf = (
  found: readonly Head[],
  body: readonly Line[],
  bounds: Bounds,
  years: ReportYears,
): OutlineSection[] => {
  const heads = found.filter((head, index) => !(index > 0 && head.bodyStart === found[index - 1]!.bodyStart));
  const first = heads[0];
  const preamble: Head = { level: 1, number: '', title: '引言', start: bounds.start, bodyStart: bounds.start };
  const opens = first === undefined || first.start > bounds.start;
  const all = planOpenings(opens ? [preamble, ...heads] : heads, body, years);
  const sections: OutlineSection[] = [];
  // the preamble is numbered 0 so that 一、 is section 1
  let parent = { part: 'review' as Part, period: String(years.reviewed), number: opens ? -1 : 0 };
  let child = 0;
  for (const [index, head] of all.entries()) {
    const next = all[index + 1];
    const end = next?.start ?? bounds.end;
    // a subsection belongs to its part unless its own head names a time
    const own =
      head.level === 1 || /\d{4}年|今后|未来|五年|今年|去年|五”/.test(head.title)
        ? headPart(head.title, years)
        : undefined;
    const planBegun = sections.some((section) => section.part === 'plan');
    const part = own ?? (head.level === 1 && planBegun ? 'plan' : parent.part);
    const named = headPeriod(head.title, part, years);
    const period = named ?? (head.level === 2 && own === undefined ? parent.period : headPeriod('', part, years)!);
    if (head.level === 1) {
      parent = { part, period, number: parent.number + 1 };
      child = 0;
    } else child += 1;
    const section: OutlineSection = {
      id: head.level === 1 ? String(parent.number) : `${parent.number}.${child}`,
      level: head.level,
      number: head.number,
      title: head.title,
      part,
      period,
      continues: false,
      ownPeriod: own !== undefined,
      start: head.start,
      bodyStart: head.bodyStart,
      end,
    };
    const divides = head.level === 1 && next?.level !== 2 && head !== preamble;
    sections.push(...(divides ? divided(section, body) : [section]));
  }
  return sections;
};

/** 综合实力迈上新台阶。, 1、国民经济较快增长。, ——可持续发展能力增强。: the short sentence that opens a paragraph. */
const runInHead = (line: Line): { number: string; title: string; bodyStart: number } | undefined => {
  const match =
    /^(\d{1,2}[、.．]|——?|[一二三四五六七八九十]是|第[一二三四五六七八九十]，)?([^。：；，\d“”]{4,20}|[^。：；\d]{4,24})。/.exec(
      line.text.slice(0, 40),
    );
  if (!match || line.text.length < match[0].length + 30) return undefined;
  if (/^(?:各位代表|过去|五年来|一年来|今年|这|我们|同志们|但|同时|对此|总之|面对)/.test(match[2]!)) return undefined;
  return { number: match[1] ?? '', title: match[2]!, bodyStart: line.start + match[0].length };
};

/** ——经济结构不断优化。, alone on its line before a paragraph of its own. */
const dashedHead = (line: Line, next: Line | undefined): ReturnType<typeof runInHead> => {
  const match = /^(——?)([^。：；\d]{4,30})[。：]?$/.exec(line.text);
  if (!match || next === undefined || next.text.length < 40 || next.text.startsWith('—')) return undefined;
  return { number: match[1]!, title: match[2]!, bodyStart: line.end };
};

/** Parts a section at its run-in heads when it has at least three of them. */
const divided = (section: OutlineSection, body: readonly Line[]): OutlineSection[] => {
  const lines = body.filter((line) => line.start >= section.bodyStart && line.start < section.end);
  // heads on lines of their own leave nothing to the sentences that open the paragraphs between them
  const dashed = lines.map((line, index) => dashedHead(line, lines[index + 1]));
  const heads = dashed.filter((head) => head !== undefined).length >= 3 ? dashed : lines.map(runInHead);
  if (heads.filter((head) => head !== undefined).length < 3) return [section];
  const pieces: OutlineSection[] = [];
  let child = 0;
  let open: OutlineSection = section;
  const close = (end: number): void => {
    if (end > open.start) pieces.push({ ...open, end });
  };
  for (const [index, line] of lines.entries()) {
    const head = heads[index];
    if (head) {
      close(line.start);
      child += 1;
      open = {
        ...section,
        ...head,
        id: `${section.id}.${child}`,
        level: 2,
        start: line.start,
        ownPeriod: false,
        continues: false,
      };
    } else if (
      open.level === 2 &&
      /^(?:各位代表|过去|五年来|一年来|回顾|在肯定|在看到|同时，?我们|总结|这些成绩|与此同时|我们也)/.test(line.text)
    ) {
      close(line.start);
      open = { ...section, start: line.start, bodyStart: line.start, continues: true };
    }
  }
  close(section.end);
  return pieces;
};

/** Reports whose heads name no plan: the plan begins at the paragraph that opens with this year's aims. */
const planOpenings = (heads: readonly Head[], body: readonly Line[], years: ReportYears): Head[] => {
  if (heads.some((head) => headPart(head.title, years) === 'plan')) return [...heads];
  const line = body.find((each, index) => index > body.length * 0.15 && isPlanOpening(each.text, years));
  if (!line) return [...heads];
  const title = `${years.planned}年工作目标和任务`;
  const plan: Head = { level: 1, number: '', title, start: line.start, bodyStart: line.start };
  return [...heads.filter((head) => head.start !== line.start), plan].toSorted((a, b) => a.start - b.start);
};
