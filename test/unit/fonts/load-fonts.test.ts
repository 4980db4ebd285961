import { beforeAll, describe, expect, test } from 'vitest';
import { describeFonts } from '../../../src/fonts/describe-fonts.ts';
import { loadFonts, type FontLibrary } from '../../../src/fonts/load-fonts.ts';
import { charactersOf, codePoints, countingHost, kaiFile, sansFile, serifFile } from './small-fonts.ts';
import { smallConfig, smallFont, valueOf, withRights, type CountingHost } from './small-fonts.ts';

const shared = '红旗区政府工作报告0123456789.%，。—“”·';
let files: Map<string, Uint8Array>;

beforeAll(async () => {
  files = new Map([
    ['fonts/song.ttf', await smallFont(serifFile, `${shared}䶮𬭎`, 'Test Song')],
    ['fonts/hei.ttf', await smallFont(sansFile, `${shared}䶮䲟`, 'Test Hei')],
    ['fonts/kai.ttf', await smallFont(kaiFile, `${shared}镕`, 'Test Kai')],
  ]);
});

const options = { cacheDir: 'cache', folders: ['mine', 'fonts'], resolve: () => undefined };
const load = (host: CountingHost): ReturnType<typeof loadFonts> => loadFonts(smallConfig(), host, options);
const library = async (host = countingHost(files)): Promise<FontLibrary> => valueOf(await load(host));
const cacheOf = (host: CountingHost): string[] => [...host.files.keys()].filter((file) => file.startsWith('cache/'));

describe('choosing', () => {
  test('a role without a font of its own is served by the next, and says so', async () => {
    const outcome = await load(countingHost(files));
    const set = await valueOf(outcome).forDocument(new Set());
    expect(set.resolve('fangsong', false)).toBe(set.resolve('song', false));
    expect(set.resolve('title', true)).toBe(set.resolve('song', false));
    const notes = outcome.diagnostics.filter(({ code }) => code === 'fonts/role-fallback');
    expect(notes.map(({ message }) => message.zh)).toContain('仿宋没有自己的字体，用宋体代替');
  });

  test('a file dropped into an earlier folder serves its role', async () => {
    const fang = await smallFont(serifFile, shared, 'FangSong_GB2312');
    const host = countingHost(new Map([...files, ['mine/仿宋_GB2312.TTF', fang]]));
    const outcome = await load(host);
    const set = await valueOf(outcome).forDocument(new Set());
    expect(set.resolve('fangsong', false).family).toBe('FangSong_GB2312');
    expect(set.resolve('fangsong', true).family).toBe('Test Song');
    const row = describeFonts(valueOf(outcome)).find(({ role, weight }) => role === 'fangsong' && weight === 'regular');
    expect(row).toMatchObject({ file: 'mine/仿宋_GB2312.TTF', license: 'OFL-1.1', fsType: 0 });
    expect(row?.why.en).toBe('dropped into fonts/');
  });

  test('system fonts serve only when they are switched on', async () => {
    const fang = await smallFont(serifFile, shared, 'FangSong');
    const host = countingHost(new Map([...files, ['system/truetype/SimFang.ttf', fang]]));
    const off = describeFonts(await library(host)).find(({ role }) => role === 'fangsong');
    expect(off?.why.en).toContain('system fonts are off: simfang.ttf');
    const config = smallConfig();
    const on = await loadFonts({ ...config, system: { ...config.system, use: true } }, host, options);
    expect(describeFonts(valueOf(on)).find(({ role }) => role === 'fangsong')).toMatchObject({
      file: 'system/truetype/SimFang.ttf',
      family: 'FangSong',
    });
  });

  test('regular and bold of one family go under one name, other fonts never share one', async () => {
    const bold = await smallFont(serifFile, shared, 'Test Song', true);
    const host = countingHost(new Map([...files, ['fonts/song-bold.ttf', bold]]));
    const set = await (await library(host)).forDocument(new Set());
    expect(set.resolve('song', true)).toMatchObject({ key: 'TestSong-Bold', family: 'Test Song', bold: true });
    const twin = await smallFont(sansFile, shared, 'Test Song');
    const other = countingHost(new Map([...files, ['fonts/hei.ttf', twin]]));
    const names = (await (await library(other)).forDocument(new Set())).faces.map(({ family }) => family);
    expect(new Set(names).size).toBe(names.length);
  });

  test('no candidate: an error for the slot, with what was tried', async () => {
    const without = new Map([...files].filter(([file]) => file !== 'fonts/kai.ttf'));
    const outcome = await load(countingHost(without));
    expect(outcome.value).toBeUndefined();
    expect(outcome.diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'fonts/no-candidate', message: { en: 'no font for kai; tried fonts/kai*.ttf' } },
    ]);
  });

  test('roles that name each other in a circle are an error, not a hang', async () => {
    const config = smallConfig();
    const circle = { regular: [{ role: 'hei' as const }], bold: [{ role: 'hei' as const }] };
    const roles = { ...config.roles, kai: circle, hei: { ...config.roles.hei, regular: [{ role: 'kai' as const }] } };
    const outcome = await loadFonts({ ...config, roles }, countingHost(files), options);
    expect(outcome.diagnostics.some(({ code }) => code === 'fonts/no-candidate')).toBe(true);
  });
});

