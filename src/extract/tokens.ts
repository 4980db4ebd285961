// Cuts one sentence of cleaned text into tokens: figures, ranks, ratios, times, punctuation and the text between.
// A figure token is a number with its unit that not-figures.ts has let pass; everything else stays text.
// Offsets are those of the cleaned text. Linear: every reader looks ahead a bounded number of characters.
import { isChineseNumeral, isDigit, readNumber, type NumberRead } from './numbers.ts';
import { isFigure } from './not-figures.ts';
import { readRank, type RankRead } from './ranks.ts';
import { readTime, type Time } from './times.ts';
import { readUnit, type UnitClass, type UnitRead } from './units.ts';

type Place = { readonly start: number; readonly end: number };

/** A number with its unit. `value` is decimal text; a range has `min` and `max` instead. */
export type FigureToken = Place & {
  readonly kind: 'figure';
  readonly value: string;
  readonly min?: string;
  readonly max?: string;
  /** Unit with its scale: 亿元, 万㎡; empty when the print has none. */
  readonly unit: string;
  readonly class: UnitClass;
  /** 余, 多 inside the figure. */
  readonly blur: string;
  readonly style: NumberRead['style'];
  readonly negative: boolean;
  /** 6.5 in 6.5和2.3个百分点: its unit stands on a later item. */
  readonly bare: boolean;
};
export type RankToken = Place & { readonly kind: 'rank' } & Omit<RankRead, 'start' | 'end'>;
export type RatioToken = Place & { readonly kind: 'ratio'; readonly parts: readonly string[] };
export type TimeToken = Place & { readonly kind: 'time'; readonly time: Time };
export type TextToken = Place & { readonly kind: 'text'; readonly text: string };
export type MarkToken = Place & { readonly kind: 'mark'; readonly mark: string };
export type Token = FigureToken | RankToken | RatioToken | TimeToken | TextToken | MarkToken;

const marks = '，,；;：:。！!？?、（）()\n';
const quotes: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '《': '》', '「': '」', '『': '』', '〈': '〉' };

/** The end of a quotation that holds names, not figures: closed within the sentence and short, or a 《title》. */
const quotationEnd = (text: string, at: number, end: number): number | undefined => {
  const open = text[at]!;
  const close = quotes[open] ?? (open === '"' ? '"' : undefined);
  if (close === undefined) return undefined;
  const limit = open === '《' ? 60 : 24;
  const last = text.slice(at + 1, Math.min(end, at + 1 + limit)).indexOf(close);
  return last < 0 ? undefined : at + 1 + last + 1;
};

/** The most parts of a composition. */
const mostParts = 8;

/** 1:16:83, 18.6:49:32.4, 0.1∶50.9∶49.0 with any colon; three parts at least. */
const readRatio = (text: string, start: number): { parts: string[]; end: number } | undefined => {
  const parts: string[] = [];
  let at = start;
  for (;;) {
    const number = /^\d{1,3}(\.\d+)?/.exec(text.slice(at, at + 10))?.[0];
    if (number === undefined || /^0\d/.test(number)) return undefined;
    parts.push(number);
    at += number.length;
    if (text[at] === '%') at += 1;
    if (parts.length === mostParts || !/[:：∶]/.test(text[at] ?? ' ') || !isDigit(text[at + 1])) break;
    at += 1;
  }
  return parts.length >= 3 ? { parts, end: at } : undefined;
};

const rangeMark = (text: string, at: number): number => {
  const mark = /^(?:——?|[-－−–~～]|至|到)/.exec(text.slice(at, at + 2))?.[0] ?? '';
  // 由3家到5家 is a pair, 引进1到2家 a range
  return mark === '到' && /[由从自]/.test(text.slice(Math.max(0, at - 14), at)) ? 0 : mark.length;
};

/** The sign before a number: －7%, -1.4%; a dash after a digit or a letter joins, it does not negate. */
const isNegative = (text: string, at: number): boolean =>
  /[-－−]/.test(text[at - 1] ?? ' ') && !/[\dA-Za-z%万亿元]/.test(text[at - 2] ?? ' ') && text[at - 2] !== '-';

const figureOf = (number: NumberRead, unit: UnitRead | undefined, start: number, text: string): FigureToken => ({
  kind: 'figure',
  start,
  end: unit?.end ?? number.end,
  value: number.value,
  unit: number.unit ?? number.scale + (unit?.unit ?? ''),
  class: number.unit !== undefined ? 'percent' : (unit?.class ?? 'none'),
  blur: number.blur,
  style: number.style,
  negative: isNegative(text, start),
  bare: false,
});

/** How many numbers may wait for a unit that comes later; longer lists are tables. */
const mostBare = 6;

