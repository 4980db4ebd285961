import { describe, expect, it } from 'vitest';
import { fontKey, obfuscate } from '../../../src/docx/embed.ts';
import { part, render } from './opened.ts';
import { sampleDocument } from './sample-document.ts';

const font = Uint8Array.from({ length: 80 }, (_, index) => index * 3);

describe('obfuscation of embedded fonts', () => {
  it('makes a key in the form of a GUID from the content', () => {
    expect(fontKey(font)).toMatch(/^\{[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}\}$/);
    expect(fontKey(font)).toBe(fontKey(Uint8Array.from(font)));
    expect(fontKey(font)).not.toBe(fontKey(font.map((byte) => byte + 1)));
  });

  it('changes the first 32 bytes only, undoes itself and leaves its input', () => {
    const before = Uint8Array.from(font);
    const hidden = obfuscate(font, fontKey(font));
    expect(font).toEqual(before);
    expect(hidden.subarray(32)).toEqual(font.subarray(32));
    expect(hidden.subarray(0, 32)).not.toEqual(font.subarray(0, 32));
    expect(obfuscate(hidden, fontKey(font))).toEqual(font);
  });

  it('reads the key from its last byte to its first, as ECMA-376 Part 4 has it', () => {
    const hidden = obfuscate(new Uint8Array(32), '{00112233-4455-6677-8899-AABBCCDDEEFF}');
    const reversed = [0xff, 0xee, 0xdd, 0xcc, 0xbb, 0xaa, 0x99, 0x88, 0x77, 0x66, 0x55, 0x44, 0x33, 0x22, 0x11, 0x00];
    expect([...hidden]).toEqual([...reversed, ...reversed]);
  });
});

/** The embedded faces, made readable again. */
const bytesOf = (opened: Awaited<ReturnType<typeof render>>): string[] =>
  [...part(opened, 'word/fontTable.xml').matchAll(/r:id="rId(\d+)" w:fontKey="([^"]+)"/g)].map(([, id, key = '']) =>
    new TextDecoder().decode(obfuscate(opened.parts.get(`word/fonts/font${id}.odttf`) ?? new Uint8Array(), key)),
  );

describe('embedded faces', () => {
  it('holds the characters of the text in the face that sets them, and digits to edit with', async () => {
    const faces = bytesOf(await render(sampleDocument));
    const song = faces.find((text) => text.startsWith('NotoSerifSC-Regular'));
    expect(song).toContain('产');
    expect(song).toContain('0123456789');
    expect(song).not.toContain('帜');
  });

  it('names regular and bold of one family in one entry', async () => {
    const table = part(await render(sampleDocument), 'word/fontTable.xml');
    const entry = table.match(/<w:font w:name="Noto Serif SC">.*?<\/w:font>/s)?.[0] ?? '';
    expect(entry).toMatch(/<w:embedRegular .*<w:embedBold /s);
    expect(entry).toContain('w:subsetted="1"');
  });

  it('tells Word that it holds subsets, and to go on saving them', async () => {
    const settings = part(await render(sampleDocument), 'word/settings.xml');
    expect(settings).toContain('<w:embedTrueTypeFonts/><w:saveSubsetFonts/>');
  });

  it('embeds whole faces for further editing', async () => {
    const opened = await render(sampleDocument, { embed: 'whole' });
    expect(bytesOf(opened).every((text) => text.startsWith('all of'))).toBe(true);
    expect(part(opened, 'word/settings.xml')).not.toContain('saveSubsetFonts');
    expect(part(opened, 'word/fontTable.xml')).not.toContain('subsetted');
  });

  it('embeds the characters in common use, to be edited without the whole face', async () => {
    const opened = await render(sampleDocument, { embed: 'repertoire' });
    expect(bytesOf(opened).every((text) => text.includes('赢') && text.includes('㎡'))).toBe(true);
    expect(part(opened, 'word/settings.xml')).not.toContain('saveSubsetFonts');
    expect(part(opened, 'word/fontTable.xml')).not.toContain('subsetted');
  });

  it('embeds nothing when asked to', async () => {
    const opened = await render(sampleDocument, { embed: 'none' });
    expect([...opened.parts.keys()].filter((path) => path.endsWith('.odttf'))).toEqual([]);
    expect(part(opened, 'word/settings.xml')).not.toContain('embedTrueTypeFonts');
    expect(part(opened, 'word/fontTable.xml')).toContain('<w:font w:name="Noto Serif SC">');
  });
});
