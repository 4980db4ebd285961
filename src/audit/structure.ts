// The share of a sector in the product of the place, however it is worded: a part of the ratio of the three industries,
// 三产占比, 第三产业增加值占生产总值的比重, or the two levels. All readings of one year must agree.
import { compare } from '../figures/decimal.ts';
import { type Interval, disjoint, divideIntervals, gapBetween, printInterval, stretch } from '../figures/interval.ts';
import type { Report } from '../report/schema.ts';
import { type AuditContext, type Rule, countCheck, isWhole, sameSentence } from './context.ts';
import type { Evidence } from './evidence.ts';
import { type Finding, makeFinding } from './finding.ts';
import { assumptions, weigh } from './judgement.ts';

/** Points within which two shares of one sector are taken to agree when they are not stated by the same ratio. */
const structureTolerance = '1';

type Sector = 'primary' | 'secondary' | 'tertiary';

const sectorNames: ReadonlyMap<Sector, { readonly words: RegExp; readonly zh: string }> = new Map([
  ['primary', { words: /第一产业|一产/gu, zh: '第一产业' }],
  ['secondary', { words: /第二产业|二产/gu, zh: '第二产业' }],
  ['tertiary', { words: /第三产业|三产|服务业/gu, zh: '第三产业' }],
]);

/** Words that may stand beside the sector without changing what the share is of. */
const neutral =
  /增加值|占比|比重|占|国内生产总值|地区生产总值|生产总值|GDP|国民经济|的|达到|达|调整|升至|提高到|为|全(国|省|市|县|区)|[“”"（）()，、]/giu;

/** The sector whose share of the product a name means; undefined for 现代服务业, 服务业税收 and the like. */
export const sectorOf = (name: string): Sector | undefined => {
  for (const [sector, { words }] of sectorNames) {
    const rest = name.replace(words, '');
    if (rest !== name && rest.replace(neutral, '') === '') return sector;
  }
  return undefined;
};

type Reading = { readonly range: Interval; readonly evidence: readonly Evidence[]; readonly how: string };

const ofProduct = (of: string): boolean => /生产总值|GDP|国民经济/iu.test(of);

const stated = (item: Evidence, sector: Sector): Reading | undefined => {
  if (item.kind !== 'share' || item.dimension !== '%' || item.observation?.change === true) return undefined;
  if (item.ref.startsWith('target.') || item.ref.startsWith('task.') || item.modifier !== undefined) return undefined;
  const of = item.ref.endsWith('.share') ? item.observation?.share?.of : undefined;
  if (of !== undefined && !ofProduct(of)) return undefined;
  return sectorOf(item.name) === sector ? { range: item.range, evidence: [item], how: item.wording } : undefined;
};

const plainLevel = (item: Evidence): boolean =>
  item.kind === 'level' && item.dimension === '元' && !/\.|^target/.test(item.ref) && item.observation?.change !== true;

/** The sector's value added over the product, from the levels of one year. */
const computed = (context: AuditContext, items: readonly Evidence[], sector: Sector): Reading | undefined => {
  const levels = items.filter(
    (item) => plainLevel(item) && item.name.endsWith('增加值') && sectorOf(item.name) === sector,
  );
  const products = items.filter(
    (item) =>
      plainLevel(item) &&
      isWhole(context, item) &&
      /^(国内|地区)?生产总值$/u.test(context.indicators.get(item.indicator)?.name ?? ''),
  );
  const [level, product] = [levels[0], products[0]];
  if (level === undefined || product === undefined || levels.length > 1 || products.length > 1) return undefined;
  return {
    range: stretch(divideIntervals(level.range, product.range), '100'),
    evidence: [level, product],
    how: `${level.wording}与${product.wording}之比合${printInterval(stretch(divideIntervals(level.range, product.range), '100'), 1, '%')}`,
  };
};

/** Two shares of one sentence are its from and its to, whatever the years given to them. */
const ofOneSentence = (first: Reading, second: Reading): boolean => {
  const [a, b] = [first.evidence[0], second.evidence[0]];
  return first.evidence.length === 1 && second.evidence.length === 1 && !!a && !!b && sameSentence(a, b);
};

const compareReadings = (sector: Sector, period: string, first: Reading, second: Reading): Finding[] => {
  if (!disjoint(first.range, second.range) || ofOneSentence(first, second)) return [];
  if (compare(gapBetween(first.range, second.range), structureTolerance) < 0) return [];
  const evidence = [...first.evidence, ...second.evidence];
  const name = `${sectorNames.get(sector)?.zh ?? ''}占比`;
  const weight = weigh(evidence);
  return [
    makeFinding({
      rule: 'structure',
      ...weight,
      assumption: weight.assumption ?? assumptions.denominator,
      evidence,
      name,
      computation: {
        zh: `${period}年${name}有两个数：${first.how}，${second.how}`,
        en: `two values of one share in ${period}: ${printInterval(first.range, 1, '%')} and ${printInterval(second.range, 1, '%')}`,
      },
      ask: '请确认两个占比的分母和范围是否相同，不同的请分别注明',
    }),
  ];
};

const readingsOf = (context: AuditContext, items: readonly Evidence[], sector: Sector): Reading[] => {
  const fromLevels = computed(context, items, sector);
  const all = [...items.flatMap((item) => stated(item, sector) ?? []), ...(fromLevels ? [fromLevels] : [])];
  if (all.length > 1) countCheck(context, 'structure', all.length - 1);
  // One reading of each value is enough: the same share twice is one statement.
  return all.filter((reading, index) => all.findIndex(({ range }) => !disjoint(range, reading.range)) === index);
};

const checkReport = (context: AuditContext, report: Report): Finding[] => {
  const items = context.evidence.filter((item) => item.report === report);
  const periods = [...new Set(items.map(({ period }) => period))].filter((period) => period.length === 4);
  return periods.flatMap((period) =>
    [...sectorNames.keys()].flatMap((sector) => {
      const [first, ...others] = readingsOf(
        context,
        items.filter((item) => item.period === period),
        sector,
      );
      return first === undefined ? [] : others.flatMap((other) => compareReadings(sector, period, first, other));
    }),
  );
};

/** Findings where two statements of a sector's share in one year disagree. */
export const checkStructure: Rule = (context) => context.reports.flatMap((report) => checkReport(context, report));
