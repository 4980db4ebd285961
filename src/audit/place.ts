// Where a statement stands in its report, in words: section numbers from the top down, title, sentence.
// Takes the report and a source, gives a Message; the report itself is named by whoever shows several.
import type { Message } from '../diagnostics/diagnostic.ts';
import type { Report, Source } from '../report/schema.ts';

/** The numbers of the sections above and of the section itself: 二 and （三） for section 2.3. */
const numbersOf = (report: Report, id: string): string => {
  const parts = id.split('.');
  return parts
    .map((_, index) => report.sections.find((section) => section.id === parts.slice(0, index + 1).join('.')))
    .map((section) => section?.number.replace(/[、．.\s]+$/u, '') ?? '')
    .join('');
};

/** `二“综合实力迈上新台阶”第1句`; the report's title when the source is unknown. */
export const placeOf = (report: Report, source: Source | undefined): Message => {
  if (source === undefined) return { zh: report.title, en: report.title };
  const title = report.sections.find(({ id }) => id === source.section)?.title ?? source.section;
  const section = `${numbersOf(report, source.section)}“${title}”`;
  if (source.sentence === undefined) return { zh: section, en: section };
  return { zh: `${section}第${source.sentence}句`, en: `${section}, sentence ${source.sentence}` };
};
