// Where a statement stands in its report, in words: section number and title, sentence.
// Takes evidence, gives a Message; the report's own id comes first, so that several reports are told apart.
import type { Message } from '../diagnostics/diagnostic.ts';
import type { Evidence } from './evidence.ts';

/** `hongqi-2017 二“综合实力迈上新台阶”第1句`; only the report when the source is unknown. */
export const placeOf = ({ report, source }: Pick<Evidence, 'report' | 'source'>): Message => {
  const section = report.sections.find(({ id }) => id === source?.section);
  if (source === undefined) return { zh: report.id, en: report.id };
  const number = section?.number ?? '';
  const title = section === undefined ? source.section : section.title;
  const sentence = source.sentence;
  return {
    zh: `${report.id} ${number}“${title}”${sentence === undefined ? '' : `第${sentence}句`}`,
    en: `${report.id} ${number}“${title}”${sentence === undefined ? '' : `, sentence ${sentence}`}`,
  };
};
