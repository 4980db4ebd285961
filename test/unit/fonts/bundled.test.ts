// The fonts that come with the package, through the configuration that comes with it.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeFonts } from '../../../src/fonts/describe-fonts.ts';
import { readFontConfig } from '../../../src/fonts/font-config.ts';
import type { FontSet } from '../../../src/fonts/font-set.ts';
import { loadFonts, type FontLibrary } from '../../../src/fonts/load-fonts.ts';
import { repertoire } from '../../../src/fonts/repertoire.ts';
import { realHost } from '../../../src/host.ts';
import { codePoints, valueOf } from './small-fonts.ts';

let cacheDir: string;
let library: FontLibrary;
let fonts: FontSet;

beforeAll(async () => {
  cacheDir = await mkdtemp(path.join(tmpdir(), 'jianbao-fonts-'));
  const config = valueOf(readFontConfig('fonts/fonts.yaml', readFileSync('fonts/fonts.yaml', 'utf8')));
  library = valueOf(await loadFonts(config, realHost(), { cacheDir, folders: [] }));
  fonts = await library.forDocument(new Set());
}, 60_000);
afterAll(() => rm(cacheDir, { recursive: true, force: true }));

test('every role is served by an open font that may be embedded', () => {
  for (const row of describeFonts(library)) expect(row).toMatchObject({ license: 'OFL-1.1', fsType: 0 });
  expect(fonts.faces.map(({ key }) => key)).toEqual([
    'NotoSerifSC-Regular',
    'NotoSerifSC-Bold',
    'NotoSansSCMedium-Regular',
    'NotoSansSCMedium-Bold',
    'LXGWWenKai-Regular',
    'LXGWWenKai-Bold',
  ]);
});

test('every hanzi and sign of reports is in each text face', () => {
  const hanzi = [...repertoire()].filter((codePoint) => codePoint >= 0x4e00 && codePoint <= 0x9fa5);
  const signs = [...codePoints('，。、；：？！“”‘’（）《》〔〕【】…—－～％＋０①⑩ⅠⅢ℃㎡‰×±÷≥≤→▲▼■●○□★　')];
  for (const face of fonts.faces) {
    expect([...hanzi, ...signs].filter((codePoint) => !face.covers(codePoint)).map((one) => String.fromCodePoint(one))).toEqual([]);
  }
});

test.each(['title', 'hei', 'kai', 'fangsong', 'song'] as const)('the marks of %s all stand in a full em', (role) => {
  for (const bold of [false, true]) {
    const runs = fonts.runs('“一招四引”——‘两学一做’·增长……', role, bold);
    expect(runs.map(({ text }) => text).join('')).toBe('“一招四引”——‘两学一做’·增长……');
    for (const { text, face } of runs) for (const one of text) expect(face.advance(one.codePointAt(0) ?? 0)).toBe(1);
  }
});

test('the rare hanzi of names are served in each face', async () => {
  const set = await library.forDocument(codePoints('䶮𬭎𬬩'));
  for (const face of set.faces) expect([0x4dae, 0x2cb4e, 0x2cb29].every(face.covers)).toBe(true);
}, 30_000);

test('what a DOCX of a usual report embeds stays well under 1 MB', async () => {
  const common = [...repertoire()].filter((codePoint) => codePoint >= 0x4e00 && codePoint <= 0x9fa5);
  // About the hanzi of a 15-page handout: 1,000 in the text face, fewer in heads, leads and figures.
  const counts: Readonly<Record<string, number>> = {
    'NotoSerifSC-Regular': 1000,
    'NotoSerifSC-Bold': 40,
    'NotoSansSCMedium-Regular': 350,
    'NotoSansSCMedium-Bold': 30,
    'LXGWWenKai-Regular': 150,
  };
  const parts: Record<string, Uint8Array> = {};
  for (const face of fonts.faces) {
    const count = counts[face.key];
    if (count !== undefined) parts[face.key] = await fonts.subset(face, new Set(common.slice(0, count)));
  }
  expect(Object.keys(parts)).toHaveLength(5);
  expect(zipSync(parts).length).toBeLessThan(600_000);
});

test('a subset asked for twice is made once', async () => {
  const [face] = fonts.faces;
  if (!face) throw new Error('no face');
  expect(fonts.subset(face, codePoints('政府'))).toBe(fonts.subset(face, codePoints('府政')));
});
