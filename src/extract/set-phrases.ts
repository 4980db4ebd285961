// Small counts in Chinese numerals: figures (四个污水处理厂) or set phrases (三个代表, 四项制度, 两手抓).
import { setNouns } from './nouns.ts';
import type { FigureToken } from './tokens.ts';

const startsWithAny = (text: string, at: number, words: readonly string[]): boolean =>
  words.some((word) => text.startsWith(word, at));

const ordinalBefore = /[第每各这那某另首同唯统初再十百千零几数上]$/;

/** Small counts in Chinese numerals are figures only with a plain measure word and a noun that is no set phrase. */
export const isSetPhrase = (text: string, figure: FigureToken): boolean => {
  // 百分之百 and 百分百 are said for 'wholly'
  if (figure.style === 'fraction' && figure.value === '100') return true;
  if (figure.style !== 'chinese') return false;
  const { start, end, unit, class: unitClass } = figure;
  const before = text.slice(Math.max(0, start - 2), start);
  if (before.endsWith('第')) return true;
  if (unitClass === 'multiple') return unit === '成' && !/^[，,；;。、以左的]/.test(text[end] ?? '。');
  if (unitClass === 'percent') return false;
  // 百, 千, 十 with no digit before are round words (千亩良田, 百企兴百村) unless something says how near
  if (/[十百千]/.test(text[start] ?? '') && figure.value.replace(/0+$/, '') === '1') {
    const near = /(近|超|逾|达|突破|超过|约|过|增至|到)$/.test(before) || figure.blur !== '';
    if (!near || /[几数上]$/.test(before)) return true;
    if (unitClass === 'none') return true;
  }
  if (figure.value === '1') return true;
  if (unitClass === 'duration' || unitClass === 'age' || unitClass === 'none' || unitClass === 'points')
    return unitClass !== 'points';
  if (
    !'个家所项条件座处台套名人户支辆艘对栋张场万亿千元'.includes(unit[0] ?? ' ') &&
    unitClass !== 'money' &&
    unitClass !== 'measure'
  )
    return true;
  if (unitClass === 'measure' && /[近超逾]$/.test(before)) return false;
  if (unitClass === 'measure')
    return unit === '分' || unit === '度' || unit === '星级' || !/[万亿余多]/.test(text.slice(start, end));
  // 六个稳：…, 三个“百分之百”
  if (Number(figure.value) < 13 && /^[“"]|^[^，。；、]{1,4}[:：]/.test(text.slice(end, end + 6))) return true;
  if (/^(?:重点|难点|热点|亮点|抓手|短板)[^\u4e00-\u9fff]/.test(text.slice(end, end + 3))) return true;
  if (ordinalBefore.test(before)) return true;
  if (/[前后头下近]$/.test(before) && figure.value.length === 1) return true;
  if (unitClass === 'money' || unitClass === 'people') return false;
  if (Number(figure.value) < 10 && startsWithAny(text, end, setNouns)) return true;
  // 两个, 三项 with nothing after: 两手抓
  return /^[，,；;。、：:）)”\n]/.test(text[end] ?? '。') && figure.value.length === 1 && unit === '个';
};
