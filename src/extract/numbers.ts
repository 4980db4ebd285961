// Reads one number at a place of a text: Arabic, Chinese or mixed, with its scale word (万, 亿) and blur (余, 多).
// Gives decimal text with the digits of the print; the scale stays with the unit (157.5 + 亿), as reports are quoted.
// Reads forward only, each character once; it judges form, not whether the number is a figure (see not-figures.ts).

/** One number as printed. `value` is decimal text in the scale of `scale`: 1.295万亿 is `1.295` with `万亿`. */
export type NumberRead = {
  readonly value: string;
  /** 万, 亿, 万亿, 千万; empty when there is none. Chinese numerals keep 万 and 亿 here and fold 十百千 in. */
  readonly scale: string;
  /** 余, 多, 来 standing between number and unit. */
  readonly blur: string;
  readonly style: 'arabic' | 'chinese' | 'fraction';
  /** Unit that the form itself carries: % for 三分之二, 百分之八, 一半. */
  readonly unit?: string;
  readonly end: number;
};

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

export const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';
export const isChineseNumeral = (char: string | undefined): boolean =>
  char !== undefined && (char in digits || char in tens);

/**
 * A whole number below 10,000 in Chinese numerals: 二十, 三百二十, 一千零五; 二〇一六 is not one. 千, 百 and 十 stand in
 * this order, once each, so that no number is longer than a few characters.
 */
export const readChineseInteger = (text: string, start: number): { value: number; end: number } | undefined => {
  let at = start;
  let total = 0;
  let digit: number | undefined;
  let last = 10_000;
  for (; at < text.length; at += 1) {
    const char = text[at]!;
    if (char in digits) {
      // two digits in a row (二三, 一一, 〇〇) are no number of this form
      if (digit !== undefined && (digit !== 0 || digits[char] === 0)) break;
      digit = digits[char]!;
    } else if (char in tens) {
      if (tens[char]! >= last) break;
      last = tens[char]!;
      total += (digit ?? 1) * last;
      digit = undefined;
    } else break;
  }
  if (at === start) return undefined;
  return { value: total + (digit ?? 0), end: at };
};

/** The most digits before a point, and behind it: more are no figure but a code, or a broken file. */
const mostDigits = 15;

const readDigits = (text: string, start: number): { value: string; end: number } | undefined => {
  let at = start;
  while (isDigit(text[at])) at += 1;
  if (at === start || at - start > mostDigits) return undefined;
  if (text[at] === '.' && isDigit(text[at + 1])) {
    const point = at;
    at += 1;
    while (isDigit(text[at])) at += 1;
    if (at - point > mostDigits) return undefined;
  }
  return { value: text.slice(start, at), end: at };
};

/**
 * Digits that state a number. 068.2 does not: it is a code, or the rest of a figure that the carrier of the text tore
 * apart (1 068.2), and no longer says what the report said.
 */
const readArabic = (text: string, start: number): { value: string; end: number } | undefined => {
  const read = readDigits(text, start);
  return read && /^0\d/.test(read.value) ? undefined : read;
};

const blurs = new Set(['余', '多']);

/** 万, 亿, 万亿, 千万, 百万 … at `at`; 千 before 瓦, 米, 克, 伏 belongs to the unit. */
const readScale = (text: string, at: number): string => {
  let end = at;
  while (end < at + 3 && '十百千万亿'.includes(text[end] ?? ' ')) end += 1;
  let scale = text.slice(at, end);
  if (scale.endsWith('千') && '瓦米克伏卡乏'.includes(text[end] ?? ' ')) scale = scale.slice(0, -1);
  if (scale.endsWith('百') && text.startsWith('百分', end - 1)) scale = scale.slice(0, -1);
  return scale;
};

/** 1亿3千多万: a second number with a smaller scale goes on; the sum is given in the smaller scale of 万. */
const readContinuation = (text: string, first: string, scale: string, at: number): NumberRead | undefined => {
  const size = { 亿: 10_000n, 万: 1n }[scale];
  if (size === undefined || first.includes('.')) return undefined;
  // 1亿0500万
  const next = readDigits(text, at) ?? chineseText(text, at);
  if (!next || next.value.includes('.')) return undefined;
  let end = next.end;
  let factor = 1n;
  if (text[end] === '千') [factor, end] = [1000n, end + 1];
  else if (text[end] === '百') [factor, end] = [100n, end + 1];
  let blur = '';
  if (blurs.has(text[end] ?? '')) [blur, end] = [text[end]!, end + 1];
  if (scale === '亿') {
    if (text[end] !== '万') return undefined;
    end += 1;
    if (blur === '' && blurs.has(text[end] ?? '')) [blur, end] = [text[end]!, end + 1];
    const value = BigInt(first) * size + BigInt(next.value) * factor;
    return { value: value.toString(), scale: '万', blur, style: 'arabic', end };
  }
  // 1万6千: in ones
  if (factor === 1n) return undefined;
  const value = BigInt(first) * 10_000n + BigInt(next.value) * factor;
  return { value: value.toString(), scale: '', blur, style: 'arabic', end };
};

