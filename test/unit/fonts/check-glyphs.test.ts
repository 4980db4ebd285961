import { beforeAll, expect, test } from 'vitest';
import { checkGlyphs } from '../../../src/fonts/check-glyphs.ts';
import type { FontSet } from '../../../src/fonts/font-set.ts';
import { loadFonts } from '../../../src/fonts/load-fonts.ts';
import type { Block, Inline } from '../../../src/tree/tree.ts';
import { codePointsOf } from '../../../src/tree/walk.ts';
import { countingHost, sansFile, serifFile, smallConfig, smallFont, valueOf } from './small-fonts.ts';

let fontsOf: (document: { readonly blocks: readonly Block[] }) => Promise<FontSet>;

beforeAll(async () => {
  const song = await smallFont(serifFile, '刘李区长ab', 'Test Song');
  const hei = await smallFont(sansFile, '䶮𬭎', 'Test Hei');
  const host = countingHost(
    new Map([
      ['fonts/song.ttf', song],
      ['fonts/hei.ttf', hei],
      ['fonts/kai.ttf', song],
    ]),
  );
  const library = valueOf(await loadFonts(smallConfig(), host, { cacheDir: 'cache', folders: ['fonts'] }));
  fontsOf = (document) => library.forDocument(codePointsOf(document));
});

const paragraph = (text: string, line: number): Block => {
  const child: Inline = { kind: 'text', text, span: { file: 'brief.md', line, column: 1 } };
  return { kind: 'paragraph', role: 'body', children: [child] };
};

test('rare hanzi that a face further down the chain has are fine', async () => {
  const document = { blocks: [paragraph('区长刘䶮、李𬭎'.replace('、', ''), 1)] };
  expect(checkGlyphs(document, await fontsOf(document))).toEqual([]);
});

test('a character without glyph is named with code point, place and how often', async () => {
  const document = { blocks: [paragraph('刘\u{e000}', 3), paragraph('李\u{e000}㐂', 9)] };
  expect(checkGlyphs(document, await fontsOf(document))).toMatchObject([
    {
      severity: 'error',
      code: 'fonts/missing-glyph',
      span: { file: 'brief.md', line: 3, column: 1 },
      message: {
        zh: '私用区字符，没有字体认得：U+E000，共 2 处',
        en: 'no font has the private-use character: U+E000, 2 times',
      },
    },
    { span: { line: 9 }, message: { zh: '所有字体里都没有这个字：“㐂” U+3402' } },
  ]);
});

test.each([
  ['a control character', 'a\u0007b', 'a control character cannot be set: U+0007'],
  ['a tab', 'a\tb', 'a control character cannot be set: U+0009'],
  ['half a surrogate pair', 'a\ud87fb', 'half a character cannot be set (a lone surrogate): U+D87F'],
  ['a noncharacter', 'a\uffffb', 'not a character: U+FFFF'],
])('%s', async (_name, text, message) => {
  const document = { blocks: [paragraph(text, 1)] };
  expect(checkGlyphs(document, await fontsOf(document)).map((found) => found.message.en)).toEqual([message]);
});

test('what draws nothing needs no glyph', async () => {
  const document = { blocks: [paragraph('刘\ufe00李\u200d\u{e0100}\u2060', 1)] };
  expect(checkGlyphs(document, await fontsOf(document))).toEqual([]);
});
