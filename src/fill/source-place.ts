// Where a statement stands in its report, in few words: by the numbers of its section and of the one around it.
import type { Report } from '../report/schema.ts';
import { shortTitle } from './short-title.ts';

/** The number of a section without its mark; empty for a dash or a bullet, which numbers nothing. */
export const bareNumber = (number: string): string =>
  /[\p{L}\p{N}]/u.test(number) ? number.replace(/[、．.]$/u, '') : '';

/** The number as it is named in a place: `一`, `（二）`, `第2节`, which 第3句 may follow. */
const spoken = (number: string): string => bareNumber(number).replace(/^\d+$/u, '第$&节');

/** Where a statement stands in the report: `一（一）第2句`, by the numbers of its section and of the one around it. */
export const placeIn = (report: Report): ((id: string, sentence: number | undefined) => string) => {
  const sections = new Map(report.sections.map((section) => [section.id, section]));
  return (id, sentence) => {
    const section = sections.get(id);
    const outer = sections.get(id.replace(/\.[^.]+$/u, ''));
    const own = section === undefined ? id : spoken(section.number) || `“${shortTitle(section)}”`;
    const place = outer === undefined || outer === section ? own : `${spoken(outer.number)}${own}`;
    return `${place}${sentence === undefined ? '' : `第${sentence}句`}`;
  };
};