const chineseText = (text: string, at: number): { value: string; end: number } | undefined => {
  const read = readChineseInteger(text, at);
  return read && { value: String(read.value), end: read.end };
};

/** 三分之二, 百分之八, 1/3, 一半; given in per cent to two places when they do not come out even. */
const readFraction = (text: string, start: number): NumberRead | undefined => {
  if (text.startsWith('一半', start))
    return { value: '50', scale: '', blur: '', style: 'fraction', unit: '%', end: start + 2 };
  const whole = readChineseInteger(text, start) ?? readArabic(text, start);
  if (!whole) return undefined;
  // 六成 is sixty per cent; 成 before another character is 成功, 成都 and the like
  if (
    text[whole.end] === '成' &&
    typeof whole.value === 'number' &&
    whole.value < 10 &&
    /^(?:[，,；;。、以左的])?$/.test(text[whole.end + 1] ?? '')
  ) {
    return { value: String(whole.value * 10), scale: '', blur: '', style: 'fraction', unit: '%', end: whole.end + 1 };
  }
  const slash = text[whole.end] === '/' && isDigit(text[whole.end + 1]);
  if (!slash && !text.startsWith('分之', whole.end)) return undefined;
  const part = slash
    ? readArabic(text, whole.end + 1)
    : (readArabic(text, whole.end + 2) ?? readChineseDecimal(text, whole.end + 2));
  if (!part) return undefined;
  const [a, b] = slash ? [whole.value, part.value] : [part.value, whole.value];
  if (slash && (String(a).includes('.') || String(b).includes('.') || String(a).length > 2 || String(b).length > 2))
    return undefined;
  if (Number(b) === 0) return undefined;
  if (Number(b) === 100) return { value: String(a), scale: '', blur: '', style: 'fraction', unit: '%', end: part.end };
  if (Number(b) === 1000) return { value: String(a), scale: '', blur: '', style: 'fraction', unit: '‰', end: part.end };
  if (Number(a) >= Number(b) || String(a).includes('.')) return undefined;
  // a whole-number quotient in hundredths of a per cent, rounded half up
  const hundredths = (BigInt(a) * 20_000n + BigInt(b)) / (2n * BigInt(b));
  const value =
    hundredths % 100n === 0n
      ? `${hundredths / 100n}`
      : `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
  return { value, scale: '', blur: '', style: 'fraction', unit: '%', end: part.end };
};

/** 八点五 → 8.5 */
const readChineseDecimal = (text: string, at: number): { value: string; end: number } | undefined => {
  const whole = readChineseInteger(text, at);
  if (!whole) return undefined;
  if (text[whole.end] !== '点') return { value: String(whole.value), end: whole.end };
  let end = whole.end + 1;
  let decimals = '';
  while ((text[end] ?? '') in digits) {
    decimals += digits[text[end]!];
    end += 1;
  }
  return decimals === ''
    ? { value: String(whole.value), end: whole.end }
    : { value: `${whole.value}.${decimals}`, end };
};

/** The number that begins at `start`, or undefined. */
export const readNumber = (text: string, start: number): NumberRead | undefined => {
  const char = text[start];
  const arabic = isDigit(char);
  if (!arabic && !isChineseNumeral(char)) return undefined;
  const fraction = readFraction(text, start);
  if (fraction) return fraction;
  const whole = arabic ? readArabic(text, start) : chineseText(text, start);
  if (!whole) return undefined;
  let { end } = whole;
  let blur = '';
  const takeBlur = (): void => {
    if (blur === '' && blurs.has(text[end] ?? '')) {
      blur = text[end]!;
      end += 1;
    }
  };
  takeBlur();
  const scale = readScale(text, end);
  end += scale.length;
  if (scale !== '') {
    const more = blur === '' ? readContinuation(text, whole.value, scale, end) : undefined;
    if (more) return more;
    takeBlur();
  }
  return { value: whole.value, scale, blur, style: arabic ? 'arabic' : 'chinese', end };
};
