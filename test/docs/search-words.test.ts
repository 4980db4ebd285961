// The search of the site finds Chinese words, which no spaces part.
import { describe, expect, it } from 'vitest';
import { queryWords, searchWords } from '../../site/.vitepress/search-words.ts';

/** Whether a query whose words must all be there, as beginnings, finds a text. */
const finds = (query: string, text: string): boolean => {
  const words = searchWords(text);
  return queryWords(query).every((word) => words.some((known) => known.startsWith(word)));
};

describe('search', () => {
  it.each([
    ['一页纸', '打印数据一页纸的办法'],
    ['纸', '打印数据一页纸的办法'],
    ['打印 pdf', '先打印 PDF，再装订'],
    ['does-not-fit', '报 arrange/does-not-fit'],
    ['missing', 'fonts/missing-glyph'],
    ['9704', 'GB/T 9704—2012'],
  ])('%s is found', (query, text) => expect(finds(query, text)).toBe(true));

  it.each([
    ['页一', '打印数据一页纸的办法'],
    ['仿宋', '仿佛，宋体'],
  ])('%s is not', (query, text) => expect(finds(query, text)).toBe(false));
});
