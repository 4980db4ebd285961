// Every rule that proof checks, with where it comes from and how strong it is there. The list is closed, as codes are.
// `required`: the source says shall (规定, 应). `expected`: it says usually (一般). `practice`: house rule or good practice.
// Clauses of GB/T 9704—2012 after the notes in docs/proof.md; docs list every rule, and a test holds them to it.
import type { Message } from '../diagnostics/diagnostic.ts';

export type Strength = 'required' | 'expected' | 'practice';

export type Rule = {
  readonly strength: Strength;
  /** Standard and clause. */
  readonly clause: Message;
  readonly title: Message;
  /** Whether a breach makes the file fail; else it is a notice. */
  readonly fails: boolean;
};

const rule = (
  strength: Strength,
  clause: string | Message,
  zh: string,
  en: string,
  fails: boolean = strength !== 'practice',
): Rule => ({
  strength,
  clause: typeof clause === 'string' ? { zh: clause, en: clause } : clause,
  title: { zh, en },
  fails,
});

const house: Message = { zh: '本项目', en: 'house rule' };
const gongwen = (clause: string): string => `GB/T 9704—2012 ${clause}`;
const marks = (clause: string): string => `GB/T 15834—2011 ${clause}`;
const clreq = (clause: string): string => `CLREQ ${clause}`;
const ua = (clause: string): string => `ISO 14289-1 ${clause}`;
const ooxml = (clause: string): string => `ECMA-376-1 ${clause}`;

