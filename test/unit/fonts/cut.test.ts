import { beforeAll, expect, test } from 'vitest';
import { coverageOf, covers, sizeOf } from '../../../src/fonts/coverage.ts';
import { subsetFace } from '../../../src/fonts/cut.ts';
import { readFontConfig } from '../../../src/fonts/font-config.ts';
import { repertoire } from '../../../src/fonts/repertoire.ts';
import { openTables, readAdvances, readFacts, readGlyphs } from '../../../src/fonts/sfnt.ts';
import { charactersOf, codePoints, kaiFile, serifFile, smallFont, tablesOf } from './small-fonts.ts';

let face: Uint8Array;
beforeAll(async () => {
  face = await smallFont(serifFile, '红旗区政府工作报告0123456789．𬭎', 'Test Song', true);
});

test('same characters, same bytes, in whatever order they come', async () => {
  const one = await subsetFace(face, codePoints('报告𬭎工作'));
  const other = await subsetFace(face, [...codePoints('工作报告𬭎')].toReversed());
  expect(Buffer.from(one).equals(other)).toBe(true);
});

test('same bytes whatever fonts were cut before', async () => {
  const wanted = codePoints('报告𬭎');
  const first = await subsetFace(face, wanted);
  for (let count = 0; count < 10; count += 1) await subsetFace(Uint8Array.from(face), codePoints('工作'));
  expect(Buffer.from(first).equals(await subsetFace(face, wanted))).toBe(true);
  expect(Buffer.from(first).equals(await subsetFace(Uint8Array.from(face), wanted))).toBe(true);
});

test('what is no font throws', async () => {
  await expect(subsetFace(new Uint8Array(64), codePoints('报'))).rejects.toThrow('harfbuzz');
});

test('a subset has the characters asked for and no more, and knows them by code point', async () => {
  expect(charactersOf(await subsetFace(face, codePoints('报告𬭎x')))).toBe('告报𬭎');
});

test('names, weight, rights and licence stay, for Word to find the face', async () => {
  const facts = readFacts(tablesOf(await subsetFace(face, codePoints('报告'))));
  expect(facts).toMatchObject({ bold: true, fsType: 0, ascender: 1.151, descender: -0.286 });
  expect(facts.names).toMatchObject({ family: 'Test Song', copyright: 'Copyright of the test' });
  expect(facts.names.license).toContain('SIL Open Font License');
});

test('layout tables and hints are gone, outlines and widths are those of the font', async () => {
  const tables = tablesOf(await subsetFace(face, codePoints('报0')));
  expect([...tables.keys()].toSorted()).toEqual(
    ['OS/2', 'cmap', 'gasp', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'].toSorted(),
  );
  const advance = readAdvances(tables);
  const glyphs = readGlyphs(tables);
  expect(advance(glyphs.get(0x62a5) ?? 0)).toBe(1);
  expect(advance(glyphs.get(0x30) ?? 0)).toBeCloseTo(0.557, 3);
});

test('a file cut short anywhere is a problem, not a throw', () => {
  for (let length = 0; length < face.length; length += 97) {
    expect(openTables(face.subarray(0, length)).problem).toBeDefined();
  }
  expect(openTables(face).value).toBeDefined();
});

test('WOFF is opened like the TrueType inside it', async () => {
  const kai = await smallFont(kaiFile, '楷书“', 'Test Kai');
  const tables = tablesOf(kai);
  expect(charactersOf(kai)).toBe('“书楷');
  expect(readAdvances(tables)(readGlyphs(tables).get(0x201c) ?? 0)).toBeCloseTo(0.35, 3);
});

test('the repertoire holds GB 2312, the signs of reports, and stays as it is', () => {
  const all = repertoire();
  const hanzi = [...all].filter((codePoint) => codePoint >= 0x4e00 && codePoint <= 0x9fff);
  expect(hanzi.length).toBeGreaterThanOrEqual(6763);
  for (const one of '一鹤齄勠镕喆，。、“”‘’·…—①②㈠㎡℃‰№Ⅲ▲▼■●○□★→≥≤±×÷－～％＋∶√αΩ０Ａ〔〕《》　☐✓') {
    expect(all.has(one.codePointAt(0) ?? 0), one).toBe(true);
  }
  expect(all.has(0x4dae)).toBe(false);
  expect([...all].every((codePoint) => codePoint < 0xd800 || codePoint >= 0xfe30)).toBe(true);
});

test('coverage answers as the set it was packed from', () => {
  const set = codePoints('ABC一二𬭎');
  const coverage = coverageOf(set);
  expect(coverage.slice(0, 2)).toEqual([0x41, 0x43]);
  expect(sizeOf(coverage)).toBe(set.size);
  for (const one of [0x40, 0x41, 0x42, 0x43, 0x44, 0x4e00, 0x4e01, 0x4e8c, 0x2cb4d, 0x2cb4e, 0x2cb4f]) {
    expect(covers(coverage, one)).toBe(set.has(one));
  }
  expect(covers([], 0x41)).toBe(false);
});

test('a configuration with a fault points at it', () => {
  const outcome = readFontConfig('fonts.yaml', 'system:\n  use: false\n  folders: []\nroles:\n  song: 3\n');
  expect(outcome.value).toBeUndefined();
  expect(outcome.diagnostics.map(({ code }) => code)).toContain('fonts/wrong-value');
  expect(outcome.diagnostics.find(({ message }) => message.en.includes('roles.song'))?.span?.line).toBe(5);
});