describe('rights', () => {
  test.each([
    [0x0002, 'error', 'forbids embedding'],
    [0x0102, 'error', 'forbids embedding'],
    [0x0108, 'error', 'forbids subsetting'],
    [0x0200, 'error', 'only its bitmaps'],
    [0x0004, 'warning', 'viewing and printing only'],
  ] as const)('fsType %i', async (fsType, severity, text) => {
    const song = withRights(files.get('fonts/song.ttf') ?? new Uint8Array(), fsType);
    const outcome = await load(countingHost(new Map([...files, ['fonts/song.ttf', song]])));
    const found = outcome.diagnostics.filter(({ code }) => code === 'fonts/not-embeddable');
    expect(found).toMatchObject([{ severity, file: 'fonts/song.ttf' }]);
    expect(found[0]?.message.en).toContain(text);
    expect(outcome.value === undefined).toBe(severity === 'error');
  });

  test.each([0x0008, 0x000c, 0x0006])('fsType %i is no fault', async (fsType) => {
    const song = withRights(files.get('fonts/song.ttf') ?? new Uint8Array(), fsType);
    const outcome = await load(countingHost(new Map([...files, ['fonts/song.ttf', song]])));
    expect(outcome.diagnostics.filter(({ code }) => code === 'fonts/not-embeddable')).toEqual([]);
  });
});

describe('files that are no fonts', () => {
  const cases: readonly (readonly [name: string, make: (font: Uint8Array) => Uint8Array, text: string])[] = [
    ['cut short', (font) => font.subarray(0, font.length / 2), 'damaged'],
    ['empty', () => new Uint8Array(), 'is not a TrueType font'],
    ['text', () => new TextEncoder().encode('<!DOCTYPE html><title>404</title>'), 'is not a TrueType font'],
    ['PostScript outlines', (font) => Uint8Array.from([...'OTTO'].map((c) => c.charCodeAt(0)).concat([...font.subarray(4)])), 'PostScript outlines'],
    ['a collection', (font) => Uint8Array.from([...'ttcf'].map((c) => c.charCodeAt(0)).concat([...font.subarray(4)])), 'collection'],
  ];
  test.each(cases)('%s', async (_name, make, text) => {
    const song = make(files.get('fonts/song.ttf') ?? new Uint8Array());
    const outcome = await load(countingHost(new Map([...files, ['fonts/song.ttf', song]])));
    expect(outcome.value).toBeUndefined();
    const found = outcome.diagnostics.filter(({ severity }) => severity === 'error');
    expect(found).toMatchObject([{ code: 'fonts/unreadable', file: 'fonts/song.ttf' }]);
    expect(found[0]?.message.en).toContain(text);
  });

  test('outlines of nonsense are reported, or cut, but never thrown', async () => {
    const font = files.get('fonts/song.ttf') ?? new Uint8Array();
    for (let seed = 1; seed <= 20; seed += 1) {
      const song = Uint8Array.from(font);
      for (let at = 12 * seed; at < song.length; at += 977) song[at] = (at * seed) & 0xff;
      const outcome = await load(countingHost(new Map([...files, ['fonts/song.ttf', song]])));
      if (!outcome.value) {
        expect(outcome.diagnostics.some(({ code }) => code === 'fonts/unreadable')).toBe(true);
        continue;
      }
      const set = await outcome.value.forDocument(codePoints('报告䶮'));
      expect(set.runs('“四区”报告䶮', 'kai', true).length).toBeGreaterThan(0);
    }
  });
});