export const rules = {
  'file/unreadable': rule('required', house, '文件能打开', 'the file can be opened'),
  'file/damaged': rule('required', 'ISO 32000-1 7.5', '交叉引用完好', 'the cross-reference is sound'),
  'file/encrypted': rule('required', house, '不加密', 'the file is not encrypted'),

  'font/not-embedded': rule('required', 'ISO 19005-2 6.2.11.4', '字体已嵌入', 'fonts are embedded'),
  'font/whole': rule('practice', house, '嵌入的是子集', 'embedded fonts are subsets'),
  'font/no-unicode': rule('required', ua('7.21.7'), '字体带 ToUnicode', 'fonts have a ToUnicode map'),
  'font/notdef': rule('required', ua('7.21.8'), '没有缺字框', 'no .notdef glyph is shown'),
  'font/blank': rule('required', house, '该有笔画的字有笔画', 'glyphs that stand for text draw something'),
  'font/type3': rule('practice', house, '没有 Type 3 字体', 'no Type 3 fonts'),
  'font/damaged': rule('required', ooxml('17.8.1'), '嵌入的字体能用', 'embedded fonts can be read'),
  'font/missing-glyph': rule('required', house, '嵌入的字体有用到的每个字', 'embedded fonts have every character used'),

  'page/size': rule('required', gongwen('5.1'), '用纸 A4', 'A4 paper'),
  'page/margins': rule('required', gongwen('5.2.1'), '天头 37±1、订口 28±1，版心 156×225 mm', 'text area 156 × 225 mm'),
  'page/outside': rule('required', house, '文字不出版心、不出纸', 'no text outside the text area or the paper'),
  'page/lines': rule('expected', gongwen('5.2.3'), '每面 22 行', '22 lines to the page'),
  'page/characters': rule('expected', gongwen('5.2.3'), '每行 28 字', '28 characters to the line'),
  'page/limit': rule('required', house, '不超过模板的页数', 'no more pages than the template allows'),
  'page/widow': rule(
    'practice',
    clreq('h-widow_orphan'),
    '孤行不成页',
    'no single line of a paragraph on a page',
    true,
  ),
  'page/heading-alone': rule('practice', house, '标题不在页末', 'a heading keeps with its text', true),
  'page/row-split': rule('practice', house, '表格行不跨页', 'a table row does not split', true),

  'page-number/missing': rule('expected', gongwen('7.5'), '编页码', 'pages are numbered'),
  'page-number/form': rule('expected', gongwen('7.5'), '页码形如“— 1 —”', 'page numbers read “— 1 —”'),
  'page-number/value': rule('expected', gongwen('7.5'), '页码连续', 'page numbers follow one another'),
  'page-number/side': rule(
    'expected',
    gongwen('7.5'),
    '单页码居右空一字，双页码居左空一字',
    'odd at right, even at left, one character in',
  ),
  'page-number/place': rule(
    'expected',
    gongwen('7.5'),
    '一字线在版心下边缘之下 7 mm',
    'its dash stands 7 mm under the text area',
  ),
  'page-number/size': rule('expected', gongwen('7.5'), '页码 4 号', 'page numbers are of 14 pt'),

  'line/start': rule(
    'required',
    `${marks('5.1')}；${clreq('prohibition_rules_for_line_start_end')}`,
    '行首无后置标点、连接号、间隔号',
    'no closing mark, connector or · at a line start',
  ),
  'line/end': rule(
    'required',
    `${marks('5.1.3')}；${clreq('prohibition_rules_for_line_start_end')}`,
    '行末无前置标点',
    'no opening mark at a line end',
  ),
  'line/slash-end': rule('required', marks('5.1.9'), '行末无分隔号', 'no / at a line end'),
  'line/dash-torn': rule('required', marks('5.1.4–5.1.5'), '——、……不拆开', '—— and …… stay whole'),
  'line/dash-start': rule(
    'practice',
    clreq('prohibition_rules_for_line_start_end'),
    '——、……不在行首（从严）',
    'no —— or …… at a line start (strict)',
  ),
  'line/figure-torn': rule(
    'practice',
    { zh: '本项目；GB/T 15835—2011', en: 'house rule; GB/T 15835—2011' },
    '数字不与单位、范围拆开',
    'numbers stay with their unit and range',
    true,
  ),
  'line/word-torn': rule(
    'practice',
    clreq('h-mixed_text_composition_in_horizontal_writing_mode'),
    '西文单词不拆开',
    'Latin words stay whole',
    true,
  ),
  'line/orphan': rule('practice', clreq('h-widow_orphan'), '孤字不成行', 'no single character on a last line', true),
  'line/mark-width': rule(
    'required',
    marks('5.1.3–5.1.5'),
    '——、……占两字，引号不窄于半字',
    '—— and …… take two ems, quotes at least half an em',
  ),
  'line/stretched': rule(
    'practice',
    clreq('h-handling_western_text_in_chinese_text_using_proportional_western_fonts'),
    '字间不松',
    'hanzi are not spread apart',
  ),
  'line/not-flush': rule(
    'practice',
    clreq('h-line_adjustment'),
    '非末行两端对齐',
    'lines but the last are flush at both sides',
    true,
  ),

  'text/unreadable': rule('required', ua('7.21.7'), '文字能提取', 'text can be extracted'),
  'text/gap': rule(
    'practice',
    house,
    '提取的汉字之间没有多出空格',
    'no spaces appear between hanzi in extracted text',
    true,
  ),
  'text/overlap': rule('practice', house, '提取的一行不断成两行', 'a line is extracted as one line', true),
  'text/missing': rule('required', house, '模板生成的文字都在页上', 'all text of the document is on the page'),
  'text/order': rule('required', house, '页上的次序与文档一致', 'the text stands in the order of the document'),
  'text/extra': rule('practice', house, '页上没有多出的文字', 'no text on the page that the document has not'),

  'figure/not-in-data': rule('required', house, '页上的数字都在数据里', 'every figure on the page stands in the data'),
  'figure/unit': rule('required', house, '数字的单位与数据一致', 'figures have the unit of the data'),
  'figure/reference': rule('required', house, '数字与所引的数据一致', 'figures are those of the statement they cite'),

  'tag/none': rule('required', ua('7.1'), '有标签', 'the file is tagged'),
  'tag/unmarked': rule('required', ua('7.1'), '内容都有标签或标为装饰', 'all content is tagged or an artifact'),
  'tag/alternative': rule(
    'required',
    `${ua('7.3')}；ECMA-376-1 20.4.2.5`,
    '图有替代文字',
    'figures have alternative text',
  ),
  'tag/title': rule('required', ua('7.1'), '有标题，窗口显示标题', 'a title is given and shown'),
  'tag/language': rule('required', ua('7.2'), '标明语言', 'the language is given'),
  'tag/heading-order': rule('required', ua('7.4.2'), '标题级别不跳', 'heading levels do not skip'),
  'tag/table-head': rule('required', ua('7.5'), '表头有范围', 'table heads have a scope'),
  'tag/bookmarks': rule('practice', house, '标题有书签', 'headings have bookmarks', true),

  'docx/package': rule('required', 'ECMA-376-2', '部件、类型、关系齐全一致', 'parts, types and relationships agree'),
  'docx/xml': rule('required', 'ECMA-376-2', '部件是合格的 XML', 'parts are well-formed XML'),
  'docx/order': rule('required', ooxml('A.1'), '元素的次序合乎模式', 'elements stand in the order of the schema'),
  'docx/reference': rule(
    'required',
    ooxml('17.7.4.17, 17.9.18, 17.13.6.2'),
    '引用的样式、编号、书签都在',
    'styles, numbering and bookmarks that are referred to are there',
  ),
  'docx/unique': rule(
    'required',
    ooxml('17.7.4.17, 17.9.1, 17.13.6.2, 20.4.2.5'),
    '样式、编号、书签、图形的编号不重复',
    'ids of styles, numbering, bookmarks and drawings are unique',
  ),
  'docx/pairs': rule('required', ooxml('17.13.6, 17.16.18'), '书签和域有头有尾', 'bookmarks and fields are closed'),
  'docx/cells': rule(
    'required',
    ooxml('17.4.48, 17.4.65'),
    '单元格以段落结尾，各行合乎表格的列',
    'cells end with a paragraph, rows fit the columns',
  ),
  'docx/chart': rule(
    'required',
    ooxml('21.2.2.63'),
    '图表带着工作簿，两处的数一样',
    'charts say what their workbooks say',
  ),
  'docx/kinsoku': rule('practice', ooxml('17.3.1.16'), '打开避头尾', 'East Asian line breaking rules are on', true),
  'docx/compression': rule('practice', ooxml('17.15.1.18'), '压缩标点', 'punctuation is compressed', true),
  'docx/hint': rule(
    'practice',
    ooxml('17.3.2.26'),
    '“ ” —— 等用中文字体',
    'shared marks carry the East Asian hint',
    true,
  ),
  'docx/grid': rule(
    'expected',
    gongwen('5.2.3'),
    '文档网格 22 行、28 字',
    'document grid of 22 lines and 28 characters',
  ),
  'docx/table-head': rule('practice', ooxml('17.4.78'), '表头逐页重复', 'table heads repeat', true),
  'docx/row-split': rule('practice', ooxml('17.4.6'), '表格行不跨页', 'table rows do not split', true),
  'docx/dirty-field': rule('practice', ooxml('17.16.18'), '域不待更新', 'no field waits to be updated', true),
  'docx/heading-level': rule(
    'practice',
    ooxml('17.3.1.20'),
    '标题样式有大纲级别',
    'heading styles have outline levels',
    true,
  ),
  'docx/heading-order': rule('practice', house, '标题级别不跳', 'heading levels do not skip'),
  'docx/embedding': rule(
    'practice',
    ooxml('17.8.3.8'),
    '设置与嵌入的字体一致',
    'settings say that fonts are embedded',
    true,
  ),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof rules;

/** Ids in the order of the list. */
