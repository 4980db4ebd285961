// Small TrueType fonts for tests, cut from the installed ones, and hosts that hold them.
import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import type { Outcome } from '../../../src/diagnostics/diagnostic.ts';
import { cutFace } from '../../../src/fonts/cut.ts';
import { resolveInstalled } from '../../../src/fonts/find-file.ts';
import { readFontConfig, type FontConfig } from '../../../src/fonts/font-config.ts';
import { openTables, readGlyphs, type Tables } from '../../../src/fonts/sfnt.ts';
import { memoryHost, type Host } from '../../../src/host.ts';

export const serifFile = '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf';
export const kaiFile = '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff';
export const sansFile = '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf';

export const valueOf = <T>(outcome: Outcome<T>): T => {
  expect(outcome.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (outcome.value === undefined) throw new Error('no value');
  return outcome.value;
};

export const tablesOf = (bytes: Uint8Array): Tables => {
  const opened = openTables(bytes);
  if (!opened.value) throw new Error(opened.problem.en);
  return opened.value;
};

export const charactersOf = (bytes: Uint8Array): string =>
  [...readGlyphs(tablesOf(bytes)).keys()]
    .toSorted((a, b) => a - b)
    .map((codePoint) => String.fromCodePoint(codePoint))
    .join('');

export const codePoints = (text: string): Set<number> => new Set([...text].map((one) => one.codePointAt(0) ?? 0));

const whole = new Map<string, Promise<Tables>>();

/** A font with these characters under this family name. */
export const smallFont = async (file: string, characters: string, family: string, bold = false): Promise<Uint8Array> => {
  const opening = whole.get(file) ?? readFile(resolveInstalled(file) ?? file).then(tablesOf);
  whole.set(file, opening);
  return cutFace(await opening, codePoints(characters), {
    family,
    bold,
    key: family.replaceAll(' ', ''),
    copyright: 'Copyright of the test',
    version: 'Version 1.0',
    license: 'This Font Software is licensed under the SIL Open Font License, Version 1.1.',
    licenseUrl: 'https://openfontlicense.org',
  });
};

/** The font with another embedding right in OS/2. */
export const withRights = (bytes: Uint8Array, fsType: number): Uint8Array => {
  const changed = Uint8Array.from(bytes);
  const os2 = tablesOf(changed).get('OS/2');
  if (os2) new DataView(os2.buffer, os2.byteOffset).setUint16(8, fsType);
  return changed;
};

/** A configuration in which song, hei and kai are dropped files and the other roles fall back on song. */
export const smallConfig = (more = ''): FontConfig =>
  valueOf(
    readFontConfig(
      'fonts.yaml',
      `system: { use: false, folders: [system] }
roles:
  title: { regular: [{ role: song, weight: bold }], bold: [{ role: title, weight: regular }] }
  hei: { regular: [{ file: 'hei*.ttf' }], bold: [{ role: hei, weight: regular }] }
  kai: { regular: [{ file: 'kai*.ttf' }], bold: [{ role: kai, weight: regular }] }
  fangsong: { regular: [{ file: ['fang*.ttf', '仿宋*.ttf'] }, { system: simfang.ttf }, { role: song }], bold: [{ role: song }] }
  song: { regular: [{ file: 'song.ttf' }], bold: [{ file: 'song-bold.ttf' }, { role: song, weight: regular }] }
${more}`,
    ),
  );

export type CountingHost = Host & { readonly files: Map<string, Uint8Array>; readonly reads: string[] };

/** A memory host that tells what was read. */
export const countingHost = (files: ReadonlyMap<string, Uint8Array | string>): CountingHost => {
  const host = memoryHost(files);
  const reads: string[] = [];
  return {
    ...host,
    reads,
    read: (file) => {
      reads.push(file);
      return host.read(file);
    },
  };
};
