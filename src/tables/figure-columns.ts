// The columns of a table of figures: what export writes and import reads back. Each column is one path into a row; a
// row is an observation, a target, or one figure of a task. Columns that a report has nothing for are left out.

export type ColumnType = 'decimal' | 'integer' | 'text' | 'list' | 'flag' | 'offsets' | 'parts';

export type FigureColumn = {
  readonly header: string;
  readonly path: readonly string[];
  readonly type: ColumnType;
  /** The words that stand for the data file's own codes. */
  readonly words?: Readonly<Record<string, string>>;
  /** Written even where no row has it: what every reader looks for. */
  readonly always?: true;
};

const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  basis: { comparable: '可比价', current: '现价' },
  of: { level: '总量', growth: '增幅', other: '其他' },
  kind: { level: '总量', count: '数量', share: '比重', rate: '比率', none: '无数值' },
  part: { review: '回顾', span: '多年回顾', plan: '计划', other: '其他' },
  relation: { level: '总量', growth: '增速', share: '比重' },
};

const column = (header: string, path: string, type: ColumnType = 'text'): FigureColumn => {
  const keys = path.split('.');
  const own = path.startsWith('completion.') || path.startsWith('share.') ? undefined : words[keys.at(-1) ?? ''];
  return { header, path: keys, type, ...(own && { words: own }) };
};
const always = (header: string, path: string, type: ColumnType = 'text'): FigureColumn => ({
  ...column(header, path, type),
  always: true,
});

/** The columns of a figure that belongs to an observation: value or range, the report's word, unit, place. */
const figure = (word: string, path: string, ...more: readonly FigureColumn[]): FigureColumn[] => [
  column(word, `${path}.value`, 'decimal'),
  column(`${word}下限`, `${path}.min`, 'decimal'),
  column(`${word}上限`, `${path}.max`, 'decimal'),
  column(`${word}修饰`, `${path}.modifier`),
  column(`${word}单位`, `${path}.unit`),
  ...more,
  column(`${word}待核`, `${path}.review`),
  column(`${word}原文位置`, `${path}.at`, 'offsets'),
  column(`${word}单元格`, `${path}.cell`),
];

const growth = (word: string, path: string): FigureColumn[] =>
  figure(
    word,
    path,
    column(`${word}口径`, `${path}.basis`),
    column(`${word}基期`, `${path}.base`),
    column(`${word}限定`, `${path}.qualifiers`, 'list'),
  );

const rank = (number: number): FigureColumn[] => {
  const [word, path] = [number === 0 ? '名次' : `名次${number + 1}`, `ranks.${number}`];
  return [
    column(word, `${path}.place`, 'integer'),
    column(`${word}说法`, `${path}.text`),
    column(`${word}范围`, `${path}.scope`),
    column(`${word}对象`, `${path}.of`),
    column(`${word}待核`, `${path}.review`),
    column(`${word}原文位置`, `${path}.at`, 'offsets'),
    column(`${word}单元格`, `${path}.cell`),
  ];
};

/** The most ranks that one observation has columns for. */
const ranks = 4;

const columns: readonly FigureColumn[] = [
  always('类别', 'type'),
  always('指标', 'name'),
  always('时期', 'period'),
  always('数值', 'value', 'decimal'),
  column('下限', 'min', 'decimal'),
  column('上限', 'max', 'decimal'),
  column('修饰', 'modifier'),
  always('单位', 'unit'),
  ...growth('增速', 'growth').map((one, index) =>
    index === 0 || index === 4 ? { ...one, always: true as const } : one,
  ),
  ...Array.from({ length: ranks }, (_, number) => rank(number)).flat(),
  ...figure('完成率', 'completion', column('完成的目标', 'completion.of')),
  ...growth('年均增长', 'average'),
  column('年均增长时期', 'average.period'),
  ...figure('起点', 'from', column('起点时期', 'from.period')),
  ...figure('倍数', 'multiple', column('倍数基期', 'multiple.base')),
  ...figure('比重', 'share', column('占什么的比重', 'share.of')),
  ...figure('差距', 'versus', column('与谁相比', 'versus.than')),
  column('构成', 'parts', 'parts'),
  column('构成原文位置', 'partsAt'),
  column('增减量', 'change', 'flag'),
  column('相对目标', 'relative'),
  column('约束性', 'constraint', 'flag'),
  column('任务', 'task'),
  column('任务数字', 'relation'),
  column('时限', 'deadline'),
  column('牵头单位', 'lead'),
  column('配合单位', 'support', 'list'),
  column('限定', 'qualifiers', 'list'),
  column('说明', 'text'),
  always('出处', 'place'),
  column('类型', 'kind'),
  column('属于', 'partOf'),
  column('次要', 'optional', 'flag'),
  column('待核', 'review'),
  column('任务待核', 'taskReview'),
  always('编号', 'id'),
  always('指标编号', 'indicator'),
  always('节号', 'section.id'),
  column('节序', 'section.number'),
  column('节名', 'section.title'),
  column('节短题', 'section.short'),
  always('部分', 'section.part'),
  column('出处节', 'source.section'),
  column('出处句', 'source.sentence', 'integer'),
  column('出处位置', 'source.at', 'offsets'),
  column('文件', 'source.file'),
  column('工作表', 'source.sheet'),
  column('原文位置', 'at', 'offsets'),
  column('单元格', 'cell'),
];

/** Places and doubts of single figures stand last: people read the rest. */
const isSmallPrint = ({ header }: FigureColumn): boolean => /(?:原文位置|单元格|待核)$/.test(header);

export const figureColumns: readonly FigureColumn[] = [
  ...columns.filter((one) => !isSmallPrint(one)),
  ...columns.filter(isSmallPrint),
];

/** What the first column says of a row. */
export const rowTypes = { observation: '结果', target: '目标', task: '任务' } as const;

/** A row as plain values by path; lists and flags as the data file has them. */
export type FigureRow = { readonly [key: string]: unknown };

export const valueAt = (row: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    row,
  );

const partsText = (value: unknown): string =>
  Array.isArray(value)
    ? value.map((part: unknown) => `${String(valueAt(part, ['name']))} ${String(valueAt(part, ['value']))}`).join('；')
    : '';

/** The text of a cell; empty when the row has nothing there. */
export const cellText = (row: FigureRow, { path, type, words: own }: FigureColumn): string => {
  const value = valueAt(row, path);
  if (value === undefined || value === null || value === false) return '';
  if (type === 'flag') return '是';
  if (type === 'parts') return partsText(value);
  if (type === 'list') return Array.isArray(value) ? value.join('；') : '';
  // 12-15 would be a date to a spreadsheet.
  if (type === 'offsets') return Array.isArray(value) ? value.join('~') : '';
  return own?.[String(value)] ?? String(value);
};

/** The columns that rows are written with: those of every table, and those that some row has something for. */
export const usedColumns = (rows: readonly FigureRow[]): readonly FigureColumn[] =>
  figureColumns.filter((one) => one.always || rows.some((row) => cellText(row, one) !== ''));
