// The named styles: one for each style of the theme, under Word's built-in names where Word has them (so that Chinese
// Word shows 正文, 标题 1 and LibreOffice its own), under Chinese names else; and what they ask for around them.
import type { PageTheme, StyleName, TextStyle } from '../theme/theme.ts';

export type NamedStyle = {
  readonly id: string;
  readonly name: string;
  /** `chart` stands only in charts, which have no styles. */
  readonly kind: 'paragraph' | 'character' | 'chart';
  readonly next?: StyleName;
  /** Heading level for the navigation pane, from 0. */
  readonly outline?: 0 | 1 | 2 | 3;
  readonly keepNext?: boolean;
  /** The indent moves the whole paragraph, not its first line. */
  readonly block?: boolean;
};

/** Ids and names by theme style. Ids are what documents refer to; names are what a clerk sees. */
export const styles: Readonly<Record<StyleName, NamedStyle>> = {
  masthead: { id: 'Masthead', name: '报头', kind: 'paragraph', next: 'issue' },
  issue: { id: 'Issue', name: '期号', kind: 'paragraph', next: 'imprint-line' },
  'imprint-line': { id: 'ImprintLine', name: '编印单位和日期', kind: 'paragraph', next: 'title' },
  title: { id: 'Title', name: 'Title', kind: 'paragraph', next: 'body', keepNext: true },
  subtitle: { id: 'Subtitle', name: 'Subtitle', kind: 'paragraph', next: 'body' },
  'banner-title': { id: 'BannerTitle', name: '横幅标题', kind: 'paragraph' },
  'banner-aside': { id: 'BannerAside', name: '横幅说明', kind: 'paragraph' },
  h1: { id: 'Heading1', name: 'heading 1', kind: 'paragraph', next: 'body', outline: 0, keepNext: true },
  h2: { id: 'Heading2', name: 'heading 2', kind: 'paragraph', next: 'body', outline: 1, keepNext: true },
  h3: { id: 'Heading3', name: 'heading 3', kind: 'paragraph', next: 'body', outline: 2, keepNext: true },
  h4: { id: 'Heading4', name: 'heading 4', kind: 'paragraph', next: 'body', outline: 3, keepNext: true },
  body: { id: 'Normal', name: 'Normal', kind: 'paragraph' },
  flush: { id: 'Flush', name: '正文顶格', kind: 'paragraph' },
  lead: { id: 'Lead', name: '导语', kind: 'paragraph', next: 'body' },
  note: { id: 'Note', name: '注释', kind: 'paragraph' },
  source: { id: 'Source', name: '资料来源', kind: 'paragraph' },
  question: { id: 'Question', name: '讨论题', kind: 'paragraph' },
  list: { id: 'ListParagraph', name: 'List Paragraph', kind: 'paragraph' },
  caption: { id: 'Caption', name: 'caption', kind: 'paragraph', next: 'body', keepNext: true },
  'table-head': { id: 'TableHead', name: '表头', kind: 'paragraph' },
  'table-cell': { id: 'TableCell', name: '表格正文', kind: 'paragraph' },
  'table-group': { id: 'TableGroup', name: '表格分组', kind: 'paragraph', keepNext: true },
  'card-label': { id: 'CardLabel', name: '卡片名称', kind: 'paragraph' },
  'card-value': { id: 'CardValue', name: '卡片数值', kind: 'paragraph' },
  'card-unit': { id: 'CardUnit', name: '卡片单位', kind: 'character' },
  'card-note': { id: 'CardNote', name: '卡片说明', kind: 'paragraph' },
  'small-card-label': { id: 'SmallCardLabel', name: '小卡片名称', kind: 'paragraph' },
  'small-card-value': { id: 'SmallCardValue', name: '小卡片数值', kind: 'paragraph' },
  'small-card-unit': { id: 'SmallCardUnit', name: '小卡片单位', kind: 'character' },
  'small-card-note': { id: 'SmallCardNote', name: '小卡片说明', kind: 'paragraph' },
  'chart-title': { id: 'ChartTitle', name: '图题', kind: 'paragraph', keepNext: true },
  'chart-label': { id: 'ChartLabel', name: '图中文字', kind: 'chart' },
  // Not kept with its explanation by the style: both stand in a row that does not split, and LibreOffice takes a kept
  // first paragraph as word to keep the whole table on one page.
  term: { id: 'Term', name: '术语', kind: 'paragraph', next: 'explanation' },
  explanation: { id: 'Explanation', name: '释义', kind: 'paragraph' },
  'contents-title': { id: 'TOCHeading', name: 'TOC Heading', kind: 'paragraph', keepNext: true },
  'contents-1': { id: 'TOC1', name: 'toc 1', kind: 'paragraph', block: true },
  'contents-2': { id: 'TOC2', name: 'toc 2', kind: 'paragraph', block: true },
  'contents-3': { id: 'TOC3', name: 'toc 3', kind: 'paragraph', block: true },
  imprint: { id: 'Imprint', name: '报尾', kind: 'paragraph' },
  'page-number': { id: 'Footer', name: 'footer', kind: 'paragraph' },
};

/** Styles that the theme has no entry for: what only Word needs. */
export const extraStyles = {
  strong: 'Strong',
  emphasis: 'Emphasis',
  hyperlink: 'Hyperlink',
  blank: 'Blank',
  spacer: 'Spacer',
  figure: 'Figure',
  rule: 'RuleLine',
  table: 'ThreeLineTable',
  layout: 'LayoutTable',
} as const;

export const compactNames = ['table-head', 'table-cell', 'table-group'] as const satisfies readonly StyleName[];

/** The style of the same cells in a compact table. */
export const compactStyle = (name: StyleName): NamedStyle => ({
  ...styles[name],
  id: `${styles[name].id}Compact`,
  name: `${styles[name].name}（紧凑）`,
});

/** Type sizes of the theme's scale, largest first; nothing is set between them (visual direction of the project). */
const typeScale = [42, 22, 16, 14, 12, 10.5, 9, 8] as const;

/** The next smaller size of the scale, 8 at the least. */
export const smallerSize = (size: number): number => typeScale.find((step) => step < size) ?? 8;

/** One step smaller, the leading in proportion: cells of a compact table. */
export const tighter = (style: TextStyle): TextStyle => {
  const size = smallerSize(style.size);
  return { ...style, size, leading: (style.leading * size) / style.size };
};

const textStyles: ReadonlySet<StyleName> = new Set(['body', 'flush', 'lead', 'question', 'list']);

/**
 * The space that a style asks for around its paragraphs, points. On the grid text asks for none (the indent does it);
 * on a free page a third of the gap stands between paragraphs and a whole gap before a heading.
 */
export const spaceAround = (name: StyleName, page: PageTheme): { readonly before: number; readonly after: number } => {
  const { before, after } = page.styles[name];
  const third = page.gap / 3;
  const free = page.grid === undefined;
  if (name === 'note' || name === 'source') return { before: before + third, after };
  if (free && /^h\d$/.test(name) && before === 0) return { before: page.gap - third, after: after + third };
  return free && textStyles.has(name) ? { before, after: after + third } : { before, after };
};

const builtIn = new Set(['Title', 'Subtitle', 'Caption', 'TOCHeading', 'Footer', 'ListParagraph', 'Normal']);
/** Word knows these; what a style is called then depends on Word's language. */
export const isBuiltIn = (id: string): boolean => builtIn.has(id) || /^(Heading|TOC)\d$/.test(id);
