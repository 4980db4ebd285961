// Finds the canonical indicator that a subject names, by the table of data/indicators.yaml that a user can extend.
// A name matches as a whole, without scope words (全市, 全年) and quotation marks; 规模以上工业增加值 is not 工业增加值.
import type { IndicatorTable } from '../report/schema.ts';

const normal = (text: string): string =>
  text
    .replace(/[（(].*?[）)]/g, '')
    .replace(/[“”‘’"'《》·\s、，,的]/g, '')
    .replace(/^(?:全[国省市区县]|我[国省市区县]|本[市区]|新区|预计|全年|年均|累计)+/, '')
    .replaceAll('规上', '规模以上')
    .replace(/(?<=..)(?:总量|增速|增幅|规模)$/, '');

/** A finder over a table; gives the id, or undefined when no name or alias is the subject. */
export const indicatorFinder = (table: IndicatorTable | undefined): ((subject: string) => string | undefined) => {
  const byName = new Map<string, string>();
  const exact = new Map<string, string>();
  for (const { id, name, aliases } of table?.indicators ?? []) {
    for (const each of [name, ...aliases]) {
      exact.set(each, id);
      // 固定资产投资（不含农户） is narrower than 固定资产投资: a name with a bracket matches only whole
      if (!/[（(]/.test(each) && !byName.has(normal(each))) byName.set(normal(each), id);
    }
  }
  return (subject) => exact.get(subject) ?? byName.get(normal(subject));
};
