// Embeds faces in a DOCX: fontTable.xml, its relationships, and each face as an obfuscated part (ECMA-376 Part 4, 4.1 of
// 2016: the first 32 bytes are XORed with the key). The key is made from the bytes, so the same face gives the same part.
import type { Face, FontSet } from '../fonts/font-set.ts';
import { repertoire } from '../fonts/repertoire.ts';
import { sha256 } from '../host.ts';
import type { PageTheme, Role } from '../theme/theme.ts';
import { namespaces, tag, xmlPart } from './xml.ts';

/**
 * `subset`: the characters of the document, with ASCII and Chinese marks. `repertoire`: some 9,000 characters in common
 * use too. `whole`: the font as it is. `none`: nothing, so that Word takes what the machine has.
 */
export type Embedding = 'subset' | 'repertoire' | 'whole' | 'none';

export type FacesUsed = ReadonlyMap<string, { readonly face: Face; readonly codePoints: ReadonlySet<number> }>;

/** `{XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX}` from the face's content. */
export const fontKey = (bytes: Uint8Array): string => {
  const hex = sha256(bytes).slice(0, 32).toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}}`;
};

/** XORs the first 32 bytes with the key, its bytes in reverse, twice over. It undoes itself. */
export const obfuscate = (bytes: Uint8Array, key: string): Uint8Array => {
  const digits = key.replaceAll(/[{}-]/g, '');
  const reversed = Array.from({ length: 16 }, (_, index) =>
    Number.parseInt(digits.slice(30 - 2 * index, 32 - 2 * index), 16),
  );
  const made = Uint8Array.from(bytes);
  for (let index = 0; index < 32 && index < made.length; index += 1) {
    made[index] = (made[index] ?? 0) ^ (reversed[index % 16] ?? 0);
  }
  return made;
};

/** What Word wants to know of a face, from its OS/2 table: panose and the ranges it covers. */
type Signature = { readonly panose: string; readonly usb: readonly string[]; readonly csb: readonly string[] };

const hexadecimal = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0');

const signatureOf = (bytes: Uint8Array): Signature | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12) return undefined;
  const tables = view.getUint16(4);
  for (let index = 0; index < tables; index += 1) {
    const record = 12 + 16 * index;
    if (record + 16 > bytes.length || view.getUint32(record) !== 0x4f532f32) continue;
    const offset = view.getUint32(record + 8);
    if (offset + 86 > bytes.length) return undefined;
    return {
      panose: Array.from(bytes.subarray(offset + 32, offset + 42), (value) => hexadecimal(value, 2)).join(''),
      usb: [42, 46, 50, 54].map((at) => hexadecimal(view.getUint32(offset + at), 8)),
      csb: [78, 82].map((at) => hexadecimal(view.getUint32(offset + at), 8)),
    };
  }
  return undefined;
};

/** What Word takes when the embedded face is missing or refused: the system's face of the same role. */
const substitutes: Readonly<Record<Role, string>> = {
  title: '方正小标宋简体',
  hei: '黑体',
  kai: '楷体',
  fangsong: '仿宋',
  song: '宋体',
};

/** Characters that every embedded face gets, so that figures and marks can be edited: ASCII and Chinese marks. */
const editing = new Set([
  ...Array.from({ length: 95 }, (_, index) => 0x20 + index),
  ...Array.from(
    '\u00A0\u3000·—‘’“”…、。〈〉《》「」『』【】〔〕！％（）＋，－．／：；＝？～',
    (mark) => mark.codePointAt(0) ?? 0,
  ),
]);

const embeddedBytes = async (
  face: Face,
  codePoints: ReadonlySet<number>,
  embedding: Embedding,
  fonts: FontSet,
): Promise<Uint8Array | undefined> => {
  switch (embedding) {
    case 'none':
      return undefined;
    case 'whole':
      return fonts.whole(face);
    case 'repertoire':
    case 'subset': {
      const more = embedding === 'subset' ? editing : repertoire();
      const wanted = [...codePoints, ...[...more].filter((codePoint) => face.covers(codePoint))];
      return fonts.subset(face, new Set(wanted.toSorted((a, b) => a - b)));
    }
  }
};

/** The roles of a page that a family serves, for its substitute. */
const roleOf = (family: string, page: PageTheme, fonts: FontSet): Role | undefined => {
  const styles = Object.values(page.styles);
  return styles.find((style) => fonts.resolve(style.role, style.bold).family === family)?.role;
};

const isSerif = (role: Role | undefined): boolean => role === 'song' || role === 'fangsong' || role === 'title';

/** The parts of the fonts, by path: table, relationships, and one part for each face used. */
export const fontParts = async (
  used: FacesUsed,
  page: PageTheme,
  fonts: FontSet,
  embedding: Embedding,
): Promise<ReadonlyMap<string, Uint8Array | string>> => {
  const parts = new Map<string, Uint8Array | string>();
  const relationships: string[] = [];
  const entries: string[] = [];
  const families = new Map<string, { readonly face: Face; readonly codePoints: ReadonlySet<number> }[]>();
  for (const use of used.values()) families.set(use.face.family, [...(families.get(use.face.family) ?? []), use]);
  for (const [family, faces] of [...families].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const embeds: string[] = [];
    let signature: Signature | undefined;
    for (const { face, codePoints } of faces.toSorted((a, b) => Number(a.face.bold) - Number(b.face.bold))) {
      signature ??= signatureOf(face.bytes);
      const bytes = await embeddedBytes(face, codePoints, embedding, fonts);
      if (bytes === undefined) continue;
      const key = fontKey(bytes);
      const number = relationships.length + 1;
      parts.set(`word/fonts/font${number}.odttf`, obfuscate(bytes, key));
      relationships.push(
        tag('Relationship', {
          Id: `rId${number}`,
          Type: `${namespaces.r}/font`,
          Target: `fonts/font${number}.odttf`,
        }),
      );
      embeds.push(
        tag(face.bold ? 'w:embedBold' : 'w:embedRegular', {
          'r:id': `rId${number}`,
          'w:fontKey': key,
          ...(embedding === 'subset' ? { 'w:subsetted': '1' } : {}),
        }),
      );
    }
    const role = roleOf(family, page, fonts);
    entries.push(
      tag(
        'w:font',
        { 'w:name': family },
        ...(role === undefined ? [] : [tag('w:altName', { 'w:val': substitutes[role] })]),
        ...(signature === undefined ? [] : [tag('w:panose1', { 'w:val': signature.panose })]),
        tag('w:charset', { 'w:val': '86' }),
        tag('w:family', { 'w:val': isSerif(role) ? 'roman' : role === 'hei' ? 'swiss' : 'script' }),
        tag('w:pitch', { 'w:val': 'variable' }),
        ...(signature === undefined
          ? []
          : [
              tag('w:sig', {
                ...Object.fromEntries(signature.usb.map((value, index) => [`w:usb${index}`, value])),
                ...Object.fromEntries(signature.csb.map((value, index) => [`w:csb${index}`, value])),
              }),
            ]),
        ...embeds,
      ),
    );
  }
  parts.set(
    'word/fontTable.xml',
    xmlPart(tag('w:fonts', { 'xmlns:w': namespaces.w, 'xmlns:r': namespaces.r }, ...entries)),
  );
  parts.set(
    'word/_rels/fontTable.xml.rels',
    xmlPart(tag('Relationships', { xmlns: namespaces.relationships }, ...relationships)),
  );
  return parts;
};
