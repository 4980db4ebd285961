// The pages of the site in the order of its navigation: the Markdown file in docs/ without its ending, with its name.
// Every page stands in docs/ twice, `x.md` and `x.zh-CN.md`; a page that is not named here fails the build.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const docs = path.resolve(import.meta.dirname, '../../docs');

type Language = 'zh' | 'en';
type Names = Readonly<Record<Language, string>>;
type Group = { readonly title: Names; readonly pages: Readonly<Record<string, Names>> };

const groups: readonly Group[] = [
  {
    title: { zh: '开始', en: 'Start' },
    pages: {
      start: { zh: '从空文件夹到打印', en: 'From an empty folder to the printer' },
      'speaking-card': { zh: '做一张发言卡', en: 'Make a speaking card' },
      gallery: { zh: '浏览页', en: 'The gallery page' },
      printing: { zh: '打印', en: 'Printing' },
    },
  },
  {
    title: { zh: '数字', en: 'Figures' },
    pages: {
      extract: { zh: '从原文提取', en: 'Read from a text' },
      'import-export': { zh: '表格导入导出', en: 'Tables in and out' },
      audit: { zh: '数字核对', en: 'Check figures' },
      proof: { zh: '成品检查', en: 'Check finished files' },
    },
  },
  {
    title: { zh: '文件', en: 'Documents' },
    pages: {
      companions: { zh: '配套文件', en: 'Companion documents' },
      templates: { zh: '模板', en: 'Templates' },
      composition: { zh: '中文排版', en: 'Line composition' },
      fonts: { zh: '字体', en: 'Fonts' },
      files: { zh: '成品文件', en: 'The finished files' },
    },
  },
  {
    title: { zh: '自动运行', en: 'Run by machine' },
    pages: {
      ci: { zh: '在 CI 里运行', en: 'In CI' },
      robustness: { zh: '出了意外会怎样', en: 'When something goes wrong' },
      security: { zh: '恶意输入', en: 'Hostile input' },
      library: { zh: '在程序里调用', en: 'Use from a program' },
      benchmarks: { zh: '性能', en: 'Benchmarks' },
    },
  },
  {
    title: { zh: '参考', en: 'Reference' },
    pages: {
      commands: { zh: '命令', en: 'Commands' },
      'data-model': { zh: '数据文件', en: 'Data files' },
      diagnostics: { zh: '诊断代码', en: 'Diagnostic codes' },
    },
  },
];

const folders: Readonly<Record<Language, string>> = { zh: '', en: 'en/' };

const listed = new Set(['README', ...groups.flatMap(({ pages }) => Object.keys(pages))]);
const unnamed = readdirSync(docs).filter(
  (file) => /\.md$/u.test(file) && !listed.has(file.replace(/(\.zh-CN)?\.md$/u, '')),
);
if (unnamed.length > 0) throw new Error(`not in the navigation (site/.vitepress/pages.ts): ${unnamed.join(', ')}`);

/** The navigation at the side. */
export const sidebar = (language: Language) =>
  groups.map(({ title, pages }) => ({
    text: title[language],
    items: Object.entries(pages)
      .filter(([page]) => existsSync(path.join(docs, `${page}.md`)))
      .map(([page, name]) => ({ text: name[language], link: `/${folders[language]}${page}` })),
  }));
