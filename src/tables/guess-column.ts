// Takes the words over a column and what stands in it, gives what the column holds, or why it is not taken.
import type { Message } from '../diagnostics/diagnostic.ts';
import type { HeadWords } from './headers.ts';
import type { ColumnMap, Role } from './mapping.ts';
import { isYear, readCell } from './numbers.ts';
import { cellAt, type Sheet } from './sheet.ts';
import { isUnit } from './units.ts';

export type GuessContext = {
  /** The indicator that a name means. */
  readonly find: (name: string) => string | undefined;
  /** The year of the table where the table does not say it. */
  readonly year?: string;
  /** Names of the place: a column headed with one is that place's. */
  readonly places: readonly string[];
};

type Content = {
  readonly numbers: readonly string[];
  readonly texts: readonly string[];
  readonly years: number;
  readonly filled: number;
};

export const contentOf = (sheet: Sheet, rows: readonly number[], column: number): Content => {
  const cells = rows
    .map((row) => cellAt(sheet, row, column).trim())
    .filter((text) => readCell(text).kind !== 'nothing');
  return {
    numbers: cells.filter((text) => readCell(text).kind === 'number'),
    texts: cells.filter((text) => readCell(text).kind === 'text'),
    years: cells.filter(isYear).length,
    filled: cells.length,
  };
};

const resolve = (period: HeadWords['period'], year: string | undefined): string | undefined =>
  period === 'this' ? year : period === 'last' ? (year === undefined ? undefined : String(Number(year) - 1)) : period;

export const figureRoles: ReadonlySet<Role> = new Set([
  'value',
  'growth',
  'average',
  'rank',
  'share',
  'completion',
  'target',
]);

/** Kinds of figures that go with the value before them. */
export const isMeasure = (role: Role | undefined): boolean =>
  role !== undefined && role !== 'value' && figureRoles.has(role);

/** Percentages that look like fractions: 0.071 for 7.1 %. */
const looksLikeFractions = (numbers: readonly string[]): boolean =>
  numbers.length >= 3 && numbers.every((text) => /^[-−]?0?\.\d{2,}$/.test(text.trim()));

type Guess = { readonly map?: ColumnMap; readonly remark?: Message };

export const guessColumn = (
  head: HeadWords,
  headText: string,
  content: Content,
  year: string | undefined,
  context: GuessContext,
): Guess => {
  const { numbers, texts, years, filled } = content;
  if (filled === 0) return head.role === 'name' || head.role === 'unit' ? { map: { as: head.role } } : {};
  if (head.role === 'unit' || (texts.length === filled && texts.every(isUnit))) return { map: { as: 'unit' } };
  if (head.role === 'period' || years > filled * 0.8) return { map: { as: 'period' } };
  if (head.role === 'name' || texts.length > filled / 2) return { map: { as: head.role === 'skip' ? 'skip' : 'name' } };
  if (head.role === 'skip')
    return {
      map: { as: 'skip' },
      ...(head.name !== undefined && {
        remark: {
          zh: `不导入“${headText}”：指数要先换成增速`,
          en: `“${headText}” was not imported: turn an index into a growth first`,
        },
      }),
    };
  if (head.partOfYear !== undefined) {
    return {
      map: { as: 'skip' },
      remark: { zh: `“${headText}”不是全年数`, en: `“${headText}” is not of a whole year` },
    };
  }
  const role = head.role ?? 'value';
  const fractions = (role === 'growth' || role === 'average') && looksLikeFractions(numbers);
  if (fractions) {
    return {
      map: { as: 'skip' },
      remark: {
        zh: `“${headText}”像是用小数存的百分数（${numbers[0]}），没有导入；在对照文件里写 as: ${role}, times: 100`,
        en: `“${headText}” looks like percentages kept as fractions (${numbers[0]}) and was not imported; write as: ${role}, times: 100 in the mapping file`,
      },
    };
  }
  const period = resolve(head.period, year);
  const place = head.name !== undefined && context.places.includes(head.name);
  return {
    map: {
      as: role,
      ...(head.name !== undefined && !place && { name: head.name }),
      ...(period !== undefined && { period }),
      ...(head.unit !== undefined && { unit: head.unit }),
      ...(head.basis !== undefined && { basis: head.basis }),
      ...(head.scope !== undefined && { scope: head.scope }),
      ...(head.of !== undefined && { of: head.of }),
      ...(head.base !== undefined && { base: head.base }),
    },
  };
};
