// Makes the head of a report from its outline: id, title, place with its level, meeting, speaker, years.
// What the text does not say is taken from the caller, or filled with a word that shows it is missing.
import type { Report } from '../../report/schema.ts';
import type { Outline } from '../outline.ts';
import { slug } from './ids.ts';

type Level = Report['place']['level'];

/** What the caller knows of a report that its text may not say. */
export type ReportContext = {
  /** The file's name without folder and ending. */
  readonly name: string;
  readonly sha256?: string;
  readonly place?: string;
  readonly level?: Level;
};

const municipalities = /^(?:北京|天津|上海|重庆)市?$/;

/** The level of a place by its name's last part: 市 alone is a prefecture, 市 after 市 a county. */
export const levelOf = (place: string): Level => {
  if (/^(?:全国|国务院|中华人民共和国|中国)$/.test(place)) return 'national';
  if (municipalities.test(place) || /(?:省|自治区|特别行政区)$/.test(place)) return 'province';
  if (/(?:镇|乡|街道)$/.test(place)) return 'township';
  if (/(?:县|区|旗)$/.test(place)) return 'county';
  if (/(?:州|盟|地区)$/.test(place)) return 'prefecture';
  return /市.*市$/.test(place.replace(/^.*省/, '')) ? 'county' : 'prefecture';
};

const shortName = (place: string): string =>
  /([^省市州盟]{2,10}?(?:特区|新区|[省市县区旗州盟镇乡]|自治区))$/.exec(place)?.[1] ?? place;

/** The head of the report. */
export const reportHead = (
  outline: Outline,
  context: ReportContext,
): Pick<Report, 'id' | 'title' | 'place' | 'meeting' | 'speaker' | 'years' | 'source'> => {
  const found = context.place ?? outline.place ?? '';
  const level = context.level ?? (found === '' ? 'county' : levelOf(found));
  const national = level === 'national';
  const name = national ? '中华人民共和国' : found === '' ? context.name : found;
  const short = national ? '全国' : shortName(name);
  const { reviewed, planned, span } = outline.years;
  const summed = outline.sections.some((section) => section.part === 'span') ? span : undefined;
  const missing = [
    ...(outline.meeting === undefined ? ['会议名称'] : []),
    ...(found === '' ? ['地名'] : []),
    ...(outline.yearsKnown ? [] : ['年份']),
  ];
  const meetingName = outline.meeting ?? `${short}人民代表大会会议`;
  return {
    id: slug(context.name, 60),
    title: `${national ? '国务院' : short}${planned}年政府工作报告`,
    place: { name, short, level },
    meeting: { name: meetingName, ...(outline.date !== undefined && { date: outline.date }) },
    ...(outline.speaker !== undefined &&
      outline.office !== undefined && { speaker: { name: outline.speaker, office: outline.office } }),
    years: { reviewed, planned, ...(summed && { span: summed }) },
    source: {
      title: `${outline.title ?? '政府工作报告'}${outline.date === undefined ? '' : `（${outline.date}）`}`,
      file: context.name,
      ...(context.sha256 !== undefined && { sha256: context.sha256 }),
      ...(missing.length > 0 && { note: `原文没有写明${missing.join('、')}，请核对` }),
    },
  };
};
