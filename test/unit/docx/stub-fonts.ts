// Fonts without font files: two weights of 宋 and 黑, a 楷 that lacks quotation marks and rare hanzi, metrics by rule.
// A subset is the list of its characters, so that tests can tell what would be embedded.
import type { Face, FontSet } from '../../../src/fonts/font-set.ts';
import type { Role } from '../../../src/theme/theme.ts';

const rare = 0x4dae; // 䶮

const face = (
  key: string,
  family: string,
  bold: boolean,
  lacks: (codePoint: number) => boolean = () => false,
): Face => ({
  key,
  family,
  bold,
  bytes: new TextEncoder().encode(`whole font ${key}`.padEnd(64, '.')),
  covers: (codePoint) => !lacks(codePoint),
  advance: (codePoint) => (codePoint < 0x2000 ? 0.5 : 1),
  ascender: 0.88,
  descender: -0.12,
});

const song = face('NotoSerifSC-Regular', 'Noto Serif SC', false);
const songBold = face('NotoSerifSC-Bold', 'Noto Serif SC', true);
const hei = face('NotoSansSC-Regular', 'Noto Sans SC', false);
const heiBold = face('NotoSansSC-Bold', 'Noto Sans SC', true);
const kai = face(
  'LXGWWenKai-Regular',
  'LXGW WenKai',
  false,
  (codePoint) => codePoint === rare || /[“”]/.test(String.fromCodePoint(codePoint)),
);

const faces: Readonly<Record<Role, readonly [Face, Face]>> = {
  title: [songBold, songBold],
  hei: [hei, heiBold],
  kai: [kai, kai],
  fangsong: [song, songBold],
  song: [song, songBold],
};

export const stubFonts: FontSet = {
  faces: [song, songBold, hei, heiBold, kai],
  resolve: (role, bold) => faces[role][bold ? 1 : 0],
  runs: (text, role, bold) => {
    const own = faces[role][bold ? 1 : 0];
    const runs: { text: string; face: Face }[] = [];
    for (const character of text) {
      const chosen = own.covers(character.codePointAt(0) ?? 0) ? own : song;
      const last = runs.at(-1);
      if (last?.face === chosen) last.text += character;
      else runs.push({ text: character, face: chosen });
    }
    return runs;
  },
  whole: async (of) => new TextEncoder().encode(`all of ${of.key}`.padEnd(64, '.')),
  subset: async (of, codePoints) =>
    new TextEncoder().encode(
      `${of.key} ${[...codePoints].map((one) => String.fromCodePoint(one)).join('')}`.padEnd(64, '.'),
    ),
};
