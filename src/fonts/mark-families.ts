// Takes a FontSet and a mark, gives the same set under family names that bear the mark: `Noto Serif SC 3F2A1C`.
// LibreOffice knows an embedded font by its family name for as long as it runs: of two open documents with different
// subsets under one name, the second would show blanks. A mark made from the document keeps them apart.
import type { Face, FontSet } from './font-set.ts';
import { openTables, readFacts } from './sfnt.ts';
import { writeSfnt } from './write-sfnt.ts';

const renamed = (bytes: Uint8Array, family: string, key: string, bold: boolean): Uint8Array => {
  const opened = openTables(bytes);
  if (!opened.value) throw new RangeError(opened.problem.en); // bytes come from the set's own subset
  const { copyright, version, license, licenseUrl } = readFacts(opened.value).names;
  return writeSfnt(opened.value, { family, bold, key, copyright, version, license, licenseUrl });
};

/** `mark` is ASCII letters and digits; the same set and mark give the same names and bytes. */
export const markFamilies = (fonts: FontSet, mark: string): FontSet => {
  const known = new Map<Face, Face>();
  const plain = new Map<Face, Face>();
  const markedOf = (face: Face): Face => {
    const found = known.get(face);
    if (found) return found;
    const made: Face = { ...face, key: `${face.key}-${mark}`, family: `${face.family} ${mark}` };
    known.set(face, made);
    plain.set(made, face);
    return made;
  };
  const originalOf = (face: Face): Face => plain.get(face) ?? face;
  const marked = (bytes: Uint8Array, face: Face): Uint8Array => {
    const key = originalOf(face).key.replace(/-(?=Bold|Regular)/, `${mark}-`);
    return renamed(bytes, face.family, key, face.bold);
  };
  return {
    faces: fonts.faces.map(markedOf),
    resolve: (role, bold) => markedOf(fonts.resolve(role, bold)),
    runs: (text, role, bold) =>
      fonts.runs(text, role, bold).map((run) => ({ text: run.text, face: markedOf(run.face) })),
    subset: async (face, codePoints) => marked(await fonts.subset(originalOf(face), codePoints), face),
    whole: async (face) => marked(await fonts.whole(originalOf(face)), face),
  };
};
