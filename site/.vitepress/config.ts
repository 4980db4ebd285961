// The site: the Markdown of docs/ in two languages, nothing loaded from the network.
import { defineConfig } from 'vitepress';
import { fitMarkdown } from './markdown.ts';
import { sidebar } from './pages.ts';
import { queryWords, searchWords } from './search-words.ts';

const searchTexts = {
  button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
  modal: {
    displayDetails: '显示详情',
    resetButtonTitle: '清空',
    backButtonTitle: '关闭',
    noResultsText: '没有找到',
    footer: {
      selectText: '打开',
      selectKeyAriaLabel: '回车',
      navigateText: '选择',
      navigateUpKeyAriaLabel: '上',
      navigateDownKeyAriaLabel: '下',
      closeText: '关闭',
      closeKeyAriaLabel: 'Esc',
    },
  },
};

/** A sheet with a red line under its head. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M3 1h10v14H3z" fill="#fff" stroke="#2f4858"/><path d="M5 4h6" stroke="#c8102e" stroke-width="2"/><path d="M5 8h6M5 11h4" stroke="#2f4858"/></svg>`;

export default defineConfig({
  // Where the site lies on its host: /jianbao/ for a project page.
  base: process.env['SITE_BASE'] ?? '/',
  srcDir: './pages',
  outDir: './dist',
  cacheDir: './.vitepress/cache',
  cleanUrls: false,
  lastUpdated: false,
  title: 'jianbao 简报',
  head: [['link', { rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(icon)}` }]],
  markdown: { config: fitMarkdown, attrs: { disable: true } },
  // A landing page has no list of its own headings beside it.
  transformPageData: (page) => {
    if (/(^|\/)index\.md$/u.test(page.relativePath)) {
      page.frontmatter = { ...page.frontmatter, aside: false, pageClass: 'landing' };
    }
  },
  locales: {
    root: {
      label: '简体中文',
      lang: 'zh-CN',
      description: '由政府工作报告的数据生成简报、数据一页纸和会议讲义',
      themeConfig: {
        nav: [
          { text: '首页', link: '/' },
          { text: '命令', link: '/commands' },
          { text: '诊断代码', link: '/diagnostics' },
        ],
        sidebar: sidebar('zh'),
        outline: { label: '本页内容', level: [2, 3] },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '外观',
        lightModeSwitchTitle: '浅色',
        darkModeSwitchTitle: '深色',
        sidebarMenuLabel: '目录',
        returnToTopLabel: '回到顶部',
        langMenuLabel: '语言',
        skipToContentLabel: '跳到正文',
        notFound: {
          title: '没有这一页',
          quote: '地址可能写错了，或者这一页已经改名。',
          linkLabel: '回首页',
          linkText: '回首页',
        },
      },
    },
    en: {
      label: 'English',
      lang: 'en',
      description: 'Briefs, fact sheets and handouts from the data of Chinese government work reports',
      themeConfig: {
        nav: [
          { text: 'Home', link: '/en/' },
          { text: 'Commands', link: '/en/commands' },
          { text: 'Diagnostics', link: '/en/diagnostics' },
        ],
        sidebar: sidebar('en'),
        outline: { level: [2, 3] },
      },
    },
  },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        locales: { root: { translations: searchTexts } },
        miniSearch: {
          options: { tokenize: searchWords },
          searchOptions: { tokenize: queryWords, combineWith: 'AND', fuzzy: false, prefix: true },
        },
      },
    },
  },
});
