// Makes the head of a report from its outline: id, title, place with its level, meeting, speaker, years.
// What the head of the text does not say is told by its body, by the file's name, or filled with a word that shows it is
// missing; `source.note` says which.
import type { Report } from '../../report/schema.ts';
import { isSamePlace, readFileName } from '../file-name.ts';
import { cityAbove, inferPlace, levelSpokenFor } from '../infer-place.ts';
import type { Outline } from '../outline.ts';
import { levelOf, shortName, type Level } from '../place-names.ts';
import { slug } from './ids.ts';

/** What the caller knows of a report that its text may not say. */
export type ReportContext = {
  /** The file's name without folder and ending. */
  readonly name: string;
  readonly sha256?: string;
  readonly place?: string;
  readonly level?: Level;
};

type Place = { readonly place: Report['place']; readonly note?: string };

/** The place of the report, with a note where its head does not name it. */
const placeOf = (outline: Outline, text: string, context: ReportContext): Place => {
  const file = readFileName(context.name, text);
  const told = context.place ?? outline.place;
  const inferred = told === undefined ? inferPlace(text) : undefined;
  const name = told ?? inferred ?? file.place;
  if (name === undefined) {
    const level = context.level ?? file.level ?? levelSpokenFor(text) ?? 'county';
    return { place: { name: context.name, short: context.name, level }, note: '原文没有写明地名' };
  }
  const level = context.level ?? levelOfPlace(name, text, file.level);
  const national = level === 'national';
  const place = national ? { name: '中华人民共和国', short: '全国', level } : { name, short: shortName(name), level };
  if (told === undefined) {
    const by = inferred === undefined ? '取自文件名' : '由正文推定';
    return { place, note: `原文没有写明地名，${place.short}${by}` };
  }
  const other = file.place !== undefined && !national && !isSamePlace(file.place, name) ? file.place : undefined;
  return { place, ...(other !== undefined && { note: `文件名写的是${other}` }) };
};

/** 安国市 looks like a prefecture by its name; its text speaks of 保定市委 above it, or its file's name says county. */
const levelOfPlace = (name: string, text: string, fileLevel: Level | undefined): Level => {
  const level = levelOf(name);
  if (level !== 'prefecture' || !name.endsWith('市')) return level;
  return fileLevel === 'county' || cityAbove(text, name) !== undefined ? 'county' : level;
};

/**
 * Whether the report closes a term: it looks back on several years and ahead on several, and at no single year. A place
 * may have one in the year of its yearly report.
 */
const closesTerm = ({ sections }: Outline): boolean => {
  const heads = sections.filter((section) => section.level === 1 && !section.continues && section.title !== '引言');
  const plans = heads.filter((section) => section.part === 'plan');
  return (
    heads.some((section) => section.part === 'span') &&
    !heads.some((section) => section.part === 'review') &&
    plans.some((section) => /(?:今后|未来)(?:五|5)年/.test(section.title)) &&
    plans.every((section) => !/\d{4}年|今年/.test(section.title))
  );
};

/** The head of the report. */
export const reportHead = (
  outline: Outline,
  text: string,
  context: ReportContext,
): Pick<Report, 'id' | 'title' | 'place' | 'meeting' | 'speaker' | 'years' | 'source'> => {
  const { place, note } = placeOf(outline, text, context);
  const { reviewed, planned, span } = outline.years;
  const summed = outline.sections.some((section) => section.part === 'span') ? span : undefined;
  const missing = [...(outline.meeting === undefined ? ['会议名称'] : []), ...(outline.yearsKnown ? [] : ['年份'])];
  const term = closesTerm(outline);
  const notes = [
    ...(term ? ['本报告回顾和部署的都是多年（换届），没有单列当年'] : []),
    ...(note === undefined ? [] : [note]),
    ...(missing.length > 0 ? [`原文没有写明${missing.join('、')}`] : []),
  ];
  const meetingName = outline.meeting ?? `${place.short}人民代表大会会议`;
  return {
    id: slug(context.name, 60),
    title: `${place.level === 'national' ? '国务院' : place.short}${planned}年政府工作报告${term ? '（换届）' : ''}`,
    place,
    meeting: { name: meetingName, ...(outline.date !== undefined && { date: outline.date }) },
    ...(outline.speaker !== undefined &&
      outline.office !== undefined && { speaker: { name: outline.speaker, office: outline.office } }),
    years: { reviewed, planned, ...(summed && { span: summed }) },
    source: {
      title: `${outline.title ?? '政府工作报告'}${outline.date === undefined ? '' : `（${outline.date}）`}`,
      file: context.name,
      ...(context.sha256 !== undefined && { sha256: context.sha256 }),
      ...(notes.length > 0 && { note: `${notes.join('；')}，请核对` }),
    },
  };
};
