// What the page says, in both languages. The page is written in Chinese; its script takes the same table to change to
// English and back. `{n}` stands for a count; where English has two forms, that for one comes first, after it `|`.
import type { Message } from '../diagnostics/diagnostic.ts';

const table = {
  heading: ['文件目录', 'Documents'],
  skip: ['跳到文件', 'Skip to the documents'],
  reports: ['{n} 份报告', '{n} report|{n} reports'],
  files: ['{n} 个文件', '{n} file|{n} files'],
  ofReports: ['（共 {n} 份）', ' (of {n})'],
  settings: ['显示设置', 'Display'],
  language: ['语言', 'Language'],
  theme: ['明暗', 'Light and dark'],
  themeAuto: ['随系统', 'System'],
  themeLight: ['浅色', 'Light'],
  themeDark: ['深色', 'Dark'],
  printList: ['打印目录', 'Print this list'],
  search: ['搜索', 'Search'],
  searchHint: ['地名、拼音首字母、年份、会议、文种', 'Place, pinyin initials, year, meeting, kind'],
  filters: ['筛选', 'Filters'],
  clear: ['清除筛选', 'Clear filters'],
  place: ['地区', 'Place'],
  anyPlace: ['全部地区', 'All places'],
  year: ['年份', 'Year'],
  anyYear: ['全部年份', 'All years'],
  level: ['级别', 'Level'],
  national: ['国家', 'National'],
  province: ['省级', 'Province'],
  prefecture: ['市级', 'City'],
  county: ['县区级', 'County, district'],
  township: ['乡镇级', 'Township'],
  unknown: ['未注明', 'Not stated'],
  kind: ['文种', 'Kind'],
  format: ['格式', 'Format'],
  audit: ['数字核对', 'Audit of figures'],
  conflict: ['矛盾', 'conflict'],
  unusual: ['存疑', 'unusual'],
  note: ['提示', 'note'],
  conflictCount: ['{n} 处矛盾', '{n} conflict|{n} conflicts'],
  unusualCount: ['{n} 处存疑', '{n} unusual'],
  noteCount: ['{n} 处提示', '{n} note|{n} notes'],
  withConflict: ['矛盾', 'Conflicts'],
  withUnusual: ['存疑', 'Unusual'],
  withNote: ['提示', 'Notes'],
  arrange: ['排列', 'Order'],
  byPlace: ['按地区', 'By place'],
  byYear: ['按年份', 'By year'],
  view: ['样式', 'View'],
  pictures: ['首页图', 'First pages'],
  list: ['列表', 'List'],
  none: ['没有符合条件的报告。', 'No report answers to this.'],
  noneHint: ['换一个词，或清除筛选。', 'Try another word, or clear the filters.'],
  empty: ['还没有生成文件。', 'No documents have been made yet.'],
  documents: ['文件', 'Documents'],
  pages: ['{n} 页', '{n} page|{n} pages'],
  open: ['打开', 'Open'],
  print: ['打印', 'Print'],
  download: ['下载', 'Download'],
  newTab: ['（新标签页）', '(new tab)'],
  findings: ['数字核对', 'Audit'],
  assumption: ['前提', 'Assumption'],
  acceptedCount: ['另有 {n} 处已说明', '{n} more explained'],
  printByHand: ['已在新标签页打开，请在那里打印。', 'Opened in a new tab; please print it there.'],
  yearName: ['{n} 年', '{n}'],
  foot: [
    '由 jianbao build 生成，离线可用。数字与报告不一致时，以报告为准。',
    'Made by jianbao build; works offline. Where figures differ, the report holds.',
  ],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

export type Word = keyof typeof table;

export const words: ReadonlyMap<string, Message> = new Map(
  Object.entries(table).map(([key, [zh, en]]) => [key, { zh, en }]),
);

/** 1,116. */
export const grouped = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** The Chinese text, with its count. */
export const chinese = (word: string, count?: number | string): string => {
  const text = words.get(word)?.zh ?? word;
  return count === undefined ? text : text.replace('{n}', typeof count === 'number' ? grouped(count) : count);
};
