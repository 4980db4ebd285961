// Takes whole numbers and dates, gives them as Chinese documents write them.
// Numbers from 0 to 99 have Chinese numerals; larger ones keep their digits.

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** `一`, `十`, `十二`, `二十`, `三十五`; digits beyond 99. */
export const chineseNumeral = (value: number): string => {
  if (!Number.isInteger(value) || value < 0 || value > 99) return String(value);
  if (value < 10) return digits[value] ?? '';
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 1 ? '' : (digits[tens] ?? '')}十${ones === 0 ? '' : (digits[ones] ?? '')}`;
};

/** `2017-04-21` is `2017年4月21日`; anything else comes back as it is. */
export const chineseDate = (date: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date) ?? [];
  return year === undefined ? date : `${year}年${Number(month)}月${Number(day)}日`;
};