const readFigure = (text: string, start: number, end: number, waiting = 0): FigureToken | undefined => {
  const number = readNumber(text, start);
  if (!number) return undefined;
  const unit = number.unit === undefined ? unitAfter(text, number) : undefined;
  let figure = figureOf(number, unit, start, text);
  // 5-10家, 8%-8.5%, 3至5个: one figure with two ends
  const dash = rangeMark(text, figure.end);
  if (dash > 0 && figure.blur === '' && number.style !== 'fraction') {
    const second = readNumber(text, figure.end + dash);
    const secondUnit = second && unitAfter(text, second);
    const alike = second !== undefined && secondUnit !== undefined && second.style === number.style;
    if (alike && (unit === undefined || unit.unit === secondUnit.unit)) {
      const scale = second.scale + secondUnit.unit;
      if (number.scale === '' || number.scale === second.scale) {
        figure = {
          ...figure,
          end: secondUnit.end,
          value: '',
          min: number.value,
          max: second.value,
          unit: scale,
          class: secondUnit.class,
        };
      }
    }
  }
  // 6.5和2.3个百分点, 3、5、7家: the unit comes with a later item
  if (figure.class === 'none' && figure.value !== '' && number.style === 'arabic') {
    const joined = /^(?:、|和|及|与|，)/.exec(text.slice(figure.end, figure.end + 1))?.[0];
    const next =
      joined !== undefined && waiting < mostBare && isDigit(text[figure.end + 1])
        ? readFigure(text, figure.end + 1, end, waiting + 1)
        : undefined;
    if (
      next &&
      next.class !== 'none' &&
      next.min === undefined &&
      (number.scale === '' || next.unit.startsWith(number.scale)) &&
      next.end <= end
    ) {
      if (joined === '，' && next.class !== 'percent') return undefined;
      figure = { ...figure, unit: next.unit, class: next.class, bare: true };
    }
  }
  return figure.end <= end && isFigure(text, figure) ? figure : undefined;
};

/** The unit after a number; 个 before 百分点 and the like is taken by the longest entry. */
const unitAfter = (text: string, number: NumberRead): UnitRead | undefined => readUnit(text, number.end);

/** Tokens of text[start, end), in order and without gaps. */
export const tokenise = (text: string, start: number, end: number): Token[] => {
  const tokens: Token[] = [];
  let textStart = start;
  const flush = (to: number): void => {
    if (to > textStart) tokens.push({ kind: 'text', start: textStart, end: to, text: text.slice(textStart, to) });
  };
  const put = (token: Token): number => {
    flush(token.start);
    tokens.push(token);
    textStart = token.end;
    return token.end;
  };
  let at = start;
  while (at < end) {
    const char = text[at]!;
    const head = at === start || marks.includes(text[at - 1] ?? ' ');
    if (
      isDigit(char) ||
      isChineseNumeral(char) ||
      '“"‘第首榜前过近去今明本上下目至迄如全截年届新未今这刚最接此一唯'.includes(char)
    ) {
      const time = readTime(text, at, head);
      if (time && time.end <= end && !insideWord(text, at, time.end)) {
        at = put({ kind: 'time', start: at, end: time.end, time: time.time });
        continue;
      }
    }
    const quoted = quotationEnd(text, at, end);
    if (quoted !== undefined) {
      at = quoted;
      continue;
    }
    const aside = asideEnd(text, at, end);
    if (aside !== undefined) {
      at = aside;
      continue;
    }
    const rank = readRank(text, at, textStart, end);
    if (rank) {
      at = put({ kind: 'rank', ...rank });
      continue;
    }
    if (marks.includes(char) && !(char === ':' && isDigit(text[at - 1]) && isDigit(text[at + 1]))) {
      at = put({ kind: 'mark', start: at, end: at + 1, mark: char });
      continue;
    }
    if (isDigit(char) || isChineseNumeral(char)) {
      const ratio = isDigit(char) ? readRatio(text, at) : undefined;
      if (ratio && ratio.end <= end) {
        at = put({ kind: 'ratio', start: at, end: ratio.end, parts: ratio.parts });
        continue;
      }
      const figure = readFigure(text, at, end);
      if (figure) {
        at = put(figure);
        continue;
      }
      // a number that is no figure is skipped whole, so that 863 does not leave 63
      at = Math.min(end, skipNumber(text, at));
      continue;
    }
    at += 1;
  }
  flush(end);
  return tokens;
};

/** The end of a bracket that holds no number: 全省各区（市、县）; it stays with the text around it. */
const asideEnd = (text: string, at: number, end: number): number | undefined => {
  if (text[at] !== '（' && text[at] !== '(') return undefined;
  for (let last = at + 1; last < Math.min(end, at + 24); last += 1) {
    const char = text[last]!;
    if (char === '）' || char === ')') return last + 1;
    if (isDigit(char) || isChineseNumeral(char) || '。；'.includes(char)) return undefined;
  }
  return undefined;
};

const skipNumber = (text: string, at: number): number => {
  let next = at + 1;
  if (!isDigit(text[at])) return next;
  while (isDigit(text[next]) || (text[next] === '.' && isDigit(text[next + 1]))) next += 1;
  return next;
};

/** 全年龄, 目前列, 近年来 and the like: a time word that is part of another word. */
const insideWord = (text: string, start: number, end: number): boolean => {
  const word = text.slice(start, end);
  if (word === '全年' && text[end] === '龄') return true;
  // 项目前期, 题目前面
  if (word === '目前' && (/[项题]/.test(text[start - 1] ?? ' ') || /[期列面]/.test(text[end] ?? ' '))) return true;
  if (word === '年底' || word === '年末') return isDigit(text[start - 1]);
  if (word === '截止' && /[日期]/.test(text[end] ?? ' ')) return true;
  if (word === '至今' && text[end] === '年') return true;
  return false;
};
