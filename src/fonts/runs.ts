// Takes a text and a chain of faces, gives runs of one face: the first face of the chain, else the next that can.
// A base and the combining marks on it stay in one face when any has them all.
// Characters that draw nothing (variation selectors, joiners, zero-width spaces) are left out: some faces have no glyph for
// them and others an empty one with a width (LXGW WenKai draws U+2060 as a gap of 0.35 em).
import type { Face, FaceRun } from './font-set.ts';

// Chinese marks that stand in a full em (GB/T 15834—2011, 5.1; CLREQ 3.1). Latin forms of them are narrow, sit low, and
// leave a gap in ——, so a face whose own is narrow leaves them to the next face of the chain that has them full width.
const fullWidthMarks: ReadonlySet<number> = new Set([...'“”‘’·…—'].map((mark) => mark.codePointAt(0) ?? 0));

const ignorable = /\p{Default_Ignorable_Code_Point}/u;
const combining = /\p{M}/u;

/** Whether a character draws nothing by its nature, so that no glyph is needed. */
export const isIgnorable = (character: string): boolean => ignorable.test(character);

type Kind = 'base' | 'mark' | 'ignorable';

const kindOf = (character: string): Kind => {
  // ASCII and the CJK ideographs of the basic block are nearly all of the text.
  const unit = character.charCodeAt(0);
  if (unit < 0xad || (unit >= 0x3400 && unit <= 0x9fff)) return 'base';
  if (ignorable.test(character)) return 'ignorable';
  return combining.test(character) ? 'mark' : 'base';
};

const coversAll = (face: Face, cluster: string): boolean =>
  [...cluster].every((character) => face.covers(character.codePointAt(0) ?? 0));

/** Whether a UTF-16 unit is by itself a character of the chain's own face; 0 for one not yet looked at. */
const plain = 1;
const mixed = 2;

/** Makes the `runs` of one chain; the first of `chain` is the role's own face. */
export const makeRuns = (chain: readonly [Face, ...Face[]]): ((text: string) => readonly FaceRun[]) => {
  const own = chain[0];
  const picks = new Map<string, { readonly face: Face; readonly kind: Kind }>();
  const pick = (character: string): { readonly face: Face; readonly kind: Kind } => {
    const known = picks.get(character);
    if (known) return known;
    const codePoint = character.codePointAt(0) ?? 0;
    const wide = fullWidthMarks.has(codePoint) ? chain.find((face) => face.advance(codePoint) >= 0.999) : undefined;
    const face = wide ?? chain.find((candidate) => candidate.covers(codePoint)) ?? own;
    const picked = { face, kind: kindOf(character) };
    picks.set(character, picked);
    return picked;
  };

  // Nearly all texts are of one run: these are known by looking up each character, without cutting them up.
  const plainness = new Uint8Array(0x10000);
  const isPlain = (unit: number): boolean => {
    const known = plainness[unit];
    if (known !== 0) return known === plain;
    const isHalf = unit >= 0xd800 && unit <= 0xdfff;
    const { face, kind } = pick(String.fromCharCode(unit));
    plainness[unit] = !isHalf && face === own && kind === 'base' ? plain : mixed;
    return plainness[unit] === plain;
  };
  const isAllPlain = (text: string): boolean => {
    for (let at = 0; at < text.length; at++) if (!isPlain(text.charCodeAt(at))) return false;
    return true;
  };

  return (text) => {
    if (text !== '' && isAllPlain(text)) return [{ text, face: own }];
    const runs: { text: string; face: Face }[] = [];
    const add = (piece: string, face: Face): void => {
      const last = runs.at(-1);
      if (last?.face === face) last.text += piece;
      else runs.push({ text: piece, face });
    };
    let cluster = '';
    for (const character of text) {
      const { face, kind } = pick(character);
      if (kind === 'ignorable') continue;
      const last = runs.at(-1);
      if (kind === 'mark' && last && cluster !== '') {
        const whole = cluster + character;
        const together = coversAll(last.face, whole)
          ? last.face
          : chain.find((candidate) => coversAll(candidate, whole));
        if (together) {
          last.text = last.text.slice(0, -cluster.length);
          if (last.text === '') runs.pop();
          add(whole, together);
          cluster = whole;
          continue;
        }
      }
      add(character, face);
      cluster = kind === 'mark' ? cluster + character : character;
    }
    return runs;
  };
};
