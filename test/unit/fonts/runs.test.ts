import { expect, test } from 'vitest';
import type { Face } from '../../../src/fonts/font-set.ts';
import { makeRuns } from '../../../src/fonts/runs.ts';

const face = (key: string, characters: string, narrow = ''): Face => {
  const all = new Set([...characters, ...narrow].map((one) => one.codePointAt(0)));
  const thin = new Set([...narrow].map((one) => one.codePointAt(0)));
  return {
    key,
    family: key,
    bold: false,
    bytes: new Uint8Array(),
    covers: (codePoint) => all.has(codePoint),
    advance: (codePoint) => (thin.has(codePoint) ? 0.35 : all.has(codePoint) ? 1 : 0),
    ascender: 0.88,
    descender: -0.12,
  };
};

const kai = face('kai', '四区第一e\u0301—\u2060', '“”·');
const song = face('song', '四区第一䶮e“”…', '—·');
const hei = face('hei', '四区第一·𬭎u\u0308e\u0304', '—');
const runs = makeRuns([kai, song, hei]);
const shown = (text: string): readonly string[] => runs(text).map((run) => `${run.face.key}:${run.text}`);

test('text of one face is one run', () => expect(shown('四区第一')).toEqual(['kai:四区第一']));

test('a missing character comes from the next face of the chain that has it', () =>
  expect(shown('四䶮区𬭎')).toEqual(['kai:四', 'song:䶮', 'kai:区', 'hei:𬭎']));

test('marks that the own face draws narrow come from a full-width face', () =>
  expect(shown('“四区”第一·区—四')).toEqual(['song:“', 'kai:四区', 'song:”', 'kai:第一', 'hei:·', 'kai:区—四']));

test('a mark that no face draws full width stays with the first that has it', () =>
  expect(makeRuns([song])('—·').map((run) => run.text)).toEqual(['—·']));

test('a character that no face has stays in the own face', () =>
  expect(shown('四\u{e000}区')).toEqual(['kai:四\u{e000}区']));

test('a base and its combining marks stay together', () => {
  expect(shown('四e\u0301区')).toEqual(['kai:四e\u0301区']);
  expect(shown('四e\u0304区')).toEqual(['kai:四', 'hei:e\u0304', 'kai:区']);
  expect(shown('e\u0304')).toEqual(['hei:e\u0304']);
  expect(shown('\u0301四')).toEqual(['kai:\u0301四']);
});

test('characters that draw nothing are left out', () => {
  expect(shown('四\u2060区\ufe00第\u{e0100}一\u200d\ufeff')).toEqual(['kai:四区第一']);
  expect(shown('\u200b')).toEqual([]);
});

test('half a surrogate pair neither throws nor vanishes', () =>
  expect(shown('四\ud87f区')).toEqual(['kai:四\ud87f区']));
