// Takes a place's name, gives how it is typed in pinyin: for the search of the page and for the order of places.
// Owner of pinyin-pro, whose word list knows 重庆 from 重要.
import { pinyin } from 'pinyin-pro';

export type Pinyin = {
  /** `hong qi qu`. */
  readonly full: string;
  /** `hqq`. */
  readonly initials: string;
};

export const pinyinOf = (name: string): Pinyin => {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map((syllable) => syllable.toLowerCase().trim())
    .filter((syllable) => syllable !== '');
  return { full: syllables.join(' '), initials: syllables.map(([first = '']) => first).join('') };
};
