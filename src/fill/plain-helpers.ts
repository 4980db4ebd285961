// Helpers for texts, numbers, lists and conditions.
import { compare, isDecimal, precisionOf, scale, trimZeros } from '../figures/decimal.ts';
import { chineseDate, chineseNumeral } from '../figures/numerals.ts';
import { splitUnit } from '../figures/unit.ts';
import { escapeAttribute } from './escape.ts';
import { count, gives, items, same, words, type Helper } from './helper-type.ts';
import { Markup } from './markup.ts';
import { flag, list, markup, number, text } from './shape.ts';

const truthy = (one: unknown): boolean => (Array.isArray(one) ? one.length > 0 : Boolean(one));

/** 13000 人 as 1.3万人, exact; a number that would grow longer stays as it is. */
const scaled = (amount: string, unit: string): string => {
  if (!isDecimal(amount)) return `${amount}${unit}`;
  const { exponent, base } = splitUnit(unit);
  const whole = scale(amount, exponent);
  for (const [power, word] of [
    [8, '亿'],
    [4, '万'],
  ] as const) {
    const moved = trimZeros(scale(whole, -power));
    if (compare(moved.replace(/^-/u, ''), '1') >= 0 && precisionOf(moved) <= 2) return `${moved}${word}${base}`;
  }
  return `${amount}${unit}`;
};

export const plainHelpers: Readonly<Record<string, Helper>> = {
  eq: {
    takes: ['any', 'any'],
    gives: gives(flag),
    help: { zh: '两者相同', en: 'the two are the same' },
    run: ([a, b]) => String(a) === String(b),
  },
  gt: {
    takes: ['number', 'number'],
    gives: gives(flag),
    help: { zh: '前者大于后者', en: 'the first is greater' },
    run: ([a, b]) => Number(a) > Number(b),
  },
  and: {
    takes: ['any', 'any'],
    more: true,
    gives: gives(flag),
    help: { zh: '都有', en: 'all are present' },
    run: (values) => values.every(truthy),
  },
  or: {
    takes: ['any', 'any'],
    more: true,
    gives: gives(flag),
    help: { zh: '至少有一个', en: 'at least one is present' },
    run: (values) => values.some(truthy),
  },
  not: {
    takes: ['any'],
    gives: gives(flag),
    help: { zh: '没有', en: 'it is absent' },
    run: ([one]) => !truthy(one),
  },
  default: {
    takes: ['text', 'text'],
    gives: gives(text),
    help: { zh: '前者为空时用后者', en: 'the second when the first is empty' },
    run: (values) => (words(values, 0) === '' ? words(values, 1) : words(values, 0)),
  },
  concat: {
    takes: ['text', 'text'],
    more: true,
    gives: gives(text),
    help: { zh: '几段文字接起来', en: 'texts put together' },
    run: (values) => values.map(String).join(''),
  },
  size: {
    takes: ['list'],
    gives: gives(number),
    help: { zh: '列表有几项', en: 'how many a list holds' },
    run: (values) => items(values, 0).length,
  },
  take: {
    takes: ['list', 'number'],
    gives: same,
    help: { zh: '列表的前几项', en: 'the first so many of a list' },
    run: (values) => items(values, 0).slice(0, count(values, 1)),
  },
  drop: {
    takes: ['list', 'number'],
    gives: same,
    help: { zh: '去掉列表的前几项', en: 'a list without its first so many' },
    run: (values) => items(values, 0).slice(count(values, 1)),
  },
  both: {
    takes: ['list', 'list'],
    gives: same,
    help: { zh: '两个列表连起来', en: 'one list after the other' },
    run: (values) => [...items(values, 0), ...items(values, 1)],
  },
  firstHalf: {
    takes: ['list'],
    gives: same,
    help: { zh: '列表的前一半，奇数时多一项', en: 'the first half of a list, the longer one' },
    run: (values) => items(values, 0).slice(0, Math.ceil(items(values, 0).length / 2)),
  },
  secondHalf: {
    takes: ['list'],
    gives: same,
    help: { zh: '列表的后一半', en: 'the second half of a list' },
    run: (values) => items(values, 0).slice(Math.ceil(items(values, 0).length / 2)),
  },
  words: {
    takes: ['text'],
    more: true,
    gives: gives(list(text)),
    help: { zh: '把几段文字列成列表，空的不要', en: 'texts as a list, empty ones left out' },
    run: (values) => values.map(String).filter((one) => one !== ''),
  },
  join: {
    takes: ['list'],
    options: ['with'],
    gives: gives(text),
    help: { zh: '把文字列表连起来，用顿号或 with', en: 'a list of texts put together, with 、 or with=' },
    run: (values, options) =>
      items(values, 0)
        .map(String)
        .join(String(options['with'] ?? '、')),
  },
  numeral: {
    takes: ['number'],
    options: ['plus', 'arabic'],
    gives: gives(text),
    help: { zh: '汉字数字：一、十二；arabic=true 为 1、12', en: 'Chinese numerals; 1, 12 with arabic=true' },
    run: (values, options) => {
      const place = count(values, 0) + Number(options['plus'] ?? 0);
      return options['arabic'] === true ? String(place) : chineseNumeral(place);
    },
  },
  longDate: {
    takes: ['text'],
    gives: gives(text),
    help: { zh: '2017-04-21 写成 2017年4月21日', en: 'an ISO date as a Chinese one' },
    run: (values) => chineseDate(words(values, 0)),
  },
  scaled: {
    takes: ['text', 'text'],
    gives: gives(text),
    help: { zh: '数和单位写成万、亿：13000 人为 1.3万人', en: 'a number with 万 or 亿 where it is no longer' },
    run: (values) => scaled(words(values, 0), words(values, 1)),
  },
  attr: {
    takes: ['text'],
    gives: gives(markup),
    help: { zh: '写在指令 {…} 里的数据', en: 'data for the {…} of a directive' },
    run: (values) => new Markup(escapeAttribute(words(values, 0))),
  },
};
