// Takes the face of each role and weight, gives the FontSet that writers see.
// The fallback chain of a face: itself, then 宋, 黑, 楷, 仿宋, 小标宋 of the same weight, then of the other weight.
import { subsetFace } from './cut.ts';
import { slotKey } from './choose.ts';
import type { Slot, Weight } from './font-config.ts';
import type { Face, FaceRun, FontSet } from './font-set.ts';
import { makeRuns } from './runs.ts';
import type { Role } from '../theme/theme.ts';

const chainOrder: readonly Role[] = ['song', 'hei', 'kai', 'fangsong', 'title'];

/** How many subsets of one face are remembered: a document's formats and its second pass need the same one again. */
const remembered = 4;

const memoizedSubset = (): FontSet['subset'] => {
  const subsets = new WeakMap<Face, Map<string, Promise<Uint8Array>>>();
  return (face, codePoints) => {
    const sorted = [...codePoints].toSorted((a, b) => a - b);
    const key = sorted.join(' ');
    const ofFace = subsets.get(face) ?? new Map<string, Promise<Uint8Array>>();
    subsets.set(face, ofFace);
    const known = ofFace.get(key);
    if (known) return known;
    const made = subsetFace(face.bytes, sorted);
    ofFace.set(key, made);
    const oldest = ofFace.keys().next();
    if (ofFace.size > remembered && !oldest.done) ofFace.delete(oldest.value);
    return made;
  };
};

const other = (weight: Weight): Weight => (weight === 'bold' ? 'regular' : 'bold');
const weightOf = (bold: boolean): Weight => (bold ? 'bold' : 'regular');

type Chain = { readonly own: Face; readonly runs: (text: string) => readonly FaceRun[] };

/** The set of these faces. `faceOf` must answer for every slot; one face may serve several. */
export const makeFontSet = (faceOf: (slot: Slot) => Face, whole: FontSet['whole']): FontSet => {
  const chains = new Map<string, Chain>();
  const chainOf = (role: Role, weight: Weight): Chain => {
    const key = slotKey({ role, weight });
    const known = chains.get(key);
    if (known) return known;
    const own = faceOf({ role, weight });
    const rest = [weight, other(weight)].flatMap((one) => chainOrder.map((next) => faceOf({ role: next, weight: one })));
    const chain = { own, runs: makeRuns([own, ...new Set(rest.filter((face) => face !== own))]) };
    chains.set(key, chain);
    return chain;
  };
  return {
    faces: [
      ...new Set(
        chainOrder.flatMap((role) => [faceOf({ role, weight: 'regular' }), faceOf({ role, weight: 'bold' })]),
      ),
    ],
    resolve: (role, bold) => chainOf(role, weightOf(bold)).own,
    runs: (text, role, bold) => chainOf(role, weightOf(bold)).runs(text),
    subset: memoizedSubset(),
    whole,
  };
};