describe('cache', () => {
  test('a damaged entry is made again, with the same bytes', async () => {
    const host = countingHost(files);
    const before = (await (await library(host)).forDocument(new Set())).faces.map(({ bytes }) => [...bytes]);
    const entries = cacheOf(host);
    expect(entries).toHaveLength(6);
    for (const [index, file] of entries.entries()) {
      const good = host.files.get(file) ?? new Uint8Array();
      const bad = index % 2 === 0 ? good.subarray(0, good.length - 10) : Uint8Array.from(good);
      if (index % 2 === 1) bad[bad.length - 5] = (bad[bad.length - 5] ?? 0) ^ 1;
      host.files.set(file, bad);
    }
    const after = (await (await library(host)).forDocument(new Set())).faces.map(({ bytes }) => [...bytes]);
    expect(after).toEqual(before);
    expect(cacheOf(host)).toEqual(entries);
  });

  test('a folder that cannot be written costs time only', async () => {
    const host = { ...countingHost(files), replace: async () => Promise.reject(new Error('read-only')) };
    expect((await loadFonts(smallConfig(), host, options)).value).toBeDefined();
  });

  test('a warm run does not open the fonts of packages', async () => {
    const config = smallConfig();
    const candidate = { package: 'a-font', path: 'song.ttf' };
    const roles = { ...config.roles, song: { regular: [candidate], bold: [candidate] } };
    const song = files.get('fonts/song.ttf') ?? new Uint8Array();
    const host = countingHost(
      new Map<string, Uint8Array | string>([
        ...files,
        ['npm/a-font/song.ttf', song],
        ['npm/a-font/package.json', '{ "name": "a-font", "version": "1.2.3" }'],
      ]),
    );
    const warm = { ...options, resolve: (specifier: string) => `npm/${specifier}` };
    const first = valueOf(await loadFonts({ ...config, roles }, host, warm));
    expect(host.reads).toContain('npm/a-font/song.ttf');
    host.reads.length = 0;
    const second = valueOf(await loadFonts({ ...config, roles }, host, warm));
    expect(host.reads).not.toContain('npm/a-font/song.ttf');
    expect(second.fingerprint).toBe(first.fingerprint);
    host.files.set('npm/a-font/package.json', new TextEncoder().encode('{ "version": "1.2.4" }'));
    const third = valueOf(await loadFonts({ ...config, roles }, host, warm));
    expect(third.fingerprint).not.toBe(first.fingerprint);
  });
});

describe('fonts of a document', () => {
  test('characters of the repertoire take the shared faces', async () => {
    const fonts = await library();
    const one = await fonts.forDocument(codePoints('红旗区'));
    expect(await fonts.forDocument(codePoints('报告'))).toBe(one);
    expect(one.resolve('song', false).covers(0x4dae)).toBe(false);
  });

  test('characters beyond it are cut in from the whole fonts that have them', async () => {
    const fonts = await library();
    const set = await fonts.forDocument(codePoints('刘䶮𬭎䲟\u{e000}'));
    expect(charactersOf(set.resolve('song', false).bytes)).toMatch(/䶮.*𬭎/);
    expect(set.resolve('hei', false).covers(0x2cb4e)).toBe(false);
    expect(set.runs('䶮𬭎䲟', 'hei', false).map(({ text, face }) => `${text} ${face.family}`)).toEqual([
      '䶮 Test Hei',
      '𬭎 Test Song',
      '䲟 Test Hei',
    ]);
    expect(set.resolve('kai', false)).toBe((await fonts.forDocument(new Set())).resolve('kai', false));
    expect(set.faces.some((face) => face.covers(0xe000))).toBe(false);
  });

  test('bytes follow from the document alone, whatever came before it', async () => {
    const alone = await (await library()).forDocument(codePoints('刘䶮'));
    const fonts = await library();
    await fonts.forDocument(codePoints('李𬭎䲟'));
    await fonts.forDocument(codePoints('王𬭎'));
    const later = await fonts.forDocument(codePoints('䶮刘'));
    expect(later.faces.map(({ key }) => key)).toEqual(alone.faces.map(({ key }) => key));
    for (const [index, face] of alone.faces.entries()) {
      expect(Buffer.from(later.faces[index]?.bytes ?? []).equals(face.bytes)).toBe(true);
    }
  });

  test('the fingerprint is that of the fonts, not of where they lie', async () => {
    const moved = new Map([...files].map(([file, bytes]) => [file.replace('fonts/', 'mine/'), bytes]));
    expect((await library(countingHost(moved))).fingerprint).toBe((await library()).fingerprint);
    const other = await smallFont(serifFile, `${shared}新`, 'Test Song');
    const changed = await library(countingHost(new Map([...files, ['fonts/song.ttf', other]])));
    expect(changed.fingerprint).not.toBe((await library()).fingerprint);
  });
});
