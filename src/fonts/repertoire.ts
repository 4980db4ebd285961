// The fixed set of characters that every face is cut to, the same on all machines and for all documents:
// GB 2312 hanzi, hanzi beyond it that names and places of reports use, and the signs that reports and their tables use.
// A change of it makes all cached faces anew, since their key holds a hash of this set.

/** Both ends belong to the range. */
type Range = readonly [first: number, last: number];

const signs: readonly Range[] = [
  [0x20, 0x7e], // ASCII
  [0xa0, 0xac], // Latin-1, without the soft hyphen
  [0xae, 0xff],
  [0x100, 0x17f], // Latin Extended-A, for pinyin: ā ē ī ń ō ū
  [0x1cd, 0x1dc], // ǎ ǐ ǒ ǔ ǖ ǘ ǚ ǜ
  [0x251, 0x251],
  [0x261, 0x261],
  [0x2c6, 0x2dc],
  [0x391, 0x3a9], // Greek
  [0x3b1, 0x3c9],
  [0x401, 0x401], // Cyrillic, as in GB 2312
  [0x410, 0x44f],
  [0x451, 0x451],
  [0x2002, 0x200a], // spaces
  [0x2010, 0x2027], // dashes, quotation marks, … ‧
  [0x202f, 0x203e], // ‰ ‱ ′ ″ ※
  [0x2044, 0x2044],
  [0x2070, 0x208e], // superscript and subscript figures
  [0x20a0, 0x20bf], // currency
  [0x2103, 0x2109], // ℃ ℅ ℉
  [0x2113, 0x2122], // ℓ № ™
  [0x2126, 0x212b],
  [0x2150, 0x218b], // ⅓, Roman numerals
  [0x2190, 0x2199], // arrows
  [0x21d0, 0x21d4],
  [0x2200, 0x22bf], // mathematical operators
  [0x2300, 0x2312],
  [0x2460, 0x24ff], // ① ⑴ ⒈ ⓐ
  [0x2500, 0x25ff], // box drawing, blocks, geometric shapes
  [0x2605, 0x2606], // ★ ☆
  [0x2609, 0x2609],
  [0x260e, 0x260e],
  [0x2610, 0x2612], // ☐ ☑ ☒
  [0x2640, 0x2642],
  [0x2660, 0x2667],
  [0x2713, 0x2718], // ✓ ✗
  [0x2776, 0x2793], // ❶
  [0x2e3a, 0x2e3b],
  [0x3000, 0x303f], // CJK punctuation, 〇
  [0x3041, 0x3096], // kana, as in GB 2312
  [0x309b, 0x309e],
  [0x30a1, 0x30fe],
  [0x3105, 0x312f], // bopomofo
  [0x3220, 0x3247], // ㈠
  [0x3251, 0x325f], // ㉑
  [0x3280, 0x32b0], // ㊀
  [0x32b1, 0x32bf],
  [0x3380, 0x33df], // ㎏ ㎡ ㎞
  [0xfe30, 0xfe4f], // forms for vertical setting
  [0xfe50, 0xfe6b], // small forms
  [0xff01, 0xff5e], // full-width forms
  [0xffe0, 0xffe6],
];

/** Hanzi outside GB 2312 that stand in reports: names of people and places, 勠 of 勠力同心, old forms in proper names. */
const moreHanzi =
  '勠镕喆昇玥堃祎珺翀赟彧昶晟晔晞暐暟曌楠槃榘烜焓煊煜熠燊犇珣珮琋琟琦琨琬琮瑀瑨璟璠甯盺祺禛筠筱綦翚芃芊苒茗荻莙菡萱蓢蔺蕤薏蘅禤覃赉邨郓鄠酆闫闵阾陇隽雒雯靓頔飏馗騳骉鹮麓黉龑' +
  '坣坂垟垱埇埗埭堽塱墘墩壆屾岽峃崀嵊嵖嶂嶅嶶洨洑浬浰涌淏湜滆滘潖澂濛瀍瀞灏炟簕輋邕鄌鎏鑫闿囍傒仡侑偲僮冼劢咘唛啫囤圩蹚跶逄郯';

const hanzi = (): readonly number[] => {
  // Rows 16 to 87 of GB 2312, level 1 and 2. The five empty cells at the end of row 55 decode to no hanzi.
  const decoder = new TextDecoder('gbk');
  const found: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const codePoint = decoder.decode(Uint8Array.of(row, cell)).codePointAt(0) ?? 0;
      if (codePoint >= 0x4e00 && codePoint <= 0x9fa5) found.push(codePoint);
    }
  }
  return found;
};

const build = (): ReadonlySet<number> => {
  const all = new Set<number>(hanzi());
  for (const character of moreHanzi) all.add(character.codePointAt(0) ?? 0);
  for (const [first, last] of signs) for (let codePoint = first; codePoint <= last; codePoint += 1) all.add(codePoint);
  return new Set([...all].toSorted((a, b) => a - b));
};

let built: ReadonlySet<number> | undefined;

/** The repertoire, in ascending order. */
export const repertoire = (): ReadonlySet<number> => (built ??= build());
