// Takes the fonts chosen for the roles, gives each the name under which files know it.
// The regular and bold of one type family go under one family name, that of the regular, since Word asks for bold by a
// flag and not by a name: `Noto Sans SC Medium` and `Noto Sans SC Bold` become regular and bold of `Noto Sans SC Medium`.
import { sha256 } from '../host.ts';
import { slotKey, type Choice } from './choose.ts';
import type { FontSource } from './source.ts';
import type { FaceNames } from './write-sfnt.ts';

export type NamedFace = { readonly source: FontSource; readonly names: FaceNames };

/** ASCII letters, digits and `-`, as PostScript names want; a family named in hanzi only goes by a hash. */
const keyOf = (family: string, bold: boolean): string => {
  const ascii = family.replaceAll(/[^A-Za-z0-9-]/g, '');
  const stem = ascii === '' ? `Font${sha256(family).slice(0, 8)}` : ascii;
  return `${stem}-${bold ? 'Bold' : 'Regular'}`;
};

/** The named face of every slot; slots served by the same font share one. */
export const nameFaces = (choices: readonly Choice[]): ReadonlyMap<string, NamedFace> => {
  const own = new Map(
    choices.filter(({ slot, served }) => slot === served).map((choice) => [slotKey(choice.slot), choice]),
  );
  const byIdentity = new Map<string, NamedFace>();
  const taken = new Set<string>();
  const name = ({ slot, source }: Choice): NamedFace => {
    const known = byIdentity.get(source.identity);
    if (known) return known;
    const { facts } = source;
    const regular = slot.weight === 'bold' ? own.get(slotKey({ ...slot, weight: 'regular' })) : undefined;
    const paired =
      regular !== undefined &&
      regular.source.identity !== source.identity &&
      regular.source.facts.names.typographicFamily === facts.names.typographicFamily;
    const bold = paired || facts.bold;
    const first = paired ? regular.source.facts.names.family : facts.names.family;
    let family = first;
    // Two fonts under one name would be one font to Word.
    for (let count = 2; taken.has(keyOf(family, bold)); count += 1) family = `${first} ${count}`;
    const key = keyOf(family, bold);
    taken.add(key);
    const { copyright, version, license, licenseUrl } = facts.names;
    const named: NamedFace = { source, names: { family, bold, key, copyright, version, license, licenseUrl } };
    byIdentity.set(source.identity, named);
    return named;
  };
  const result = new Map<string, NamedFace>();
  for (const choice of own.values()) result.set(slotKey(choice.slot), name(choice));
  for (const { slot, served } of choices) {
    const face = result.get(slotKey(served));
    if (face) result.set(slotKey(slot), face);
  }
  return result;
};
