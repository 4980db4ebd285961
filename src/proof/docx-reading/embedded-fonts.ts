// The fonts that a DOCX embeds: each part turned back into a font (ECMA-376-1, 17.8.1) and its characters read.
// Written apart from the writer's own code on purpose: a mistake there must not hide here.
import { openTables, readGlyphs } from '../../fonts/sfnt.ts';
import type { DocxPackage } from './package.ts';
import { attribute, childOf, childrenOf } from './xml.ts';

export type EmbeddedFont = {
  readonly family: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly path: string;
  /** Characters with a glyph; absent when the part is no usable font. */
  readonly characters?: ReadonlyMap<number, number>;
  readonly problem?: { readonly zh: string; readonly en: string };
};

/** The first 32 bytes are XORed with the key's 16 bytes, last first. */
const reveal = (bytes: Uint8Array, key: string): Uint8Array => {
  const digits = key.replaceAll(/[^0-9A-Fa-f]/g, '');
  const made = Uint8Array.from(bytes);
  for (let index = 0; index < Math.min(32, made.length); index += 1) {
    const at = 30 - 2 * (index % 16);
    made[index] = (made[index] ?? 0) ^ Number.parseInt(digits.slice(at, at + 2), 16);
  }
  return made;
};

const kinds = [
  ['w:embedRegular', false, false],
  ['w:embedBold', true, false],
  ['w:embedItalic', false, true],
  ['w:embedBoldItalic', true, true],
] as const;

/** ECMA-376-1, 22.9.2.4. */
const guid = /^\{[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}\}$/u;

const readFont = (bytes: Uint8Array | undefined, key: string): Pick<EmbeddedFont, 'characters' | 'problem'> => {
  if (bytes === undefined) return { problem: { zh: '部件不在', en: 'its part is not there' } };
  if (key !== '' && !guid.test(key)) return { problem: { zh: `密钥 ${key} 不是 GUID`, en: `key ${key} is no GUID` } };
  const opened = openTables(key === '' ? bytes : reveal(bytes, key));
  if (opened.value === undefined) return { problem: opened.problem };
  try {
    return { characters: readGlyphs(opened.value) };
  } catch {
    return { problem: { zh: '字符表已损坏', en: 'its character map is damaged' } };
  }
};

export const readEmbeddedFonts = (docx: DocxPackage): readonly EmbeddedFont[] => {
  const table = docx.relationshipsOf(docx.main).find(({ type }) => type === 'fontTable')?.target ?? '';
  const targets = new Map(docx.relationshipsOf(table).map(({ id, target }) => [id, target]));
  return childrenOf(docx.xml(table), 'w:font').flatMap((font) =>
    kinds.flatMap(([name, bold, italic]): EmbeddedFont[] => {
      const embed = childOf(font, name);
      if (embed === undefined) return [];
      const path = targets.get(attribute(embed, 'r:id') ?? '') ?? '';
      const found = readFont(docx.parts.get(path), attribute(embed, 'w:fontKey') ?? '');
      return [{ family: attribute(font, 'w:name') ?? '', bold, italic, path, ...found }];
    }),
  );
};
